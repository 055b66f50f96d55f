import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collect, resolveParty } from '../../../test/fixtures/sources/load-bytes.js';
import { loadDocuments } from './load.js';
import { parseColumns } from './rows.js';
import { parseSidecar, readSidecar } from './sidecar.js';

describe('the sidecar table', () => {
  it('tells of files by name or path, and wins over the text but not over flags', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-sidecar-'));
    try {
      writeFileSync(join(folder, 'CHN_76_2021.txt'), 'We keep our promise.');
      writeFileSync(
        join(folder, 'metadata.csv'),
        'file,title,published,delivered,authors,publisher,speaker,genre,url,colour\nCHN_76_2021.txt,"A promise, kept",2021-09~,,Li Wei; Kenji Mori,Harbour Review,Japan,statement,https://a.example,red\nother.txt,,,,,,,,,\n',
      );
      const metadata = await readSidecar(join(folder, 'metadata.csv'));
      expect(metadata.warnings).toEqual([expect.stringContaining("unknown column 'colour'")]);
      const item = { path: join(folder, 'CHN_76_2021.txt') };
      const [result] = await collect(loadDocuments(item, { metadata, resolveParty, genre: 'speech' }));
      expect(result?.ok && result.document).toMatchObject({
        title: 'A promise, kept',
        published: '2021-09~',
        delivered: '2021-09~',
        authors: ['Li Wei', 'Kenji Mori'],
        speaker: 'JPN',
        genre: 'speech',
      });
      expect(result?.ok && result.sidecarLine).toBe(2);
      expect(result?.ok && result.basis).toMatchObject({ speaker: 'sidecar', genre: 'flag' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    ['no file column', 'name,published\na.txt,2020\n', /no column 'file' \(found: name, published\)/],
    [
      'a broken date',
      'file,published\na.txt,2020\nb.txt,2020-14\n',
      /'2020-14' \(metadata\.csv line 3, column published\) is not a date/,
    ],
    [
      'a wrong genre',
      'file,genre\na.txt,song\n',
      /'song' \(metadata\.csv line 2, column genre\) is not a genre/,
    ],
    ['a file twice', 'file\na.txt\n./a.txt\n', /metadata\.csv line 3: 'a\.txt' stands in line 2 already/],
    ['an open quote', 'file\n"a.txt\n', /not well-formed CSV/],
  ])('refuses %s', (_, table, message) => {
    expect(() => parseSidecar(table, 'metadata.csv')).toThrow(message);
  });

  it('that does not exist', async () => {
    await expect(readSidecar('/nowhere/metadata.csv')).rejects.toThrow(
      'cannot read the metadata table /nowhere/metadata.csv',
    );
  });
});

describe('--columns', () => {
  it('names fields and their columns', () => {
    expect(parseColumns('text=body, date=when=then')).toEqual({ text: 'body', date: 'when=then' });
  });

  it.each(['text', 'txt=body', 'text='])('refuses %s', (flag) => {
    expect(() => parseColumns(flag)).toThrow(`'${flag}' (--columns)`);
  });
});
