import type { FeatureRows } from '../src/language/feature-table.js';
import { spread } from '../src/language/hashing.js';

/**
 * Averaged-perceptron weights while they are trained. A feature's row holds only the outcomes that it was ever updated
 * for, in a block that doubles when full; most rows stay under four.
 *
 * Averaging is lazy (Daumé 2006): the average of weight w after c steps is w − u / c, where u gathers the updates times
 * the step they came at.
 */
export interface Perceptron {
  slots: Uint32Array; // key, row + 1
  mask: number;
  rows: number;
  rowStart: Int32Array;
  rowSize: Uint8Array;
  rowCapacity: Uint8Array;
  outcomes: Uint8Array;
  weights: Float32Array;
  updates: Float64Array;
  used: number;
  /** Steps taken, by which updates are weighted. */
  step: number;
}

const imul = Math.imul;

export function perceptron(): Perceptron {
  return {
    slots: new Uint32Array(2 << 20),
    mask: (1 << 20) - 1,
    rows: 0,
    rowStart: new Int32Array(1 << 18),
    rowSize: new Uint8Array(1 << 18),
    rowCapacity: new Uint8Array(1 << 18),
    outcomes: new Uint8Array(1 << 20),
    weights: new Float32Array(1 << 20),
    updates: new Float64Array(1 << 20),
    used: 0,
    step: 1,
  };
}

/** Adds the weights of the features to `scores`, which are cleared first. */
export function score(model: Perceptron, features: Uint32Array, count: number, scores: Float64Array): void {
  scores.fill(0);
  const { outcomes, weights } = model;
  for (let f = 0; f < count; f++) {
    const row = find(model, features[f] as number);
    if (row < 0) continue;
    let at = model.rowStart[row] as number;
    const end = at + (model.rowSize[row] as number);
    for (; at < end; at++) {
      const outcome = outcomes[at] as number;
      scores[outcome] = (scores[outcome] as number) + (weights[at] as number);
    }
  }
}

/** Moves weight from the outcome that was predicted to the one that was right. */
export function update(
  model: Perceptron,
  features: Uint32Array,
  count: number,
  right: number,
  wrong: number,
): void {
  for (let f = 0; f < count; f++) {
    const row = findOrAdd(model, features[f] as number);
    change(model, row, right, 1);
    change(model, row, wrong, -1);
  }
}

function change(model: Perceptron, row: number, outcome: number, by: number): void {
  const start = model.rowStart[row] as number;
  const size = model.rowSize[row] as number;
  let at = start;
  while (at < start + size && model.outcomes[at] !== outcome) at++;
  if (at === start + size) at = append(model, row, outcome);
  model.weights[at] = (model.weights[at] as number) + by;
  model.updates[at] = (model.updates[at] as number) + by * model.step;
}

function append(model: Perceptron, row: number, outcome: number): number {
  const size = model.rowSize[row] as number;
  const capacity = model.rowCapacity[row] as number;
  if (size === capacity) {
    const wider = capacity === 0 ? 2 : Math.min(255, capacity * 2);
    const start = reserve(model, wider);
    const from = model.rowStart[row] as number;
    model.outcomes.copyWithin(start, from, from + size);
    model.weights.copyWithin(start, from, from + size);
    model.updates.copyWithin(start, from, from + size);
    model.rowStart[row] = start;
    model.rowCapacity[row] = wider;
  }
  const at = (model.rowStart[row] as number) + size;
  model.outcomes[at] = outcome;
  model.weights[at] = 0;
  model.updates[at] = 0;
  model.rowSize[row] = size + 1;
  return at;
}

function reserve(model: Perceptron, places: number): number {
  const start = model.used;
  model.used += places;
  if (model.used > model.outcomes.length) {
    const size = Math.ceil(model.outcomes.length * 1.6) + places;
    model.outcomes = widened(model.outcomes, new Uint8Array(size));
    model.weights = widened(model.weights, new Float32Array(size));
    model.updates = widened(model.updates, new Float64Array(size));
  }
  return start;
}

function find(model: Perceptron, key: number): number {
  const { slots, mask } = model;
  let slot = (imul(key, 0x9e3779b1) >>> 7) & mask;
  for (;;) {
    const found = slots[2 * slot];
    if (found === key) return (slots[2 * slot + 1] as number) - 1;
    if (found === 0) return -1;
    slot = (slot + 1) & mask;
  }
}

function findOrAdd(model: Perceptron, key: number): number {
  const known = find(model, key);
  if (known >= 0) return known;
  if (model.rows * 1.7 > model.mask) rehash(model);
  const row = model.rows++;
  if (row === model.rowStart.length) {
    const size = Math.ceil(row * 1.6);
    model.rowStart = widened(model.rowStart, new Int32Array(size));
    model.rowSize = widened(model.rowSize, new Uint8Array(size));
    model.rowCapacity = widened(model.rowCapacity, new Uint8Array(size));
  }
  insert(model.slots, model.mask, key, row + 1);
  return row;
}

function rehash(model: Perceptron): void {
  const mask = model.mask * 2 + 1;
  const slots = new Uint32Array(2 * (mask + 1));
  for (let slot = 0; slot <= model.mask; slot++) {
    const key = model.slots[2 * slot] as number;
    if (key !== 0) insert(slots, mask, key, model.slots[2 * slot + 1] as number);
  }
  model.slots = slots;
  model.mask = mask;
}

function insert(slots: Uint32Array, mask: number, key: number, value: number): void {
  let slot = (imul(key, 0x9e3779b1) >>> 7) & mask;
  while (slots[2 * slot] !== 0) slot = (slot + 1) & mask;
  slots[2 * slot] = key;
  slots[2 * slot + 1] = value;
}

function widened<T extends Float32Array | Float64Array | Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/**
 * The averaged weights, without those smaller than `threshold`, as whole numbers: `weight × scale`.
 */
export function compact(model: Perceptron, threshold: number, scale: number): FeatureRows {
  const order: { key: number; row: number }[] = [];
  let pairs = 0;
  const average = (at: number): number =>
    (model.weights[at] as number) - (model.updates[at] as number) / model.step;
  const kept = (at: number): boolean => Math.abs(average(at)) >= threshold;
  for (let slot = 0; slot <= model.mask; slot++) {
    const key = model.slots[2 * slot] as number;
    if (key === 0) continue;
    const row = (model.slots[2 * slot + 1] as number) - 1;
    const start = model.rowStart[row] as number;
    let count = 0;
    for (let at = start; at < start + (model.rowSize[row] as number); at++) if (kept(at)) count++;
    if (count > 0) order.push({ key, row });
    pairs += count;
  }
  order.sort((a, b) => spread(a.key) - spread(b.key));
  const keys = Uint32Array.from(order, ({ key }) => key);
  const counts = new Uint8Array(order.length);
  const outcomes = new Uint8Array(pairs);
  const weights = new Int16Array(pairs);
  let at = 0;
  order.forEach(({ row }, index) => {
    const start = model.rowStart[row] as number;
    const first = at;
    for (let place = start; place < start + (model.rowSize[row] as number); place++) {
      if (!kept(place)) continue;
      outcomes[at] = model.outcomes[place] as number;
      weights[at++] = Math.max(-32767, Math.min(32767, Math.round(average(place) * scale)));
    }
    counts[index] = at - first;
  });
  return { keys, counts, outcomes, weights };
}
