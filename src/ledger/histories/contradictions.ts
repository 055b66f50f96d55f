import type { DayRange } from '../../record/index.js';
import { type Account, accountsOf } from './account.js';
import type { TieAssertion } from './assertion.js';

/**
 * Two accounts that cannot both be true, each with the ids of the entries, or of the register's rows, that give it.
 * - `since`, `until`: another beginning (of the same grade) or end.
 * - `grade`: another grade from the same time on, or than the register has for that day.
 * - `status`: in force for the one while ended, absent or denied for the other.
 */
export interface Contradiction {
  readonly about: 'since' | 'until' | 'grade' | 'status';
  readonly sides: readonly [readonly string[], readonly string[]];
}

/**
 * All contradictions among the assertions about one tie. Assertions that only plan, propose or allege take no part, and
 * rows of the register are not held against each other: they are steps of one account.
 */
export function contradictions(assertions: readonly TieAssertion[]): Contradiction[] {
  const accounts = accountsOf(assertions);
  const rows = accounts.filter(({ register }) => register);
  const found = new Map<string, { about: Contradiction['about']; a: Set<string>; b: Set<string> }>();
  for (const [i, a] of accounts.entries())
    for (const b of accounts.slice(i + 1))
      for (const about of contradict(a, b, rows)) {
        const key = [about, a.said, b.said].join('\n');
        const pair = found.get(key) ?? { about, a: new Set(), b: new Set() };
        for (const id of a.entries) pair.a.add(id);
        for (const id of b.entries) pair.b.add(id);
        found.set(key, pair);
      }
  return [...found.values()].map(({ about, a, b }) => ({ about, sides: [[...a], [...b]] }));
}

function contradict(a: Account, b: Account, rows: readonly Account[]): Contradiction['about'][] {
  if ((a.register && b.register) || isOtherRole(a, b)) return [];
  if (a.register) return againstRegister(b, a, rows);
  if (b.register) return againstRegister(a, b, rows);
  const found: Contradiction['about'][] = [];
  if (follows(a, b) || follows(b, a) || isOfOthers(a, b)) return found;
  const dated = same(a.parties, b.parties);
  if (dated && a.since && b.since) {
    const together = overlap(a.since, b.since);
    if (!together && a.grade === b.grade && a.announced === b.announced) found.push('since');
    if (together && a.grade !== undefined && b.grade !== undefined && !alike(a.grade, b.grade))
      found.push('grade');
  }
  if (dated && a.until && b.until && !overlap(a.until, b.until)) found.push('until');
  if (denies(a, b) || denies(b, a)) found.push('status');
  return found;
}

/** What a text says against one row, unless another row says the same as the text. */
function againstRegister(text: Account, row: Account, rows: readonly Account[]): Contradiction['about'][] {
  const found: Contradiction['about'][] = [];
  if (isOfOthers(text, row)) return found;
  const own = rows.filter(({ parties }) => same(parties, text.parties));
  const dated = same(row.parties, text.parties);
  const begins = own.filter(({ since }) => since !== undefined);
  if (dated && text.since && row.since) {
    const known = begins.some(({ since }) => overlap(since, text.since));
    // A text that gives no grade dates the tie as such; one that gives it, that step.
    const meant = text.grade === undefined ? begins[0] === row : alikeOrNone(text.grade, row.grade);
    if (!known && meant) found.push('since');
    const told = begins.some(
      ({ since, grade }) => overlap(since, text.since) && alikeOrNone(grade, text.grade),
    );
    if (!told && overlap(row.since, text.since) && text.grade !== undefined && row.grade !== undefined)
      found.push('grade');
  }
  if (dated && text.until && row.until && !own.some(({ until }) => overlap(until, text.until)))
    found.push('until');
  // What is only said to be so, without a beginning, is so on the day on which it is told.
  if (dated && !text.since && text.holds && text.grade !== undefined && overlap(text.holds, row.holds)) {
    const told = own.some(({ holds, grade }) => overlap(holds, text.holds) && alikeOrNone(grade, text.grade));
    if (!told && row.grade !== undefined) found.push('grade');
  }
  if (denies(text, row) || denies(row, text)) found.push('status');
  return found;
}

/** What ended before the other began was there twice. */
function follows(a: Account, b: Account): boolean {
  return a.until !== undefined && b.since !== undefined && a.until.last < b.since.first;
}

function isOfOthers({ parties: a }: Account, { parties: b }: Account): boolean {
  return ![...a].some((party) => b.has(party));
}

/** Who takes the chair of a body, or gives it up, is a member as before. */
function isOtherRole({ role: a }: Account, { role: b }: Account): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function same(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((party) => b.has(party));
}

/** Whether the one says that the tie does not hold, for its parties, while it does for the other. Without one grade, others may hold. */
function denies(a: Account, b: Account): boolean {
  const within = [...a.parties].every((party) => b.parties.has(party));
  return within && overlap(a.lacks, b.holds) && (a.grade === undefined || a.grade === b.grade);
}

/** "strategic partnership" for short is the same as "strategic partnership for peace and prosperity". */
function alike(a: string, b: string): boolean {
  return a === b || `${a} `.startsWith(`${b} `) || `${b} `.startsWith(`${a} `);
}

function alikeOrNone(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || alike(a, b);
}

function overlap(a: DayRange | undefined, b: DayRange | undefined): boolean {
  return a !== undefined && b !== undefined && a.first <= b.last && b.first <= a.last;
}
