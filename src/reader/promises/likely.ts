import type { Clause } from '../clause.js';
import { type Tree, xpos } from '../tree.js';
import { AIMING, PROMISING, SETTING, WILLING } from './words.js';

/** Whether a predicate may tell a promise at all: a cheap look that lets most pass. */
export function mayPromise(tree: Tree, i: number, word: string, clause: Clause): boolean {
  const tag = xpos(tree, i);
  return (
    clause.future ||
    clause.modal === 'would' ||
    PROMISING.has(word) ||
    WILLING.has(word) ||
    AIMING.has(word) ||
    SETTING.has(word) ||
    // A list of undertakings has bare verbs.
    ((tag === 'VB' || tag === 'VBP') && clause.subjects.length === 0)
  );
}
