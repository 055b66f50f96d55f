import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { ledgersEqual, withLedger } from '../../src/ledger/index.js';
import { temporaryFolder } from '../ledger/folder.js';
import { entente } from './command.js';

const folder = temporaryFolder();
const file = (name: string) => path.join(folder, name);
const ledger = file('talks.duckdb');
const on = (...words: string[]) => entente(...words, '--ledger', ledger);
const json = async (...words: string[]) => {
  const { status, out, err } = await on(...words, '--json');
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return JSON.parse(out);
};

beforeAll(async () => {
  const texts = file('texts');
  mkdirSync(texts);
  const talks = [
    '---\ntitle: Talks in Suva\ndate: 2019-05-03\n---\n\n',
    'Norway and Fiji signed a fisheries\ntreaty in Suva. Norway and Fiji established a strategic partnership in 2018. ',
    'Norway promised to send two patrol boats to Fiji by 2021.\n',
  ].join('');
  writeFileSync(path.join(texts, 'talks.md'), talks);
  const quarrel =
    'SANTIAGO, June 4, 2020 — Chile accused Peru of closing the border. Peru denied the charge.\n';
  writeFileSync(path.join(texts, 'quarrel.txt'), quarrel);
  const read = await on('read', texts, '--workers', '0');
  expect(read.err).toMatch(/^2 documents read\n/);
});

describe('list', () => {
  it.each<[string, string[], number]>([
    ['both parties', ['events', '--party', 'Norway', '--party', 'FJI'], 1],
    ['one that is not there', ['entries', '--party', 'Laos'], 0],
    ['a sector without entries', ['entries', '--party', 'nor/mil'], 0],
    ['a type in any case', ['ties', '--type', 'Partnership'], 1],
    ['of a period', ['events', '--from', '2020', '--to', '2020-06', '--type', 'ACCUSE'], 1],
    ['before it', ['events', '--to', '2017'], 0],
    ['by modality', ['events', '--modality', 'hypothetical'], 0],
  ])('entries: %s', async (_, words, least) => {
    const { total, rows } = await json('list', ...words);
    expect(rows).toHaveLength(total);
    if (least === 0) expect(total).toBe(0);
    else expect(total).toBeGreaterThanOrEqual(least);
  });

  it.each(['events', 'ties', 'commitments', 'claims', 'measures', 'entries', 'documents', 'parties'])(
    '%s as JSON and as a table of as many lines',
    async (kind) => {
      const { total, rows } = await json('list', kind);
      expect(rows).toHaveLength(total);
      const table = await on('list', kind, '--limit', '0');
      expect(table.out.split('\n').length - 1).toBe(total === 0 ? 0 : total + 1);
      const singular = kind.replace(/ies$/, 'y').replace(/s$/, '');
      const counted = total === 0 ? `no ${kind} fit` : total === 1 ? `1 ${singular}` : `${total} ${kind}`;
      expect(table.err).toBe(`${counted}\n`);
    },
  );

  it('keeps to the limit and tells of the rest', async () => {
    const { out, err } = await on('list', 'documents', '--limit', '1');
    expect(out.trim().split('\n')).toHaveLength(2);
    expect(err).toBe('1 of 2 documents; --limit 0 shows all\n');
  });

  it('shows passages as they stand in the text', async () => {
    const { rows } = await json('list', 'events', '--party', 'Fiji');
    const [document] = (await json('list', 'documents', '--search', 'suva')).rows;
    const held = await withLedger(ledger, 'read', (opened) => opened.document(document.id));
    const text = [...(held?.text ?? '')];
    for (const { start, end, exact } of rows[0].passages) expect(text.slice(start, end).join('')).toBe(exact);
    expect(rows[0]).toMatchObject({ kind: 'event', document: document.id, documentTitle: 'Talks in Suva' });
  });

  it('by the beginning of a document’s id', async () => {
    const [document] = (await json('list', 'documents', '--search', 'border')).rows;
    const { rows } = await json('list', 'entries', '--document', document.id.slice(0, 8));
    expect(rows.every((row: { document: string }) => row.document === document.id)).toBe(true);
    expect(rows.length).toBeGreaterThan(0);
    const missing = await on('list', 'entries', '--document', 'ffffffff');
    expect(missing).toMatchObject({ status: 4, out: '' });
    expect(missing.err).toMatch(/no document 'ffffffff'.*\n {2}entente list documents/);
  });
});

describe('show', () => {
  it('a party with its counterparts', async () => {
    const shown = await json('show', 'Norway');
    expect(shown.parties).toEqual(['NOR']);
    expect(shown.counterparts[0]).toMatchObject({ party: 'FJI' });
    expect(shown.entries.tie.total).toBe(shown.entries.tie.rows.length);
    const { out } = await on('show', 'Norway');
    expect(out).toMatch(/^NOR Norway\n\nwith FJI/);
  });

  it('a pair, and that nothing is known of one', async () => {
    expect((await on('show', 'Fiji', 'NOR')).out).toMatch(/^FJI Fiji — NOR Norway\n\nTies \(/);
    const { status, err } = await on('show', 'Norway', 'Laos');
    expect(status).toBe(0);
    expect(err).toBe('the ledger holds no entry with NOR and LAO; that says nothing about how they stand\n');
  });
});

describe('export and import', () => {
  it.each(['jsonl', 'csv', 'parquet'])('%s', async (format) => {
    const out = file(`as-${format}`);
    const told = await on('export', '--format', format, '--out', out);
    expect(told).toMatchObject({ status: 0, out: '' });
    expect(told.err).toMatch(new RegExp(`^2 documents and \\d+ entries written to .* as ${format}\n$`));
    expect(existsSync(path.join(out, `events.${format}`))).toBe(true);
    expect(await json('export', '--format', format, '--out', out)).toMatchObject({ format, documents: 2 });
  });

  it.each(['icews', 'polecat', 'phoenix'])('%s', async (format) => {
    const out = file(`${format}.tab`);
    const told = await on('export', '--format', format, '--out', out);
    expect(told).toMatchObject({ status: 0, out: '' });
    expect(told.err).toMatch(new RegExp(`^\\d+ rows of \\d+ events written to .* as ${format}\n`));
    const { events, rows } = await json('export', '--format', format, '--out', out);
    expect(events).toBeGreaterThan(1);
    expect(readFileSync(out, 'utf8').split('\n')).toHaveLength(rows + 2);
    const refused = await on('export', '--format', format, '--out', path.join(file('texts'), 'quarrel.txt'));
    expect(refused).toMatchObject({ status: 2, out: '' });
    expect(refused.err).toMatch(/no earlier export with these columns\n {2}name a new file/);
  });

  it('makes an equal ledger of JSON Lines, once', async () => {
    await on('export', '--out', file('copy'));
    const copy = file('copy.duckdb');
    const first = await entente('import', file('copy'), '--ledger', copy);
    expect(first).toEqual({
      status: 0,
      out: '',
      err: `2 documents new, 0 replaced, 0 unchanged → ${copy}\n`,
    });
    const again = await entente('import', file('copy'), '--ledger', copy, '--json');
    expect(JSON.parse(again.out)).toMatchObject({ documents: { new: 0, unchanged: 2 } });
    expect(await equal(ledger, copy)).toBe(true);
  });

  it('takes all or nothing', async () => {
    await on('export', '--out', file('spoilt'));
    writeFileSync(path.join(file('spoilt'), 'ties.jsonl'), '{"kind":"tie"}\n');
    const { status, err } = await entente('import', file('spoilt'), '--ledger', file('spoilt.duckdb'));
    expect(status).toBe(3);
    expect(err).toMatch(/ties\.jsonl:1: .*\n {2}correct or remove the line/);
    expect(existsSync(file('spoilt.duckdb'))).toBe(false);
  });

  it('leaves a folder alone that holds something else', async () => {
    const { status, err } = await on('export', '--out', file('texts'));
    expect(status).toBe(2);
    expect(err).toMatch(/holds '.*', which is no part of an export\n {2}name a new or empty folder/);
    expect(readFileSync(path.join(file('texts'), 'quarrel.txt'), 'utf8')).toMatch(/^SANTIAGO/);
  });

  it('tells of a folder that cannot be made', async () => {
    const { status, err } = await on('export', '--out', path.join(file('texts'), 'quarrel.txt', 'out'));
    expect(status).toBe(3);
    expect(err).toMatch(/cannot be written \(ENOTDIR\)\n {2}name a folder/);
  });
});

function equal(a: string, b: string): Promise<boolean> {
  return withLedger(a, 'read', (one) => withLedger(b, 'read', (other) => ledgersEqual(one, other)));
}

describe('a ledger of a newer version', () => {
  const newer = file('newer.duckdb');

  beforeAll(async () => {
    copyFileSync(ledger, newer);
    const instance = await DuckDBInstance.create(newer);
    const connection = await instance.connect();
    await connection.run("INSERT INTO store.schema_version VALUES (99, '2040-01-01')");
    connection.closeSync();
    instance.closeSync();
  });

  it.each([
    ['list', 'ties'],
    ['show', 'CHN'],
    ['serve'],
    ['export', '--out', file('newer')],
    ['import', file('as-jsonl')],
    ['read', file('texts'), '--workers', '0'],
  ])('is left alone by %s', async (...words) => {
    const before = readFileSync(newer);
    const { status, out, err } = await entente(...words, '--ledger', newer);
    expect({ status, out }).toEqual({ status: 5, out: '' });
    expect(err).toMatch(
      /newer\.duckdb has schema 99; this version of Entente knows up to \d+\n {2}update Entente/,
    );
    expect(readFileSync(newer).equals(before)).toBe(true);
    expect(existsSync(file('newer'))).toBe(false);
  });
});

describe('explain', () => {
  const SENTENCE = 'Norway thanked Fiji last week.';

  it('tells every step', async () => {
    const { status, out, err } = await entente('explain', ...SENTENCE.split(' '), '--date', '2019-05-10');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    for (const step of [
      /nsubj/,
      /Mentions\n {2}Norway: party NOR/,
      /Dates\n {2}2019-/,
      /Acts\n {2}thanked/,
      /Entries\n {2}event: NOR → FJI/,
    ])
      expect(out).toMatch(step);
  });

  it('draws the trees to a file', async () => {
    const svg = file('tree.svg');
    const words = ['explain', `${SENTENCE} It <will> write.`, '--tree', svg];
    const { status, out, err } = await entente(...words);
    expect({ status, err }).toEqual({ status: 0, err: `2 trees drawn to ${svg}\n` });
    expect(out).toMatch(/Mentions\n {2}Norway/);
    const drawn = readFileSync(svg, 'utf8');
    expect(drawn).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(drawn).toContain('<title>Norway thanked Fiji last week. It &lt;will&gt; write.</title>');
    expect(drawn.match(/<g class="word"/g)).toHaveLength(12);
    expect(drawn.match(/<g class="root"/g)).toHaveLength(2);
    const json = await entente(...words, '--json');
    expect(JSON.parse(json.out).sentences).toHaveLength(2);
  });

  it('as JSON', async () => {
    const { out } = await entente('explain', 'We thanked Fiji.', '--speaker', 'Norway', '--json');
    const { sentences, entries } = JSON.parse(out);
    expect(sentences).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      kind: 'event',
      source: [{ party: 'NOR' }],
      recipient: [{ party: 'FJI' }],
    });
  });
});

describe('import of a register', () => {
  const register = file('atop.csv');
  const head = 'ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul';
  const into = () => ['--ledger', file(`register-${Math.random()}.duckdb`)];

  it('tells what came of its rows, and what it covers', async () => {
    writeFileSync(
      register,
      [head, '385,390,1950,1,0,0,0,0', '385,390,1951,1,0,0,0,0', '385,998,1951,1,0,0,0,0'].join('\n'),
    );
    const words = ['import', 'atop', register, ...into()];
    const { status, err, out } = await entente(...words);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(/alliances by dyad, 1950 to 1951: 3 rows, 1 tie, new → /);
    expect(err).toMatch(
      /left out: 1 row\n {2}code 998 is not on the list of states: 1 row, first on line 4\n/,
    );
    const again = await entente(...words, '--json');
    expect(again.status).toBe(1);
    expect(JSON.parse(again.out)).toMatchObject({
      ...{ rows: 3, ties: 1, stored: 'unchanged', coverage: { since: '1950', until: '1951' } },
      leftOut: [{ rows: 1, firstLine: 4 }],
    });
    const shown = await entente('show', 'NOR', 'DNK', ...words.slice(3));
    expect(shown.out).toMatch(/\nalliance: .*defence/);
    expect(shown.out).toContain('(register of 1950 to 1951)');
  });

  it('ends well where no row is left out', async () => {
    writeFileSync(register, `${head}\n385,390,1950,1,0,0,0,0\n`);
    expect((await entente('import', 'ATOP', register, ...into())).status).toBe(0);
  });

  it('knows codes of tables of the user', async () => {
    const own = file('own');
    mkdirSync(own);
    writeFileSync(
      path.join(own, 'register-codes.tsv'),
      'system\tcode\tparty\tname\tsource\ncow\t998\tISL2\tIce Land\tinvented\n',
    );
    writeFileSync(register, `${head}\n385,998,1950,1,0,0,0,0\n`);
    const { status, out } = await entente('import', 'atop', register, '--data', own, '--json', ...into());
    expect({ status, ties: JSON.parse(out).ties }).toEqual({ status: 0, ties: 1 });
  });

  it.each([
    [['import', 'atop'], /needs the register's file/],
    [['import', 'polity', 'x.csv'], /unknown register 'polity'[\s\S]*atop, cow-states/],
    [['import', 'atop', 'nowhere.csv'], /no file nowhere\.csv/],
  ])('entente %j says what is wrong', async (words, message) => {
    const { status, err } = await entente(...words, ...into());
    expect([2, 3]).toContain(status);
    expect(err).toMatch(message);
  });
});
