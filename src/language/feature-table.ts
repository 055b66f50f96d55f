import { spread } from './hashing.js';

/**
 * Weights of sparse features at rest: an open-addressing table from feature key to a row of packed
 * (weight, outcome) pairs, and a one-bit filter before it, since most keys of a sentence are not in the table.
 */
export interface FeatureTable {
  /** Key and row offset by turns; key 0 marks an empty slot. */
  readonly slots: Uint32Array;
  readonly mask: number;
  /** The first place of a key is its spread key without this many bits. */
  readonly shift: number;
  /** Rows: their length, then `weight << 8 | outcome`. */
  readonly rows: Int32Array;
  readonly filter: Uint32Array;
  readonly filterShift: number;
}

/** Rows as they stand in a model file, sorted by spread key, so that the table fills from front to back. */
export interface FeatureRows {
  readonly keys: Uint32Array;
  /** Pairs in each row, 1 to 255. */
  readonly counts: Uint8Array;
  readonly outcomes: Uint8Array;
  readonly weights: Int16Array | Int8Array;
}

const imul = Math.imul;

/** Builds the table; time and memory are linear in the number of pairs. */
export function featureTable({ keys, counts, outcomes, weights }: FeatureRows): FeatureTable {
  let bits = 4;
  while (1 << bits < keys.length * 1.6) bits++;
  const mask = (1 << bits) - 1;
  const shift = 32 - bits;
  const slots = new Uint32Array(2 << bits);
  const rows = new Int32Array(keys.length + outcomes.length + 1);
  const filterBits = Math.min(24, bits + 3);
  const filterShift = 32 - filterBits;
  const filter = new Uint32Array(1 << (filterBits - 5));
  let pair = 0;
  let at = 1;
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] ?? 0;
    const count = counts[row] ?? 0;
    let slot = spread(key) >>> shift;
    while (slots[2 * slot] !== 0) slot = (slot + 1) & mask;
    slots[2 * slot] = key;
    slots[2 * slot + 1] = at;
    const bit = imul(key, 0x85ebca6b) >>> filterShift;
    filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
    rows[at++] = count;
    for (let i = 0; i < count; i++, pair++) rows[at++] = ((weights[pair] ?? 0) << 8) | (outcomes[pair] ?? 0);
  }
  return { slots, mask, shift, rows, filter, filterShift };
}

const MOST_FEATURES = 256;
/** Rows found by the first pass of `accumulate`; it calls nothing, so one is enough. */
const found = new Int32Array(MOST_FEATURES);

/**
 * Adds the rows of the first `count` features to `scores`. Rows are first found, then added: the processor can then
 * wait for many of them at once.
 */
export function accumulate(
  table: FeatureTable,
  features: Uint32Array,
  count: number,
  scores: Int32Array,
): void {
  const { slots, mask, shift, rows, filter, filterShift } = table;
  let hits = 0;
  for (let f = 0; f < count; f++) {
    // Typed arrays read within their length: the casts spare a test that can never be true in the hottest loop.
    const key = features[f] as number;
    const bit = imul(key, 0x85ebca6b) >>> filterShift;
    if ((((filter[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) continue;
    let slot = spread(key) >>> shift;
    let there = slots[2 * slot] as number;
    while (there !== key && there !== 0) {
      slot = (slot + 1) & mask;
      there = slots[2 * slot] as number;
    }
    if (there !== 0) found[hits++] = slots[2 * slot + 1] as number;
  }
  for (let hit = 0; hit < hits; hit++) {
    let at = found[hit] as number;
    const end = at + (rows[at] as number);
    while (at < end) {
      const pair = rows[++at] as number;
      const outcome = pair & 255;
      scores[outcome] = (scores[outcome] as number) + (pair >> 8);
    }
  }
}
