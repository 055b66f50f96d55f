import type { Stance } from '../record/index.js';
import { opposite } from './claim.js';
import { prepositionOf } from './clause.js';
import type { Scene } from './scene.js';
import { childrenBy, conjuncts, lemma, type Tree } from './tree.js';

/** What is to end: who supports the end of something opposes it. */
const ENDINGS = new Set([
  ...['end', 'halt', 'cessation', 'elimination', 'eradication', 'abolition', 'removal', 'lifting', 'repeal'],
  ...['dismantling', 'prohibition', 'rejection', 'suspension'],
]);

/** "Calls for the Iraqi withdrawal". */
export function isWithdrawal(tree: Tree) {
  return (o: number) =>
    ENDINGS.has(lemma(tree, o)) || /^(withdrawal|departure|retreat|pullout)$/.test(lemma(tree, o));
}

/** The elimination of weapons is a principle of its own. */
function isOfWeapons(tree: Tree, o: number): boolean {
  return childrenBy(tree, o, 'nmod').some((n) =>
    conjuncts(tree, n).some((c) =>
      /^(weapons?|arms|mines?|arsenals?|stockpiles?|munitions?)$/.test(lemma(tree, c)),
    ),
  );
}

/** Stance and what it is towards, turned round where that is to end. */
export function turned(scene: Scene, stance: Stance, objects: readonly number[]) {
  const { tree } = scene;
  const ends = objects.some(
    (o) => (ENDINGS.has(lemma(tree, o)) && !isOfWeapons(tree, o)) || isDisarming(scene, o),
  );
  return { stance: ends ? opposite(stance) : stance, objects };
}

/** "The denuclearization of Chile" is pressed on Chile; that of a region or of all is a principle. */
function isDisarming({ tree, cast }: Scene, o: number): boolean {
  return (
    /^(denucleari[sz]ation|demilitari[sz]ation|disarmament|disarming)$/.test(lemma(tree, o)) &&
    childrenBy(tree, o, 'nmod').some((n) => prepositionOf(tree, n) === 'of' && (cast.partyAt[n] ?? -1) >= 0)
  );
}
