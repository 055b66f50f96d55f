import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import {
  type Assessment,
  type CommitmentEntry,
  type DayRange,
  dayRange,
  EntenteError,
} from '../../record/index.js';
import { holderOf } from '../access/holder.js';
import { CURRENT_READING } from '../query/condition.js';
import { findEntry, listEntries } from '../query/entries.js';
import { entryPages } from '../query/pages.js';
import { allParties } from '../query/parties.js';
import { optionalText } from '../store/fields.js';
import { allInstruments } from '../store/gazette.js';
import { allAssessments } from '../store/review.js';
import { rowsOf } from '../store/rows.js';
import { inTransaction } from '../store/transaction.js';
import type { EntryFilter, Ledger, ListedEntry } from '../types.js';
import { levelOf } from './match.js';
import { defaultGuideline, inOrder, judged, judgements, outcomeOf } from './score.js';
import type { Bearing, DatedEntry, Evidence, FollowThrough } from './types.js';
import { type Watch, watch } from './watch.js';
import { DEFAULT_MONTHS, givenWindow, windowOf } from './window.js';

export interface FollowOptions {
  /** Only commitments in which all of these take part, at state or body level. */
  readonly parties?: readonly string[];
  /** Only the commitment with this id. */
  readonly commitment?: string;
  /** First and last day between which it must fall due. */
  readonly due?: DayRange;
  /** Months in which a commitment without a deadline is followed; 12 if not given. */
  readonly months?: number;
  /**
   * Day `YYYY-MM-DD` as of which it is told: later promises and evidence are left out. The last day of which a document of
   * the ledger is, if not given.
   */
  readonly at?: string;
  /** Let evidence score that nobody has confirmed. */
  readonly proposed?: boolean;
}

/**
 * Commitments with later entries that may show what became of them, and their status and score. Commitments that are only
 * proposed, alleged or denied are left out. The result depends on what the ledger holds, not on the order in which it came.
 *
 * @returns by the day on which they were made, then by id
 * @example
 * const [first] = await followThrough(ledger, { parties: ['CHN'], months: 24 });
 */
export function followThrough(ledger: Ledger, options: FollowOptions = {}): Promise<FollowThrough[]> {
  return holderOf(ledger.file).use('read', (connection) =>
    inTransaction(connection, async () => {
      const dates = await rowsOf(
        connection,
        z.object({ id: z.string(), date: optionalText }),
        `SELECT lower(hex(d.id)) AS id, coalesce(r.delivered, r.published) AS date
         FROM store.reading r JOIN store.document d ON d.key = r.document WHERE ${CURRENT_READING}`,
      );
      const documentDays = new Map(
        dates.flatMap(({ id, date }) => (date === undefined ? [] : [[id, dayRange(date)] as const])),
      );
      const dated = (listed: ListedEntry) => withDays(listed, documentDays);
      const { parties = [] } = options;
      const sought: DatedEntry<CommitmentEntry>[] = [];
      for await (const page of entriesOf(connection, { kind: 'commitment', parties }))
        for (const one of page.map(dated)) if (isFollowed(one, options)) sought.push(one);
      const names = {
        parties: new Map(
          (await allParties(connection)).map((p) => [p.id, [p.name, ...p.aliases.map((a) => a.form)]]),
        ),
        instruments: await allInstruments(connection),
      };
      const assessments = await allAssessments(connection);
      const at = options.at ?? lastDay([...documentDays.values()]);
      const followed = windowsOf(sought, documentDays, assessments, { ...options, at });
      const watched = watch(
        followed.flatMap(({ entry: commitment, made, window }) =>
          made && window ? [{ commitment, made, window }] : [],
        ),
        names,
      );
      const alone = new Set(sought.flatMap(({ entry }) => entry.obligors.map(levelOf)));
      if (sought.length > 0)
        for await (const page of entriesOfObligors(connection, [...alone]))
          for (const one of page.map(dated)) if (one.days && one.days.first <= at) watched.see(one);
      // What a person added may be of any party.
      const added = new Map<string, DatedEntry>();
      for (const id of new Set(assessments.flatMap(({ evidence }) => evidence))) {
        const found = await findEntry(connection, id);
        if (found) added.set(id, dated(found));
      }
      return follow(followed, watched, added, { ...options, at });
    }),
  );
}

/** Entries a page at a time. Without parties they come in the order in which they lie, which is quicker. */
async function* entriesOf(
  connection: DuckDBConnection,
  filter: Pick<EntryFilter, 'kind' | 'parties'>,
): AsyncGenerator<readonly ListedEntry[]> {
  if ((filter.parties ?? []).length === 0) yield* entryPages(connection, filter.kind);
  else yield (await listEntries(connection, filter)).rows;
}

/** Obligors whose entries are fetched one after the other. */
const FEW = 4;

/** Each entry once. Entries of few obligors are far fewer than all; with many, one pass over all is quicker. */
async function* entriesOfObligors(
  connection: DuckDBConnection,
  obligors: readonly string[],
): AsyncGenerator<readonly ListedEntry[]> {
  if (obligors.length > FEW) return yield* entriesOf(connection, {});
  const seen = new Set<string>();
  for (const party of obligors)
    for await (const page of entriesOf(connection, { parties: [party] })) {
      yield page.filter(({ entry }) => !seen.has(entry.id));
      for (const { entry } of page) seen.add(entry.id);
    }
}

function isFollowed(one: DatedEntry, { commitment, due }: FollowOptions): one is DatedEntry<CommitmentEntry> {
  const { entry } = one;
  if (entry.kind !== 'commitment' || (entry.modality !== 'asserted' && entry.modality !== 'planned'))
    return false;
  if (commitment !== undefined && entry.id !== commitment) return false;
  if (!due) return true;
  const days = entry.due === undefined ? undefined : dayRange(entry.due);
  return days !== undefined && days.first <= due.last && due.first <= days.last;
}

/** A commitment with its window, and what was said of it. */
interface Followed extends DatedEntry<CommitmentEntry> {
  readonly made: DayRange | undefined;
  readonly window: DayRange | undefined;
  readonly own: readonly Assessment[];
}

function windowsOf(
  sought: readonly DatedEntry<CommitmentEntry>[],
  documentDays: ReadonlyMap<string, DayRange | undefined>,
  assessments: readonly Assessment[],
  { at, months = DEFAULT_MONTHS }: FollowOptions & { readonly at: string },
): Followed[] {
  const said = groupedBy(assessments);
  return sought.flatMap((one) => {
    const made = documentDays.get(one.entry.document);
    if ((made?.first ?? '') > at) return [];
    const own = inOrder(said.get(one.entry.id) ?? []);
    const set = own.findLast((assessment) => assessment.window !== undefined)?.window;
    return [
      { ...one, made, own, window: set === undefined ? windowOf(one.entry, made, months) : givenWindow(set) },
    ];
  });
}

function follow(
  followed: readonly Followed[],
  watched: Watch,
  byId: ReadonlyMap<string, DatedEntry>,
  options: FollowOptions & { readonly at: string },
): FollowThrough[] {
  return followed
    .map(({ entry, exact, documentTitle, made, window, own }): FollowThrough => {
      const proposed = watched.evidenceOf(entry.id);
      const judgement = judgements(own);
      const added = [...judgement]
        .filter(([id, { standing }]) => standing === 'confirmed' && !proposed.some((one) => one.id === id))
        .map(([id]) => addedEvidence(id, byId.get(id), own, window));
      const evidence = judged([...proposed, ...added], judgement);
      const guideline = own.findLast((one) => one.guideline !== '')?.guideline;
      return {
        commitment: entry,
        exact,
        ...(documentTitle === undefined ? {} : { documentTitle }),
        ...(made === undefined ? {} : { made }),
        ...(window === undefined ? {} : { window }),
        guideline: guideline ?? defaultGuideline(entry, window),
        ...outcomeOf(window, evidence, own, options),
        evidence,
        assessments: own,
      };
    })
    .sort((a, b) => {
      const [x, y] = [a.made?.first ?? '9999', b.made?.first ?? '9999'];
      return x === y ? (a.commitment.id < b.commitment.id ? -1 : 1) : x < y ? -1 : 1;
    });
}

/** What a person added as evidence that no rule proposed shows what that person said of the commitment. */
function addedEvidence(
  id: string,
  found: DatedEntry | undefined,
  assessments: readonly Assessment[],
  window: DayRange | undefined,
): Evidence {
  const status = assessments.findLast(({ evidence }) => evidence.includes(id))?.status ?? 'open';
  const days = found?.days;
  return {
    id,
    kind: found?.entry.kind ?? 'event',
    bearing: SHOWN[status],
    reason: found ? 'added by a person' : 'added by a person; the ledger holds this entry no more',
    standing: 'confirmed',
    ...(days === undefined ? {} : { days }),
    inside:
      days !== undefined && window !== undefined && days.first <= window.last && days.last >= window.first,
    exact: found?.exact ?? [],
    ...(found?.documentTitle === undefined ? {} : { documentTitle: found.documentTitle }),
  };
}

const SHOWN: Readonly<Record<Assessment['status'], Bearing>> = {
  kept: 'fulfils',
  'in-part': 'in-part',
  broken: 'breaks',
  open: 'figure',
  lapsed: 'figure',
};

/** The entry's own day if it has one, else its document's. */
function withDays(
  { entry, exact, documentTitle }: ListedEntry,
  documentDays: ReadonlyMap<string, DayRange | undefined>,
): DatedEntry {
  const own =
    entry.kind === 'event' ? entry.date : entry.kind === 'tie' ? (entry.until ?? entry.since) : undefined;
  const days = (own === undefined ? undefined : dayRange(own)) ?? documentDays.get(entry.document);
  return {
    entry,
    exact,
    ...(days === undefined ? {} : { days }),
    ...(documentTitle === undefined ? {} : { documentTitle }),
  };
}

function groupedBy(assessments: readonly Assessment[]): Map<string, Assessment[]> {
  const groups = new Map<string, Assessment[]>();
  for (const one of assessments) groups.set(one.commitment, [...(groups.get(one.commitment) ?? []), one]);
  return groups;
}

/** The ledger knows nothing of what came after its last document. */
function lastDay(days: readonly (DayRange | undefined)[]): string {
  return days.reduce((last, range) => (range && range.last > last ? range.last : last), '0000-00-00');
}

/** @throws EntenteError `not-found` */
export async function followOne(
  ledger: Ledger,
  id: string,
  options: Omit<FollowOptions, 'commitment' | 'parties'> = {},
): Promise<FollowThrough> {
  const listed = await ledger.entry(id);
  if (listed?.entry.kind !== 'commitment')
    throw new EntenteError(
      'not-found',
      listed
        ? `entry '${id}' is a ${listed.entry.kind}, no commitment`
        : `no commitment '${id}' in the ledger`,
      {
        remedy: 'entente commitments shows their ids',
      },
    );
  const [one] = await followThrough(ledger, { ...options, commitment: listed.entry.id });
  if (one) return one;
  throw new EntenteError('usage', `commitment '${id}' is ${listed.entry.modality}`, {
    remedy: 'only what was asserted or planned is followed',
  });
}
