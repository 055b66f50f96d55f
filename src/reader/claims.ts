import { appraisalAt } from './appraisals.js';
import { type Claim, isQuestion, isQuotedAtLength } from './claim.js';

import { exhortationAt } from './exhortations.js';
import { isHearsay } from './own-voice.js';
import { refutedAt } from './refuted.js';
import type { Scene } from './scene.js';
import { standsAt } from './stands.js';
import { child, isPredicate, relation, type Tree } from './tree.js';

/**
 * What somebody holds: a party's stand on a party, a deed or a principle, a judgement on a party or a principle, what
 * should be done about them. Facts of the narrator, ceremony, self-praise, wishes and plans at home are no claims.
 */
export function claimsOf(scene: Scene): Claim[] {
  const { tree } = scene;
  if (isQuestion(tree) || isQuotedAtLength(scene)) return [];
  const found: Claim[] = [];
  for (let i = 0; i < tree.length; i++) {
    const refuted = refutedAt(scene, i);
    if (refuted) {
      found.push(refuted);
      continue;
    }
    if (!mayClaim(tree, i)) continue;
    for (const held of heldAt(scene, i)) found.push(held);
  }
  return found;
}

const NO_CLAIMS: readonly Claim[] = [];

function heldAt(scene: Scene, i: number): readonly Claim[] {
  const stands = standsAt(scene, i);
  const other = stands.length > 0 ? undefined : (exhortationAt(scene, i) ?? appraisalAt(scene, i));
  if (stands.length === 0 && other === undefined) return NO_CLAIMS;
  const made = other === undefined ? stands : [other];
  // "America must unite" may be about a continent, and about nobody that is known.
  const told = made.filter((c) => c.about.length > 0 || c.principles.length > 0);
  return told.length > 0 && isHearsay(scene, i) ? NO_CLAIMS : told;
}

/** A predicate, or what is tagged as an adjective and stands for one: "remain opposed to", "must be respected". */
function mayClaim(tree: Tree, i: number): boolean {
  return isPredicate(tree, i) || relation(tree, i) === 'xcomp' || child(tree, i, 'aux:pass') !== undefined;
}
