import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendTree } from './spanning-tree.js';

/** All trees with one root, by trying every assignment: the truth for short sentences. */
function bestByTrial(size: number, scores: Float32Array): number {
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Int32Array(size);
  const tryWord = (word: number, sum: number): void => {
    if (word === size) {
      if (isTree(size, heads)) best = Math.max(best, sum);
      return;
    }
    for (let head = 0; head < size; head++) {
      if (head === word) continue;
      heads[word] = head;
      tryWord(word + 1, sum + (scores[word * size + head] ?? 0));
    }
  };
  tryWord(1, 0);
  return best;
}

function isTree(size: number, heads: Int32Array): boolean {
  let roots = 0;
  for (let i = 1; i < size; i++) {
    if (heads[i] === 0) roots++;
    let word = i;
    for (let steps = 0; word !== 0; steps++) {
      if (steps > size) return false;
      word = heads[word] ?? 0;
    }
  }
  return roots === 1;
}

const total = (size: number, scores: Float32Array, heads: Int32Array): number => {
  let sum = 0;
  for (let i = 1; i < size; i++) sum += scores[i * size + (heads[i] ?? 0)] ?? 0;
  return sum;
};

function mended(size: number, scores: Float32Array): Int32Array {
  const heads = new Int32Array(size);
  for (let i = 1; i < size; i++) {
    let best = i === 1 && size > 2 ? 2 : 0;
    for (let j = 0; j < size; j++)
      if (j !== i && (scores[i * size + j] ?? 0) > (scores[i * size + best] ?? 0)) best = j;
    heads[i] = best;
  }
  mendTree(size, scores, 0, heads);
  return heads;
}

const graphs = (most: number) =>
  fc
    .integer({ min: 2, max: most })
    .chain((size) =>
      fc
        .array(fc.integer({ min: -50, max: 50 }), { minLength: size * size, maxLength: size * size })
        .map((scores) => ({ size, scores: Float32Array.from(scores) })),
    );

describe('mendTree', () => {
  it('always gives one tree with one root', () => {
    fc.assert(
      fc.property(graphs(25), ({ size, scores }) => {
        expect(isTree(size, mended(size, scores))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the best tree under the root that it chose', () => {
    fc.assert(
      fc.property(graphs(6), ({ size, scores }) => {
        const heads = mended(size, scores);
        const root = heads.indexOf(0, 1);
        const only = scores.map((score, at) =>
          at % size === 0 && Math.floor(at / size) !== root ? -1e6 : score,
        );
        expect(total(size, scores, heads)).toBeCloseTo(bestByTrial(size, only), 3);
      }),
      { numRuns: 300 },
    );
  });
});
