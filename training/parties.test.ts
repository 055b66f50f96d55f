import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type PartyModel, readPartyModel, writePartyModel } from '../src/reader/relations/party-model.js';
import {
  PARTY_PARTS,
  type PartyInput,
  type PartyPart,
  partyPass,
} from '../src/reader/relations/party-network.js';
import { readPartyOptions } from './party-options.js';
import { type PartyExample, PartyTrainer, trainParties } from './party-trainer.js';
import { pointed } from './relation-examples.js';
import { slopeError } from './slopes.js';

const SHAPE = { features: 6, sum: 8, vector: 4, width: 16 };
const VECTORS = {
  columns: 4,
  rowOf: () => -1,
  fill: (row: number, to: Float32Array | Float64Array, at: number) => {
    for (let k = 0; k < 4; k++) to[at + k] = Math.cos(row + k);
  },
};
const input = (features: number[][], vectors: number[], heads: number[]): PartyInput => ({
  length: features.length,
  features,
  vectors: Int32Array.from(vectors),
  heads: Int32Array.from(heads),
});
const EXAMPLES: PartyExample[] = [
  {
    input: input([[0], [1, 2], [3], [5]], [1, -1, 2, -1], [1, -1, 1, 1]),
    source: 0,
    recipient: 2,
    seen: false,
  },
  { input: input([[4, 1], [2], [5]], [3, 0, -1], [-1, 0, 0]), source: 1, recipient: 2, seen: true },
];

describe('the trainer of parties', () => {
  it('goes the way that the loss falls: gradients are those of small differences', () => {
    const trainer = new PartyTrainer(SHAPE, VECTORS, 3);
    const { parameters } = trainer;
    for (const name of Object.keys(PARTY_PARTS) as PartyPart[]) {
      // Added to all words alike it changes nothing.
      if (name === 'scores.bias') continue;
      expect(
        slopeError(parameters, name, () => trainer.learn(EXAMPLES)),
        name,
      ).toBeLessThan(0.05);
    }
  });

  it('works out what the network at work does', () => {
    const trainer = new PartyTrainer(SHAPE, VECTORS, 4);
    const loss = trainer.learn(EXAMPLES);
    const weights = trainer.weights();
    const own = EXAMPLES.reduce((sum, example) => {
      const shares = partyPass(SHAPE, weights, example.input, (row, to) => VECTORS.fill(row, to, 0));
      return (
        sum -
        Math.log(shares.source[example.source] ?? 0) -
        Math.log(shares.recipient[example.recipient] ?? 0)
      );
    }, 0);
    expect(loss).toBeCloseTo(own, 3);
  });

  it('learns some texts by heart, the same way for the same seed', () => {
    const train = () =>
      trainParties(
        SHAPE,
        VECTORS,
        EXAMPLES,
        new Set([4]),
        { seed: 2, epochs: 400, rate: 0.01, drop: 0.05, native: false },
        () => undefined,
      );
    const weights = train();
    expect(train()).toEqual(weights);
    for (const { input: own, source, recipient } of EXAMPLES) {
      const shares = partyPass(SHAPE, weights, own, (row, to) => VECTORS.fill(row, to, 0));
      expect(shares.source[source]).toBeGreaterThan(0.8);
      expect(shares.recipient[recipient]).toBeGreaterThan(0.8);
    }
  });
});

describe('a party model', () => {
  const model: PartyModel = {
    shape: SHAPE,
    features: ['a', 'b', 'c', 'd', 'e', 'nobody'],
    networks: [new PartyTrainer(SHAPE, VECTORS, 5).weights()],
  };

  it('is read as it was written, to 16 bits', () => {
    const read = readPartyModel(writePartyModel(model));
    expect({ ...read, networks: [] }).toEqual({ ...model, networks: [] });
    const [weights] = read.networks as [Float64Array];
    const most = Math.max(...weights.map((w, i) => Math.abs(w - (model.networks[0]?.[i] as number))));
    expect(most).toBeLessThan(1e-4);
  });

  it('is refused when it is something else', () => {
    expect(() => readPartyModel(new TextEncoder().encode('entente-relations 1\nxxxxxxxxx'))).toThrow(
      /train:parties/,
    );
  });

  it('takes no more than a megabyte', () => {
    expect(readFileSync(new URL('../models/parties.bin', import.meta.url)).length).toBeLessThan(1e6);
  });
});

describe('options', () => {
  it.each([
    ['--hidden', '100'],
    ['--sum', '12'],
    ['--epochs', '0'],
    ['--held-out', '0.9'],
  ])('name what is wrong: %s %s', (...argv) =>
    expect(() => readPartyOptions(argv)).toThrow(new RegExp(`^${argv[0]} must`)),
  );

  it('count the number of words for a side that nobody marked', () => {
    const part = (length: number) =>
      ({ scene: { tree: { length } }, source: new Set(), recipient: new Set() }) as never;
    expect(pointed([part(3), part(4)], 'source')).toBe(7);
  });
});
