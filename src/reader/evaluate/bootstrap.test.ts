import { expect, it } from 'vitest';
import { bootstrap } from './bootstrap.js';

const shareOf = (right: readonly boolean[]) => (drawn: readonly number[]) => [
  (100 * drawn.filter((row) => right[row]).length) / drawn.length,
];
const right = (rows: number) => Array.from({ length: rows }, (_, i) => i % 5 !== 0);

it('gives the interval of a share that theory gives', () => {
  const [interval] = bootstrap(400, shareOf(right(400)));
  // 80 % ± 1.96 standard errors of two points.
  expect(interval?.[0]).toBeGreaterThan(75);
  expect(interval?.[0]).toBeLessThan(77.5);
  expect(interval?.[1]).toBeGreaterThan(82.5);
  expect(interval?.[1]).toBeLessThan(85);
});

it('is narrower the more rows there are, the same each time, and nothing without rows', () => {
  const width = (rows: number) => {
    const [[low, high] = [0, 0]] = bootstrap(rows, shareOf(right(rows)));
    return high - low;
  };
  expect(width(1000)).toBeLessThan(width(50) / 2);
  expect(bootstrap(60, shareOf(right(60)))).toEqual(bootstrap(60, shareOf(right(60))));
  expect(bootstrap(0, () => [1])).toEqual([]);
  expect(bootstrap(3, () => [null, 4])).toEqual([undefined, [4, 4]]);
});
