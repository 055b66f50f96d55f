import { actorsAt } from './actors.js';
import type { Actor } from './cast.js';
import { prepositionOf } from './clause.js';
import { isNamed, toPrincipal } from './named.js';
import type { Scene } from './scene.js';
import { childrenBy, conjuncts, lemma, type Tree } from './tree.js';

/**
 * A party that a figure concerns, with its part in it: `from` and `to` of what flows, `part` and `whole` of a share, `holder` of a
 * rank and `of` whom it is held. None where all are alike, as in trade between two.
 */
export interface Concerned extends Actor {
  readonly role?: 'from' | 'to' | 'part' | 'whole' | 'holder' | 'of';
}

/** The parties that a phrase names, and those joined to it. */
export function direct(scene: Scene, token: number): Actor[] {
  return conjuncts(scene.tree, token)
    .filter((t) => !isOther(scene.tree, t))
    .flatMap((t) => actorsAt(scene.cast, t))
    .filter(isNamed)
    .map(toPrincipal);
}

/** Parties that own a noun or that it is between, with, of, in or to. */
export function attached(
  scene: Scene,
  noun: number,
  by = /^(of|between|with|in|to|from|for|among|by)$/,
): Actor[] {
  const { tree, cast } = scene;
  const owners = childrenBy(tree, noun, 'nmod:poss', 'amod', 'compound').flatMap((c) => direct(scene, c));
  const related = childrenBy(tree, noun, 'nmod')
    .filter((c) => by.test(prepositionOf(tree, c)))
    .flatMap((c) => direct(scene, c));
  const own = actorsAt(cast, noun).filter(isNamed).map(toPrincipal);
  return unique([...own, ...owners, ...related]);
}

/** "our neighbouring country", "its partners": others than the owner. */
export function isOther(tree: Tree, token: number): boolean {
  if (childrenBy(tree, token, 'nmod:poss').length === 0) return false;
  if (/^(neighbour|neighbor|partner|ally|friend|rival|enemy|counterpart)$/.test(lemma(tree, token)))
    return true;
  return childrenBy(tree, token, 'amod').some((a) =>
    /^(neighbouring|neighboring|friendly|partner|brotherly)$/.test(lemma(tree, a)),
  );
}

export function unique<A extends Actor>(actors: readonly A[]): A[] {
  return actors.filter((a, k) => actors.findIndex((b) => b.party === a.party) === k);
}
