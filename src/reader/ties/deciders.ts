import { clauseOf, prepositionOf } from '../clause.js';
import { predicateOf } from '../scene.js';
import { childrenBy, head, lemma, relation, type Tree, upos, xpos } from '../tree.js';

/** Nouns that an infinitive completes: what one has decided or means to do is not done by that. */
const DECISION =
  /^(decision|plan|intention|intent|announcement|threat|resolve|determination|readiness|willingness)$/;

/** Verbs whose infinitive is their own, however near a decision stands. */
const OWN_INFINITIVE =
  /^(want|decide|agree|wish|hope|plan|intend|urge|call|ask|invite|encourage|press|seek|try|aim|continue|begin|start|help|allow|enable|force|threaten|promise|vow|refuse|fail|choose|prepare|like|love|need|expect|be)$/;

/** Whose decision an act is, as tokens: "the decision of Peru to withdraw", "a decision taken by Peru, …, to withdraw". */
export function deciders(tree: Tree, token: number): readonly number[] | undefined {
  const noun = decisionOf(tree, token);
  if (noun === undefined) return undefined;
  const by = childrenBy(tree, noun, 'acl').flatMap((c) =>
    childrenBy(tree, c, 'obl').filter((o) => prepositionOf(tree, o) === 'by'),
  );
  const own = [
    ...childrenBy(tree, noun, 'nmod:poss'),
    ...childrenBy(tree, noun, 'nmod').filter((c) => /^(of|by)$/.test(prepositionOf(tree, c))),
    ...by,
  ];
  if (own.length > 0) return own;
  const verb = predicateOf(tree, noun);
  const isTaken = /^(take|make|announce|reach|have|declare|express|reaffirm)$/.test(lemma(tree, verb));
  return isTaken && relation(tree, noun) === 'obj' ? clauseOf(tree, verb).subjects : undefined;
}

/** The decision that an infinitive completes, though the parser may hang it on another word. */
export function decisionOf(tree: Tree, token: number): number | undefined {
  const to = childrenBy(tree, token, 'mark').find((m) => lemma(tree, m) === 'to');
  if (xpos(tree, token) !== 'VB' || to === undefined) return undefined;
  const up = head(tree, token);
  if (up < 0 || !/^(acl|advcl|xcomp|ccomp)$/.test(relation(tree, token))) return undefined;
  if (DECISION.test(lemma(tree, up))) return up;
  if (relation(tree, token) !== 'acl' && OWN_INFINITIVE.test(lemma(tree, up))) return undefined;
  for (let t = to - 1; t >= 0 && t > to - 32; t--) {
    if (upos(tree, t) === 'NOUN' && DECISION.test(lemma(tree, t))) return t;
    if (lemma(tree, t) === 'to' && upos(tree, t) === 'PART') return undefined;
  }
  return undefined;
}
