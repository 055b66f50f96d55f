import { actorsWithin } from '../actors.js';
import { type Actor, partyMention } from '../cast.js';
import { clauseOf, prepositionOf } from '../clause.js';
import type { Scene } from '../scene.js';
import { childrenBy, conjuncts, head, lemma, premodifiers, relation, type Tree, upos } from '../tree.js';
import { completed, heldByThem, holders, markedBy } from './holders.js';
import { isPartlyNamed, isSpoken, ownersAt, sidesOf, subjectsBefore, uniqueSides } from './sides.js';

export { principalOf } from './sides.js';

/**
 * The parties of a tie noun, a list for each tie that it names: "partnerships with India and with Japan" are two. Only
 * grammar gives them: the noun's name ("the Peru-Chile treaty"), between, with, owners, and the subject of a verb by
 * which one holds, makes or ends a tie. Nothing where a side is missing.
 */
export function pairsOf(scene: Scene, i: number): Actor[][] {
  const { tree } = scene;
  const betweens = [i, ...childrenBy(tree, i, 'acl')].flatMap((at) => markedBy(tree, at, BETWEEN));
  const between = sidesOf(scene, betweens);
  if (isPartlyNamed(scene, betweens)) return [];
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
      () => (hasOwner(tree, i) || heldByThem(scene, i) ? [] : holders(scene, i)),
    );
    return paired(scene, i, self, withs);
  }
  const of = sidesOf(
    scene,
    markedBy(tree, i, OF).filter((c) => !isCapital(scene, c)),
  );
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

/** "the treaties of Moscow and Warsaw" are called after the places of their signature. */
function isCapital(scene: Scene, at: number): boolean {
  const mention = partyMention(scene.cast, at);
  return mention?.via === 'metonym';
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

/** "a treaty with B", "signed a treaty last week with B", "the upgrade of the partnership with B". */
function withPhrases(scene: Scene, i: number): number[] {
  const { tree } = scene;
  // "a memorandum of cooperation with": the parser may hang it on the theme.
  const themes = childrenBy(tree, i, 'nmod').filter(
    (c) => prepositionOf(tree, c) === 'of' && upos(tree, c) !== 'PRON' && (scene.cast.partyAt[c] ?? -1) < 0,
  );
  const own = [i, ...themes, ...childrenBy(tree, i, 'acl')].flatMap((at) => markedBy(tree, at, WITH));
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
  const found = ownersAt(scene, i).flatMap((owner) => {
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
