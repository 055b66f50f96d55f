import type { Scene } from '../scene.js';
import { lemma, upos } from '../tree.js';
import { agreement, dispute } from './agreement.js';
import { alliance, nonAlignment } from './alliance.js';
import { membershipByNoun, membershipByVerb } from './membership.js';
import { dialogue, diplomatic, PARTNERSHIP, partnership } from './partnership.js';
import { sanctions } from './sanctions.js';
import type { Tie } from './standing.js';

/** Ties that a sentence states: their nouns and verbs, never inferred from events. */
export function tiesOf(scene: Scene): Tie[] {
  const found: Tie[] = [];
  for (let i = 0; i < scene.tree.length; i++) {
    const tie = tieAt(scene, i);
    if (tie) found.push(tie);
  }
  return found;
}

function tieAt(scene: Scene, i: number): Tie | undefined {
  const { tree } = scene;
  const word = lemma(tree, i);
  if (upos(tree, i) === 'VERB') return MEMBER_VERBS.has(word) ? membershipByVerb(scene, i) : undefined;
  if (upos(tree, i) !== 'NOUN' && upos(tree, i) !== 'PROPN') return undefined;
  if (PARTNERSHIP.has(word) || DIALOGUE.has(word)) {
    return partnership(scene, i) ?? dialogue(scene, i) ?? diplomatic(scene, i);
  }
  if (ALLIANCE.has(word)) return alliance(scene, i);
  if (word === 'non-alignment' || word === 'nonalignment') return nonAlignment(scene, i);
  if (AGREEMENT.has(word) || (scene.cast.instrumentAt[i] ?? -1) >= 0) return agreement(scene, i);
  if (MEMBERSHIP.has(word)) return membershipByNoun(scene, i);
  if (word === 'dispute') return dispute(scene, i);
  if (word === 'sanction' || word === 'embargo') return sanctions(scene, i);
  return undefined;
}

const DIALOGUE = new Set(['relation', 'partner', 'partnership', 'dialogue', 'tie', 'relations']);
const ALLIANCE = new Set(['alliance', 'ally', 'bloc', 'pact']);
const AGREEMENT = new Set([
  'agreement',
  'treaty',
  'accord',
  'fta',
  'pact',
  'memorandum',
  'mou',
  'convention',
  'protocol',
  'deal',
]);
const MEMBERSHIP = new Set([
  'member',
  'membership',
  'chair',
  'chairmanship',
  'presidency',
  'founder',
  'observer',
]);
const MEMBER_VERBS = new Set(['join', 'accede', 'leave', 'rejoin', 'withdraw', 'quit', 'enter', 'admit']);
