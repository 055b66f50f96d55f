import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { dayRange, type EntryKind, type TieType } from '../../record/index.js';
import { holderOf } from '../access/holder.js';
import { entryCondition } from '../query/condition.js';
import { fetchEntries } from '../query/fetch.js';
import { bodyIds } from '../query/parties.js';
import { count } from '../store/fields.js';
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

const Key = z.object({ key: count, kind: z.string(), total: count });

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
      const keysOfKind = (tie: boolean) =>
        found.filter(({ kind }) => (kind === 'tie') === tie).map(({ key }) => key);
      const ties = await tiesWithShared(connection, keysOfKind(true), options.parties);
      const folded = foldTold(ties, await bodyIds(connection), options);
      const keyOf = new Map(ties.map(({ entry, key }) => [entry.id, key]));
      const shown = shownEntries(folded.histories, options.limit).flatMap((id) => keyOf.get(id) ?? []);
      const listed = await fetchEntries(connection, [...shown, ...keysOfKind(false)]);
      const section = (kind: EntryKind): Section => ({
        total: found.find((row) => row.kind === kind)?.total ?? 0,
        rows: listed.filter(({ entry }) => entry.kind === kind),
      });
      const told = section('tie').rows;
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
      const folded = foldTold(ties, await bodyIds(connection), options);
      const histories = folded.histories.filter(({ subject }) => type === undefined || subject.tie === type);
      const keyOf = new Map(ties.map(({ entry, key }) => [entry.id, key]));
      const shown = sourcesShown(histories, sources).flatMap((id) => keyOf.get(id) ?? []);
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
): Promise<z.infer<typeof Key>[]> {
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
       SELECT e.key, e.kind, ${day} AS day, count(*) OVER (PARTITION BY e.kind) AS total,
         row_number() OVER (PARTITION BY e.kind ORDER BY ${day} NULLS LAST, e.id) AS place
       FROM store.entry e JOIN store.reading r ON r.key = e.reading WHERE ${condition.sql} AND ${reached}
     ), first AS MATERIALIZED (SELECT * FROM placed WHERE kind = 'tie' OR place <= $limit)
     SELECT f.key, f.kind, f.total FROM first f
     JOIN (SELECT key, reading, start, length, id FROM store.entry
           WHERE rowid IN (SELECT rowid FROM store.entry WHERE key IN (SELECT key FROM first))) e ON e.key = f.key
     JOIN store.reading r ON r.key = e.reading JOIN store.document d ON d.key = r.document
     ORDER BY f.kind, f.day NULLS LAST, d.id, e.start, e.length, e.id`,
    {
      ...condition.values,
      ...(end !== undefined && { end }),
      limit: BigInt(limit ?? Number.MAX_SAFE_INTEGER),
    },
  );
}
