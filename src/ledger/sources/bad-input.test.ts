import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect, loadBytes, loadError } from '../../../test/fixtures/sources/load-bytes.js';
import { makeDocx } from '../../../test/fixtures/sources/make-docx.js';
import { makePdf } from '../../../test/fixtures/sources/make-pdf.js';
import { makeManyEntries, makeZip, renamed } from '../../../test/fixtures/sources/make-zip.js';
import { EntenteError } from '../../record/index.js';
import { loadDocuments } from './load.js';
import type { Format, LoadOptions } from './types.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-sources-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const docx = await makeDocx(['It rained.']);
const pdf = makePdf([[{ text: 'It rained on both banks.', y: 700 }]]);
const zip = await makeZip({ 'a.txt': 'It rained.', 'b.txt': 'It shone.' });

describe('bad input', () => {
  it.each<[string, string | Uint8Array, Format, RegExp, RegExp]>([
    ['an empty text', '', 'text', /is empty/, /leave it out/],
    ['white space only', ' \n\t\n\u00a0\ufeff', 'text', /no words/, /leave it out/],
    ['front matter only', '---\ntitle: Nothing\n---\n\n', 'text', /no words/, /leave it out/],
    ['an empty page', '<html><body></body></html>', 'html', /holds no text/, /leave it out/],
    ['an empty table', '', 'csv', /is empty/, /column names/],
    ['empty JSON lines', '', 'jsonl', /is empty/, /JSON object/],
    ['a scanned PDF', makePdf([[], []]), 'pdf', /has no text, only pictures of 2 page/, /OCR/],
    [
      'an encrypted PDF',
      makePdf([[{ text: 'It rained.', y: 700 }]], { password: 'rose' }),
      'pdf',
      /is encrypted/,
      /password/,
    ],
    ['a truncated PDF', pdf.subarray(0, 200), 'pdf', /not a whole PDF/, /again/],
    ['a text named .pdf', 'It rained.', 'pdf', /not a whole PDF/, /again/],
    ['a truncated Word file', docx.subarray(0, docx.length - 300), 'docx', /not a whole zip/, /again/],
    ['a zip named .docx', zip, 'docx', /not a whole Word file/, /save it as \.docx/],
    ['a truncated zip', zip.subarray(0, zip.length - 30), 'zip', /not a whole zip/, /again/],
    [
      'CSV without a text column',
      'id,headline\n1,Rain\n',
      'csv',
      /no column with the text \(found: 'id', 'headline'\)/,
      /--columns text=NAME/,
    ],
    [
      'a sidecar as documents',
      'file,published\na.txt,2020\n',
      'csv',
      /no column with the text/,
      /--metadata/,
    ],
    ['CSV with an open quote', 'text\n"It rained.\n', 'csv', /not well-formed CSV/, /quote/],
    ['CSV with NUL characters', 'text\nIt\0rained.\n', 'csv', /NUL/, /text file/],
    [
      'a row with too many cells',
      'date,text\n2019,It rained, then it shone.\n',
      'csv',
      /row 1 .*3 cells for 2 columns/,
      /quotes/,
    ],
    [
      'a row with a broken date',
      'date,text\n2019-13-40,It rained.\n',
      'csv',
      /'2019-13-40' \(standard input row 1 .*date\) is not a date/,
      /2021-11-22/,
    ],
    ['a row without text', 'date,text\n2019,\n', 'csv', /row=1 holds no text/, /leave it out/],
    [
      'front matter with a broken date',
      '---\ndate: soon\n---\nIt rained.',
      'text',
      /'soon' \(front matter of standard input, date\) is not a date/,
      /2021-11-22/,
    ],
    ['a line that is no text', '{"text": 5}', 'jsonl', /'text' holds no text/, /leave the row out/],
  ])('%s', async (_, bytes, format, message, remedy) => {
    const error = await loadError(bytes, format);
    expect(error).toBeInstanceOf(EntenteError);
    expect(error.code).toBe('input');
    expect(error.message).toMatch(message);
    expect(error.remedy).toMatch(remedy);
  });

  it.each<[string, LoadOptions, RegExp]>([
    ['a broken date', { date: '2021-02-30' }, /'2021-02-30' \(--date\) is not a date/],
    ['an unknown genre', { genre: 'poem' }, /'poem' \(--genre\) is not a genre/],
    ['an unknown speaker', { speaker: 'Atlantis' }, /'Atlantis' \(--speaker\) is not a party/],
  ])('flags: %s is a usage error before anything is read', async (_, options, message) => {
    await expect(loadBytes('It rained.', 'text', options)).rejects.toThrow(message);
    await expect(loadBytes('It rained.', 'text', options)).rejects.toMatchObject({ code: 'usage' });
  });

  it('a column that --columns names and the table lacks', async () => {
    const error = await loadError('text,day\nIt rained.,2019\n', 'csv', { columns: { date: 'when' } });
    expect(error.message).toContain(
      "no column 'when', which --columns names for date (found: 'text', 'day')",
    );
  });

  it('a zip with names that leave its folder: those are refused, the rest are read', async () => {
    const unsafe = renamed(
      renamed(
        await makeZip({ 'xx/evil.txt': 'no', 'yabs.txt': 'no', 'a.txt': 'It rained.' }),
        'xx/evil.txt',
        '../evil.txt',
      ),
      'yabs.txt',
      '/abs.txt',
    );
    const results = await loadBytes(unsafe, 'zip');
    expect(results.map((result) => (result.ok ? result.document.text : result.error.message))).toEqual([
      expect.stringContaining('../evil.txt: the name leaves'),
      expect.stringContaining('/abs.txt: the name leaves'),
      'It rained.',
    ]);
  });

  it('a zip with 100,000 entries', async () => {
    const error = await loadError(makeManyEntries(100_000), 'zip');
    expect(error.message).toContain('has 100000 entries; at most 20000');
    expect(error.remedy).toContain('unpack');
  });

  it('a zip bomb, by ratio and in all', async () => {
    const bomb = await makeZip({ 'bomb.txt': Buffer.alloc(8 << 20, 'a '), 'a.txt': 'It rained.' });
    const results = await loadBytes(bomb, 'zip');
    expect(results.map((result) => (result.ok ? result.document.text : result.error.message))).toEqual([
      expect.stringMatching(/bomb\.txt would unpack to 8 MiB from \d+ KiB/),
      'It rained.',
    ]);
    const many = await makeZip({ 'a.txt': 'It rained.', 'b.txt': 'It shone.', 'c.txt': 'It blew.' });
    const stopped = await loadBytes(many, 'zip', { limits: { zipBytes: 12 } });
    expect(stopped.map(({ ok }) => ok)).toEqual([true, false, false]);
  });

  it('a Word file that is a bomb', async () => {
    const error = await loadError(
      await makeZip({ '[Content_Types].xml': '<x/>', 'word/document.xml': Buffer.alloc(16 << 20, ' ') }),
      'docx',
    );
    expect(error.message).toMatch(/would unpack to 16 MiB/);
  });

  it('zips within zips within zips', async () => {
    const nested = await makeZip({ 'b.zip': await makeZip({ 'c.zip': zip }) });
    const error = await loadError(nested, 'zip');
    expect(error.message).toContain('b.zip/c.zip is a zip within 2 others');
  });

  it('an encrypted entry', async () => {
    // Bit 0 of the general purpose flag, in the local header and in the central directory.
    const bytes = Buffer.from(await makeZip({ 'a.txt': 'It rained.' }));
    for (let at = bytes.indexOf('PK\x03\x04'); at !== -1; at = bytes.indexOf('PK\x03\x04', at + 1))
      bytes[at + 6] = (bytes[at + 6] ?? 0) | 1;
    for (let at = bytes.indexOf('PK\x01\x02'); at !== -1; at = bytes.indexOf('PK\x01\x02', at + 1))
      bytes[at + 8] = (bytes[at + 8] ?? 0) | 1;
    expect((await loadError(bytes, 'zip')).message).toContain('a.txt is encrypted');
  });

  it('a page nested deeper than the call stack is told of or read', async () => {
    const deep = `<html><body>${'<div>'.repeat(20_000)}It rained.${'</div>'.repeat(20_000)}</body></html>`;
    const [result] = await loadBytes(deep, 'html');
    expect(result?.ok || result?.error instanceof EntenteError).toBe(true);
  });

  it('a file of 50 MB is read, one above the limit is not', async () => {
    const path = join(folder, 'large.txt');
    const paragraph = `${'The two ports agreed to share a pilot, and the pilots agreed to share a boat. '.repeat(8)}\n`;
    writeFileSync(path, paragraph.repeat(Math.ceil((50 << 20) / paragraph.length)));
    const [large] = await collect(loadDocuments({ path, format: 'text' }));
    expect(large?.ok && large.document.text.length).toBeGreaterThan(50_000_000);
    const [refused] = await collect(
      loadDocuments({ path, format: 'text' }, { limits: { textBytes: 1 << 20 } }),
    );
    expect(!refused?.ok && refused?.error.message).toMatch(/has 50 MiB; at most 1 MiB/);
  }, 60_000);

  it('a large table is given row by row', async () => {
    const path = join(folder, 'large.csv');
    writeFileSync(
      path,
      `text\n${`"${'The two ports agreed to share a pilot. '.repeat(400)}"\n`.repeat(1000)}`,
    );
    const rows = loadDocuments({ path, format: 'csv' });
    expect((await rows.next()).value?.ok).toBe(true);
    expect((await rows.next()).value?.path).toBe(`${path}#row=2`);
    await rows.return(undefined);
  });

  it('a file that is gone, and a folder', async () => {
    const [gone] = await collect(loadDocuments({ path: join(folder, 'gone.txt') }));
    expect(!gone?.ok && gone?.error.message).toMatch(/gone\.txt does not exist any more/);
    const [dir] = await collect(loadDocuments({ path: folder, format: 'text' }));
    expect(!dir?.ok && dir?.error.message).toMatch(/is a folder/);
  });
});
