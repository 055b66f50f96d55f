import { type DayRange, dayRange, type Modality, type TieStatus } from '../../record/index.js';
import { gradeOf, type RegisterRow, type TieAssertion, takenUp, toldOn } from './assertion.js';
import { type Contradiction, contradictions } from './contradictions.js';
import { subjectsOf, type TieSubject } from './subject.js';

/** Something that assertions say about a tie at one time. */
export interface TieStep {
  /** EDTF; absent when neither the assertion nor its document is dated. */
  readonly date?: string;
  /** Its first and last day. */
  readonly days?: DayRange;
  /** What the date is: when the tie began or ended, or only when it was spoken of. */
  readonly basis: 'since' | 'until' | 'told';
  readonly status: TieStatus;
  readonly modality: Modality;
  /** On its ladder if it stands there, else as written. */
  readonly grade?: string;
  readonly name?: string;
  /** A raising or lowering, where the register tells of it. */
  readonly move?: RegisterRow['move'];
  /** Ids of the entries, or of the register's rows, that say so. */
  readonly entries: readonly string[];
  /** Whose word it is: party ids, `author`, or `register`. */
  readonly speakers: readonly string[];
}

/** All that is asserted about one tie. */
export interface TieHistory {
  readonly subject: TieSubject;
  /** By time; those without a date come last. */
  readonly steps: readonly TieStep[];
  /**
   * What the latest asserted steps say, as of the day asked for. Several where they differ; none where they rest on
   * registers alone and the day lies outside of what those cover.
   */
  readonly status: readonly TieStatus[];
  /** The latest asserted grade. */
  readonly grade?: string;
  /** The earliest beginning and the latest end that are asserted; see `contradictions` for others. */
  readonly since?: string;
  readonly until?: string;
  readonly contradictions: readonly Contradiction[];
  readonly entries: readonly string[];
}

export interface FoldOptions {
  /** EDTF: leave out what began, ended or was told later. */
  readonly asOf?: string;
  /** EDTF: only what documents that came out until then tell; undated ones are left out. */
  readonly knownBy?: string;
  /** See `subjectsOf`. */
  readonly bodies?: ReadonlySet<string>;
}

/**
 * Folds assertions of ties into one history per subject. Nothing is decided between those who differ: each keeps its step.
 *
 * @example
 * foldTies([{ entry, published: '2021-11-22' }])[0]?.status // ['in-force']
 */
export function foldTies(assertions: readonly TieAssertion[], options: FoldOptions = {}): TieHistory[] {
  const subjects = new Map<string, { subject: TieSubject; told: TieAssertion[] }>();
  for (const assertion of [...assertions].filter(isKnown(options.knownBy)).sort(byTelling))
    for (const { key, subject } of subjectsOf(assertion.entry, options.bodies)) {
      const before = subjects.get(key);
      if (before) {
        before.told.push(assertion);
        before.subject = merge(before.subject, subject);
      } else subjects.set(key, { subject, told: [assertion] });
    }
  return [...subjects.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { subject, told }]) => historyOf(subject, told, options.asOf))
    .filter(({ steps }) => steps.length > 0);
}

function historyOf(subject: TieSubject, told: readonly TieAssertion[], asOf?: string): TieHistory {
  const end = asOf === undefined ? undefined : dayRange(asOf)?.last;
  const reached = (days: DayRange | undefined) =>
    end === undefined || (days !== undefined && days.first <= end);
  const changed = takenUp(told);
  const steps = mergeSteps(
    told.flatMap((assertion) => stepsOf(assertion, changed)).filter((step) => reached(step.days)),
  );
  const entries = new Set(steps.flatMap((step) => step.entries));
  const heard = told.filter(({ entry }) => entries.has(entry.id));
  const asserted = steps.filter((step) => step.modality === 'asserted' || step.modality === 'denied');
  const latest = asserted.findLast((step) => step.days !== undefined) ?? asserted.at(-1);
  const current = asserted
    .filter((step) => step.days?.first === latest?.days?.first)
    .filter((step) => isCovered(step, heard, asOf));
  const begins = asserted.filter((step) => step.basis === 'since');
  const ends = asserted.filter((step) => step.basis === 'until');
  // What began again after its end goes on.
  const lastBegin = begins.findLast((step) => step.days !== undefined)?.days?.first ?? '';
  const lastEnd = ends.findLast((step) => (step.days?.last ?? '9999') >= lastBegin);
  const grade = asserted.findLast((step) => step.grade !== undefined && step.days !== undefined)?.grade;
  return {
    subject,
    steps,
    status: statusOf(current),
    ...(grade !== undefined && { grade }),
    ...(begins[0]?.date !== undefined && { since: begins[0].date }),
    ...(lastEnd?.date !== undefined && { until: lastEnd.date }),
    contradictions: contradictions(heard),
    entries: heard.map(({ entry }) => entry.id),
  };
}

/**
 * A register says nothing of days that it does not cover: there, what it said of others is not known to hold. What
 * somebody imported is as old as it is; ours goes up to its own day.
 */
function isCovered(step: TieStep, heard: readonly TieAssertion[], asOf: string | undefined): boolean {
  const day = asOf === undefined ? undefined : dayRange(asOf)?.first;
  const sources = heard.filter(({ entry }) => step.entries.includes(entry.id));
  return sources.some(({ entry: { coverage }, register }) => {
    if (register !== undefined)
      return (day ?? register.now) <= register.through || register.through >= register.now;
    const last = coverage === undefined ? undefined : dayRange(coverage.until)?.last;
    return day === undefined || last === undefined || day <= last;
  });
}

/** What is in force was announced, too. */
function statusOf(steps: readonly TieStep[]): TieStatus[] {
  const told = new Set(steps.map((step) => (step.modality === 'denied' ? 'absent' : step.status)));
  if (told.has('in-force')) told.delete('announced');
  return [...told];
}

/** The beginning and the end that an assertion dates; if neither, that it was told. */
function stepsOf(assertion: TieAssertion, changed: ReadonlySet<string>): TieStep[] {
  const { entry, register } = assertion;
  const grade = gradeOf(assertion);
  const step = (basis: TieStep['basis'], date: string | undefined, status: TieStatus): TieStep => ({
    ...(date !== undefined && { date }),
    ...(date !== undefined && dayRange(date) && { days: dayRange(date) }),
    basis,
    status,
    modality: entry.modality,
    ...(grade !== undefined && { grade }),
    // An instrument has many names; its history is one.
    ...(entry.name !== undefined && entry.instrument === undefined && { name: entry.name }),
    ...(register?.move !== undefined && { move: register.move }),
    entries: [entry.id],
    speakers: [entry.speaker],
  });
  const { since, until, status } = entry;
  const over = status === 'ended' || until !== undefined;
  const steps: TieStep[] = [];
  if (since !== undefined) steps.push(step('since', since, over ? 'in-force' : status));
  if (until !== undefined && !changed.has(entry.id)) steps.push(step('until', until, 'ended'));
  if (steps.length === 0 || (status === 'ended' && until === undefined))
    steps.push(step('told', toldOn(assertion), status));
  return steps;
}

/** Assertions that say the same are one step with several sources. */
function mergeSteps(steps: readonly TieStep[]): TieStep[] {
  const merged = new Map<string, TieStep>();
  for (const step of steps) {
    const { entries, speakers, ...said } = step;
    const key = JSON.stringify([said.date, said.basis, said.status, said.modality, said.grade, said.name]);
    const before = merged.get(key);
    merged.set(key, {
      ...before,
      ...said,
      entries: [...new Set([...(before?.entries ?? []), ...entries])],
      speakers: [...new Set([...(before?.speakers ?? []), ...speakers])].sort(),
    });
  }
  const day = (step: TieStep) => step.days?.first ?? '9999';
  return [...merged.values()].sort((a, b) => compare(day(a), day(b)) || compare(a.entries[0], b.entries[0]));
}

function merge(a: TieSubject, b: TieSubject): TieSubject {
  return { ...b, ...a, parties: [...new Set([...a.parties, ...b.parties])].sort() };
}

function isKnown(knownBy: string | undefined): (assertion: TieAssertion) => boolean {
  if (knownBy === undefined) return () => true;
  const last = dayRange(knownBy)?.last ?? knownBy;
  return ({ published }) => {
    const days = published === undefined ? undefined : dayRange(published);
    return days !== undefined && days.last <= last;
  };
}

/** By when it was told, so that the result does not depend on the order in which assertions come. */
function byTelling(a: TieAssertion, b: TieAssertion): number {
  return compare(a.published ?? '9999', b.published ?? '9999') || compare(a.entry.id, b.entry.id);
}

function compare(a: string | undefined, b: string | undefined): number {
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1;
}
