import { describe, expect, it } from 'vitest';
import { parseDateLine, parseDateline } from './dateline.js';

const REST = 'Two ministers met on Monday.';

describe('datelines', () => {
  it.each([
    ['BEIJING, Nov. 22 (Xinhua) — ', { place: 'BEIJING', agency: 'Xinhua', monthDay: '11-22' }],
    ['BEIJING, Nov. 22 (Xinhua) -- ', { place: 'BEIJING', agency: 'Xinhua', monthDay: '11-22' }],
    ['BEIJING, Nov 22 (Xinhua)--', { place: 'BEIJING', agency: 'Xinhua', monthDay: '11-22' }],
    ['WASHINGTON (AP) - ', { place: 'WASHINGTON', agency: 'AP' }],
    ['WASHINGTON (AP) — ', { place: 'WASHINGTON', agency: 'AP' }],
    ['HANOI, 12 May 2020 — ', { place: 'HANOI', date: '2020-05-12' }],
    ['TOKYO, May 3, 2021 (Kyodo) -- ', { place: 'TOKYO', agency: 'Kyodo', date: '2021-05-03' }],
    ['MOSCOW, November 22. /TASS/. ', { place: 'MOSCOW', agency: 'TASS', monthDay: '11-22' }],
    ['KUALA LUMPUR, Sept 9 (Bernama) -- ', { place: 'KUALA LUMPUR', agency: 'Bernama', monthDay: '09-09' }],
    [
      'UNITED NATIONS, Monday, Sept. 21 (Reuters) - ',
      { place: 'UNITED NATIONS', agency: 'Reuters', monthDay: '09-21' },
    ],
    ['GENEVA, Switzerland (AFP) – ', { place: 'GENEVA', agency: 'AFP' }],
    ['Paris (AFP) – ', { place: 'Paris', agency: 'AFP' }],
    ['Hanoi, May 12 (VNA) – ', { place: 'Hanoi', agency: 'VNA', monthDay: '05-12' }],
    ['Rio de Janeiro, 3 June 2014 – ', { place: 'Rio de Janeiro', date: '2014-06-03' }],
    [
      'ST. PETERSBURG, Russia, June 5 (Reuters) - ',
      { place: 'ST. PETERSBURG', agency: 'Reuters', monthDay: '06-05' },
    ],
    ['JAKARTA – ', { place: 'JAKARTA' }],
    ['NEW DELHI, Jan 5 (PTI): ', { place: 'NEW DELHI', agency: 'PTI', monthDay: '01-05' }],
  ])('%s', (dateline, expected) => {
    const found = parseDateline(dateline + REST);
    expect(found).toMatchObject(expected);
    expect((dateline + REST).slice(found?.end)).toBe(REST);
  });

  it.each([
    'Two ministers met on Monday – for the third time – in Geneva.',
    'ASEAN - a success story of five decades and ten members.',
    'MODERATOR: Good morning to all who joined us here today.',
    'ANALYSIS - What the treaty means for the region and its neighbours.',
    'China, Japan and Korea (the three) — all of them members — met.',
    'The summit (held in Bali) — was short.',
    'QUESTION: Will the minister go?',
    'Trade: what the numbers say about the two economies.',
  ])('is not in: %s', (line) => {
    expect(parseDateline(line)).toBeUndefined();
  });

  it.each([
    ['Friday, January 4, 2019', '2019-01-04'],
    ['Beijing, 14 May 2017', '2017-05-14'],
    ['New York, September 21, 2021', '2021-09-21'],
    ['Published on 22 Nov 2021 10:32 GMT', '2021-11-22'],
    ['2021-11-22 10:32:05', '2021-11-22'],
    ['Posted: November 22, 2021 at 10:32 a.m.', '2021-11-22'],
    ['(14 May 2017)', '2017-05-14'],
  ])('a line that is only a date: %s', (line, date) => {
    expect(parseDateLine(line)?.date).toBe(date);
  });

  it.each(['On 14 May 2017 the two sides met', 'Summit of 14 May 2017 and 15 May 2017', 'May'])(
    'a line that is more than a date: %s',
    (line) => {
      expect(parseDateLine(line)).toBeUndefined();
    },
  );
});
