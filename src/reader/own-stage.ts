import { type Clause, isNegated } from './clause.js';
import type { Stage } from './lexicon.js';
import { children, childrenBy, lemma, relation, type Tree, xpos } from './tree.js';

const CONDITIONALS = new Set(['if', 'unless', 'whether', 'should', 'lest']);
const POSSIBLE = new Set(['may', 'might', 'could', 'can', 'ca']);

/** What the word itself shows by tense, negation and modal. */
export function ownStage(
  tree: Tree,
  token: number,
  clause: Clause | undefined,
): { stage: Stage; hypothetical: boolean; because: string } {
  if (clause === undefined) {
    const negated =
      isNegated(tree, token) ||
      children(tree, token).some((c) => lemma(tree, c) === 'no' && relation(tree, c) === 'det');
    return { stage: negated ? 'denied' : 'done', hypothetical: false, because: negated ? 'no' : '' };
  }
  const marker = childrenBy(tree, token, 'mark').some((m) => CONDITIONALS.has(lemma(tree, m)));
  const hypothetical =
    marker || (clause.modal !== undefined && POSSIBLE.has(clause.modal)) || underCondition(tree, token);
  if (clause.negated) {
    const refuses =
      clause.future ||
      (!clause.past && clause.modal === undefined) ||
      clause.modal === 'would' ||
      clause.modal === 'can';
    return { stage: refuses ? 'refused' : 'denied', hypothetical, because: 'not' };
  }
  if (clause.future) return { stage: 'intended', hypothetical, because: 'will' };
  if (isToCome(tree, token)) return { stage: 'intended', hypothetical, because: 'to' };
  if (clause.modal === 'would' && underReport(tree, token))
    return { stage: 'intended', hypothetical: false, because: 'would' };
  if (clause.modal === 'should' || clause.modal === 'must' || clause.modal === 'ought') {
    return { stage: 'asked', hypothetical, because: clause.modal };
  }
  return { stage: 'done', hypothetical: hypothetical || clause.modal === 'would', because: '' };
}

/** "Peru to free sailors", "Peru is to free them": an infinitive that no other verb asks for. */
function isToCome(tree: Tree, token: number): boolean {
  return (
    (relation(tree, token) === 'root' || relation(tree, token) === 'ccomp') &&
    xpos(tree, token) === 'VB' &&
    childrenBy(tree, token, 'mark').some((m) => lemma(tree, m) === 'to')
  );
}

function underReport(tree: Tree, token: number): boolean {
  return (
    relation(tree, token) === 'ccomp' ||
    relation(tree, token) === 'root' ||
    relation(tree, token) === 'parataxis'
  );
}

function underCondition(tree: Tree, token: number): boolean {
  return (
    relation(tree, token) === 'advcl' &&
    childrenBy(tree, token, 'mark').some((m) => CONDITIONALS.has(lemma(tree, m)))
  );
}
