/** Weights by feature key, as they are looked up: open addressing, a key of 24 bits and a weight of 8 in each slot. */
export interface WeightTable {
  readonly slots: Int32Array;
  readonly mask: number;
}

/** What one step of a packed weight is worth. */
export const WEIGHT_STEP = 1 / 32;
const KEY_SHIFT = 8;

/** The part of a feature's hash that the table keeps. */
export const tableKey = (hash: number): number => hash >>> KEY_SHIFT;

/**
 * Packs weights as base64: keys in ascending order as differences of seven bits a byte, each followed by its weight.
 *
 * @param weights by key (24 bits), in steps: whole numbers of −127 to 127 but 0
 */
export function packWeights(weights: ReadonlyMap<number, number>): string {
  const bytes: number[] = [];
  let last = 0;
  for (const key of [...weights.keys()].sort((a, b) => a - b)) {
    let difference = key - last;
    for (; difference > 127; difference >>>= 7) bytes.push((difference & 127) | 128);
    bytes.push(difference, (weights.get(key) as number) + 128);
    last = key;
  }
  return btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''));
}

/** Reads what `packWeights` wrote. */
export function unpackWeights(packed: string): WeightTable {
  const bytes = atob(packed);
  const table = { slots: new Int32Array(1 << 16), mask: (1 << 16) - 1 };
  let key = 0;
  for (let at = 0; at < bytes.length; ) {
    let difference = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes.charCodeAt(at++);
      difference |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    key += difference;
    insert(table, key, bytes.charCodeAt(at++));
  }
  return table;
}

function insert({ slots, mask }: WeightTable, key: number, weight: number): void {
  let slot = key & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = (key << 8) | weight;
}

/** The sum of the weights of the first `count` hashed features in `keys`, in steps. */
export function weigh({ slots, mask }: WeightTable, keys: Int32Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const key = (keys[i] as number) >>> KEY_SHIFT;
    for (let slot = key & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot] as number;
      if (entry === 0) break;
      if (entry >>> 8 === key) {
        sum += (entry & 255) - 128;
        break;
      }
    }
  }
  return sum;
}
