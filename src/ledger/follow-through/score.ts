import type { Assessment, CommitmentEntry, DayRange } from '../../record/index.js';
import { isAbstention } from './bearing.js';
import { byDay } from './match.js';
import type { Evidence, Standing } from './types.js';
import { EVER } from './window.js';

/** What stands of a commitment as of a day. */
export interface Outcome {
  readonly status: Assessment['status'];
  readonly score?: -1 | 0 | 1;
  /** `rule`, or who said so. */
  readonly by: string;
}

export interface Judgement {
  readonly standing: Exclude<Standing, 'proposed'>;
  readonly by: string;
}

/** By time, then by id: append-only records have one order, however they came together. */
export function inOrder(assessments: readonly Assessment[]): Assessment[] {
  return [...assessments].sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
}

/** What people said last of each piece of evidence. */
export function judgements(assessments: readonly Assessment[]): Map<string, Judgement> {
  const last = new Map<string, Judgement>();
  for (const { evidence, rejected = [], by } of inOrder(assessments)) {
    for (const id of evidence) last.set(id, { standing: 'confirmed', by });
    for (const id of rejected) last.set(id, { standing: 'rejected', by });
  }
  return last;
}

/** Evidence with what people said of it. */
export function judged(evidence: readonly Evidence[], said: ReadonlyMap<string, Judgement>): Evidence[] {
  return evidence.map((one) => ({ ...one, ...said.get(one.id) })).sort(byDay);
}

/**
 * Status and score by the method of the G7 and G20 Research Groups (Compliance Coding Manual): 1 where evidence inside the
 * window shows that the commitment was kept, 0 where it was kept in part or both kept and broken, −1 where it was broken. To
 * say it again scores nothing. Where nothing is known at the end of the window the commitment has lapsed, without a score: that
 * a ledger holds no evidence is no evidence that nothing was done, and only a person may say so. The last assessment stands,
 * unless it left the commitment open.
 *
 * @param options.at day as of which it is told
 * @param options.proposed let evidence score that nobody has confirmed
 */
export function outcomeOf(
  window: DayRange | undefined,
  evidence: readonly Evidence[],
  assessments: readonly Assessment[],
  options: { readonly at: string; readonly proposed?: boolean },
): Outcome {
  const scoring = evidence.filter(
    ({ standing, inside }) =>
      inside && (standing === 'confirmed' || (options.proposed && standing === 'proposed')),
  );
  const shows = new Set(scoring.map(({ bearing }) => bearing));
  const said = inOrder(assessments).at(-1);
  if (said && (said.status !== 'open' || said.score !== undefined))
    return { status: said.status, ...(said.score === undefined ? {} : { score: said.score }), by: said.by };
  if (shows.has('fulfils') && !shows.has('breaks')) return { status: 'kept', score: 1, by: 'rule' };
  if (shows.has('fulfils') || shows.has('in-part')) return { status: 'in-part', score: 0, by: 'rule' };
  if (shows.has('breaks')) return { status: 'broken', score: -1, by: 'rule' };
  const over = window !== undefined && window.last < options.at;
  return { status: over ? 'lapsed' : 'open', by: 'rule' };
}

/** The guideline where nobody has written one: what each score would take. */
export function defaultGuideline(commitment: CommitmentEntry, window: DayRange | undefined): string {
  const who = commitment.obligors.map(({ party }) => party).join(', ');
  const when = window
    ? `from ${window.first} ${window.last === EVER ? 'on' : `to ${window.last}`}`
    : 'once its document has a date';
  const act = `“${commitment.action}”`;
  return isAbstention(commitment)
    ? `${who}: ${act}, ${when}. −1: did what it promised not to do. A promise not to do something is not scored as kept by silence. Saying it again scores nothing.`
    : `${who}: ${act}, ${when}. 1: did it. 0: did part of it, or began. −1: did the contrary, or a person finds that nothing was done. Saying it again scores nothing.`;
}
