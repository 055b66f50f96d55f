import { type Mention, stateOf } from '../gazetteer/index.js';
import type { Actor } from './cast.js';
import { clauseOf } from './clause.js';
import { type Concerned, direct } from './concerned.js';
import type { Placed } from './measure.js';
import { ownVoice } from './own-voice.js';
import type { Scene } from './scene.js';
import { head, isPredicate, relation, type Tree } from './tree.js';

/** States where the clause says it is: "in Slovakia". */
export function placesOf(scene: Scene, at: Placed): Actor[] {
  if (!isPredicate(scene.tree, at.predicate)) return [];
  return clauseOf(scene.tree, at.predicate)
    .obliques.filter((o) => /^(in|within|across|for|between)$/.test(o.preposition))
    .flatMap((o) => ((scene.cast.partyAt[o.head] ?? -1) >= 0 ? direct(scene, o.head) : []));
}

/** Parties that the clause names beside the owner: "sent 500 soldiers to Haiti", "lost 10 billion in trade with Peru". */
export function besideAt(scene: Scene, at: Placed): Actor[] {
  if (!isPredicate(scene.tree, at.predicate)) return [];
  return clauseOf(scene.tree, at.predicate)
    .obliques.filter((o) => /^(in|into|to|from|with|against|for|by)$/.test(o.preposition))
    .filter((o) => o.head < at.first || o.head >= at.last)
    .flatMap((o) => itself(scene, o.head))
    .filter((a) => a.party !== 'UN');
}

/** The parties that a phrase is, not those of which it is: "Haiti", not "the cities of Haiti". */
export function itself(scene: Scene, token: number): Actor[] {
  return direct(scene, token).filter((a) => isItself(scene, a));
}

/** Whether the noun of the phrase is the party: "in Somalia", not "in United Nations operations". */
export function isItself(scene: Scene, actor: Actor): boolean {
  const { tree } = scene;
  for (let i = actor.first; i < actor.last; i++)
    if (/^(nmod|conj|obl|obj|nsubj)$/.test(relation(tree, i)) && relation(tree, i) !== 'nmod:poss')
      return true;
  return false;
}

/** The noun that the figure belongs to. */
export function topOf(tree: Tree, at: Pick<Placed, 'first' | 'last'>): number {
  for (let i = at.last - 1; i >= at.first; i--) {
    const up = head(tree, i);
    if (up < at.first || up >= at.last) return i;
  }
  return at.last - 1;
}

/** Without parties that only report the figure. */
export function certain(scene: Scene, at: Placed, parties: readonly Concerned[]): Concerned[] {
  const { tree, cast } = scene;
  const reporters = ownVoice(scene, at.predicate).attribution.map((a) =>
    a.party.replace(/(?<=[^-])\/.*$/, ''),
  );
  const times = (party: string) =>
    cast.mentions.filter((m) => m.kind === 'party' && stateOf(m.id) === party).length;
  const spoken = scene.document.speaker && stateOf(scene.document.speaker);
  const own = (a: Actor) =>
    a.party === spoken ||
    /^(we|our|us|i|my|me|both|two|it|its|their|they|the)$/i.test(tree.sentence.forms[a.first] ?? '');
  return parties.filter(
    (a) =>
      isOfTheStory(scene, a, at.figure.value) &&
      !(reporters.includes(a.party) && times(a.party) < 2 && !own(a)),
  );
}

/**
 * In a news story people and organs without a state are of the place of the story; a figure needs that place named beside it, or for a
 * toll in the title, since a broadcaster's state is soon taken for it.
 */
function isOfTheStory({ document, cast, titled }: Scene, actor: Actor, value: number): boolean {
  if (document.genre !== 'news') return true;
  const isNamedSo = (m: Mention): boolean =>
    cast.tree.sentence.forms.slice(m.first, m.last).some((form) => /^\p{Lu}/u.test(form));
  const own = cast.mentions.find((m) => m.kind === 'party' && m.first <= actor.first && actor.first < m.last);
  if (own === undefined || (isNamedSo(own) && actor.first > 0)) return true;
  // Of a toll the title tells where it is; of a billion people it does not.
  if (titled?.includes(actor.party) && value < 100_000) return true;
  return cast.mentions.some((m) => stateOf(m.id) === actor.party && !m.id.endsWith('/JRN') && isNamedSo(m));
}
