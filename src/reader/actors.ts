import { type Gazetteer, type Mention, stateOf } from '../gazetteer/index.js';
import { type Actor, type Cast, type Discourse, partyMention } from './cast.js';
import {
  child,
  childrenBy,
  conjuncts,
  deprel,
  extent,
  isNominal,
  lemma,
  relation,
  type Tree,
  upos,
} from './tree.js';

export function castOf(
  tree: Tree,
  mentions: readonly Mention[],
  gazetteer: Gazetteer,
  discourse: Discourse,
): Cast {
  return {
    tree,
    gazetteer,
    discourse,
    mentions,
    partyAt: indexOf(tree, mentions, 'party'),
    instrumentAt: indexOf(tree, mentions, 'instrument'),
    placeAt: indexOf(tree, mentions, 'place'),
  };
}

/** By token the index of the mention of a kind that covers it, −1 where there is none. */
function indexOf(tree: Tree, mentions: readonly Mention[], kind: Mention['kind']): readonly number[] {
  let at: number[] | undefined;
  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index] as Mention;
    if (mention.kind !== kind) continue;
    at ??= new Array(tree.length).fill(-1);
    for (let i = mention.first; i < mention.last; i++) at[i] = index;
  }
  return at ?? noneFor(tree.length);
}

let none: number[] = [];

/** Most sentences name no instrument and no place: one list of −1, as long as the longest, does for all of them. */
function noneFor(length: number): readonly number[] {
  if (none.length < length) none = new Array(2 * length).fill(-1);
  return none;
}

/** Whether the phrase headed by `token` names someone who can act. */
export function namesActor(cast: Cast, token: number): boolean {
  if ((cast.partyAt[token] ?? -1) >= 0) return true;
  const tag = upos(cast.tree, token);
  if (tag === 'PRON') return cast.discourse.refersTo(cast, token).length > 0;
  if (tag === 'PROPN') return (cast.placeAt[token] ?? -1) < 0 && (cast.instrumentAt[token] ?? -1) < 0;
  return PEOPLE.has(lemma(cast.tree, token)) || modifierMentions(cast, token).length > 0;
}

const PEOPLE = new Set([
  ...[
    'side',
    'country',
    'nation',
    'state',
    'government',
    'bloc',
    'group',
    'member',
    'leader',
    'people',
    'party',
  ],
  ...[
    'neighbour',
    'neighbor',
    'ally',
    'partner',
    'rival',
    'counterpart',
    'ministry',
    'official',
    'authority',
  ],
]);

/**
 * The parties that the phrase headed by `token` stands for, its conjuncts not included: the name itself, else what
 * a pronoun or "the two sides" refers to, else the party that owns or qualifies a common noun ("China's decision",
 * "the leaders of Chile and Peru"). Empty when nobody known is meant: actors are never invented.
 */
export function actorsAt(cast: Cast, token: number): Actor[] {
  const { tree } = cast;
  const own = mentionActor(cast, token);
  if (own) {
    const members = childrenBy(tree, token, 'nmod').filter((n) => (cast.partyAt[n] ?? -1) >= 0);
    // "leaders of China and Japan": an office without a state takes the states that follow it.
    if (own.party.startsWith('-/') && members.length > 0) {
      const found = members.flatMap((m) => conjuncts(tree, m)).flatMap((m) => mentionActor(cast, m) ?? []);
      if (found.length > 0) return found;
    }
    return [own, ...sharers(cast, token)];
  }
  const referred = cast.discourse.refersTo(cast, token);
  if (referred.length > 0) return phraseActors(tree, token, referred, 0.7);
  if (upos(tree, token) === 'PRON' || (cast.placeAt[token] ?? -1) >= 0) return [];
  return modifierMentions(cast, token);
}

/** "the leaders of ASEAN and China": one name holds the office and its first state, the others stand beside that. */
function sharers(cast: Cast, token: number): Actor[] {
  const { tree, mentions, partyAt } = cast;
  const at = partyAt[token] ?? -1;
  if (mentions[at]?.via !== 'office' || !/s$/i.test(tree.sentence.forms[token] ?? '')) return [];
  return childrenBy(tree, token, 'nmod')
    .filter((n) => partyAt[n] === at && isOf(tree, n))
    .flatMap((n) => conjuncts(tree, n).filter((other) => partyAt[other] !== at))
    .flatMap((other) => mentionActor(cast, other) ?? []);
}

/** Actors of every phrase in `tokens`, conjuncts expanded, each party once. */
export function actorsOf(cast: Cast, tokens: readonly number[]): Actor[] {
  const seen = new Set<string>();
  const found: Actor[] = [];
  for (const token of tokens) {
    for (const part of conjuncts(cast.tree, token)) {
      for (const actor of actorsAt(cast, part)) {
        if (seen.has(actor.party)) continue;
        seen.add(actor.party);
        found.push(actor);
      }
    }
  }
  return found;
}

/** Parties named anywhere below `token`, each once, in text order. */
export function actorsWithin(cast: Cast, first: number, last: number): Actor[] {
  const seen = new Set<string>();
  const found: Actor[] = [];
  for (let i = first; i < last; i++) {
    const actor = mentionActor(cast, i);
    if (!actor || seen.has(actor.party)) continue;
    seen.add(actor.party);
    found.push(actor);
  }
  return found;
}

function mentionActor(cast: Cast, token: number): Actor | undefined {
  const mention = partyMention(cast, token);
  return (
    mention && { party: mention.id, first: mention.first, last: mention.last, confidence: mention.confidence }
  );
}

/** Parties that own or qualify a common noun. */
function modifierMentions(cast: Cast, token: number): Actor[] {
  const { tree } = cast;
  const owners = modifiersAmong(cast, childrenBy(tree, token, 'nmod:poss'));
  if (owners.length > 0) return owners;
  const names = modifiersAmong(cast, childrenBy(tree, token, 'amod', 'compound', 'nmod:unmarked'));
  return names.length > 0 ? names : modifiersAmong(cast, childrenBy(tree, token, 'nmod'));
}

function modifiersAmong(cast: Cast, tokens: readonly number[]): Actor[] {
  const { tree } = cast;
  const found: Actor[] = [];
  for (const c of tokens) {
    if (relation(tree, c) === 'nmod' && deprel(tree, c) !== 'nmod:poss' && !isOf(tree, c)) continue;
    for (const part of conjuncts(tree, c)) {
      const actor = mentionActor(cast, part);
      if (actor) found.push(actor);
      else if (deprel(tree, c) === 'nmod:poss') {
        const owner = cast.discourse.refersTo(cast, part);
        found.push(...phraseActors(tree, part, owner, 0.6));
      }
    }
  }
  return found;
}

function isOf(tree: Tree, i: number): boolean {
  const marker = child(tree, i, 'case');
  return marker !== undefined && lemma(tree, marker) === 'of';
}

function phraseActors(tree: Tree, token: number, parties: readonly string[], confidence: number): Actor[] {
  const { first, last } = phraseOf(tree, token);
  return parties.map((party) => ({ party, first, last, confidence }));
}

const CLAUSAL = new Set(['acl', 'appos', 'parataxis', 'conj', 'cc', 'punct', 'advcl']);

/** The noun phrase around `token` without relative clauses, appositions and conjuncts. Token indices, end exclusive. */
export function phraseOf(tree: Tree, token: number): { first: number; last: number } {
  if (!isNominal(tree, token)) return { first: token, last: token + 1 };
  const { first, last } = extent(
    tree,
    token,
    (c) =>
      CLAUSAL.has(relation(tree, c)) ||
      relation(tree, c) === 'case' ||
      relation(tree, c) === 'nsubj' ||
      relation(tree, c) === 'cop',
  );
  return { first, last: last + 1 };
}

/** State or body for a party at sector level: `CHN/GOV` → `CHN`. */
export function principal(party: string): string {
  return stateOf(party);
}
