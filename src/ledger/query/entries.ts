import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { EntenteError } from '../../record/index.js';
import { count } from '../store/fields.js';
import { rowsOf } from '../store/rows.js';
import type { EntryFilter, ListedEntry } from '../types.js';
import { ambiguous, CURRENT_READING, entryCondition } from './condition.js';
import { fetchEntries, type Texts } from './fetch.js';

/** How many entries are fetched at once, so that a long list does not need its texts all together. */
const PAGE = 5_000;

/** Entries that the filter lets through, by day, then by document and place in its text. */
export async function listEntries(
  connection: DuckDBConnection,
  filter: EntryFilter,
): Promise<{ total: number; rows: ListedEntry[] }> {
  const condition = await entryCondition(connection, filter);
  const from = `FROM store.entry e JOIN store.reading r ON r.key = e.reading`;
  const [counted] = await rowsOf(
    connection,
    z.object({ total: count }),
    `SELECT count(*) AS total ${from} WHERE ${condition.sql}`,
    condition.values,
  );
  const keys = await rowsOf(
    connection,
    z.object({ key: count }),
    `SELECT e.key ${from} JOIN store.document d ON d.key = r.document WHERE ${condition.sql}
     ORDER BY coalesce(e.first_day, r.first_day) NULLS LAST, d.id, e.start, e.length, e.kind, e.id
     ${page(filter)}`,
    condition.values,
  );
  const rows: ListedEntry[] = [];
  const texts: Texts = new Map();
  for (let i = 0; i < keys.length; i += PAGE) {
    const some = keys.slice(i, i + PAGE).map((row) => row.key);
    rows.push(...(await fetchEntries(connection, some, texts)));
  }
  return { total: counted?.total ?? 0, rows };
}

/** The current entry with this id, or the only one whose id begins so (at least 4 characters). */
export async function findEntry(connection: DuckDBConnection, id: string): Promise<ListedEntry | undefined> {
  const prefix = id.toLowerCase();
  if (!/^[0-9a-f]{4,32}$/.test(prefix)) return undefined;
  const condition = prefix.length === 32 ? 'e.id = $id::UUID' : `starts_with(${HEX_ID}, $id)`;
  const found = await rowsOf(
    connection,
    z.object({ key: count, id: z.string() }),
    `SELECT e.key, ${HEX_ID} AS id FROM store.entry e JOIN store.reading r ON r.key = e.reading
     WHERE ${condition} AND ${CURRENT_READING} ORDER BY id LIMIT 4`,
    { id: prefix },
  );
  if (found.length > 1)
    throw ambiguous(
      'entry',
      id,
      found.map((row) => row.id),
    );
  return found[0] && (await fetchEntries(connection, [found[0].key]))[0];
}

const HEX_ID = "replace(e.id::VARCHAR, '-', '')";

/** LIMIT and OFFSET of a filter. */
export function page({ limit, offset }: { limit?: number; offset?: number }): string {
  for (const [name, value] of Object.entries({ limit, offset }))
    if (value !== undefined && (!Number.isSafeInteger(value) || value < 0))
      throw new EntenteError('usage', `${name} ${value} is not a whole number`, { remedy: 'give 0 or more' });
  return `${limit === undefined ? '' : `LIMIT ${limit}`} ${offset === undefined ? '' : `OFFSET ${offset}`}`;
}
