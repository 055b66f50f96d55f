import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { dayRange, type EntryKind, type TieType } from '../../record/index.js';
import { holderOf } from '../access/holder.js';
import { addParties, nothingBeside, READING_COLUMNS } from '../query/beside.js';
import { entryCondition } from '../query/condition.js';
import { ReadingRow } from '../query/decode.js';
import { fetchEntries } from '../query/fetch.js';
import { bodyIds } from '../query/parties.js';
import { count, optionalText } from '../store/fields.js';
import { rowsOf } from '../store/rows.js';
import { inTransaction } from '../store/transaction.js';
import type { Ledger, ListedEntry } from '../types.js';
import type { TieHistory } from './fold.js';
import { type FoldedTies, foldTold, type HistoryOptions, tiesWithShared } from './histories.js';
import { levelOf } from './subject.js';
import { toldTies } from './told-ties.js';

export interface StandingOptions extends HistoryOptions {
  readonly parties: readonly string[];
  /** At most so many ties, sources of each of their steps, and entries of each other kind; all if not given. */
  readonly limit?: number;
}

/** How parties stand with each other: their ties as histories, and all else that entries tell of them. */
export interface Standing {
  readonly ties: ToldTies;
  /** Of each kind but ties, the first by day, and how many there are. */
  readonly others: Readonly<Record<Exclude<EntryKind, 'tie'>, Section>>;
}

/** Histories with the sentences that tell them. */
export interface ToldTies extends FoldedTies {
  /** How many entries there are, and those within the limit whole, by id. */
  readonly total: number;
  readonly told: ReadonlyMap<string, ListedEntry>;
}

export interface Section {
  readonly total: number;
  readonly rows: readonly ListedEntry[];
}

const Key = ReadingRow.extend({ key: count, row: count, kind: z.string(), day: optionalText, total: count });
type FoundKey = z.infer<typeof Key>;
const keyOf = ({ key }: FoundKey) => key;

/**
 * All that a ledger tells of parties together, as of a day and as known until one. The ledger is gone through once,
 * however many kinds there are.
 *
 * @example
 * const { ties } = await standingOf(ledger, { parties: ['CHN', 'ASEAN'], register: loadRegister() });
 */
export function standingOf(ledger: Ledger, options: StandingOptions): Promise<Standing> {
  return holderOf(ledger.file).use('read', (connection) =>
    inTransaction(connection, async () => {
      const found = await keysOf(connection, options);
      const isTie = ({ kind }: FoundKey) => kind === 'tie';
      const others = found.filter((row) => !isTie(row));
      const beside = nothingBeside();
      for (const { key, row, kind: _, day: __, total: ___, ...reading } of found) {
        beside.rows.set(key, row);
        beside.readings.set(reading.reading, reading);
      }
      await addParties(connection, beside, found.map(keyOf));
      const ties = await tiesWithShared(connection, found.filter(isTie).map(keyOf), options.parties, beside);
      const folded = foldTold(
        ties.map((tie) => tie.told),
        await bodyIds(connection),
        options,
      );
      const keys = new Map(ties.map((tie) => [tie.told.entry.id, tie.key]));
      const shown = shownEntries(folded.histories, options.limit).flatMap((id) => keys.get(id) ?? []);
      const listed = await fetchEntries(connection, [...shown, ...others.map(keyOf)], new Map(), beside);
      const told = listed.slice(0, shown.length);
      const rest = inPlace(listed.slice(shown.length), others);
      const section = (kind: EntryKind): Section => ({
        total: others.find((row) => row.kind === kind)?.total ?? 0,
        rows: rest.filter(({ entry }) => entry.kind === kind),
      });
      return {
        ties: { ...folded, total: ties.length, told: new Map(told.map((row) => [row.entry.id, row])) },
        others: {
          event: section('event'),
          commitment: section('commitment'),
          claim: section('claim'),
          measure: section('measure'),
        },
      };
    }),
  );
}

export interface ToldOptions extends HistoryOptions {
  /** Only ties of this type. */
  readonly type?: TieType;
  /** At most so many sources of each step, and of each side of a contradiction; all if not given. */
  readonly sources?: number;
}

/**
 * Histories with the sentences that tell them, and nothing else: for who draws a ladder, or who belongs to a body.
 *
 * @example
 * const { histories } = await toldHistories(ledger, { parties: ['ASEAN'], type: 'membership', register: loadRegister() });
 */
export function toldHistories(ledger: Ledger, options: ToldOptions): Promise<ToldTies> {
  return holderOf(ledger.file).use('read', (connection) =>
    inTransaction(connection, async () => {
      const { parties = [], type, sources } = options;
      const condition = await entryCondition(connection, {
        kind: 'tie',
        parties: parties.map(levelOf),
        ...(type !== undefined && { type }),
      });
      const keys = await rowsOf(
        connection,
        z.object({ key: count }),
        `SELECT e.key FROM store.entry e JOIN store.reading r ON r.key = e.reading WHERE ${condition.sql}`,
        condition.values,
      );
      const found = keys.map(({ key }) => key);
      const ties =
        type === undefined || type === 'agreement'
          ? await tiesWithShared(connection, found, parties)
          : await toldTies(connection, found);
      const folded = foldTold(
        ties.map((tie) => tie.told),
        await bodyIds(connection),
        options,
      );
      const histories = folded.histories.filter(({ subject }) => type === undefined || subject.tie === type);
      const rowKeys = new Map(ties.map((tie) => [tie.told.entry.id, tie.key]));
      const shown = sourcesShown(histories, sources).flatMap((id) => rowKeys.get(id) ?? []);
      const told = await fetchEntries(connection, shown);
      return {
        ...folded,
        histories,
        total: ties.length,
        told: new Map(told.map((row) => [row.entry.id, row])),
      };
    }),
  );
}

/** By day, and on one day by document and place in its text; `found` has the days in the order of `listed`. */
function inPlace(listed: readonly ListedEntry[], found: readonly FoundKey[]): ListedEntry[] {
  const placed = listed.map((row, i) => {
    const { document, passages, id } = row.entry;
    const [{ start, end } = { start: 0, end: 0 }] = passages;
    return { row, order: [found[i]?.day ?? '9999', document, start, end, id] };
  });
  return placed.sort((a, b) => compare(a.order, b.order)).map(({ row }) => row);
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [i, one] of a.entries()) {
    const other = b[i] ?? '';
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

/** Ids of what is shown of histories: the first of each step, and of each side of a contradiction. */
function shownEntries(histories: readonly TieHistory[], limit = Number.POSITIVE_INFINITY): string[] {
  return sourcesShown(histories.slice(0, limit), limit, limit);
}

function sourcesShown(
  histories: readonly TieHistory[],
  sources = Number.POSITIVE_INFINITY,
  most = Number.POSITIVE_INFINITY,
): string[] {
  const told = histories.flatMap(({ steps }) => steps.flatMap(({ entries }) => entries.slice(0, sources)));
  const contradicting = histories
    .flatMap(({ contradictions }) => contradictions)
    .slice(0, most)
    .flatMap(({ sides }) => sides.flatMap((side) => side.slice(0, sources)));
  return [...new Set([...told, ...contradicting])];
}

async function keysOf(
  connection: DuckDBConnection,
  { parties, asOf, knownBy, limit }: StandingOptions,
): Promise<FoundKey[]> {
  const condition = await entryCondition(connection, { parties, ...(knownBy !== undefined && { knownBy }) });
  const end = asOf === undefined ? undefined : dayRange(asOf)?.last;
  const day = 'coalesce(e.first_day, r.first_day)';
  // Ties have their own reckoning of what had come by a day.
  const reached = end === undefined ? 'true' : `(e.kind = 'tie' OR ${day} <= $end::DATE)`;
  return rowsOf(
    connection,
    Key,
    // Which are the first of a day is told by their ids alone; in what order those come, by where they stand.
    `WITH placed AS MATERIALIZED (
       SELECT e.key, e.rowid AS row, e.reading, e.kind, ${day} AS day, count(*) OVER (PARTITION BY e.kind) AS total,
         row_number() OVER (PARTITION BY e.kind ORDER BY ${day} NULLS LAST, e.id) AS place
       FROM store.entry e JOIN store.reading r ON r.key = e.reading WHERE ${condition.sql} AND ${reached}
     ) SELECT p.key, p.row, p.kind, p.day::VARCHAR AS day, p.total, ${READING_COLUMNS} FROM placed p
     JOIN store.reading r ON r.key = p.reading JOIN store.document d ON d.key = r.document
     WHERE p.kind = 'tie' OR p.place <= $limit`,
    {
      ...condition.values,
      ...(end !== undefined && { end }),
      limit: BigInt(limit ?? Number.MAX_SAFE_INTEGER),
    },
  );
}
