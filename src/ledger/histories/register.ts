import type { Membership, Register, RegisteredInstrument, RegisteredStep } from '../../gazetteer/index.js';
import { dayRange, type TieStatus } from '../../record/index.js';
import { type AssertedTie, REGISTER, type RegisterRow, type TieAssertion } from './assertion.js';
import { levelOf } from './subject.js';

/**
 * What the register asserts of ties that all of `parties` stand in; all that it asserts where none are given. Each row
 * is as old as its step: who asks what was known in 2010 gets no later one.
 *
 * @example
 * registerAssertions(loadRegister(), ['CHN', 'ASEAN']).map(({ entry }) => entry.since)
 */
export function registerAssertions(register: Register, parties: readonly string[] = []): TieAssertion[] {
  const asked = [...new Set(parties.map(levelOf))];
  const involves = (these: readonly string[]) => asked.every((party) => these.includes(party));
  const listed = new Set(
    register.steps.flatMap(({ instrument, parties: of }) =>
      instrument !== undefined && involves(of) ? [instrument] : [],
    ),
  );
  return [
    ...stepsOf(
      register.steps.filter(({ parties: of, leaving }) => involves(of) && concerns(leaving, asked)),
      register.through,
    ),
    ...register.memberships
      .filter(({ body, member }) => involves([body, member]))
      .flatMap((row) => ofMembership(row, register.through)),
    ...register.instruments
      .filter(({ id }) => !listed.has(id))
      .flatMap((instrument) => ofInstrument(instrument, asked, register.through)),
  ];
}

const STATUS: Readonly<Record<RegisteredStep['step'], TieStatus>> = {
  announced: 'announced',
  'in-force': 'in-force',
  raised: 'in-force',
  downgraded: 'in-force',
  suspended: 'suspended',
  ended: 'ended',
};

/** Who leaves ends the tie for itself; for the others it goes on. */
function concerns(leaving: readonly string[], asked: readonly string[]): boolean {
  return leaving.length === 0 || leaving.some((party) => asked.includes(party));
}

/** Steps of the same ties, each holding until the next one, else until the last day of which it is certain. */
function stepsOf(rows: readonly RegisteredStep[], now: string): TieAssertion[] {
  const groups = new Map<string, RegisteredStep[]>();
  for (const row of rows) {
    const key = [row.tie, ...row.parties, row.name].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) =>
    group.map((row, i) => {
      const next = group.slice(i + 1).find(({ step }) => step !== 'announced');
      return ofStep(row, row.last ?? next?.date ?? now, now);
    }),
  );
}

function ofStep(row: RegisteredStep, through: string, now: string): TieAssertion {
  const { tie, parties, name, step, date, instrument, grade, source } = row;
  // Texts that speak of two states' alliance rarely name its treaty: all of them are one history.
  const namesTreaty = tie === 'alliance' && parties.length === 2;
  return assertion(
    [tie, parties.join('-'), name, date, step],
    {
      tie,
      parties: parties.map((party) => ({ party })),
      ...(grade && { grade }),
      ...(name !== undefined && !namesTreaty && { name }),
      ...(instrument !== undefined && { instrument }),
      ...(step === 'ended' ? { until: date } : { since: date }),
      status: STATUS[step],
    },
    date,
    {
      source,
      through,
      now,
      ...(name !== undefined && { title: name }),
      ...((step === 'raised' || step === 'downgraded') && { move: step }),
    },
  );
}

/** Roles that are no membership: a dialogue is a tie of its own, others say so by their name. */
function ofMembership({ body, member, role, since, until, source }: Membership, now: string): TieAssertion[] {
  const dialogue = role === 'dialogue-partner';
  const full = role === 'member' || role === 'founder';
  const tie = {
    tie: dialogue ? ('dialogue' as const) : ('membership' as const),
    parties: dialogue
      ? [{ party: member }, { party: body }]
      : [
          { party: member, role: 'member' },
          { party: body, role: 'body' },
        ],
    ...(!dialogue && { name: `${body} ${full ? 'member' : role}` }),
    status: role === 'suspended' ? ('suspended' as const) : ('in-force' as const),
  };
  return spell(['membership', body, member, role], tie, {
    since,
    until,
    now,
    source: source ?? 'data/memberships.tsv',
  });
}

/** For parties asked for: from the day on which the last of them was party, to that on which the first was no more. */
function ofInstrument(
  { id, name, source, until: ends, ...row }: RegisteredInstrument,
  asked: readonly string[],
  now: string,
): TieAssertion[] {
  const own = asked.length === 0 ? row.parties : row.parties.filter(({ party }) => asked.includes(party));
  if (own.length === 0 || (asked.length > 0 && new Set(own.map(({ party }) => party)).size < asked.length))
    return [];
  const groups = asked.length === 0 ? own.map((party) => [party]) : [own];
  return groups.flatMap((group) => {
    const tie = {
      tie: 'agreement' as const,
      parties: group.map(({ party }) => ({ party })),
      name,
      instrument: id,
      status: 'in-force' as const,
    };
    const began = group.map(({ since }) => since ?? '').sort();
    const since = began.includes('') ? undefined : began.at(-1);
    const until = [...group.map((party) => party.until), ends].filter((end) => end !== undefined).sort()[0];
    const sources = [...new Set(group.map((party) => party.source ?? source ?? 'data/instruments.tsv'))];
    const key = ['instrument', id, ...group.map(({ party }) => party)];
    return spell(key, tie, { since, until, now, source: sources.join('; '), title: name });
  });
}

interface Spell {
  readonly since: string | undefined;
  readonly until: string | undefined;
  readonly now: string;
  readonly source: string;
  readonly title?: string;
}

/** The beginning and the end of a spell are two assertions, so that nobody knows of the end before it came. */
function spell(
  key: readonly string[],
  tie: Omit<AssertedTie, 'id' | 'modality' | 'speaker'>,
  { since, until, now, source, title }: Spell,
): TieAssertion[] {
  const row = { source, now, ...(title !== undefined && { title }) };
  // A row without a beginning tells only that it was so some time: nothing to place in a history but its end.
  const begin =
    since === undefined
      ? []
      : [assertion([...key, since, tie.status], { ...tie, since }, since, { ...row, through: until ?? now })];
  const end =
    until === undefined
      ? []
      : [
          assertion([...key, until, 'ended'], { ...tie, until, status: 'ended' }, until, {
            ...row,
            through: now,
          }),
        ];
  return [...begin, ...end];
}

function assertion(
  key: readonly (string | undefined)[],
  tie: Omit<AssertedTie, 'id' | 'modality' | 'speaker'>,
  published: string,
  register: RegisterRow,
): TieAssertion {
  const id = [REGISTER, ...key.filter((part) => part !== undefined)].join(':');
  const through = dayRange(register.through)?.last ?? register.through;
  return {
    entry: { id, ...tie, modality: 'asserted', speaker: REGISTER },
    published,
    register: { ...register, through },
  };
}
