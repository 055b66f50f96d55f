import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingOf } from '../../test/ledger/arbitraries.js';
import {
  claimOf,
  commitmentOf,
  documentOf,
  eventOf,
  measureOf,
  READER,
  refs,
  tieOf,
} from '../../test/ledger/examples.js';
import { temporaryFolder } from '../../test/ledger/folder.js';
import { type EntryFilter, openLedger, type Reading, sharedReader, withLedger } from './index.js';

const folder = temporaryFolder();
let made = 0;
const freshFile = () => path.join(folder, `${made++}.duckdb`);

const report = documentOf(
  '😀 China and Viet Nam held talks. Hanoi will cut tariffs. Trade reached 100 billion.',
  {
    title: 'Talks in Hanoi',
    genre: 'news',
    published: '2021-11-22',
  },
);
const entries = [
  eventOf(report, 'China and Viet Nam held talks', {
    source: [{ party: 'CHN', span: { start: 2, end: 7 } }, { party: 'VNM' }],
    symmetric: true,
    date: '2021-11',
  }),
  tieOf(report, 'China and Viet Nam', {
    parties: refs('CHN', 'VNM'),
    since: '2008',
    grade: { written: 'x' },
  }),
  commitmentOf(report, 'Hanoi will cut tariffs', {
    obligors: refs('VNM/GOV'),
    action: 'cut tariffs',
    areas: ['trade'],
  }),
  claimOf(report, 'Trade reached 100 billion', {
    about: refs('USA'),
    speaker: 'CHN/GOV',
    modality: 'alleged',
  }),
  measureOf(report, 'Trade reached 100 billion', {
    parties: refs('CHN', 'VNM'),
    value: 1e11,
    period: '2020',
  }),
];
const reading: Reading = { document: report, entries, reader: READER };

describe('store', () => {
  it('gives back what was put in', async () => {
    const ledger = await openLedger(freshFile(), { mode: 'write' });
    expect(await ledger.store([reading])).toEqual(['new']);
    expect(await ledger.document(report.id)).toEqual(report);
    const { total, rows } = await ledger.entries();
    expect(total).toBe(5);
    for (const { entry, exact, documentTitle } of rows) {
      const { recorded, ...stored } = entry;
      expect(stored).toEqual(entries.find(({ id }) => id === entry.id));
      expect(recorded).toMatch(/^\d{4}-/);
      expect(documentTitle).toBe('Talks in Hanoi');
      expect(exact).toHaveLength(1);
    }
    expect((await ledger.entry(entries[2]?.id ?? ''))?.exact).toEqual(['Hanoi will cut tariffs']);
    await ledger.close();
  });

  it('gives back whatever the schema allows', async () => {
    await fc.assert(
      fc.asyncProperty(readingOf(), async (any) => {
        const ledger = await openLedger(freshFile(), { mode: 'write' });
        await ledger.store([any]);
        const { rows } = await ledger.entries({ document: any.document.id });
        const plain = rows.map(({ entry: { recorded, ...entry } }) => entry);
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
        expect(JSON.parse(JSON.stringify(plain.sort(byId)))).toEqual(
          JSON.parse(JSON.stringify([...any.entries].sort(byId))),
        );
        for (const { entry, exact } of rows)
          expect(exact).toEqual(
            entry.passages.map(({ start, end }) => [...any.document.text].slice(start, end).join('')),
          );
        await ledger.close();
      }),
      { numRuns: 40 },
    );
  });
});

describe('reading again', () => {
  it('changes nothing with the same reader and metadata', async () => {
    const ledger = await openLedger(freshFile(), { mode: 'write' });
    await ledger.store([reading]);
    expect(await ledger.isRead(report, READER)).toBe(true);
    const before = await ledger.entries();
    expect(await ledger.store([reading, reading])).toEqual(['unchanged', 'unchanged']);
    expect(await ledger.entries()).toEqual(before);
    await ledger.close();
  });

  it('replaces entries with a newer reader or other metadata, and keeps the old ones as history', async () => {
    const file = freshFile();
    const ledger = await openLedger(file, { mode: 'write' });
    await ledger.store([reading]);
    const [event] = entries;
    const newer = {
      document: report,
      entries: event ? [{ ...event, reader: '1.1.0' }] : [],
      reader: '1.1.0',
    };
    expect(await ledger.isRead(report, '1.1.0')).toBe(false);
    expect(await ledger.store([newer])).toEqual(['replaced']);
    expect((await ledger.entries()).total).toBe(1);
    expect(await ledger.store([reading])).toEqual(['unchanged']);
    const retitled = { ...newer, document: { ...report, title: 'Other' } };
    expect(await ledger.store([retitled])).toEqual(['replaced']);
    expect((await ledger.documents()).rows).toMatchObject([{ title: 'Other', entries: 1 }]);
    expect((await ledger.totals()).entries).toMatchObject({ event: 1, tie: 0 });
    await ledger.close();
    expect(
      await ask(file, 'SELECT reader, entries, current FROM readings ORDER BY reader, entries DESC'),
    ).toEqual([
      { reader: '1.0.0', entries: 5, current: false },
      { reader: '1.1.0', entries: 1, current: false },
      { reader: '1.1.0', entries: 1, current: true },
    ]);
    expect(await ask(file, 'SELECT count(*)::INTEGER AS n FROM store.entry')).toEqual([{ n: 7 }]);
  });

  it('adds a source', async () => {
    const ledger = await openLedger(freshFile(), { mode: 'write' });
    await ledger.store([reading]);
    const elsewhere = { ...report, sources: [{ path: 'copy.txt', publisher: 'Xinhua' }] };
    expect(await ledger.store([{ ...reading, document: elsewhere }])).toEqual(['source-added']);
    expect((await ledger.document(report.id))?.sources).toHaveLength(2);
    expect((await ledger.documents()).rows).toMatchObject([{ publisher: 'Xinhua' }]);
    await ledger.close();
  });

  it('makes one entry of what is told twice', async () => {
    const ledger = await openLedger(freshFile(), { mode: 'write' });
    const [event, ...rest] = entries;
    if (!event) throw new Error('no event');
    const again = { ...event, passages: [{ start: 0, end: 1 }], confidence: 0.9 };
    await ledger.store([{ ...reading, entries: [event, again, ...rest] }]);
    expect((await ledger.entry(event.id))?.entry).toMatchObject({
      passages: [{ start: 0, end: 1 }, ...event.passages],
      confidence: 0.9,
    });
    await ledger.close();
  });

  it('stores all of a batch or nothing', async () => {
    const ledger = await openLedger(freshFile(), { mode: 'write' });
    const bad = documentOf('half \ud800 a character');
    await expect(
      ledger.store([reading, { document: bad, entries: [], reader: READER }]),
    ).rejects.toMatchObject({
      code: 'input',
    });
    const stray = { document: documentOf('Another text.'), entries, reader: READER };
    await expect(ledger.store([reading, stray])).rejects.toMatchObject({ code: 'input' });
    expect((await ledger.totals()).documents).toBe(0);
    expect(await ledger.store([reading])).toEqual(['new']);
    await ledger.close();
  });
});

describe('lists', () => {
  const visit = documentOf('Visit. USA/GOV met EU. Rebels fired.', { title: 'Visits', delivered: '2019-05' });
  const more = [
    eventOf(visit, 'USA/GOV met EU', { source: refs('USA/GOV'), recipient: refs('EU'), date: '1999' }),
    eventOf(visit, 'Rebels fired', { source: refs('-/REB'), type: 'ASSAULT', speaker: 'USA' }),
  ];
  const file = freshFile();
  const filled = withLedger(file, 'write', (ledger) =>
    ledger.store([reading, { document: visit, entries: more, reader: READER }]),
  );
  const list = async (filter: EntryFilter) => {
    await filled;
    const { total, rows } = await withLedger(file, 'read', (ledger) => ledger.entries(filter));
    return { total, exact: rows.map((row) => row.exact[0]) };
  };

  it.each([
    ['kind', { kind: 'tie' }, ['China and Viet Nam']],
    ['party, in any part', { parties: ['CHN'], kind: 'claim' }, ['Trade reached 100 billion']],
    ['party below', { parties: ['USA'] }, ['USA/GOV met EU', 'Rebels fired', 'Trade reached 100 billion']],
    ['organ', { parties: ['USA/GOV'] }, ['USA/GOV met EU']],
    ['two parties', { parties: ['USA', 'EU'] }, ['USA/GOV met EU']],
    ['group', { parties: ['-/REB'] }, ['Rebels fired']],
    ['no such party', { parties: ['US'] }, []],
    ['type', { type: 'assault' }, ['Rebels fired']],
    ['quantity', { type: 'trade' }, ['Trade reached 100 billion']],
    ['modality', { modality: 'alleged' }, ['Trade reached 100 billion']],
    ['own day', { to: '2008' }, ['USA/GOV met EU', 'China and Viet Nam']],
    ['day of the document', { from: '2019-05-20', to: '2019-05-20' }, ['Rebels fired']],
    ['document', { document: visit.id.slice(0, 10), kind: 'event' }, ['USA/GOV met EU', 'Rebels fired']],
    ['part of a list', { kind: 'event', limit: 1, offset: 1 }, ['Rebels fired']],
  ] as [string, EntryFilter, string[]][])('by %s', async (_, filter, exact) => {
    expect((await list(filter)).exact).toEqual(exact);
  });

  it('tells how many there are in all', async () => {
    expect(await list({ kind: 'event', limit: 1, offset: 9 })).toEqual({ total: 3, exact: [] });
  });

  it.each([
    ['a broken date', { from: '2021-13' }, 'usage', "'2021-13' is not a date"],
    ['a document that is not there', { document: 'ffff' }, 'not-found', 'ffff'],
    ['an empty id', { document: '' }, 'not-found', ''],
    ['a negative limit', { limit: -1 }, 'usage', 'limit -1'],
  ])('refuses %s', async (_, filter, code, message) => {
    await expect(list(filter)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  it('searches documents', async () => {
    await filled;
    const found = (search?: string) =>
      withLedger(file, 'read', async (ledger) =>
        (await ledger.documents({ search })).rows.map(({ title }) => title),
      );
    expect(await found()).toEqual(['Visits', 'Talks in Hanoi']);
    expect(await found('TARIFFS talks')).toEqual(['Talks in Hanoi']);
    expect(await found('tariffs rebels')).toEqual([]);
    expect(await found("100% 'quoted'")).toEqual([]);
  });

  it('counts parties, at state level too', async () => {
    await filled;
    const ledger = await openLedger(file, { mode: 'write' });
    await ledger.putParties([{ id: 'CHN', kind: 'state', name: 'China', aliases: [{ form: 'PRC' }] }], []);
    const parties = await ledger.parties();
    expect(parties.map(({ party, entries: count }) => [party.id, count])).toEqual([
      ...[
        ['CHN', 4],
        ['USA', 3],
        ['VNM', 4],
        ['-/REB', 1],
        ['CHN/GOV', 1],
        ['EU', 1],
        ['USA/GOV', 1],
        ['VNM/GOV', 1],
      ].toSorted(([a, n], [b, m]) => Number(m) - Number(n) || (String(a) < String(b) ? -1 : 1)),
    ]);
    expect(parties[0]?.party).toEqual({
      id: 'CHN',
      kind: 'state',
      name: 'China',
      aliases: [{ form: 'PRC' }],
    });
    expect((await ledger.parties('prc')).map(({ party }) => party.id)).toEqual(['CHN']);
    expect(await ledger.counterparts('CHN')).toEqual([{ party: 'VNM', entries: 3 }]);
    expect(await ledger.counterparts('USA')).toEqual([{ party: 'EU', entries: 1 }]);
    expect(await ledger.totals()).toEqual({
      documents: 2,
      codePoints: [...report.text].length + visit.text.length,
      entries: { event: 3, tie: 1, commitment: 1, claim: 1, measure: 1 },
    });
    await ledger.close();
  });

  it('finds by the beginning of an id', async () => {
    await filled;
    const ledger = await openLedger(file, { mode: 'read' });
    const id = more[0]?.id ?? '';
    expect((await ledger.entry(id.slice(0, 8)))?.entry.id).toBe(id);
    expect(await ledger.entry('0'.repeat(32))).toBeUndefined();
    expect((await ledger.document(visit.id.slice(0, 8)))?.title).toBe('Visits');
    expect(await ledger.document('no id')).toBeUndefined();
    const many = Array.from({ length: 16 }, (_, i) => documentOf(`Text ${i}.`));
    const prefix = many.map(({ id }) => id[0] ?? '').find((digit, i, all) => all.indexOf(digit) < i) ?? '';
    await withLedger(freshFile(), 'write', async (other) => {
      await other.store(many.map((document) => ({ document, entries: [], reader: READER })));
      await expect(other.document(prefix)).rejects.toMatchObject({ code: 'usage' });
    });
    await ledger.close();
  });
});

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
    await ask(other, 'CREATE TABLE mine (x INTEGER)');
    await expect(openLedger(other, { mode })).rejects.toMatchObject(broken);
    expect(await ask(other, 'SHOW TABLES')).toEqual([{ name: 'mine' }]);
    mkdirSync(`${other}.folder`);
    await expect(openLedger(`${other}.folder`, { mode: 'read' })).rejects.toMatchObject(broken);
  });

  it.each(['read', 'write'] as const)('must not be newer than this version (%s)', async (mode) => {
    const file = freshFile();
    await withLedger(file, 'write', (ledger) => ledger.store([reading]));
    await ask(file, "INSERT INTO store.schema_version VALUES (99, '2099-01-01')");
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

/** Asks as somebody does who opens the file with plain DuckDB. */
async function ask(file: string, sql: string): Promise<unknown[]> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}
