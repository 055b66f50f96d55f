import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judged } from '../src/reader/judges/bag-judge.js';
import { SOURCE_SHA256 } from '../src/reader/judges/bag-kernels.js';
import { type BagModel, bagInput, votesOf } from '../src/reader/judges/bag-model.js';
import { type BagShape, bagLayout, bagPass } from '../src/reader/judges/bag-network.js';
import { readJudges, writeJudges } from '../src/reader/judges/judges-file.js';
import { showing } from '../src/reader/judges/sight.js';
import { readOptions } from './event-options.js';
import { passagesOf, readPassages } from './passages.js';
import { randomNumbers } from './random.js';
import { learnBag, trainBag } from './train-bag.js';

const SHAPE: BagShape = { features: 6, slots: 2, vector: 3, hidden: 5, classes: 3 };
const INPUT = { features: [0, 4], vectors: Float64Array.of(0.5, -1, 0.2, 0, 0.3, 0.9) };

function randomWeights(seed: number): Float64Array {
  const random = randomNumbers(seed);
  return Float64Array.from({ length: bagLayout(SHAPE).length }, () => 2 * random() - 1);
}

const vectors = {
  columns: 3,
  rowOf: () => 0,
  fill(row: number, to: Float64Array | Float32Array, at: number) {
    for (let k = 0; k < 3; k++) to[at + k] = row < 0 ? 0 : Math.sin(row + k);
  },
};

describe('the network of a judge', () => {
  it('has gradients that are what small differences of the loss give', () => {
    const weights = randomWeights(4);
    const gradients = new Float64Array(weights.length);
    learnBag(SHAPE, weights, gradients, INPUT, 1);
    const loss = (at: number, by: number): number => {
      const moved = weights.slice();
      moved[at] = (moved[at] as number) + by;
      const { classes } = bagPass(SHAPE, moved, INPUT);
      // The loss with its smoothing: 0.95 of it is the target's.
      return classes.reduce((sum, p, k) => sum - ((k === 1 ? 0.95 : 0) + 0.05 / 3) * Math.log(p), 0);
    };
    let compared = 0;
    for (let w = 0; w < weights.length; w++) {
      const slope = (loss(w, 1e-5) - loss(w, -1e-5)) / 2e-5;
      expect(Math.abs(slope - (gradients[w] as number))).toBeLessThan(1e-4);
      if (Math.abs(slope) > 0.01) compared++;
    }
    expect(compared).toBeGreaterThan(20);
  });

  it('learns what its examples have in common, the same every time', () => {
    const examples = [0, 1, 2].flatMap((target) =>
      Array.from({ length: 20 }, (_, k) => ({
        input: { features: [target, 3 + (k % 3)], vectors: new Float64Array(6) },
        target,
        weight: 1,
      })),
    );
    const options = { seed: 1, epochs: 200, rate: 0.02, drop: 0 };
    const weights = trainBag(SHAPE, examples, options, () => {});
    for (const { input, target } of examples) {
      const { classes } = bagPass(SHAPE, weights, input);
      expect(classes[target]).toBeGreaterThan(0.6);
    }
    expect(trainBag(SHAPE, examples, options, () => {})).toEqual(weights);
  });
});

describe('the kernels of the judges', () => {
  it('were compiled from their source as it is', () => {
    const source = readFileSync(new URL('../kernels/bag.ts', import.meta.url));
    expect(SOURCE_SHA256, 'run npm run kernels').toBe(createHash('sha256').update(source).digest('hex'));
  });
});

describe('a file of judges', () => {
  const model = (seed: number): BagModel => ({
    shape: SHAPE,
    features: ['t=a', 't=b', 't=c', 'o=d', 'o=e', 'o=f'],
    classes: ['x', 'y', 'none'],
    networks: [randomWeights(seed), randomWeights(seed + 1)],
  });
  const judges = { acts: model(1), roles: model(7) };

  it('is read as it was written, to 8 bits', () => {
    const read = readJudges(writeJudges(judges));
    for (const kind of ['acts', 'roles'] as const) {
      expect({ ...read[kind], networks: [] }).toEqual({ ...judges[kind], networks: [] });
      read[kind].networks.forEach((weights, k) => {
        weights.forEach((w, i) => {
          expect(Math.abs(w - (judges[kind].networks[k]?.[i] as number))).toBeLessThan(1 / 200);
        });
      });
    }
  });

  it('is refused when it is something else', () => {
    expect(() => readJudges(new TextEncoder().encode('entente-relations 1\nxxxxxxxxx'))).toThrow(
      /train:events/,
    );
  });

  it('judges alike by products that it kept and by the vectors themselves, and tells what decided', () => {
    const sight = { features: ['t=b', 't=unheard of', 'o=e'], words: Int32Array.of(5, -1) };
    // As it comes from its file, in 8 bits.
    const { acts } = readJudges(writeJudges(judges));
    const one = { ...acts, networks: acts.networks.slice(0, 1) };
    const [weights] = one.networks as [Float64Array];
    const { classes } = bagPass(SHAPE, weights, bagInput(one, vectors, sight));
    for (let n = 0; n < 2; n++)
      for (const [k, share] of judged(one, vectors, showing(sight)).entries())
        expect(share).toBeCloseTo(classes[k] as number, 5);
    const votes = votesOf(one, vectors, sight, 0);
    expect(votes.every((name) => ['t=b', 'o=e'].includes(name))).toBe(true);
  });

  it('ships with six megabytes at most', () => {
    expect(readFileSync(new URL('../models/events.bin', import.meta.url)).length).toBeLessThan(6e6);
  });
});

describe('passages with marked events', () => {
  const head = '# speech GHA\nWe thank Qatar, and Qatar thanks us; talks followed talks.';
  const events = (lines: string) => passagesOf(`${head}\n${lines}\n`, 'x.txt')[0]?.events;

  it('keep triggers, types, parties and modality', () => {
    expect(events('= thank | SUPPORT | We > Qatar\n= talks#2 | CONSULT | We & Qatar#2 <> | alleged')).toEqual(
      [
        {
          trigger: { start: 3, end: 8 },
          type: 'SUPPORT',
          source: [{ start: 0, end: 2 }],
          recipient: [{ start: 9, end: 14 }],
          symmetric: false,
          modality: 'asserted',
        },
        {
          trigger: { start: 52, end: 57 },
          type: 'CONSULT',
          source: [
            { start: 0, end: 2 },
            { start: 20, end: 25 },
          ],
          recipient: [],
          symmetric: true,
          modality: 'alleged',
        },
      ],
    );
    expect(passagesOf(head, 'x.txt')[0]).toMatchObject({ genre: 'speech', speaker: 'GHA', events: [] });
  });

  it('take a name in the sentence of the trigger before the same name in another', () => {
    const text =
      '# news\nPeru protested. Chile said that Peru had sent a note.\n= sent | SUPPORT | Peru > Chile\n';
    expect(passagesOf(text, 'x.txt')[0]?.events[0]?.source).toEqual([{ start: 32, end: 36 }]);
  });

  it.each([
    '= thanked | SUPPORT | We > Qatar',
    '= thank | PRAISE | We > Qatar',
    '= thank | SUPPORT | We > Oman',
    '= thank | SUPPORT | We',
    '= thank | SUPPORT | We > Qatar | perhaps',
  ])('are refused with their place: %s', (line) => {
    expect(() => events(line)).toThrow(/x\.txt, line 3/);
  });

  it('are refused without a head', () => {
    expect(() => passagesOf('We thank Qatar.\n', 'x.txt')).toThrow(/x\.txt, line 1/);
  });

  it('are many and tell all types', () => {
    const passages = readPassages(new URL('./passages', import.meta.url).pathname);
    expect(passages.length).toBeGreaterThan(5000);
    expect(new Set(passages.flatMap(({ events }) => events.map(({ type }) => type))).size).toBe(16);
    expect(passages.filter(({ events }) => events.length === 0).length).toBeGreaterThan(1000);
  });
});

describe('options of training', () => {
  it.each([
    ['--epochs', 'many'],
    ['--networks', '0'],
    ['--held-out', '0.9'],
  ])('%s %s is refused', (name, value) => {
    expect(() => readOptions([name, value])).toThrow(name);
  });
});
