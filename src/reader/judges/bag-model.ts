import type { WordVectors } from '../../language/index.js';
import { BAG_PARTS, type BagInput, type BagPart, type BagShape, bagLayout, bagPass } from './bag-network.js';
import type { Sight } from './sight.js';

/** Networks that judge together by the same features. */
export interface BagModel {
  readonly shape: BagShape;
  readonly features: readonly string[];
  readonly classes: readonly string[];
  readonly networks: readonly Float64Array[];
}

/** Components of GloVe's vectors have a deviation of about 0.4. */
export const GAIN = 2.5;

const indexes = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Features by what they add to the vote for a class, the most first; only those that add to it. */
export function votesOf(model: BagModel, vectors: WordVectors, sight: Sight, chosen: number): string[] {
  const { hidden, classes } = model.shape;
  const at = bagLayout(model.shape);
  const input = bagInput(model, vectors, sight);
  const votes = new Map<number, number>();
  for (const weights of model.networks) {
    const { units } = bagPass(model.shape, weights, input);
    for (const f of input.features) {
      let vote = votes.get(f) ?? 0;
      for (let c = 0; c < hidden; c++) {
        if ((units[c] as number) <= 0) continue;
        vote +=
          (weights[at.features + f * hidden + c] as number) *
          (weights[at.classes + c * classes + chosen] as number);
      }
      votes.set(f, vote);
    }
  }
  return [...votes]
    .filter(([, vote]) => vote > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([f]) => model.features[f] as string);
}

/** A sight in the numbers of a model; features that it does not know are left out. */
export function bagInput(
  model: Pick<BagModel, 'shape' | 'features'>,
  vectors: WordVectors,
  sight: Sight,
): BagInput {
  const { vector, slots } = model.shape;
  const values = new Float64Array(slots * vector);
  for (let s = 0; s < slots; s++) vectors.fill(sight.words[s] as number, values, s * vector);
  for (let k = 0; k < values.length; k++) values[k] = GAIN * (values[k] as number);
  return { features: numbersOf(model.features, sight.features), vectors: values };
}

function numbersOf(names: readonly string[], features: readonly string[]): number[] {
  let index = indexes.get(names);
  if (!index) {
    index = new Map(names.map((name, k) => [name, k]));
    indexes.set(names, index);
  }
  const found: number[] = [];
  for (const name of features) {
    const number = index.get(name);
    if (number !== undefined) found.push(number);
  }
  return found;
}

/** Parts of a network's weights: where they begin and end, and how many columns they have. */
export function bagParts(shape: BagShape): [BagPart, number, number, number][] {
  const at = bagLayout(shape);
  return (Object.keys(BAG_PARTS) as BagPart[]).map((name) => {
    const [rows, columns] = BAG_PARTS[name](shape);
    return [name, at[name], at[name] + rows * columns, columns];
  });
}
