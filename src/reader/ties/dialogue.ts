import type { Actor } from '../cast.js';
import type { Scene } from '../scene.js';
import { childrenBy, head, lemma, relation } from '../tree.js';
import { allies } from './alliance.js';
import { nounName } from './names.js';
import { nameSides, pairFromDiscourse, pairsOf } from './parties.js';
import { type FoundTie, frame } from './standing.js';
import { type Step, stepOf } from './steps.js';

/** "dialogue relations", "dialogue partner". */
export function dialogueRelations(scene: Scene, i: number): FoundTie[] {
  const { tree } = scene;
  if (lemma(tree, i - 1) !== 'dialogue' || lemma(tree, i) === 'dialogue') return [];
  let pairs = lemma(tree, i) === 'partner' ? allies(scene, i) : pairsOf(scene, i);
  const our = childrenBy(tree, i, 'nmod:poss').some((c) => /^our$/i.test(tree.sentence.forms[c] ?? ''));
  if (pairs.length === 0 && our) pairs = [pairFromDiscourse(scene, i, true)];
  const step = stepOf(scene, i);
  return found(scene, i, pairs, undefined, step);
}

const RHYTHM =
  /^(annual|biannual|biennial|yearly|regular|monthly|quarterly|semi-annual|twice-yearly|weekly)$/;
const LEVEL =
  /^(ministerial|strategic|high-level|summit|economic|military|security|defence|defense|joint|bilateral|trilateral|intergovernmental|political|steering|human|foreign)$/;

/** Standing mechanisms by name: "the annual A-B summit", "the A-B 2+2 ministerial dialogue", "the joint commission of A and B". */
export function mechanisms(scene: Scene, i: number): FoundTie[] {
  const { tree, cast } = scene;
  if ((cast.partyAt[i] ?? -1) >= 0 || (cast.instrumentAt[i] ?? -1) >= 0 || relation(tree, i) === 'compound')
    return [];
  const words = childrenBy(tree, i, 'amod', 'compound').map(
    (c) => tree.sentence.forms[c]?.toLowerCase() ?? '',
  );
  const rhythm = words.some((w) => RHYTHM.test(w));
  const format = /\b\d ?\+ ?[\dx]\b/i.test(nounName(scene, i));
  const standing = STANDING.has(lemma(tree, i)) && words.some((w) => LEVEL.test(w));
  if (!rhythm && !format && !standing) return [];
  // A single meeting is an event.
  const pairs = nameSides(scene, i).length >= 2 || rhythm || standing || format ? pairsOf(scene, i) : [];
  return found(scene, i, pairs, nounName(scene, i), stepOf(scene, i) ?? heldStep(scene, i));
}

/** "will hold strategic dialogues": to be held is not yet to be. */
function heldStep(scene: Scene, i: number): Step | undefined {
  const up = head(scene.tree, i);
  const held =
    up >= 0 &&
    relation(scene.tree, i) === 'obj' &&
    /^(hold|convene|set|institute|start|initiate|begin)$/.test(lemma(scene.tree, up));
  return held ? { token: up, status: 'in-force', founding: false } : undefined;
}

const STANDING = new Set([
  'commission',
  'committee',
  'dialogue',
  'mechanism',
  'consultation',
  'council',
  'framework',
]);
export const MECHANISM = new Set([...STANDING, 'summit', 'meeting', 'talk', 'framework']);

function found(
  scene: Scene,
  i: number,
  pairs: readonly (readonly Actor[])[],
  name: string | undefined,
  step: ReturnType<typeof stepOf>,
): FoundTie[] {
  return pairs
    .filter((parties) => parties.length >= 2)
    .map((parties) => ({
      tie: {
        ...frame(scene, i, parties, step),
        tie: 'dialogue' as const,
        ...(name === undefined ? {} : { name }),
      },
      founding: step?.founding ?? false,
    }));
}
