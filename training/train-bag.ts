import {
  BAG_PARTS,
  type BagInput,
  type BagPart,
  type BagShape,
  bagLayout,
  bagPass,
} from '../src/reader/judges/bag-network.js';
import { normal, randomNumbers, shuffle } from './random.js';

export interface BagExample {
  readonly input: BagInput;
  readonly target: number;
  /** How much it counts. */
  readonly weight: number;
}

export interface BagOptions {
  readonly seed: number;
  readonly epochs: number;
  readonly rate: number;
  /** Share of features, and of words' vectors, left out at random. */
  readonly drop: number;
}

const BATCH = 48;
const WARM_UP = 200;
const DECAY = 2e-3;
const SMOOTHING = 0.05;

/**
 * Trains one network: Adam, the rate rising, then falling as a cosine to nothing. Rows of features that a batch does not hold are
 * left as they are in its step (lazy Adam), since most batches hold few of them.
 */
export function trainBag(
  shape: BagShape,
  examples: readonly BagExample[],
  { seed, epochs, rate, drop }: BagOptions,
  log: (line: string) => void,
): Float64Array {
  const random = randomNumbers(seed);
  const weights = initial(shape, random);
  const gradients = new Float64Array(weights.length);
  const first = new Float64Array(weights.length);
  const second = new Float64Array(weights.length);
  const at = bagLayout(shape);
  const { hidden } = shape;
  const steps = epochs * Math.ceil(examples.length / BATCH);
  const order = Int32Array.from(examples, (_, k) => k);
  const touched = new Set<number>();
  let step = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const began = Date.now();
    shuffle(order, random);
    let loss = 0;
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.subarray(from, from + BATCH);
      touched.clear();
      for (const k of batch) {
        const { input, target, weight } = examples[k] as BagExample;
        const seen = thinned(input, shape, drop, random);
        for (const f of seen.features) touched.add(f);
        loss += learnBag(shape, weights, gradients, seen, target, weight);
      }
      step++;
      const now = rate * Math.min(1, step / WARM_UP) * (0.5 + 0.5 * Math.cos((Math.PI * step) / steps));
      const [c1, c2] = [1 - 0.9 ** step, 1 - 0.999 ** step];
      const update = (start: number, end: number): void => {
        for (let w = start; w < end; w++) {
          const g = (gradients[w] as number) / batch.length;
          gradients[w] = 0;
          const m = 0.9 * (first[w] as number) + 0.1 * g;
          const v = 0.999 * (second[w] as number) + 0.001 * g * g;
          first[w] = m;
          second[w] = v;
          const old = weights[w] as number;
          weights[w] = old - now * (m / c1 / (Math.sqrt(v / c2) + 1e-8) + DECAY * old);
        }
      };
      for (const f of touched) update(at.features + f * hidden, at.features + (f + 1) * hidden);
      // All that follows the features.
      update(at.vectors, weights.length);
    }
    log(
      `epoch ${epoch}: loss ${(loss / examples.length).toFixed(3)}, ${Math.round((Date.now() - began) / 1000)} s`,
    );
  }
  return weights;
}

/**
 * Adds the gradients of one example's loss to `gradients`.
 *
 * @returns the loss
 */
export function learnBag(
  shape: BagShape,
  weights: Float64Array,
  gradients: Float64Array,
  input: BagInput,
  target: number,
  weight = 1,
): number {
  const at = bagLayout(shape);
  const { hidden, classes } = shape;
  const { units, classes: shares } = bagPass(shape, weights, input);
  const back = new Float64Array(hidden);
  for (let k = 0; k < classes; k++) {
    const wanted = (k === target ? 1 - SMOOTHING : 0) + SMOOTHING / classes;
    const g = weight * ((shares[k] as number) - wanted);
    gradients[at.classBias + k] = (gradients[at.classBias + k] as number) + g;
    for (let c = 0; c < hidden; c++) {
      const unit = units[c] as number;
      if (unit <= 0) continue;
      const w = at.classes + c * classes + k;
      back[c] = (back[c] as number) + g * (weights[w] as number);
      gradients[w] = (gradients[w] as number) + g * unit;
    }
  }
  for (let c = 0; c < hidden; c++)
    gradients[at.bias + c] = (gradients[at.bias + c] as number) + (back[c] as number);
  for (const f of input.features) {
    const row = at.features + f * hidden;
    for (let c = 0; c < hidden; c++)
      gradients[row + c] = (gradients[row + c] as number) + (back[c] as number);
  }
  for (let k = 0; k < input.vectors.length; k++) {
    const value = input.vectors[k] as number;
    if (value === 0) continue;
    const row = at.vectors + k * hidden;
    for (let c = 0; c < hidden; c++)
      gradients[row + c] = (gradients[row + c] as number) + value * (back[c] as number);
  }
  return -weight * Math.log((shares[target] as number) + 1e-9);
}

/** An example of which a part is left out, so that the network does not lean on any one thing. */
function thinned(input: BagInput, { slots, vector }: BagShape, drop: number, random: () => number): BagInput {
  const vectors = input.vectors.slice();
  for (let s = 0; s < slots; s++) if (random() < drop) vectors.fill(0, s * vector, (s + 1) * vector);
  return { features: input.features.filter(() => random() >= drop), vectors };
}

function initial(shape: BagShape, random: () => number): Float64Array {
  const at = bagLayout(shape);
  const weights = new Float64Array(at.length);
  const gain: Partial<Record<BagPart, number>> = {
    features: 0.15,
    vectors: 0.5 / Math.sqrt(shape.slots * shape.vector),
    classes: 1 / Math.sqrt(shape.hidden),
  };
  for (const [name, deviation] of Object.entries(gain) as [BagPart, number][]) {
    const [rows, columns] = BAG_PARTS[name](shape);
    for (let k = 0; k < rows * columns; k++) weights[at[name] + k] = deviation * normal(random);
  }
  return weights;
}
