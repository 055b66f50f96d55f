import { printAgreement, rowsOf, type Verdicts, wholly } from './judged.js';

/**
 * Fits the confidence of events to what two judges said of a sample (`events.jsonl`): how likely an event is to be right in
 * type, source, recipient and modality, by the shares that the networks gave its type and its parties, the certainty of the
 * least certain party, and whether it is told whom it concerns (logistic regression by Newton's method). Prints the agreement of
 * the judges, the weights, how many are right at a least confidence, and the expected calibration error, these two by ten-fold
 * cross-validation.
 *
 *   npx tsx bench/handcheck/calibrate.ts
 */
interface Judged extends Verdicts {
  readonly share: number;
  readonly castShare: number;
  readonly weakest: number;
  readonly recipient: readonly string[];
  readonly symmetric: boolean;
}

interface Example {
  readonly x: readonly number[];
  readonly y: number;
}

const FOLDS = 10;

const rows = rowsOf<Judged>('events');
printAgreement(rows, ['type', 'source', 'recipient', 'modality']);
const examples = rows.map(
  (row): Example => ({
    x: [
      1,
      logOdds(row.share),
      logOdds(row.castShare),
      logOdds(row.weakest),
      row.symmetric || row.recipient.length > 0 ? 1 : 0,
    ],
    y: (wholly(row.judgeA) + wholly(row.judgeB)) / 2,
  }),
);
process.stdout.write(
  `weights: ${weightsFor(examples)
    .map((w) => w.toFixed(3))
    .join(', ')}\n`,
);
const said = examples.map(({ x }, k) => {
  const weights = weightsFor(examples.filter((_, other) => other % FOLDS !== k % FOLDS));
  return chance(weights, x);
});
const rightOf = (kept: readonly number[]): string => {
  const right = kept.reduce((sum, k) => sum + (examples[k] as Example).y, 0);
  return `${kept.length} told, ${((100 * right) / kept.length).toFixed(0)} % right`;
};
for (const least of [0, 0.4, 0.5, 0.6]) {
  const kept = [...rows.keys()].filter((k) => (said[k] as number) >= least);
  const genres = ['speech', 'news'].map(
    (genre) => `${genre} ${rightOf(kept.filter((k) => rows[k]?.genre === genre))}`,
  );
  process.stdout.write(`least confidence ${least}: ${rightOf(kept)} (${genres.join('; ')})\n`);
}
const bins = Array.from({ length: 5 }, () => ({ said: 0, right: 0 }));
said.forEach((p, k) => {
  const bin = bins[Math.min(4, Math.floor(5 * p))] as { said: number; right: number };
  bin.said += p;
  bin.right += (examples[k] as Example).y;
});
const error = bins.reduce((sum, bin) => sum + Math.abs(bin.said - bin.right), 0) / examples.length;
process.stdout.write(`expected calibration error: ${error.toFixed(3)}\n`);

/** With a weak pull towards nothing on all weights but the first. */
function weightsFor(data: readonly Example[]): number[] {
  const size = (data[0] as Example).x.length;
  const weights = new Array<number>(size).fill(0);
  for (let step = 0; step < 12; step++) {
    const gradient = weights.map((w, i) => (i === 0 ? 0 : -w));
    const curvature = weights.map((_, i) => weights.map((__, j) => (i === j ? (i === 0 ? 1e-9 : 1) : 0)));
    for (const { x, y } of data) {
      const p = chance(weights, x);
      for (let i = 0; i < size; i++) {
        const xi = x[i] as number;
        gradient[i] = (gradient[i] as number) + (y - p) * xi;
        const line = curvature[i] as number[];
        for (let j = 0; j < size; j++) line[j] = (line[j] as number) + p * (1 - p) * xi * (x[j] as number);
      }
    }
    for (const [i, change] of solved(curvature, gradient).entries())
      weights[i] = (weights[i] as number) + change;
  }
  return weights;
}

/** Gauss and Jordan's elimination; the matrix is positive definite, so that no pivot is nothing. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const lines = matrix.map((line, i) => [...line, right[i] as number]);
  for (const [i, pivot] of lines.entries())
    for (const [k, line] of lines.entries()) {
      if (k === i) continue;
      const factor = (line[i] as number) / (pivot[i] as number);
      for (let c = i; c < line.length; c++) line[c] = (line[c] as number) - factor * (pivot[c] as number);
    }
  return lines.map((line, i) => (line.at(-1) as number) / (line[i] as number));
}

function chance(weights: readonly number[], x: readonly number[]): number {
  return 1 / (1 + Math.exp(-x.reduce((sum, value, k) => sum + value * (weights[k] as number), 0)));
}

function logOdds(share: number): number {
  const p = Math.max(0.005, Math.min(0.995, share));
  return Math.log(p / (1 - p));
}
