import { actorsOf } from './actors.js';
import type { Actor } from './cast.js';
import { isParty } from './claim.js';
import type { Clause } from './clause.js';
import { isNamed, toPrincipal } from './named.js';
import type { Scene, Voice } from './scene.js';
import { child, relation, xpos } from './tree.js';
import { intervening } from './whole-clause.js';

/** Who takes the stand that the verb `i` tells: its subject, else the speaker of a list of stands; several where they take it together. */
export function holdersOf(scene: Scene, i: number, clause: Clause, voice: Voice): Actor[] {
  const subjects = clause.passive ? clause.objects : clause.subjects;
  const nearer = intervening(scene, i);
  const persons = nearer ? [nearer.first] : subjects.filter((s) => isParty(scene, s));
  const named = actorsOf(scene.cast, persons).filter(isNamed).map(toPrincipal);
  if (named.length > 0) return named.filter((n, k) => named.findIndex((m) => m.party === n.party) === k);
  // "Firmly oppose protectionism": a list of what a speaker stands for.
  const { speaker } = scene.document;
  return isImperative(scene, i) && voice.attribution.length === 0 && speaker !== undefined
    ? [toPrincipal({ party: speaker, first: i, last: i + 1, confidence: 1 })]
    : [];
}

/** "Uphold the Charter": a bare verb that nobody is the subject of. */
export function isImperative({ tree }: Scene, i: number): boolean {
  return (
    relation(tree, i) === 'root' &&
    xpos(tree, i) === 'VB' &&
    child(tree, i, 'nsubj', 'csubj', 'nsubj:pass', 'aux', 'mark') === undefined
  );
}
