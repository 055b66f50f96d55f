import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packWeights, tableKey, unpackWeights, weigh } from './boundary-table.js';
import { WEIGHTS } from './boundary-weights.js';

describe('packed weights', () => {
  it('come back as they went in', () => {
    const weight = fc.integer({ min: -127, max: 127 }).filter((steps) => steps !== 0);
    const entries = fc.array(fc.tuple(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), weight), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(entries, fc.integer(), (list, stranger) => {
        const weights = new Map(list.map(([hash, steps]) => [tableKey(hash), steps]));
        const table = unpackWeights(packWeights(weights));
        const hashes = Int32Array.from([...list.map(([hash]) => hash), stranger]);
        for (let i = 0; i < hashes.length; i++) {
          const one = hashes.subarray(i, i + 1);
          expect(weigh(table, one, 1)).toBe(weights.get(tableKey(hashes[i] as number)) ?? 0);
        }
      }),
    );
  });

  it('that come with the package stay small and fill little of their table', () => {
    expect(WEIGHTS.length).toBeLessThan(150_000);
    const { slots } = unpackWeights(WEIGHTS);
    expect(slots.filter((slot) => slot !== 0).length).toBeLessThan(0.6 * slots.length);
  });
});
