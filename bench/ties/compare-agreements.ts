import { dayRange } from '../../src/record/index.js';
import type { ListedAgreement } from './trade-registers.js';

/** An agreement of data/ties.tsv. */
export interface OurAgreement {
  /** As the table has them, in order. */
  readonly parties: readonly string[];
  readonly name: string;
  readonly signed?: string;
  readonly force?: string;
}

export interface Difference {
  readonly parties: string;
  readonly what: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface Comparison {
  /** Agreements of ours that the registers have. */
  readonly covered: number;
  readonly missing: readonly string[];
  /** Dates that both have, and how many of them agree as exactly as the less exact one. */
  readonly dates: number;
  readonly agreeing: number;
  readonly differences: readonly Difference[];
}

/** Members of a body on a day. */
export type MembersOf = (body: string, day: string) => readonly string[];

/** So many of the parties of either must be parties of the other: bodies are listed by members, not all alike. */
const ALIKE = 0.6;
/** Signatures further apart than this are of different agreements. */
const YEARS_APART = 3;

/**
 * Looks up each of our agreements in the registers and compares days of signature and of entry into force.
 *
 * @example
 * compareAgreements(ours, listedAgreements(folder, 'desta'), gazetteer.membersOf).agreeing
 */
export function compareAgreements(
  ours: readonly OurAgreement[],
  theirs: readonly ListedAgreement[],
  membersOf: MembersOf,
): Comparison {
  const differences: Difference[] = [];
  const missing: string[] = [];
  let covered = 0;
  let dates = 0;
  let agreeing = 0;
  for (const own of ours) {
    const listed = bestMatch(own, theirs, membersOf);
    if (listed === undefined) {
      missing.push(own.name);
      continue;
    }
    covered++;
    for (const [step, mine, other] of [
      ['announced', own.signed, listed.signed],
      ['in-force', own.force, listed.force],
    ] as const) {
      if (mine === undefined || other === undefined) continue;
      dates++;
      if (agrees(mine, listed, other)) agreeing++;
      else
        differences.push({
          parties: own.parties.join('|'),
          what: `${own.name}: ${step}`,
          ours: mine,
          theirs: `${listed.register.toUpperCase()} ${other}`,
        });
    }
  }
  return { covered, missing, dates, agreeing, differences };
}

function bestMatch(
  own: OurAgreement,
  theirs: readonly ListedAgreement[],
  membersOf: MembersOf,
): ListedAgreement | undefined {
  const day = own.signed;
  if (day === undefined) return undefined;
  const then = expanded(own, dayRange(day)?.last ?? day, membersOf);
  // Some registers also list those who became members of the body later.
  const ever = new Set([
    ...then,
    ...expanded(own, '2020-12-31', membersOf),
    ...expanded(own, '1999-12-31', membersOf),
  ]);
  const single = own.parties.filter((party) => then.has(party));
  const scored = theirs.flatMap((listed) => {
    const other = listed.signed ?? listed.force;
    if (other === undefined || apart(day, other) > YEARS_APART) return [];
    if (!single.every((party) => listed.parties.has(party))) return [];
    // Finland is a party of "EC-Norway" as a member of the body; that is not its own agreement with the EC.
    const others = [...statesOf(listed)].filter((code) => !ever.has(code) && code !== 'LIE');
    if (own.parties.length === 2 && others.length > 0) return [];
    const alike = Math.min(share(then, listed.parties), share(statesOf(listed), ever));
    return alike < ALIKE ? [] : [{ listed, score: apart(day, other) - alike }];
  });
  return scored.sort((a, b) => a.score - b.score)[0]?.listed;
}

/** Parties, with members in place of bodies. */
function expanded({ parties }: OurAgreement, day: string, membersOf: MembersOf): Set<string> {
  return new Set(
    parties.flatMap((party) => {
      const members = membersOf(party, day);
      return members.length > 0 ? members : [party];
    }),
  );
}

function statesOf({ parties }: ListedAgreement): Set<string> {
  return new Set([...parties].filter((code) => /^[A-Z]{3}$/.test(code)));
}

/** How many of the first are in the second, 0 to 1. */
function share(some: ReadonlySet<string>, all: ReadonlySet<string>): number {
  return [...some].filter((code) => all.has(code)).length / some.size;
}

/** Whether the days of the one may be those of the other. GPTAD has day and month exchanged in many rows. */
function agrees(mine: string, { register }: ListedAgreement, theirs: string): boolean {
  const own = dayRange(mine);
  const said = [theirs, ...(register === 'gptad' ? [exchanged(theirs)] : [])].map(dayRange);
  return said.some((days) => own && days && own.first <= days.last && days.first <= own.last);
}

/** `2008-04-07` for `2008-07-04`. */
function exchanged(date: string): string {
  const [year, month, day] = date.split('-');
  return [year, day, month].join('-');
}

function apart(a: string, b: string): number {
  return Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4)));
}
