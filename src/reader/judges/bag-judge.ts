import type { WordVectors } from '../../language/index.js';
import { KERNELS } from './bag-kernels.js';
import { type BagModel, GAIN } from './bag-model.js';
import { bagLayout } from './bag-network.js';
import { featureIndex, featureNumber } from './features.js';
import type { AddFeature, Show } from './sight.js';

/** The compiled kernels of `kernels/bag.ts`; addresses are bytes in the memory. */
interface Kernels {
  gather(
    count: number,
    found: number,
    many: number,
    places: number,
    hidden: number,
    rows: number,
    scales: number,
    units: number,
  ): void;
  vote(hidden: number, classes: number, units: number, votes: number, bias: number, scores: number): void;
}

/**
 * A model made ready to judge: its networks one after the other in the kernels' memory, features in 8 bits as they are in the file.
 * Units and classes are filled up to what the kernels take at once.
 */
interface Bench {
  readonly kernels: Kernels;
  readonly hidden: number;
  readonly classes: number;
  readonly at: Readonly<Record<Region, number>>;
  /** Views of one judgement's buffers. */
  readonly addends: Int32Array;
  readonly scores: Float32Array;
  /** How many features of what is judged were found. */
  count: number;
  /** Takes note of a feature of what is judged. */
  readonly add: AddFeature;
  readonly mean: Float64Array;
  /**
   * What vectors of words add to the units of one network after the other, kept since texts repeat their words; the first is what
   * they are without any.
   */
  readonly products: Float32Array;
  /** How many of them there are. */
  kept: number;
  /** By row of the vector and slot the number of their product; 0 where it is not kept. */
  places: Int32Array;
}

type Region =
  | 'found'
  | 'addends'
  | 'units'
  | 'scores'
  | 'votes'
  | 'voteBias'
  | 'scales'
  | 'rows'
  | 'products';

/** A thing has some hundreds of features at most; what comes after that many is not looked at. */
const MOST_FEATURES = 4096;
const MOST_PRODUCTS = 16_384;
const PAGE = 65536;
/** The first page is the compiler's. */
const FIRST = PAGE;

const benches = new WeakMap<BagModel, Bench>();

/**
 * Shares of the classes: the mean of the networks'.
 *
 * @param settled whether the shares of the first networks, which the others can only raise, decide; then the others are not asked
 * @returns a list that the next judgement of the model writes over
 */
export function judged(
  model: BagModel,
  vectors: WordVectors,
  show: Show,
  settled?: (shares: Float64Array) => boolean,
): Float64Array {
  const bench = benches.get(model) ?? benchOf(model);
  const { kernels, at, addends, scores, hidden, classes, mean } = bench;
  bench.count = 0;
  const words = show(bench.add);
  const { count } = bench;
  const { features, slots } = model.shape;
  const networks = model.networks.length;
  mean.fill(0);
  if (bench.kept + slots > MOST_PRODUCTS) {
    bench.kept = 1;
    bench.places.fill(0);
  }
  let many = 1;
  for (let slot = 0; slot < slots; slot++) {
    const row = words[slot] as number;
    if (row >= 0) addends[many++] = productOf(model, bench, vectors, row, slot);
  }
  for (let n = 0; n < networks; n++) {
    // The places of the first network's part, then those of the next.
    if (n === 0) addends[0] = at.products;
    else for (let k = 0; k < many; k++) addends[k] = (addends[k] as number) + 4 * hidden;
    const rows = at.rows + n * features * hidden;
    const scales = at.scales + 4 * n * features;
    kernels.gather(count, at.found, many, at.addends, hidden, rows, scales, at.units);
    const votes = at.votes + 4 * n * hidden * classes;
    kernels.vote(hidden, classes, at.units, votes, at.voteBias + 4 * n * classes, at.scores);
    addShares(mean, scores, networks);
    if (settled?.(mean)) break;
  }
  return mean;
}

/** Adds the softmax of scores, divided by how many there are to add. */
function addShares(mean: Float64Array, scores: Float32Array, of: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < mean.length; j++) if ((scores[j] as number) > most) most = scores[j] as number;
  let sum = 0;
  for (let j = 0; j < mean.length; j++) {
    scores[j] = Math.exp((scores[j] as number) - most);
    sum += scores[j] as number;
  }
  for (let j = 0; j < mean.length; j++) mean[j] = (mean[j] as number) + (scores[j] as number) / sum / of;
}

/** The address of what the vector of a word at a place adds to the units. */
function productOf(
  { shape, networks }: BagModel,
  bench: Bench,
  vectors: WordVectors,
  row: number,
  slot: number,
): number {
  const { products, hidden, at } = bench;
  const width = hidden * networks.length;
  const key = row * shape.slots + slot;
  if (key >= bench.places.length) makeRoom(bench, 2 * key + 1);
  const place = bench.places[key] as number;
  if (place > 0) return at.products + 4 * place * width;
  const values = new Float64Array(shape.vector);
  vectors.fill(row, values, 0);
  const number = bench.kept++;
  bench.places[key] = number;
  const start = bagLayout(shape).vectors + slot * shape.vector * shape.hidden;
  networks.forEach((weights, n) => {
    for (let c = 0; c < shape.hidden; c++) {
      let sum = 0;
      for (let k = 0; k < shape.vector; k++)
        sum += (values[k] as number) * (weights[start + k * shape.hidden + c] as number);
      products[number * width + n * hidden + c] = GAIN * sum;
    }
  });
  return at.products + 4 * number * width;
}

function makeRoom(bench: Bench, size: number): void {
  const places = new Int32Array(size);
  places.set(bench.places);
  bench.places = places;
}

/** As much of WebAssembly as is used, which Node and browsers have and the types of neither alone. */
interface Wasm {
  readonly Memory: new (limits: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

function benchOf(model: BagModel): Bench {
  const { shape, networks } = model;
  const many = networks.length;
  const hidden = (shape.hidden + 15) & ~15;
  const classes = (shape.classes + 3) & ~3;
  const width = many * hidden;
  const sizes: Record<Region, number> = {
    found: 4 * MOST_FEATURES,
    addends: 4 * (shape.slots + 1),
    units: 4 * hidden,
    scores: 4 * classes,
    votes: 4 * width * classes,
    voteBias: 4 * many * classes,
    scales: 4 * shape.features * many,
    rows: shape.features * width,
    products: 4 * MOST_PRODUCTS * width,
  };
  let top = FIRST;
  const at = {} as Record<Region, number>;
  for (const region of Object.keys(sizes) as Region[]) {
    at[region] = top;
    top += (sizes[region] + 63) & ~63;
  }
  const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly: Wasm };
  const memory = new wasm.Memory({ initial: Math.ceil(top / PAGE) });
  const abort = (): never => {
    throw new Error('a kernel of the judges of events failed');
  };
  const module = new wasm.Module(Uint8Array.from(atob(KERNELS), (c) => c.charCodeAt(0)));
  const { exports } = new wasm.Instance(module, { env: { memory, abort } });
  const floats = (region: Region): Float32Array =>
    new Float32Array(memory.buffer, at[region], sizes[region] / 4);
  const products = floats('products');
  const votes = floats('votes');
  const voteBias = floats('voteBias');
  const scales = floats('scales');
  const rows = new Int8Array(memory.buffer, at.rows, sizes.rows);
  const layout = bagLayout(shape);
  networks.forEach((weights, n) => {
    products.set(weights.subarray(layout.bias, layout.bias + shape.hidden), n * hidden);
    voteBias.set(weights.subarray(layout.classBias, layout.classBias + shape.classes), n * classes);
    for (let u = 0; u < shape.hidden; u++) {
      const from = layout.classes + u * shape.classes;
      votes.set(weights.subarray(from, from + shape.classes), (n * hidden + u) * classes);
    }
    for (let f = 0; f < shape.features; f++) {
      const from = layout.features + f * shape.hidden;
      const row = weights.subarray(from, from + shape.hidden);
      const scale = scaleOf(row);
      scales[n * shape.features + f] = scale;
      const to = (n * shape.features + f) * hidden;
      for (let c = 0; c < row.length; c++) rows[to + c] = Math.round((row[c] as number) / scale);
    }
  });
  const index = featureIndex(model.features);
  const found = new Int32Array(memory.buffer, at.found, MOST_FEATURES);
  const bench: Bench = {
    // The module is our own, compiled from kernels/bag.ts.
    kernels: exports as Kernels,
    hidden,
    classes,
    at,
    addends: new Int32Array(memory.buffer, at.addends, shape.slots + 1),
    scores: floats('scores'),
    count: 0,
    add(name, first, second, third) {
      if (first === undefined || bench.count === MOST_FEATURES) return;
      const number = featureNumber(index, name, first, second, third);
      if (number >= 0) found[bench.count++] = number;
    },
    mean: new Float64Array(shape.classes),
    products,
    kept: 1,
    places: new Int32Array(1024),
  };
  benches.set(model, bench);
  return bench;
}

/** The scale by which a row goes into 8 bits. */
function scaleOf(row: Float64Array): number {
  let most = 1e-9;
  for (const value of row) most = Math.max(most, Math.abs(value));
  return most / 127;
}
