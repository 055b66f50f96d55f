import { BIGINT, type DuckDBConnection, INTEGER, LIST, listValue } from '@duckdb/node-api';
import { z } from 'zod';
import { type Slicer, slicer } from '../slicer.js';
import { rowsOf } from '../store/rows.js';
import type { ListedEntry } from '../types.js';
import { decodeEntry, ENTRY_JSON, EntryRow, PartyRow } from './decode.js';

/** Texts that were fetched, by document key. */
export type Texts = Map<number, Slicer>;

/** Characters of texts that are kept between pages of one list. */
const KEPT_CHARACTERS = 32_000_000;

/**
 * Entries of `$keys`. Where they lie is looked up first, so that of the other columns only their blocks are read; joined at
 * once with other tables, all of them would be.
 */
export const PICKED = `picked AS MATERIALIZED (
  SELECT * FROM store.entry WHERE rowid IN (SELECT rowid FROM store.entry WHERE key IN (SELECT unnest($keys)))
)`;

/**
 * The entries with these keys, in this order, with the words of their passages.
 *
 * @param texts what earlier pages fetched; this page adds its own
 */
export async function fetchEntries(
  connection: DuckDBConnection,
  keys: readonly number[],
  texts: Texts = new Map(),
): Promise<ListedEntry[]> {
  if (keys.length === 0) return [];
  const values = { keys: listValue(keys.map(BigInt)) };
  const types = { keys: LIST(BIGINT) };
  const json = await rowsOf(
    connection,
    z.object({ entry: z.string() }),
    `WITH ${PICKED} SELECT ${ENTRY_JSON} AS entry FROM picked e
     JOIN store.reading r ON r.key = e.reading JOIN store.document d ON d.key = r.document`,
    values,
    types,
  );
  const rows = json.map(({ entry }) => EntryRow.parse(JSON.parse(entry)));
  const parties = await rowsOf(
    connection,
    PartyRow,
    `SELECT entry, side, party, role, start, length FROM store.entry_party
     WHERE entry IN (SELECT unnest($keys)) ORDER BY entry, ordinal`,
    values,
    types,
  );
  const byEntry = new Map<number, PartyRow[]>();
  for (const party of parties) {
    const own = byEntry.get(party.entry);
    if (own) own.push(party);
    else byEntry.set(party.entry, [party]);
  }
  const byKey = new Map(rows.map((row) => [row.key, row]));
  await addTexts(connection, texts, [...new Set(rows.map((row) => row.documentKey))]);
  return keys.flatMap((key) => {
    const row = byKey.get(key);
    const cut = row && texts.get(row.documentKey);
    return cut ? [listed(row, byEntry.get(key) ?? [], cut)] : [];
  });
}

function listed(row: EntryRow, parties: readonly PartyRow[], cut: Slicer): ListedEntry {
  const entry = decodeEntry(row, parties, cut);
  return {
    entry,
    exact: entry.passages.map(({ start, end }) => cut(start, end)),
    ...(row.documentTitle === undefined ? {} : { documentTitle: row.documentTitle }),
    ...(row.documentPublished === undefined ? {} : { documentPublished: row.documentPublished }),
    ...(row.documentDelivered === undefined ? {} : { documentDelivered: row.documentDelivered }),
  };
}

async function addTexts(
  connection: DuckDBConnection,
  texts: Texts,
  documents: readonly number[],
): Promise<void> {
  let kept = 0;
  for (const { codePoints } of texts.values()) kept += codePoints;
  if (kept > KEPT_CHARACTERS) texts.clear();
  const missing = documents.filter((document) => !texts.has(document));
  if (missing.length === 0) return;
  const rows = await rowsOf(
    connection,
    z.object({ key: z.number(), text: z.string() }),
    'SELECT key, text FROM store.document WHERE key IN (SELECT unnest($keys))',
    { keys: listValue(missing) },
    { keys: LIST(INTEGER) },
  );
  for (const { key, text } of rows) texts.set(key, slicer(text));
}
