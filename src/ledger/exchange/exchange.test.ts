import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../test/ledger/arbitraries.js';
import { temporaryFolder } from '../../../test/ledger/folder.js';
import { reading, report, workshop } from '../../../test/ledger/sample.js';
import { exportLedger, importLedger, ledgersEqual, openLedger, withLedger } from '../index.js';

const folder = temporaryFolder();
const { fresh, ledgerWith, exported } = workshop(folder);

const equal = (a: string, b: string) =>
  withLedger(a, 'read', (one) => withLedger(b, 'read', (other) => ledgersEqual(one, other)));

const linesOf = (out: string, name: string) =>
  readFileSync(path.join(out, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((l) => JSON.parse(l));

describe('jsonl', () => {
  it('has the fields of the record and the words of each passage', async () => {
    const out = await exported(await ledgerWith([reading]), 'jsonl');
    const [event] = linesOf(out, 'events');
    const [original] = reading.entries;
    expect({ ...event, recorded: undefined }).toEqual({
      ...original,
      passages: [{ start: 2, end: 31, exact: 'China and Viet Nam held talks' }],
    });
    expect(linesOf(out, 'documents')).toEqual([report]);
    expect(linesOf(out, 'commitments')[0].action).toBe('cut tariffs');
    expect(linesOf(out, 'parties')[1]).toEqual({
      ...{ id: 'CHN/GOV', kind: 'organ', name: 'Government of China', aliases: [], of: 'CHN' },
    });
    expect(linesOf(out, 'instruments')[0]).toMatchObject({ id: 'RCEP', parties: [{ party: 'CHN' }] });
    expect(linesOf(out, 'verdicts')).toEqual([]);
  });

  it('reads back to an equal ledger, whatever was in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(readingOf(), { maxLength: 3 }), async (readings) => {
        const file = await ledgerWith(readings);
        const copy = fresh('.duckdb');
        const out = await exported(file, 'jsonl');
        await importLedger(out, copy);
        expect(await equal(file, copy)).toBe(true);
        const again = await exported(copy, 'jsonl');
        for (const name of readdirSync(out).filter((n) => n !== 'documents.jsonl'))
          expect(readFileSync(path.join(again, name), 'utf8')).toBe(
            readFileSync(path.join(out, name), 'utf8'),
          );
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  it('is told apart when a field differs', async () => {
    const [event, ...rest] = reading.entries;
    const other = { ...reading, entries: [{ ...event, confidence: 0.5 } as (typeof rest)[number], ...rest] };
    expect(await equal(await ledgerWith([reading]), await ledgerWith([other]))).toBe(false);
  });

  it('changes nothing when it is read into the same ledger again', async () => {
    const file = await ledgerWith([reading]);
    const out = await exported(file, 'jsonl');
    expect(await importLedger(out, file)).toEqual({ new: 0, unchanged: 1, 'source-added': 0, replaced: 0 });
    expect(await withLedger(file, 'read', (ledger) => ledger.isRead(report, reading.reader))).toBe(true);
  });
});

describe('import', () => {
  it.each([
    ['not JSON', 'events', () => '{"id":', /events\.jsonl:2: not JSON/],
    ['a wrong value', 'events', (e) => ({ ...e, quad: 9 }), /events\.jsonl:2: quad/],
    [
      'an unknown field',
      'events',
      (e) => ({ ...e, colour: 'red' }),
      /events\.jsonl:2: unknown field 'colour'/,
    ],
    [
      'words that are not there',
      'events',
      (e) => ({ ...e, passages: [{ start: 0, end: 1, exact: 'x' }] }),
      /'😀' in the text, not 'x'/,
    ],
    [
      'a passage outside the text',
      'events',
      (e) => ({ ...e, passages: [{ start: 0, end: 999 }] }),
      /0-999 does not lie/,
    ],
    ['another kind', 'claims', (e) => ({ ...e, kind: 'event' }), /claims\.jsonl:2/],
    [
      'another document',
      'events',
      (e) => ({ ...e, document: 'f'.repeat(64) }),
      /events\.jsonl:2: document ffff/,
    ],
    [
      'changed text',
      'documents',
      (d) => ({ ...d, text: 'x' }),
      /documents\.jsonl:2: the text is not that of/,
    ],
  ] as [string, string, (line: object) => object | string, RegExp][])(
    'refuses %s, and brings nothing in',
    async (_, name, spoil, message) => {
      const out = await exported(await ledgerWith([reading]), 'jsonl');
      const file = path.join(out, `${name}.jsonl`);
      const line = readFileSync(file, 'utf8').trim();
      const bad = spoil(JSON.parse(line));
      writeFileSync(file, `${line}\n${typeof bad === 'string' ? bad : JSON.stringify(bad)}\n`);
      const copy = fresh('.duckdb');
      await expect(importLedger(out, copy)).rejects.toMatchObject({
        code: 'input',
        message: expect.stringMatching(message),
      });
      expect(existsSync(copy)).toBe(false);
    },
  );

  it('says which file is missing', async () => {
    await expect(importLedger(folder, fresh('.duckdb'))).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('documents.jsonl'),
    });
  });
});

describe('the folder', () => {
  it('replaces an earlier export and nothing else', async () => {
    const file = await ledgerWith([reading]);
    const out = await exported(file, 'csv');
    await withLedger(file, 'read', (ledger) => exportLedger(ledger, out, 'jsonl'));
    expect(readdirSync(out).every((name) => name.endsWith('.jsonl'))).toBe(true);
    writeFileSync(path.join(out, 'thesis.docx'), '');
    await expect(
      withLedger(file, 'read', (ledger) => exportLedger(ledger, out, 'jsonl')),
    ).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining('thesis.docx') });
    expect(readdirSync(path.dirname(out)).filter((name) => /partial|old/.test(name))).toEqual([]);
  });

  it('takes an empty folder', async () => {
    const out = fresh();
    mkdirSync(out);
    const totals = await withLedger(await ledgerWith([reading]), 'read', (ledger) =>
      exportLedger(ledger, out, 'jsonl'),
    );
    expect(totals).toMatchObject({ documents: 1, entries: { event: 1, claim: 1 } });
  });
});

it('keeps assessments and verdicts', async () => {
  const file = await ledgerWith([reading]);
  const out = await exported(file, 'jsonl');
  const commitment = reading.entries[2]?.id ?? '';
  const assessment = {
    ...{ id: 'a1', commitment, status: 'kept', score: 1, evidence: [commitment], guideline: 'v1' },
    ...{ at: '2024-01-01T00:00:00Z', by: 'reviewer' },
  };
  const verdict = {
    ...{
      id: 'v1',
      document: report.id,
      entryKind: 'event',
      passage: { start: 2, end: 31 },
      verdict: 'correct',
    },
    ...{ correction: { type: 'AGREE' }, reviewer: 'reviewer', at: '2024-01-01T00:00:00Z' },
  };
  writeFileSync(path.join(out, 'assessments.jsonl'), `${JSON.stringify(assessment)}\n`);
  writeFileSync(path.join(out, 'verdicts.jsonl'), `${JSON.stringify(verdict)}\n`);
  await importLedger(out, file);
  await importLedger(out, file);
  const ledger = await openLedger(file, { mode: 'read' });
  expect(await ledger.assessments()).toEqual([assessment]);
  expect(await ledger.verdicts()).toEqual([verdict]);
  await ledger.close();
});
