import { namesActor } from '../actors.js';
import { cast } from '../casting.js';
import { clauseOf } from '../clause.js';
import type { Deed, DeedContext } from '../deed.js';
import { GENERIC_ACT } from '../lexicon.js';
import type { Scene } from '../scene.js';
import { stageOf } from '../staging.js';
import { lemma, relation, type Tree, upos, xpos } from '../tree.js';
import { type FirstLook, mayTell } from './first-look.js';

/** A word that may tell an event: a deed of the rules, or a verb that they know no act for. */
export interface Trigger {
  readonly deed: Deed;
  /** The rules know no act for it. */
  readonly silent: boolean;
}

/**
 * Words of a sentence that may tell an event, in the order of the text.
 *
 * @param look leaves out verbs without a known act that hardly tell any
 */
export function triggersOf(scene: Scene, look?: FirstLook): Trigger[] {
  const { tree, lexicon, deeds } = scene;
  const known = new Set<number>();
  for (const { token, outer, stagedBy } of deeds) {
    known.add(token).add(outer);
    for (const i of stagedBy) known.add(i);
  }
  const found: Trigger[] = deeds
    .filter((deed) => !isFormula(tree, deed.token))
    .map((deed) => ({ deed, silent: false }));
  const context: DeedContext = { lexicon, namesActor: (token) => namesActor(scene.cast, token) };
  for (let i = 0; i < tree.length; i++) {
    if (upos(tree, i) !== 'VERB' || known.has(i) || relation(tree, i) === 'aux' || isFormula(tree, i))
      continue;
    if (look && !mayTell(look, lemma(tree, i), xpos(tree, i), relation(tree, i))) continue;
    const clause = clauseOf(tree, i);
    const deed = cast(tree, i, GENERIC_ACT, 0, clause, stageOf(tree, i, clause, context), context);
    if (deed) found.push({ deed, silent: true });
  }
  return found.length < 2 ? found : found.sort((a, b) => a.deed.token - b.deed.token);
}

/** "Thanks to …" gives a cause; "I thank you." ends a speech. */
function isFormula(tree: Tree, i: number): boolean {
  const form = tree.sentence.forms[i] ?? '';
  // "Thank", "thanks": other words need not be written in lower case to tell.
  if (form.length < 5 || form.length > 6) return false;
  const word = form.toLowerCase();
  if (word === 'thanks')
    return tree.sentence.forms[i + 1]?.toLowerCase() === 'to' && !THANKED.has(relation(tree, i));
  return word === 'thank' && tree.length <= SHORTEST && /^(i|we)$/i.test(tree.sentence.forms[i - 1] ?? '');
}

/** "express our thanks to". */
const THANKED = new Set(['obj', 'nsubj', 'conj', 'root']);
/** "I thank you very much." and no more. */
const SHORTEST = 7;
