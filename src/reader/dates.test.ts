import { describe, expect, it } from 'vitest';
import { findDates } from './dates.js';

describe('findDates', () => {
  it.each([
    ['They met on 22 November 2021.', '2021-11-22', 'explicit'],
    ['They met on November 22, 2021.', '2021-11-22', 'explicit'],
    ['They met in November 2021.', '2021-11', 'explicit'],
    ['They met in 1967.', '1967', 'explicit'],
    ['They met in late November.', '2021-11', 'relative'],
    ['They met last year.', '2020', 'relative'],
    ['They met last month.', '2021-11', 'relative'],
    ['They met yesterday.', '2021-12-04', 'relative'],
    ['They met on Monday.', '2021-11-29', 'relative'],
    ['They met three years ago.', '2018', 'relative'],
    ['Trade fell in the third quarter.', '2021-07/2021-09', 'relative'],
    ['It was so in the 1990s.', '1990/1999', 'explicit'],
    ['It held from 2003 to 2010.', '2003/2010', 'explicit'],
    ['They met last summer.', '2021-06/2021-08', 'relative'],
    ['They met last winter.', '2020-12/2021-02', 'relative'],
    ['They met in the spring of 2019.', '2019-03/2019-05', 'explicit'],
    ['They met last night.', '2021-12-04', 'relative'],
    ['They met the day before yesterday.', '2021-12-03', 'relative'],
    ['They met over the past two weeks.', '2021-11-21/2021-12-05', 'relative'],
    ['It ends by the end of2030.', '2030', 'explicit'],
  ])('%s → %s (%s)', (text, date, basis) => {
    expect(findDates(text, '2021-12-05')).toMatchObject([{ date, basis }]);
  });

  it.each([
    ['They have met since 2014.', 'since'],
    ['They will meet by 2030.', 'by'],
    ['It lasts until 2025.', 'until'],
    ['They met in 2025.', 'at'],
  ])('%s has the role %s', (text, role) => {
    expect(findDates(text, '2021-12-05')[0]?.role).toBe(role);
  });

  it('takes no number for a year that counts something', () => {
    expect(findDates('It sent 2000 troops and 1,950 tons of rice.', '2021-12-05')).toEqual([]);
  });

  it('leaves relative dates out when the document has none', () => {
    expect(findDates('They met last week.', undefined)).toEqual([]);
  });

  it('is no finer than the document', () => {
    expect(findDates('They met last month and yesterday.', '2021')).toEqual([]);
  });

  it.each([
    ['They met last Tuesday.', ['2021-09']],
    ['They met two weeks ago.', ['2021-09']],
    ['They met on Sunday, 12 September.', ['2021-09-12']],
    ['They met sixty days ago.', []],
    ['They build the world of tomorrow and not of yesterday.', []],
  ])('knows the month of days close to a text of that month: %s', (text, dates) => {
    expect(findDates(text, '2021-09').map((d) => d.date)).toEqual(dates);
  });

  it.each([
    ['On 15 February they began.', '2021-02-15'],
    ['They will begin on 15 February.', '2022-02-15'],
    ['On 9 November it was signed.', '2020-11-09'],
    ['They meet in Paris on 9 November.', '2021-11-09'],
    ['It grew between 1 January and 14 September.', '2021-01-01/2021-09-14'],
  ])('takes the year that the tense tells: %s', (text, date) => {
    expect(findDates(text, '2021-09')[0]?.date).toBe(date);
  });

  it('takes no hour for a year, and no week of a month for this one', () => {
    expect(findDates('It struck at 4:42 (2024 Friday, UTC).', '2021-12-05')).toEqual([]);
    expect(findDates('They met in the last week of August.', '2021-12-05').map((d) => d.date)).not.toContain(
      '2021-11-22/2021-11-28',
    );
  });

  it('leaves what is the same as something told before', () => {
    expect(findDates('They met in the same year.', '2021-12-05')).toEqual([]);
  });
});
