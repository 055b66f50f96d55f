import fc from 'fast-check';
import { expect, describe as suite, test } from 'vitest';
import { SAMPLES } from '../../../test/browser/samples.js';
import { sliceCodePoints } from '../../record/index.js';
import type { Names } from '../api.js';
import { instants, readableDate } from './dates.js';
import { describe, lineText } from './describe.js';
import { partyName } from './parties.js';
import { type Mark, paragraphs } from './segments.js';

const names: Names = {
  parties: {
    CHN: { name: 'China', kind: 'state' },
    PHL: { name: 'Philippines', kind: 'state' },
    ASEAN: { name: 'Association of Southeast Asian Nations', kind: 'body' },
    EU: { name: 'European Union', kind: 'body' },
  },
  instruments: {},
};

suite('dates', () => {
  test.each([
    ['2021-11-22', 'explicit', '22 Nov 2021'],
    ['2021-11', 'relative', 'Nov 2021 (relative)'],
    ['2021', 'document', '2021 (document)'],
    ['1955~', undefined, 'about 1955'],
    ['1955?', undefined, 'perhaps 1955'],
    ['2020-01/2020-03', undefined, 'Jan 2020 to Mar 2020'],
  ] as const)('%s, %s', (edtf, basis, readable) => {
    expect(readableDate(edtf, basis)).toBe(readable);
  });

  test.each([
    ['2021-11-22', '2021-11-22', '2021-11-22'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2021', '2021-01-01', '2021-12-31'],
    ['1955~', '1955-01-01', '1955-12-31'],
    ['2020-01/2020-03', '2020-01-01', '2020-03-31'],
  ])('%s covers %s to %s', (edtf, first, last) => {
    const days = instants(edtf);
    expect([days?.first, days?.last].map((day) => day?.toISOString().slice(0, 10))).toEqual([first, last]);
  });
});

suite('parties', () => {
  test.each([
    ['CHN', 'China'],
    ['CHN/GOV', 'China (government)'],
    ['-/REB', 'rebels'],
    ['ASEAN', 'ASEAN'],
    ['EU', 'European Union'],
    ['XYZ', 'XYZ'],
    ['author', 'the author'],
  ])('%s is called %s', (id, name) => {
    expect(partyName(id, names)).toBe(name);
  });
});

suite('lines', () => {
  const lines = SAMPLES.flatMap(({ entries }) =>
    entries.map((entry) => lineText(describe(entry, names), names)),
  );

  test.each([
    'ASEAN, China — CONSULT (multilateral), 22 Nov 2021',
    'ASEAN, China — partnership ‘comprehensive strategic partnership’, announced, since Nov 2021 (relative)',
    'Philippines (government) → China — ACCUSE (disapprove), Nov 2021 (relative)',
    'China to ASEAN — commitment: “provide 1.5 billion US dollars of development assistance over three years”, due Nov 2024 (relative)',
    'China on Philippines — in opposition: “the boats had entered its waters without permission”',
    'ASEAN, China — trade: 685 billion USD, 2020',
    'Philippines, USA — alliance ‘mutual defense treaty’, in force, since 1951',
  ])('%s', (line) => {
    expect(lines).toContain(line);
  });
});

suite('segments', () => {
  test('overlapping passages are cut where each begins and ends', () => {
    const marks: Mark[] = [
      { start: 0, end: 6, entry: 0, kind: 'event' },
      { start: 4, end: 9, entry: 1, kind: 'tie' },
    ];
    const [only] = paragraphs('abcd😀fghi', marks);
    expect(only?.segments.map(({ text, entries }) => [text, entries])).toEqual([
      ['abcd', [0]],
      ['😀f', [1, 0]],
      ['ghi', [1]],
    ]);
  });

  test('line ends make paragraphs, and a passage may cross them', () => {
    const cut = paragraphs('one\ntwo\n\nthree', [{ start: 2, end: 10, entry: 0, kind: 'claim' }]);
    expect(cut.map(({ apart }) => apart)).toEqual([false, false, true]);
    expect(cut.map(({ segments }) => segments.map(({ text }) => text))).toEqual([
      ['on', 'e'],
      ['two'],
      ['t', 'hree'],
    ]);
  });

  test('every passage is found again in its segments, whatever the text', () => {
    const text = fc.array(fc.constantFrom('a', 'b ', '\n', '😀', 'é', '漢')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.array(fc.tuple(fc.nat(40), fc.nat(20)), { maxLength: 8 }), (words, pairs) => {
        const length = [...words].length;
        const marks = pairs.map(([start, size], entry): Mark => {
          const from = Math.min(start, length);
          return { start: from, end: Math.min(from + size, length), entry, kind: 'event' };
        });
        const segments = paragraphs(words, marks).flatMap((paragraph) => paragraph.segments);
        expect(segments.map((segment) => segment.text).join('')).toBe(words.replaceAll('\n', ''));
        for (const { entry, start, end } of marks) {
          const covered = segments.filter((segment) => segment.entries.includes(entry));
          expect(covered.map((segment) => segment.text).join('')).toBe(
            sliceCodePoints(words, start, end).replaceAll('\n', ''),
          );
        }
      }),
    );
  });
});
