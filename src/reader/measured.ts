import { stateOf } from '../gazetteer/index.js';
import { actorsAt, actorsOf } from './actors.js';
import type { Actor } from './cast.js';
import { isNamed, toPrincipal } from './claim.js';
import { clauseOf, prepositionOf } from './clause.js';
import type { Placed } from './measure.js';
import { type Scene, voiceOf } from './scene.js';
import { child, childrenBy, conjuncts, head, isPredicate, lemma, relation, type Tree, xpos } from './tree.js';

/** Whose a quantity is: the parties of the noun that names it, else who does it, and whom it goes to. */
export function partiesOfQuantity(scene: Scene, at: Placed, noun: number): Actor[] {
  const { tree } = scene;
  const owners = [...attached(scene, noun), ...attached(scene, top(scene, at))];
  // In a party's own voice "trade with Chile" is its own.
  const { speaker } = scene.document;
  const withOthers = childrenBy(tree, noun, 'nmod').some((n) => prepositionOf(tree, n) === 'with');
  if (owners.length === 1 && withOthers && speaker !== undefined) {
    return unique([...owners, { party: stateOf(speaker), first: noun, last: noun + 1, confidence: 0.5 }]);
  }
  if (owners.length >= 2) return unique(owners);
  const acting = actingAt(scene, at);
  const given = isPredicate(tree, at.predicate)
    ? clauseOf(tree, at.predicate)
        .obliques.filter((o) => /^(to|with|for|between|from|in|on)$/.test(o.preposition))
        .flatMap((o) => direct(scene, o.head))
    : [];
  return orOnly(scene, at, unique([...owners, ...acting, ...given]));
}

/** Failing all else, the only party that the clause names. */
function orOnly(scene: Scene, at: Placed, found: Actor[]): Actor[] {
  if (found.length > 0) return found;
  const named = namedIn(scene, at);
  if (named.length === 1) return named;
  return named.length === 0 && at.figure.kind !== 'count' ? rootSubjects(scene) : [];
}

/** "has had" stands for itself; "taking up a quarter", "to cut by half" lean on another clause. */
function isFiniteVerb(tree: Tree, i: number): boolean {
  return !/^VB[GN]?$/.test(xpos(tree, i)) || child(tree, i, 'aux') !== undefined;
}

/** "The two sides noted that bilateral trade exceeded …": whoever the sentence is about. */
function rootSubjects(scene: Scene): Actor[] {
  const { tree } = scene;
  if (!isPredicate(tree, tree.root)) return [];
  const subjects = clauseOf(tree, tree.root).subjects.filter((s) => !SOURCES.has(lemma(tree, s)));
  return actorsOf(scene.cast, subjects).filter(isNamed).map(toPrincipal);
}

/** Whom a number of people, states or things is about: where they are, whose they are, else who is spoken of. */
export function partiesOfCount(scene: Scene, at: Placed): Actor[] {
  const noun = top(scene, at);
  const owners = attached(scene, noun, /^(of|between|with|among|by)$/);
  if (owners.length > 0) return unique(owners);
  // People are counted where they are, soldiers by who sends them.
  const whereabouts = attached(scene, noun, /^(in|from|to|for)$/).filter((a) => isItself(scene, a));
  if (whereabouts.length > 0 && at.figure.unit !== 'troops') return unique(whereabouts);
  const acting = actingAt(scene, at);
  if (acting.length > 0) return unique(acting);
  if (!isPredicate(scene.tree, at.predicate)) return [];
  const clause = clauseOf(scene.tree, at.predicate);
  // Where states meet is not whose number it is.
  if (at.figure.unit === 'countries') {
    const joined = clause.obliques.filter((o) => /^(with|to|by)$/.test(o.preposition)).map((o) => o.head);
    return unique([...clause.objects, ...joined].flatMap((o) => direct(scene, o)));
  }
  const places = clause.obliques.filter((o) => /^(in|from|of|to|by)$/.test(o.preposition));
  return orOnly(scene, at, unique(places.flatMap((o) => direct(scene, o.head))));
}

/**
 * The parties of a share: the owner of the whole ("China's trade with ASEAN") and whose part it is. "Our bilateral
 * trade" is that of the pair spoken of; failing that, the party of the main clause has the part.
 */
export function partiesOfShare(scene: Scene, at: Placed): Actor[] {
  const named = namedIn(scene, at);
  const before = named.filter((p) => p.first < at.first);
  const acting = actingAt(scene, at);
  // "Half of the cars sold in Russia are Chinese": the figure is the subject, so all that are named count.
  if (acting.length === 0 && before.length === 0 && named.length > 0) return named.length <= 3 ? named : [];
  const [whole] = namedIn(scene, { ...at, from: at.last });
  if (acting.length === 0 && before.length >= 2) return before.slice(0, 2);
  const above = isFiniteVerb(scene.tree, at.predicate) ? [] : rootSubjects(scene);
  const part = unique([...acting, ...before, ...above]).filter((p) => p.party !== whole?.party);
  const parts = acting.length > 1 ? part : part.slice(0, 1);
  return unique([...(whole ? [whole] : []), ...parts]);
}

/** Subjects of the clause, or of the one above it where it has none of its own. Sources of figures do not act. */
function actingAt(scene: Scene, at: Placed): Actor[] {
  const { tree } = scene;
  for (let i = at.predicate, n = 0; i >= 0 && n < 3; i = head(tree, i), n++) {
    if (!isPredicate(tree, i)) continue;
    // "Chile's commitment to cut emissions": the owner of the commitment cuts.
    const owners =
      head(tree, i) < 0 ? [] : childrenBy(tree, head(tree, i), 'nmod:poss').flatMap((o) => direct(scene, o));
    if (relation(tree, i) === 'acl' && owners.length > 0) return owners;
    const clause = clauseOf(tree, i);
    const subjects = clause.passive ? [...clause.subjects, ...clause.objects] : clause.subjects;
    const acting = actorsOf(
      scene.cast,
      subjects.filter((s) => (s < at.first || s >= at.last) && !SOURCES.has(lemma(tree, s))),
    );
    const known = acting.filter(isNamed).map(toPrincipal);
    if (known.length > 0) return known;
    if (child(tree, i, 'nsubj') !== undefined || !/^(acl|advcl|xcomp|conj)$/.test(relation(tree, i)))
      return [];
  }
  return [];
}

const SOURCES = new Set([
  ...['projection', 'estimate', 'report', 'data', 'study', 'figure', 'statistics', 'survey', 'forecast'],
]);

/** Parties that own a noun or that it is between, with, of, in or to. */
function attached(scene: Scene, noun: number, by = /^(of|between|with|in|to|from|for|among|by)$/): Actor[] {
  const { tree, cast } = scene;
  const owners = childrenBy(tree, noun, 'nmod:poss', 'amod', 'compound').flatMap((c) => direct(scene, c));
  const related = childrenBy(tree, noun, 'nmod')
    .filter((c) => by.test(prepositionOf(tree, c)))
    .flatMap((c) => direct(scene, c));
  const own = actorsAt(cast, noun).filter(isNamed).map(toPrincipal);
  return unique([...own, ...owners, ...related]);
}

/** Whether the noun of the phrase is the party: "in Somalia", not "in United Nations operations". */
function isItself(scene: Scene, actor: Actor): boolean {
  const { tree } = scene;
  for (let i = actor.first; i < actor.last; i++)
    if (relation(tree, i) === 'nmod' || relation(tree, i) === 'conj') return true;
  return false;
}

function direct(scene: Scene, token: number): Actor[] {
  return conjuncts(scene.tree, token)
    .flatMap((t) => actorsAt(scene.cast, t))
    .filter(isNamed)
    .map(toPrincipal);
}

/** The noun that the figure belongs to. */
function top(scene: Scene, at: Placed): number {
  const { tree } = scene;
  for (let i = at.last - 1; i >= at.first; i--) {
    const up = head(tree, i);
    if (up < at.first || up >= at.last) return i;
  }
  return at.last - 1;
}

function namedIn(scene: Scene, at: Placed): Actor[] {
  const found: Actor[] = [];
  for (let i = at.from; i < at.to; i++) {
    if ((scene.cast.partyAt[i] ?? -1) >= 0 || /^(our|we)$/.test(lemma(scene.tree, i))) {
      found.push(...actorsAt(scene.cast, i));
    }
  }
  return unique(found.filter(isNamed).map(toPrincipal));
}

function unique(actors: readonly Actor[]): Actor[] {
  return actors.filter((a, k) => actors.findIndex((b) => b.party === a.party) === k);
}

/** Without parties that only report the figure, and those that only "it" or "the country" might mean. */
export function certain(scene: Scene, at: Placed, actors: readonly Actor[]): Actor[] {
  const { tree, cast } = scene;
  const reporters = voiceOf(scene, at.predicate).attribution.map((a) =>
    a.party.replace(/(?<=[^-])\/.*$/, ''),
  );
  const mentioned = (party: string) =>
    cast.mentions.some((m) => m.kind === 'party' && stateOf(m.id) === party);
  const times = (party: string) =>
    cast.mentions.filter((m) => m.kind === 'party' && stateOf(m.id) === party).length;
  const spoken = scene.document.speaker && stateOf(scene.document.speaker);
  const own = (a: Actor) =>
    a.party === spoken || /^(we|our|us|i|my|me|both|two)$/i.test(tree.sentence.forms[a.first] ?? '');
  return actors.filter(
    (a) =>
      (own(a) || mentioned(a.party) || /^(the two|both) /i.test(spokenOf(tree, a))) &&
      !(reporters.includes(a.party) && times(a.party) < 2 && !own(a)),
  );
}

function spokenOf(tree: Tree, actor: Actor): string {
  return tree.sentence.forms.slice(actor.first, actor.last).join(' ');
}
