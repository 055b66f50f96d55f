/**
 * Numbers of known strings by their 32-bit hashes alone. A string that is not known is taken for a known one once in tens
 * of thousands of times, which weights that were learnt from counts can bear; nothing has to be decoded when it is loaded.
 */
export interface HashIndex {
  /** The number of the string that has the hash; −1 where there is none. */
  readonly find: (hash: number) => number;
  readonly size: number;
}

/** @param hashes of the strings; a string's number is its place */
export function hashIndex(hashes: Uint32Array): HashIndex {
  const made = indexes.get(hashes) ?? indexOf(hashes);
  indexes.set(hashes, made);
  return made;
}

/** One index a list: several parts ask for the same. */
const indexes = new WeakMap<Uint32Array, HashIndex>();

function indexOf(hashes: Uint32Array): HashIndex {
  let capacity = 16;
  while (capacity < 2 * hashes.length) capacity *= 2;
  const keys = new Uint32Array(capacity);
  const numbers = new Int32Array(capacity).fill(-1);
  const mask = capacity - 1;
  const place = (hash: number): number => {
    let at = hash & mask;
    while (numbers[at] !== -1 && keys[at] !== hash) at = (at + 1) & mask;
    return at;
  };
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] as number;
    const at = place(hash);
    if (numbers[at] !== -1) continue; // the first, which is the more frequent, stays
    keys[at] = hash;
    numbers[at] = i;
  }
  return { find: (hash) => numbers[place(hash)] as number, size: hashes.length };
}
