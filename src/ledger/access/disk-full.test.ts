import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/ledger/folder.js';
import { EntenteError } from '../../record/index.js';
import { openLedger } from '../index.js';
import { ledgerFailure } from './failure.js';

const folder = temporaryFolder();
const script = fileURLToPath(new URL('../../../test/ledger/process.ts', import.meta.url));

// A limit on the size of files stands for a disk that is full: writing fails the same way.
it.skipIf(process.platform === 'win32')('keeps what was committed when the disk is full', async () => {
  const file = path.join(folder, 'full.duckdb');
  const command = `ulimit -f 3000; exec "$0" --import tsx "$1" fill "$2"`;
  const { stdout } = spawnSync('bash', ['-c', command, process.execPath, script, file], { encoding: 'utf8' });
  const { failed, stored } = JSON.parse(stdout);
  expect(failed).toBe('disk-full');
  expect(stored).toBeGreaterThan(3);
  const ledger = await openLedger(file, { mode: 'write' });
  expect((await ledger.totals()).documents).toBe(stored);
  await ledger.close();
});

it.each([
  [
    'IO Error: Could not set lock on file "x": Conflicting lock is held in /usr/bin/R (PID 42)',
    'ledger-locked',
  ],
  [
    'TransactionContext Error: Failed to commit: Could not write file "x": No space left on device',
    'disk-full',
  ],
  ['IO Error: Trying to read a database file with version number 99, but we can only read', 'ledger-newer'],
  ['INTERNAL Error: Failure while replaying WAL file "x.wal"', 'ledger-broken'],
  ['IO Error: Cannot open file "x": Permission denied', 'input'],
])('tells %j as %s', (message, code) => {
  const failure = ledgerFailure(new Error(message), 'x.duckdb');
  expect(failure).toBeInstanceOf(EntenteError);
  expect(failure).toMatchObject({ code, remedy: expect.any(String) });
  expect((failure as EntenteError).message).toContain('x.duckdb');
});
