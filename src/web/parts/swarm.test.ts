import fc from 'fast-check';
import { expect, test } from 'vitest';
import { swarm } from './swarm.js';

test('dots that would overlap go above and below the line', () => {
  expect(swarm([0, 4, 6, 30], 10, 100)).toEqual([0, 10, -10, 0]);
});

test('where there is no room they are moved closer together', () => {
  expect(swarm([0, 1, 2, 3, 4], 10, 10)).toEqual([0, 5, -5, 10, -10]);
});

test('no two dots overlap while there is room', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 60 }), (xs) => {
      const ys = swarm(xs, 9, Number.POSITIVE_INFINITY);
      for (let i = 0; i < xs.length; i++) {
        for (let j = 0; j < i; j++) {
          const across = Math.abs((xs[i] ?? 0) - (xs[j] ?? 0));
          expect(across >= 9 || ys[i] !== ys[j]).toBe(true);
        }
      }
    }),
  );
});
