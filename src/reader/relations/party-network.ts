import { layoutOf } from './network-file.js';
import { multiplyAdd } from './relation-network.js';

/** Sizes of a network that points to the parties of a text's main act. */
export interface PartyShape {
  /** Known features of words. */
  readonly features: number;
  /** Width of what a word's features and its vector add up to. */
  readonly sum: number;
  /** Columns of the word vectors. */
  readonly vector: number;
  /** Width of the layers; even. */
  readonly width: number;
}

/** Columns of the scores: the source's, the recipient's, and what fills them up to what the trainer's kernels take. */
export const SCORES = 8;

/** Matrices of such a network, by rows, in the order in which they lie in its weights. */
export const PARTY_PARTS = {
  features: (s: PartyShape) => [s.features, s.sum],
  vectors: (s: PartyShape) => [s.vector, s.sum],
  'vectors.bias': (s: PartyShape) => [1, s.sum],
  input: (s: PartyShape) => [s.sum, s.width],
  'input.bias': (s: PartyShape) => [1, s.width],
  layer: (s: PartyShape) => [s.width, 3 * s.width],
  /** Weights and biases of what is forgotten and what is let through, by direction. */
  'layer.forward': (s: PartyShape) => [4, s.width / 2],
  'layer.backward': (s: PartyShape) => [4, s.width / 2],
  own: (s: PartyShape) => [s.width, s.width],
  'own.bias': (s: PartyShape) => [1, s.width],
  /** What a word tells its dependents, and its head. */
  up: (s: PartyShape) => [s.width, s.width],
  'up.bias': (s: PartyShape) => [1, s.width],
  down: (s: PartyShape) => [s.width, s.width],
  'down.bias': (s: PartyShape) => [1, s.width],
  mix: (s: PartyShape) => [s.width, s.width],
  'mix.bias': (s: PartyShape) => [1, s.width],
  scores: (s: PartyShape) => [s.width, SCORES],
  'scores.bias': () => [1, SCORES],
} as const satisfies Record<string, (shape: PartyShape) => readonly [number, number]>;

export type PartyPart = keyof typeof PARTY_PARTS;

/** A text's words in numbers, and last what stands for nobody. */
export interface PartyInput {
  readonly length: number;
  readonly features: readonly (readonly number[])[];
  /** Rows of the table of word vectors; −1 without one. */
  readonly vectors: Int32Array;
  /** −1 for a root. */
  readonly heads: Int32Array;
}

/** Slope of the rectifiers below zero, the trainer's. */
const LEAK = 0.1;

/**
 * Shares of each word, nobody last, as the head of the source and of the recipient: words read in both directions (simple
 * recurrent units, Lei et al. 2018), then told of their heads and dependents.
 *
 * @param fill writes the vector of a row to a list
 */
export function partyPass(
  shape: PartyShape,
  weights: Float64Array,
  input: PartyInput,
  fill: (row: number, to: Float64Array) => void,
): { readonly source: Float64Array; readonly recipient: Float64Array } {
  const at = layoutOf<PartyShape, typeof PARTY_PARTS>(PARTY_PARTS, shape);
  const { sum, width, vector } = shape;
  const { length: n } = input;
  const linear = (x: Float64Array, from: number, name: PartyPart, to: number): Float64Array => {
    const y = new Float64Array(n * to);
    const bias = at[`${name}.bias` as PartyPart] as number | undefined;
    for (let i = 0; i < n; i++) {
      if (bias !== undefined) y.set(weights.subarray(bias, bias + to), i * to);
      multiplyAdd(x, i * from, from, weights, at[name], to, y, i * to);
    }
    return y;
  };
  const sums = new Float64Array(n * sum);
  const values = new Float64Array(vector);
  for (let i = 0; i < n; i++) {
    sums.set(weights.subarray(at['vectors.bias'], at['vectors.bias'] + sum), i * sum);
    for (const feature of input.features[i] as readonly number[])
      for (let c = 0; c < sum; c++)
        sums[i * sum + c] =
          (sums[i * sum + c] as number) + (weights[at.features + feature * sum + c] as number);
    const row = input.vectors[i] as number;
    if (row < 0) continue;
    fill(row, values);
    multiplyAdd(values, 0, vector, weights, at.vectors, sum, sums, i * sum);
  }
  const x = recurrent(shape, weights, at, rectified(linear(sums, sum, 'input', width)), linear);
  const near = linear(x, width, 'own', width);
  const up = rectified(linear(x, width, 'up', width));
  const down = rectified(linear(x, width, 'down', width));
  for (let i = 0; i < n; i++) {
    const head = input.heads[i] as number;
    if (head < 0) continue;
    for (let c = 0; c < width; c++) {
      near[i * width + c] = (near[i * width + c] as number) + (up[head * width + c] as number);
      near[head * width + c] = (near[head * width + c] as number) + (down[i * width + c] as number);
    }
  }
  rectified(near);
  for (let k = 0; k < near.length; k++) near[k] = (near[k] as number) + (x[k] as number);
  const scores = linear(rectified(linear(near, width, 'mix', width)), width, 'scores', SCORES);
  return { source: column(scores, 0, n), recipient: column(scores, 1, n) };
}

function recurrent(
  { width }: PartyShape,
  weights: Float64Array,
  at: Readonly<Record<PartyPart, number>>,
  x: Float64Array,
  linear: (x: Float64Array, from: number, name: PartyPart, to: number) => Float64Array,
): Float64Array {
  const n = x.length / width;
  const half = width / 2;
  const u = linear(x, width, 'layer', 3 * width);
  const out = new Float64Array(n * width);
  for (const [way, shift] of [
    ['layer.forward', 0],
    ['layer.backward', half],
  ] as const) {
    const w = at[way];
    for (let c = 0; c < half; c++) {
      const [forgets, resets, forgetBias, resetBias] = [0, 1, 2, 3].map(
        (row) => weights[w + row * half + c] as number,
      ) as [number, number, number, number];
      let state = 0;
      for (let k = 0; k < n; k++) {
        const i = shift === 0 ? k : n - 1 - k;
        const from = i * 3 * width + 3 * shift + c;
        const candidate = u[from] as number;
        const forget = gate((u[from + half] as number) + forgetBias + forgets * state);
        const reset = gate((u[from + 2 * half] as number) + resetBias + resets * state);
        state = candidate + forget * (state - candidate);
        const own = x[i * width + shift + c] as number;
        out[i * width + shift + c] = own + reset * (state - own);
      }
    }
  }
  return out;
}

/** As the trainer's kernels have it: a sigmoid without an exponential. */
const gate = (x: number): number => 0.5 + (0.5 * x) / Math.sqrt(4 + x * x);

function rectified(x: Float64Array): Float64Array {
  for (let k = 0; k < x.length; k++) if ((x[k] as number) < 0) x[k] = LEAK * (x[k] as number);
  return x;
}

function column(scores: Float64Array, k: number, n: number): Float64Array {
  const own = Float64Array.from({ length: n }, (_, i) => scores[i * SCORES + k] as number);
  const most = Math.max(...own);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += own[i] = Math.exp((own[i] as number) - most);
  return own.map((x) => x / sum);
}
