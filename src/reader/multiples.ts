import { clauseOf } from './clause.js';
import { unique } from './concerned.js';
import { figureWording } from './figure-wording.js';
import { frameOf, type Measure } from './measure.js';
import { certain } from './measured.js';
import { quantityAt } from './quantities.js';
import { nameAt } from './quantity-names.js';
import { partiesOfQuantity } from './quantity-parties.js';
import { reachedAt } from './reached.js';
import { clauseExtent, type Scene } from './scene.js';
import { saysAll } from './short-name.js';
import { isPredicate, lemma } from './tree.js';

/** Verbs of multiplying, with the change in per cent. */
const MULTIPLIES: ReadonlyMap<string, number> = new Map([
  ['double', 100],
  ['triple', 200],
  ['treble', 200],
  ['quadruple', 300],
  ['halve', -50],
]);

/** "Norway has doubled its aid", "trade tripled": a change without a figure. */
export function multiplesOf(scene: Scene): Measure[] {
  const { tree } = scene;
  const found: Measure[] = [];
  for (let i = 0; i < tree.length; i++) {
    const change = MULTIPLIES.get(lemma(tree, i));
    if (change === undefined || !isPredicate(tree, i)) continue;
    const { objects, subjects } = clauseOf(tree, i);
    const [named] = [...objects, ...subjects].flatMap((t) =>
      quantityAt(tree, t) === undefined ? [] : (nameAt(scene, t) ?? []),
    );
    if (named === undefined) continue;
    const { quantity, token: noun } = named;
    const { first, last } = clauseExtent(tree, i);
    const figure = { start: 0, end: 0, kind: 'percent' as const, value: change, unit: '%' };
    const at = { figure, first: i, last: i + 1, predicate: i, from: first, to: last };
    const owned = certain(scene, at, partiesOfQuantity(scene, at, noun));
    if (owned.length === 0) continue;
    const parties = unique([...owned, ...reachedAt(scene, at, owned)]);
    const clause = figureWording(scene, at);
    found.push({
      ...frameOf(scene, { ...at, isChange: true }, parties),
      quantity:
        clause === undefined || saysAll(scene, `${quantity} ${lemma(tree, i)}`, clause)
          ? `change of ${quantity}`
          : clause.words,
      value: Math.abs(change),
      unit: '%',
      change,
    });
  }
  return found;
}
