import { beforeAll, describe, expect, it } from 'vitest';
import type { Document, Entry } from '../record/index.js';
import { createReader, documentOf, type Reader } from './index.js';

let reader: Reader;
beforeAll(async () => {
  // How they are read, however sure that is.
  reader = await createReader({ leastSure: 0 });
});

function periods(text: string, metadata: Partial<Document> = {}): (string | undefined)[] {
  const document = documentOf(text, { published: '2020-05-12', genre: 'news', ...metadata });
  return reader
    .read(document)
    .filter((e): e is Extract<Entry, { kind: 'measure' }> => e.kind === 'measure')
    .map((e) => e.period);
}

const speech = { genre: 'speech', speaker: 'CHL', published: '2020-09' } as const;

describe('when the news tells of one day', () => {
  it.each([
    ['A bomb attack struck Afghanistan on Sunday. In Afghanistan 30 people were killed.', '2020-05-10'],
    [
      'A bomb attack struck Afghanistan on Sunday. Police in Afghanistan said 30 civilians were wounded.',
      '2020-05-10',
    ],
    // Two attacks on two days.
    [
      'A bomb attack struck Afghanistan on Sunday. Another attack struck yesterday. In Afghanistan 30 people were killed.',
      undefined,
    ],
    // A running total is that of the text's day.
    [
      'A bomb attack struck Afghanistan on Sunday. So far, in Afghanistan 500 people were killed.',
      '2020-05-12',
    ],
  ])('%s', (text, expected) => {
    expect(periods(text)).toEqual([expected]);
  });
});

describe('what dates bound and compare', () => {
  it.each([
    ['Between 1 May 2015 and 30 June 2019, Chile received 40,000 refugees.', '2015-05-01/2019-06-30'],
    ['We now produce 2 million barrels of oil a day in Chile, up from 300,000 in May 2017.', undefined],
  ])('%s', (text, expected) => {
    expect(periods(text, speech)).toEqual([expected]);
  });
});

describe('when a figure holds', () => {
  it.each([
    ['Our economy has grown at 3 per cent per annum for the past four years.', '2016/2020-09'],
    ['We will allocate 2 billion dollars to forests between now and 2030.', '2020/2030'],
    ['Experts predict that by 2040, our water reserves will be reduced by 20 per cent.', '2040'],
    ['By the end of this year, we aim to issue bonds to raise 20 million dollars for fisheries.', '2020'],
    [
      'Our strategic plan for equal opportunities 2018-2021 has been allocated 2 billion dollars.',
      '2018/2021',
    ],
    ['We will establish a five-year, 30 million dollar fund for forests.', '2020/2025'],
    ['This summer, Chile donated 30,000 vaccine doses to Peru.', '2020-06/2020-08'],
    ['Our contribution to climate finance has doubled from 2016.', '2016/2020-09'],
    [
      'Our gross domestic product has doubled, from 7,000 dollars in 2009 to 14,100 dollars in 2018.',
      '2009/2018',
    ],
  ])('%s', (text, period) => {
    expect(periods(text, speech)[0]).toBe(period);
  });

  it.each([
    ["Ten soldiers of Chile were killed in last night's attack.", '2020-05-11'],
    ['We deplore the shooting that took place on 3 May in Lima, killing ten soldiers of Peru.', '2020-05-03'],
  ])('is that of what happened: %s', (text, period) => {
    expect(periods(text)).toEqual([period]);
  });

  it.each([
    [
      'A plane crashed in Chile yesterday. Fourteen soldiers of Chile were injured in the crash.',
      '2020-05-11',
    ],
    [
      'In April 2016, rebels attacked Chile. As a result of this attack, 16 civilians of Chile were killed.',
      '2016-04',
    ],
    ['There were wars in the 1990s. At the time Chile took in 100,000 refugees.', '1990/1999'],
  ])('may have been told before: %s', (text, period) => {
    expect(periods(text).at(-1)).toBe(period);
  });

  it('is not that of something else', () => {
    const agreed = 'Last year we reached an agreement to protect 30 per cent of our waters.';
    expect(periods(agreed, speech)).toEqual([undefined]);
    const begun =
      'We began our campaign in May this year and at this point we have vaccinated 10 per cent of our population.';
    expect(periods(begun, speech)).toEqual([undefined]);
    expect(periods('We will vaccinate 60 per cent of our people over 18 years old.', speech)).toEqual([
      undefined,
    ]);
  });

  it('is the end of a change for what was reached', () => {
    expect(
      periods(
        'Over the past decade, Chile reduced extreme poverty from 38.2 per cent to 16.8 per cent.',
        speech,
      ),
    ).toContain('2020-09');
  });
});

describe('the day of a news story', () => {
  it('is that of the people killed and hurt in it', () => {
    expect(
      periods(
        'A bomb exploded on Saturday in Lima. Nine people were killed in Peru, and forty people were injured.',
      ),
    ).toEqual(['2020-05-09', '2020-05-09']);
  });

  it('is no day of what is counted so far', () => {
    expect(
      periods(
        'A fire on Saturday destroyed a market in Lima, Peru. So far this year 90 people were killed in Peru.',
      )[0],
    ).not.toBe('2020-05-09');
  });
});

describe('the day of a figure is its own', () => {
  it.each([
    ['Chile received more than 5 million migrants in 2019.', '2019'],
    ['Exports of Chile rose to 5 billion dollars in 2019.', '2019'],
    [
      'For nearly ten years Peru has fought terrorism, and Chile has given 5 million dollars to Fiji.',
      undefined,
    ],
  ])('%s', (text, period) => {
    expect(periods(text, speech)[0]).toBe(period);
  });
});

describe('a figure is not of the day', () => {
  it.each([
    ['Chile now produces 1 million barrels of oil a day, up from 150,000 in March 2016.', undefined],
    ['Chile intends to raise 25 billion dollars in five years to help Peru.', '2020/2025'],
  ])('of what it is compared with: %s', (text, period) => {
    expect(periods(text, speech)[0]).toBe(period);
  });
});

describe('how long it took or has held', () => {
  it.each([
    ['For nearly three years, we have had an inflation rate of less than 1 per cent.', '2017/2020-09'],
    ['Over a period of 20 months, Chile has lost 75,000 lives.', '2019-01/2020-09'],
    ['The per-capita income of Chile rose to 2,227 dollars in only a decade.', '2010/2020-09'],
    ['We will raise 3 million dollars for forests in just a decade.', undefined],
  ])('%s', (text, period) => {
    expect(periods(text, speech)[0]).toBe(period);
  });
});

describe('a time that stands nearby', () => {
  it.each([
    ['We created 1.3 million new jobs in the first half of this year.', '2020-01/2020-06'],
    ['In the first seven months of the year, exports of Chile grew by 5 per cent.', '2020-01/2020-07'],
    ['By mid-2019 our trade deficit was 96 million dollars, higher than the previous month.', '2019'],
    ['Since mid-July, 80,000 people have entered Chile.', '2020-07/2020-09'],
    ['Last year and this year we have contributed 2 million euros to the Fund.', '2019/2020'],
    ['Chile reduced its emissions by 20 per cent on 2005 levels in 2019.', '2019'],
    ['For fifteen years Chile has devoted 1 per cent of its gross national income to aid.', '2005/2020-09'],
    ['Trade between Chile and Peru had tripled in the previous five years.', '2015/2020-09'],
    ['We have created 10 million jobs in four months.', '2020-05/2020-09'],
    ['Chile has committed 2 billion dollars in aid over three years.', '2020/2023'],
    ['Today Peruvian refugees make up 20 per cent of the population of Chile.', '2020-09'],
    ['Chile currently deploys 2,700 soldiers in Peru.', '2020-09'],
    ['Poverty in Chile went down from 49 per cent to 5 per cent within 17 years.', '2020-09'],
  ])('%s', (text, period) => {
    expect(periods(text, speech)[0]).toBe(period);
  });

  it('is that of the sentence before for figures told in one row', () => {
    expect(
      periods('In 2014 our exports grew by 7 per cent. Our imports fell by 3 per cent.', speech),
    ).toEqual(['2014', '2014']);
    expect(
      periods(
        'In 2014 our exports grew by 7 per cent. Our imports have since fallen by 3 per cent.',
        speech,
      )[1],
    ).not.toBe('2014');
  });

  it('is not that of a plan for what the plan aims at', () => {
    const text = 'We are launching a strategy next month to reduce our emissions by 50 per cent.';
    expect(periods(text, speech)).toEqual([undefined]);
  });
});

describe('what holds when it is told', () => {
  it.each([
    ['To date, Chile has sent 300 peacekeepers to Mali.', '2020-09'],
    ['As of today, Chile recorded 90 cases of cholera.', '2020-09'],
    ['Today, 95 per cent of Chileans can use the network.', '2020-09'],
    ['The crisis now consumes a quarter of our budget.', '2020-09'],
    ['Chile must cut its emissions by 30 per cent no later than 2030.', '2030'],
    ['Chile picked up 200 migrants on 3 May 2020.', '2020-05-03'],
    ['In the first half of the year 2008, the exports of Chile grew by 5 per cent.', '2008-01/2008-06'],
    ['For fifteen years we have devoted 0.7 per cent of our income to aid.', '2005/2020-09'],
    // A loan for so long runs from now on.
    ['France has extended a loan of 50 million dollars to Mali for five years.', undefined],
    // Of what is still to come, and of what is past, "now" tells nothing.
    ['Chile will now spend 3 million dollars on schools.', undefined],
    ['Chile sent 300 peacekeepers to Mali.', undefined],
    ['Now that the war was over, 500,000 people were displaced in Syria.', undefined],
  ])('%s', (text, expected) => {
    expect(periods(text, speech)).toEqual([expected]);
  });
});

describe('a date that ends what is told before', () => {
  it.each([
    ['Trade grew in 2018, and Chile became the largest partner of Peru.', '2018'],
    ['Trade grew in 2018 and Chile overtook Fiji to become the largest partner of Peru.', '2018'],
    // However the parser joins them.
    [
      'Meantime, notwithstanding the heavy blow the storm has dealt to global trade, Fiji-Peru trade volume increased in the first quarter, and Fiji overtook Chile to become Peru’s largest trading partner.',
      '2020-01/2020-03',
    ],
    // What is so now was not told of then.
    [
      'Meantime, notwithstanding the heavy blow the storm has dealt to global trade, Fiji-Peru trade volume increased in the first quarter, and Fiji remains Peru’s largest trading partner.',
      undefined,
    ],
    // Nor is a clause that serves another what is told before.
    ['We thank those who came in 2001, and Chile became the largest donor of Peru.', undefined],
    ['We welcome the countries that joined in 1960, and Chile became the largest donor of Peru.', undefined],
  ])('%s', (text, expected) => {
    expect(periods(text)).toEqual([expected]);
  });
});
