import { loadGazetteer } from '../../src/gazetteer/index.js';
import { confidenceOf, type Sureness, traitsOf } from '../../src/reader/confidence.js';
import { printAgreement, rowsOf, type Verdicts, wholly } from './judged.js';

/**
 * Fits the confidence of events to what judges said of earlier samples (`events-fitted.jsonl`): how likely an event is to be right in
 * type, source, recipient and modality, by its traits (src/reader/confidence.ts; logistic regression by Newton's method), and
 * prints the weights. Then, for the sample that nothing was fitted to (`events.jsonl`): the agreement of its two judges, how many
 * are right at a least confidence, and the expected calibration error, all by the confidence that the reader has.
 *
 *   npx tsx bench/handcheck/calibrate.ts
 */
type Judged = Sureness & Pick<Verdicts, 'judgeA'> & { readonly judgeB?: readonly number[] };

interface Example {
  readonly x: readonly number[];
  readonly y: number;
}

const gazetteer = loadGazetteer();
const isBody = (party: string): boolean => gazetteer.parties.get(party)?.kind === 'body';
const rightness = ({ judgeA, judgeB = judgeA }: Judged): number => (wholly(judgeA) + wholly(judgeB)) / 2;

const weights = weightsFor(
  rowsOf<Judged>('events-fitted').map((row): Example => ({ x: traitsOf(row, isBody), y: rightness(row) })),
);
process.stdout.write(`weights: ${weights.map((w) => w.toFixed(2)).join(', ')}\n`);

const rows = rowsOf<Sureness & Verdicts>('events');
printAgreement(rows, ['type', 'source', 'recipient', 'modality']);
const judged = rows.map((row) => ({
  genre: row.genre,
  said: confidenceOf(row, isBody),
  right: rightness(row),
}));
const rightOf = (kept: typeof judged): string => {
  const right = kept.reduce((sum, one) => sum + one.right, 0);
  return `${kept.length} told, ${((100 * right) / kept.length).toFixed(0)} % right`;
};
for (const least of [0, 0.4, 0.5, 0.6, 0.7]) {
  const kept = judged.filter(({ said }) => said >= least);
  const genres = ['speech', 'news'].map(
    (genre) => `${genre} ${rightOf(kept.filter((one) => one.genre === genre))}`,
  );
  process.stdout.write(`least confidence ${least}: ${rightOf(kept)} (${genres.join('; ')})\n`);
}
const bins = Array.from({ length: 5 }, () => ({ said: 0, right: 0 }));
for (const { said, right } of judged) {
  const bin = bins[Math.min(4, Math.floor(5 * said))] as { said: number; right: number };
  bin.said += said;
  bin.right += right;
}
const error = bins.reduce((sum, bin) => sum + Math.abs(bin.said - bin.right), 0) / judged.length;
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
