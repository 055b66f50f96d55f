import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hashIndex } from './hash-index.js';
import { createLanguage, languageOf } from './language.js';
import { type Model, readModel, writeModel } from './model-file.js';
import { SOURCE_SHA256 } from './network-kernels.js';
import type { Matrix, NetworkShape } from './network-weights.js';
import { BUCKETS, FIRST_FORM_ROW, formHash } from './word-rows.js';

/** Numbers that look random and are the same each time. */
const noise = (count: number): Int8Array =>
  Int8Array.from({ length: count }, (_, i) => ((i * 7919) % 251) - 125);
const matrix = (rows: number, columns: number): Matrix => ({
  rows,
  columns,
  values: noise(rows * columns),
  scale: new Float32Array(columns).fill(0.002),
  bias: Float32Array.from({ length: columns }, (_, i) => (i % 5) / 10),
});

const shape: NetworkShape = {
  features: 8,
  vector: 4,
  hidden: 16,
  width: 16,
  layers: 2,
  tagLayer: 1,
  arc: 16,
  relation: 16,
};
const forms = Uint32Array.from(['talks', '北京'], formHash);
const model: Model = {
  card: { name: 'small', version: '0', licence: 'none', treebanks: ['a'], figures: { a: { las: 1.5 } } },
  tags: ['NOUN|NN', 'VERB|VBZ', 'PUNCT|.'],
  labels: ['root', 'nsubj', 'punct'],
  lemmas: {
    exceptions: new Map([['went\tVBD', 'go']]),
    endings: new Map([
      ['NNS\ts', '1|'],
      ['VBD\t', '0|'],
    ]),
    known: { has: (form) => hashIndex(forms).find(formHash(form)) >= 0 },
  },
  network: {
    shape,
    forms,
    features: noise((FIRST_FORM_ROW + 2 + BUCKETS) * 8),
    featureScale: 0.001,
    vectorForms: Uint32Array.from(['talks'], formHash),
    vectors: noise(4),
    vectorScale: Float32Array.of(0.01, 0.02, 0.01, 0.02),
    matrices: {
      hidden: matrix(12, 16),
      input: matrix(16, 16),
      layer0: matrix(16, 48),
      layer1: matrix(16, 48),
      tags: matrix(16, 3),
      arcs: matrix(16, 32),
      relations: matrix(16, 32),
      bilinear: matrix(16, 16),
      labels: matrix(16, 3),
    },
    recurrences: [0, 1, 2, 3].map((n) => Float32Array.from({ length: 16 }, (_, i) => (i - n) / 20)),
    distances: Float32Array.from({ length: 64 }, (_, i) => i / 100),
  },
};

describe('model files', () => {
  it('are read as they were written', () => {
    const { lemmas, ...rest } = readModel(writeModel(model));
    const { lemmas: own, ...others } = model;
    expect(rest).toEqual(others);
    expect(lemmas).toMatchObject({ exceptions: own.exceptions, endings: own.endings });
    for (const form of ['talks', '北京', 'went']) expect(lemmas.known.has(form)).toBe(own.known.has(form));
  });

  it('are read from the middle of other bytes', () => {
    const bytes = writeModel(model);
    const shifted = Buffer.concat([Buffer.from('x'), bytes]).subarray(1);
    expect(readModel(shifted).network).toEqual(model.network);
  });

  it('are refused when they are something else', () => {
    expect(() => createLanguage(new TextEncoder().encode('PK not a model at all, whatever it is'))).toThrow(
      "not a language model of this version: it begins with 'PK not a model at a'; run npm run train",
    );
  });

  it('are refused when they were cut off', () => {
    const bytes = writeModel(model);
    expect(() => createLanguage(bytes.subarray(0, bytes.length - 300))).toThrow(
      /the language model lacks its part '[a-z.]+'; run npm run train/i,
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

describe('the kernels', () => {
  it('were compiled from their source as it is', () => {
    const source = readFileSync(new URL('../../kernels/network.ts', import.meta.url));
    expect(SOURCE_SHA256, 'run npm run kernels').toBe(createHash('sha256').update(source).digest('hex'));
  });
});

describe('hashIndex', () => {
  it('finds the numbers of what it holds, of equal ones the first, and nothing else', () => {
    const index = hashIndex(Uint32Array.of(7, 0, 4294967295, 7, 23));
    expect([7, 0, 4294967295, 23, 8].map(index.find)).toEqual([0, 1, 2, 4, -1]);
  });
});
