import type { Actor } from '../cast.js';
import { relation, type Tree, xpos } from '../tree.js';

/** How a word stands for its parties. */
export type PlayerSort = 'name' | 'place' | 'pronoun' | 'phrase' | 'office' | 'body' | 'person' | 'thing';

/** A word that stands for parties: a name, a place, a pronoun, "both sides", "the court". */
export interface Player {
  readonly token: number;
  readonly actors: readonly Actor[];
  readonly sort: PlayerSort;
}

/** A plural, or several names joined. */
export function isSeveral(tree: Tree, token: number): boolean {
  if (/^NN(P)?S$/.test(xpos(tree, token))) return true;
  return tree.children[token]?.some((c) => relation(tree, c) === 'conj') ?? false;
}
