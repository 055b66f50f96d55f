/**
 * How fast a register becomes ties at rest.
 *
 *   npx tsx bench/registers.ts [FORMAT FILE]
 *
 * Without arguments: ATOP beside the repository (../shared/relations), if it is there. The aim is 3 seconds for its
 * 273,296 dyad-years.
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { importRegister, REGISTER_FORMATS } from '../src/ledger/index.js';

const [typed = 'atop', given] = process.argv.slice(2);
const format = REGISTER_FORMATS.find((name) => name === typed);
const file = given ?? fileURLToPath(new URL('../../shared/relations/atop_alliance.csv.gz', import.meta.url));
if (format === undefined || !existsSync(file)) {
  console.error(`nothing to import: give a format (${REGISTER_FORMATS.join(', ')}) and its file`);
  process.exit(2);
}

const folder = mkdtempSync(path.join(tmpdir(), 'entente-bench-'));
const ledger = path.join(folder, 'bench.duckdb');
const timed = async () => {
  const started = performance.now();
  const cpu = process.cpuUsage();
  const done = await importRegister(format, file, ledger);
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (ms: number) => Number((ms / 1000).toFixed(2));
  return { done, seconds: seconds(performance.now() - started), cpuSeconds: seconds((user + system) / 1000) };
};
const first = await timed();
const again = await timed();
const { rows, ties, leftOut, doubtful, coverage, stored } = first.done;
const sum = (remarks: readonly { readonly rows: number }[]) =>
  remarks.reduce((total, r) => total + r.rows, 0);
console.log(
  JSON.stringify(
    {
      ...{ format, rows, ties, coverage, stored },
      ...{ leftOut: sum(leftOut), doubtful: sum(doubtful) },
      ...{ seconds: first.seconds, cpuSeconds: first.cpuSeconds },
      again: { stored: again.done.stored, seconds: again.seconds },
      peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024),
      ledgerBytes: statSync(ledger).size,
    },
    null,
    2,
  ),
);
rmSync(folder, { recursive: true, force: true });
