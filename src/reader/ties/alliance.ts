import { actorsOf } from '../actors.js';
import { clauseOf, prepositionOf } from '../clause.js';
import { predicateOf, refs, type Scene, wordsOf } from '../scene.js';
import { child, childrenBy, conjuncts, lemma } from '../tree.js';
import { pairFromDiscourse, pairOf, uniqueActors } from './parties.js';
import { frame, type Tie } from './standing.js';

/** "military alliance", "treaty ally", "alliance with". */
export function alliance(scene: Scene, i: number): Tie | undefined {
  const { tree } = scene;
  const word = lemma(tree, i);
  const modifiers = childrenBy(tree, i, 'amod', 'compound').map((c) => lemma(tree, c));
  if (prepositionOf(tree, i) === 'in') return undefined;
  const military = modifiers.some(
    (m) => m === 'military' || m === 'defense' || m === 'defence' || m === 'treaty' || m === 'security',
  );
  if ((word === 'bloc' || word === 'pact') && !military) return undefined;
  const copulaSubject = child(tree, i, 'cop') === undefined ? undefined : child(tree, i, 'nsubj');
  const named = copulaSubject === undefined ? [] : actorsOf(scene.cast, [copulaSubject]);
  const subjectBody = named.find((a) => scene.gazetteer.parties.get(a.party)?.kind === 'body');
  let parties = pairOf(scene, i);
  let name: string | undefined;
  if (subjectBody && copulaSubject !== undefined) {
    // "The Quad between A, B and C is an emerging military alliance": the members are the parties.
    const members = childrenBy(tree, copulaSubject, 'nmod').flatMap((c) => conjuncts(tree, c));
    const among = actorsOf(scene.cast, members);
    name = scene.gazetteer.parties.get(subjectBody.party)?.aliases[0]?.form ?? subjectBody.party;
    name = wordsOf(scene, subjectBody.first, subjectBody.last).replace(/^the /i, '') || name;
    const itself = [...parties, ...among].filter((a) => a.party !== subjectBody.party);
    parties = uniqueActors(itself);
  }
  const against = actorsOf(
    scene.cast,
    childrenBy(tree, i, 'nmod', 'obl').filter((c) => prepositionOf(tree, c) === 'against'),
  );
  parties = parties.filter((p) => !against.some((a) => a.party === p.party));
  if (parties.length < 2) return undefined;
  const base = frame(scene, i, parties);
  return {
    ...base,
    tie: 'alliance',
    ...(name === undefined ? {} : { name }),
    ...(against.length === 0 ? {} : { against: refs(scene, against) }),
  };
}

/** "The relationship is based on non-alignment": an alliance denied. */
export function nonAlignment(scene: Scene, i: number): Tie | undefined {
  const clause = clauseOf(scene.tree, predicateOf(scene.tree, i));
  const subject = clause.passive ? clause.objects : clause.subjects;
  const nouns = new Set(['relationship', 'partnership', 'tie', 'relation', 'cooperation']);
  if (!subject.some((s) => nouns.has(lemma(scene.tree, s)))) return undefined;
  const parties = subject.flatMap((s) => pairOf(scene, s));
  const pair = parties.length >= 2 ? parties : pairFromDiscourse(scene, i);
  if (pair.length < 2) return undefined;
  return { ...frame(scene, i, pair), tie: 'alliance', modality: 'denied', status: 'absent' };
}
