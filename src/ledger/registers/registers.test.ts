import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { ask } from '../../../test/ledger/ask.js';
import { temporaryFolder } from '../../../test/ledger/folder.js';
import { reading } from '../../../test/ledger/talks.js';
import type { TieEntry } from '../../record/index.js';
import {
  exportLedger,
  importLedger,
  importRegister,
  ledgersEqual,
  type RegisterFormat,
  type RegisterOptions,
  tieHistories,
  withLedger,
} from '../index.js';
import { MIGRATIONS } from '../schema/migrations.js';

const folder = temporaryFolder();
let made = 0;
const fresh = (ending: string) => path.join(folder, `${made++}.${ending}`);

function fileOf(text: string): string {
  const file = fresh('csv');
  writeFileSync(file, text);
  return file;
}

async function imported(format: RegisterFormat, text: string, options: RegisterOptions = {}) {
  const ledger = fresh('duckdb');
  const done = await importRegister(format, fileOf(text), ledger, options);
  return { ledger, done, ties: await tiesIn(ledger) };
}

async function tiesIn(ledger: string): Promise<TieEntry[]> {
  const { rows } = await withLedger(ledger, 'read', (opened) => opened.entries({ kind: 'tie' }));
  return rows.flatMap(({ entry }) => (entry.kind === 'tie' ? [entry] : []));
}

/** `FRA GBR 1950–1953 defence`, the dates as far as they are told. */
function said({ parties, since = '', until = '', grade, status }: TieEntry): string {
  return [
    parties.map(({ party }) => party).join(' '),
    `${since}–${until}`,
    grade?.written ?? '',
    status,
  ].join(' ');
}

const ATOP = 'ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul';
const years = (pair: string, from: number, to: number, duties: string) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${pair},${from + i}.0,${duties}`);
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

describe('states (cow-states)', () => {
  it('are members of the system of states, each spell one', async () => {
    const { done, ties } = await imported(
      'cow-states',
      [
        'stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version',
        'USA,2.0,United States of America,1816.0,1,1,2016.0,12,31,2016',
        'LAT,367.0,Latvia,1918.0,11,18,1940.0,6,16,2016',
        'LAT,367.0,Latvia,1991.0,9,6,2016.0,12,31,2016',
        'XXX,999,Nowhere,1900,1,1,1901,1,1,2016',
        'HAI,41,Haiti,1915,7,28,1859,1,1,2016',
        'HAI,41,Haiti,1859,2,30,1915,7,28,2016',
      ].join('\n'),
    );
    expect(ties.map(said).sort()).toEqual([
      'LVA COW-SYSTEM 1918-11-18–1940-06-16  ended',
      'LVA COW-SYSTEM 1991-09-06–  in-force',
      'USA COW-SYSTEM –  in-force',
    ]);
    expect(done.coverage).toEqual({ since: '1816-01-01', until: '2016-12-31' });
    expect(done.leftOut.map(({ what }) => what).sort()).toEqual([
      "'1859,2,30,1915,7,28' are not two days",
      "code 999 ('Nowhere') is no state's of ours",
      'the state ends before it begins: 1915-07-28, 1859-01-01',
    ]);
  });
});

const MIGO = 'igoID,stateID,StateName,membership,Year,Begin,End,cowID,active';

describe('memberships by year (migo)', () => {
  const rows = (igo: string, state: string, from: number, to: number, role = 1, begin = 1925) =>
    years('', from, to, '').map(
      (row) => `${igo},${state},,${role},${row.split(',')[1]?.slice(0, 4)},${begin},2010,,1`,
    );

  it('are open at the edges of what covers the body and the state', async () => {
    const { ties } = await imported(
      'migo',
      [
        MIGO,
        ...rows('CS', 'GBR', 1990, 1999),
        ...rows('CS', 'FJI', 1990, 1992),
        ...rows('CS', 'FJI', 1997, 1999),
        ...rows('CS', 'NRU', 1995, 1996, 2, 1995),
        ...rows('CS', 'NRU', 1997, 1999, 1, 1995),
      ].join('\n'),
    );
    expect(ties.map((tie) => `${said(tie)} ${tie.coverage?.since}-${tie.coverage?.until}`).sort()).toEqual([
      'FJI COMMONWEALTH 1997–  in-force 1990-1999',
      'FJI COMMONWEALTH –1992  ended 1990-1999',
      'GBR COMMONWEALTH –  in-force 1990-1999',
      'NRU COMMONWEALTH 1997–  in-force 1995-1999',
      'NRU COMMONWEALTH –1996  ended 1995-1999',
    ]);
    const nauru = ties.find(({ name }) => name === 'COMMONWEALTH associate');
    expect(nauru?.parties).toEqual([
      { party: 'NRU', role: 'associate' },
      { party: 'COMMONWEALTH', role: 'body' },
    ]);
  });

  it('are read by name where the code says nothing, and left out where that does not either', async () => {
    const { done, ties } = await imported(
      'migo',
      [
        MIGO,
        'EC,,Norway,1,1990,1925,2010,,1',
        'EC,,Atlantis,1,1990,1925,2010,,1',
        'EC,FRA,France,9,1990,1925,2010,,1',
        'EC,FRA,France,1,1990,1995,2010,,1',
      ].join('\n'),
    );
    // The EC of this register is the European Council and none of ours.
    expect(ties.map(said)).toEqual(['NOR MIGO-EC –  in-force']);
    expect(done.doubtful).toEqual([
      { what: "code '' read by its name 'Norway' as NOR", rows: 1, firstLine: 2 },
    ]);
    expect(done.leftOut.map(({ what }) => what).sort()).toEqual([
      'Year 1990 lies outside Begin and End 1995, 2010',
      "code '' ('Atlantis') is no state's",
      "membership '9' is not 1, 2 or 3",
    ]);
  });
});

describe('lists of members (iigo)', () => {
  it('say who is one in the year of the list, or was one in the life of the body', async () => {
    const { ties } = await imported(
      'iigo',
      [
        'stateID,StateName,igoID,Title,Begin,End,Year',
        'ZAF,South Africa,IBSA,India-Brazil-South Africa Dialogue Forum,2003,,2017',
        'THA,Thailand,ASEAN,Association Of South East Asian Nations,1967,1976,2017',
        'ITA,Italy,,Quint,1999,,2017',
      ].join('\n'),
    );
    expect(ties.map((tie) => `${said(tie)} ${tie.coverage?.since}-${tie.coverage?.until}`).sort()).toEqual([
      'ITA IIGO-QUINT –  in-force 2017-2017',
      'THA ASEAN 1967/1976–  in-force 1967-1976',
      'ZAF IBSA –  in-force 2017-2017',
    ]);
  });
});

describe('trade agreements', () => {
  it('are one tie for all parties with the same dates (desta)', async () => {
    const { done, ties, ledger } = await imported(
      'desta',
      [
        'manyID,treatyID,Title,Begin,stateID,Signature,Force,StateName,destaID',
        'NOR-PER_2008A,NOR-PER_2008A,"Norway, Peru",2008,NOR,2008,2012,Norway,1',
        'NOR-PER_2008A,NOR-PER_2008A,"Norway, Peru",2008,PER,2008,2012,Peru,1',
        'CHL-FJI_2015A,CHL-FJI_2015A,Chile Fiji,2015,CHL,2015,,Chile,2',
        'CHL-FJI_2015A,CHL-FJI_2015A,Chile Fiji,2015,FJI,2015,,Fiji,2',
        'CHL-FJI_2015A,CHL-FJI_2015A,Chile Fiji,2015,ATF,2015,,French Southern Territories,2',
        'X_2015A,X_2015A,Chile Fiji,2015,CHL,2015-13,,Chile,2',
      ].join('\n'),
    );
    expect(ties.map(said).sort()).toEqual(['CHL FJI 2015–  announced', 'NOR PER 2012–  in-force']);
    expect(ties.find(({ since }) => since === '2012')).toMatchObject({
      ...{ tie: 'agreement', instrument: 'NOR-PER_2008A', name: 'Norway, Peru' },
      coverage: { since: '2008', until: '2015' },
    });
    expect(done.leftOut.map(({ what }) => what).sort()).toEqual([
      "'2015-13' is no date",
      "code 'ATF' ('French Southern Territories') is no party's",
    ]);
    expect(await ask('SELECT id, signed, inForce FROM instruments ORDER BY id', ledger)).toEqual([
      { id: 'CHL-FJI_2015A', signed: '2015', inForce: null },
      { id: 'NOR-PER_2008A', signed: '2008', inForce: '2012' },
    ]);
  });

  it('date each state where the register does (huggo); who joins later contradicts nobody', async () => {
    const { done, ties, ledger } = await imported(
      'huggo',
      [
        'manyID,treatyID,Title,stateID,StateName,Signature,Force,End,StateSignature,StateForce,StateEnd',
        'T_1990A,T_1990A,A Treaty,NOR,Norway,1990-01-01,1991-01-01,9999-12-31,1990-01-01,1991-01-01,9999-12-31',
        'T_1990A,T_1990A,A Treaty,ISL,Iceland,1990-01-01,1991-01-01,9999-12-31,1990-01-01,,',
        'T_1990A,T_1990A,A Treaty,SWE,Sweden,1990-01-01,1991-01-01,9999-12-31,1990-01-01,1991-01-01,1988-12-31',
        'T_1990A,T_1990A,A Treaty,FIN,Finland,1990-01-01,1991-01-01,9999-12-31,1993-01-01,1995-05-01,1996-05-01',
        'T_1990A,T_1990A,A Treaty,DNK,Denmark,1990-01-01,1991-01-01,9999-12-31,1993-01-01,,',
        'U_1999A,U_1999A,Another,DNK,Denmark,1999,,,1999,,',
      ].join('\n'),
    );
    expect(ties.map(said).sort()).toEqual([
      'DNK 1999–  announced',
      'DNK –  in-force',
      'FIN 1995-05-01–1996-05-01  ended',
      'ISL NOR 1991-01-01–  in-force',
    ]);
    expect(done.leftOut[0]?.what).toMatch(
      /^it ends before it begins: 1991-01-01, 1988-12-31 \(T_1990A, Sweden\)/,
    );
    const [history] = await withLedger(ledger, 'read', (opened) => tieHistories(opened, { asOf: '1998' }));
    expect(history).toMatchObject({
      subject: { instrument: 'T_1990A', parties: ['DNK', 'FIN', 'ISL', 'NOR'] },
      contradictions: [],
    });
    const shared = await withLedger(ledger, 'read', (opened) =>
      tieHistories(opened, { parties: ['NOR', 'FIN'] }),
    );
    expect(shared.map(({ subject }) => subject.instrument)).toEqual(['T_1990A']);
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
