import { describe, expect, it } from 'vitest';
import { accumulate, type FeatureRows, featureTable } from './feature-table.js';
import { spread, unspread } from './hashing.js';
import { createLanguage, languageOf } from './language.js';
import { type Model, readModel, writeModel } from './model-file.js';

/** Rows as the trainer orders them; the second and fourth have two pairs. */
const rows = (unordered: readonly number[]): FeatureRows => {
  const keys = [...unordered].sort((a, b) => spread(a) - spread(b));
  return {
    keys: Uint32Array.from(keys),
    counts: Uint8Array.from(keys, (_, i) => (i % 2) + 1),
    outcomes: Uint8Array.from(keys.flatMap((_, i) => (i % 2 ? [0, 1] : [1]))),
    weights: Int16Array.from(keys.flatMap((_, i) => (i % 2 ? [-300, 32767] : [i - 2]))),
  };
};

const entries = new Map([
  ['talks', { ambiguity: 4294967295, tag: 1 }],
  ['北京', { ambiguity: 0, tag: -1 }],
]);
const model: Model = {
  card: { name: 'small', version: '0', licence: 'none', treebanks: ['a'], figures: { a: { las: 1.5 } } },
  tags: ['NOUN|NN', 'VERB|VBZ'],
  labels: ['root', 'nsubj'],
  entries,
  lemmas: {
    exceptions: new Map([['went\tVBD', 'go']]),
    endings: new Map([
      ['NNS\ts', '1|'],
      ['VBD\t', '0|'],
    ]),
    known: entries,
  },
  tagger: rows([1, 200, 70_000, 4294967295]),
  parser: rows([5]),
};

describe('model files', () => {
  it('are read as they were written', () => {
    expect(readModel(writeModel(model))).toEqual(model);
  });

  it('are refused when they are something else', () => {
    expect(() => createLanguage(new TextEncoder().encode('PK not a model at all, whatever it is'))).toThrow(
      "not a language model of this version: it begins with 'PK not a model at a'; run npm run train",
    );
  });

  it('make a language that gives every sentence one root and a head for every word, however little it knows', () => {
    const { parse, segment } = languageOf(model);
    for (const sentence of segment('Talks 北京. 👍 ((((. One two three four five six seven')) {
      const { heads, deprels, length } = parse(sentence);
      expect([...heads].filter((head) => head === -1)).toHaveLength(1);
      expect(deprels.filter((relation) => relation === 'root')).toHaveLength(1);
      expect([...heads].every((head) => head < length)).toBe(true);
    }
  });
});

describe('featureTable', () => {
  it('adds the rows of the features that it has', () => {
    const [first = 0, second = 0, , fourth = 0] = model.tagger.keys;
    const scores = new Int32Array(2);
    accumulate(featureTable(model.tagger), Uint32Array.from([first, 9, second, fourth]), 4, scores);
    expect([...scores]).toEqual([-600, 65_532]);
  });

  it('spreads keys so that they can be told again', () => {
    for (const key of [1, 2, 0x7fffffff, 0x80000000, 0xffffffff]) expect(unspread(spread(key))).toBe(key);
  });
});
