import type { Ladder, LadderStep } from '../api-standing.js';
import { earlier, later } from './scale.js';

/** A grade's line in the drawing; the closest come first, those of no known rank last. */
export interface Lane {
  readonly grade: string | undefined;
  readonly rank: number | undefined;
}

/** Days over which a grade held, as its steps tell it. */
export interface Spell {
  readonly lane: number;
  /** Of its beginning only the days from `from` to `certain` are known. */
  readonly from: string;
  readonly certain: string;
  /** Where another step takes over, or the drawing ends. */
  readonly to: string;
  /** The last day of which a source tells it. */
  readonly knownTo: string;
  readonly announced: boolean;
}

/**
 * - `begin`: since when it is so; `told`: only that it was so on that day;
 * - `end`, `suspended`, `absent`: that it was so no more, or not;
 * - `open`: planned, proposed, negotiated or an if; `alleged`; `denied`.
 */
export type MarkKind = 'begin' | 'told' | 'end' | 'suspended' | 'absent' | 'open' | 'alleged' | 'denied';

/** One or several steps of a kind on one day. */
export interface Mark {
  readonly lane: number;
  readonly day: string;
  readonly kind: MarkKind;
  /** Their places among the steps. */
  readonly steps: readonly number[];
  readonly opposed: boolean;
}

export interface LadderShape {
  readonly lanes: readonly Lane[];
  readonly spells: readonly Spell[];
  readonly marks: readonly Mark[];
  /** Where a spell gives way to one of another grade. */
  readonly changes: readonly { readonly day: string; readonly from: number; readonly to: number }[];
  /** The last day drawn. */
  readonly horizon: string;
}

/**
 * The drawing of a ladder, without its measures. Accounts that differ about the same days lie side by side: nothing is decided
 * between them.
 *
 * @param ranks of grades on the ladder chosen; grades that it has not stand below the others
 * @param at the day as of which it is told; the last day of which any source tells if not given
 */
export function ladderShape(
  { steps }: Pick<Ladder, 'steps'>,
  ranks: Readonly<Record<string, number>>,
  at?: string,
): LadderShape {
  const dated = steps
    .flatMap(({ days, knownTo }) => [days?.first, knownTo])
    .filter((day) => day !== undefined);
  const horizon = at ?? dated.sort().at(-1) ?? '';
  const lanes = lanesOf(steps, ranks);
  const laneOf = (step: LadderStep) => lanes.findIndex(({ grade }) => grade === step.grade);
  const spells = merged(steps.flatMap((step) => spellOf(step, steps, laneOf(step), horizon)));
  return { lanes, spells, marks: marksOf(steps, laneOf), changes: changesOf(spells), horizon };
}

/** What a step is drawn as. */
export function markKind({ modality, status, basis }: LadderStep): MarkKind {
  if (modality === 'denied') return 'denied';
  if (modality === 'alleged') return 'alleged';
  if (modality !== 'asserted' || status === 'negotiating') return 'open';
  if (status === 'absent' || status === 'suspended') return status;
  if (status === 'ended') return 'end';
  return basis === 'since' ? 'begin' : 'told';
}

function lanesOf(steps: readonly LadderStep[], ranks: Readonly<Record<string, number>>): Lane[] {
  const grades = [...new Set(steps.map(({ grade }) => grade))];
  const lanes = grades.map(
    (grade): Lane => ({ grade, rank: grade === undefined ? undefined : ranks[grade] }),
  );
  const place = ({ grade, rank }: Lane) => (grade === undefined ? -2 : (rank ?? -1));
  return lanes.sort((a, b) => place(b) - place(a) || ((a.grade ?? '') < (b.grade ?? '') ? -1 : 1));
}

function spellOf(step: LadderStep, steps: readonly LadderStep[], lane: number, horizon: string): Spell[] {
  const { days, grade } = step;
  if (markKind(step) !== 'begin' || days === undefined) return [];
  const ends = steps.flatMap((other) => endOf(step, other) ?? []).sort();
  const last = horizon > days.first ? horizon : days.last;
  // A register has its own account, whatever others say of these days.
  const to = earlier(later(ends[0] ?? last, step.through ?? ''), last);
  const told = steps.filter((other) => other.grade === grade && /^(begin|told)$/.test(markKind(other)));
  const known = told
    .flatMap(({ knownTo, days: on }) => knownTo ?? on?.last ?? [])
    .filter((day) => day <= to)
    .concat(told.some(({ knownTo }) => knownTo !== undefined && knownTo > to) ? [to] : []);
  return [
    {
      lane,
      from: days.first,
      certain: earlier(days.last, to),
      to,
      knownTo: known.sort().at(-1) ?? days.first,
      announced: step.status === 'announced',
    },
  ];
}

/** The day on which `other` takes over from `step`, if it does. */
function endOf({ days, grade }: LadderStep, other: LadderStep): string | undefined {
  const kind = markKind(other);
  if (days === undefined || other.days === undefined) return undefined;
  const raised = kind === 'begin' && other.grade !== undefined && other.grade !== grade;
  if (raised) return other.days.first > days.last ? other.days.first : undefined;
  const over = kind === 'end' || kind === 'suspended' || kind === 'absent';
  const concerns = other.grade === undefined || other.grade === grade;
  return over && concerns && other.days.last >= days.first ? other.days.last : undefined;
}

/** Spells of one grade that touch are one, those announced and those in force apart. */
function merged(spells: readonly Spell[]): Spell[] {
  const result: Spell[] = [];
  for (const spell of [...spells].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const i = result.findIndex(
      (one) => one.lane === spell.lane && one.announced === spell.announced && spell.from <= one.to,
    );
    const before = result[i];
    if (before === undefined) result.push(spell);
    else
      result[i] = {
        ...before,
        certain: earlier(before.certain, spell.certain),
        to: later(before.to, spell.to),
        knownTo: later(before.knownTo, spell.knownTo),
      };
  }
  return result;
}

function marksOf(steps: readonly LadderStep[], laneOf: (step: LadderStep) => number): Mark[] {
  const marks = new Map<string, Mark>();
  for (const [i, step] of steps.entries()) {
    if (step.days === undefined) continue;
    const kind = markKind(step);
    const mark = { lane: laneOf(step), day: kind === 'end' ? step.days.last : step.days.first, kind };
    const key = `${mark.lane} ${mark.day} ${kind}`;
    const before = marks.get(key);
    marks.set(key, {
      ...mark,
      steps: [...(before?.steps ?? []), i],
      opposed: step.opposed || before?.opposed === true,
    });
  }
  // Of a day, what began stands where the line begins.
  const place = ({ day, kind }: Mark) => `${day} ${kind === 'begin' ? 0 : 1}`;
  return [...marks.values()].sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
}

function changesOf(spells: readonly Spell[]): LadderShape['changes'] {
  const changes = spells.flatMap((one) =>
    spells
      .filter((next) => next.from === one.to && next.lane !== one.lane)
      .map((next) => ({ day: one.to, from: one.lane, to: next.lane })),
  );
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}
