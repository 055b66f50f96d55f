import { type EntryFilter, foldTies, type Ledger, type ListedEntry } from '../ledger/index.js';
import type { EntryKind, PartyRef } from '../record/index.js';
import type { Directory } from './directory.js';
import { notFound } from './failure.js';
import { actsFor, names, participants, principal } from './participants.js';
import { ENTRY_KINDS, type PairAnswer, type PartyAnswer, type Section, type Ties } from './schemas.js';

/** As many of the latest entries of each kind as a page looks through, so that it is quick in a ledger of any size. */
const LOOKED_THROUGH: Readonly<Record<EntryKind, number>> = {
  event: 500,
  tie: 300,
  commitment: 100,
  claim: 100,
  measure: 100,
};

/** Days `YYYY-MM-DD` between which entries are looked through. */
export type Period = Pick<EntryFilter, 'from' | 'to'>;

/** All that the ledger has of one party. */
export async function partyAnswer(
  ledger: Ledger,
  directory: Directory,
  asked: string,
  period: Period,
): Promise<PartyAnswer> {
  const id = await directory.resolve(asked, 'not-found');
  const party = (await directory.party(id)) ?? (await directory.party(principal(id)));
  if (!party) throw notFound(`a party '${asked}'`, 'those there are at /parties');
  const found = await byKind(ledger, { ...period, parties: [id] });
  const counterparts = await ledger.counterparts(id);
  const rows = ENTRY_KINDS.flatMap((kind) => found[kind].rows);
  return {
    party: party.id === id ? party : { ...party, id, kind: 'organ', aliases: [], of: party.id },
    counts: {
      event: found.event.total,
      tie: found.tie.total,
      commitment: found.commitment.total,
      claim: found.claim.total,
      measure: found.measure.total,
    },
    counterparts,
    ties: await ties(found.tie, ({ entry }) => names(participants(entry), id), [id], directory),
    events: section(found.event, ({ entry }) => names(participants(entry), id)),
    commitments: {
      by: section(found.commitment, (row) => names(obligors(row), id)),
      towards: section(found.commitment, (row) => names(beneficiaries(row), id)),
    },
    claims: {
      by: section(found.claim, ({ entry }) => actsFor(entry.speaker, id)),
      about: section(found.claim, ({ entry }) => names(participants(entry), id)),
    },
    measures: section(found.measure, ({ entry }) => names(participants(entry), id)),
    ...(await directory.names(rows, [id, ...counterparts.map((c) => c.party)])),
  };
}

/** How two parties stand with each other; the sides come in the order of their ids. */
export async function pairAnswer(
  ledger: Ledger,
  directory: Directory,
  asked: readonly [string, string],
  period: Period,
): Promise<PairAnswer> {
  const one = await directory.resolve(asked[0], 'not-found');
  const other = await directory.resolve(asked[1], 'not-found');
  const [a, b] = one < other ? [one, other] : [other, one];
  const found = await byKind(ledger, { ...period, parties: [a, b] });
  const rows = ENTRY_KINDS.flatMap((kind) => found[kind].rows);
  const both = ({ entry }: ListedEntry) => names(participants(entry), a) && names(participants(entry), b);
  const promised = (by: string, to: string) =>
    section(found.commitment, (row) => names(obligors(row), by) && names(beneficiaries(row), to));
  const told = (by: string, of: string) =>
    section(found.claim, ({ entry }) => actsFor(entry.speaker, by) && names(participants(entry), of));
  return {
    sides: [a, b],
    ties: await ties(found.tie, both, [a, b], directory),
    events: section(found.event, both),
    commitments: [promised(a, b), promised(b, a)],
    claims: [told(a, b), told(b, a)],
    measures: section(found.measure, both),
    ...(await directory.names(rows, [a, b])),
  };
}

type Found = { readonly total: number; readonly rows: readonly ListedEntry[] };

async function byKind(ledger: Ledger, filter: EntryFilter): Promise<Record<EntryKind, Found>> {
  const find = (kind: EntryKind) => latest(ledger, { ...filter, kind }, LOOKED_THROUGH[kind]);
  return {
    event: await find('event'),
    tie: await find('tie'),
    commitment: await find('commitment'),
    claim: await find('claim'),
    measure: await find('measure'),
  };
}

/** The last of the list, which goes by day. To count costs little beside fetching what one does not show. */
async function latest(ledger: Ledger, filter: EntryFilter, limit: number): Promise<Found> {
  const { total } = await ledger.entries({ ...filter, limit: 0 });
  return ledger.entries({ ...filter, limit, offset: Math.max(0, total - limit) });
}

function section({ rows, total }: Found, belongs: (row: ListedEntry) => boolean): Section {
  return { rows: rows.filter(belongs), looked: rows.length, total };
}

/** Folds ties into histories, those of the page's parties only: a sentence on many members gives one to each. */
async function ties(
  found: Found,
  belongs: (row: ListedEntry) => boolean,
  of: readonly string[],
  directory: Directory,
): Promise<Ties> {
  const rows = found.rows.filter(belongs);
  const assertions = rows.flatMap(({ entry, documentPublished: published }) =>
    entry.kind === 'tie' ? [{ entry, published }] : [],
  );
  const { parties } = await directory.names(rows);
  const bodies = new Set(Object.keys(parties).filter((id) => parties[id]?.kind === 'body'));
  const histories = foldTies(assertions, { bodies })
    .filter(({ subject }) => of.every((id) => subject.parties.includes(principal(id))))
    .map(({ subject, steps, status, grade, contradictions }) => ({
      subject,
      steps: steps.map(({ days: _days, ...step }) => step),
      status,
      grade,
      contradictions,
    }));
  return { ...section(found, belongs), histories };
}

function obligors({ entry }: ListedEntry): readonly PartyRef[] {
  return entry.kind === 'commitment' ? entry.obligors : [];
}

function beneficiaries({ entry }: ListedEntry): readonly PartyRef[] {
  return entry.kind === 'commitment' ? entry.beneficiaries : [];
}
