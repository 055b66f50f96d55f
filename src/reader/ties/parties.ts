import { actorsWithin } from '../actors.js';
import type { Actor } from '../cast.js';
import { clauseOf, prepositionOf } from '../clause.js';
import { predicateOf, type Scene } from '../scene.js';
import {
  childrenBy,
  conjuncts,
  head,
  isPredicate,
  lemma,
  premodifiers,
  relation,
  type Tree,
} from '../tree.js';
import { isSpoken, sidesOf, subjectsBefore, uniqueSides } from './sides.js';

export { principalOf } from './sides.js';

/** Verbs by which a subject is a party to the tie that is their object: not "criticised", "noted", "welcomed". */
const HOLDING = new Set([
  ...[
    'establish',
    'form',
    'forge',
    'launch',
    'create',
    'build',
    'develop',
    'deepen',
    'strengthen',
    'enhance',
  ],
  ...['expand', 'maintain', 'enjoy', 'have', 'share', 'value', 'cherish', 'celebrate', 'renew', 'extend'],
  ...['sign', 'conclude', 'negotiate', 'reach', 'ratify', 'ink', 'initial', 'finalise', 'finalize', 'seal'],
  ...['announce', 'declare', 'elevate', 'upgrade', 'raise', 'promote', 'restore', 'resume', 'normalise'],
  ...['normalize', 'sever', 'cut', 'break', 'suspend', 'freeze', 'end', 'terminate', 'abrogate', 'denounce'],
  ...['enter', 'agree', 'pursue', 'seek', 'want', 'discuss', 'strike', 'consolidate', 'cement', 'broaden'],
  ...['intensify', 'nurture', 'foster', 'continue', 'keep', 'call', 'make', 'become', 'open', 'complete'],
  ...['adopt', 'attach', 'advance', 'boost', 'cultivate', 'rely', 'count', 'work', 'engage', 'move'],
  ...[
    'implement',
    'revive',
    'revise',
    'review',
    'update',
    'use',
    'achieve',
    'exchange',
    'embrace',
    'solidify',
  ],
  ...['downgrade', 'hold', 'begin', 'start', 'turn', 'commit', 'reaffirm', 'lack', 'leave'],
  ...['scrap', 'cancel', 'propose', 'offer', 'plan', 'need', 'propel', 'further', 'reinforce', 'mark', 'set'],
]);

/**
 * The parties of a tie noun, a list for each tie that it names: "partnerships with India and with Japan" are two. Only
 * grammar gives them: the noun's name ("the Peru-Chile treaty"), between, with, owners, and the subject of a verb by
 * which one holds, makes or ends a tie. Nothing where a side is missing.
 */
export function pairsOf(scene: Scene, i: number): Actor[][] {
  const { tree } = scene;
  const betweens = [i, ...childrenBy(tree, i, 'acl')].flatMap((at) => markedBy(tree, at, BETWEEN));
  const between = sidesOf(scene, betweens);
  if (between.length >= 2) return [between];
  if (betweens.length > 0) return [];
  const named = nameSides(scene, i);
  if (named.length >= 2) return [named];
  const withs = sidesOf(scene, withPhrases(scene, i));
  const owned = owners(scene, i);
  if (withs.length > 0) {
    const self = firstSide(
      () => owned.filter((o) => !withs.some((w) => w.party === o.party)),
      () => named,
      () => (hasOwner(tree, i) ? [] : holders(scene, i)),
    );
    return paired(scene, i, self, withs);
  }
  const of = sidesOf(scene, markedBy(tree, i, OF));
  if (of.length >= 2) return [of];
  if (owned.length >= 2) return [owned];
  const [owner] = owned;
  if (owner !== undefined && named.length === 1 && named[0]?.party !== owner.party)
    return [[owner, ...named]];
  if (owner !== undefined) return [];
  const held = holders(scene, i);
  if (held.length >= 2 && held.length <= MANY) return [held];
  const [holder] = held;
  const [other] = named;
  if (
    holder !== undefined &&
    other !== undefined &&
    !other.party.startsWith('UN') &&
    holder.party !== other.party &&
    relation(tree, i) === 'obj'
  )
    return [[holder, other]];
  return [];
}

function hasOwner(tree: Tree, i: number): boolean {
  return childrenBy(tree, i, 'nmod:poss').length > 0;
}

/** More coordinated subjects than this are a list of those who did the like, not the parties of one tie. */
const MANY = 6;
const BETWEEN = new Set(['between', 'among', 'amongst', 'linking']);
const OF = new Set(['of']);
const WITH = new Set(['with', 'alongside']);

function firstSide(...sources: readonly (() => Actor[])[]): Actor[] {
  for (const source of sources) {
    const found = source();
    if (found.length > 0) return found;
  }
  return [];
}

/** One tie with each where the noun is plural ("agreements with A and B"), else one among all. */
function paired(scene: Scene, i: number, self: readonly Actor[], others: readonly Actor[]): Actor[][] {
  const beside = others.filter((other) => !self.some((one) => one.party === other.party));
  if (self.length === 0 || beside.length === 0) return [];
  const plural = /s$/i.test(scene.tree.sentence.forms[i] ?? '');
  if (plural && beside.length > 1) return beside.map((other) => [...self, other]);
  // "Peru and Chile have partnerships with Japan": each its own.
  if (plural && self.length > 1) return self.flatMap((one) => beside.map((other) => [one, other]));
  return [[...self, ...beside]];
}

function markedBy(tree: Tree, i: number, prepositions: ReadonlySet<string>): number[] {
  return childrenBy(tree, i, 'nmod', 'obl').filter((c) => prepositions.has(prepositionOf(tree, c)));
}

/** "a treaty with B", "signed a treaty last week with B", "the upgrade of the partnership with B". */
function withPhrases(scene: Scene, i: number): number[] {
  const { tree } = scene;
  const own = [i, ...childrenBy(tree, i, 'acl')].flatMap((at) => markedBy(tree, at, WITH));
  if (own.length > 0) return own;
  const further = conjuncts(tree, i)
    .slice(1)
    .flatMap((c) => markedBy(tree, c, WITH));
  const nouns = nominalHead(tree, i);
  if (nouns !== undefined) {
    const beside = markedBy(tree, nouns, WITH);
    if (beside.length > 0) return beside;
  }
  const governor = completed(scene, i);
  if (governor === undefined) return further;
  const obliques = clauseOf(tree, governor)
    .obliques.filter((o) => WITH.has(o.preposition))
    .map((o) => o.head);
  if (obliques.length > 0) return obliques;
  // "elevated its ties with B to a strategic partnership", "upgraded ties between A and B".
  const objects = clauseOf(tree, governor).objects.filter((o) => o !== i);
  const raised = objects.flatMap((o) => markedBy(tree, o, WITH));
  return raised.length > 0 ? raised : further;
}

/** Parties in the noun's own name: "Sino-Russian", "the ASEAN-China Free Trade Agreement". */
export function nameSides(scene: Scene, i: number): Actor[] {
  const { tree } = scene;
  const before = premodifiers(tree, i).filter((t) => relation(tree, t) !== 'nmod:poss');
  const found = before.flatMap((t) => actorsWithin(scene.cast, t, t + 1)).reverse();
  return uniqueSides(scene, found);
}

/** Whose the tie is: "China's", "their", "our" with the voice alone. */
function owners(scene: Scene, i: number): Actor[] {
  const { tree } = scene;
  const found = childrenBy(tree, i, 'nmod:poss').flatMap((owner) => {
    const word = (tree.sentence.forms[owner] ?? '').toLowerCase();
    return word === 'their' ? theirs(scene, i, owner) : sidesOf(scene, [owner]);
  });
  return uniqueSides(scene, found);
}

/** "their": the coordinated subject of the sentence; in a report, else the pair that was named last. */
function theirs(scene: Scene, i: number, owner: number): Actor[] {
  const inside = subjectsBefore(scene, owner);
  if (inside.length >= 2) return inside;
  if (isSpoken(scene)) return [];
  const { sentence } = scene.tree;
  const start = sentence.starts[owner] ?? 0;
  const named = uniqueSides(
    scene,
    scene.cast.mentions
      .filter((m) => m.kind === 'party' && m.end <= start)
      .map((m) => ({ party: m.id, first: m.first, last: m.last, confidence: m.confidence })),
  );
  if (named.length === 2) return named;
  return named.length > 0 ? [] : pairFromDiscourse(scene, i);
}

/** The subjects of the verb that makes, holds or ends the tie; who issues the document that does. */
export function holders(scene: Scene, i: number): Actor[] {
  const { tree } = scene;
  const governor = completed(scene, i);
  if (governor === undefined) return [];
  const clause = clauseOf(tree, governor);
  const subjects =
    praised(tree, governor) ?? clause.subjects.filter((s) => s !== i).flatMap((s) => issuers(tree, s));
  // "They signed a memorandum with Peru": whoever they are, a pair is not made by guessing.
  if (
    subjects.some((s) => /^(they|both)$/i.test(tree.sentence.forms[s] ?? '')) &&
    withPhrases(scene, i).length > 0
  )
    return [];
  const found = sidesOf(scene, subjects);
  if (found.length > 0) return found;
  return clause.passive ? sidesOf(scene, markedBy(tree, governor, new Set(['by']))) : [];
}

/** "congratulates Peru for having relations with": the one praised or blamed for it does it. */
function praised(tree: Tree, governor: number): number[] | undefined {
  const up = head(tree, governor);
  if (up < 0 || !/^(advcl|acl|obl)$/.test(relation(tree, governor))) return undefined;
  if (
    !/^(congratulate|commend|thank|praise|applaud|condemn|criticise|criticize|accuse|blame)$/.test(
      lemma(tree, up),
    )
  )
    return undefined;
  return childrenBy(tree, governor, 'mark').length > 0 ? [...clauseOf(tree, up).objects] : undefined;
}

/** "In the memorandum Peru reaffirms": who acts within it may be some of its parties only. */
const WITHIN = /^(in|under|by|within|through|during|after|since|from|because of|following)$/;

/** The holding verb that the noun completes as object, oblique, or within an "establishment of" or "relations to". */
export function completed(scene: Scene, i: number): number | undefined {
  const { tree } = scene;
  const governor = predicateOf(tree, i);
  if (governor === i || !HOLDING.has(lemma(tree, governor))) return undefined;
  const clause = clauseOf(tree, governor);
  for (let at = i, n = 0; at >= 0 && n < 4; at = head(tree, at), n++) {
    if (clause.objects.includes(at)) return governor;
    if (head(tree, at) === governor)
      return /^(obj|obl|xcomp)$/.test(relation(tree, at)) && !WITHIN.test(prepositionOf(tree, at))
        ? governor
        : undefined;
    if (isPredicate(tree, at) || relation(tree, at) === 'acl') return undefined;
    if (relation(tree, at) === 'nmod' && prepositionOf(tree, at) !== 'of') return undefined;
  }
  return undefined;
}

const ACTIONS = new Set([
  ...['establishment', 'launch', 'elevation', 'upgrade', 'upgrading', 'formation', 'signing', 'conclusion'],
  ...['ratification', 'restoration', 'resumption', 'normalisation', 'normalization', 'renewal', 'signature'],
  ...[
    'strengthening',
    'anniversary',
    'severance',
    'suspension',
    'negotiation',
    'deepening',
    'implementation',
  ],
]);

/** "the establishment of", "the signing of": the noun of the act that the tie completes. */
export function nominalHead(tree: Tree, i: number): number | undefined {
  const up = head(tree, i);
  return up >= 0 && relation(tree, i) === 'nmod' && ACTIONS.has(lemma(tree, up)) ? up : undefined;
}

const DOCUMENTS = new Set([
  'declaration',
  'statement',
  'communique',
  'communiqué',
  'document',
  'treaty',
  'agreement',
  'accord',
]);

/** Who issues a document that is said to found a tie: "They adopted a declaration that establishes …". */
function issuers(tree: Tree, subject: number): readonly number[] {
  if (!DOCUMENTS.has(lemma(tree, subject))) return [subject];
  const up = head(tree, subject);
  return up >= 0 && isPredicate(tree, up) && relation(tree, subject) !== 'nsubj'
    ? clauseOf(tree, up).subjects
    : [subject];
}

/** The pair that a text named last, at a word that refers to it. */
export function pairFromDiscourse(scene: Scene, i: number, withVoice = false): Actor[] {
  const { discourse } = scene.cast;
  const voice = discourse.voice?.replace(/\/.*/, '');
  const named = discourse.pair();
  const pair = withVoice && voice !== undefined && !named.includes(voice) ? discourse.pairWithVoice() : named;
  if (pair.length !== 2) return [];
  return uniqueSides(
    scene,
    pair.map((party) => ({ party, first: i, last: i + 1, confidence: 0.6 })),
  );
}

export function modified(tree: Tree, i: number, words: ReadonlySet<string>): boolean {
  return childrenBy(tree, i, 'amod', 'compound', 'nmod').some((c) => words.has(lemma(tree, c)));
}
