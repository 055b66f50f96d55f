import { type DayRange, dayRange } from '../../record/index.js';
import { gradeOf, type TieAssertion } from './assertion.js';
import { levelOf } from './subject.js';

/** What one or several assertions say of the same day, as days. */
export interface Account {
  readonly said: string;
  readonly entries: string[];
  readonly register: boolean;
  /** At state or body level, joined: of an agreement, each party has its own dates. */
  readonly parties: string;
  readonly grade: string | undefined;
  /** Whether a treaty is only signed. A partnership stands as soon as it is announced. */
  readonly announced: boolean;
  readonly since: DayRange | undefined;
  readonly until: DayRange | undefined;
  /** Days for which it surely says that the tie holds. */
  readonly holds: DayRange | undefined;
  /** Days for which it surely says that the tie, or this grade of it, does not hold. */
  readonly lacks: DayRange | undefined;
}

/** Accounts of assertions that assert or deny; those that only plan, propose or allege give none. */
export function accountsOf(assertions: readonly TieAssertion[]): Account[] {
  const accounts = new Map<string, Account>();
  for (const assertion of assertions) {
    const { entry, published, register } = assertion;
    if (entry.modality !== 'asserted' && entry.modality !== 'denied') continue;
    const grade = gradeOf(assertion);
    const parties = [...new Set(entry.parties.map(({ party }) => levelOf(party)))].sort().join('|');
    const origin = register === undefined ? 'text' : entry.id;
    const said = JSON.stringify([
      entry.since,
      entry.until,
      entry.status,
      entry.modality,
      grade,
      origin,
      parties,
    ]);
    const key = `${published}\n${said}`;
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
      register: register !== undefined,
      parties,
      grade,
      announced: entry.status === 'announced' && (entry.tie === 'agreement' || entry.tie === 'alliance'),
      since: positive ? daysOf(entry.since) : undefined,
      until: positive ? daysOf(entry.until) : undefined,
      holds: positive ? holds(assertion) : undefined,
      lacks: lacks(assertion),
    });
  }
  return [...accounts.values()];
}

function holds({ entry, published, register }: TieAssertion): DayRange | undefined {
  if (entry.status !== 'in-force' && entry.until === undefined) return undefined;
  if (register && entry.status !== 'in-force') return undefined;
  const told = daysOf(published);
  const first = daysOf(entry.since)?.last ?? told?.first;
  const last = daysOf(entry.until)?.first ?? register?.through ?? told?.last;
  return first !== undefined && last !== undefined && first <= last ? { first, last } : undefined;
}

function lacks({ entry, published, register }: TieAssertion): DayRange | undefined {
  const told = daysOf(published);
  if (!told) return undefined;
  if (entry.modality === 'denied' || entry.status === 'absent') return told;
  if (entry.status !== 'ended') return undefined;
  const ended = daysOf(entry.until)?.last;
  const last = register?.through ?? told.last;
  return { first: ended === undefined ? told.last : dayAfter(ended), last };
}

function daysOf(date: string | undefined): DayRange | undefined {
  return date === undefined ? undefined : dayRange(date);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
