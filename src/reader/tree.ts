import type { TokenAtoms } from '../gazetteer/index.js';
import type { ParsedSentence } from '../language/index.js';
import type { Clause } from './clause-type.js';
import { lowered, type Word, type Words } from './word.js';

/** A parsed sentence with its dependents listed by head, so that the reader can walk down as well as up. */
export interface Tree {
  readonly sentence: ParsedSentence;
  readonly length: number;
  /** Lower-cased lemmas, since lexicon tables are lower case. */
  readonly lemmas: readonly string[];
  /** Their numbers, 0 for what has none. */
  readonly numbers: readonly number[];
  /** What is known of each form in every text. */
  readonly words: readonly Word[];
  /** Forms cut up for the search of names. */
  readonly atoms: readonly TokenAtoms[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly heads: Int32Array;
  readonly deprels: readonly string[];
  /** Relations without their subtypes. */
  readonly relations: readonly string[];
  readonly children: readonly (readonly number[])[];
  readonly root: number;
  /** Whether a word of it may be part of a date. */
  readonly mayBeDated: boolean;
  readonly kept: Kept;
}

/** What was worked out for a word once and may be asked for again, by token. */
interface Kept {
  readonly clauses: (Clause | undefined)[];
  readonly prepositions: (string | undefined)[];
  /** 0 not asked yet, 1 no, 2 yes. */
  readonly predicates: Uint8Array;
}

const NONE: readonly number[] = [];

export function treeOf(sentence: ParsedSentence, words: Words): Tree {
  const { length, heads, forms, upos, xpos } = sentence;
  const children: number[][] = new Array(length);
  const lemmas: string[] = new Array(length);
  const numbers: number[] = new Array(length);
  const known: Word[] = new Array(length);
  const atoms: TokenAtoms[] = new Array(length);
  let root = 0;
  let mayBeDated = false;
  for (let i = 0; i < length; i++) {
    children[i] = NONE as number[];
    const form = forms[i] ?? '';
    const word = words.wordOf(form);
    known[i] = word;
    atoms[i] = word.atoms;
    if (word.dates) mayBeDated = true;
    lemmas[i] = words.lemmaOf(word, form, sentence.lemmas[i] ?? '', upos[i] ?? '');
    numbers[i] = word.number;
  }
  for (let i = 0; i < length; i++) {
    const head = heads[i] ?? -1;
    if (head < 0) {
      root = i;
      continue;
    }
    const siblings = children[head];
    if (siblings === NONE) children[head] = [i];
    else siblings?.push(i);
  }
  const deprels: string[] = new Array(length);
  const relations: string[] = new Array(length);
  for (let i = 0; i < length; i++) {
    const full = sentence.deprels[i] ?? '';
    const deprel = full === 'iobj' && isOnlyObject(sentence, children, i) ? 'obj' : full;
    deprels[i] = deprel;
    relations[i] = withoutSubtype(deprel);
  }
  return {
    sentence,
    length,
    lemmas,
    numbers,
    words: known,
    atoms,
    upos,
    xpos,
    heads,
    deprels,
    relations,
    children,
    root,
    mayBeDated,
    kept: keptFor(length),
  };
}

function keptFor(length: number): Kept {
  return {
    clauses: new Array(length),
    prepositions: new Array(length),
    predicates: new Uint8Array(length),
  };
}

const bases = new Map<string, string>();

/** Relations are few; each is cut once, so that all that are the same are one string. */
function withoutSubtype(full: string): string {
  if (!hasSubtype(full)) return full;
  const known = bases.get(full);
  if (known !== undefined) return known;
  const colon = full.indexOf(':');
  const base = lowered(colon < 0 ? full : full.slice(0, colon));
  bases.set(full, base);
  return base;
}

/** Most relations are their own base, and a look at their letters is faster than a search for them. */
function hasSubtype(full: string): boolean {
  for (let i = 2; i < full.length; i++) if (full.charCodeAt(i) === 58) return true;
  return false;
}

/** "thanked Fiji", "urged Fiji to act": the treebanks call a person who is told or thanked an indirect object, alone or not. */
function isOnlyObject(
  { heads, deprels }: ParsedSentence,
  children: readonly (readonly number[])[],
  i: number,
): boolean {
  return !(children[heads[i] ?? -1] ?? NONE).some((sibling) => deprels[sibling] === 'obj');
}

// What stands before a sentence is asked for often, and an index below zero is slow.

export function lemma(tree: Tree, i: number): string {
  return i < 0 ? '' : (tree.lemmas[i] ?? '');
}

export function upos(tree: Tree, i: number): string {
  return i < 0 ? '' : (tree.upos[i] ?? '');
}

export function xpos(tree: Tree, i: number): string {
  return i < 0 ? '' : (tree.xpos[i] ?? '');
}

export function head(tree: Tree, i: number): number {
  return i < 0 ? -1 : (tree.heads[i] ?? -1);
}

export function children(tree: Tree, i: number): readonly number[] {
  return i < 0 ? NONE : (tree.children[i] ?? NONE);
}

/** Relation with its subtype (`nsubj:pass`). */
export function deprel(tree: Tree, i: number): string {
  return i < 0 ? '' : (tree.deprels[i] ?? '');
}

/** Relation without its subtype. */
export function relation(tree: Tree, i: number): string {
  return i < 0 ? '' : (tree.relations[i] ?? '');
}

// These two are asked some hundred times a sentence: named parameters and indices, since a list of the rest would be made at each call.

/** First dependent of `i` whose relation, or relation with subtype, is one of those named. */
export function child(tree: Tree, i: number, a: string, b = a, c = a, d = a, e = a): number | undefined {
  const all = children(tree, i);
  for (let k = 0; k < all.length; k++) {
    const one = all[k] as number;
    if (hasRelation(tree, one, a, b, c, d) || (e !== a && hasRelation(tree, one, e, e, e, e))) return one;
  }
  return undefined;
}

/** All dependents of `i` with one of the relations named. */
export function childrenBy(
  tree: Tree,
  i: number,
  a: string,
  b = a,
  c = a,
  d = a,
  e = a,
  f = a,
  g = a,
): number[] {
  const found: number[] = [];
  const all = children(tree, i);
  for (let k = 0; k < all.length; k++) {
    const one = all[k] as number;
    if (hasRelation(tree, one, a, b, c, d) || (e !== a && hasRelation(tree, one, e, f, g, e)))
      found.push(one);
  }
  return found;
}

/** Whether the relation of `i`, or relation with subtype, is one of four. */
function hasRelation(tree: Tree, i: number, a: string, b: string, c: string, d: string): boolean {
  const full = tree.deprels[i] as string;
  if (full === a || full === b || full === c || full === d) return true;
  const base = tree.relations[i] as string;
  return base !== full && (base === a || base === b || base === c || base === d);
}

/** `i` and the nominals coordinated with it, in order. */
export function conjuncts(tree: Tree, i: number): number[] {
  const all = [i];
  for (const c of children(tree, i)) {
    if (relation(tree, c) !== 'conj') continue;
    for (const j of conjuncts(tree, c)) all.push(j);
  }
  return all;
}

/** Each of `tokens` with what is coordinated with it, in order. */
export function allConjuncts(tree: Tree, tokens: readonly number[]): number[] {
  const all: number[] = [];
  for (const token of tokens) for (const one of conjuncts(tree, token)) all.push(one);
  return all;
}

/** Whether `i` can head a clause: a verb, or any word with a copula. */
export function isPredicate(tree: Tree, i: number): boolean {
  const { predicates } = tree.kept;
  const known = predicates[i];
  if (known) return known === 2;
  const tag = upos(tree, i);
  const found =
    tag === 'VERB' ||
    (tag === 'AUX' && !relation(tree, i).startsWith('aux') && relation(tree, i) !== 'cop') ||
    child(tree, i, 'cop') !== undefined;
  predicates[i] = found ? 2 : 1;
  return found;
}

export function isNominal(tree: Tree, i: number): boolean {
  const tag = upos(tree, i);
  return tag === 'NOUN' || tag === 'PROPN' || tag === 'PRON' || tag === 'NUM' || tag === 'SYM' || tag === 'X';
}

/** Whether `i` stands below (or is) `ancestor`. */
export function isWithin(tree: Tree, i: number, ancestor: number): boolean {
  for (let at = i, steps = 0; at >= 0 && steps <= tree.length; at = head(tree, at), steps++) {
    if (at === ancestor) return true;
  }
  return false;
}

/** Tokens from the first to the last word below `top` (inclusive), without dependents for which `skip` holds. */
export function extent(
  tree: Tree,
  top: number,
  skip: (token: number) => boolean = () => false,
): { first: number; last: number } {
  let first = top;
  let last = top;
  const stack = [top];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at < first) first = at;
    if (at > last) last = at;
    for (const c of children(tree, at)) if (!skip(c)) stack.push(c);
  }
  return { first, last };
}

const JOINS = new Set(['-', '‐', '‑', '–', '—', '/', '+']);

/**
 * Words that stand before a noun without a break, nearest first: "China-ASEAN Special" before "Summit". Read off the
 * words and not the arcs, since parsers attach compound names in many ways.
 */
export function premodifiers(tree: Tree, noun: number): number[] {
  const found: number[] = [];
  for (let i = noun - 1; i >= 0; i--) {
    const tag = upos(tree, i);
    const form = tree.sentence.forms[i] ?? '';
    const next = upos(tree, i - 1);
    const lists =
      (form === ',' || tag === 'CCONJ') &&
      next === 'PROPN' &&
      (upos(tree, i + 1) === 'PROPN' || tag === 'CCONJ');
    if (JOINS.has(form) || lists) continue;
    if (
      !['NOUN', 'PROPN', 'ADJ', 'NUM', 'ADV'].includes(tag) &&
      xpos(tree, i) !== 'VBG' &&
      xpos(tree, i) !== 'VBN'
    )
      break;
    if (tag === 'ADV' && upos(tree, i + 1) !== 'ADJ') break;
    if ((tag === 'VERB' || tag === 'AUX') && head(tree, i) !== noun) break;
    found.push(i);
  }
  return found;
}
