import { type Mention, stateOf } from '../gazetteer/index.js';
import { actorsOf } from './actors.js';
import type { Actor } from './cast.js';
import { clauseOf, prepositionOf } from './clause.js';
import { attached, type Concerned, direct, isOfUnknown, isOther, unique } from './concerned.js';
import { flowOf, NOBODY } from './flows.js';
import type { Placed } from './measure.js';
import { isNamed, toPrincipal } from './named.js';
import { ownVoice } from './own-voice.js';
import type { Scene } from './scene.js';
import { child, childrenBy, head, isPredicate, lemma, relation, type Tree, upos, xpos } from './tree.js';

/** Whose a quantity is: the parties of the noun that names it, else who does it, and whom it goes to. */
export function partiesOfQuantity(scene: Scene, at: Placed, noun: number): Concerned[] {
  const { tree } = scene;
  const top = topOf(tree, at);
  if (isOfUnknown(scene, noun)) return [];
  const acting = actingAt(scene, at);
  const flow = flowOf(scene, at, noun, top, acting);
  if (flow === NOBODY || flow.length > 0) return flow;
  const owners = unique([...attached(scene, noun), ...attached(scene, top)]);
  // In a party's own voice "trade with Chile" is its own.
  const { speaker } = scene.document;
  const withOthers = childrenBy(tree, noun, 'nmod').some((n) => prepositionOf(tree, n) === 'with');
  if (owners.length === 1 && withOthers) {
    if (acting.length > 0) return unique([...owners, ...acting]);
    const own = speaker === undefined ? [] : [{ party: stateOf(speaker), first: noun, last: noun + 1 }];
    // "The deficit with China": with whose is not said.
    return own.length === 0 ? [] : unique([...owners, ...own.map((a) => ({ ...a, confidence: 0.5 }))]);
  }
  if (owners.length >= 2) return owners;
  const places = placesOf(scene, at);
  const found = unique([...owners, ...acting, ...(owners.length + acting.length === 0 ? places : [])]);
  if (found.length > 0) return found;
  // "The two sides noted that bilateral trade exceeded …": whoever the sentence is about.
  return isMutual(tree, noun) ? rootSubjects(scene) : [];
}

function isMutual(tree: Tree, noun: number): boolean {
  return childrenBy(tree, noun, 'amod', 'compound').some((a) =>
    /^(bilateral|mutual|two-way|bidirectional)$/.test(lemma(tree, a)),
  );
}

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

function rootSubjects(scene: Scene): Actor[] {
  const { tree } = scene;
  if (!isPredicate(tree, tree.root)) return [];
  const subjects = clauseOf(tree, tree.root).subjects.filter((s) => !SOURCES.has(lemma(tree, s)));
  return actorsOf(scene.cast, subjects).filter(isNamed).map(toPrincipal);
}

/** The parties that a phrase is, not those of which it is: "Haiti", not "the cities of Haiti". */
export function itself(scene: Scene, token: number): Actor[] {
  return direct(scene, token).filter((a) => isItself(scene, a));
}

/** Subjects of the clause, or of the one above it where it has none of its own. Sources of figures do not act. */
export function actingAt(scene: Scene, at: Placed): Actor[] {
  const { tree } = scene;
  for (let i = at.predicate, n = 0; i >= 0 && n < 3; i = head(tree, i), n++) {
    if (!isPredicate(tree, i)) continue;
    // "Chile's commitment to cut emissions": the owner of the commitment cuts.
    const owners =
      head(tree, i) < 0
        ? []
        : [
            ...childrenBy(tree, head(tree, i), 'nmod:poss'),
            ...childrenBy(tree, head(tree, i), 'nmod').filter((n) => prepositionOf(tree, n) === 'by'),
          ].flatMap((o) => direct(scene, o));
    if (relation(tree, i) === 'acl' && owners.length > 0) return owners;
    // "appreciation to Chile for doubling": not who appreciates it.
    const thanked = childrenBy(tree, i, 'mark', 'case').some((m) => lemma(tree, m) === 'for');
    if (thanked && child(tree, i, 'nsubj') === undefined) return [];
    // "the decision of the board to give", "the target of giving": nobody is named who gives.
    if (
      relation(tree, i) === 'acl' &&
      (xpos(tree, i) === 'VB' || child(tree, i, 'mark', 'case') !== undefined) &&
      !childrenBy(tree, i, 'nsubj').length
    )
      return [];
    // "The Bank estimated losses at", "we deplore the death of": whoever knows or says it.
    const withIt = lemma(tree, i) === 'support' && prepositionOf(tree, topOf(tree, at)) === 'with';
    if (
      KNOWS.has(lemma(tree, i)) &&
      !withIt &&
      !(n > 0 && /^(xcomp|conj)$/.test(relation(tree, at.predicate)))
    )
      return [];
    const clause = clauseOf(tree, i);
    // "called upon the developed countries to give": whoever calls does not give.
    const up = orderOver(tree, i);
    if (
      up >= 0 &&
      relation(tree, i) !== 'conj' &&
      (ORDERS.has(lemma(tree, up)) ||
        (lemma(tree, up) === 'commit' &&
          clauseOf(tree, up).objects.some((o) => o < i && upos(tree, o) !== 'PRON'))) &&
      child(tree, i, 'nsubj') === undefined
    ) {
      const asked = clauseOf(tree, up);
      const called = asked.obliques.filter((o) => /^(on|upon|to)$/.test(o.preposition)).map((o) => o.head);
      const isCall = /^(call|appeal)$/.test(lemma(tree, up)) && called.length > 0;
      const bidden = !isCall && (asked.passive || asked.objects.length > 0) ? asked.objects : called;
      return actorsOf(scene.cast, bidden).filter(isNamed).map(toPrincipal);
    }
    const subjects = clause.passive ? [...clause.subjects, ...clause.objects] : clause.subjects;
    const acting = actorsOf(
      scene.cast,
      subjects.filter(
        (s) => (s < at.first || s >= at.last) && !SOURCES.has(lemma(tree, s)) && !isOther(tree, s),
      ),
    );
    const known = acting.filter(isNamed).map(toPrincipal);
    // "Thirteen governments and the authority of Hong Kong": of a list that is known in part the rest would be missed.
    const unknown = (s: number) =>
      /^(country|nation|state|government|partner|donor|authority|bank|member)$/.test(lemma(tree, s)) &&
      actorsOf(scene.cast, [s]).length === 0;
    // "With our bilateral trade taking up a quarter, Peru …": the other of the two is the subject of the sentence.
    if (i !== tree.root && known.length < 2 && subjects.some((s) => isMutual(tree, s)))
      return [...known, ...rootSubjects(scene)];
    if (known.length > 0) return subjects.length > 1 && subjects.some(unknown) ? [] : known;
    if (child(tree, i, 'nsubj') !== undefined || !/^(advcl|xcomp|conj)$/.test(relation(tree, i))) return [];
  }
  return [];
}

/** The verb over an infinitive, or over those that it stands in ("call on them to keep their promise to give"). */
function orderOver(tree: Tree, i: number): number {
  let up = head(tree, i);
  for (
    let n = 0;
    n < 2 &&
    up >= 0 &&
    xpos(tree, up) === 'VB' &&
    /^(advcl|xcomp)$/.test(relation(tree, up)) &&
    !ORDERS.has(lemma(tree, up));
    n++
  ) {
    if (child(tree, up, 'nsubj') !== undefined) break;
    const next = head(tree, up);
    if (next >= 0 && ORDERS.has(lemma(tree, next))) return next;
    up = next;
  }
  return head(tree, i);
}

/** Verbs whose subject only knows, says or feels what is so. */
const KNOWS = new Set([
  ...[
    'estimate',
    'project',
    'forecast',
    'predict',
    'calculate',
    'think',
    'recall',
    'remember',
    'imagine',
    'note',
  ],
  ...[
    'consider',
    'regret',
    'deplore',
    'condemn',
    'commend',
    'applaud',
    'witness',
    'know',
    'believe',
    'learn',
  ],
  ...[
    'mourn',
    'welcome',
    'support',
    'acknowledge',
    'appreciate',
    'hear',
    'read',
    'warn',
    'forget',
    'observe',
  ],
]);

const ORDERS = new Set([
  'call',
  'urge',
  'ask',
  'request',
  'invite',
  'want',
  'allow',
  'encourage',
  'appeal',
  'oblige',
  'force',
  'require',
  'enable',
  'help',
]);

const SOURCES = new Set([
  ...['projection', 'estimate', 'report', 'data', 'study', 'figure', 'statistics', 'survey', 'forecast'],
]);

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
