import { randomNumbers } from './random.js';

/** So many resamples give ends that move by less than a fifth of a point from one seed to the next. */
const RESAMPLES = 1_000;
const SEED = 20_260_101;
/** Share of the resamples that lies outside of the interval, on both sides together. */
const OUTSIDE = 0.05;

/**
 * 95 % intervals of figures by the percentile bootstrap: rows are drawn with replacement, as many as there are, a thousand
 * times, and each figure is taken of each draw. The same rows give the same intervals on any machine.
 *
 * Source: B. Efron, R. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13.
 *
 * @param rows how many there are
 * @param figures of the rows with these numbers, of which some come several times; `null` where a draw has no gold for it
 * @returns the lower and upper end of each figure; none where there are no rows
 * @example
 * bootstrap(3, (drawn) => [drawn.filter((row) => row === 0).length]) // [[0, 3]]
 */
export function bootstrap(
  rows: number,
  figures: (drawn: readonly number[]) => readonly (number | null)[],
): (readonly [number, number] | undefined)[] {
  const random = randomNumbers(SEED);
  const taken: number[][] = [];
  for (let n = 0; n < RESAMPLES && rows > 0; n++) {
    const drawn = Array.from({ length: rows }, () => Math.floor(random() * rows));
    for (const [i, value] of figures(drawn).entries()) {
      taken[i] ??= [];
      if (value !== null) taken[i].push(value);
    }
  }
  return taken.map(interval);
}

function interval(values: readonly number[]): readonly [number, number] | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[Math.floor((OUTSIDE / 2) * sorted.length)];
  const high = sorted[Math.ceil((1 - OUTSIDE / 2) * sorted.length) - 1];
  return low === undefined || high === undefined ? undefined : [low, high];
}
