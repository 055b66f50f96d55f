import { namesActor } from '../actors.js';
import type { Scene } from '../scene.js';
import { deprel, head, lemma, relation, upos } from '../tree.js';
import type { WordGraph } from './graph.js';

/** Words before a noun among which its preposition is looked for. */
const NEAR = 6;

/** A word graph with what tells parties: whom the gazetteer names, what a word hangs on and how, its prepositions. */
export function partyGraph(graph: WordGraph, scenes: readonly Scene[]): WordGraph {
  const features = scenes.flatMap((scene) => scene.tree.lemmas.map((_, i) => partyFeatures(scene, i)));
  return { ...graph, features: graph.features.map((own, i) => [...own, ...(features[i] ?? [])]) };
}

function partyFeatures(scene: Scene, i: number): string[] {
  const { tree, cast } = scene;
  const found: string[] = [];
  if ((cast.partyAt[i] ?? -1) >= 0) found.push('party');
  if ((cast.placeAt[i] ?? -1) >= 0) found.push('place');
  if (namesActor(cast, i)) found.push('actor');
  const over = head(tree, i);
  if (over >= 0)
    found.push(
      `head-${upos(tree, over)}`,
      `head-${deprel(tree, over)}`,
      `${deprel(tree, i)}-under-${deprel(tree, over)}`,
    );
  for (let j = Math.max(0, i - NEAR); j < i; j++)
    if (head(tree, j) === i && relation(tree, j) === 'case') found.push(`case-${lemma(tree, j)}`);
  return found;
}
