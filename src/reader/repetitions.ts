import { type DayRange, dayRange, type Entry, type EventEntry } from '../record/index.js';

/** What the words that tell an event say of it beside its fields. */
export interface Telling {
  /** Lemma of the word that tells it. */
  readonly lemma: string;
  /** "again", "another": it says itself that it is not the one told before. */
  readonly another: boolean;
}

/** How an entry's passages tell it, by its id. */
export type Tellings = ReadonlyMap<string, readonly Telling[]>;

/**
 * Types that are about another act ("urged to withdraw", "agreed to sell"): the same verb may ask for two things, and only the
 * code tells them apart.
 */
const OF_ANOTHER_ACT = new Set<EventEntry['type']>(['AGREE', 'REJECT', 'REQUEST', 'THREATEN']);

/**
 * Entries of one document in which an act that is told several times is one event with all its passages: the same type,
 * parties, modality and voice; the same CAMEO code, or the same verb or noun; dates and places of which one is unknown, or
 * lies within the other. The entry that says most keeps its fields. Where a telling may be of two acts ("attacked" beside
 * "attacked on Monday" and "attacked on Friday"), it stays by itself.
 */
export function withoutRepetitions(entries: readonly Entry[], tellings: Tellings): Entry[] {
  const groups = new Map<string, EventEntry[]>();
  for (const entry of entries) {
    if (entry.kind !== 'event' || (tellings.get(entry.id) ?? []).some(({ another }) => another)) continue;
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  const kept = new Map<string, EventEntry | undefined>();
  for (const group of groups.values())
    if (group.length > 1)
      for (const acts of actsOf(group, tellings))
        for (const [i, { id }] of acts.entries()) kept.set(id, i === 0 ? merged(acts) : undefined);
  return entries.flatMap((entry) => (kept.has(entry.id) ? (kept.get(entry.id) ?? []) : [entry]));
}

function keyOf(event: EventEntry): string {
  const parties = (refs: EventEntry['source']) => [...new Set(refs.map(({ party }) => party))].sort();
  return JSON.stringify([
    ...[event.type, event.symmetric, event.modality, event.speaker, event.attribution],
    ...[parties(event.source), parties(event.recipient)],
  ]);
}

/** Tellings of one act together, the one that says most first. */
function actsOf(group: readonly EventEntry[], tellings: Tellings): EventEntry[][] {
  const acts: EventEntry[][] = [];
  for (const event of group.toSorted(bySaying)) {
    const meant = acts.filter(([first]) => first && mayBeOne(first, event, tellings));
    const [only] = meant;
    if (only && meant.length === 1) only.push(event);
    else acts.push([event]);
  }
  return acts;
}

/** Exact dates before coarse ones, the undated last; those with a place and a mode first; then by where they stand. */
function bySaying(a: EventEntry, b: EventEntry): number {
  const said = ({ place, mode, contexts }: EventEntry) =>
    (place === undefined ? 0 : 100) + (mode === undefined ? 0 : 10) + Math.min(9, contexts.length);
  return (
    length(a.date) - length(b.date) ||
    said(b) - said(a) ||
    (a.passages[0]?.start ?? 0) - (b.passages[0]?.start ?? 0) ||
    (a.id < b.id ? -1 : 1)
  );
}

function mayBeOne(a: EventEntry, b: EventEntry, tellings: Tellings): boolean {
  return (
    isOrUnknown(a.place, b.place) &&
    isOrUnknown(a.mode, b.mode) &&
    isWithin(daysOf(a.date), daysOf(b.date)) &&
    (a.cameo === undefined || a.cameo !== b.cameo ? sharesWord(a, b, tellings) : true)
  );
}

function sharesWord(a: EventEntry, b: EventEntry, tellings: Tellings): boolean {
  if (OF_ANOTHER_ACT.has(a.type)) return false;
  const words = new Set((tellings.get(a.id) ?? []).map(({ lemma }) => lemma));
  return (tellings.get(b.id) ?? []).some(({ lemma }) => words.has(lemma));
}

function isOrUnknown(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/** Whether one is unknown, or within the other. */
function isWithin(a: DayRange | undefined, b: DayRange | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  return (a.first <= b.first && b.last <= a.last) || (b.first <= a.first && a.last <= b.last);
}

function daysOf(date: string | undefined): DayRange | undefined {
  return date === undefined ? undefined : dayRange(date);
}

/** Days that a date may mean; without one, more than any. */
function length(date: string | undefined): number {
  const days = daysOf(date);
  return days === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(days.last) - Date.parse(days.first);
}

function merged(acts: readonly EventEntry[]): EventEntry | undefined {
  const [first] = acts;
  if (first === undefined || acts.length === 1) return first;
  const passages = new Map(acts.flatMap((act) => act.passages).map((p) => [`${p.start} ${p.end}`, p]));
  return {
    ...first,
    passages: [...passages.values()].sort((p, q) => p.start - q.start || p.end - q.end),
    confidence: Math.max(...acts.map(({ confidence }) => confidence)),
  };
}
