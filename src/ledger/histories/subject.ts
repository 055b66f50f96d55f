import type { PartyRef, TieType } from '../../record/index.js';
import type { AssertedTie } from './assertion.js';

/** What a tie's history is about. Two assertions belong to one history when their subjects have the same key. */
export interface TieSubject {
  readonly tie: TieType;
  /** At state or body level, in order of their letters. */
  readonly parties: readonly string[];
  /** Of a membership. */
  readonly member?: string;
  readonly body?: string;
  /** Of sanctions: who imposes them. */
  readonly senders?: readonly string[];
  readonly instrument?: string;
  /** As first written. */
  readonly name?: string;
}

export interface KeyedSubject {
  readonly key: string;
  readonly subject: TieSubject;
}

/**
 * The subjects of one assertion: a membership by member and body (several members, several subjects), and its chair apart; an agreement by its
 * instrument, and where it has none by name and parties ("free trade agreement" names many); sanctions by who imposes them
 * on whom; all others by parties and name. The grade is no part of it: a raised grade is a step in one history.
 *
 * @param bodies ids of parties known to be bodies; where a membership does not say by `role` which party is the body, the
 *   only body among them is it, else the last party
 */
export function subjectsOf(entry: AssertedTie, bodies: ReadonlySet<string> = new Set()): KeyedSubject[] {
  const parties = levels(entry.parties);
  if (entry.tie === 'membership') return memberships(entry, bodies);
  if (entry.tie === 'agreement' && entry.instrument !== undefined)
    return [
      keyed([entry.instrument], named(entry, { tie: entry.tie, parties, instrument: entry.instrument })),
    ];
  if (entry.tie === 'sanctions') {
    const senders = levels(entry.parties.filter(({ role }) => role === 'sender'));
    const subject = { tie: entry.tie, parties, ...(senders.length > 0 && { senders }) };
    return [keyed([senders, parties], named(entry, subject))];
  }
  return [keyed([parties, fold(entry.name)], named(entry, { tie: entry.tie, parties }))];
}

/** A party at state or body level: `CHN` for `CHN/GOV`; groups without a state stay as they are. */
export function levelOf(party: string): string {
  return party.startsWith('-/') ? party : (party.split('/')[0] ?? party);
}

function memberships(entry: AssertedTie, bodies: ReadonlySet<string>): KeyedSubject[] {
  const parties = levels(entry.parties);
  const told = entry.parties.filter(({ role }) => role === 'body').map(({ party }) => levelOf(party));
  const known = parties.filter((party) => bodies.has(party));
  const last = entry.parties.at(-1);
  const body = told[0] ?? (known.length === 1 ? known[0] : last && levelOf(last.party));
  if (body === undefined) return [];
  return parties
    .filter((party) => party !== body)
    .map((member) => {
      const subject = { tie: entry.tie, parties: [member, body].sort(), member, body };
      return isChair(entry.name)
        ? keyed([member, body, 'chair'], named(entry, subject))
        : keyed([member, body], subject);
    });
}

/** Who gives up the chair stays a member. */
function isChair(name: string | undefined): boolean {
  return name !== undefined && / chair$/.test(name);
}

function named(entry: AssertedTie, subject: TieSubject): TieSubject {
  return entry.name === undefined ? subject : { ...subject, name: entry.name };
}

function keyed(parts: readonly unknown[], subject: TieSubject): KeyedSubject {
  return { key: JSON.stringify([subject.tie, ...parts]), subject };
}

function levels(parties: readonly PartyRef[]): string[] {
  return [...new Set(parties.map(({ party }) => levelOf(party)))].sort();
}

function fold(name: string | undefined): string {
  return (name ?? '').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
