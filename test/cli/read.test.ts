import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makePdf } from '../fixtures/sources/make-pdf.js';
import { makeManyEntries, makeZip, renamed } from '../fixtures/sources/make-zip.js';
import { temporaryFolder } from '../ledger/folder.js';
import { entente } from './command.js';

const folder = temporaryFolder();
const file = (name: string) => path.join(folder, name);
const TREATY =
  'Norway and Fiji signed a fisheries treaty in Suva on 3 May 2019. Chile criticised the treaty.\n';
const LATIN1 = 'The caf\xe9 talks in Oslo ended on 4 May 2019. Peru thanked Norway for them.\n';

/** Reads in this thread, so that no workers have to start. */
const read = (ledger: string, ...words: string[]) =>
  entente('read', ...words, '--ledger', file(ledger), '--workers', '0');
const json = async (ledger: string, ...words: string[]) => {
  const { status, out, err } = await read(ledger, ...words, '--json');
  expect(err).toBe('');
  return { status, ...JSON.parse(out) };
};

beforeAll(async () => {
  const pdf = makePdf([[{ text: 'Norway thanked Fiji.', y: 700 }]]);
  const zip = await makeZip({
    'aa/ok.txt': 'Norway thanked Fiji.',
    'bb/evil.txt': 'Peru praised Laos.',
    'a.png': 'x',
  });
  const files: Record<string, string | Buffer> = {
    'treaty.txt': TREATY,
    'empty.txt': '',
    'blank.txt': ' \n\t \n',
    'binary.txt': Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251)),
    'picture.txt': Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'),
    'latin1.txt': Buffer.from(LATIN1, 'latin1'),
    'utf16.txt': Buffer.from(`\uFEFF${TREATY}`, 'utf16le'),
    'utf16-bare.txt': Buffer.from(TREATY, 'utf16le'),
    'scan.pdf': makePdf([[], []]),
    'locked.pdf': makePdf([[{ text: 'Talks.', y: 700 }]], { password: 'x' }),
    'cut.pdf': pdf.subarray(0, 300),
    'many.zip': makeManyEntries(100_000),
    'evil.zip': renamed(zip, 'bb/evil.txt', '../evil.txt'),
    'cut.zip': zip.subarray(0, 150),
    'no-text.csv': 'title,date\nTalks,2020\n',
    'rows.csv': 'text,date\n"Norway thanked Fiji.",31/31/2020\n"Peru praised Laos.",2020-05-04\n',
    'rows.jsonl': '{"text":"Peru praised Fiji."}\nnot json\n{"body":1}\n',
    'no-ledger.duckdb': 'These are no tables.',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(file(name), content);
});

describe('a document that cannot be read is told of with what to do', () => {
  const BAD: readonly (readonly [string, RegExp])[] = [
    ['empty.txt', /empty\.txt is empty\n {2}give a file with text/],
    ['blank.txt', /blank\.txt holds no words.*\n {2}give a file with text/],
    ['binary.txt', /binary\.txt is not text.*\n {2}give a text file/],
    ['picture.txt', /picture\.txt is not text: it is a PNG picture\n {2}run text/],
    ['scan.pdf', /scan\.pdf has no text, only pictures of 2 page.*\n {2}run OCR/],
    ['locked.pdf', /locked\.pdf is encrypted.*\n {2}save it without a password/],
    ['cut.pdf', /cut\.pdf is not a whole PDF.*\n {2}fetch it again/],
    ['many.zip', /many\.zip has 100000 entries; at most.*\n {2}unpack it/],
    ['cut.zip', /cut\.zip is not a whole zip.*\n {2}fetch or make it again/],
    ['no-text.csv', /no column with the text \(found: 'title', 'date'\)\n {2}name the column/],
  ];

  it('where none can be read', async () => {
    const { status, out, err } = await read('bad.duckdb', ...BAD.map(([name]) => file(name)));
    expect({ status, out }).toEqual({ status: 3, out: '' });
    for (const [, message] of BAD) expect(err).toMatch(message);
    expect(err).toMatch(/0 documents read, 10 failed\n$/);
  });

  it('and the others are read', async () => {
    const { status, err } = await read('some.duckdb', file('evil.zip'), file('rows.csv'), file('rows.jsonl'));
    expect(status).toBe(1);
    expect(err).toMatch(/\.\.\/evil\.txt: the name leaves the zip's own folder/);
    expect(err).toMatch(/rows\.csv#row=1: '31\/31\/2020' \(.*rows\.csv row 1.*, date\) is not a date/);
    expect(err).toMatch(/rows\.jsonl line 2 is not JSON/);
    expect(err).toMatch(/rows\.jsonl line 3: 'body' holds no text/);
    expect(err).toMatch(/skipped: .*a\.png: not a kind of file/);
    expect(err).toMatch(/3 documents read, 1 skipped, 4 failed/);
    expect(existsSync(file('../evil.txt'))).toBe(false);
  });
});

describe('text in other encodings', () => {
  it('is read, and Latin-1 is told of', async () => {
    const names = ['treaty.txt', 'utf16.txt', 'utf16-bare.txt', 'latin1.txt'].map(file);
    const report = await json('encodings.duckdb', ...names);
    expect(report).toMatchObject({ status: 0, failed: [] });
    expect(report.warnings).toEqual([expect.stringMatching(/latin1\.txt: read as Windows-1252/)]);
    // Three of them hold the same text.
    expect(report.documents).toMatchObject({ new: 2 });
    const { out } = await entente('export', '--ledger', file('encodings.duckdb'), '--out', file('encodings'));
    expect(out).toBe('');
    const lines = readFileSync(path.join(file('encodings'), 'documents.jsonl'), 'utf8')
      .trim()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line).text).sort()).toEqual([TREATY, LATIN1].sort());
  });
});

describe('a ledger that cannot be used', () => {
  it.each<[string, string, number, RegExp]>([
    [
      'a file that is none',
      'no-ledger.duckdb',
      5,
      /no-ledger\.duckdb is not a DuckDB file\n {2}name another/,
    ],
    ['a folder', '.', 5, /is not a file\n {2}name a DuckDB file/],
    ['one in a folder that is not there', 'x/y.duckdb', 4, /there is no folder .*x for the ledger\n {2}make/],
  ])('%s', async (_, ledger, status, message) => {
    const ran = await read(ledger, file('treaty.txt'));
    expect(ran).toMatchObject({ status, out: '' });
    expect(ran.err).toMatch(message);
    expect(readFileSync(file('no-ledger.duckdb'), 'utf8')).toBe('These are no tables.');
  });
});

describe('a folder', () => {
  beforeAll(() => {
    const inside = file('speeches');
    mkdirSync(path.join(inside, 'more'), { recursive: true });
    writeFileSync(path.join(inside, 'a.txt'), 'Norway thanked Fiji for its help.');
    writeFileSync(path.join(inside, 'more', 'b.txt'), 'We thank Chile for its help. We praised Peru.');
    writeFileSync(path.join(inside, 'more', 'bad.txt'), '');
    writeFileSync(path.join(inside, '.hidden.txt'), 'Chile thanked Peru.');
    writeFileSync(path.join(inside, 'notes.log'), 'Chile thanked Peru.');
    const rows =
      'file,published,speaker,genre\na.txt,2020-05-04,,news\nmore/b.txt,2020-06,Fiji,speech\nc.txt,2020,,\n';
    writeFileSync(path.join(inside, 'metadata.csv'), rows);
    symlinkSync(inside, path.join(inside, 'more', 'loop'));
  });

  it('is read with its table of metadata, and everything passed over is told of', async () => {
    const table = path.join(file('speeches'), 'metadata.csv');
    const report = await json('folder.duckdb', file('speeches'), '--metadata', table);
    expect(report).toMatchObject({ status: 1, documents: { new: 2 }, interrupted: false });
    expect(report.failed).toEqual([
      {
        path: path.join(file('speeches'), 'more', 'bad.txt'),
        reason: expect.stringMatching(/is empty$/),
        remedy: expect.any(String),
      },
    ]);
    const skipped = report.skipped.map((one: { path: string; reason: string }) => [
      path.relative(file('speeches'), one.path),
      one.reason.replace(/ \(.*/, ''),
    ]);
    expect(skipped.sort()).toEqual([
      ['.hidden.txt', 'hidden'],
      ['metadata.csv', 'the metadata table'],
      ['more/loop', 'a link to a folder that it lies in'],
      ['notes.log', 'not a kind of file that is read'],
    ]);
    expect(report.warnings).toEqual([`${table} line 4: 'c.txt' is not among the documents`]);
    const listed = await entente('list', 'documents', '--ledger', file('folder.duckdb'), '--json');
    expect(JSON.parse(listed.out).rows).toMatchObject([
      { published: '2020-05-04', genre: 'news' },
      { published: '2020-06', genre: 'speech', speaker: 'FJI' },
    ]);
  });

  it('without it names the table that is not read', async () => {
    const { status, err } = await read('bare.duckdb', file('speeches'));
    expect(status).toBe(1);
    expect(err).toMatch(
      /metadata\.csv has no column with the text.*\n {2}if it is a table about other files, give it by --metadata/,
    );
  });

  it('by a pattern, and flags over all', async () => {
    const flags = ['--date', '2 June 2021', '--genre', 'Speech', '--speaker', 'Norway'];
    const report = await json('pattern.duckdb', path.join(folder, 'speeches/**/[ab].txt'), ...flags);
    expect(report).toMatchObject({ status: 0, documents: { new: 2 } });
    const listed = await entente('list', 'documents', '--ledger', file('pattern.duckdb'), '--json');
    const flagged = { published: '2021-06-02', genre: 'speech', speaker: 'NOR' };
    expect(JSON.parse(listed.out).rows).toMatchObject([flagged, flagged]);
  });
});

describe('tables of one’s own', () => {
  const HEADER = 'id\tname\tkind\tfounded\tdissolved\thq\tsource\n';

  it('add a party that is then known by its name', async () => {
    mkdirSync(file('tables'));
    writeFileSync(
      path.join(file('tables'), 'bodies.tsv'),
      `${HEADER}FJF\tFjord Forum\tforum\t\t\t\tour own\n`,
    );
    writeFileSync(file('forum.txt'), 'The Fjord Forum thanked Fiji for its help.');
    const { status } = await read('tables.duckdb', file('forum.txt'), '--data', file('tables'));
    expect(status).toBe(0);
    const listed = await entente(
      'list',
      'events',
      '--party',
      'fjord forum',
      '--ledger',
      file('tables.duckdb'),
      '--json',
    );
    expect(JSON.parse(listed.out)).toMatchObject({ total: 1, rows: [{ source: [{ party: 'FJF' }] }] });
    expect((await entente('show', 'Fiji', 'FJF', '--ledger', file('tables.duckdb'))).out).toMatch(
      /^FJI Fiji — FJF/,
    );
  });

  it('are refused with table and line', async () => {
    mkdirSync(file('wrong'));
    writeFileSync(path.join(file('wrong'), 'bodies.tsv'), `${HEADER}FJF\tFjord Forum\tclub\t\t\t\tour own\n`);
    const { status, err } = await read('wrong.duckdb', file('treaty.txt'), '--data', file('wrong'));
    expect(status).toBe(3);
    expect(err).toMatch(/bodies\.tsv.*2.*club|bodies\.tsv.*2.*kind/);
    expect(existsSync(file('wrong.duckdb'))).toBe(false);
  });
});

describe('reading again', () => {
  it('changes nothing', async () => {
    expect(await json('again.duckdb', file('treaty.txt'))).toMatchObject({ documents: { new: 1 } });
    const bytes = readFileSync(file('again.duckdb'));
    expect(await json('again.duckdb', file('treaty.txt'))).toMatchObject({
      documents: { new: 0, unchanged: 1 },
    });
    expect(readFileSync(file('again.duckdb')).equals(bytes)).toBe(true);
    const { err } = await read('again.duckdb', file('treaty.txt'), file('treaty.txt'));
    expect(err).toBe('0 documents read, 2 unchanged\n');
  });

  it('with other metadata replaces the entries', async () => {
    expect(await json('again.duckdb', file('treaty.txt'), '--date', '2019-05-05')).toMatchObject({
      documents: { new: 0, unchanged: 0, replaced: 1 },
    });
  });
});
