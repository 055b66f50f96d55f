import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { Genre, type Source } from '../../record/index.js';
import { LIST, listValue, VARCHAR } from '../duckdb.js';
import { known, optionalText, texts } from './fields.js';
import { type Metadata, sourceKey } from './metadata.js';
import { rowsOf } from './rows.js';
import type { Held, HeldSource } from './standing.js';

/** What the ledger holds of a document, with its keys. */
export interface HeldDocument extends Held {
  readonly key: number;
  readonly reading: number;
  readonly sources: ReadonlyMap<string, HeldSource & Source>;
}

const ReadingRow = z.object({
  key: z.number(),
  id: z.string(),
  reading: z.number(),
  reader: z.string(),
  title: optionalText,
  genre: Genre.nullish().transform((value) => value ?? undefined),
  published: optionalText,
  delivered: optionalText,
  authors: texts,
  speaker: optionalText,
  language: z.string(),
});

const SourceRow = z.object({
  document: z.number(),
  path: z.string(),
  title: optionalText,
  publisher: optionalText,
  url: optionalText,
  read: optionalText,
  metadata: z.bigint(),
});

/** What the ledger holds of these documents, by id; those it does not hold are missing. */
export async function loadHeld(
  connection: DuckDBConnection,
  ids: readonly string[],
): Promise<Map<string, HeldDocument>> {
  const rows = await rowsOf(
    connection,
    ReadingRow,
    `SELECT d.key, lower(hex(d.id)) AS id, r.key AS reading, r.reader, r.title, r.genre, r.published, r.delivered,
       r.authors, r.speaker, r.language
     FROM store.document d JOIN store.reading r ON r.document = d.key
     WHERE d.id IN (SELECT unhex(unnest($ids)))
       AND NOT EXISTS (SELECT 1 FROM store.superseded o WHERE o.reading = r.key)`,
    { ids: listValue([...new Set(ids)]) },
    { ids: LIST(VARCHAR) },
  );
  if (rows.length === 0) return new Map();
  const sources = await rowsOf(
    connection,
    SourceRow,
    `SELECT * FROM store.source WHERE document IN (${rows.map((row) => row.key).join(', ')})`,
  );
  const byDocument = new Map<number, Map<string, HeldSource & Source>>();
  for (const { document, ...source } of sources) {
    const own = byDocument.get(document) ?? new Map();
    byDocument.set(document, own.set(sourceKey(source), known(source)));
  }
  return new Map(
    rows.map((row) => [row.id, { ...split(row), sources: byDocument.get(row.key) ?? new Map() }]),
  );
}

function split({ key, id: _, reading, reader, ...metadata }: z.infer<typeof ReadingRow>): {
  key: number;
  reading: number;
  reader: string;
  metadata: Metadata;
} {
  return { key, reading, reader, metadata };
}
