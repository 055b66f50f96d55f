import { BIGINT, type DuckDBConnection, INTEGER, LIST, listValue } from '@duckdb/node-api';
import { z } from 'zod';
import { type Slicer, slicer } from '../slicer.js';
import { rowsOf } from '../store/rows.js';
import type { ListedEntry } from '../types.js';
import { decodeEntry, ENTRY_COLUMNS, EntryRow, PartyRow } from './decode.js';

/** The entries with these keys, in this order, with the words of their passages. */
export async function fetchEntries(
  connection: DuckDBConnection,
  keys: readonly number[],
): Promise<ListedEntry[]> {
  if (keys.length === 0) return [];
  const values = { keys: listValue(keys.map(BigInt)) };
  const types = { keys: LIST(BIGINT) };
  const rows = await rowsOf(
    connection,
    EntryRow,
    `SELECT ${ENTRY_COLUMNS} FROM store.entry e
     JOIN store.reading r ON r.key = e.reading JOIN store.document d ON d.key = r.document
     WHERE e.key IN (SELECT unnest($keys))`,
    values,
    types,
  );
  const parties = await rowsOf(
    connection,
    PartyRow,
    `SELECT entry, side, party, role, start, length FROM store.entry_party
     WHERE entry IN (SELECT unnest($keys)) ORDER BY entry, ordinal`,
    values,
    types,
  );
  const byEntry = new Map<number, PartyRow[]>();
  for (const party of parties) byEntry.set(party.entry, [...(byEntry.get(party.entry) ?? []), party]);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const texts = await fetchTexts(connection, [...new Set(rows.map((row) => row.documentKey))]);
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
  };
}

async function fetchTexts(
  connection: DuckDBConnection,
  documents: readonly number[],
): Promise<Map<number, Slicer>> {
  const rows = await rowsOf(
    connection,
    z.object({ key: z.number(), text: z.string() }),
    'SELECT key, text FROM store.document WHERE key IN (SELECT unnest($keys))',
    { keys: listValue(documents) },
    { keys: LIST(INTEGER) },
  );
  return new Map(rows.map(({ key, text }) => [key, slicer(text)]));
}
