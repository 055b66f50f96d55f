/** Sizes of a bag network. */
export interface BagShape {
  readonly features: number;
  /** Places of words with vectors, and columns of these. */
  readonly slots: number;
  readonly vector: number;
  readonly hidden: number;
  readonly classes: number;
}

/** A sight in numbers. */
export interface BagInput {
  readonly features: readonly number[];
  /** Slots × columns of the vectors, zeros where there is none. */
  readonly vectors: Float64Array;
}

/** Matrices of a bag network, by rows, in the order in which they lie in its weights. */
export const BAG_PARTS = {
  features: (s: BagShape) => [s.features, s.hidden],
  vectors: (s: BagShape) => [s.slots * s.vector, s.hidden],
  bias: (s: BagShape) => [1, s.hidden],
  classes: (s: BagShape) => [s.hidden, s.classes],
  classBias: (s: BagShape) => [1, s.classes],
} as const satisfies Record<string, (shape: BagShape) => readonly [number, number]>;

export type BagPart = keyof typeof BAG_PARTS;

/** Where each matrix begins in the weights, and how many numbers there are in all. */
export function bagLayout(shape: BagShape): Record<BagPart, number> & { readonly length: number } {
  let length = 0;
  const starts: Partial<Record<BagPart, number>> = {};
  for (const name of Object.keys(BAG_PARTS) as BagPart[]) {
    starts[name] = length;
    const [rows, columns] = BAG_PARTS[name](shape);
    length += rows * columns;
  }
  return { ...(starts as Record<BagPart, number>), length };
}

/**
 * What is seen adds up in a layer of rectified units, which vote for the classes (a bag of embedded features: the classifier of
 * Chen & Manning 2014 without its cube).
 *
 * @returns the units, and the probabilities of the classes
 */
export function bagPass(
  shape: BagShape,
  weights: Float64Array,
  input: BagInput,
): { readonly units: Float64Array; readonly classes: Float64Array } {
  const at = bagLayout(shape);
  const { hidden, classes } = shape;
  const units = weights.slice(at.bias, at.bias + hidden);
  for (const f of input.features) {
    const row = at.features + f * hidden;
    for (let c = 0; c < hidden; c++) units[c] = (units[c] as number) + (weights[row + c] as number);
  }
  for (let k = 0; k < input.vectors.length; k++) {
    const value = input.vectors[k] as number;
    if (value === 0) continue;
    const row = at.vectors + k * hidden;
    for (let c = 0; c < hidden; c++) units[c] = (units[c] as number) + value * (weights[row + c] as number);
  }
  const votes = weights.slice(at.classBias, at.classBias + classes);
  for (let c = 0; c < hidden; c++) {
    const value = units[c] as number;
    if (value <= 0) {
      units[c] = 0;
      continue;
    }
    const row = at.classes + c * classes;
    for (let k = 0; k < classes; k++) votes[k] = (votes[k] as number) + value * (weights[row + k] as number);
  }
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < classes; k++) most = Math.max(most, votes[k] as number);
  let sum = 0;
  for (let k = 0; k < classes; k++) {
    votes[k] = Math.exp((votes[k] as number) - most);
    sum += votes[k] as number;
  }
  for (let k = 0; k < classes; k++) votes[k] = (votes[k] as number) / sum;
  return { units, classes: votes };
}
