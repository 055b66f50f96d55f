import { type DayRange, dayRange } from '../../record/index.js';
import { dayAfter, gradeOf, type TieAssertion, toldOn } from './assertion.js';

/**
 * Two accounts that cannot both be true, each with the ids of the entries that give it.
 * - `since`, `until`: another beginning (of the same grade) or end.
 * - `grade`: another grade from the same time on.
 * - `status`: in force for the one while ended, absent or denied for the other.
 */
export interface Contradiction {
  readonly about: 'since' | 'until' | 'grade' | 'status';
  readonly sides: readonly [readonly string[], readonly string[]];
}

/** All contradictions among the assertions about one tie. Assertions that only plan, propose or allege take no part. */
export function contradictions(assertions: readonly TieAssertion[]): Contradiction[] {
  const accounts = accountsOf(assertions);
  const found = new Map<string, { about: Contradiction['about']; a: Set<string>; b: Set<string> }>();
  for (const [i, a] of accounts.entries())
    for (const b of accounts.slice(i + 1))
      for (const about of contradict(a, b)) {
        const key = [about, a.said, b.said].join('\n');
        const pair = found.get(key) ?? { about, a: new Set(), b: new Set() };
        for (const id of a.entries) pair.a.add(id);
        for (const id of b.entries) pair.b.add(id);
        found.set(key, pair);
      }
  return [...found.values()].map(({ about, a, b }) => ({ about, sides: [[...a], [...b]] }));
}

/** What one or several assertions say of the same day, as days. */
interface Account {
  readonly said: string;
  readonly entries: string[];
  /** Of an agreement: parties of whom it speaks. Those who join later do so on another day. */
  readonly parties: ReadonlySet<string> | undefined;
  readonly grade: string | undefined;
  readonly since: DayRange | undefined;
  readonly until: DayRange | undefined;
  /** Days for which it surely says that the tie holds. */
  readonly holds: DayRange | undefined;
  /** Days for which it surely says that the tie does not hold. */
  readonly lacks: DayRange | undefined;
}

function accountsOf(assertions: readonly TieAssertion[]): Account[] {
  const accounts = new Map<string, Account>();
  for (const assertion of assertions) {
    const { entry, published } = assertion;
    if (entry.modality !== 'asserted' && entry.modality !== 'denied') continue;
    const grade = gradeOf(assertion);
    const parties = entry.tie === 'agreement' ? entry.parties.map(({ party }) => party).sort() : undefined;
    const said = JSON.stringify([entry.since, entry.until, entry.status, entry.modality, grade, parties]);
    const key = `${published}\n${JSON.stringify(entry.coverage)}\n${said}`;
    const same = accounts.get(key);
    if (same) {
      same.entries.push(entry.id);
      continue;
    }
    const positive =
      entry.modality === 'asserted' && entry.status !== 'absent' && entry.status !== 'negotiating';
    accounts.set(key, {
      said,
      entries: [entry.id],
      parties: parties && new Set(parties),
      grade: positive ? grade : undefined,
      since: positive ? daysOf(entry.since) : undefined,
      until: positive ? daysOf(entry.until) : undefined,
      holds: positive ? holds(assertion) : undefined,
      lacks: lacks(assertion),
    });
  }
  return [...accounts.values()];
}

function contradict(a: Account, b: Account): Contradiction['about'][] {
  const found: Contradiction['about'][] = [];
  if (follows(a, b) || follows(b, a) || isOfOthers(a, b)) return found;
  if (a.since && b.since) {
    const together = overlap(a.since, b.since);
    if (!together && a.grade === b.grade) found.push('since');
    if (together && a.grade !== undefined && b.grade !== undefined && a.grade !== b.grade)
      found.push('grade');
  }
  if (a.until && b.until && !overlap(a.until, b.until)) found.push('until');
  if (overlap(a.holds, b.lacks) || overlap(b.holds, a.lacks)) found.push('status');
  return found;
}

/** What ended before the other began was there twice. */
function follows(a: Account, b: Account): boolean {
  return a.until !== undefined && b.since !== undefined && a.until.last < b.since.first;
}

function isOfOthers({ parties: a }: Account, { parties: b }: Account): boolean {
  return a !== undefined && b !== undefined && ![...a].some((party) => b.has(party));
}

function holds(assertion: TieAssertion): DayRange | undefined {
  const { entry } = assertion;
  if (entry.status !== 'in-force' && entry.until === undefined) return undefined;
  const told = daysOf(toldOn(assertion));
  const first = daysOf(entry.since)?.last ?? told?.first;
  const last = daysOf(entry.until)?.first ?? told?.last;
  return first !== undefined && last !== undefined && first <= last ? { first, last } : undefined;
}

/** A register's next spell may follow, so that its end alone denies nothing. */
function lacks({ entry, published }: TieAssertion): DayRange | undefined {
  if (entry.coverage !== undefined) return undefined;
  const told = daysOf(published);
  if (!told) return undefined;
  if (entry.modality === 'denied' || entry.status === 'absent') return told;
  if (entry.status !== 'ended') return undefined;
  const ended = daysOf(entry.until)?.last;
  return { first: ended === undefined ? told.last : dayAfter(ended), last: told.last };
}

function daysOf(date: string | undefined): DayRange | undefined {
  return date === undefined ? undefined : dayRange(date);
}

function overlap(a: DayRange | undefined, b: DayRange | undefined): boolean {
  return a !== undefined && b !== undefined && a.first <= b.last && b.first <= a.last;
}
