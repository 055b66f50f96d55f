import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { BIGINT, INTEGER, LIST, listValue } from '../duckdb.js';
import { count } from '../store/fields.js';
import { rowsOf } from '../store/rows.js';
import { PartyRow, ReadingRow } from './decode.js';

/** A {@link ReadingRow} from reading `r` and document `d`. */
export const READING_COLUMNS = `r.key AS reading, lower(hex(d.id)) AS document, d.key AS "documentKey", r.reader,
  r.recorded, r.title AS "documentTitle", r.published AS "documentPublished", r.delivered AS "documentDelivered"`;

/**
 * What is known beside entries: where their rows lie, their readings with documents, and their parties in order, each by
 * key. It is fetched apart from them and put together here: joined to forty columns, a row costs as much again.
 */
export interface Beside {
  readonly rows: Map<number, number>;
  readonly readings: Map<number, ReadingRow>;
  readonly parties: Map<number, PartyRow[]>;
}

export function nothingBeside(): Beside {
  return { rows: new Map(), readings: new Map(), parties: new Map() };
}

/** Adds the parties of the entries with these keys, those that are there already left out. */
export async function addParties(
  connection: DuckDBConnection,
  { parties }: Beside,
  keys: readonly number[],
): Promise<void> {
  const missing = keys.filter((key) => !parties.has(key));
  if (missing.length === 0) return;
  for (const key of missing) parties.set(key, []);
  const rows = await rowsOf(
    connection,
    PartyRow.extend({ ordinal: count }),
    `SELECT entry, side, party, role, start, length, ordinal FROM store.entry_party
     WHERE entry IN (SELECT unnest($keys))`,
    { keys: listValue(missing.map(BigInt)) },
    { keys: LIST(BIGINT) },
  );
  rows.sort((a, b) => a.ordinal - b.ordinal);
  for (const { ordinal: _, ...party } of rows) parties.get(party.entry)?.push(party);
}

/** Adds the readings with these keys, those that are there already left out. */
export async function addReadings(
  connection: DuckDBConnection,
  { readings }: Beside,
  keys: readonly number[],
): Promise<void> {
  const missing = [...new Set(keys)].filter((key) => !readings.has(key));
  if (missing.length === 0) return;
  const rows = await rowsOf(
    connection,
    ReadingRow,
    `SELECT ${READING_COLUMNS}
     FROM store.reading r JOIN store.document d ON d.key = r.document WHERE r.key IN (SELECT unnest($keys))`,
    { keys: listValue(missing) },
    { keys: LIST(INTEGER) },
  );
  for (const row of rows) readings.set(row.reading, row);
}

/** `columns` of the entries `e` with these keys; of other columns than the key, only the blocks of these rows are read. */
export async function pickEntries<T>(
  connection: DuckDBConnection,
  beside: Beside,
  { row, columns }: { readonly row: z.ZodType<T>; readonly columns: string },
  keys: readonly number[],
): Promise<T[]> {
  await addRows(connection, beside, keys);
  return rowsOf(
    connection,
    row,
    `SELECT ${columns} FROM store.entry e WHERE e.rowid IN (SELECT unnest($rows))`,
    { rows: listValue(keys.flatMap((key) => beside.rows.get(key) ?? []).map(BigInt)) },
    { rows: LIST(BIGINT) },
  );
}

async function addRows(
  connection: DuckDBConnection,
  { rows }: Beside,
  keys: readonly number[],
): Promise<void> {
  const missing = keys.filter((key) => !rows.has(key));
  if (missing.length === 0) return;
  const found = await rowsOf(
    connection,
    z.object({ key: count, row: count }),
    'SELECT key, rowid AS row FROM store.entry WHERE key IN (SELECT unnest($keys))',
    { keys: listValue(missing.map(BigInt)) },
    { keys: LIST(BIGINT) },
  );
  for (const { key, row } of found) rows.set(key, row);
}
