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
