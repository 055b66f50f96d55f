import { isTemporal, prepositionOf } from '../clause.js';
import { clauseExtent, type Scene, spanOf } from '../scene.js';
import {
  child,
  childrenBy,
  conjuncts,
  deprel,
  extent,
  head,
  isPredicate,
  lemma,
  relation,
  type Tree,
  upos,
  xpos,
} from '../tree.js';
import type { MarkedSpan } from './candidate.js';

/**
 * Spans of phrases. Coordinated targets are marked one by one ("Iran and Lebanon" are two), coordinated sources as one
 * body of actors, as annotators do.
 */
export function spansOf(scene: Scene, tokens: readonly number[], role: MarkedSpan['role']): MarkedSpan[] {
  const { tree } = scene;
  const apart = role === 'T';
  const alone = tokens.filter((t) => !tokens.some((u) => u !== t && conjuncts(tree, u).includes(t)));
  if (!apart)
    return alone.map((t) => {
      const { first, last } = phrase(tree, t, false);
      return { role, ...spanOf(scene, first, role === 'S' ? last : withPlace(scene, t, last)) };
    });
  return alone.flatMap((t) => {
    const split = !isCounted(tree, t);
    return (split ? conjuncts(tree, t) : [t]).flatMap((c) => {
      const { first, last } = phrase(tree, c, split);
      const [inner, ...more] = namedWithin(tree, c);
      if (inner === undefined) return [{ role, ...spanOf(scene, first, withPlace(scene, c, last)) }];
      const end = phrase(tree, inner, true).last;
      const rest = more.map((m) => phrase(tree, m, true));
      return [
        { role, ...spanOf(scene, first, end) },
        ...rest.map((span) => ({ role, ...spanOf(scene, span.first, span.last) })),
      ];
    });
  });
}

/** "another 40 politicians and activists" are one number of people. */
function isCounted(tree: Tree, token: number): boolean {
  const [, ...others] = conjuncts(tree, token);
  const counted = (t: number): boolean => child(tree, t, 'nummod') !== undefined;
  return (
    others.length > 0 &&
    counted(token) &&
    others.every((o) => upos(tree, o) === 'NOUN' && !counted(o) && child(tree, o, 'det') === undefined)
  );
}

/** "people in Somalia, Ethiopia and Kenya": several names at the end of a phrase, of whom it holds as of the first. */
function namedWithin(tree: Tree, token: number): number[] {
  if (upos(tree, token) !== 'NOUN') return [];
  const inner = childrenBy(tree, token, 'nmod')
    .filter((n) => n > token && prepositionOf(tree, n) !== 'between')
    .at(-1);
  if (inner === undefined) return [];
  const names = conjuncts(tree, inner);
  return names.length > 1 && names.every((n) => upos(tree, n) === 'PROPN') ? names : [];
}

/**
 * "attacked a base in Kunduz": parsers hang the place on the verb, annotators take it for a part of the phrase that it follows.
 *
 * @returns the end of the phrase, after such a place where there is one
 */
function withPlace({ tree, cast }: Scene, token: number, last: number): number {
  const verb = head(tree, token);
  if (verb < 0 || !isPredicate(tree, verb) || verb > token || upos(tree, token) !== 'NOUN') return last;
  for (const o of childrenBy(tree, verb, 'obl')) {
    const { first, last: end } = extent(tree, o, (c) => OUTSIDE.has(relation(tree, c)));
    if (first !== last || !PLACING.has(prepositionOf(tree, o)) || isTemporal(tree, o)) continue;
    const places = childrenBy(tree, o, 'nmod', 'nmod:poss', 'compound', 'flat', 'amod');
    if ([o, ...places].some((p) => (cast.placeAt[p] ?? -1) >= 0 || (cast.partyAt[p] ?? -1) >= 0))
      return end + 1;
  }
  return last;
}

const PLACING = new Set(['in', 'near', 'inside', 'along']);

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
      (OUTSIDE.has(relation(tree, c)) && !isOfNumber(tree, c)) ||
      (OUTSIDE.has(deprel(tree, c)) && !isOfNumber(tree, c)) ||
      (relation(tree, c) === 'acl' && xpos(tree, c) !== 'VBN') ||
      isAside(tree, c) ||
      (apart && isDescription(tree, c)) ||
      (apart && relation(tree, c) === 'conj' && head(tree, c) === token) ||
      (relation(tree, c) === 'case' && head(tree, c) === token) ||
      (relation(tree, c) === 'cc' && head(tree, c) === token) ||
      (relation(tree, c) === 'punct' && head(tree, c) === token),
  );
  while (first < token && /^(PUNCT|CCONJ)$/.test(tree.upos[first] ?? '')) first++;
  while (last > token && /^(PUNCT|CCONJ)$/.test(tree.upos[last] ?? '')) last--;
  return { first, last: last + 1 };
}

/** "at least 75 people", "more than 100 people". */
function isOfNumber(tree: Tree, c: number): boolean {
  return relation(tree, c) === 'advmod' && upos(tree, head(tree, c)) === 'NUM';
}

/** "Bhutan, a Buddhist nation …" tells what is known of it, "Prince Khalifa" who is meant. */
function isDescription(tree: Tree, c: number): boolean {
  return (
    relation(tree, c) === 'appos' && childrenBy(tree, c, 'det').some((d) => /^an?$/.test(lemma(tree, d)))
  );
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
