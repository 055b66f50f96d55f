const imul = Math.imul;

/** FNV-1a over the UTF-16 code units `from` to `to`, as an unsigned 32-bit number. */
export function hashSlice(text: string, from: number, to: number, seed: number): number {
  let hash = seed ^ 0x811c9dc5;
  for (let i = from; i < to; i++) hash = imul(hash ^ text.charCodeAt(i), 16777619);
  return hash >>> 0;
}

/** Mixes a template number and up to three values into a feature key; never 0, which marks an empty slot. */
export function mix(template: number, a: number, b: number, c: number): number {
  let hash = imul(a + imul(template, 0x9e3779b1), 0x85ebca6b);
  hash = imul((hash ^ (hash >>> 15)) + b, 0xc2b2ae35);
  hash = imul((hash ^ (hash >>> 13)) + c, 0x27d4eb2f);
  hash ^= hash >>> 16;
  hash = imul(hash, 0x7feb352d);
  hash ^= hash >>> 15;
  return hash === 0 ? 1 : hash >>> 0;
}

const GOLDEN = 0x9e3779b1;
const GOLDEN_INVERSE = 0x0e8b2f51;

/** Spreads keys evenly over 32 bits (Knuth's multiplicative hashing); tables are ordered by it. */
export const spread = (key: number): number => imul(key, GOLDEN) >>> 0;

/** The key that was spread. */
export const unspread = (place: number): number => imul(place, GOLDEN_INVERSE) >>> 0;
