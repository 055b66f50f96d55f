import { existsSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { ask } from '../../../test/ledger/ask.js';
import { ATOP, fileOf, fresh, imported, said, tiesIn, years } from '../../../test/ledger/registers.js';
import { reading } from '../../../test/ledger/talks.js';
import {
  exportLedger,
  importLedger,
  importRegister,
  ledgersEqual,
  type RegisterFormat,
  tieHistories,
  withLedger,
} from '../index.js';
import { MIGRATIONS } from '../schema/migrations.js';

/** France and Belgium are allied throughout, Spain and France twice; they owe each other more in the end. */
const alliances = [
  ATOP,
  ...years('220.0,211.0', 1946, 1960, '1,0,0,0,0'),
  ...years('220,230', 1948, 1950, '0,0,0,1,0'),
  ...years('220,230', 1953, 1954, '0,0,0,1,0'),
  ...years('220,230', 1955, 1956, '1.0,0,0,0,1'),
];

describe('alliances (atop)', () => {
  it('are collapsed to spells, open where they touch the edge of the coverage', async () => {
    const { done, ties } = await imported('atop', alliances.join('\r\n'));
    expect(done).toMatchObject({
      ...{ rows: 22, ties: 4, stored: 'new', leftOut: [], doubtful: [] },
      coverage: { since: '1946', until: '1960' },
    });
    expect(ties.map(said).sort()).toEqual([
      'BEL FRA – defence in-force',
      'ESP FRA 1948–1950 nonaggression ended',
      'ESP FRA 1953–1954 nonaggression ended',
      'ESP FRA 1955–1956 defence and consultation ended',
    ]);
    expect(ties[0]).toMatchObject({ tie: 'alliance', coverage: { since: '1946', until: '1960' } });
  });

  it('fold to one history without contradictions, unknown outside of the coverage', async () => {
    const { ledger } = await imported('atop', alliances.join('\n'));
    const history = (asOf: string) =>
      withLedger(ledger, 'read', async (opened) => {
        const [found] = await tieHistories(opened, { parties: ['ESP', 'FRA'], asOf });
        return found;
      });
    expect(await history('1960')).toMatchObject({ status: ['ended'], contradictions: [] });
    expect((await history('1960'))?.steps.map((step) => `${step.date} ${step.status} ${step.grade}`)).toEqual(
      [
        '1948 in-force nonaggression',
        '1950 ended nonaggression',
        '1953 in-force nonaggression',
        '1955 in-force defence and consultation',
        '1956 ended defence and consultation',
      ],
    );
    expect((await history('1955'))?.status).toEqual(['in-force']);
    expect((await history('1970'))?.status).toEqual([]);
    expect(await history('1940')).toBeUndefined();
  });

  it('say who owes what where it is not the same, and count a dyad in both directions once', async () => {
    const { ties } = await imported(
      'atop',
      [ATOP, '2,20,1950,1,0,0,0,0', '20,2,1950,0,0,0,0,1', '2,70,1950,1,0,0,0,0', '70,2,1950,1,0,0,0,0'].join(
        '\n',
      ),
    );
    expect(ties.map(said).sort()).toEqual([
      'CAN USA – CAN: consultation; USA: defence in-force',
      'MEX USA – defence in-force',
    ]);
  });

  it('name a code by the state of the year: Russia, the Soviet Union, Russia', async () => {
    const { ties } = await imported(
      'atop',
      [ATOP, ...years('220,365', 1920, 1924, '0,0,0,1,0'), ...years('220,365', 1990, 1993, '0,0,0,1,0')].join(
        '\n',
      ),
    );
    expect(ties.map(said).sort()).toEqual([
      'FRA RUS 1992– nonaggression in-force',
      'FRA RUS –1922 nonaggression ended',
      'FRA SUN 1923–1924 nonaggression ended',
      'FRA SUN 1990–1991 nonaggression ended',
    ]);
  });

  it('know states that no other table holds, and doubt them after their end', async () => {
    const { ledger, done } = await imported(
      'atop',
      [ATOP, '300,255,1918,1,0,0,0,0', '300,255,1930,1,0,0,0,0'].join('\n'),
    );
    expect(done.doubtful).toEqual([{ what: 'AUH in 1930, after its end in 1918', rows: 1, firstLine: 3 }]);
    const found = await withLedger(ledger, 'read', (opened) => opened.parties('Austria-Hungary'));
    expect(found[0]?.party).toMatchObject({ id: 'AUH', kind: 'state', cow: 300 });
  });

  it('leave out what they cannot take, named and counted', async () => {
    const { done } = await imported(
      'atop',
      [ATOP, '2,20,1950,1,0,0,0,0', '2,999,1950,1,0,0,0,0', '2,999,1951,1,0,0,0,0', '2,20,x,1,0,0,0,0']
        .concat('2,20,1951,7,0,0,0,0', '2,20,1950,0,0,0,0,0', '2,20,1952,1')
        .join('\n'),
    );
    expect(done.leftOut).toEqual([
      { what: 'code 999 is not on the list of states', rows: 2, firstLine: 3 },
      { what: "'2,20,x' are no two codes and a year", rows: 1, firstLine: 5 },
      { what: "obligations '7,0,0,0,0' are not all 0 or 1", rows: 1, firstLine: 6 },
      { what: '2,20,1950 stands twice with other obligations', rows: 1, firstLine: 7 },
      { what: '4 cells where the header has 8', rows: 1, firstLine: 8 },
    ]);
    expect(done.ties).toBe(1);
  });
});

describe('every register', () => {
  it('is a document whose lines its ties rest on', async () => {
    const { ledger, done, ties } = await imported('atop', alliances.join('\n'));
    const document = await withLedger(ledger, 'read', (opened) => opened.document(done.document));
    expect(document).toMatchObject({ title: done.title, genre: 'report', sources: [{ title: done.title }] });
    expect(document?.text).toContain('It covers 1946 to 1960');
    const spain = ties.find(({ since }) => since === '1955');
    const [passage] = spain?.passages ?? [];
    expect(document?.text.slice(passage?.start, passage?.end)).toBe('220,230,1955,1956,1,0,0,0,1,1,0,0,0,1');
  });

  it('is the same, gzipped or not, in whatever order its rows stand; again it changes nothing', async () => {
    const { ledger, done } = await imported('atop', alliances.join('\n'));
    const [header = '', ...rows] = alliances;
    const packed = fresh('csv.gz');
    writeFileSync(packed, gzipSync([header, ...rows.toReversed()].join('\n')));
    const other = fresh('duckdb');
    await importRegister('atop', packed, other);
    expect(await tiesIn(other)).toHaveLength(4);
    expect((await tiesIn(other)).map(({ id }) => id).sort()).toEqual(
      (await tiesIn(ledger)).map(({ id }) => id).sort(),
    );
    const again = await importRegister('atop', packed, other);
    expect(again).toMatchObject({ stored: 'unchanged', document: done.document });
    expect(await ask('SELECT count(*)::INTEGER AS n FROM store.entry', other)).toEqual([{ n: 4 }]);
  });

  it('goes out and comes back equal, with its coverage', async () => {
    const { ledger } = await imported('atop', alliances.join('\n'));
    const out = fresh('export');
    await withLedger(ledger, 'read', (opened) => exportLedger(opened, out, 'jsonl'));
    const copy = fresh('duckdb');
    await importLedger(out, copy);
    const equal = await withLedger(ledger, 'read', (a) =>
      withLedger(copy, 'read', (b) => ledgersEqual(a, b)),
    );
    expect(equal).toBe(true);
    expect((await tiesIn(copy))[0]?.coverage).toEqual({ since: '1946', until: '1960' });
    await withLedger(ledger, 'read', (opened) => exportLedger(opened, out, 'csv'));
    expect(await ask(`SELECT DISTINCT coveredSince, coveredUntil FROM read_csv('${out}/ties.csv')`)).toEqual([
      { coveredSince: '1946', coveredUntil: '1960' },
    ]);
    expect(await ask('SELECT DISTINCT coveredSince, coveredUntil FROM ties', ledger)).toEqual([
      { coveredSince: '1946', coveredUntil: '1960' },
    ]);
  });

  it('comes in whole or not at all', async () => {
    const ledger = fresh('duckdb');
    const stop = new AbortController();
    stop.abort();
    const options = { signal: stop.signal };
    await expect(importRegister('atop', fileOf(alliances.join('\n')), ledger, options)).rejects.toThrow(
      /abort/,
    );
    expect(existsSync(ledger)).toBe(false);
  });

  it('is taken back when it is stopped while it is stored', async () => {
    const { ledger } = await imported('atop', alliances.slice(0, 6).join('\n'));
    let asked = 0;
    const throwIfAborted = () => {
      if (++asked > 1) throw new Error('stopped');
    };
    const all = fileOf(alliances.join('\n'));
    await expect(importRegister('atop', all, ledger, { signal: { throwIfAborted } })).rejects.toThrow(
      'stopped',
    );
    expect(await tiesIn(ledger)).toHaveLength(1);
    expect((await importRegister('atop', all, ledger)).stored).toBe('new');
  });

  it.each<[string, RegisterFormat, string, RegExp]>([
    ['lacks a column', 'atop', 'ccode1,ccode2,year\n2,20,1950\n', /no column 'atop_defense', 'atop_offense'/],
    ['is of another format', 'migo', alliances.join('\n'), /no column 'igoID'/],
    ['has no rows', 'atop', `${ATOP}\n`, /has no rows/],
    [
      'has no row that can be taken',
      'atop',
      `${ATOP}\n2,999,1950,1,0,0,0,0\n`,
      /none of the 1 rows.*code 999/,
    ],
    ['has a quote too many', 'desta', 'manyID,"treaty\n', /not well-formed CSV/],
  ])('is refused when it %s', async (_, format, text, message) => {
    await expect(importRegister(format, fileOf(text), fresh('duckdb'))).rejects.toMatchObject({
      code: 'input',
      message: expect.stringMatching(message),
      remedy: expect.any(String),
    });
  });

  it('is refused when it is not there, or cut off', async () => {
    await expect(importRegister('atop', fresh('csv'), fresh('duckdb'))).rejects.toMatchObject({
      code: 'input',
    });
    const cut = fresh('csv.gz');
    writeFileSync(cut, gzipSync(alliances.join('\n')).subarray(0, 60));
    await expect(importRegister('atop', cut, fresh('duckdb'))).rejects.toMatchObject({
      code: 'input',
      message: expect.stringContaining('cannot be unpacked'),
    });
  });
});

it('a ledger of the first schema is brought up to date and takes ties with coverage', async () => {
  const file = fresh('duckdb');
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  for (const statement of MIGRATIONS[0]?.statements ?? []) await connection.run(statement);
  await connection.run("INSERT INTO store.schema_version VALUES (1, '2026-11-22')");
  connection.closeSync();
  instance.closeSync();
  await withLedger(file, 'write', (ledger) => ledger.store([reading]));
  await importRegister('atop', fileOf(alliances.join('\n')), file);
  expect((await tiesIn(file)).filter(({ coverage }) => coverage !== undefined)).toHaveLength(4);
});
