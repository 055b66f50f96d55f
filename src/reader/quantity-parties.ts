import { stateOf } from '../gazetteer/index.js';
import { actingAt, isMutual, rootSubjects } from './acting.js';
import { actorsOf } from './actors.js';
import type { Actor } from './cast.js';
import { clauseOf, prepositionOf } from './clause.js';
import { attached, type Concerned, direct, isOfUnknown, unique } from './concerned.js';
import { flowOf, NOBODY } from './flows.js';
import type { Placed } from './measure.js';
import { placesOf, topOf } from './measured.js';
import { isNamed, toPrincipal } from './named.js';
import type { Scene } from './scene.js';
import { child, childrenBy, head, lemma, relation, xpos } from './tree.js';

/** Whose a quantity is: the parties of the noun that names it, else who does it, and whom it goes to. */
export function partiesOfQuantity(scene: Scene, at: Placed, noun: number): Concerned[] {
  const { tree } = scene;
  const top = topOf(tree, at);
  if (isOfUnknown(scene, noun)) return [];
  const promised = subjectBehind(scene, at, top);
  if (promised !== undefined) return promised;
  const acting = actingAt(scene, at);
  const flow = flowOf(scene, at, noun, top, acting);
  if (flow === NOBODY || flow.length > 0) return flow;
  const owners = unique([
    ...attached(scene, noun),
    ...attached(scene, top),
    ...[noun, top].flatMap((n) => agentsOf(scene, n)),
  ]);
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
  const { indirect } = clauseOf(tree, at.predicate);
  // "owes Peru 5 million", "cost Peru 5 million"
  const owed =
    at.figure.kind === 'money' && /^(owe|cost)$/.test(lemma(tree, at.predicate))
      ? [...indirect, ...clauseOf(tree, at.predicate).objects]
          // "cost our societies": of many.
          .filter((o) => xpos(tree, o) !== 'NNS')
          .flatMap((o) => direct(scene, o))
      : [];
  const found = unique([
    ...owners,
    ...acting,
    ...owed,
    ...(owners.length + acting.length === 0 ? places : []),
  ]);
  if (found.length > 0) return found;
  // "The two sides noted that bilateral trade exceeded …": whoever the sentence is about.
  return isMutual(tree, noun) ? rootSubjects(scene) : [];
}

/** "funds approved by the Fund": who did what is measured. */
function agentsOf(scene: Scene, noun: number): Actor[] {
  const { tree } = scene;
  return childrenBy(tree, noun, 'acl')
    .filter((c) => xpos(tree, c) === 'VBN')
    .flatMap((c) => childrenBy(tree, c, 'obl').filter((o) => prepositionOf(tree, o) === 'by'))
    .flatMap((o) => direct(scene, o));
}

/** "the 100 billion Chile needs": whoever the clause behind a sum is of, empty where that is nobody known. */
function subjectBehind(scene: Scene, at: Placed, top: number): Actor[] | undefined {
  const { tree, cast } = scene;
  if (at.figure.kind !== 'money' || child(tree, top, 'det') === undefined) return undefined;
  for (let i = at.last; i < Math.min(at.last + 3, tree.length); i++)
    if (relation(tree, i) === 'nsubj')
      return head(tree, i) > i && !/^(that|which|who)$/.test(lemma(tree, i))
        ? actorsOf(cast, [i]).filter(isNamed).map(toPrincipal)
        : undefined;
  return undefined;
}
