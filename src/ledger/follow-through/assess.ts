import { type Assessment, assessmentId, EntenteError } from '../../record/index.js';
import type { Ledger } from '../types.js';
import { followOne } from './follow-through.js';
import { defaultGuideline, judged, judgements, outcomeOf } from './score.js';
import type { Evidence, FollowThrough } from './types.js';
import { givenWindow } from './window.js';

/** What a person says of a commitment. */
export interface Saying {
  /** Ids of entries, or their beginnings. */
  readonly confirm?: readonly string[];
  readonly reject?: readonly string[];
  readonly status?: Assessment['status'];
  readonly score?: -1 | 0 | 1;
  /** EDTF period in which evidence counts. */
  readonly window?: string;
  readonly guideline?: string;
  readonly by: string;
  /** When it is said, ISO 8601 instant. */
  readonly at: string;
}

/** The score that a status means; `lapsed` may also be −1: a person found that nothing was done. */
const SCORE: Readonly<Record<Assessment['status'], -1 | 0 | 1 | undefined>> = {
  kept: 1,
  'in-part': 0,
  broken: -1,
  open: undefined,
  lapsed: undefined,
};

/**
 * Appends what a person says of a commitment: evidence confirmed or rejected, another window or guideline, or a status and score
 * of the person's own. Where none is given, they follow from all evidence that is confirmed by then. Nothing that was said
 * before is changed.
 *
 * @param commitment id or its beginning
 * @throws EntenteError `not-found`, `usage`
 * @example
 * await assess(ledger, 'b82e', { confirm: ['77f1'], by: 'R. Lee', at: new Date().toISOString() });
 */
export async function assess(ledger: Ledger, commitment: string, saying: Saying): Promise<Assessment> {
  const { confirm = [], reject = [], by, at } = saying;
  if (by.trim() === '')
    throw new EntenteError('usage', 'nobody is named who says so (--by)', {
      remedy: 'give a name, such as --by "R. Lee"',
    });
  const given = own(saying);
  if (confirm.length + reject.length === 0 && Object.values(given).every((value) => value === undefined))
    throw new EntenteError('usage', 'nothing is said of the commitment', {
      remedy: 'give --confirm, --reject, --status, --score, --window or --guideline',
    });
  if (given.window !== undefined) givenWindow(given.window);
  const before = await followOne(ledger, commitment);
  const evidence: string[] = [];
  for (const id of confirm) evidence.push(await evidenceNamed(ledger, before, id, given.status));
  const rejected = reject.map(
    (id) => proposedNamed(before, id) ?? unknown(id, 'is not proposed as evidence of it'),
  );
  const both = evidence.find((id) => rejected.includes(id));
  if (both !== undefined)
    throw new EntenteError('usage', `${both} is both confirmed and rejected`, { remedy: 'say one of them' });
  const draft: Omit<Assessment, 'id' | 'status'> = {
    commitment: before.commitment.id,
    evidence,
    ...(rejected.length === 0 ? {} : { rejected }),
    guideline: given.guideline ?? guidelineOf(before, given.window),
    ...(given.window === undefined ? {} : { window: given.window }),
    at,
    by,
  };
  const assessment = { ...draft, ...(given.status === undefined ? byRule(before, draft) : stated(given)) };
  const recorded: Assessment = { ...assessment, id: assessmentId(assessment) };
  await ledger.assess([recorded]);
  return recorded;
}

/** The guideline that stands; the usual one names the window, so it follows another window. */
function guidelineOf({ commitment, guideline, window }: FollowThrough, other: string | undefined): string {
  const usual = guideline === defaultGuideline(commitment, window);
  return usual && other !== undefined ? defaultGuideline(commitment, givenWindow(other)) : guideline;
}

/** Status and score of a person's own; the one follows from the other. */
function own({
  status,
  score,
  window,
  guideline,
}: Saying): Pick<Saying, 'status' | 'score' | 'window' | 'guideline'> {
  const meant =
    status ?? (score === undefined ? undefined : score === 1 ? 'kept' : score === 0 ? 'in-part' : 'broken');
  if (
    meant !== undefined &&
    score !== undefined &&
    score !== SCORE[meant] &&
    !(meant === 'lapsed' && score === -1)
  )
    throw new EntenteError('usage', `status '${meant}' does not go with score ${score}`, {
      remedy: 'kept is 1, in-part 0, broken −1; lapsed has none or −1; open has none',
    });
  return {
    status: meant,
    score: score ?? (meant === undefined ? undefined : SCORE[meant]),
    window,
    guideline,
  };
}

function stated({ status, score }: Pick<Saying, 'status' | 'score'>): Pick<Assessment, 'status' | 'score'> {
  return { status: status ?? 'open', ...(score === undefined ? {} : { score }) };
}

/** What follows from the evidence that stands after this. That nothing is known so far is no verdict. */
function byRule(
  before: FollowThrough,
  draft: Omit<Assessment, 'id' | 'status'>,
): Pick<Assessment, 'status' | 'score'> {
  const provisional: Assessment = { ...draft, id: '', status: 'open' };
  const window = draft.window === undefined ? before.window : givenWindow(draft.window);
  const evidence = judged(before.evidence, judgements([...before.assessments, provisional])).map((one) => ({
    ...one,
    inside: isInside(one, window),
  }));
  const { status, score } = outcomeOf(window, evidence, [provisional], { at: '' });
  return { status, ...(score === undefined ? {} : { score }) };
}

function isInside({ days }: Evidence, window: FollowThrough['window']): boolean {
  return days !== undefined && window !== undefined && days.first <= window.last && days.last >= window.first;
}

async function evidenceNamed(
  ledger: Ledger,
  before: FollowThrough,
  id: string,
  status: Assessment['status'] | undefined,
): Promise<string> {
  const proposed = proposedNamed(before, id);
  if (proposed !== undefined) return proposed;
  const found = (await ledger.entry(id))?.entry.id ?? unknown(id, 'is not in the ledger');
  if (found === before.commitment.id) return unknown(id, 'is the commitment itself');
  if (status === 'kept' || status === 'in-part' || status === 'broken') return found;
  throw new EntenteError(
    'usage',
    `entry '${id}' is not proposed as evidence, so it is not known what it shows`,
    {
      remedy:
        'say it with --status kept, in-part or broken, or first set the period in which it lies with --window',
    },
  );
}

function proposedNamed({ evidence }: FollowThrough, id: string): string | undefined {
  const prefix = id.toLowerCase();
  const found = evidence.filter((one) => prefix.length >= 4 && one.id.startsWith(prefix));
  if (found.length > 1)
    throw new EntenteError('usage', `several pieces of evidence have ids that begin with '${id}'`, {
      remedy: `give more of the id: ${found.map((one) => one.id.slice(0, prefix.length + 6)).join(', ')}`,
    });
  return found[0]?.id;
}

function unknown(id: string, why: string): never {
  throw new EntenteError('not-found', `entry '${id}' ${why}`, {
    remedy:
      'entente commitments ID shows what is proposed, by ids of 4 characters or more; --window sets another period',
  });
}
