import { type Clause, prepositionOf } from './clause.js';
import { childrenBy, conjuncts, head, isPredicate, premodifiers, relation, type Tree, upos } from './tree.js';

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
      return clause.obliques.filter((o) => ACTOR_PREPOSITIONS.has(o.preposition)).map((o) => o.head);
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
  const own = clause.obliques.filter((o) => o.preposition === preposition).map((o) => o.head);
  if (own.length > 0) return own;
  const onObject = clause.objects.flatMap((o) => modifiers(tree, o, preposition));
  if (onObject.length > 0) return onObject;
  return childrenBy(tree, clause.predicate, 'xcomp').flatMap((x) => modifiers(tree, x, preposition));
}

/** Head tokens that fill `slot` of a noun ("Japan's visit to India", "talks between A and B"). */
export function nounSlot(tree: Tree, noun: number, slot: Slot): readonly number[] {
  switch (slot) {
    case 'poss':
      return childrenBy(tree, noun, 'nmod:poss').flatMap((c) => conjuncts(tree, c));
    case 'amod':
      return [
        ...new Set([
          ...childrenBy(tree, noun, 'amod', 'compound', 'nmod:unmarked').flatMap((c) => conjuncts(tree, c)),
          ...premodifiers(tree, noun).reverse(),
        ]),
      ];
    case 'subj': {
      const up = head(tree, noun);
      return up >= 0 && isPredicate(tree, up)
        ? childrenBy(tree, up, 'nsubj').flatMap((c) => conjuncts(tree, c))
        : [];
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
  const own = childrenBy(tree, noun, 'nmod', 'obl')
    .filter((c) => prepositionOf(tree, c) === preposition)
    .flatMap((c) => conjuncts(tree, c));
  if (own.length > 0 || preposition === 'of') return own;
  // The parser may hang the phrase on the verb of which this noun is the object or subject.
  const up = head(tree, noun);
  if (up < 0 || upos(tree, up) !== 'VERB' || !/^(obj|nsubj)/.test(relation(tree, noun))) return [];
  return childrenBy(tree, up, 'obl')
    .filter((c) => prepositionOf(tree, c) === preposition)
    .flatMap((c) => conjuncts(tree, c));
}
