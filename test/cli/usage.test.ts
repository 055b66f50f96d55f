import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../ledger/folder.js';
import { entente } from './command.js';

const folder = temporaryFolder();
const file = (name: string) => path.join(folder, name);
const ledger = file('none.duckdb');
const text = file('note.txt');

beforeAll(() => {
  writeFileSync(text, 'Norway thanked Fiji on 3 May 2019.');
  writeFileSync(file('broken-date.csv'), 'file,published\nnote.txt,2020-13-40\n');
  writeFileSync(file('unknown-genre.csv'), 'file,genre\nnote.txt,poem\n');
  writeFileSync(file('no-file.csv'), 'name,published\nnote.txt,2020\n');
});

describe('a wrong argument stops with its name and what to do, before anything is made', () => {
  it.each<[string, string[], number, RegExp, RegExp]>([
    ['no command', [], 2, /Usage: entente/, /Examples:/],
    ['a mistyped command', ['lst'], 2, /unknown command 'lst'/, /Did you mean list/],
    ['an unknown option', ['list', 'ties', '--partty', 'CHN'], 2, /unknown option '--partty'/, /--party/],
    ['no path', ['read'], 2, /missing required argument 'path'/, /--help/],
    ['a path that is not there', ['read', file('nte.txt')], 3, /no file or folder '.*nte.txt'/, /note\.txt/],
    ['a pattern without files', ['read', file('*.pdf')], 3, /no file matches '.*\*\.pdf'/, /pattern/],
    ['a broken date', ['read', text, '--date', '2020-13-01'], 2, /'2020-13-01' \(--date\) is not/, /2021-11/],
    ['an ambiguous date', ['read', text, '--date', '03/04/2020'], 2, /could be read in two ways/, /2021-11/],
    ['an unknown speaker', ['read', text, '--speaker', 'Chna'], 2, /unknown party 'Chna'/, /CHN \(China\)/],
    [
      'an unknown genre',
      ['read', text, '--genre', 'poem'],
      2,
      /unknown genre 'poem'/,
      /one of: news, speech/,
    ],
    ['columns without "="', ['read', text, '--columns', 'body'], 2, /'body' \(--columns\)/, /text=body/],
    ['no number of workers', ['read', text, '--workers', 'all'], 2, /'all' \(--workers\)/, /from 0 to 64/],
    ['too many workers', ['read', text, '--workers', '999'], 2, /'999' \(--workers\)/, /from 0 to 64/],
    [
      'a folder without tables',
      ['read', text, '--data', file('tables')],
      3,
      /no folder '.*tables'/,
      /states\.tsv/,
    ],
    [
      'no table of metadata',
      ['read', text, '--metadata', file('m.csv')],
      3,
      /cannot read .*m\.csv/,
      /exists/,
    ],
    [
      'a broken date in it',
      ['read', text, '--metadata', file('broken-date.csv')],
      3,
      /'2020-13-40' \(.*broken-date\.csv line 2, column published\) is not a date/,
      /2021-11/,
    ],
    [
      'an unknown genre in it',
      ['read', text, '--metadata', file('unknown-genre.csv')],
      3,
      /'poem' \(.*line 2, column genre\)/,
      /one of: news/,
    ],
    [
      'no column for the file',
      ['read', text, '--metadata', file('no-file.csv')],
      3,
      /no column 'file'/,
      /published/,
    ],
    ['an unknown kind', ['list', 'evnts'], 2, /unknown kind 'evnts'/, /one of: events, ties/],
    [
      'an unknown type of event',
      ['list', 'events', '--type', 'HUG'],
      2,
      /type of event 'HUG'/,
      /AGREE, CONSULT/,
    ],
    ['an unknown type of tie', ['list', 'ties', '--type', 'hug'], 2, /type of tie 'hug'/, /partnership/],
    [
      'a type where there is none',
      ['list', 'claims', '--type', 'x'],
      2,
      /--type does not apply to claims/,
      /leave/,
    ],
    [
      'an unknown modality',
      ['list', 'ties', '--modality', 'maybe'],
      2,
      /modality 'maybe'/,
      /asserted, planned/,
    ],
    ['a broken first day', ['list', 'ties', '--from', '2020-13'], 2, /'2020-13' \(--from\)/, /2020-11/],
    ['a broken last day', ['list', 'ties', '--to', 'today'], 2, /'today' \(--to\)/, /2020-11/],
    ['an unknown party', ['list', 'ties', '--party', 'Vietnm'], 2, /unknown party 'Vietnm'/, /VNM \(/],
    [
      'a party like no other',
      ['list', 'ties', '--party', 'qqqxxx'],
      2,
      /unknown party 'qqqxxx'/,
      /such as CHN/,
    ],
    ['a negative limit', ['list', 'ties', '--limit', '-3'], 2, /'-3' \(--limit\)/, /number such as 20/],
    [
      'a filter of other lists',
      ['list', 'documents', '--party', 'CHN'],
      2,
      /--party does not apply/,
      /--search/,
    ],
    [
      'a search of entries',
      ['list', 'ties', '--search', 'sea'],
      2,
      /--search does not apply/,
      /--party, --type/,
    ],
    ['no ledger', ['list', 'ties'], 4, /no ledger at .*none\.duckdb/, /entente read PATH first/],
    ['no ledger to show', ['show', 'CHN'], 4, /no ledger at/, /entente read PATH/],
    ['an unknown party to show', ['show', 'China', 'Jpan'], 2, /unknown party 'Jpan'/, /JPN \(Japan\)/],
    ['an unknown format', ['export', '--format', 'xml'], 2, /unknown format 'xml'/, /jsonl, csv, parquet/],
    ['no export', ['import', folder], 4, /no documents\.jsonl in/, /entente export --format jsonl/],
    ['a port that is none', ['serve', '--port', '70000'], 2, /'70000' \(--port\)/, /from 0 to 65535/],
  ])('%s', async (_, words, status, message, remedy) => {
    const takesLedger = words.length > 1 && !['explain', 'evaluate'].includes(words[0] ?? '');
    const ran = await entente(...words, ...(takesLedger ? ['--ledger', ledger] : []));
    expect(ran).toMatchObject({ status, out: '' });
    expect(ran.err).toMatch(message);
    expect(ran.err).toMatch(remedy);
    expect(ran.err).not.toMatch(/this is a defect|\n {4}at /);
    expect(existsSync(ledger)).toBe(false);
  });

  it.each<[string, string[], number, RegExp]>([
    ['an empty sentence', ['explain', ' '], 2, /the sentence is empty/],
    ['a broken date', ['explain', 'Fiji thanked Peru.', '--date', 'nope'], 2, /'nope' \(--date\)/],
    [
      'an unknown speaker',
      ['explain', 'We thank Peru.', '--speaker', 'Fijj'],
      2,
      /unknown party 'Fijj'[\s\S]*FJI/,
    ],
    [
      'a tree to no folder',
      ['explain', 'We thank Peru.', '--tree', path.join(folder, 'none', 'tree.svg')],
      2,
      /cannot write to '.*tree\.svg' \(--tree\): its folder is not there\n {2}name a file/,
    ],
    ['a tree to a folder', ['explain', 'We thank Peru.', '--tree', folder], 2, /--tree\): it is a folder/],
    ['an unknown task', ['evaluate', 'taste', text], 2, /unknown task 'taste'[\s\S]*relation, spans/],
    [
      'an unknown convention',
      ['evaluate', 'spans', text, '--convention', 'x'],
      2,
      /convention 'x'[\s\S]*manual/,
    ],
    ['no labelled file', ['evaluate', 'spans', file('gold.jsonl')], 3, /cannot read '.*gold\.jsonl'/],
  ])('%s of explain or evaluate', async (_, words, status, message) => {
    const ran = await entente(...words);
    expect(ran).toMatchObject({ status, out: '' });
    expect(ran.err).toMatch(message);
  });
});
