import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { GROUPINGS } from '../../src/ledger/index.js';
import { temporaryFolder } from '../ledger/folder.js';
import { entente } from './command.js';

const folder = temporaryFolder();
const ledger = path.join(folder, 'quarrel.duckdb');
const on = (...words: string[]) => entente(...words, '--ledger', ledger);

beforeAll(async () => {
  const texts = path.join(folder, 'texts');
  mkdirSync(texts);
  const write = (name: string, text: string) => writeFileSync(path.join(texts, name), text);
  write('one.txt', 'SANTIAGO, June 4, 2020 — Chile accused Peru of closing the border.\n');
  write('two.txt', 'LIMA, June 5, 2020 — Chile accused Peru on Thursday of closing the border.\n');
  write('three.txt', 'LIMA, June 20, 2020 — Chile accused Peru on Friday of a new closure.\n');
  write('four.txt', 'OSLO, June 21, 2020 — It rained.\n');
  expect((await on('read', texts, '--workers', '0')).status).toBe(0);
});

describe('count', () => {
  it('tells of events, acts, the documents that tell of them, and all that were read', async () => {
    const { status, out, err } = await on('count', '--party', 'Peru', '--type', 'accuse');
    expect(status).toBe(0);
    expect(out).toBe(
      'party\tother\tmonth\tdated\tevents\tacts\tdocuments\tread\nCHL\tPER\t2020-06\tyes\t3\t2\t3\t4\n',
    );
    expect(err).toBe('3 asserted events in 2 acts, told by 3 of 4 documents read\n');
  });

  it('as CSV and as JSON', async () => {
    const words = ['count', '--by', 'source, recipient', '--type', 'ACCUSE', '--party', 'PER'];
    const csv = await on(...words, '--csv');
    expect(csv.out).toBe('source,recipient,dated,events,acts,documents,read\nCHL,PER,yes,3,2,3,4\n');
    const json = await on(...words, '--json');
    expect(json.err).toBe('');
    expect(JSON.parse(json.out)).toMatchObject({
      by: ['source', 'recipient'],
      modality: 'asserted',
      rows: [{ source: 'CHL', recipient: 'PER', dated: 'yes', events: 3, acts: 2, documents: 3, read: 4 }],
    });
  });

  it('says that nothing fits', async () => {
    const { status, out, err } = await on('count', '--party', 'Laos', '--modality', 'denied');
    expect({ status, out, err }).toEqual({ status: 0, out: '', err: 'no denied events fit\n' });
  });

  it.each<[string[], RegExp]>([
    [['--by', 'dyad,moth'], /unknown grouping \(--by\) 'moth'\n {2}one of: dyad/],
    [['--by', 'year,year'], /'year' is given twice/],
    [['--type', 'HUG'], /unknown type of event 'HUG'/],
    [['--modality', 'sure'], /unknown modality 'sure'\n {2}one of: .*any/],
    [['--from', '2020-13'], /'2020-13' \(--from\) is not a date/],
    [['--party', 'Chna'], /unknown party 'Chna'/],
    [['--csv', '--json'], /--csv and --json exclude each other/],
  ])('refuses %j', async (words, message) => {
    const { status, out, err } = await on('count', ...words);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(message);
  });

  it('help names what can be counted by', () => {
    const command = createProgram('0').commands.find((one) => one.name() === 'count');
    const by = command?.options.find(({ long }) => long === '--by')?.description;
    expect(by).toBe(`any of ${GROUPINGS.join(', ')}, separated by commas`);
  });
});

describe('list acts', () => {
  it('has one line for an act, with its entries', async () => {
    const { out, err } = await on('list', 'acts', '--type', 'ACCUSE', '--party', 'PER');
    expect(out.split('\n')).toHaveLength(4);
    expect(out).toMatch(
      /2020-06-04\t2020-06-04\tCHL → PER ACCUSE\tasserted\t2\t2\t[0-9a-f]{8} [0-9a-f]{8}\n/,
    );
    expect(err).toBe('2 acts\n');
    const { total, rows } = JSON.parse(
      (await on('list', 'acts', '--type', 'ACCUSE', '--party', 'PER', '--json')).out,
    );
    expect(total).toBe(2);
    expect(rows[0].reports.map((report: { date: string }) => report.date)).toEqual([
      '2020-06-04',
      '2020-06-04',
    ]);
  });

  it('refuses what does not apply', async () => {
    const { status, err } = await on('list', 'acts', '--document', 'ab');
    expect(status).toBe(2);
    expect(err).toMatch(
      /--document does not apply to acts\n {2}for acts: --party, --type, --from, --to, --modality/,
    );
  });
});
