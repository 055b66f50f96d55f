import type { Modality } from '../../record/index.js';
import type { Actor } from '../cast.js';
import { isNegated } from '../clause.js';
import { clausePassage, type Made, predicateOf, refs, type Scene, voiceOf } from '../scene.js';
import { child, childrenBy, head, lemma, relation } from '../tree.js';
import { outlookOf } from './outlook.js';
import { sinceOf } from './since.js';
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
  const since = sinceOf(scene, i, governor, step);
  const alleged = modality === 'asserted' && voice.attribution.some((a) => a.modality === 'alleged');
  const absent = modality === 'denied' || (step !== undefined && isYetTo(scene, step.token));
  const status = step?.status ?? 'in-force';
  // "did not leave", "refused to sever": the tie stands.
  const kept = absent && (status === 'ended' || status === 'suspended');
  return {
    kind: 'tie',
    parties: refs(scene, parties),
    ...(since === undefined || absent ? {} : { since: since.date, sinceBasis: since.basis }),
    status: kept ? 'in-force' : absent ? 'absent' : status,
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
}

function modalityOf(scene: Scene, i: number, governor: number, step: Step | undefined): Modality {
  const { tree } = scene;
  if (childrenBy(tree, i, 'det').some((d) => lemma(tree, d) === 'no')) return 'denied';
  if (step !== undefined) return outlookOf(scene, step.token);
  // "is a partner": what is said of somebody is as real as its clause.
  if (child(tree, i, 'cop') !== undefined) return outlookOf(scene, i);
  const up = head(tree, i);
  const indefinite = childrenBy(tree, i, 'det').some((d) => /^(a|an)$/.test(lemma(tree, d)));
  // "is resolved to develop a partnership".
  if (
    indefinite &&
    governor !== i &&
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
