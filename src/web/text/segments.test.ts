import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sliceCodePoints } from '../../record/index.js';
import { type Mark, paragraphs } from './segments.js';

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
