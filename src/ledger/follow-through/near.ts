import type { CommitmentEntry, DayRange } from '../../record/index.js';
import { actorsOf, askedBy, ENOUGH, isAbout, levelOf, type Names, tellingWords } from './match.js';
import type { DatedEntry } from './types.js';
import { contentWords } from './words.js';

/** Gives the entries among which a commitment's evidence lies. */
export type Nearby = (commitment: CommitmentEntry, window: DayRange) => DatedEntry[];

/** Entries of one party by their first day, and where in that list those lie that tell a word or an instrument. */
interface Own {
  readonly entries: DatedEntry[];
  readonly byWord: Map<string, number[]>;
  readonly byInstrument: Map<string, number[]>;
  /** Those that may mean more than a year: they are looked at whatever the window. */
  readonly long: DatedEntry[];
}

const YEAR = 366 * 86_400_000;

/**
 * Indexes what can be evidence by party, day and word, so that of a million entries a commitment is held only against those
 * that share something with it. Time and memory grow with the words of the entries, not with commitments times entries.
 *
 * @param sought commitments that will be asked for: only instruments that they name are looked for
 */
export function nearby(
  entries: readonly DatedEntry[],
  sought: readonly CommitmentEntry[],
  names: Names,
): Nearby {
  const instruments = new Set(sought.flatMap((commitment) => [...askedBy(commitment, names).instruments]));
  const byParty = new Map<string, Own>();
  const possible = entries.filter(({ entry, days }) => days !== undefined && entry.modality === 'asserted');
  for (const one of possible.toSorted((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1))) {
    const parties = new Set(actorsOf(one.entry).map(levelOf));
    if (parties.size === 0) continue;
    const telling = tellingWords(one.entry, one.exact);
    const words = [...contentWords(telling).keys()];
    const about = [...instruments].filter((id) =>
      isAbout(one.entry, one.exact.join(' '), id, names.instruments),
    );
    for (const party of parties) {
      const own: Own = byParty.get(party) ?? {
        ...{ entries: [], byWord: new Map(), byInstrument: new Map(), long: [] },
      };
      byParty.set(party, own);
      if (isLong(one)) {
        own.long.push(one);
        continue;
      }
      const place = own.entries.push(one) - 1;
      for (const word of words) push(own.byWord, word, place);
      for (const id of about) push(own.byInstrument, id, place);
    }
  }
  return (commitment, window) => {
    const asked = askedBy(commitment, names);
    const least = asked.words.size === 1 ? 1 : ENOUGH;
    const found = new Set<DatedEntry>();
    for (const party of new Set(commitment.obligors.map(levelOf))) {
      const own = byParty.get(party);
      if (!own) continue;
      // What began up to a year before the window may reach into it.
      const from = placeOf(own.entries, dayOf(Date.parse(window.first) - YEAR));
      const shared = new Map<number, number>();
      const lists = [
        ...[...asked.words.keys()].map((word) => own.byWord.get(word)),
        ...[...asked.instruments].map((id) => own.byInstrument.get(id)),
      ];
      for (const places of lists)
        for (let i = lowerBound(places ?? [], (place) => place < from); places && i < places.length; i++) {
          const place = places[i] ?? 0;
          const one = own.entries[place];
          if (!one || firstDay(one) > window.last) break;
          const number = (shared.get(place) ?? 0) + 1;
          shared.set(place, number);
          if (number === least) found.add(one);
        }
      for (const one of own.long) found.add(one);
    }
    return [...found];
  };
}

function firstDay({ days }: DatedEntry): string {
  return days?.first ?? '';
}

function isLong({ days }: DatedEntry): boolean {
  return days !== undefined && Date.parse(days.last) - Date.parse(days.first) > YEAR;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Of entries by day, the place of the first that is not before it. */
function placeOf(entries: readonly DatedEntry[], day: string): number {
  return lowerBound(entries, (one) => firstDay(one) < day);
}

/** How many of the first values fulfil what all after them do not. */
function lowerBound<T>(values: readonly T[], isBefore: (value: T) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = values[middle];
    if (value !== undefined && isBefore(value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function push(lists: Map<string, number[]>, key: string, place: number): void {
  const list = lists.get(key);
  if (list) list.push(place);
  else lists.set(key, [place]);
}
