import type { TieStatus } from '../../record/index.js';
import type { Actor } from '../cast.js';

import { clauseOf, isNegated } from '../clause.js';
import { clausePassage, type Made, predicateOf, refs, type Scene, voiceOf } from '../scene.js';
import { childrenBy, head, lemma, relation, type Tree } from '../tree.js';
import { FOUNDING, sinceOf } from './since.js';

export type Tie = Made<'tie'>;

/** "has yet to reach", "has no agreement". */
export function isAbsent(scene: Scene, governor: number): boolean {
  const { tree } = scene;
  if (isNegated(tree, governor)) return true;
  const advs = childrenBy(tree, governor, 'advmod').some((c) => lemma(tree, c) === 'yet');
  const up = head(tree, governor);
  const yet =
    up >= 0 &&
    (lemma(tree, up) === 'yet' || childrenBy(tree, up, 'advmod').some((c) => lemma(tree, c) === 'yet'));
  return (
    (advs && tree.sentence.forms[governor - 1] === 'to') ||
    (/^(xcomp|advcl|acl)$/.test(relation(tree, governor)) && yet)
  );
}

export function frame(scene: Scene, i: number, parties: readonly Actor[]): Omit<Tie, 'tie'> {
  const { tree } = scene;
  const governor = predicateOf(tree, i);
  const voice = voiceOf(scene, governor);
  const since = sinceOf(scene, i, governor);
  const status = statusOf(scene, i, governor);
  const denied = isNegated(tree, governor) && (governor === i || completes(tree, i, governor));
  const clause = clauseOf(tree, governor);
  const possible =
    clause.modal === 'could' ||
    clause.modal === 'may' ||
    clause.modal === 'might' ||
    clause.modal === 'would';
  const alleged = voice.attribution.some((a) => a.modality === 'alleged');
  return {
    kind: 'tie',
    parties: refs(scene, parties),
    ...(since === undefined ? {} : { since: since.date, sinceBasis: since.basis }),
    status: denied ? 'absent' : status,
    passages: [clausePassage(scene, governor)],
    speaker: voice.speaker,
    attribution: [...voice.attribution],
    modality: denied
      ? 'denied'
      : alleged
        ? 'alleged'
        : possible
          ? 'hypothetical'
          : PROPOSING.has(lemma(tree, governor))
            ? 'proposed'
            : 'asserted',
    confidence: 0.7,
  };
}

/** Whether the noun is the verb's object or oblique, so that a denial of the verb denies the tie. */
function completes(tree: Tree, i: number, governor: number): boolean {
  const clause = clauseOf(tree, governor);
  return clause.objects.includes(i) || clause.obliques.some((o) => o.head === i);
}

const PROPOSING = new Set(['propose', 'suggest', 'seek', 'want', 'hope', 'envision']);
const SEVERING = new Set(['sever', 'cut', 'break', 'end', 'terminate', 'abandon', 'leave', 'dissolve']);
const SUSPENDING = new Set(['suspend', 'freeze', 'downgrade', 'halt']);
const NEGOTIATING = new Set(['negotiate', 'discuss', 'negotiation', 'talk']);

function statusOf(scene: Scene, i: number, governor: number): TieStatus {
  const words = [lemma(scene.tree, governor), lemma(scene.tree, head(scene.tree, i))];
  if (words.some((w) => SEVERING.has(w))) return 'ended';
  if (words.some((w) => SUSPENDING.has(w))) return 'suspended';
  if (words.some((w) => NEGOTIATING.has(w))) return 'negotiating';
  if (words.some((w) => FOUNDING.has(w))) return 'announced';
  return 'in-force';
}
