import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { z } from 'zod';
import { type Document, EntenteError, type Entry } from '../../record/index.js';
import { DuckDBBlobValue, listValue } from '../duckdb.js';
import { slicer } from '../slicer.js';
import type { Stored } from '../types.js';
import { type Appender, appendTo } from './appender.js';
import { daysOf, entryRow, sidesOf } from './encode.js';
import { count } from './fields.js';
import { type HeldDocument, loadHeld } from './held.js';
import { metadataHash, sourceKey } from './metadata.js';
import { rowsOf } from './rows.js';
import { standing } from './standing.js';

/** A reading whose entries may come one after another; each id stands once. */
export interface IncomingReading {
  readonly document: Document;
  readonly entries: Iterable<Entry>;
  readonly reader: string;
  /** When the ledger took it, if that was before now. */
  readonly recorded?: string;
}

/** Writes readings within a transaction that the caller opened, in their order. */
export async function storeReadings(
  connection: DuckDBConnection,
  readings: readonly IncomingReading[],
): Promise<Stored[]> {
  for (const { document } of readings) mustBeWellFormed(document);
  const held = await loadHeld(
    connection,
    readings.map(({ document }) => document.id),
  );
  const before = new Set([...held.values()].map(({ key }) => key));
  const next = await nextKeys(connection);
  const tables = await openTables(connection);
  const touched = new Set<string>();
  const now = new Date().toISOString();

  const stored = readings.map((incoming) => {
    const { document, reader } = incoming;
    const known = held.get(document.id);
    const result = standing(known, document, reader).stored;
    if (result === 'unchanged') return result;
    touched.add(document.id);
    if (result === 'source-added') {
      if (known) held.set(document.id, { ...known, sources: withSources(known, document) });
      return result;
    }
    const key = known?.key ?? next.document++;
    const reading = next.reading++;
    if (known) tables.superseded.append([known.reading, reading]);
    else tables.document.append(documentRow(document, key));
    const entries = appendEntries(tables, incoming, reading, next.entry);
    tables.reading.append(readingRow(incoming, { reading, document: key, entry: next.entry, entries, now }));
    next.entry += BigInt(entries);
    held.set(document.id, {
      key,
      reading,
      reader,
      metadata: document,
      sources: withSources(known, document),
    });
    return result;
  });

  const rewritten = [...touched].flatMap((id) => held.get(id) ?? []);
  const stale = rewritten.map(({ key }) => key).filter((key) => before.has(key));
  if (stale.length > 0)
    await connection.run(`DELETE FROM store.source WHERE document IN (${stale.join(', ')})`);
  for (const document of rewritten) for (const row of sourceRows(document)) tables.source.append(row);
  for (const table of Object.values(tables)) table.finish();
  return stored;
}

type Tables = Readonly<
  Record<'document' | 'source' | 'reading' | 'superseded' | 'entry' | 'entry_party', Appender>
>;

async function openTables(connection: DuckDBConnection): Promise<Tables> {
  const open = (table: keyof Tables) => appendTo(connection, table);
  return {
    document: await open('document'),
    source: await open('source'),
    reading: await open('reading'),
    superseded: await open('superseded'),
    entry: await open('entry'),
    entry_party: await open('entry_party'),
  };
}

async function nextKeys(
  connection: DuckDBConnection,
): Promise<{ document: number; reading: number; entry: bigint }> {
  const [keys] = await rowsOf(
    connection,
    z.object({ document: count, reading: count, entry: count }),
    `SELECT (SELECT coalesce(max(key), 0) FROM store.document) + 1 AS document,
       coalesce(max(key), 0) + 1 AS reading, coalesce(max(first_entry + entries), 1) AS entry FROM store.reading`,
  );
  return { document: keys?.document ?? 1, reading: keys?.reading ?? 1, entry: BigInt(keys?.entry ?? 1) };
}

function appendEntries(
  tables: Tables,
  { document, entries, reader }: IncomingReading,
  reading: number,
  first: bigint,
): number {
  const cut = slicer(document.text);
  let key = first;
  for (const entry of entries) {
    if (entry.document !== document.id)
      throw new EntenteError(
        'input',
        `entry ${entry.id} is of document ${entry.document}, not of ${document.id}`,
      );
    tables.entry.append(entryRow(entry, key, { key: reading, reader }, cut));
    for (const [side, parties] of sidesOf(entry))
      for (const [ordinal, { party, role, span }] of parties.entries())
        tables.entry_party.append([
          ...[key, reading, side, ordinal, party, role ?? null],
          ...[span?.start ?? null, span ? span.end - span.start : null],
        ]);
    key++;
  }
  return Number(key - first);
}

function documentRow(document: Document, key: number): DuckDBValue[] {
  const id = new DuckDBBlobValue(Buffer.from(document.id, 'hex'));
  return [key, id, slicer(document.text).codePoints, document.text];
}

function readingRow(
  { document, reader, recorded }: IncomingReading,
  at: { reading: number; document: number; entry: bigint; entries: number; now: string },
): DuckDBValue[] {
  const days = daysOf(document.published ?? document.delivered);
  return [
    ...[at.reading, at.document, reader, recorded ?? at.now, metadataHash(document)],
    ...[
      document.title ?? null,
      document.genre ?? null,
      document.published ?? null,
      document.delivered ?? null,
    ],
    ...[listValue(document.authors), document.speaker ?? null, document.language],
    ...[days.first, days.last, at.entry, at.entries],
  ];
}

function withSources(known: HeldDocument | undefined, document: Document): HeldDocument['sources'] {
  const sources = new Map(known?.sources);
  const metadata = metadataHash(document);
  for (const source of document.sources) sources.set(sourceKey(source), { ...source, metadata });
  return sources;
}

function sourceRows({ key, sources }: HeldDocument): DuckDBValue[][] {
  return [...sources.values()].map(({ path, title, publisher, url, read, metadata }) => [
    ...[key, path, title ?? null, publisher ?? null, url ?? null, read ?? null, metadata],
  ]);
}

/** Half of a surrogate pair cannot be stored as UTF-8 and would come back as another character. */
function mustBeWellFormed(document: Document): void {
  const at = document.text.search(/\p{Surrogate}/u);
  if (at >= 0)
    throw new EntenteError('input', `document ${document.id.slice(0, 12)} has half a character at ${at}`, {
      remedy: 'check the encoding of its source',
    });
}
