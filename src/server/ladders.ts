import type { Ladders, Register } from '../gazetteer/index.js';
import {
  type Ledger,
  opposedOf,
  sourcesOf,
  stepWord,
  type TieHistory,
  type ToldOptions,
  type ToldTies,
  toldHistories,
} from '../ledger/index.js';
import { dayRange } from '../record/index.js';
import type { Directory } from './directory.js';
import { notFound } from './failure.js';
import { principal } from './participants.js';
import { viewOf } from './query.js';
import type { Ladder, LadderAnswer, LadderStep, MembershipsAnswer } from './standing-schemas.js';

/** Sources of a step that are sent; the rest are only counted. */
const SOURCES = 12;

/** On whose ladders grades of anybody may stand. */
const ANYBODY = '*';

/** The ties of two parties as ladders; the sides come in the order of their ids. */
export async function ladderAnswer(
  ledger: Ledger,
  directory: Directory,
  register: Register | undefined,
  asked: readonly [string, string],
  query: URLSearchParams,
): Promise<LadderAnswer> {
  const one = await directory.resolve(asked[0], 'not-found');
  const other = await directory.resolve(asked[1], 'not-found');
  const sides: [string, string] = one < other ? [one, other] : [other, one];
  const { options, view } = asView(register, query);
  const told = await toldHistories(ledger, { ...options, parties: sides });
  const ties = told.histories.map((history) => ladderOf(history, told, sides, register?.ladders));
  return {
    sides,
    ...view,
    told: told.total,
    ranks: register ? ranksOf(ties, sides, register.ladders) : {},
    ties,
    ...(await directory.names([...told.told.values()], named(ties, sides))),
  };
}

/** Who belonged to a body since when; of anyone else, to which bodies it belonged. */
export async function membershipsAnswer(
  ledger: Ledger,
  directory: Directory,
  register: Register | undefined,
  asked: string,
  query: URLSearchParams,
): Promise<MembershipsAnswer> {
  const id = await directory.resolve(asked, 'not-found');
  const party = await directory.party(principal(id));
  if (!party) throw notFound(`a party '${asked}'`, 'those there are at /parties');
  const { options, view } = asView(register, query);
  const told = await toldHistories(ledger, { ...options, parties: [party.id], type: 'membership' });
  const ladders = told.histories.map((history) => ladderOf(history, told, [party.id], register?.ladders));
  const of = ladders.some(({ subject }) => subject.body === party.id) ? 'members' : 'bodies';
  const own = party.kind === 'body' ? 'members' : of;
  const memberships = ladders.filter(({ subject }) =>
    own === 'members' ? subject.body === party.id : subject.member === party.id,
  );
  return {
    party,
    of: own,
    ...view,
    told: told.total,
    memberships,
    ...(await directory.names([...told.told.values()], named(memberships, [party.id]))),
  };
}

type View = Pick<LadderAnswer, 'at' | 'asKnown' | 'register'>;

function asView(
  register: Register | undefined,
  query: URLSearchParams,
): { options: Omit<ToldOptions, 'parties'>; view: View } {
  const { at, asKnown, register: wanted } = viewOf(query);
  return {
    options: {
      sources: SOURCES,
      ...(at !== undefined && { asOf: at }),
      ...(asKnown !== undefined && { knownBy: asKnown }),
      ...(wanted && register !== undefined && { register }),
    },
    view: {
      ...(at !== undefined && { at }),
      ...(asKnown !== undefined && { asKnown }),
      register: register === undefined ? 'missing' : wanted ? 'in' : 'out',
    },
  };
}

function ladderOf(
  history: TieHistory,
  ties: ToldTies,
  parties: readonly string[],
  ladders: Ladders | undefined,
): Ladder {
  const { subject, steps, status, grade, since, until, contradictions } = history;
  const opposed = new Set(contradictions.flatMap(({ sides }) => sides.flat()));
  return {
    subject,
    status,
    ...(grade !== undefined && { grade }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    steps: steps.map(({ entries, speakers: _speakers, move: _move, ...step }, i): LadderStep => {
      const sources = sourcesOf(ties, entries.slice(0, SOURCES));
      const knownTo = lastTold(ties, entries);
      const through = lastHeld(ties, entries);
      return {
        ...step,
        step: stepWord(steps, i, parties, ladders ?? NO_LADDERS),
        ...(knownTo !== undefined && { knownTo }),
        ...(through !== undefined && { through }),
        opposed: entries.some((id) => opposed.has(id)),
        sources,
        more: entries.length - sources.length,
      };
    }),
    contradictions: opposedOf(history, ties).map(({ about, sides: [one, other] }) => ({
      about,
      sides: [one, other],
    })),
  };
}

const NO_LADDERS: Ladders = { place: () => undefined, rank: () => undefined };

/** A row of the register tells it of its days, up to its own; a document of the day on which it came out. */
function lastTold({ assertions }: ToldTies, entries: readonly string[]): string | undefined {
  return lastDay(entries, (id) => {
    const { register, published, entry } = assertions.get(id) ?? {};
    if (register !== undefined) return [register.through, register.now].sort()[0];
    return entry?.coverage?.until ?? published;
  });
}

function lastHeld({ assertions }: ToldTies, entries: readonly string[]): string | undefined {
  return lastDay(entries, (id) => assertions.get(id)?.register?.through);
}

function lastDay(entries: readonly string[], dateOf: (id: string) => string | undefined): string | undefined {
  const days = entries.flatMap((id) => {
    const date = dateOf(id);
    return date === undefined ? [] : (dayRange(date)?.last ?? []);
  });
  return days.sort().at(-1);
}

function ranksOf(
  ties: readonly Ladder[],
  sides: readonly string[],
  ladders: Ladders,
): Record<string, Record<string, number>> {
  const grades = new Set(ties.flatMap(({ steps }) => steps.flatMap(({ grade }) => grade ?? [])));
  const ranked = [...new Set([...sides.map(principal), ANYBODY])].map((party) => {
    const ranks = [...grades].flatMap((grade) => {
      const rank = ladders.rank(grade, party);
      return rank === undefined ? [] : [[grade, rank] as const];
    });
    return [party, Object.fromEntries(ranks)] as const;
  });
  return Object.fromEntries(ranked.filter(([, ranks]) => Object.keys(ranks).length > 0));
}

/** Parties that ladders name beside those of their rows. */
function named(ladders: readonly Ladder[], besides: readonly string[]): string[] {
  const speakers = ladders.flatMap(({ steps }) =>
    steps.flatMap(({ sources }) => sources.map(({ speaker }) => speaker)),
  );
  return [...besides, ...ladders.flatMap(({ subject }) => subject.parties), ...speakers];
}
