import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { relationOf } from '../src/reader/evaluate/relation.js';
import { createReader, type Reader } from '../src/reader/index.js';
import {
  inputOf,
  judge,
  type RelationModel,
  readRelationModel,
  writeRelationModel,
} from '../src/reader/relations/relation-model.js';
import {
  layout,
  type RelationInput,
  type RelationShape,
  relationPass,
} from '../src/reader/relations/relation-network.js';
import { randomNumbers } from './random.js';
import { learnRelation } from './relation-gradients.js';
import { markedSentence, readMarkedSentences } from './relation-sentences.js';

const SHAPE: RelationShape = { features: 5, whole: 3, vector: 4, hidden: 8, heads: 2, classes: 4 };
const INPUT: RelationInput = {
  length: 4,
  features: [[0, 2], [1], [], [3, 4]],
  vectors: Float64Array.from({ length: 16 }, (_, k) => Math.sin(k + 1)),
  heads: Int32Array.from([1, -1, 1, 2]),
  edges: Uint8Array.from([1, 5, 2, 4]),
  whole: [1],
};
const TARGET = { type: 2, source: 0, recipient: 4 };

function randomWeights(seed: number, size = 0.4): Float64Array {
  const random = randomNumbers(seed);
  return Float64Array.from({ length: layout(SHAPE).length }, () => size * (2 * random() - 1));
}

describe('gradients of the relation network', () => {
  it('are what small differences of the loss give', () => {
    const weights = randomWeights(3);
    const gradients = new Float64Array(weights.length);
    learnRelation(SHAPE, weights, gradients, INPUT, TARGET);
    const loss = (at: number, by: number): number => {
      const moved = weights.slice();
      moved[at] = (moved[at] as number) + by;
      return exactLoss(moved);
    };
    let compared = 0;
    for (let w = 0; w < weights.length; w += 3) {
      const slope = (loss(w, 1e-3) - loss(w, -1e-3)) / 2e-3;
      expect(Math.abs(slope - (gradients[w] as number))).toBeLessThan(0.02 + 0.05 * Math.abs(slope));
      if (Math.abs(slope) > 0.02) compared++;
    }
    expect(compared).toBeGreaterThan(50);
  });

  it('lower the loss', () => {
    const weights = randomWeights(5);
    const before = exactLoss(weights);
    for (let n = 0; n < 30; n++) {
      const gradients = new Float64Array(weights.length);
      learnRelation(SHAPE, weights, gradients, INPUT, TARGET);
      for (let w = 0; w < weights.length; w++)
        weights[w] = (weights[w] as number) - 0.05 * (gradients[w] as number);
    }
    expect(exactLoss(weights)).toBeLessThan(0.5 * before);
  });
});

/** The loss that is learnt, the smoothing of its targets among it. */
function exactLoss(weights: Float64Array): number {
  let loss = 0;
  for (let type = 0; type < SHAPE.classes; type++) {
    const share = (type === TARGET.type ? 0.95 : 0) + 0.05 / SHAPE.classes;
    const none = { type, source: -1, recipient: -1 };
    loss += share * learnRelation(SHAPE, weights, new Float64Array(weights.length), INPUT, none);
  }
  const pointed = { ...TARGET, type: -1 };
  return loss + learnRelation(SHAPE, weights, new Float64Array(weights.length), INPUT, pointed);
}

describe('a relation model', () => {
  const model: RelationModel = {
    shape: SHAPE,
    features: ['a', 'b', 'c', 'd', 'e'],
    whole: ['x', 'y', 'z'],
    classes: ['ACCUSE/3', 'AID/2', 'COERCE/4', 'none/0'],
    networks: [randomWeights(1), randomWeights(2)],
    sharpness: 1.2,
  };

  it('is read as it was written, to 16 bits', () => {
    const read = readRelationModel(writeRelationModel(model));
    expect({ ...read, networks: [] }).toEqual({ ...model, networks: [] });
    read.networks.forEach((weights, k) => {
      const most = Math.max(...weights.map((w, i) => Math.abs(w - (model.networks[k]?.[i] as number))));
      expect(most).toBeLessThan(1e-4);
    });
  });

  it('is refused when it is something else', () => {
    expect(() => readRelationModel(new TextEncoder().encode('entente-language 2\nxxxxxxxxx'))).toThrow(
      /train:relations/,
    );
  });

  it('gives the same by vectors that were multiplied before', () => {
    const graph = {
      forms: ['w', 'x'],
      features: [['a'], ['b']],
      vectors: Int32Array.of(3, 5),
      heads: Int32Array.of(-1, 0),
      edges: Uint8Array.of(5, 2),
      whole: [],
    };
    const fill = (row: number, to: Float32Array | Float64Array, at: number) => {
      for (let k = 0; k < 4; k++) to[at + k] = Math.cos(row + k);
    };
    const vectors = { columns: 4, rowOf: () => -1, fill };
    const [weights] = model.networks as [Float64Array];
    const whole = relationPass(SHAPE, weights, inputOf(model, vectors, graph));
    for (let n = 0; n < 2; n++) {
      const { source } = judge({ ...model, networks: [weights] }, vectors, graph);
      for (const [i, share] of source.entries()) expect(share).toBeCloseTo(whole.source[i] as number, 10);
    }
  });

  it('leaves features out that it does not know', () => {
    const graph = {
      forms: ['w'],
      features: [['a', 'unheard-of', 'a', 'c']],
      vectors: Int32Array.of(-1),
      heads: Int32Array.of(-1),
      edges: Uint8Array.of(5),
      whole: ['nothing', 'z'],
    };
    const vectors = { columns: 4, rowOf: () => -1, fill: () => undefined };
    const input = inputOf(model, vectors, graph);
    expect(input.features).toEqual([[0, 2]]);
    expect(input.whole).toEqual([2]);
    const { classes, source } = judge(model, vectors, graph);
    expect(classes.reduce((a, b) => a + b)).toBeCloseTo(1);
    expect(source).toHaveLength(2);
  });
});

describe('sentences with marked parties', () => {
  it('lose their marks and keep their places in code points', () => {
    expect(markedSentence('112\t<s>Côte d’Ivoire 🕊</s> accused <r>Mali</r>.')).toEqual({
      cameo: '112',
      text: 'Côte d’Ivoire 🕊 accused Mali.',
      source: [[0, 15]],
      recipient: [[24, 28]],
    });
  });

  it.each(['', '11', 'x\tA', '112\t<s>A accused B.', '112\t<s>A</r> accused B.', '112\t<s>A <r>B</r></s>.'])(
    'are refused when they are malformed: %s',
    (line) => expect(markedSentence(line)).toBeUndefined(),
  );

  it('are many, no two alike but one pair, and cover all roots', () => {
    const sentences = readMarkedSentences(new URL('./sentences', import.meta.url).pathname);
    expect(sentences.length).toBeGreaterThan(15_000);
    const texts = sentences.map(({ text }) => text);
    // One sentence, of an ambassador recalled, stands in two files.
    expect(new Set(texts).size).toBe(texts.length - 1);
    expect(new Set(sentences.map(({ cameo }) => cameo.slice(0, 2))).size).toBe(20);
  });
});

describe('judging', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await createReader();
  });
  const marked = (line: string) =>
    markedSentence(`000\t${line}`) as NonNullable<ReturnType<typeof markedSentence>>;

  it.each([
    ['<s>Gunmen</s> riddled <r>the mayor</r> with bullets outside his home.', 'ASSAULT', 'riddled'],
    ['<s>Norway</s> flew two planeloads of rice to <r>Chad</r>.', 'AID', 'flew'],
  ])('chooses a type and tells the words that decided: %s', (line, type, word) => {
    const answer = relationOf(reader.resources, marked(line));
    expect(answer.type).toBe(type);
    expect(answer.words).toContain(word);
    expect(answer.share).toBeGreaterThan(answer.runnerUp?.share ?? 1);
  });

  it('is the same every time', () => {
    const row = marked('<s>Fiji</s> will not lift the ban on <r>Samoan ships</r>.');
    expect(relationOf(reader.resources, row)).toEqual(relationOf(reader.resources, row));
    expect(relationOf(reader.resources, row).type).toBe('REJECT');
  });

  it('holds its model to a megabyte', () => {
    expect(readFileSync(new URL('../models/relations.bin', import.meta.url)).length).toBeLessThan(1e6);
  });
});
