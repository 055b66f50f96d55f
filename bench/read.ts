/**
 * How fast raw text becomes entries at rest, and how large they are there.
 *
 *   npx tsx bench/read.ts [--workers N] [--keep FILE] [PATH…]
 *
 * Without paths it reads the corpora beside the repository (../shared/corpora), if they are there.
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { expandPaths, type Incoming, loadDocuments, readAll, withLedger } from '../src/ledger/index.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { workers: { type: 'string', default: '2' }, keep: { type: 'string' } },
});
const corpora = fileURLToPath(new URL('../../shared/corpora', import.meta.url));
const paths = positionals.length > 0 ? positionals : existsSync(corpora) ? [corpora] : [];
if (paths.length === 0) {
  console.error('nothing to read: give paths, or lay the corpora into ../shared/corpora');
  process.exit(2);
}

async function* documents(): AsyncGenerator<Incoming> {
  for await (const item of expandPaths(paths)) yield* loadDocuments(item);
}

const folder = mkdtempSync(path.join(tmpdir(), 'entente-bench-'));
const ledger = values.keep ?? path.join(folder, 'bench.duckdb');
const report = await readAll({
  documents: documents(),
  ledger,
  workers: Number(values.workers),
  onProgress: ({ done, tokensPerSecond }) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} documents, ${tokensPerSecond} tokens/s `);
  },
});
const totals = await withLedger(ledger, 'read', (opened) => opened.totals());
const entries = Object.values(totals.entries).reduce((sum, count) => sum + count, 0);
console.log(
  JSON.stringify(
    {
      workers: Number(values.workers),
      documents: totals.documents,
      failed: report.failed.length,
      entries: totals.entries,
      tokens: report.tokens,
      seconds: Number(report.seconds.toFixed(1)),
      tokensPerSecond: report.tokensPerSecond,
      cpuSeconds: Math.round((process.cpuUsage().user + process.cpuUsage().system) / 1e6),
      peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024),
      ledgerBytes: statSync(ledger).size,
      ledgerBytesPerTextByte: Number((statSync(ledger).size / report.bytes).toFixed(2)),
      entriesPerThousandTokens: Number(((entries / report.tokens) * 1000).toFixed(1)),
    },
    null,
    2,
  ),
);
for (const { path: failed, reason } of report.failed.slice(0, 20))
  console.error(`failed: ${failed}: ${reason}`);
rmSync(folder, { recursive: true, force: true });
