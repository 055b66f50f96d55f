import { isTemporal, prepositionOf } from '../clause.js';
import { clauseExtent, type Scene, spanOf } from '../scene.js';
import { conjuncts, deprel, extent, head, isPredicate, lemma, relation, type Tree, xpos } from '../tree.js';
import type { MarkedSpan } from './candidate.js';

/** One span for each phrase; coordinated heads that stand together make one. */
export function spansOf(scene: Scene, tokens: readonly number[], role: MarkedSpan['role']): MarkedSpan[] {
  const { tree } = scene;
  const heads = tokens.filter((t) => !tokens.some((u) => u !== t && conjuncts(tree, u).includes(t)));
  return heads.map((t) => {
    const { first, last } = phrase(tree, t);
    return { role, ...spanOf(scene, first, last) };
  });
}

const OUTSIDE = new Set([
  'acl:relcl',
  'parataxis',
  'advcl',
  'nsubj',
  'cop',
  'mark',
  'aux',
  'advmod',
  'ccomp',
]);

/** The phrase as an annotator would mark it: with its conjuncts and short appositions, without clauses. */
function phrase(tree: Tree, token: number): { first: number; last: number } {
  if (isPredicate(tree, token)) return clauseExtent(tree, token);
  let { first, last } = extent(
    tree,
    token,
    (c) =>
      OUTSIDE.has(relation(tree, c)) ||
      OUTSIDE.has(deprel(tree, c)) ||
      (relation(tree, c) === 'acl' && xpos(tree, c) !== 'VBN') ||
      isAside(tree, c) ||
      (relation(tree, c) === 'case' && head(tree, c) === token) ||
      (relation(tree, c) === 'cc' && head(tree, c) === token) ||
      (relation(tree, c) === 'punct' && head(tree, c) === token),
  );
  while (first < token && /^(PUNCT|CCONJ)$/.test(tree.upos[first] ?? '')) first++;
  while (last > token && /^(PUNCT|CCONJ)$/.test(tree.upos[last] ?? '')) last--;
  return { first, last: last + 1 };
}

const ASIDES = new Set([
  'statement',
  'interview',
  'reaction',
  'response',
  'speech',
  'broadcast',
  'retaliation',
  'message',
  'address',
]);

/** "on Thursday", "in a statement": hung on a name by the parser, but about the clause. */
function isAside(tree: Tree, c: number): boolean {
  const rel = relation(tree, c);
  if (rel !== 'nmod' && rel !== 'obl') return false;
  return isTemporal(tree, c) || (prepositionOf(tree, c) === 'in' && ASIDES.has(lemma(tree, c)));
}
