import { FRACTION, NetworkMemory, type PlacedMatrix } from './network-memory.js';
import type { NetworkWeights } from './network-weights.js';
import { mendTree } from './spanning-tree.js';
import { placed, wordInputs } from './word-inputs.js';

/** Sentences are worked on together until they have so many words, so that their numbers stay in the processor's cache. */
const BATCH = 140;
/** Longer sentences must be cut by the caller. */
export const LONGEST_PARSED = 512;

const LEAK = 0.1;
/** Score of what cannot be. */
const NEVER = -1e9;
/** Fixed point of what dependents ask of heads, whose range is wider than that of other activations. */
const QUERY_FRACTION = 256;

/** What the network found for each word of a batch, by the place of its sentence; places of sentences' roots hold nothing of use. */
export interface Readings {
  /** Numbers of the joint tags. */
  tags: Int32Array;
  /** Place of the head within the sentence, counted from 1; 0 for the root. */
  heads: Int32Array;
  /** Numbers of the relations. */
  relations: Int32Array;
  /** Slots of the words' forms: equal forms of a batch have equal slots. */
  slots: Int32Array;
}

/**
 * The network at work: a form's features and vector, layers of simple recurrent units in both directions (Lei et al.
 * 2018), a tag by each word, and biaffine arcs and relations (Dozat & Manning 2017), in 16-bit fixed point.
 */
export interface Network {
  /**
   * Reads sentences; each takes its length + 1 places, in order. The arrays are used again by the next call.
   *
   * @param deep whether to parse, too; tags alone take fewer layers
   */
  read(sentences: readonly (readonly string[])[], deep: boolean): Readings;
  /** How many of the sentences, from one on, are best read together. */
  batchFrom(sentences: readonly { readonly length: number }[], first: number): number;
  /** Counts how often all forms were forgotten: slots of different ages mean different forms. */
  readonly age: number;
}

/** What a recurrent layer reads: products and inputs, of the batch's rows or, where there are slots, of the rows' slots. */
interface Source {
  readonly slots: number;
  readonly u: number;
  readonly x: number;
}

/** @param rootRelation number of the relation that only roots have */
export function network(weights: NetworkWeights, tagCount: number, rootRelation: number): Network {
  const { width, layers, tagLayer, arc, relation } = weights.shape;
  const half = width / 2;
  const memory = new NetworkMemory();
  const { kernels } = memory;
  const inputs = wordInputs(memory, weights);
  // The first layer's products are kept with the forms.
  const deeper = Array.from({ length: layers - 1 }, (_, layer) =>
    placed(memory, weights, `layer${layer + 1}`),
  );
  const recurrences = weights.recurrences.map((values) => memory.place(values));
  const distances = memory.place(weights.distances);
  const toTags = placed(memory, weights, 'tags');
  const toArcs = placed(memory, weights, 'arcs');
  const toRelations = placed(memory, weights, 'relations');
  const bilinear = placed(memory, weights, 'bilinear');
  const toLabels = placed(memory, weights, 'labels');
  const labelCount = (weights.matrices.labels as { columns: number }).columns;
  const state = memory.reserve(4 * half);
  const permanent = memory.top;
  let age = 0;
  let readings: Readings = emptyReadings(512);

  /** One layer in both directions over all sentences; returns where its output lies. */
  const recur = (layer: number, rows: number, starts: readonly number[], source: Source): number => {
    const { slots, u, x } = source;
    const h = memory.reserve(2 * rows * width);
    const forward = recurrences[2 * layer] as number;
    const backward = recurrences[2 * layer + 1] as number;
    for (let s = 0; s + 1 < starts.length; s++) {
      const first = starts[s] as number;
      const count = (starts[s + 1] as number) - first;
      kernels.recur(first, count, 1, half, slots, u, 3 * width, x, h, width, forward, state);
      kernels.recur(
        first + count - 1,
        count,
        -1,
        half,
        slots,
        u + 12 * half,
        3 * width,
        x + width,
        h + width,
        width,
        backward,
        state,
      );
    }
    return h;
  };

  const attach = (rows: number, starts: readonly number[], h: number): void => {
    const z = memory.reserve(4 * rows * Math.max(toArcs.columns, toRelations.columns));
    const arcs = memory.reserve(2 * rows * 2 * arc);
    const sums = memory.reserve(4 * rows * arc);
    const queries = memory.reserve(2 * rows * arc);
    const best = memory.reserve(4 * rows);
    const ends = rowOfEnds(memory, rows);
    memory.multiply(rows, h, toArcs, z);
    kernels.fix(rows * 2 * arc, z, LEAK, FRACTION, arcs);
    // Dependents are the first half of a row: they are drawn together for the product.
    halves(memory, rows, arc, arcs, ends.packed);
    memory.multiply(rows, ends.packed, bilinear, sums);
    kernels.fix(rows * arc, sums, 1, QUERY_FRACTION, queries);
    for (let s = 0; s + 1 < starts.length; s++) {
      const first = starts[s] as number;
      const size = (starts[s + 1] as number) - first;
      if (size < 2) continue;
      const mark = memory.top;
      const scores = memory.reserve(4 * size * size);
      const scale = 1 / (QUERY_FRACTION * FRACTION);
      const heads = arcs + 2 * (first * 2 * arc + arc);
      kernels.arcs(size, arc, queries + 2 * first * arc, arc, heads, 2 * arc, scale, distances, scores, best);
      const found = memory.integers.subarray(best >> 2, (best >> 2) + size);
      mendTree(size, memory.floats, scores >> 2, found);
      const rowHeads = memory.integers.subarray(ends.heads >> 2);
      readings.heads[first] = 0;
      rowHeads[first] = first;
      for (let i = 1; i < size; i++) {
        const head = found[i] as number;
        readings.heads[first + i] = head;
        rowHeads[first + i] = first + head;
      }
      memory.release(mark);
    }
    memory.multiply(rows, h, toRelations, z);
    const joined = ends.packed;
    kernels.join(rows, relation, z, ends.heads, LEAK, joined);
    const scores = memory.reserve(4 * rows * toLabels.columns);
    memory.multiply(rows, joined, toLabels, scores);
    if (rootRelation >= 0)
      for (let row = 0; row < rows; row++)
        memory.floats[(scores >> 2) + row * toLabels.columns + rootRelation] = NEVER;
    kernels.largest(rows, labelCount, scores, toLabels.columns, best);
    readings.relations.set(memory.integers.subarray(best >> 2, (best >> 2) + rows));
  };

  const rowOfEnds = (from: NetworkMemory, rows: number) => {
    const heads = from.reserve(4 * rows);
    from.integers.fill(0, heads >> 2, (heads >> 2) + rows);
    return { heads, packed: from.reserve(2 * rows * Math.max(arc, relation)) };
  };

  return {
    get age() {
      return age;
    },
    batchFrom(sentences, first) {
      let rows = 0;
      let count = 0;
      for (let s = first; s < sentences.length && (count === 0 || rows < BATCH); s++, count++)
        rows += (sentences[s]?.length ?? 0) + 1;
      return count;
    },
    read(sentences, deep) {
      memory.release(permanent);
      const starts = [0];
      for (const { length } of sentences) starts.push((starts.at(-1) as number) + length + 1);
      const words = starts.at(-1) as number;
      const rows = (words + 3) & ~3;
      if (inputs.makeRoom(rows)) age++;
      if (rows > readings.tags.length) readings = emptyReadings(2 * rows);
      const { slots } = readings;
      slots.fill(inputs.root, 0, rows);
      let at = 0;
      for (const forms of sentences) {
        at++;
        for (const form of forms) slots[at++] = inputs.slot(form);
      }
      inputs.settle();
      const placedSlots = memory.reserve(4 * rows);
      const best = memory.reserve(4 * rows);
      const u = memory.reserve(4 * rows * 3 * width);
      memory.integers.set(slots.subarray(0, rows), placedSlots >> 2);
      // The first layer reads what is kept with the forms where it lies.
      let x = recur(0, rows, starts, { slots: placedSlots, u: inputs.products, x: inputs.at });
      for (let layer = 1; layer <= (deep ? layers : tagLayer); layer++) {
        if (layer === tagLayer) {
          // The space of the sums is free until the next layer.
          memory.multiply(rows, x, toTags, u);
          kernels.largest(rows, tagCount, u, toTags.columns, best);
          readings.tags.set(memory.integers.subarray(best >> 2, (best >> 2) + rows));
        }
        if (layer === layers || (layer === tagLayer && !deep)) break;
        memory.multiply(rows, x, deeper[layer - 1] as PlacedMatrix, u);
        x = recur(layer, rows, starts, { slots: 0, u, x });
      }
      if (deep) attach(rows, starts, x);
      return readings;
    },
  };
}

/** Draws the first halves of rows of 2 × count values together. */
function halves(memory: NetworkMemory, rows: number, count: number, from: number, to: number): void {
  const { shorts } = memory;
  for (let row = 0; row < rows; row++) {
    const at = (from >> 1) + 2 * row * count;
    shorts.copyWithin((to >> 1) + row * count, at, at + count);
  }
}

const emptyReadings = (rows: number): Readings => ({
  tags: new Int32Array(rows),
  heads: new Int32Array(rows),
  relations: new Int32Array(rows),
  slots: new Int32Array(rows),
});
