import { type Clause, prepositionOf } from './clause.js';
import {
  allConjuncts,
  childrenBy,
  conjuncts,
  head,
  isPredicate,
  premodifiers,
  relation,
  type Tree,
  upos,
} from './tree.js';

/**
 * Which words fill a role: `subj`, `obj`, `iobj`, `by`, `xobj`, `poss`, `amod`, `obl:PREP`, `nmod:PREP`, `any`
 * (any oblique). Slots are those of `data/acts.tsv`.
 */
export type Slot = string;

/** Source and recipient slots in order of preference. `symmetric`: all are sources, and there is no recipient. */
export interface Roles {
  readonly source: readonly Slot[];
  readonly recipient: readonly Slot[];
  readonly symmetric: boolean;
}

export const VERB_ROLES = parseRoles('subj>obj|iobj|any');
export const NOUN_ROLES = parseRoles(
  'poss|amod|nmod:by|nmod:from|nmod:of>nmod:to|nmod:on|nmod:against|nmod:for|nmod:with|nmod:of',
);

/**
 * Roles from their notation.
 *
 * @example
 * parseRoles('subj>obl:to|iobj') // { source: ['subj'], recipient: ['obl:to', 'iobj'], symmetric: false }
 * parseRoles('subj+obl:with').symmetric // true
 */
export function parseRoles(text: string): Roles {
  const symmetric = text.includes('+');
  const [source = '', recipient = ''] = text.split(symmetric ? '+' : '>');
  const slots = (part: string) =>
    part
      .split('|')
      .map((s) => s.trim())
      .filter(Boolean);
  return { source: slots(source), recipient: slots(recipient), symmetric };
}

/** Head tokens that fill `slot` of a verb. Obliques may hang on the object instead: "imposed sanctions on Iran". */
export function verbSlot(tree: Tree, clause: Clause, slot: Slot): readonly number[] {
  switch (slot) {
    case 'subj':
      return clause.subjects;
    case 'obj':
      return clause.objects;
    case 'iobj':
      return clause.indirect;
    case 'by':
      return oblique(tree, clause, 'by');
    case 'any':
      return headsOf(clause, (preposition) => ACTOR_PREPOSITIONS.has(preposition));
    case 'xobj':
      return childrenBy(tree, clause.predicate, 'xcomp').flatMap((x) => childrenBy(tree, x, 'obj'));
    case 'poss':
    case 'amod':
      return clause.objects.flatMap((o) => nounSlot(tree, o, slot));
    default: {
      const colon = slot.indexOf(':');
      return oblique(tree, clause, colon < 0 ? slot : slot.slice(colon + 1));
    }
  }
}

const ACTOR_PREPOSITIONS = new Set([
  'to',
  'with',
  'against',
  'on',
  'for',
  'from',
  'at',
  'into',
  'over',
  'upon',
  'toward',
  'towards',
]);

function oblique(tree: Tree, clause: Clause, preposition: string): readonly number[] {
  const own = headsOf(clause, (other) => other === preposition);
  if (own.length > 0) return own;
  const onObject = allModifiers(tree, clause.objects, preposition);
  if (onObject.length > 0) return onObject;
  return allModifiers(tree, childrenBy(tree, clause.predicate, 'xcomp'), preposition);
}

/** Heads of the obliques behind such a preposition. */
function headsOf({ obliques }: Clause, isSuch: (preposition: string) => boolean): number[] {
  const found: number[] = [];
  for (const { preposition, head } of obliques) if (isSuch(preposition)) found.push(head);
  return found;
}

function allModifiers(tree: Tree, nouns: readonly number[], preposition: string): number[] {
  const found: number[] = [];
  for (const noun of nouns) for (const one of modifiers(tree, noun, preposition)) found.push(one);
  return found;
}

/** Head tokens that fill `slot` of a noun ("Japan's visit to India", "talks between A and B"). */
export function nounSlot(tree: Tree, noun: number, slot: Slot): readonly number[] {
  switch (slot) {
    case 'poss':
      return allConjuncts(tree, childrenBy(tree, noun, 'nmod:poss'));
    case 'amod':
      return [
        ...new Set([
          ...allConjuncts(tree, childrenBy(tree, noun, 'amod', 'compound', 'nmod:unmarked')),
          ...premodifiers(tree, noun).reverse(),
        ]),
      ];
    case 'subj': {
      const up = head(tree, noun);
      return up >= 0 && isPredicate(tree, up) ? allConjuncts(tree, childrenBy(tree, up, 'nsubj')) : [];
    }
    case 'obj':
    case 'iobj':
    case 'xobj':
    case 'any':
      return [];
    case 'by':
      return modifiers(tree, noun, 'by');
    default: {
      const colon = slot.indexOf(':');
      return modifiers(tree, noun, colon < 0 ? slot : slot.slice(colon + 1));
    }
  }
}

function modifiers(tree: Tree, noun: number, preposition: string): number[] {
  const own = behind(tree, childrenBy(tree, noun, 'nmod', 'obl'), preposition);
  if (own.length > 0 || preposition === 'of') return own;
  // The parser may hang the phrase on the verb of which this noun is the object or subject.
  const up = head(tree, noun);
  if (up < 0 || upos(tree, up) !== 'VERB') return own;
  const rel = relation(tree, noun);
  return rel === 'obj' || rel === 'nsubj' ? behind(tree, childrenBy(tree, up, 'obl'), preposition) : own;
}

/** Those of `tokens` that stand behind a preposition, with what is coordinated with them. */
function behind(tree: Tree, tokens: readonly number[], preposition: string): number[] {
  const found: number[] = [];
  for (const c of tokens)
    if (prepositionOf(tree, c) === preposition) for (const one of conjuncts(tree, c)) found.push(one);
  return found;
}
