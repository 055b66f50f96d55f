import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { z } from 'zod';
import { type Document, Genre } from '../../record/index.js';
import { count, known, optionalText, texts } from '../store/fields.js';
import { rowsOf } from '../store/rows.js';
import type { DocumentFilter, DocumentSummary } from '../types.js';
import { CURRENT_READING, documentKey } from './condition.js';
import { page } from './entries.js';

const genre = Genre.nullish().transform((value) => value ?? undefined);

const SummaryRow = z.object({
  id: z.string(),
  title: optionalText,
  genre,
  published: optionalText,
  delivered: optionalText,
  speaker: optionalText,
  publisher: optionalText,
  path: optionalText,
  codePoints: z.number(),
  entries: z.number(),
});

/** Documents that hold every word of the search, by day, oldest first unless newest is asked for, then by title. */
export async function listDocuments(
  connection: DuckDBConnection,
  filter: DocumentFilter,
): Promise<{ total: number; rows: DocumentSummary[] }> {
  const words = (filter.search ?? '').split(/\s+/).filter((word) => word !== '');
  const day = filter.order === 'newest' ? 'DESC' : 'ASC';
  const values: Record<string, DuckDBValue> = Object.fromEntries(words.map((word, i) => [`word${i}`, word]));
  const held = words.map(
    (_, i) => `(contains(lower(r.title), lower($word${i})) OR contains(lower(d.text), lower($word${i})))`,
  );
  const from = `FROM store.reading r JOIN store.document d ON d.key = r.document
    WHERE ${[CURRENT_READING, ...held].join(' AND ')}`;
  const [counted] = await rowsOf(
    connection,
    z.object({ total: count }),
    `SELECT count(*) AS total ${from}`,
    values,
  );
  const rows = await rowsOf(
    connection,
    SummaryRow,
    `WITH found AS (
       SELECT d.key, d.id AS bytes, lower(hex(d.id)) AS id, r.title, r.genre, r.published, r.delivered, r.speaker,
         d.code_points AS "codePoints", r.entries, r.first_day
       ${from} ORDER BY r.first_day ${day} NULLS LAST, r.title NULLS LAST, d.id ${page(filter)}
     ), origin AS (
       SELECT document, arg_min(path, path) AS path, arg_min(publisher, path) AS publisher
       FROM store.source WHERE document IN (SELECT key FROM found) GROUP BY document
     )
     SELECT found.*, origin.path, origin.publisher FROM found LEFT JOIN origin ON origin.document = found.key
     ORDER BY found.first_day ${day} NULLS LAST, found.title NULLS LAST, found.bytes`,
    values,
  );
  return { total: counted?.total ?? 0, rows: rows.map(known) };
}

const DocumentRow = z.object({
  key: z.number(),
  id: z.string(),
  title: optionalText,
  genre,
  published: optionalText,
  delivered: optionalText,
  authors: texts,
  speaker: optionalText,
  language: z.string(),
  text: z.string(),
});

const SourceRow = z.object({
  document: z.number(),
  path: z.string(),
  title: optionalText,
  publisher: optionalText,
  url: optionalText,
  read: optionalText,
});

/** The document with this id, or the only one whose id begins so. */
export async function findDocument(connection: DuckDBConnection, id: string): Promise<Document | undefined> {
  const key = await documentKey(connection, id);
  if (key === undefined) return undefined;
  return (await fetchDocuments(connection, [key]))[0];
}

/** The documents with these keys, with their sources, in the order of the keys given. */
export async function fetchDocuments(
  connection: DuckDBConnection,
  keys: readonly number[],
): Promise<Document[]> {
  if (keys.length === 0) return [];
  const among = `(${keys.join(', ')})`;
  const rows = await rowsOf(
    connection,
    DocumentRow,
    `SELECT d.key, lower(hex(d.id)) AS id, r.title, r.genre, r.published, r.delivered, r.authors, r.speaker,
       r.language, d.text
     FROM store.document d JOIN store.reading r ON r.document = d.key
     WHERE d.key IN ${among} AND ${CURRENT_READING}`,
  );
  const sources = await rowsOf(
    connection,
    SourceRow,
    `SELECT document, path, title, publisher, url, read FROM store.source
     WHERE document IN ${among} ORDER BY path, url NULLS FIRST`,
  );
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return keys.flatMap((key) => {
    const row = byKey.get(key);
    if (!row) return [];
    const { key: _, ...document } = row;
    const own = sources.filter((source) => source.document === key);
    return [known({ ...document, sources: own.map(({ document: __, ...source }) => known(source)) })];
  });
}
