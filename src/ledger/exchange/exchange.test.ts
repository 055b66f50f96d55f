import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../test/ledger/arbitraries.js';
import {
  claimOf,
  commitmentOf,
  documentOf,
  eventOf,
  measureOf,
  READER,
  refs,
  tieOf,
} from '../../../test/ledger/examples.js';
import { temporaryFolder } from '../../../test/ledger/folder.js';
import { exportLedger, importLedger, ledgersEqual, openLedger, type Reading, withLedger } from '../index.js';

const folder = temporaryFolder();
let made = 0;
const fresh = (ending = '') => path.join(folder, `${made++}${ending}`);

const report = documentOf(
  '😀 China and Viet Nam held talks;\u2028 Hanoi "will" cut tariffs.\nTrade | grew.',
  {
    title: 'Talks',
    published: '2021-11-22',
    authors: ['A. Writer', 'B. Writer'],
  },
);
const reading: Reading = {
  document: report,
  reader: READER,
  entries: [
    eventOf(report, 'China and Viet Nam held talks', { source: refs('CHN', 'VNM'), contexts: ['economic'] }),
    tieOf(report, 'China and Viet Nam', { parties: refs('CHN', 'VNM'), grade: { written: 'partners' } }),
    commitmentOf(report, 'Hanoi "will" cut tariffs', { obligors: refs('VNM'), action: 'cut tariffs' }),
    claimOf(report, 'Trade | grew', {
      about: refs('CHN'),
      attribution: [{ party: 'VNM', verb: 'say', modality: 'asserted' }],
    }),
    measureOf(report, 'Trade | grew', { parties: refs('CHN'), of: 'world trade' }),
  ],
};

async function ledgerWith(readings: readonly Reading[]): Promise<string> {
  const file = fresh('.duckdb');
  await withLedger(file, 'write', async (ledger) => {
    for (const one of readings) await ledger.store([one]);
    await ledger.putParties(
      [
        {
          id: 'CHN',
          kind: 'state',
          name: 'China',
          aliases: [{ form: 'PRC', since: '1949' }],
          iso3: 'CHN',
          cow: 710,
        },
        { id: 'CHN/GOV', kind: 'organ', name: 'Government of China', aliases: [], of: 'CHN' },
      ],
      [{ id: 'RCEP', kind: 'agreement', name: 'RCEP', aliases: ['the pact'], parties: [{ party: 'CHN' }] }],
    );
  });
  return file;
}

const exported = async (file: string, format: 'jsonl' | 'csv' | 'parquet') => {
  const out = fresh();
  await withLedger(file, 'read', (ledger) => exportLedger(ledger, out, format));
  return out;
};

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
      { numRuns: 15 },
    );
  });

  it('is told apart when a field differs', async () => {
    const [event, ...rest] = reading.entries;
    const other = { ...reading, entries: [{ ...event, confidence: 0.5 } as (typeof rest)[number], ...rest] };
    expect(await equal(await ledgerWith([reading]), await ledgerWith([other]))).toBe(false);
  });

  it('changes nothing when it is read into the same ledger again', async () => {
    const file = await ledgerWith([reading]);
    const out = await exported(file, 'jsonl');
    expect(await importLedger(out, file)).toEqual({ new: 0, unchanged: 1, 'source-added': 0, replaced: 0 });
    expect(await withLedger(file, 'read', (ledger) => ledger.isRead(report, READER))).toBe(true);
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

describe('csv and parquet', () => {
  async function rows(sql: string): Promise<unknown[]> {
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const result = (await connection.runAndReadAll(sql)).getRowObjectsJson();
    connection.closeSync();
    instance.closeSync();
    return result;
  }

  it('writes one flat file for each kind', async () => {
    const out = await exported(await ledgerWith([reading]), 'csv');
    expect(readdirSync(out).toSorted()).toEqual(
      ['assessments', 'claims', 'commitments', 'documents', 'events', 'instruments', 'measures', 'parties']
        .concat('readings', 'ties', 'verdicts')
        .map((name) => `${name}.csv`),
    );
    expect(await rows(`FROM read_csv('${out}/events.csv', all_varchar = true)`)).toMatchObject([
      { source: 'CHN|VNM', passages: '2-31', exact: 'China and Viet Nam held talks', contexts: 'economic' },
    ]);
    expect(await rows(`FROM read_csv('${out}/documents.csv', all_varchar = true)`)).toMatchObject([
      { authors: 'A. Writer|B. Writer', text: report.text, paths: report.sources[0]?.path },
    ]);
    expect(await rows(`FROM read_csv('${out}/ties.csv', all_varchar = true)`)).toMatchObject([
      { parties: 'CHN|VNM', grade: 'partners', tie: 'partnership' },
    ]);
    expect(await rows(`FROM read_csv('${out}/claims.csv', all_varchar = true)`)).toMatchObject([
      { attribution: 'VNM say asserted', proposition: 'Trade | grew' },
    ]);
  });

  it('keeps lists and structures in parquet', async () => {
    const out = await exported(await ledgerWith([reading]), 'parquet');
    expect(
      await rows(`SELECT source[1].party AS first, passages[1].exact AS exact FROM '${out}/events.parquet'`),
    ).toEqual([{ first: 'CHN', exact: 'China and Viet Nam held talks' }]);
    expect(await rows(`SELECT "of", value FROM '${out}/measures.parquet'`)).toEqual([
      { of: 'world trade', value: 1 },
    ]);
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

it('opens for people who use SQL', async () => {
  const file = await ledgerWith([reading]);
  await withLedger(file, 'read', async () => undefined);
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
  const [event] = await ask('FROM events');
  expect(event).toMatchObject({
    id: reading.entries[0]?.id,
    document: report.id,
    quote: 'China and Viet Nam held talks',
    source: ['CHN', 'VNM'],
    recipient: [],
    contexts: ['economic'],
    type: 'CONSULT',
    firstDay: '2021-11-22',
  });
  expect(await ask('SELECT action, obligors FROM commitments')).toEqual([
    { action: 'cut tariffs', obligors: ['VNM'] },
  ]);
  for (const view of ['documents', 'readings', 'ties', 'claims', 'measures', 'parties', 'instruments'])
    expect((await ask(`FROM ${view}`)).length).toBeGreaterThan(0);
  expect(await ask('FROM assessments')).toEqual([]);
  expect(await ask('FROM verdicts')).toEqual([]);
  expect(await ask(`SELECT side, party FROM entry_parties WHERE kind = 'event' ORDER BY party`)).toEqual([
    { side: 'source', party: 'CHN' },
    { side: 'source', party: 'VNM' },
  ]);
  connection.closeSync();
  instance.closeSync();
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
