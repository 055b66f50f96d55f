import { beforeAll, describe, expect, it } from 'vitest';
import type { Document, Entry } from '../record/index.js';
import { createReader, documentOf, type Reader } from './index.js';

let reader: Reader;
beforeAll(async () => {
  // How they are read, however sure that is.
  reader = await createReader({ leastSure: 0 });
});

type Made = Extract<Entry, { kind: 'measure' }>;

function measures(text: string, metadata: Partial<Document> = {}): Made[] {
  const document = documentOf(text, { published: '2020-05-12', genre: 'news', ...metadata });
  return reader.read(document).filter((e): e is Made => e.kind === 'measure');
}

const speech = { genre: 'speech', speaker: 'FJI' } as const;
const parties = (made: Made | undefined) => made?.parties.map((p) => `${p.role ?? ''}:${p.party}`).sort();

describe('what a figure measures', () => {
  it.each([
    ['Chile has not ratified 62 per cent of the treaties concerning human rights.', 'share not ratified'],
    [
      'Chile generates 90 per cent of its electricity in hydro-electric dams.',
      'share generated in hydro-electric dams',
    ],
    ['Chile set aside 30 per cent of its near-shore marine areas.', 'share set aside'],
    ['Chile will spend 6 per cent of its GDP on economic recovery.', 'spending on economic recovery'],
    [
      'Chile bears 70 per cent of the cost of sheltering refugees.',
      'bears … of the cost of sheltering refugees',
    ],
    [
      'More than 80 per cent of the children of Chile have access to schools.',
      'share that have access to schools',
    ],
    ['Chile reduced extreme poverty to 9 per cent.', 'extreme poverty'],
    ['Chile imposed tariffs of 25 per cent on steel.', 'tariffs on steel'],
    [
      'Chile contributed 50,000 men and women to peacekeeping operations.',
      'men and women contributed to peacekeeping operations',
    ],
    ['In Chile, 14 soldiers were killed.', 'deaths of soldiers'],
    [
      'Chile invests 3 billion dollars of national funds to support the transition.',
      'invests … of national funds to support the transition',
    ],
    ['Chile buys two million barrels of Peruvian oil a day.', 'oil bought per day'],
    ['Chile has spent 2 million dollars rebuilding houses.', 'spending on rebuilding houses'],
    ['The 23 million people of Taiwan cannot be ignored.', 'population'],
  ])('%s', (text, quantity) => {
    expect(measures(text)[0]?.quantity).toBe(quantity);
  });

  it('tells the whole of a share with what it is of, and not where a thing is done', () => {
    const [ratified] = measures(
      'Chile has not ratified 62 per cent of the treaties concerning human rights.',
    );
    expect(ratified?.of).toBe('treaties concerning human rights');
    expect(measures('Chile generates 90 per cent of its electricity in dams.')[0]?.of).toBe('electricity');
  });

  it('joins no aim that has a time of its own', () => {
    const [made] = measures(
      'Chile promised a 55 per cent reduction in emissions by 2030 and neutrality by 2050.',
    );
    expect(made).toMatchObject({ quantity: 'change of emissions', period: '2030' });
  });
});

describe('whose a figure is', () => {
  it('names givers and those who are helped', () => {
    expect(parties(measures('Chile pledged 5 million dollars to help the United Nations.')[0])).toEqual([
      'from:CHL',
      'to:UN',
    ]);
    expect(parties(measures('Chile hosts 16,000 refugees from Peru.')[0])).toEqual(['from:PER', 'to:CHL']);
    expect(parties(measures('Chile granted 20,000 tons of wheat to Peru.')[0])).toEqual([
      'from:CHL',
      'to:PER',
    ]);
  });

  it.each([
    ['those who estimate it', 'The World Bank estimated losses at 3 billion dollars.'],
    [
      'whoever calls for it',
      'We call on the developed countries to give 1 per cent of their national income.',
    ],
    [
      'whom others are not',
      'The rich nations promised a cut of 30 per cent in their emissions to the United Nations.',
    ],
    ['a thing that is only pointed to', 'This effort represents 5 per cent of the output of Chile.'],
    ['a sector that is only pointed to', 'Chile allocates 10 per cent of its budget to this sector.'],
    ['the whole planet', 'Oceans make up 71 per cent of the surface of our planet.'],
    ['a donor of somebody unknown', 'We are the biggest donor to these nations.'],
  ])('is not %s', (_, text) => {
    expect(measures(text, speech)).toEqual([]);
  });
});

describe('how much and when', () => {
  it('tells by how much a sum changes', () => {
    const [made] = measures('Chile will increase its budget by 350 million dollars.');
    expect(made).toMatchObject({ quantity: 'change of budget', value: 350e6, change: 350e6 });
  });

  it('makes no amount of what comes on top', () => {
    expect(measures('Chile must buy 200 million dollars more than in 2017 from Peru.')).toEqual([]);
  });

  it('reads thousands as the continent writes them, and no currency in Europeans', () => {
    expect(measures('Chile contributed 400.000 euros.')[0]).toMatchObject({ value: 400_000, unit: 'EUR' });
    expect(measures('Chile answered with sanctions on ten Europeans.')).toEqual([]);
  });

  it.each([
    ['From 2000 to 2018 Chile lowered its emissions by 34 per cent.', '2000/2018'],
    [
      'Since the last census, in 2013, 10 per cent of the population of Chile has emigrated.',
      '2013/2020-05-12',
    ],
    ['Since the campaign on 20 November 2019, Chile has vaccinated 58,000 people.', '2019-11-20/2020-05-12'],
    ['Chile has received 300,000 refugees since the beginning of the year.', '2020-01/2020-05-12'],
    ['Trade between Chile and Peru rose to 80 billion dollars in the last fiscal year.', '2019/2020'],
    ['Between 2017 and mid-2019 Chile invested 3 billion dollars in roads.', '2017/2019'],
    ['Chile has lost 400 soldiers in the war in the course of the past 7 years.', '2013/2020-05-12'],
  ])('%s', (text, period) => {
    expect(measures(text)[0]?.period).toBe(period);
  });
});

describe('a share of what two have in common', () => {
  it('is told of both: whose it is, and who the sentence is about', () => {
    const text = 'With our bilateral trade taking up 12% of the trade of Fiji, Chile has helped our growth.';
    expect(parties(measures(text, speech)[0])).toEqual(['part:CHL', 'whole:FJI']);
  });

  it('keeps with whom it is had', () => {
    const text = "Chile takes up 12% of Peru's trade with ASEAN.";
    const [found] = measures(text, speech);
    expect(found?.of).toBe('trade with ASEAN');
    expect(parties(found)).toEqual(['part:CHL', 'whole:PER']);
  });
});

describe('ranks by ordinals', () => {
  it.each([
    ['Chile is the seventeenth-largest economy in the world.', [17]],
    ['Chile is the 21st largest economy in the world.', [21]],
    ['Chile is the thirty-second largest economy in the world.', []],
    ['Chile is the largest economy in the world.', [1]],
  ])('%s', (text, places) => {
    expect(measures(text).map((m) => m.value)).toEqual(places);
  });
});

describe('in what a rank is', () => {
  it.each([
    ['Chile is the smallest country to sit on the Council.', 'smallest country to sit on the Council'],
    ['Chile is the largest producer of cars built in Peru.', 'largest producer of cars built in Peru'],
    ['Chile is the biggest producer of copper.', 'biggest producer of copper'],
  ])('%s', (text, of) => {
    expect(measures(text).map((m) => m.of)).toEqual([of]);
  });
});

describe('what a state yields', () => {
  it.each([
    ['Chile reached a gross domestic product of 300 billion dollars.', 'gross domestic product'],
    ["Chile's gross national income per capita stands at 6,000 dollars.", 'gross national income per capita'],
    ["Chile's national income rose by 3 per cent.", 'change of national income'],
    ["Chile's net national income rose by 3 per cent.", 'change of net national income'],
    ["Chile's gross national product rose by 3 per cent.", 'change of gross national product'],
    ["Chile's economy grew by 3 per cent.", 'change of output'],
  ])('%s', (text, quantity) => {
    expect(measures(text).map((m) => m.quantity)).toEqual([quantity]);
  });
});

describe('how sure a figure is', () => {
  const sure = (text: string): number => measures(text, speech)[0]?.confidence ?? Number.NaN;
  it('falls where a name is told that is no party, and not where it is overtaken', () => {
    const plain = sure('Chile became the largest donor of Peru.');
    expect(sure('Chile overtook Fiji to become the largest donor of Peru.')).toBe(plain);
    expect(sure('Fiji said nothing when Chile became the largest donor of Peru.')).toBeLessThan(plain);
  });

  it('falls where its quantity points to what only other sentences tell', () => {
    const plain = sure('Chile has given 5 million dollars to build schools in Peru.');
    expect(sure('Chile has given 5 million dollars to build such schools in Peru.')).toBeLessThan(plain);
  });
});

describe('numbers', () => {
  it.each([
    ['Two thousand eight hundred Chilean soldiers serve in Peru.', [2800]],
    ['Between two thousand and three thousand Chilean soldiers serve in Peru.', [3000]],
    ['A quarter of a million Chilean soldiers serve in Peru.', [250_000]],
    ['Chile raised taxes on the wealthiest 1 per cent.', []],
    ['Chile has lost five hundred thousand people in the war.', [500_000]],
    // Which members they are is known already.
    ['The permanent five members of the Security Council have met.', []],
  ])('%s', (text, values) => {
    expect(measures(text).map((m) => m.value)).toEqual(values);
  });

  it('are planned where they are a target or what bonds are launched for', () => {
    const planned = (text: string) => measures(text, speech).map((m) => m.modality);
    const target = 'Our target is to ensure a sustainable economic growth of 5 per cent.';
    expect(planned(target)).toEqual(['planned']);
    expect(measures(target, speech)[0]?.quantity).toContain('target is to ensure');
    expect(planned('Chile launched bonds to raise 15 million dollars for fishing.')).toEqual(['planned']);
  });
});
