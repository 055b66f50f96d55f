import { readFileSync } from 'node:fs';
import { relationOf } from '../src/reader/evaluate/relation.js';
import { createReader } from '../src/reader/index.js';
import { rootOf } from '../src/reader/relations/roots.js';

/**
 * How far the shares that the relation networks give their answers are the shares of right answers, on labelled files of
 * the relation task: a reliability table and the expected calibration error (Naeini et al. 2015), 0 to 1.
 *
 *   npx tsx bench/calibration.ts FILE…
 */
const BINS = 10;
const files = process.argv.slice(2);
if (files.length === 0)
  throw new Error('name a file of the relation task: npx tsx bench/calibration.ts FILE…');
const { resources } = await createReader();
const bins = Array.from({ length: BINS }, () => ({ said: 0, right: 0, count: 0 }));
for (const file of files) {
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    // Rows are those of `entente evaluate relation`, which checks them.
    const row = JSON.parse(line) as Parameters<typeof relationOf>[1] & { readonly type: string };
    const { type, share = 0 } = relationOf(resources, row);
    const bin = bins[Math.min(BINS - 1, Math.floor(share * BINS))] as (typeof bins)[number];
    bin.said += share;
    bin.count++;
    if (type === rootOf(row.type)) bin.right++;
  }
}
const total = bins.reduce((sum, { count }) => sum + count, 0);
const error = bins.reduce((sum, { said, right }) => sum + Math.abs(said - right), 0) / Math.max(1, total);
process.stdout.write(`expected calibration error ${error.toFixed(3)} over ${total} answers\n`);
process.stdout.write('share said  share right  answers\n');
for (const { said, right, count } of bins)
  if (count > 0)
    process.stdout.write(
      `${(said / count).toFixed(2).padStart(10)}  ${(right / count).toFixed(2).padStart(11)}  ${String(count).padStart(7)}\n`,
    );
