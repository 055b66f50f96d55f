/**
 * How long `entente show` takes for a pair of parties in a large ledger, of generated entries.
 *
 *   npm run build && npx tsx bench/show.ts [--entries N] [--keep FILE] [PARTY PARTY]
 *
 * The bar is 300 ms for a million entries, the aim 50 ms. `query` is the time of what the ledger answers, `command` that
 * of the whole program, from its start to its end; `start` is what `entente --version` takes. `load` tells how busy the
 * machine was: times of a busy one say little.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadRegister } from '../src/gazetteer/index.js';
import { standingOf, withLedger } from '../src/ledger/index.js';
import { generatedReadings } from './generated.js';

const RUNS = 9;
const BATCH = 250;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { entries: { type: 'string', default: '1000000' }, keep: { type: 'string' } },
});
const parties = positionals.length === 2 ? positionals : ['CHN', 'ASEAN'];
const program = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
if (!existsSync(program)) {
  console.error('no dist/cli/main.js to measure: npm run build');
  process.exit(2);
}
const folder = mkdtempSync(path.join(tmpdir(), 'entente-bench-'));
const file = values.keep ?? path.join(folder, 'bench.duckdb');
if (!existsSync(file)) await build(file, Number(values.entries));

const register = loadRegister();
const totals = await withLedger(file, 'read', (ledger) => ledger.totals());
const query = await withLedger(file, 'read', async (ledger) => {
  const times: number[] = [];
  const cpu: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    const before = process.cpuUsage();
    await standingOf(ledger, { parties, register, limit: 10 });
    const { user, system } = process.cpuUsage(before);
    times.push(performance.now() - started);
    cpu.push((user + system) / 1000);
  }
  return { times, cpu };
});
const command = timesOf(['show', ...parties, '--ledger', file]);
console.log(
  JSON.stringify(
    {
      entries: Object.values(totals.entries).reduce((sum, count) => sum + count, 0),
      documents: totals.documents,
      megabytes: Math.round(statSync(file).size / 1e6),
      parties,
      queryMs: summary(query.times),
      queryCpuMs: summary(query.cpu),
      load: Number(loadavg()[0]?.toFixed(1)),
      commandMs: summary(command),
      startMs: summary(timesOf(['--version'])),
    },
    null,
    2,
  ),
);
rmSync(folder, { recursive: true, force: true });

async function build(target: string, entries: number): Promise<void> {
  await withLedger(target, 'write', async (ledger) => {
    let stored = 0;
    let batch = [];
    const started = performance.now();
    for (const reading of generatedReadings(entries)) {
      batch.push(reading);
      if (batch.length < BATCH) continue;
      await ledger.store(batch);
      stored += batch.reduce((sum, { entries: own }) => sum + own.length, 0);
      batch = [];
      if (process.stderr.isTTY) process.stderr.write(`\r${stored.toLocaleString('en')} entries `);
    }
    if (batch.length > 0) await ledger.store(batch);
    console.error(`built in ${Math.round((performance.now() - started) / 1000)} s`);
  });
}

function timesOf(words: readonly string[]): number[] {
  return Array.from({ length: RUNS }, () => {
    const started = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`entente ${words.join(' ')}: ${stderr}`);
    return performance.now() - started;
  });
}

function summary(times: readonly number[]): { first: number; median: number; least: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const [least = 0] = sorted;
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return { first: Math.round(times[0] ?? 0), median: Math.round(median), least: Math.round(least) };
}
