import { EDGES } from './graph.js';
import { layoutOf } from './network-file.js';

/** Sizes of a relation network. */
export interface RelationShape {
  /** Known features of words and of whole texts. */
  readonly features: number;
  readonly whole: number;
  /** Columns of the word vectors. */
  readonly vector: number;
  /** Width of what is made of each word. */
  readonly hidden: number;
  /** Ways of weighing the words; divides `hidden`. */
  readonly heads: number;
  readonly classes: number;
}

/** Matrices of a relation network, by rows, in the order in which they lie in its weights. */
export const PARTS = {
  features: (s: RelationShape) => [s.features, s.hidden],
  vectors: (s: RelationShape) => [s.vector, s.hidden],
  wordBias: (s: RelationShape) => [1, s.hidden],
  own: (s: RelationShape) => [s.hidden, s.hidden],
  /** The head's share, then those of dependents by kind of arc. */
  edges: (s: RelationShape) => [(EDGES + 1) * s.hidden, s.hidden],
  bias: (s: RelationShape) => [1, s.hidden],
  attention: (s: RelationShape) => [s.hidden, s.heads],
  values: (s: RelationShape) => [s.hidden, s.hidden],
  classes: (s: RelationShape) => [s.hidden, s.classes],
  classBias: (s: RelationShape) => [1, s.classes],
  whole: (s: RelationShape) => [s.whole, s.classes],
  /** Scores of each word as the head of the source and of the recipient. */
  pointers: (s: RelationShape) => [s.hidden, 2],
  /** Score of no source and no recipient. */
  nobody: () => [1, 2],
} as const satisfies Record<string, (shape: RelationShape) => readonly [number, number]>;

export type PartName = keyof typeof PARTS;

/** Where each matrix begins in the weights, and how many numbers there are in all. */
export function layout(shape: RelationShape): Record<PartName, number> & { readonly length: number } {
  return layoutOf(PARTS, shape);
}

/** A word graph in numbers: what of it the network knows. */
export interface RelationInput {
  readonly length: number;
  readonly features: readonly (readonly number[])[];
  /** Words × columns of the vectors; zeros where there is none. */
  readonly vectors: Float64Array;
  /** What the network's matrix makes of them, words × hidden, where that is known already. */
  readonly projected?: Float64Array;
  readonly heads: Int32Array;
  readonly edges: Uint8Array;
  readonly whole: readonly number[];
}

/** All that a pass works out, which training sends its gradients back through. */
export interface Trace {
  /** Words × hidden: after the words' own layer, after their neighbours', and the sum of both. */
  readonly own: Float64Array;
  readonly near: Float64Array;
  readonly both: Float64Array;
  /** Words × heads, shares that add up to one over the words. */
  readonly attention: Float64Array;
  /** Words × hidden. */
  readonly values: Float64Array;
  readonly pooled: Float64Array;
  /** Probabilities of the classes. */
  readonly classes: Float64Array;
  /** Probabilities of each word, and last of nobody, as the head of the source and of the recipient. */
  readonly source: Float64Array;
  readonly recipient: Float64Array;
}

/**
 * A text's words each look at themselves, then at their heads and dependents; weighed, they vote for the classes (graph
 * convolution over the dependency tree, after Marcheggiani & Titov 2017; pooling by attention). The votes of words add up,
 * so each decision can be told by the words that made it.
 */
export function relationPass(shape: RelationShape, weights: Float64Array, input: RelationInput): Trace {
  const at = layout(shape);
  const { hidden: h, heads, classes, vector } = shape;
  const { length: n } = input;
  const own = new Float64Array(n * h);
  for (let i = 0; i < n; i++) {
    own.set(weights.subarray(at.wordBias, at.wordBias + h), i * h);
    for (const f of input.features[i] as readonly number[])
      addRow(weights, at.features + f * h, own, i * h, h, 1);
    if (input.projected) addRow(input.projected, i * h, own, i * h, h, 1);
    else multiplyAdd(input.vectors, i * vector, vector, weights, at.vectors, h, own, i * h);
  }
  rectify(own);
  const near = new Float64Array(n * h);
  for (let i = 0; i < n; i++) {
    addRow(weights, at.bias, near, i * h, h, 1);
    multiplyAdd(own, i * h, h, weights, at.own, h, near, i * h);
    const up = input.heads[i] as number;
    if (up < 0) continue;
    multiplyAdd(own, up * h, h, weights, at.edges, h, near, i * h);
    multiplyAdd(own, i * h, h, weights, at.edges + (input.edges[i] as number) * h * h, h, near, up * h);
  }
  rectify(near);
  const both = own.map((x, k) => x + (near[k] as number));
  const attention = new Float64Array(n * heads);
  const values = new Float64Array(n * h);
  const scores = new Float64Array(2 * (n + 1));
  for (let i = 0; i < n; i++) {
    multiplyAdd(both, i * h, h, weights, at.attention, heads, attention, i * heads);
    multiplyAdd(both, i * h, h, weights, at.values, h, values, i * h);
    multiplyAdd(both, i * h, h, weights, at.pointers, 2, scores, 2 * i);
  }
  scores.set(weights.subarray(at.nobody, at.nobody + 2), 2 * n);
  for (let k = 0; k < heads; k++) softmax(attention, k, heads, n);
  const pooled = new Float64Array(h);
  const each = h / heads;
  for (let i = 0; i < n; i++) {
    for (let c = 0; c < h; c++) {
      const share = attention[i * heads + Math.floor(c / each)] as number;
      pooled[c] = (pooled[c] as number) + share * (values[i * h + c] as number);
    }
  }
  const votes = weights.slice(at.classBias, at.classBias + classes);
  multiplyAdd(pooled, 0, h, weights, at.classes, classes, votes, 0);
  for (const f of input.whole) addRow(weights, at.whole + f * classes, votes, 0, classes, 1);
  softmax(votes, 0, 1, classes);
  softmax(scores, 0, 2, n + 1);
  softmax(scores, 1, 2, n + 1);
  const column = (k: number) => Float64Array.from({ length: n + 1 }, (_, i) => scores[2 * i + k] as number);
  return {
    own,
    near,
    both,
    attention,
    values,
    pooled,
    classes: votes,
    source: column(0),
    recipient: column(1),
  };
}

/** What each word adds to the vote for a class, before it is made a probability. */
export function votesOfWords(
  shape: RelationShape,
  weights: Float64Array,
  trace: Trace,
  chosen: number,
): Float64Array {
  const at = layout(shape);
  const { hidden: h, heads, classes } = shape;
  const each = h / heads;
  const votes = new Float64Array(trace.attention.length / heads);
  for (let i = 0; i < votes.length; i++) {
    for (let c = 0; c < h; c++) {
      const share = trace.attention[i * heads + Math.floor(c / each)] as number;
      const weight = weights[at.classes + c * classes + chosen] as number;
      votes[i] = (votes[i] as number) + share * (trace.values[i * h + c] as number) * weight;
    }
  }
  return votes;
}

/** to += row of the weights × factor. */
function addRow(
  w: Float64Array,
  row: number,
  to: Float64Array,
  start: number,
  count: number,
  factor: number,
): void {
  for (let c = 0; c < count; c++) to[start + c] = (to[start + c] as number) + factor * (w[row + c] as number);
}

/** y += x · matrix, for one row x of `count` values. */
export function multiplyAdd(
  x: Float64Array,
  from: number,
  count: number,
  matrix: Float64Array,
  start: number,
  columns: number,
  y: Float64Array,
  to: number,
): void {
  for (let k = 0; k < count; k++) {
    const value = x[from + k] as number;
    if (value === 0) continue;
    const row = start + k * columns;
    for (let c = 0; c < columns; c++) y[to + c] = (y[to + c] as number) + value * (matrix[row + c] as number);
  }
}

function rectify(x: Float64Array): void {
  for (let k = 0; k < x.length; k++) if ((x[k] as number) < 0) x[k] = 0;
}

/** Every `step`-th value from `first` on, `count` of them, made probabilities. */
function softmax(x: Float64Array, first: number, step: number, count: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < count; k++) most = Math.max(most, x[first + k * step] as number);
  let sum = 0;
  for (let k = 0; k < count; k++) {
    const value = Math.exp((x[first + k * step] as number) - most);
    x[first + k * step] = value;
    sum += value;
  }
  for (let k = 0; k < count; k++) x[first + k * step] = (x[first + k * step] as number) / sum;
}
