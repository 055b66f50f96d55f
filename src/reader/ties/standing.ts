import type { Modality } from '../../record/index.js';
import type { Actor } from '../cast.js';
import { clauseOf, isNegated, prepositionOf } from '../clause.js';
import type { DateMention } from '../dates.js';
import {
  clauseExtent,
  clausePassage,
  dateAt,
  type Made,
  predicateOf,
  refs,
  type Scene,
  voiceOf,
} from '../scene.js';
import { child, childrenBy, head, isPredicate, lemma, relation, type Tree } from '../tree.js';
import { isApplied, isFormer, isUnratified } from './applied.js';
import { outlookOf } from './outlook.js';
import { sinceOf, withoutNameYears as unnamed } from './since.js';
import type { Step } from './steps.js';

export type Tie = Made<'tie'>;

/** A tie as it is found: `founding` where its sentence tells that it is made or raised. */
export interface FoundTie {
  readonly tie: Tie;
  readonly founding: boolean;
}

/** "has yet to reach". */
export function isYetTo(scene: Scene, governor: number): boolean {
  const { tree } = scene;
  const near = childrenBy(tree, governor, 'advmod').some((c) => lemma(tree, c) === 'yet');
  const up = head(tree, governor);
  const above =
    up >= 0 &&
    (lemma(tree, up) === 'yet' || childrenBy(tree, up, 'advmod').some((c) => lemma(tree, c) === 'yet'));
  return (
    (near && (tree.sentence.forms[governor - 1] === 'to' || isNegated(tree, governor))) ||
    (/^(xcomp|advcl|acl)$/.test(relation(tree, governor)) && above)
  );
}

/**
 * What all ties of one noun share: parties, dates, status, whose word it is. A tie that a step leads to has the step's
 * modality: "plans to leave" ends it as planned. One that is only spoken of ("deepen the partnership") stands.
 *
 * @param step the step, or `undefined` where the tie is only spoken of
 */
export function frame(
  scene: Scene,
  i: number,
  parties: readonly Actor[],
  step: Step | undefined,
): Omit<Tie, 'tie'> {
  const { tree } = scene;
  const governor = predicateOf(tree, i);
  const voice = voiceOf(scene, governor);
  const modality = modalityOf(scene, i, governor, step);
  const late = step === undefined || modality !== 'asserted' ? undefined : untilDate(scene, step.token);
  const since = late ?? sinceOf(scene, i, governor, step, parties.length);
  const alleged = modality === 'asserted' && voice.attribution.some((a) => a.modality === 'alleged');
  const absent = modality === 'denied' || (step !== undefined && isYetTo(scene, step.token));
  const status = isFormer(tree, i)
    ? 'ended'
    : step === undefined
      ? isRecent(tree, i)
        ? 'announced'
        : 'in-force'
      : step.status === 'announced' && isApplied(tree, i, step)
        ? 'in-force'
        : step.status;
  // "did not leave", "refused to sever": the tie stands.
  const kept = absent && (status === 'ended' || status === 'suspended');
  const tie: Omit<Tie, 'tie'> = {
    kind: 'tie',
    parties: refs(scene, parties),
    ...(since === undefined || absent ? {} : { since: since.date, sinceBasis: since.basis }),
    status: kept ? 'in-force' : absent ? 'absent' : status,
    ...(status === 'ended' && !absent && modality === 'asserted'
      ? endOf(unnamed(scene, i), governor, step)
      : {}),
    passages: [clausePassage(scene, governor)],
    speaker: voice.speaker,
    attribution: [...voice.attribution],
    modality: kept
      ? 'asserted'
      : absent && modality !== 'denied'
        ? 'asserted'
        : alleged
          ? 'alleged'
          : modality,
    confidence: 0.7,
  };
  const made = unmade(scene, tie, step);
  const pending =
    made.status === 'in-force' &&
    made.modality === 'asserted' &&
    parties.length >= 2 &&
    isUnratified(tree, i);
  return pending ? { ...made, status: 'announced' } : made;
}

/** "the recent treaty between": only just made. */
function isRecent(tree: Tree, i: number): boolean {
  return (
    /^(agreement|treaty|accord|pact|deal|memorandum)$/.test(lemma(tree, i)) &&
    childrenBy(tree, i, 'amod').some((c) => /^(recent|latest)$/.test(lemma(tree, c)))
  );
}

/** The day on which it ended: that of the step's own clause. */
function endOf(scene: Scene, governor: number, step: Step | undefined): Pick<Tie, 'until' | 'untilBasis'> {
  const when = step && clauseOf(scene.tree, governor).past ? dateAt(scene, governor, ['at']) : undefined;
  if (when === undefined || when.date.includes('/')) return {};
  const { starts, ends } = scene.tree.sentence;
  const { first, last } = clauseExtent(scene.tree, governor);
  if (when.start < (starts[first] ?? 0) || when.end > (ends[last - 1] ?? 0)) return {};
  return { until: when.date, untilBasis: when.basis };
}

/** "the proposed agreement", "a possible partnership": how real the adjective calls it. */
function asCalled(tree: Tree, i: number): Modality | undefined {
  const words = childrenBy(tree, i, 'amod', 'compound').flatMap((c) => [
    lemma(tree, c),
    tree.sentence.forms[c]?.toLowerCase() ?? '',
  ]);
  if (words.some((w) => /^(proposed|suggested|draft|drafted|mooted)$/.test(w))) return 'proposed';
  if (words.some((w) => /^(planned|envisaged|envisioned|prospective|forthcoming|upcoming|intended)$/.test(w)))
    return 'planned';
  return words.some((w) => /^(possible|potential|hypothetical|eventual)$/.test(w))
    ? 'hypothetical'
    : undefined;
}

/** What a text still tells to come, or only thinks of, does not stand yet; what was there before the step does. */
function unmade(scene: Scene, tie: Omit<Tie, 'tie'>, step: Step | undefined): Omit<Tie, 'tie'> {
  if (!/^(planned|proposed|hypothetical)$/.test(tie.modality)) return withAge(scene, tie, step);
  const { since, sinceBasis, ...rest } = tie;
  const told = scene.document.delivered ?? scene.document.published ?? '';
  // "this year" may still lie ahead.
  const isAhead =
    since !== undefined && (since > told || (since.length < told.length && told.startsWith(since)));
  const ahead = isAhead ? { since, sinceBasis } : {};
  if (tie.status !== 'in-force' && tie.status !== 'announced') return tie;
  const word = step === undefined ? '' : lemma(scene.tree, step.token);
  const up = step === undefined ? -1 : head(scene.tree, step.token);
  const above = up < 0 ? '' : lemma(scene.tree, up);
  // "agreed to establish a partnership": that it is to be is settled.
  if (above === 'agree' && tie.modality === 'planned' && clauseOf(scene.tree, up).past && step?.founding)
    return { ...tie, status: 'announced', modality: 'asserted' };
  if (RENEWS.test(word) || above === 'remain') return { ...rest, status: 'in-force', modality: 'asserted' };
  // "will enter into force": agreed, and begins on that day.
  if (/^(enter|come)$/.test(word) && /\bforce\b|\beffect\b/.test(scene.tree.sentence.forms.join(' ')))
    return { ...rest, ...ahead, status: 'announced', modality: 'asserted' };
  return { ...rest, ...ahead, status: 'absent' };
}

const RENEWS = /^(renew|renewal|extend|extension|strengthen|deepen|adherence)$/;

const MAKES = /^(establish|form|forge|launch|create|elevate|upgrade|raise|promote)$/;

/** Whether a day is that of the text or of the week before it. */
function isOfNow(scene: Scene, day: string): boolean {
  const told = scene.document.delivered ?? scene.document.published ?? '';
  const days = (Date.parse(told) - Date.parse(day)) / 86_400_000;
  return told.length === 10 && day.length === 10 && days >= 0 && days <= 7;
}

/** A signature long past is no news: what two signed two years ago, and what many signed ten years ago, is in force. */
function withAge(scene: Scene, tie: Omit<Tie, 'tie'>, step: Step | undefined): Omit<Tie, 'tie'> {
  const year = Number((scene.document.delivered ?? scene.document.published ?? '').slice(0, 4));
  if (tie.since === undefined || step === undefined || !(year > 0)) return tie;
  if (tie.status === 'in-force' && tie.modality === 'asserted' && MAKES.test(lemma(scene.tree, step.token)))
    return isOfNow(scene, tie.since) ? { ...tie, status: 'announced' } : tie;
  if (tie.status !== 'announced') return tie;
  const age = year - Number(tie.since.slice(0, 4));
  return age >= (tie.parties.length >= 2 ? 2 : 10) ? { ...tie, status: 'in-force' } : tie;
}

function modalityOf(scene: Scene, i: number, governor: number, step: Step | undefined): Modality {
  const { tree } = scene;
  if (childrenBy(tree, i, 'det').some((d) => lemma(tree, d) === 'no')) return 'denied';
  const called = asCalled(tree, i);
  if (called !== undefined) return called;
  if (step !== undefined) return steppedOutlook(scene, step);
  // "is a partner": what is said of somebody is as real as its clause.
  if (child(tree, i, 'cop') !== undefined) return outlookOf(scene, i);
  const up = head(tree, i);
  const indefinite = childrenBy(tree, i, 'det').some((d) => /^(a|an)$/.test(lemma(tree, d)));
  // "is working towards a partnership", "calls for a treaty between them".
  const aimed = indefinite ? aimedAt(tree, i) : undefined;
  if (aimed !== undefined) return aimed;
  // "a partnership between them is needed"
  if (
    indefinite &&
    /^nsubj/.test(relation(tree, i)) &&
    /^(need|require|necessary|essential|want|desirable|indispensable|call)$/.test(lemma(tree, up)) &&
    clauseOf(tree, up).objects.filter((o) => o !== i).length === 0
  )
    return 'proposed';
  // "is resolved to develop a partnership".
  if (
    indefinite &&
    governor !== i &&
    relation(tree, i) === 'obj' &&
    /^(develop|build|pursue|have|establish|forge)$/.test(lemma(tree, governor))
  )
    return outlookOf(scene, governor);
  if (relation(tree, i) === 'obj' && up === governor) {
    const verb = lemma(tree, governor);
    if (/^(have|possess|enjoy)$/.test(verb) && isNegated(tree, governor)) return 'denied';
    const definite = childrenBy(tree, i, 'det').some((d) => /^(the|this|that)$/.test(lemma(tree, d)));
    const owned = childrenBy(tree, i, 'nmod:poss').length > 0;
    if (PROPOSING.has(verb) && !definite && !owned) return 'proposed';
  }
  return 'asserted';
}

/** What an indefinite noun after "towards" or "for" is to the word that governs it. */
function aimedAt(tree: Tree, i: number): Modality | undefined {
  const preposition = prepositionOf(tree, i);
  const above = lemma(tree, head(tree, i));
  if (/^towards?$/.test(preposition)) return 'planned';
  if (preposition !== 'for') return undefined;
  if (/^(call|push|press|plead|advocate|appeal|wish|hope|need|support|proposal)$/.test(above))
    return 'proposed';
  return /^(work|strive|aim|negotiate|prepare|negotiation|talk|basis|plan)$/.test(above)
    ? 'planned'
    : undefined;
}

/** "was not able to join until 1991": it did then. */
function steppedOutlook(scene: Scene, { token }: Step): Modality {
  const outlook = outlookOf(scene, token);
  return (outlook === 'denied' || outlook === 'hypothetical') && untilDate(scene, token)
    ? 'asserted'
    : outlook;
}

/** The day before which it was not, where a past clause denies it until then. */
function untilDate(scene: Scene, token: number): DateMention | undefined {
  const { tree } = scene;
  const until = scene.dates.find((d) => d.role === 'until' && d.start > (tree.sentence.starts[token] ?? 0));
  const told = scene.document.delivered ?? scene.document.published ?? '';
  if (until === undefined || until.date > told) return undefined;
  for (let at = token, n = 0; at >= 0 && n < 4; at = head(tree, at), n++)
    if (isPredicate(tree, at) && isNegated(tree, at)) return clauseOf(tree, at).past ? until : undefined;
  return undefined;
}

const PROPOSING = new Set([
  'propose',
  'suggest',
  'seek',
  'want',
  'hope',
  'envision',
  'envisage',
  'need',
  'offer',
]);
