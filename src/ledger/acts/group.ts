import {
  dayRange,
  type EventEntry,
  type Modality,
  type PartyRef,
  type PloverType,
} from '../../record/index.js';
import { levelOf } from '../histories/subject.js';

/** Reports of one act lie at most so many days apart. */
export const ACT_DAYS = 3;

/** One entry that tells of an act. */
export interface ActReport {
  /** Id of the entry. */
  readonly entry: string;
  readonly document: string;
  /** EDTF, as the entry has it. */
  readonly date: string;
  readonly modality: Modality;
  /** Party id, or `author`. */
  readonly speaker: string;
}

/** What one or several documents report as one act: same type, same parties on each side, dates within three days. */
export interface ReportedAct {
  readonly type: PloverType;
  readonly symmetric: boolean;
  /** At state or body level, in order of their letters. */
  readonly source: readonly string[];
  readonly recipient: readonly string[];
  /** First and last day `YYYY-MM-DD` that its reports may mean. */
  readonly first: string;
  readonly last: string;
  /** `coarser`: known only to a month, a year or a longer time; such an act is never joined with one known to the day. */
  readonly precision: 'day' | 'coarser';
  /** By date, then by document and entry. */
  readonly reports: readonly ActReport[];
}

export interface GroupedActs {
  /** By first day, then by type and parties. */
  readonly acts: readonly ReportedAct[];
  /** Entries without a date, of which nobody can say whether they tell of the same act; by document and id. */
  readonly undated: readonly EventEntry[];
}

interface Dated {
  readonly entry: EventEntry;
  readonly date: string;
  readonly first: string;
  readonly last: string;
}

/**
 * Groups entries of any number of documents into reported acts, the same in whatever order they come.
 *
 * Reports of one kind are taken by day: the earliest opens an act, and what follows within three days of that day belongs to
 * it; the next report opens the next act. So daily reports of a long fight never run together into one act, and the number
 * of acts is the smallest that leaves no act with reports more than three days apart. It widens the "one-a-day" filter of
 * event data (one event for each source, target, type and day) to the days by which reports of one act differ.
 *
 * @example
 * const { acts, undated } = groupActs(entries);
 * acts[0]?.reports.length // how many entries tell of it
 */
export function groupActs(entries: readonly EventEntry[]): GroupedActs {
  const byKey = new Map<string, Dated[]>();
  const undated: EventEntry[] = [];
  for (const entry of entries) {
    const days = entry.date === undefined ? undefined : dayRange(entry.date);
    if (entry.date === undefined || days === undefined) undated.push(entry);
    else push(byKey, keyOf(entry), { entry, date: entry.date, ...days });
  }
  const acts = [...byKey.values()].flatMap((group) => [
    ...exactActs(group.filter(isExact)),
    ...coarserActs(group.filter((dated) => !isExact(dated))),
  ]);
  return {
    acts: acts.toSorted((a, b) => compare(actOrder(a), actOrder(b))),
    undated: undated.toSorted((a, b) => compare([a.document, a.id], [b.document, b.id])),
  };
}

/** Parties at state or body level, each once, in order of their letters. */
export function levelsOf(refs: readonly PartyRef[]): string[] {
  return [...new Set(refs.map(({ party }) => levelOf(party)))].sort();
}

function keyOf(entry: EventEntry): string {
  const source = levelsOf(entry.source);
  const recipient = levelsOf(entry.recipient);
  // Where nobody is named, nothing says that two sentences are about the same.
  const nobody = source.length === 0 && recipient.length === 0 ? entry.id : '';
  return JSON.stringify([entry.type, entry.symmetric, source, recipient, nobody]);
}

/** A day, or a few that lie no farther apart than reports of one act. */
function isExact({ first, last }: Dated): boolean {
  return daysBetween(first, last) <= ACT_DAYS;
}

function exactActs(group: readonly Dated[]): ReportedAct[] {
  const acts: Dated[][] = [];
  for (const dated of group.toSorted((a, b) => compare([a.first], [b.first]))) {
    const act = acts.at(-1);
    const opened = act?.[0]?.first;
    if (act && opened !== undefined && daysBetween(opened, dated.first) <= ACT_DAYS) act.push(dated);
    else acts.push([dated]);
  }
  return acts.map((reports) => actOf(reports, 'day'));
}

function coarserActs(group: readonly Dated[]): ReportedAct[] {
  const byRange = new Map<string, Dated[]>();
  for (const dated of group) push(byRange, `${dated.first}/${dated.last}`, dated);
  return [...byRange.values()].map((reports) => actOf(reports, 'coarser'));
}

function actOf(group: readonly Dated[], precision: ReportedAct['precision']): ReportedAct {
  const reports = group.toSorted((a, b) =>
    compare([a.first, a.entry.document, a.entry.id], [b.first, b.entry.document, b.entry.id]),
  );
  const [{ entry, first }] = reports as [Dated]; // a group has at least one
  return {
    type: entry.type,
    symmetric: entry.symmetric,
    source: levelsOf(entry.source),
    recipient: levelsOf(entry.recipient),
    first,
    last: group
      .map(({ last }) => last)
      .sort()
      .at(-1) as string, // a group has at least one
    precision,
    reports: reports.map(({ entry: { id, document, modality, speaker }, date }) => ({
      ...{ entry: id, document, date, modality, speaker },
    })),
  };
}

function actOrder(act: ReportedAct): string[] {
  const sides = [act.source.join(), act.recipient.join(), String(act.symmetric)];
  return [
    act.first,
    act.type,
    ...sides,
    act.last,
    act.reports[0]?.document ?? '',
    act.reports[0]?.entry ?? '',
  ];
}

function daysBetween(earlier: string, later: string): number {
  return (Date.parse(`${later}T00:00:00Z`) - Date.parse(`${earlier}T00:00:00Z`)) / 86_400_000;
}

function compare(a: readonly string[], b: readonly string[]): number {
  for (const [i, one] of a.entries()) {
    const other = b[i] ?? '';
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
