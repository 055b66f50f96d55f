import { beforeAll, describe, expect, it } from 'vitest';
import { createReader, documentOf, type Reader } from './index.js';

let reader: Reader;
beforeAll(async () => {
  reader = await createReader({ leastSure: 0 });
});

const quantities = (text: string): string[] =>
  reader.read(documentOf(text, {})).flatMap((e) => (e.kind === 'measure' ? [e.quantity] : []));

describe('a figure that no short name tells whole', () => {
  it.each([
    ['Chile has provided scholarships to 4 million students.', 'has provided scholarships to … students'],
    [
      'This dam will reduce Chile’s reliance on coal by 70 per cent.',
      'this dam will reduce Chile’s reliance on coal by …',
    ],
    ['Chile announced the donation of 3 million vaccine doses.', 'announced the donation of … vaccine doses'],
    [
      'Chile funds one quarter of the regular budget of the League, 30 per cent of its peace budget and half of its aid.',
      '… of its peace budget',
    ],
    [
      'In the Atacama desert, Chile has seen a 32 per cent drop in mining.',
      'in the Atacama desert, has seen a … drop in mining',
    ],
  ])('%s', (text, told) => {
    expect(quantities(text).some((q) => q.includes(told))).toBe(true);
  });

  it('keeps the short name where that says as much', () => {
    expect(quantities('Chile contributed 5 million dollars to the Haiti Relief Fund.')).toEqual([
      'contribution to Haiti Relief Fund',
    ]);
    expect(quantities('In the earthquake 500 people lost their lives in Chile.')).toEqual(['deaths']);
  });

  it('names what a share is of where the clause says only how much', () => {
    expect(
      quantities('Chile passed a welfare package amounting to 20 per cent of its gross domestic product.'),
    ).toEqual(['share of welfare package']);
  });

  it('leaves out times, which the period tells, but not the year of a level', () => {
    expect(
      quantities('Since 2015 Chile has cut its emissions from cars by 12 per cent compared to 1990 levels.'),
    ).toEqual(['has cut its emissions from cars by … compared to 1990 levels']);
  });
});

describe('what other clauses say', () => {
  it('is no part of it', () => {
    expect(
      quantities('Terrorism has hurt us, and Peru has given 5 million dollars to Fiji.').join(),
    ).not.toContain('hurt');
  });

  it('takes no rounded share of something else away', () => {
    const text =
      'Women in Chile hold half of the seats in parliament, 30 per cent of the ministries and a third of the courts.';
    const values = reader.read(documentOf(text, {})).flatMap((e) => (e.kind === 'measure' ? [e.value] : []));
    expect(values).toContain(50);
  });

  it('is of a common goal only where that is told', () => {
    expect(quantities('China’s trade with Peru reached 100 billion dollars per year.')).toHaveLength(1);
    expect(quantities('China pledged 100 billion dollars to Kenya.')).toHaveLength(1);
    expect(quantities('Belgium must deliver on the climate finance goal of 100 billion dollars.')).toEqual(
      [],
    );
  });

  it('has names that say as much, and not those that begin alike', () => {
    expect(
      quantities('Chile contributed 5 million dollars to the contract with the Haiti Relief Fund.').join(),
    ).toContain('contract');
  });
});

describe('what a figure is of is told whole', () => {
  it.each([
    ['Mortality among children under 5 fell by 40 per cent in Chile.', 'mortality among children under 5'],
    ['Seventy per cent of Chileans are under the age of 30.', 'under the age of 30'],
    ['Some 60 per cent of Chileans live on less than two dollars a day.', 'two dollars a day'],
    ['Bilateral trade between Chile and Peru reached 2 billion dollars.', 'bilateral trade'],
    ['Chile will raise its annual climate financing to 5 billion euros.', 'annual climate financing'],
    ['Chile cut its emissions by 12 per cent from 2008 levels.', 'from 2008 levels'],
    ['Chile cut its emissions by 12 per cent compared with 2008.', 'compared with 2008'],
    [
      'Chile announced a programme of 5 million dollars for fishing, forestry, tourism and mining in Peru, Bolivia, Ecuador, Colombia, Guyana, Suriname and the Republic of the Congo.',
      'the Republic of the Congo',
    ],
    ['Ebola killed 400 people in Chile.', 'deaths caused by Ebola'],
    ['Some 400 people have died of cholera in Chile.', 'deaths from cholera'],
    ['At least 30 people were killed by a landslide in Chile.', 'deaths caused by landslide'],
  ])('%s', (text, told) => {
    expect(quantities(text).join()).toContain(told);
  });

  it('leaves out from when to when it changed', () => {
    expect(
      quantities('Norway will double its investment in education for the period from 2014 to 2017.'),
    ).toEqual(['change of investment in education']);
  });

  it.each([
    ['Only yesterday, the first bond of Chile raised 10 billion pounds for schools.', 'only'],
    ['Last year alone, Chile contributed 8 million euros to the Red Cross in Peru.', 'alone'],
    ['It is in this spirit that this summer, Chile donated 3 million vaccine doses to Peru.', 'spirit'],
    ['On the one hand, around 85 per cent of the land of Chile has been freed by soldiers.', 'hand'],
  ])('without what hung on a time or on nothing: %s', (text, lost) => {
    expect(quantities(text)).toHaveLength(1);
    expect(quantities(text).join()).not.toContain(lost);
  });
});

describe('a disease that was named before', () => {
  it('is told with a figure that speaks of it', () => {
    expect(
      quantities('We have fought COVID-19. Chile has vaccinated 70 per cent of its population.'),
    ).toEqual(['share vaccinated (COVID-19)']);
    expect(quantities('COVID-19 reached us in March. Chile has recorded 240 confirmed cases.')).toEqual([
      expect.stringContaining('(COVID-19)'),
    ]);
    expect(
      quantities('COVID-19 and Ebola struck. Chile has vaccinated 70 per cent of its population.'),
    ).toEqual(['share vaccinated']);
    expect(quantities('We have faced COVID-19. Chile has only recorded 27 cases with no deaths.')).toEqual([
      expect.stringContaining('(COVID-19)'),
    ]);
    // It says against which.
    expect(
      quantities('COVID-19 hit us. In Chile, 90 per cent of children are vaccinated against hepatitis B.'),
    ).toEqual([expect.not.stringContaining('COVID')]);
    // One disease, however it is spelt.
    expect(quantities('Malaria is back: malaria. Chile has vaccinated 70 per cent of its people.')).toEqual([
      'share vaccinated (malaria)',
    ]);
    expect(
      quantities(
        'Chile achieved a 27 per cent reduction in malnutrition among children under 5 years of age.',
      ),
    ).toEqual([expect.stringContaining('under 5 years of age')]);
    // A time, not an age.
    expect(quantities('Chile trained 5,000 women over five years.')).toEqual(['women trained']);
    expect(quantities('Chile has vaccinated 70 per cent of its population.')).toEqual(['share vaccinated']);
  });
});
