import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readTable } from '../src/gazetteer/index.js';
import { Body, State } from '../src/gazetteer/schemas.js';
import { loadDocuments } from '../src/ledger/index.js';
import { Genre } from '../src/record/index.js';

const corpus = fileURLToPath(new URL('../examples/corpus/', import.meta.url));
const contents = readFileSync(new URL('../examples/CORPUS.md', import.meta.url), 'utf8');
const names = readdirSync(corpus).sort();

/** A day that the calendar knows. */
const Day = z.iso.date();
const FrontMatter = z.strictObject({
  title: z.string().min(8),
  published: Day,
  delivered: Day.optional(),
  genre: Genre,
  speaker: z.string().optional(),
  authors: z.string().optional(),
  publisher: z.literal('Entente sample corpus'),
});

const documents = names.map((name) => {
  const [, head = '', body = ''] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(corpus + name, 'utf8')) ?? [];
  return { name, meta: FrontMatter.parse(parse(head, { schema: 'failsafe' })), body: body.trim() };
});

const parties = new Set([...ids('states.tsv', State), ...ids('bodies.tsv', Body)]);

describe('examples/corpus', () => {
  test('holds at least forty documents from 1991 to 2024 in every genre', () => {
    const years = documents.map(({ meta }) => Number(meta.published.slice(0, 4)));
    expect(documents.length).toBeGreaterThanOrEqual(40);
    expect([Math.min(...years), Math.max(...years)]).toEqual([1991, 2024]);
    expect(new Set(documents.map(({ meta }) => meta.genre))).toEqual(new Set(Genre.options));
  });

  test.each(documents)('$name', ({ name, meta, body }) => {
    const words = body.split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(120);
    expect(words).toBeLessThanOrEqual(400);
    expect(name).toMatch(/^\d{4}-\d{2}(-[a-z0-9]+)+\.md$/);
    expect(name.slice(0, 7)).toBe(meta.published.slice(0, 7));
    if (meta.delivered) expect(meta.delivered <= meta.published).toBe(true);
    if (meta.speaker) expect(parties).toContain(meta.speaker);
    // Authors are invented, so they may sign opinions only and must say so.
    expect(meta.authors !== undefined).toBe(meta.genre === 'opinion');
    if (meta.authors) expect(meta.authors).toMatch(/ \(fictional\)$/);
    // No words are put into a real person's mouth.
    expect(body).not.toMatch(/["“”«»]/);
    expect(contents).toContain(`(corpus/${name})`);
  });

  test('says nothing twice', () => {
    const sentences = documents
      .flatMap(({ body }) => body.split(/(?<=[.?!])\s+/))
      .filter((s) => s.length > 40);
    expect(repeated(documents.map(({ meta }) => meta.title))).toEqual([]);
    expect(repeated(sentences)).toEqual([]);
  });

  test('is read with its metadata and without warnings', async () => {
    for (const { name, meta } of documents) {
      const results = [];
      for await (const result of loadDocuments({ path: corpus + name, format: 'markdown' }))
        results.push(result);
      const [result] = results;
      if (!result?.ok) throw new Error(`${name} was not read`);
      const { title, published, genre, speaker, authors } = result.document;
      expect({ title, published, genre, speaker, authors }).toEqual({
        title: meta.title,
        published: meta.published,
        genre: meta.genre,
        speaker: meta.speaker,
        authors: meta.authors ? [meta.authors] : [],
      });
      expect(result.warnings ?? []).toEqual([]);
    }
  });

  test('is told of in a file that is not itself read', () => {
    const listed = [...contents.matchAll(/\(corpus\/([^)]+)\)/g)].map(([, name]) => name);
    expect(listed.filter((name) => name !== undefined && !names.includes(name))).toEqual([]);
    expect(contents).toContain(`holds ${documents.length} short documents`);
  });
});

function ids(name: string, schema: typeof State | typeof Body): string[] {
  const text = readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8');
  return readTable(text, schema, `data/${name}`).map((row) => row.id);
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, i) => values.indexOf(value) !== i);
}
