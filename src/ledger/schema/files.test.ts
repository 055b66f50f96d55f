import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask } from '../../../test/ledger/ask.js';
import { temporaryFolder } from '../../../test/ledger/folder.js';
import { reading } from '../../../test/ledger/talks.js';
import { openLedger, sharedReader, withLedger } from '../index.js';

const folder = temporaryFolder();
let made = 0;
const freshFile = () => path.join(folder, `${made++}.duckdb`);

describe('files', () => {
  it('must be there to be read', async () => {
    const file = freshFile();
    const missing = { code: 'not-found', remedy: expect.stringContaining('entente read') };
    await expect(openLedger(file, { mode: 'read' })).rejects.toMatchObject(missing);
    await expect(openLedger(file, { mode: 'write', create: false })).rejects.toMatchObject(missing);
    await expect(sharedReader(file).totals()).rejects.toMatchObject(missing);
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, '');
    await expect(openLedger(file, { mode: 'read' })).rejects.toMatchObject(missing);
  });

  it.each(['read', 'write'] as const)('must be ledgers (%s)', async (mode) => {
    const text = freshFile();
    writeFileSync(text, 'This is no database. '.repeat(2_000));
    const broken = { code: 'ledger-broken' };
    await expect(openLedger(text, { mode })).rejects.toMatchObject(broken);
    expect(readFileSync(text, 'utf8')).toMatch(/^This is no database/);
    const other = freshFile();
    await ask('CREATE TABLE mine (x INTEGER)', other);
    await expect(openLedger(other, { mode })).rejects.toMatchObject(broken);
    expect(await ask('SHOW TABLES', other)).toEqual([{ name: 'mine' }]);
    mkdirSync(`${other}.folder`);
    await expect(openLedger(`${other}.folder`, { mode: 'read' })).rejects.toMatchObject(broken);
  });

  it.each(['read', 'write'] as const)('must not be newer than this version (%s)', async (mode) => {
    const file = freshFile();
    await withLedger(file, 'write', (ledger) => ledger.store([reading]));
    await ask("INSERT INTO store.schema_version VALUES (99, '2099-01-01')", file);
    await expect(openLedger(file, { mode })).rejects.toMatchObject({
      code: 'ledger-newer',
      message: expect.stringContaining('99'),
      remedy: expect.stringContaining('update'),
    });
  });

  it('are told apart from damaged ones', async () => {
    const file = freshFile();
    await withLedger(file, 'write', (ledger) => ledger.store([reading]));
    writeFileSync(file, readFileSync(file).subarray(0, 100_000));
    await expect(withLedger(file, 'read', (ledger) => ledger.entries())).rejects.toMatchObject({
      code: 'ledger-broken',
      remedy: expect.stringContaining('restore'),
    });
  });

  it('may have quotes and spaces in their names', async () => {
    const file = path.join(folder, "the rapporteur's ledger.duckdb");
    await withLedger(file, 'write', (ledger) => ledger.store([reading]));
    expect((await withLedger(file, 'read', (ledger) => ledger.totals())).documents).toBe(1);
  });

  it('are not written when they are open for reading', async () => {
    const file = freshFile();
    await withLedger(file, 'write', (ledger) => ledger.store([reading]));
    const ledger = await openLedger(file, { mode: 'read' });
    await expect(ledger.store([reading])).rejects.toMatchObject({ code: 'usage' });
    await ledger.close();
  });
});
