import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedReader } from '../../src/ledger/index.js';
import { temporaryFolder } from '../ledger/folder.js';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const LONG = 120_000;
const folder = temporaryFolder();
const file = (name: string) => path.join(folder, name);
const children = new Set<ChildProcess>();
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

interface Running {
  readonly child: ChildProcess;
  /** What it has written to standard error so far. */
  told(): string;
  readonly ended: Promise<{ status: number | null; signal: string | null; out: string; err: string }>;
}

/** Starts `entente` as users do; runs on until it ends or is ended. */
function start(words: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [MAIN, ...words], { env: { ...process.env, ...env }, cwd: folder });
  children.add(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  const ended = new Promise<Awaited<Running['ended']>>((resolve) =>
    child.on('close', (status, signal) => {
      children.delete(child);
      resolve({ status, signal, out, err });
    }),
  );
  return { child, told: () => err, ended };
}

const run = (...words: string[]) => start(words).ended;

async function until<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await sleep(50);
  }
}

/** Waits until a ledger that another process fills holds at least so many documents. */
function holds(ledger: string, least: number): Promise<number> {
  const reader = sharedReader(ledger);
  return until(async () => {
    const documents = existsSync(ledger)
      ? await reader.totals().then(
          (t) => t.documents,
          () => 0,
        )
      : 0;
    return documents >= least ? documents : undefined;
  });
}

const SPEECHES = 120;

beforeAll(() => {
  mkdirSync(file('speeches'));
  const sentence =
    'Norway thanked Fiji for its help with the fisheries treaty, and Chile accused Peru of delay. ';
  for (let i = 0; i < SPEECHES; i++)
    writeFileSync(
      file(`speeches/${String(i).padStart(3, '0')}.txt`),
      `Speech ${i}. ${sentence.repeat(40)}\n`,
    );
});

describe.skipIf(!existsSync(MAIN))('entente as a program (node scripts/build.mjs makes it)', () => {
  it(
    'killed, interrupted and run again, it goes on where it was and loses nothing',
    async () => {
      const ledger = file('speeches.duckdb');
      const words = ['read', 'speeches', '--ledger', ledger, '--workers', '1'];

      const killed = start(words);
      await holds(ledger, 1);
      killed.child.kill('SIGKILL');
      expect(await killed.ended).toMatchObject({ signal: 'SIGKILL' });
      const kept = await holds(ledger, 1);

      const interrupted = start(words);
      const seen = await holds(ledger, kept + 1);
      interrupted.child.kill('SIGINT');
      const { status, err } = await interrupted.ended;
      expect(status).toBe(130);
      expect(err).toMatch(/^stopping; what is finished is kept/);
      expect(err).toMatch(
        new RegExp(`documents? read, ${kept} unchanged \\(interrupted; run the same command`),
      );
      const then = await holds(ledger, seen);
      expect(then).toBeLessThan(SPEECHES);

      const last = await run(...words, '--json');
      expect(JSON.parse(last.out)).toMatchObject({
        documents: { new: SPEECHES - then, unchanged: then },
        failed: [],
        interrupted: false,
      });
      expect(last).toMatchObject({ status: 0, err: '' });
    },
    LONG,
  );

  it(
    'reads and lists while it serves the same ledger',
    async () => {
      const ledger = file('served.duckdb');
      const serving = start(['serve', '--ledger', ledger, '--port', '0']);
      const address = await until(() => /http:\/\/127\.0\.0\.1:\d+/.exec(serving.told())?.[0]);
      expect(serving.told()).toMatch(
        /there is no ledger at .*served\.duckdb yet; entente read PATH makes one/,
      );
      const reading = start(['read', file('speeches/000.txt'), '--ledger', ledger, '--workers', '1']);
      const page = await until(async () => {
        const response = await fetch(`${address}/documents.json`);
        return response.ok ? ((await response.json()) as { total: number }) : undefined;
      });
      expect(page.total).toBeLessThanOrEqual(1);
      expect(await reading.ended).toMatchObject({ status: 0 });
      expect(await (await fetch(`${address}/documents.json`)).json()).toMatchObject({ total: 1 });
      expect(await run('list', 'documents', '--ledger', ledger)).toMatchObject({
        status: 0,
        err: '1 document\n',
      });
      serving.child.kill('SIGINT');
      expect(await serving.ended).toMatchObject({ status: 0 });
    },
    LONG,
  );

  it(
    'takes standard input, stops when nobody reads on, and keeps to NO_COLOR',
    async () => {
      const ledger = file('piped.duckdb');
      const reading = start(['read', '-', '--ledger', ledger, '--workers', '0']);
      reading.child.stdin?.end('Norway thanked Fiji. Chile accused Peru.');
      expect(await reading.ended).toMatchObject({ status: 0, out: '' });
      const listing = start(['list', 'entries', '--json', '--ledger', ledger]);
      listing.child.stdout?.destroy();
      expect(await listing.ended).toMatchObject({ status: 0, err: '' });
      const refused = await start(['list', 'tis'], { NO_COLOR: '1', FORCE_COLOR: '' }).ended;
      expect(refused.err).toMatch(/^error: unknown kind 'tis'\n {2}one of: /);
    },
    LONG,
  );

  it(
    'waits for standard input no longer than it is wanted',
    async () => {
      const waiting = start(['read', '-', '--ledger', file('waiting.duckdb'), '--workers', '0']);
      await until(() => existsSync(file('waiting.duckdb')) || undefined);
      waiting.child.kill('SIGINT');
      expect(await waiting.ended).toMatchObject({ status: 130 });
    },
    LONG,
  );

  it('helps without loading what help does not need', () => {
    const face = JSON.stringify(new URL('../../dist/cli/run.js', import.meta.url).href);
    const probe = `
      const { runCommandLine } = await import(${face});
      const status = await runCommandLine(['read', '--help']);
      const native = process.report.getReport().sharedObjects.filter((name) => name.includes('duckdb'));
      console.log(JSON.stringify({ status, native }));`;
    const out = execFileSync(process.execPath, ['--input-type=module', '--eval', probe], {
      encoding: 'utf8',
    });
    expect(out).toMatch(/^Usage: entente read/);
    expect(out).toMatch(/\n\{"status":0,"native":\[\]\}\n$/);
  });

  it.skipIf(process.platform !== 'linux' || !existsSync('/usr/bin/script'))(
    'tells on a terminal how far it has come, how fast, and how long it will take',
    () => {
      const command = `'${process.execPath}' '${MAIN}' read speeches --ledger tty.duckdb --workers 1`;
      const shown = execFileSync('/usr/bin/script', ['-qec', command, '/dev/null'], {
        cwd: folder,
        encoding: 'utf8',
      });
      // Each line is written over the one before.
      const lines = shown.split('\r').map((line) => line.replace('\u001b[K', '').trim());
      expect(lines).toContainEqual(expect.stringMatching(/^0 of 120 documents · \d+ s so far$/));
      expect(lines).toContainEqual(
        expect.stringMatching(/^\d+ of 120 documents · [\d,]+ tokens\/s · \d+ s left$/),
      );
      expect(lines).toContain('120 documents read');
    },
    LONG,
  );
});
