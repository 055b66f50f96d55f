import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import type { Document, EntryKind } from '../../record/index.js';
import { count } from '../store/fields.js';
import { rowsOf } from '../store/rows.js';
import type { ListedEntry } from '../types.js';
import { CURRENT_READING } from './condition.js';
import { fetchDocuments } from './documents.js';
import { fetchEntries, type Texts } from './fetch.js';

const DOCUMENTS = 50;
const ENTRIES = 5_000;

/** How a document was read. */
export interface ReadingInfo {
  readonly document: string;
  readonly reader: string;
  readonly recorded: string;
}

/** All documents, in the order in which they were read, a few at a time. */
export async function* documentPages(
  connection: DuckDBConnection,
): AsyncGenerator<readonly { document: Document; reading: ReadingInfo }[]> {
  const readings = await rowsOf(
    connection,
    z.object({ key: z.number(), document: z.string(), reader: z.string(), recorded: z.string() }),
    `SELECT d.key, lower(hex(d.id)) AS document, r.reader, r.recorded
     FROM store.reading r JOIN store.document d ON d.key = r.document WHERE ${CURRENT_READING} ORDER BY r.key`,
  );
  for (let i = 0; i < readings.length; i += DOCUMENTS) {
    const some = readings.slice(i, i + DOCUMENTS);
    const documents = await fetchDocuments(
      connection,
      some.map(({ key }) => key),
    );
    yield documents.flatMap((document, n) => {
      const { key: _, ...reading } = some[n] ?? { key: 0 };
      return 'reader' in reading ? [{ document, reading }] : [];
    });
  }
}

/** All current entries, of one kind if it is given, those of one document together and the documents in the order of {@link documentPages}. */
export async function* entryPages(
  connection: DuckDBConnection,
  kind?: EntryKind,
): AsyncGenerator<readonly ListedEntry[]> {
  const texts: Texts = new Map();
  for (let after = 0; ; ) {
    const keys = await rowsOf(
      connection,
      z.object({ key: count }),
      `SELECT e.key FROM store.entry e JOIN store.reading r ON r.key = e.reading
       WHERE e.key > $after AND ($kind = '' OR e.kind = $kind) AND ${CURRENT_READING} ORDER BY e.key LIMIT ${ENTRIES}`,
      { after, kind: kind ?? '' },
    );
    if (keys.length === 0) return;
    after = keys.at(-1)?.key ?? after;
    yield fetchEntries(
      connection,
      keys.map(({ key }) => key),
      texts,
    );
  }
}
