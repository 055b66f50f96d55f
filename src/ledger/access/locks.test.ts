import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/ledger/folder.js';
import { readingNumber } from '../../../test/ledger/process.js';
import { openLedger, sharedReader, withLedger } from '../index.js';

const folder = temporaryFolder();
const script = fileURLToPath(new URL('../../../test/ledger/process.ts', import.meta.url));

interface Started {
  readonly process: ChildProcess;
  /** The next line it prints that has this field. */
  next(field: string): Promise<Record<string, number>>;
  readonly exit: Promise<string>;
}

function start(job: 'write' | 'read' | 'hold', file: string, ms: number): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', script, job, file, String(ms)]);
  const lines: Record<string, number>[] = [];
  let wake = () => {};
  let complaint = '';
  child.stderr.on('data', (data) => (complaint += data));
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(JSON.parse(line));
    wake();
  });
  const exit = new Promise<string>((resolve) => child.on('close', () => resolve(complaint)));
  return {
    process: child,
    exit,
    async next(field) {
      for (;;) {
        const found = lines.findLast((line) => field in line);
        if (found) return found;
        await Promise.race([
          new Promise<void>((resolve) => (wake = resolve)),
          exit.then((message) => {
            if (!lines.some((line) => field in line)) throw new Error(message || `no ${field}`);
          }),
        ]);
      }
    },
  };
}

describe('processes side by side', { timeout: 120_000 }, () => {
  it('lets one write without pause while two read', async () => {
    const file = path.join(folder, 'shared.duckdb');
    const writer = start('write', file, 5_000);
    await writer.next('stored');
    const readers = [start('read', file, 2_500), start('read', file, 2_500)];
    for (const reader of readers) {
      const { reads = 0, longest = Infinity } = await reader.next('done');
      expect(reads).toBeGreaterThan(1);
      expect(longest).toBeLessThan(10_000);
    }
    await writer.next('done');
    const { stored = 0 } = await writer.next('stored');
    expect(stored).toBeGreaterThan(10);
    expect(await writer.exit).toBe('');
    const totals = await withLedger(file, 'read', (ledger) => ledger.totals());
    expect(totals.documents).toBe(stored);
    expect(existsSync(`${file}.waiting`)).toBe(false);
  });

  it('lets two write at the same time', async () => {
    const file = path.join(folder, 'two-writers.duckdb');
    const writers = [start('write', file, 2_500), start('write', file, 2_500)];
    for (const writer of writers) await writer.next('done');
    let stored = 0;
    for (const writer of writers) stored += (await writer.next('stored')).stored ?? 0;
    expect((await withLedger(file, 'read', (ledger) => ledger.totals())).documents).toBe(stored);
  });

  it('waits for a program that knows nothing of waiting, and names it when it takes too long', async () => {
    const file = path.join(folder, 'held.duckdb');
    const holder = start('hold', file, 2_500);
    await holder.next('open');
    await expect(openLedger(file, { mode: 'read', waitMs: 200 })).rejects.toMatchObject({
      code: 'ledger-locked',
      message: expect.stringContaining(String(holder.process.pid)),
      remedy: expect.stringContaining('try again'),
    });
    const ledger = await openLedger(file, { mode: 'write' });
    expect((await ledger.totals()).documents).toBe(0);
    await ledger.close();
  });

  it('loses nothing that was committed, and leaves nothing half written, when a writer is killed', async () => {
    const file = path.join(folder, 'killed.duckdb');
    let least = 0;
    for (let round = 0; round < 3; round++) {
      const writer = start('write', file, 20_000);
      await writer.next('stored');
      await new Promise((resolve) => setTimeout(resolve, 150 + round * 130));
      const { stored = 0 } = await writer.next('stored');
      writer.process.kill('SIGKILL');
      await writer.exit;
      least += stored;
      const totals = await withLedger(file, 'read', (ledger) => ledger.totals());
      expect(totals.documents).toBeGreaterThanOrEqual(least);
      expect(totals.entries.event).toBe(totals.documents * 20);
      least = totals.documents;
    }
  });
});

describe('within one process', () => {
  it('lets a server read what is being written', async () => {
    const file = path.join(folder, 'server.duckdb');
    const server = sharedReader(file);
    await expect(server.totals()).rejects.toMatchObject({ code: 'not-found' });
    const ledger = await openLedger(file, { mode: 'write' });
    const counts: number[] = [];
    const polling = (async () => {
      for (let i = 0; i < 20; i++) counts.push((await server.totals()).documents);
    })();
    for (let i = 0; i < 20; i++) await ledger.store([readingNumber(i)]);
    await polling;
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect((await server.totals()).documents).toBe(20);
    await ledger.close();
    await server.close();
  });

  it('takes no notice of a request that its process has left behind', async () => {
    const file = path.join(folder, 'stale.duckdb');
    const ledger = await openLedger(file, { mode: 'write' });
    writeFileSync(`${file}.waiting`, '1');
    const old = new Date(Date.now() - 60_000);
    utimesSync(`${file}.waiting`, old, old);
    const before = performance.now();
    await ledger.store([readingNumber(1)]);
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(existsSync(`${file}.waiting`)).toBe(false);
    await ledger.close();
  });

  it('folds its log into the file when it is closed', async () => {
    const file = path.join(folder, 'tidy.duckdb');
    await withLedger(file, 'write', (ledger) => ledger.store([readingNumber(1)]));
    expect(existsSync(`${file}.wal`)).toBe(false);
  });
});
