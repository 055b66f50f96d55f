import type { CommitmentEntry, DayRange, Entry, Instrument, PartyRef } from '../../record/index.js';
import { bearingOf } from './bearing.js';
import type { DatedEntry, Evidence } from './types.js';
import { contentWords, wordsOfNames } from './words.js';

/** A commitment as a rule looks for evidence of it. */
export interface Sought {
  readonly commitment: CommitmentEntry;
  readonly made: DayRange;
  readonly window: DayRange;
}

/** Names by which words are told from parties and instruments found. */
export interface Names {
  /** Forms of a party's name by id. */
  readonly parties: ReadonlyMap<string, readonly string[]>;
  readonly instruments: readonly Instrument[];
}

/** So many words of the promise an entry must share; a shared instrument counts as one. */
export const ENOUGH = 2;
/** And so large a part of the promise's own words. */
const SHARE = 0.25;

/**
 * Entries that may show what became of a commitment: later, of the same parties, about the same act or instrument. What
 * they show is proposed, with the reason; people confirm or reject it. Order of `entries` does not matter.
 */
export function evidenceFor(sought: Sought, entries: readonly DatedEntry[], names: Names): Evidence[] {
  const asked = askedBy(sought.commitment, names);
  return entries.flatMap((one) => evidenceIn(sought, asked, one, names) ?? []).sort(byDay);
}

/** What one entry shows of a commitment; see {@link evidenceFor}. */
export function evidenceIn(
  { commitment, made, window }: Sought,
  { own, words: asked, instruments }: Asked,
  { entry, exact, days, documentTitle }: DatedEntry,
  names: Names,
): Evidence | undefined {
  if (!days || days.last <= made.last || entry.document === commitment.document) return undefined;
  if (days.first > window.last || days.last < window.first) return undefined;
  const parties = sharedParties(commitment, entry);
  if (!parties) return undefined;
  const words = exact.join(' ');
  const told = contentWords(entry.kind === 'commitment' ? entry.action : words, own);
  const shared = [...asked].flatMap(([stem, word]) => (told.has(stem) ? [word] : []));
  const same = [...instruments].filter((id) => isAbout(entry, words, id, names.instruments));
  if (!isEnough(shared.length, same.length, asked.size, parties.owed)) return undefined;
  const bearing = bearingOf(commitment, entry, words, same.length > 0);
  if (bearing === undefined) return undefined;
  return {
    id: entry.id,
    kind: entry.kind,
    bearing,
    reason: reasonOf(parties.acting, shared, same, bearing),
    standing: 'proposed',
    days,
    inside: true,
    exact,
    ...(documentTitle === undefined ? {} : { documentTitle }),
  };
}

/** What an entry must share with a promise: its words, those of its parties' names left out, and instruments. */
export interface Asked {
  readonly own: ReadonlySet<string>;
  /** First forms by stem. */
  readonly words: ReadonlyMap<string, string>;
  readonly instruments: ReadonlySet<string>;
}

export function askedBy(commitment: CommitmentEntry, names: Names): Asked {
  const own = ofParties(commitment, names);
  return {
    own,
    words: contentWords(commitment.action, own),
    instruments: instrumentsIn(commitment.action, names.instruments),
  };
}

/** By day, then by id, so that no order of reading shows. */
export function byDay(a: Evidence, b: Evidence): number {
  const [x, y] = [a.days?.first ?? '9999', b.days?.first ?? '9999'];
  return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
}

/** Whether what an entry shares with a promise makes it likely that both are about one matter. */
function isEnough(words: number, instruments: number, asked: number, owed: boolean): boolean {
  // "lift the ban" has one word of its own; then it must be towards the same party, too.
  if (asked === 1 && words === 1) return owed || instruments > 0;
  if (words + instruments < ENOUGH) return false;
  return instruments > 0 || words >= SHARE * asked;
}

/**
 * Obligors that act in an entry, and whether it is towards those to whom the promise was made; nothing where nobody of them
 * acts, or where it is towards others.
 */
function sharedParties(
  commitment: CommitmentEntry,
  entry: Entry,
): { acting: readonly string[]; owed: boolean } | undefined {
  const actors = new Set(actorsOf(entry).map(levelOf));
  // What is done together is not done with somebody else: "ASEAN and Japan established the partnership".
  const circle = new Set([...commitment.obligors, ...commitment.beneficiaries].map(levelOf));
  const together = entry.kind === 'tie' || (entry.kind === 'event' && entry.symmetric);
  if (together && circle.size > 1 && [...circle].filter((party) => actors.has(party)).length < 2)
    return undefined;
  const acting = [...new Set(commitment.obligors.map(levelOf))].filter((party) => actors.has(party)).sort();
  const others = othersOf(entry)
    .map(levelOf)
    .filter((party) => !acting.includes(party));
  const owed = commitment.beneficiaries.map(levelOf).some((party) => others.includes(party));
  if (acting.length === 0 || (commitment.beneficiaries.length > 0 && others.length > 0 && !owed))
    return undefined;
  return { acting, owed };
}

export function actorsOf(entry: Entry): readonly PartyRef[] {
  switch (entry.kind) {
    case 'event':
      return entry.source;
    case 'commitment':
      return entry.obligors;
    case 'tie':
    case 'measure':
      return entry.parties;
    case 'claim':
      return [];
  }
}

function othersOf(entry: Entry): readonly PartyRef[] {
  if (entry.kind === 'event') return entry.symmetric ? entry.source : entry.recipient;
  if (entry.kind === 'commitment') return entry.beneficiaries;
  return entry.kind === 'tie' ? entry.parties : [];
}

/** State or body: `CHN/GOV` stands for `CHN`. */
export function levelOf({ party }: PartyRef): string {
  return party.replace(/(?<=[^-])\/.*$/, '');
}

function ofParties({ obligors, beneficiaries }: CommitmentEntry, { parties }: Names): Set<string> {
  return wordsOfNames([...obligors, ...beneficiaries].flatMap((ref) => parties.get(levelOf(ref)) ?? []));
}

function instrumentsIn(text: string, instruments: readonly Instrument[]): Set<string> {
  return new Set(instruments.filter((instrument) => isNamed(text, instrument)).map(({ id }) => id));
}

export function isAbout(
  entry: Entry,
  words: string,
  id: string,
  instruments: readonly Instrument[],
): boolean {
  if (entry.kind === 'tie' && entry.instrument === id) return true;
  const instrument = instruments.find((one) => one.id === id);
  return instrument !== undefined && isNamed(words, instrument);
}

function isNamed(text: string, { name, aliases }: Instrument): boolean {
  return [name, ...aliases].some((form) => form.length > 2 && text.includes(form));
}

const SHOWS = {
  fulfils: 'does it',
  'in-part': 'does part of it',
  breaks: 'goes against it',
  reaffirms: 'says it again, which scores nothing',
  figure: 'gives a figure',
} as const;

function reasonOf(
  acting: readonly string[],
  words: readonly string[],
  instruments: readonly string[],
  bearing: Evidence['bearing'],
): string {
  const about = [
    ...(words.length > 0 ? [`the words ${words.join(', ')}`] : []),
    ...(instruments.length > 0 ? [`the instrument ${instruments.join(', ')}`] : []),
  ];
  return `${acting.join(', ')} ${SHOWS[bearing]}; shares ${about.join(' and ')} with the promise`;
}
