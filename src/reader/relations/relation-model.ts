import type { WordVectors } from '../../language/index.js';
import type { WordGraph } from './graph.js';
import { readNetworks, writeNetworks } from './network-file.js';
import {
  layout,
  multiplyAdd,
  PARTS,
  type RelationInput,
  type RelationShape,
  relationPass,
  votesOfWords,
} from './relation-network.js';

/** Networks that judge together, and the names of what they see and say. */
export interface RelationModel {
  readonly shape: RelationShape;
  readonly features: readonly string[];
  readonly whole: readonly string[];
  /** `AGREE/1`, `none/0`, …: a type and the quad class of its CAMEO code. */
  readonly classes: readonly string[];
  readonly networks: readonly Float64Array[];
  /**
   * Power to which the shares of classes are raised, found on sentences held out, so that of answers with a share of 0.8 four in
   * five are right (temperature scaling, Guo et al. 2017).
   */
  readonly sharpness: number;
}

/** What the networks say of a text: means of their probabilities. */
export interface Judgement {
  /** By class. */
  readonly classes: Float64Array;
  /** By word, nobody last: the head of the source, of the recipient. */
  readonly source: Float64Array;
  readonly recipient: Float64Array;
  /** What each word adds to the vote for a class. */
  readonly votes: (chosen: number) => Float64Array;
}

/** Components of GloVe's vectors have a deviation of about 0.4. */
const GAIN = 2.5;
const MAGIC = 'entente-relations 1\n';

export function judge(model: RelationModel, vectors: WordVectors, graph: WordGraph): Judgement {
  const input = inputOf(model, vectors, graph, false);
  const traces = model.networks.map((weights) =>
    relationPass(model.shape, weights, { ...input, projected: projected(model, weights, vectors, graph) }),
  );
  return {
    classes: sharpened(mean(traces.map((t) => t.classes)), model.sharpness),
    source: mean(traces.map((t) => t.source)),
    recipient: mean(traces.map((t) => t.recipient)),
    votes: (chosen) =>
      mean(traces.map((t, k) => votesOfWords(model.shape, model.networks[k] as Float64Array, t, chosen))),
  };
}

/** Place of the largest share. */
export function largest(shares: Float64Array): number {
  let best = 0;
  for (let k = 1; k < shares.length; k++) if ((shares[k] as number) > (shares[best] as number)) best = k;
  return best;
}

export function sharpened(shares: Float64Array, power: number): Float64Array {
  const raised = shares.map((p) => p ** power);
  const sum = raised.reduce((a, b) => a + b, 0);
  return raised.map((p) => p / sum);
}

const indexes = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

function indexOf(names: readonly string[]): ReadonlyMap<string, number> {
  let index = indexes.get(names);
  if (!index) {
    index = new Map(names.map((name, k) => [name, k]));
    indexes.set(names, index);
  }
  return index;
}

/** Products of the vectors that a network has met so far, by row; texts repeat their words. */
const products = new WeakMap<Float64Array, Map<number, Float64Array>>();
const MOST_PRODUCTS = 20_000;

function projected(
  { shape }: RelationModel,
  weights: Float64Array,
  vectors: WordVectors,
  graph: WordGraph,
): Float64Array {
  const { hidden, vector } = shape;
  const known = products.get(weights) ?? new Map<number, Float64Array>();
  products.set(weights, known);
  if (known.size > MOST_PRODUCTS) known.clear();
  const all = new Float64Array(graph.forms.length * hidden);
  const start = layout(shape).vectors;
  graph.vectors.forEach((row, i) => {
    if (row < 0) return;
    let product = known.get(row);
    if (!product) {
      const values = new Float64Array(vector);
      vectors.fill(row, values, 0);
      for (let k = 0; k < vector; k++) values[k] = GAIN * (values[k] as number);
      product = new Float64Array(hidden);
      multiplyAdd(values, 0, vector, weights, start, hidden, product, 0);
      known.set(row, product);
    }
    all.set(product, i * hidden);
  });
  return all;
}

/** A word graph in the numbers of a model; features that it does not know are left out. */
export function inputOf(
  model: Pick<RelationModel, 'shape' | 'features' | 'whole'>,
  vectors: WordVectors,
  graph: WordGraph,
  withVectors = true,
): RelationInput {
  const known = indexOf(model.features);
  const knownWhole = indexOf(model.whole);
  const { vector } = model.shape;
  const length = graph.forms.length;
  const floats = new Float64Array(withVectors ? length * vector : 0);
  for (let i = 0; withVectors && i < length; i++)
    vectors.fill(graph.vectors[i] as number, floats, i * vector);
  for (let k = 0; k < floats.length; k++) floats[k] = GAIN * (floats[k] as number);
  const numbers = (names: readonly string[], index: ReadonlyMap<string, number>) =>
    [...new Set(names)].flatMap((name) => index.get(name) ?? []);
  return {
    length,
    features: graph.features.map((names) => numbers(names, known)),
    vectors: floats,
    heads: graph.heads,
    edges: graph.edges,
    whole: numbers(graph.whole, knownWhole),
  };
}

/** Writes a model as bytes, see `writeNetworks`. */
export function writeRelationModel({ networks, ...header }: RelationModel): Uint8Array {
  return writeNetworks(MAGIC, PARTS, header, networks);
}

/** @throws Error when the bytes are no relation model of this version */
export function readRelationModel(bytes: Uint8Array): RelationModel {
  const read = readNetworks<Omit<RelationModel, 'networks'>>(MAGIC, PARTS, bytes);
  if (!read)
    throw new Error('these bytes are no relation model of this version; run npm run train:relations');
  const { shape, features, whole, classes, sharpness } = read.header;
  return { shape, features, whole, classes, sharpness, networks: read.networks };
}

function mean(arrays: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array()] = arrays;
  return first.map((_, i) => arrays.reduce((sum, one) => sum + (one[i] as number), 0) / arrays.length);
}
