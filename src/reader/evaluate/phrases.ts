import { isTemporal, prepositionOf } from '../clause.js';
import { clauseExtent, type Scene, spanOf } from '../scene.js';
import { conjuncts, deprel, extent, head, isPredicate, lemma, relation, type Tree, xpos } from '../tree.js';
import type { MarkedSpan } from './candidate.js';

/**
 * Spans of phrases. Coordinated targets are marked one by one ("Iran and Lebanon" are two), coordinated sources as one
 * body of actors, as annotators do.
 */
export function spansOf(scene: Scene, tokens: readonly number[], role: MarkedSpan['role']): MarkedSpan[] {
  const { tree } = scene;
  const apart = role === 'T';
  const heads = apart
    ? [...new Set(tokens.flatMap((t) => conjuncts(tree, t)))]
    : tokens.filter((t) => !tokens.some((u) => u !== t && conjuncts(tree, u).includes(t)));
  return heads.map((t) => {
    const { first, last } = phrase(tree, t, apart);
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

/** The phrase as an annotator would mark it: with short appositions, without clauses; `apart` without conjuncts. */
function phrase(tree: Tree, token: number, apart: boolean): { first: number; last: number } {
  if (isPredicate(tree, token)) return clauseExtent(tree, token);
  let { first, last } = extent(
    tree,
    token,
    (c) =>
      OUTSIDE.has(relation(tree, c)) ||
      OUTSIDE.has(deprel(tree, c)) ||
      (relation(tree, c) === 'acl' && xpos(tree, c) !== 'VBN') ||
      isAside(tree, c) ||
      (apart && relation(tree, c) === 'conj' && head(tree, c) === token) ||
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

const LOOSE = new Set([
  'after',
  'before',
  'during',
  'amid',
  'since',
  'until',
  'as',
  'following',
  'despite',
  'over',
  'at',
  'under',
]);

/** "on Thursday", "in a statement", "after the talks": hung on a name by the parser, but about the clause. */
function isAside(tree: Tree, c: number): boolean {
  const rel = relation(tree, c);
  if (rel !== 'nmod' && rel !== 'obl') return false;
  const preposition = prepositionOf(tree, c);
  if (isTemporal(tree, c) || LOOSE.has(preposition)) return true;
  const named = tree.upos[head(tree, c)] === 'PROPN';
  return preposition === 'in' && (ASIDES.has(lemma(tree, c)) || (named && lemma(tree, c) === 'connection'));
}
