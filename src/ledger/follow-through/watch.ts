import type { Sought } from './match.js';
import {
  type Asked,
  actorsOf,
  askedBy,
  byDay,
  ENOUGH,
  evidenceIn,
  isAbout,
  levelOf,
  type Names,
} from './match.js';
import type { DatedEntry, Evidence } from './types.js';
import { contentWords } from './words.js';

/** Commitments that wait for their evidence. */
export interface Watch {
  /** Holds one entry against those commitments that share a party, words and days with it. */
  see(entry: DatedEntry): void;
  /** What was seen for a commitment, by day, then by id. */
  evidenceOf(commitment: string): Evidence[];
}

interface Awaited {
  readonly sought: Sought;
  readonly asked: Asked;
}

/** Commitments of one party. */
interface Owed {
  /** Those whose window is no longer than two years, by stem of a word or id of an instrument, by the window's first day. */
  readonly short: Map<string, Awaited[]>;
  readonly long: Map<string, Awaited[]>;
}

const TWO_YEARS = 731 * 86_400_000;

/**
 * Indexes commitments by obligor and word, so that entries can pass by one at a time: memory grows with the commitments and
 * their evidence, not with the ledger, and an entry is held only against promises that share enough with it.
 */
export function watch(commitments: readonly Sought[], names: Names): Watch {
  const byParty = new Map<string, Owed>();
  const instruments = new Set<string>();
  const found = new Map<string, Evidence[]>();
  for (const sought of commitments.toSorted((a, b) => (a.window.first < b.window.first ? -1 : 1))) {
    const awaited = { sought, asked: askedBy(sought.commitment, names) };
    for (const id of awaited.asked.instruments) instruments.add(id);
    for (const party of new Set(sought.commitment.obligors.map(levelOf))) {
      const owed = byParty.get(party) ?? { short: new Map(), long: new Map() };
      byParty.set(party, owed);
      const lists = isLong(sought) ? owed.long : owed.short;
      for (const word of awaited.asked.words.keys()) push(lists, word, awaited);
      for (const id of awaited.asked.instruments) push(lists, instrumentKey(id), awaited);
    }
  }
  return {
    see(one) {
      const { entry, exact, days } = one;
      if (days === undefined || entry.modality !== 'asserted') return;
      const owed = [...new Set(actorsOf(entry).map(levelOf))].flatMap((party) => byParty.get(party) ?? []);
      if (owed.length === 0) return;
      const telling = entry.kind === 'commitment' ? entry.action : exact.join(' ');
      const about = [...instruments].filter((id) => isAbout(entry, exact.join(' '), id, names.instruments));
      const keys = [...contentWords(telling).keys(), ...about.map(instrumentKey)];
      const earliest = dayOf(Date.parse(days.first) - TWO_YEARS);
      const seen = new Set<Awaited>();
      for (const { short, long } of owed) {
        const shared = new Map<Awaited, number>();
        for (const key of keys) {
          count(short.get(key) ?? [], earliest, days.last, shared);
          count(long.get(key) ?? [], '', days.last, shared);
        }
        for (const [awaited, number] of shared) {
          const least = awaited.asked.words.size === 1 ? 1 : ENOUGH;
          if (number < least || seen.has(awaited)) continue;
          seen.add(awaited);
          const evidence = evidenceIn(awaited.sought, awaited.asked, one, names);
          if (evidence) push(found, awaited.sought.commitment.id, evidence);
        }
      }
    },
    evidenceOf: (commitment) => (found.get(commitment) ?? []).toSorted(byDay),
  };
}

/** Counts those of a list by their windows' first days whose window begins between two days. */
function count(list: readonly Awaited[], from: string, to: string, shared: Map<Awaited, number>): void {
  for (let i = placeOf(list, from); i < list.length; i++) {
    const awaited = list[i];
    if (!awaited || awaited.sought.window.first > to) return;
    shared.set(awaited, (shared.get(awaited) ?? 0) + 1);
  }
}

/** The place of the first whose window does not begin before the day. */
function placeOf(list: readonly Awaited[], day: string): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.sought.window.first ?? '') < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isLong({ window }: Sought): boolean {
  return !(Date.parse(window.last) - Date.parse(window.first) <= TWO_YEARS);
}

/** No word has a slash. */
function instrumentKey(id: string): string {
  return `/${id}`;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
