import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { INTEGER, LIST, listValue } from '../duckdb.js';
import { type Slicer, slicer } from '../slicer.js';
import { rowsOf } from '../store/rows.js';
import type { ListedEntry } from '../types.js';
import { addParties, addReadings, type Beside, nothingBeside, pickEntries } from './beside.js';
import { decodeEntry, ENTRY_JSON, EntryRow, type PartyRow, type ReadingRow } from './decode.js';

/** Texts that were fetched, by document key. */
export type Texts = Map<number, Slicer>;

/** Characters of texts that are kept between pages of one list. */
const KEPT_CHARACTERS = 32_000_000;

/**
 * The entries with these keys, in this order, with the words of their passages.
 *
 * @param texts what earlier pages fetched; this page adds its own
 * @param beside what is known of their parties and readings; what is not is fetched
 */
export async function fetchEntries(
  connection: DuckDBConnection,
  keys: readonly number[],
  texts: Texts = new Map(),
  beside: Beside = nothingBeside(),
): Promise<ListedEntry[]> {
  if (keys.length === 0) return [];
  const found = await pickEntries(
    connection,
    beside,
    { row: z.object({ entry: z.string() }), columns: `${ENTRY_JSON} AS entry` },
    keys,
  );
  const rows = found.map(({ entry }) => EntryRow.parse(JSON.parse(entry)));
  const byKey = new Map(rows.map((row) => [row.key, row]));
  await addParties(connection, beside, keys);
  await addReadings(
    connection,
    beside,
    rows.map(({ reading }) => reading),
  );
  const documents = rows.flatMap((row) => beside.readings.get(row.reading)?.documentKey ?? []);
  await addTexts(connection, texts, [...new Set(documents)]);
  return keys.flatMap((key) => {
    const row = byKey.get(key);
    const reading = row && beside.readings.get(row.reading);
    const cut = reading && texts.get(reading.documentKey);
    return cut ? [listed(row, reading, beside.parties.get(key) ?? [], cut)] : [];
  });
}

function listed(row: EntryRow, reading: ReadingRow, parties: readonly PartyRow[], cut: Slicer): ListedEntry {
  const { documentTitle, documentPublished, documentDelivered } = reading;
  const entry = decodeEntry(row, reading, parties, cut);
  return {
    entry,
    exact: entry.passages.map(({ start, end }) => cut(start, end)),
    ...(documentTitle === undefined ? {} : { documentTitle }),
    ...(documentPublished === undefined ? {} : { documentPublished }),
    ...(documentDelivered === undefined ? {} : { documentDelivered }),
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
