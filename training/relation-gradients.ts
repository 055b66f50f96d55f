import {
  layout,
  type RelationInput,
  type RelationShape,
  relationPass,
  type Trace,
} from '../src/reader/relations/relation-network.js';

/** What a text is about, for learning; −1 where it is not known or not to be learnt. */
export interface RelationTarget {
  readonly type: number;
  /** Words; the number of words stands for nobody. */
  readonly source: number;
  readonly recipient: number;
}

/** Share of the target that is spread over all classes, so that the network does not grow too sure (Szegedy et al. 2016). */
const SMOOTHING = 0.05;
/** Weight of finding the parties against finding the type. */
const POINTING = 0.5;

/**
 * Adds the gradients of one text's loss to `gradients`.
 *
 * @returns the loss
 */
export function learnRelation(
  shape: RelationShape,
  weights: Float64Array,
  gradients: Float64Array,
  input: RelationInput,
  target: RelationTarget,
): number {
  const trace = relationPass(shape, weights, input);
  const at = layout(shape);
  const { hidden: h, heads, classes, vector } = shape;
  const { length: n } = input;
  const each = h / heads;
  let loss = 0;
  const both = new Float64Array(n * h);

  if (target.type >= 0) {
    loss -= Math.log((trace.classes[target.type] as number) + 1e-9);
    const votes = trace.classes.map(
      (p, c) => p - (c === target.type ? 1 - SMOOTHING : 0) - SMOOTHING / classes,
    );
    addInto(gradients, at.classBias, votes, 0, classes);
    for (const f of input.whole) addInto(gradients, at.whole + f * classes, votes, 0, classes);
    const pooled = new Float64Array(h);
    backThrough(trace.pooled, 0, h, weights, gradients, at.classes, classes, votes, 0, pooled, 0);
    const values = new Float64Array(n * h);
    const attention = new Float64Array(n * heads);
    for (let i = 0; i < n; i++) {
      for (let c = 0; c < h; c++) {
        const k = i * heads + Math.floor(c / each);
        values[i * h + c] = (trace.attention[k] as number) * (pooled[c] as number);
        attention[k] = (attention[k] as number) + (trace.values[i * h + c] as number) * (pooled[c] as number);
      }
    }
    softmaxBack(trace.attention, attention, heads, n);
    for (let i = 0; i < n; i++) {
      backThrough(trace.both, i * h, h, weights, gradients, at.values, h, values, i * h, both, i * h);
      backThrough(
        trace.both,
        i * h,
        h,
        weights,
        gradients,
        at.attention,
        heads,
        attention,
        i * heads,
        both,
        i * h,
      );
    }
  }
  loss += pointBack(shape, weights, gradients, trace, target, both, n);

  const own = both.slice();
  const near = both.map((d, k) => ((trace.near[k] as number) > 0 ? d : 0));
  for (let i = 0; i < n; i++) {
    addInto(gradients, at.bias, near, i * h, h);
    backThrough(trace.own, i * h, h, weights, gradients, at.own, h, near, i * h, own, i * h);
    const up = input.heads[i] as number;
    if (up < 0) continue;
    backThrough(trace.own, up * h, h, weights, gradients, at.edges, h, near, i * h, own, up * h);
    const edge = at.edges + (input.edges[i] as number) * h * h;
    backThrough(trace.own, i * h, h, weights, gradients, edge, h, near, up * h, own, i * h);
  }
  for (let i = 0; i < n; i++) {
    for (let c = 0; c < h; c++) if (!((trace.own[i * h + c] as number) > 0)) own[i * h + c] = 0;
    addInto(gradients, at.wordBias, own, i * h, h);
    for (const f of input.features[i] as readonly number[])
      addInto(gradients, at.features + f * h, own, i * h, h);
    backThrough(input.vectors, i * vector, vector, weights, gradients, at.vectors, h, own, i * h);
  }
  return loss;
}

function pointBack(
  shape: RelationShape,
  weights: Float64Array,
  gradients: Float64Array,
  trace: Trace,
  target: RelationTarget,
  both: Float64Array,
  n: number,
): number {
  const at = layout(shape);
  const { hidden: h } = shape;
  const scores = new Float64Array(2 * (n + 1));
  let loss = 0;
  for (const [k, found, wanted] of [
    [0, trace.source, target.source],
    [1, trace.recipient, target.recipient],
  ] as const) {
    if (wanted < 0) continue;
    loss -= POINTING * Math.log((found[wanted] as number) + 1e-9);
    for (let i = 0; i <= n; i++)
      scores[2 * i + k] = POINTING * ((found[i] as number) - (i === wanted ? 1 : 0));
  }
  if (loss === 0) return 0;
  for (let i = 0; i < n; i++)
    backThrough(trace.both, i * h, h, weights, gradients, at.pointers, 2, scores, 2 * i, both, i * h);
  addInto(gradients, at.nobody, scores, 2 * n, 2);
  return loss;
}

/** Gradients of y = x · matrix for one row: of the matrix, and, where it is wanted, of x. */
function backThrough(
  x: Float64Array,
  from: number,
  count: number,
  weights: Float64Array,
  gradients: Float64Array,
  start: number,
  columns: number,
  dy: Float64Array,
  of: number,
  dx?: Float64Array,
  to = 0,
): void {
  for (let k = 0; k < count; k++) {
    const value = x[from + k] as number;
    // Where a rectifier gave zero, nothing goes back, so x's gradient is not needed either.
    if (value === 0) continue;
    const row = start + k * columns;
    if (dx) {
      let sum = 0;
      for (let c = 0; c < columns; c++) sum += (weights[row + c] as number) * (dy[of + c] as number);
      dx[to + k] = (dx[to + k] as number) + sum;
    }
    for (let c = 0; c < columns; c++)
      gradients[row + c] = (gradients[row + c] as number) + value * (dy[of + c] as number);
  }
}

function addInto(to: Float64Array, start: number, from: Float64Array, at: number, count: number): void {
  for (let c = 0; c < count; c++) to[start + c] = (to[start + c] as number) + (from[at + c] as number);
}

/** Gradients through shares that were made by softmax over `n` rows of `columns`. */
function softmaxBack(shares: Float64Array, gradients: Float64Array, columns: number, n: number): void {
  for (let k = 0; k < columns; k++) {
    let mean = 0;
    for (let i = 0; i < n; i++)
      mean += (shares[i * columns + k] as number) * (gradients[i * columns + k] as number);
    for (let i = 0; i < n; i++) {
      const j = i * columns + k;
      gradients[j] = (shares[j] as number) * ((gradients[j] as number) - mean);
    }
  }
}
