import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadBytes, loadOne } from '../../../test/fixtures/sources/load-bytes.js';
import { makeDocx } from '../../../test/fixtures/sources/make-docx.js';
import { makePdf } from '../../../test/fixtures/sources/make-pdf.js';
import { makeZip } from '../../../test/fixtures/sources/make-zip.js';
import { documentId, sliceCodePoints } from '../../record/index.js';

const PAGE = readFileSync(new URL('../../../test/fixtures/sources/article.html', import.meta.url));

describe('formats', () => {
  it('text: the file as it is, front matter passed over', async () => {
    const text =
      '---\ntitle: The harbour treaty\ndate: 2019-03-04\nauthor: [Mira Castellan, Li Wei]\nspeaker: Japan\ngenre: speech\nmood: calm\n---\n\nWe keep the harbour open.\n';
    const { document, boilerplate, basis } = await loadOne(text, 'text');
    expect(document).toMatchObject({
      id: documentId(text),
      text,
      title: 'The harbour treaty',
      published: '2019-03-04',
      authors: ['Mira Castellan', 'Li Wei'],
      speaker: 'JPN',
      genre: 'speech',
      language: 'en',
    });
    expect(basis.published).toBe('front-matter');
    expect(boilerplate).toEqual([{ start: 0, end: text.indexOf('\n\nWe') }]);
  });

  it('Markdown: words without marks or front matter', async () => {
    const source = `---
title: "The harbour treaty"
published: 4 March 2019
---
# The *harbour* treaty

They **met** in
[Hanoi](https://example.org/hanoi "a city") and _agreed_.<!-- draft -->

> We will keep snake_case and 5 * 3 * 2.

- first point
- second point

![a bridge](bridge.png)

1. one
2. two
`;
    const { document } = await loadOne(source, 'markdown');
    expect(document.text).toBe(
      'The harbour treaty\n\nThey met in Hanoi and agreed.\n\nWe will keep snake_case and 5 * 3 * 2.\n\nfirst point\n\nsecond point\n\none\n\ntwo',
    );
    expect(document.published).toBe('2019-03-04');
  });

  it('HTML: the article and the page’s metadata', async () => {
    const { document, boilerplate, basis } = await loadOne(PAGE, 'html');
    expect(document).toMatchObject({
      title: 'Two ministers open a bridge',
      published: '2019-03-14',
      authors: ['Mira Castellan'],
      genre: 'news',
      language: 'en',
    });
    expect(document.sources[0]).toMatchObject({
      publisher: 'The Harbour Gazette',
      url: 'https://gazette.example/world/2019/03/14/bridge',
    });
    expect(basis).toMatchObject({ published: 'html', genre: 'text' });
    expect(document.text).toContain('Ministers of Laos and Thailand opened a bridge');
    expect(document.text).not.toMatch(/Most read|Fog closes|All rights|Tweet/);
    expect(document.text.split('\n\n').length).toBeGreaterThanOrEqual(5);
    expect(boilerplate.map(({ start, end }) => sliceCodePoints(document.text, start, end))).toEqual([
      'The new bridge at dusk. (Photo: Harbour Gazette)\n\nLUANG PRABANG, March 13 (Gazette) — ',
      'Read also: Ferry workers worry about their jobs',
    ]);
  });

  it.each([
    [
      'meta elements',
      '<meta name="author" content="By Mira Castellan"><meta name="date" content="2018-05-06">',
      '',
    ],
    [
      'a time element',
      '<meta name="author" content="Mira Castellan">',
      '<time datetime="2018-05-06T10:00Z">Sunday</time>',
    ],
    [
      'a broken JSON-LD',
      '<script type="application/ld+json">{"@type": </script><meta property="article:author" content="Mira Castellan"><meta property="article:published_time" content="2018-05-06T23:00:00+02:00">',
      '',
    ],
  ])('HTML: metadata from %s', async (_, head, body) => {
    const html = `<html><head><title>A short page – Gazette</title>${head}</head><body><article>${body}<p>The two ports agreed to share a pilot.</p><p>It was a short meeting.</p></article></body></html>`;
    const { document } = await loadOne(html, 'html');
    expect(document).toMatchObject({
      published: '2018-05-06',
      authors: ['Mira Castellan'],
      title: 'A short page',
    });
    expect(document.text).toContain('The two ports agreed to share a pilot.\n\nIt was a short meeting.');
  });

  it('HTML: other encodings, and opinion by its section', async () => {
    const html =
      '<html><head><meta charset="windows-1251"><meta property="article:section" content="Opinion"></head><body><p>The word \xec\xe8\xf0 means peace, and the world.</p></body></html>';
    const { document } = await loadOne(Buffer.from(html, 'latin1'), 'html');
    expect(document.text).toContain('мир');
    expect(document.genre).toBe('opinion');
  });

  it('PDF: paragraphs without running heads and hyphenation', async () => {
    const head = { text: 'Harbour Review 12 (2019)', x: 200, y: 810, size: 9 };
    const page = (n: number, lines: readonly string[]) => [
      head,
      ...lines.map((text, i) => ({ text, y: 760 - 14 * i })),
      { text: String(n), x: 300, y: 30, size: 9 },
    ];
    const pdf = makePdf(
      [
        [
          { text: 'A treaty of two rivers', y: 790, size: 18 },
          ...page(1, [
            'The two governments signed a treaty on coopera-',
            'tion along the rivers that they share, and called it win-',
            'win for the towns on both banks. Cooperation is to begin',
            'in May.',
          ]),
          { text: 'A second paragraph begins below a gap and goes on in a', y: 684 },
        ],
        page(2, ['line of the next page, where it ends with Sino-', 'Russian trade.']),
        page(3, ['The last page has this line, which is as long as others.']),
      ],
      { title: 'A treaty of two rivers' },
    );
    const { document } = await loadOne(pdf, 'pdf');
    expect(document.text.split('\n\n')).toEqual([
      'A treaty of two rivers',
      'The two governments signed a treaty on cooperation along the rivers that they share, and called it win-win for the towns on both banks. Cooperation is to begin in May.',
      'A second paragraph begins below a gap and goes on in a line of the next page, where it ends with Sino-Russian trade.',
      'The last page has this line, which is as long as others.',
    ]);
    expect(document.title).toBe('A treaty of two rivers');
  });

  it('Word: paragraphs, and footnotes after them', async () => {
    const docx = await makeDocx(
      ['Remarks at the Harbour Forum', 'We will keep the sea lanes open & safe.', 'Thank you.'],
      'Li Wei is Vice Minister of Transport of China. He delivered the remarks at the Harbour Forum on May 4, 2018.',
    );
    const { document } = await loadOne(docx, 'docx');
    expect(document.text).toBe(
      'Remarks at the Harbour Forum\n\nWe will keep the sea lanes open & safe.\n\nThank you.\n\nLi Wei is Vice Minister of Transport of China. He delivered the remarks at the Harbour Forum on May 4, 2018.',
    );
    expect(document).toMatchObject({
      genre: 'speech',
      delivered: '2018-05-04',
      speaker: 'CHN',
      authors: ['Li Wei'],
    });
  });

  it('CSV: one document a row, columns by name', async () => {
    const csv =
      'url,date,title,text\nhttps://a.example/1,2019-01-04,"A fire, at last out","The fire is out.\r\nIt was ""large""."\nhttps://a.example/2,5 January 2019,Rain,It rained.\n';
    const results = await loadBytes(csv, 'csv');
    expect(results.map((result) => result.ok && result.document)).toMatchObject([
      { title: 'A fire, at last out', published: '2019-01-04', text: 'The fire is out.\nIt was "large".' },
      { title: 'Rain', published: '2019-01-05', text: 'It rained.' },
    ]);
    expect(results.map(({ path }) => path)).toEqual(['standard input#row=1', 'standard input#row=2']);
  });

  it.each([
    ['semicolons and a mark', '\ufeffwhen;body\n2019-01-04;It rained.\n'],
    ['tabs', 'when\tbody\n2019-01-04\tIt rained.\n'],
    ['blank lines', 'when,body\n\n2019-01-04,It rained.\n\n'],
  ])('CSV with %s, columns mapped', async (_, csv) => {
    const { document } = await loadOne(csv, 'csv', { columns: { text: 'body', date: 'when' } });
    expect(document).toMatchObject({ published: '2019-01-04', text: 'It rained.' });
  });

  it('CSV in Latin-1 whose first letter beyond ASCII comes late', async () => {
    const csv = `text\n${'It rained.\n'.repeat(9000)}In Z\xfcrich it rained.\n`;
    const results = await loadBytes(Buffer.from(csv, 'latin1'), 'csv');
    const last = results.at(-1);
    expect(results).toHaveLength(9001);
    expect(last?.ok && last.document.text).toBe('In Zürich it rained.');
  });

  it('JSON lines: one document a line; a wrong line is told of and the rest go on', async () => {
    const lines = [
      '{"text": "It rained.", "published": "2019-01-04", "authors": ["Mira Castellan", {"name": "Li Wei"}]}',
      '{"text": ',
      '[1]',
      '',
      '{"body": "It shone \\ud83d\\ude00 \\ud800."}',
      '{"note": 1}',
    ];
    const results = await loadBytes(lines.join('\n'), 'jsonl');
    expect(
      results.map((result) => (result.ok ? result.document.text : result.error.message.slice(0, 40))),
    ).toEqual([
      'It rained.',
      expect.stringContaining('line 2 is not JSON'),
      expect.stringContaining('line 3 is not a JSON obj'),
      'It shone 😀 \ufffd.',
      expect.stringContaining('line 6 has no column'),
    ]);
    expect(results[0]?.ok && results[0].document).toMatchObject({
      published: '2019-01-04',
      authors: ['Mira Castellan', 'Li Wei'],
    });
  });

  it('zip: every file of a kind that is read, in order, zips within it too', async () => {
    const skipped: string[] = [];
    const zip = await makeZip({
      'a.txt': 'It rained.',
      'speeches/CHN_76_2021.txt': 'We keep our promise.',
      'rows.csv': 'text\nOne.\nTwo.\n',
      'inner.zip': await makeZip({ 'deep.md': '# Deep\n\nIt was deep.' }),
      '.hidden.txt': 'no',
      '__MACOSX/a.txt': 'no',
      'picture.png': 'no',
      'empty.txt': '',
    });
    const results = await loadBytes(zip, undefined, { onSkip: ({ path }) => skipped.push(path) });
    expect(
      results.map((result) => [
        result.path.replace('standard input/', ''),
        result.ok ? result.document.text : result.error.message,
      ]),
    ).toEqual([
      ['a.txt', 'It rained.'],
      ['speeches/CHN_76_2021.txt', 'We keep our promise.'],
      ['rows.csv#row=1', 'One.'],
      ['rows.csv#row=2', 'Two.'],
      ['inner.zip/deep.md', 'Deep\n\nIt was deep.'],
      ['empty.txt', 'standard input/empty.txt is empty'],
    ]);
    expect(results[1]?.ok && results[1].document).toMatchObject({
      speaker: 'CHN',
      genre: 'speech',
      delivered: '2021-09',
    });
    expect(skipped.map((path) => path.split('input/')[1])).toEqual([
      '.hidden.txt',
      '__MACOSX/a.txt',
      'picture.png',
    ]);
  });

  it.each([
    ['pdf', makePdf([[{ text: 'It rained on both banks.', y: 700 }]]), 'It rained on both banks.'],
    ['html', '<!DOCTYPE html><html><body><p>It rained.</p></body></html>', 'It rained.'],
    ['jsonl', '{"text": "It rained."}\n', 'It rained.'],
    ['csv', 'id,text\n1,It rained.\n', 'It rained.'],
    ['text', 'It rained.', 'It rained.'],
  ])('standard input: %s is told by its first bytes', async (_, bytes, text) => {
    expect((await loadOne(bytes)).document.text).toBe(text);
  });

  it('says what language is not English', async () => {
    const result = await loadOne(
      'Les ministres des deux pays se sont réunis dans la capitale pour parler de la paix et du commerce entre leurs peuples, de leurs ports et de leurs villes.',
      'text',
    );
    expect(result.document.language).toBe('und');
    expect(result.warnings.join()).toContain('not English');
  });
});
