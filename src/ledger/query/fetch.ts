import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { INTEGER, LIST, listValue } from '../duckdb.js';
import { type Slicer, slicer } from '../slicer.js';
import { optionalText } from '../store/fields.js';
import { rowsOf } from '../store/rows.js';
import type { ListedEntry } from '../types.js';
import { addParties, addReadings, type Beside, nothingBeside, pickEntries } from './beside.js';
import { decodeEntry, ENTRY_JSON, EntryRow, type PartyRow } from './decode.js';

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
  const own = found.map(({ entry }) => OwnRow.parse(JSON.parse(entry)));
  await addParties(connection, beside, keys);
  await addReadings(
    connection,
    beside,
    own.map(({ reading }) => reading),
  );
  const rows = own.map((row) => {
    const reading = beside.readings.get(row.reading);
    return EntryRow.parse({ ...reading, ...row, reader: row.reader ?? reading?.reader });
  });
  const byKey = new Map(rows.map((row) => [row.key, row]));
  await addTexts(connection, texts, [...new Set(rows.map((row) => row.documentKey))]);
  return keys.flatMap((key) => {
    const row = byKey.get(key);
    const cut = row && texts.get(row.documentKey);
    return cut ? [listed(row, beside.parties.get(key) ?? [], cut)] : [];
  });
}

/** Of a row, what leads to the rows beside it; `EntryRow` checks the rest. */
const OwnRow = z.looseObject({ reading: z.number(), reader: optionalText });

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
