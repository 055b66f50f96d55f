import { readFileSync } from 'node:fs';

/**
 * Fits the confidence of events to what two judges said of a sample (`events.jsonl`): how likely an event is to be right in
 * type, source, recipient and modality, by the share that the networks gave its type and whether somebody is named whom
 * it concerns (logistic regression; the error is that of ten-fold cross-validation). Prints the agreement of the judges, too
 * (Krippendorff's alpha for two judges and two values).
 *
 *   npx tsx bench/handcheck/calibrate.ts
 */
interface Judged {
  readonly genre: string;
  /** Share of its type, times the certainty of its least certain party. */
  readonly share: number;
  readonly recipient: readonly string[];
  readonly symmetric: boolean;
  readonly judgeA: readonly number[];
  readonly judgeB: readonly number[];
}

const FIELDS = ['type', 'source', 'recipient', 'modality', 'all four'];
const rows = readFileSync(new URL('./events.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Judged);
const verdict = (fields: readonly number[], field: string): number =>
  field === 'all four' ? Math.min(...fields) : (fields[FIELDS.indexOf(field)] as number);

for (const genre of [...new Set(rows.map((row) => row.genre)), 'all']) {
  const own = rows.filter((row) => genre === 'all' || row.genre === genre);
  const told = FIELDS.map((field) => {
    const pairs = own.map(({ judgeA, judgeB }) => [verdict(judgeA, field), verdict(judgeB, field)] as const);
    const shares = [0, 1].map(
      (j) => pairs.reduce((sum, pair) => sum + (pair[j as 0 | 1] as number), 0) / pairs.length,
    );
    return `${field} ${shares.map((share) => (100 * share).toFixed(0)).join(' and ')} %, alpha ${alpha(pairs).toFixed(2)}`;
  });
  process.stdout.write(`${genre} (${own.length}): ${told.join('; ')}\n`);
}

const examples = rows.map((row) => ({
  x: [1, logit(row.share), row.symmetric || row.recipient.length > 0 ? 1 : 0],
  y: (verdict(row.judgeA, 'all four') + verdict(row.judgeB, 'all four')) / 2,
}));
const fitted = weightsFor(examples);
process.stdout.write(`weights: ${fitted.map((w) => w.toFixed(2)).join(', ')}\n`);
const bins = Array.from({ length: 5 }, () => ({ said: 0, right: 0 }));
examples.forEach(({ x, y }, k) => {
  const weights = weightsFor(examples.filter((_, other) => other % 10 !== k % 10));
  const said = chance(weights, x);
  const bin = bins[Math.min(4, Math.floor(5 * said))] as { said: number; right: number };
  bin.said += said;
  bin.right += y;
});
const error = bins.reduce((sum, { said, right }) => sum + Math.abs(said - right), 0) / examples.length;
process.stdout.write(`expected calibration error, cross-validated: ${error.toFixed(3)}\n`);

function weightsFor(data: readonly { readonly x: readonly number[]; readonly y: number }[]): number[] {
  const weights = [0, 0, 0];
  for (let step = 0; step < 4000; step++) {
    const gradient = [0, 0, 0];
    for (const { x, y } of data) {
      const off = chance(weights, x) - y;
      x.forEach((value, k) => {
        gradient[k] = (gradient[k] as number) + off * value;
      });
    }
    gradient.forEach((g, k) => {
      weights[k] = (weights[k] as number) - (0.5 * g) / data.length;
    });
  }
  return weights;
}

function chance(weights: readonly number[], x: readonly number[]): number {
  return 1 / (1 + Math.exp(-x.reduce((sum, value, k) => sum + value * (weights[k] as number), 0)));
}

function logit(share: number): number {
  const inside = Math.max(0.02, Math.min(0.98, share));
  return Math.log(inside / (1 - inside));
}

function alpha(pairs: readonly (readonly [number, number])[]): number {
  const count = 2 * pairs.length;
  const ones = pairs.reduce((sum, [a, b]) => sum + a + b, 0) / count;
  const observed = pairs.filter(([a, b]) => a !== b).length / pairs.length;
  const expected = (2 * ones * (1 - ones) * count) / (count - 1);
  return expected === 0 ? 1 : 1 - observed / expected;
}
