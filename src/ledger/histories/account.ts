import { type DayRange, dayRange } from '../../record/index.js';
import { dayAfter, gradeOf, type TieAssertion, toldOn } from './assertion.js';
import { levelOf } from './subject.js';

/** What one or several assertions say of the same day, as days. */
export interface Account {
  readonly said: string;
  readonly entries: string[];
  readonly register: boolean;
  /** At state or body level. Of an agreement, those who join later do so on another day. */
  readonly parties: ReadonlySet<string>;
  readonly grade: string | undefined;
  /** Of a membership: as what, `EU member` or `EU chair`. */
  readonly role: string | undefined;
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
    const parties = [...new Set(entry.parties.map(({ party }) => levelOf(party)))].sort();
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
      register: register !== undefined,
      parties: new Set(parties),
      grade,
      role: entry.tie === 'membership' ? entry.name : undefined,
      announced: entry.status === 'announced' && (entry.tie === 'agreement' || entry.tie === 'alliance'),
      since: positive ? daysOf(entry.since) : undefined,
      until: positive ? daysOf(entry.until) : undefined,
      holds: positive ? holds(assertion) : undefined,
      lacks: lacks(assertion),
    });
  }
  return [...accounts.values()];
}

function holds(assertion: TieAssertion): DayRange | undefined {
  const { entry, register } = assertion;
  if (entry.status !== 'in-force' && entry.until === undefined) return undefined;
  if (register && entry.status !== 'in-force') return undefined;
  const told = daysOf(toldOn(assertion));
  const first = daysOf(entry.since)?.last ?? told?.first;
  const last = daysOf(entry.until)?.first ?? register?.through ?? told?.last;
  return first !== undefined && last !== undefined && first <= last ? { first, last } : undefined;
}

/** The next spell of an imported register may follow, so that its end alone denies nothing. */
function lacks({ entry, published, register }: TieAssertion): DayRange | undefined {
  if (entry.coverage !== undefined) return undefined;
  const told = daysOf(published);
  if (!told) return undefined;
  // What is yet to come is told without a word on whether it was there before.
  const ahead = /^(planned|proposed|hypothetical)$/.test(entry.modality);
  if (entry.modality === 'denied' || (entry.status === 'absent' && !ahead)) return told;
  if (entry.status !== 'ended') return undefined;
  const ended = daysOf(entry.until)?.last;
  const last = register?.through ?? told.last;
  return { first: ended === undefined ? told.last : dayAfter(ended), last };
}

function daysOf(date: string | undefined): DayRange | undefined {
  return date === undefined ? undefined : dayRange(date);
}
