import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Language, loadLanguage, segment } from '../../src/language/index.js';
import { LONGEST_SENTENCE } from '../../src/language/segment.js';
import { fault, treeFault } from './properties.js';

const MEGABYTE = 1_000_000;

/** Texts that nobody should write, by what is wrong with them: a unit that is repeated. */
const UNITS: readonly (readonly [string, string])[] = [
  ['letters without a space', 'x'],
  ['opening brackets', '('],
  ['newlines', '\n'],
  ['carriage returns', '\r'],
  ['full stops', '.'],
  ['spaced full stops', '. '],
  ['quotation marks', '" '],
  ['lone high surrogates', '\ud800'],
  ['lone low surrogates', '\udc00'],
  ['zero-width spaces', '\u200b'],
  ['right-to-left marks', 'a\u200f\u202e'],
  ['combining marks', '\u0301'],
  ['control characters', '\u0000\u0007'],
  ['emoji', '👩‍🚀'],
  ['flags', '🇻🇳'],
  ['Chinese', '北京会谈'],
  ['Arabic', 'مرحبا بكم '],
  ['Hindi', 'शांति वार्ता '],
  ['words without a sign', 'peace talks go on and on '],
  ['capitals without a sign', 'PEACE TALKS GO ON '],
  ['abbreviations', 'U.S. etc. Mr. '],
  ['initials', 'A. '],
  ['dotted labels', 'a.b.'],
  ['notes', '[1] '],
  ['brackets that look like notes', '[aa '],
  ['addresses', 'http://:@'],
  ['mail signs', 'a@'],
  ['items', '1. '],
  ['short lines', 'ab\n'],
  ['long lines', `${'word '.repeat(20)}\n`],
  ['datelines', 'HANOI, - '],
  ['words written together', 'its lets dont '],
  ['apostrophes', "'s"],
];

describe('any text at all', () => {
  it.each(UNITS)('%s: nothing lost, nothing overlong', (_, unit) => {
    const text = unit.repeat(Math.ceil(20_000 / unit.length));
    expect(fault(text, segment(text))).toBeUndefined();
  });

  it.each(UNITS)('%s: time grows with the length', (_, unit) => {
    const seconds = (characters: number): number => {
      const text = unit.repeat(Math.ceil(characters / unit.length));
      const began = performance.now();
      segment(text);
      return (performance.now() - began) / 1000;
    };
    seconds(20_000);
    // The least of several, in turns, since other work on the machine only adds.
    const rounds = Array.from({ length: 4 }, () => [seconds(50_000), seconds(200_000)] as const);
    const short = Math.min(...rounds.map(([time]) => time));
    const long = Math.min(...rounds.map(([, time]) => time));
    // Four times the text; a quadratic cost would be sixteen times, and at these lengths far above the floor.
    expect(long).toBeLessThan(12 * Math.max(short, 0.02));
  });

  it('holds for odd signs between ordinary words', () => {
    const odd = fc.constantFrom(
      ...UNITS.map(([, unit]) => unit),
      ' ',
      '\n\n',
      'The envoy left',
      "don't",
      '3,000.5',
    );
    const parts = fc.array(fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 });
    fc.assert(
      fc.property(parts, (list) => {
        const text = list.join('');
        expect(fault(text, segment(text))).toBeUndefined();
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  it('does not depend on what was read before', () => {
    const texts = UNITS.map(([, unit]) => `The talks ended. ${unit.repeat(30)} They go on.`);
    const once = texts.map((text) => segment(text));
    expect([...texts].reverse().map((text) => segment(text))).toEqual(once.reverse());
  });
});

describe('large texts', () => {
  it.each([
    ['ten megabytes without a space', 'x'.repeat(10 * MEGABYTE), 1],
    ['100,000 opening brackets', '('.repeat(100_000), 1],
    ['a megabyte of newlines', '\n'.repeat(MEGABYTE), 0],
    ['a megabyte of full stops', '.'.repeat(MEGABYTE), 1],
  ])('%s', (_, text, count) => {
    expect(segment(text)).toHaveLength(count);
  });

  it.each(['peace talks go on and the envoy comes to us again ', 'PEACE TALKS GO ON '])(
    'a megabyte of words without a stop is cut: %s',
    (unit) => {
      const text = unit.repeat(MEGABYTE / unit.length);
      const sentences = segment(text);
      expect(Math.max(...sentences.map(({ length }) => length))).toBeLessThanOrEqual(LONGEST_SENTENCE);
      expect(sentences.reduce((sum, { length }) => sum + length, 0)).toBe(text.trim().split(' ').length);
    },
  );
});

describe('parsing', () => {
  let language: Language;
  beforeAll(async () => {
    language = await loadLanguage();
  });

  it('makes a tree of whatever it is given', () => {
    const text = UNITS.map(([, unit]) => `${unit.repeat(12)} The sides met.`).join('\n\n');
    const sentences = language.analyse(text);
    expect(fault(text, sentences)).toBeUndefined();
    expect(treeFault(sentences)).toBeUndefined();
  });
});
