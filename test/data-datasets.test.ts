import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SECTORS } from '../src/record/index.js';

/** Rows of a table of data/, read on their own. */
function rows(name: string): string[][] {
  const lines = readFileSync(new URL(`../data/${name}.tsv`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'));
}

describe('data/cameo.tsv', () => {
  const [header, ...codes] = rows('cameo');

  it('has a label for each code of the crosswalk, once, and scores from −10 to 10', () => {
    expect(header).toEqual(['code', 'label', 'goldstein']);
    expect(codes.map(([code]) => code)).toEqual(
      rows('crosswalk')
        .slice(1)
        .map(([code]) => code),
    );
    expect(codes.filter(([, label]) => !label)).toEqual([]);
    expect(codes.filter(([, , score = '']) => score !== '' && !(Math.abs(Number(score)) <= 10))).toEqual([]);
  });

  it.each([
    ['036', '4'],
    ['042', '1.9'],
    ['043', '2.8'],
    ['057', '8'],
    ['112', '-2'],
    ['130', '-4.4'],
    ['163', '-8'],
    ['190', '-10'],
  ])('%s scores %s', (code, score) => {
    expect(codes.find(([own]) => own === code)?.[2]).toBe(score);
  });

  it('scores cooperation above 0 and conflict below', () => {
    const wrong = codes.filter(([code = '', , score]) => {
      const root = Number(code.slice(0, 2));
      return score && root > 2 && (root <= 8 ? Number(score) <= 0 : Number(score) >= 0);
    });
    expect(wrong).toEqual([]);
  });
});

it('data/sectors.tsv has each sector of PLOVER once', () => {
  const [header, ...sectors] = rows('sectors');
  expect(header).toEqual(['sector', 'cameo', 'icews']);
  expect(sectors.map(([sector]) => sector).sort()).toEqual([...SECTORS].sort());
});
