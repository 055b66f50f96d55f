import { actorsOf, actorsWithin, phraseOf } from '../actors.js';
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

/**
 * The parties of a tie noun: those in its name ("China-ASEAN Strategic Partnership"), its owners ("their", "our"),
 * those behind between, with, of, and the subject of the verb that it completes.
 */
export function pairOf(scene: Scene, i: number, withSubject = true): Actor[] {
  const { tree, cast } = scene;
  const { first, last } = phraseOf(tree, i);
  const named = premodifiers(tree, i)
    .flatMap((t) => actorsWithin(cast, t, t + 1))
    .reverse();
  let found = uniqueActors([...named, ...actorsWithin(cast, first, i + 1)].map(toPrincipal));
  const behind = childrenBy(tree, i, 'nmod', 'obl')
    .filter((c) => PAIRING.has(prepositionOf(tree, c)))
    .flatMap((c) => conjuncts(tree, c));
  found = [...found, ...actorsOf(cast, behind).map(toPrincipal)];
  const owners = childrenBy(tree, i, 'nmod:poss');
  for (const owner of owners) {
    const word = (tree.sentence.forms[owner] ?? '').toLowerCase();
    if (word === 'our' || word === 'their')
      found = [...found, ...pairFromDiscourse(scene, i, word === 'our')];
    else found = [...found, ...actorsOf(cast, [owner]).map(toPrincipal)];
  }
  found = uniqueActors(found);
  const governor = predicateOf(tree, i);
  if (withSubject && governor !== i && relatesDirectly(tree, i, governor)) {
    const clause = clauseOf(tree, governor);
    const others = clause.subjects.filter((s) => s !== i).flatMap((s) => issuers(tree, s));
    if (others.length > 0 && !clause.subjects.includes(i))
      found = uniqueActors([...actorsOf(cast, others).map(toPrincipal), ...found]);
    const withs = clause.obliques
      .filter((o) => o.preposition === 'with' || o.preposition === 'between')
      .map((o) => o.head);
    found = uniqueActors([...found, ...actorsOf(cast, withs).map(toPrincipal)]);
  } else if (withSubject && governor === i) {
    found = uniqueActors([...actorsOf(cast, clauseOf(tree, i).subjects).map(toPrincipal), ...found]);
  }
  const [only] = found;
  if (only !== undefined && found.length === 1 && only.party === cast.discourse.voice && withSubject) {
    found = uniqueActors([...found, ...pairFromDiscourse(scene, i, true)]);
  }
  if (found.length < 2 && last > i && childrenBy(tree, i, 'appos').length > 0) {
    found = uniqueActors([...found, ...actorsWithin(cast, i, last).map(toPrincipal)]);
  }
  return found;
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

const PAIRING = new Set(['between', 'with', 'of', 'among', 'to']);

/** Whether the noun completes the verb: object, oblique, or an oblique's "of" phrase ("the establishment of"). */
function relatesDirectly(tree: Tree, i: number, governor: number): boolean {
  for (let at = i, n = 0; at >= 0 && n < 4; at = head(tree, at), n++) {
    if (head(tree, at) === governor) return /^(obj|obl|nsubj|xcomp|nmod)$/.test(relation(tree, at));
    if (isPredicate(tree, at)) return false;
  }
  return false;
}

export function pairFromDiscourse(scene: Scene, i: number, withVoice = false): Actor[] {
  const { discourse } = scene.cast;
  const voice = discourse.voice?.replace(/\/.*/, '');
  const named = discourse.pair();
  const pair = withVoice && voice !== undefined && !named.includes(voice) ? discourse.pairWithVoice() : named;
  return pair.map((party) => ({ party, first: i, last: i + 1, confidence: 0.6 }));
}

export function modified(tree: Tree, i: number, words: readonly string[]): boolean {
  return childrenBy(tree, i, 'amod', 'compound', 'nmod').some((c) => words.includes(lemma(tree, c)));
}

export function toPrincipal(actor: Actor): Actor {
  return actor.party.includes('/') && !actor.party.startsWith('-')
    ? { ...actor, party: principalOf(actor.party) }
    : actor;
}

export function principalOf(party: string): string {
  return party.startsWith('-') ? party : party.replace(/\/.*$/, '');
}

export function uniqueActors(actors: readonly Actor[]): Actor[] {
  const seen = new Set<string>();
  return actors.filter(
    (a) => !a.party.startsWith('-') && !seen.has(a.party) && seen.add(a.party) !== undefined,
  );
}
