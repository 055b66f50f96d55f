import { type Mention, stateOf } from '../gazetteer/index.js';
import type { Actor } from './cast.js';
import { clauseOf, prepositionOf } from './clause.js';
import { type Concerned, direct } from './concerned.js';
import type { Placed } from './measure.js';
import { ownVoice } from './own-voice.js';
import type { Scene } from './scene.js';
import { childrenBy, head, isPredicate, lemma, relation, type Tree, upos, xpos } from './tree.js';

/** States where the clause says it is: "in Slovakia". */
export function placesOf(scene: Scene, at: Placed): Actor[] {
  if (!isPredicate(scene.tree, at.predicate)) return [];
  const here = clauseOf(scene.tree, at.predicate)
    .obliques.filter((o) => /^(in|within|across|for|between)$/.test(o.preposition))
    .filter((o) => (scene.cast.partyAt[o.head] ?? -1) >= 0 && !isLanguage(scene, o.head))
    .flatMap((o) => direct(scene, o.head));
  return [...whereOf(scene, at.predicate), ...here];
}

/** "in Chile, where 500 people": what a clause with "where" explains, the noun over it or the name before it. */
export function whereOf(scene: Scene, predicate: number): Actor[] {
  const { tree, cast } = scene;
  const where = childrenBy(tree, predicate, 'advmod').find((a) => lemma(tree, a) === 'where');
  if (where === undefined || where === 0) return [];
  const before = upos(tree, where - 1) === 'PUNCT' ? where - 2 : where - 1;
  if ((cast.partyAt[before] ?? -1) >= 0) return direct(scene, before);
  return relation(tree, predicate) === 'acl' ? direct(scene, head(tree, predicate)) : [];
}

/** "in Portuguese": an adjective that no noun follows. */
export function isLanguage({ tree, cast }: Scene, token: number): boolean {
  return (
    upos(tree, token) === 'ADJ' && (cast.partyAt[token] ?? -1) >= 0 && prepositionOf(tree, token) === 'in'
  );
}

/** Parties that the clause names beside the owner: "sent 500 soldiers to Haiti", "lost 10 billion in trade with Peru". */
export function besideAt(scene: Scene, at: Placed): Actor[] {
  if (!isPredicate(scene.tree, at.predicate)) return [];
  return clauseOf(scene.tree, at.predicate)
    .obliques.filter((o) => /^(in|into|to|from|with|against|for|by)$/.test(o.preposition))
    .filter((o) => o.head < at.first || o.head >= at.last)
    .flatMap((o) => {
      const found = isLanguage(scene, o.head) ? [] : itself(scene, o.head);
      // "in addition to the end of the Agency": a body is no place.
      return o.preposition === 'in'
        ? found.filter((a) => scene.gazetteer.parties.get(a.party)?.kind !== 'body')
        : found;
    })
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
  if (parties.some((a) => isOfAll(scene, a, at))) return [];
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

/**
 * "We" and "our" of more than the speaker: "Member States agree to cut our budgets", "both of our countries protect our sea", "we, the
 * island states".
 */
function isOfAll({ tree, cast }: Scene, actor: Actor, at: Placed): boolean {
  if (!/^(we|us|our|ours)$/i.test(tree.sentence.forms[actor.first] ?? '')) return false;
  const subjects = isPredicate(tree, at.predicate) ? clauseOf(tree, at.predicate).subjects : [];
  return subjects.some((s) => {
    if ((cast.partyAt[s] ?? -1) >= 0 || s === topOf(tree, at)) return false;
    const word = lemma(tree, s);
    if (word === 'we')
      return (
        /^(all|both)$/i.test(tree.sentence.forms[s + 1] ?? '') || childrenBy(tree, s, 'appos').some(isMany)
      );
    if (/^(all|both|each|most|many|none)$/.test(word))
      return childrenBy(tree, s, 'nmod').some((n) => isMany(n) || lemma(tree, n) === 'we');
    return isMany(s);
  });

  function isMany(token: number): boolean {
    return (
      /^NNP?S$/.test(xpos(tree, token)) &&
      /^(country|state|nation|government|member|economy|island|party|power|people)$/.test(
        lemma(tree, token),
      ) &&
      (cast.partyAt[token] ?? -1) < 0
    );
  }
}
