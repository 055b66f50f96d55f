import { BARE, COLON, IN_BRACKET, IN_QUOTE, type Stretch, VERB } from './boundary-stretch.js';
import type { Units } from './boundary-units.js';
import { GAP_NONE } from './token-buffer.js';

/** Most features that a gap can have. */
export const MOST_FEATURES = 32;

/** Lengths in few steps: one by one at first, then wider. Below 16. */
function step(length: number): number {
  if (length < 7) return length;
  if (length < 12) return length < 9 ? 7 : 8;
  if (length < 21) return length < 16 ? 9 : 10;
  return length < 31 ? 11 : length < 46 ? 12 : 13;
}

const imul = Math.imul;

/** Mixes a template and two values; `seed` parts the features of bare stretches from the others. */
function mix(seed: number, template: number, a: number, b: number): number {
  let hash = imul((a + seed) ^ imul(template, 0x9e3779b1), 0x85ebca6b);
  hash = imul((hash ^ (hash >>> 15)) + b, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/**
 * Features of the gap after `unit`, as hashes in `keys`. In the names, A is the unit before the gap and B the one after
 * it; A1 and A2 stand before A, B1 and B2 after B.
 *
 * @param unit has a successor in the stretch
 * @param rule verdict of the rules on the gap
 * @returns how many there are
 */
export function gapFeatures(
  { shapes, words, gaps }: Units,
  stretch: Stretch,
  unit: number,
  rule: number,
  keys: Int32Array,
): number {
  const { from, end, style, first, seen } = stretch;
  const seed = style === BARE ? 0x5bd1e995 : 0;
  const A = shapes[unit] as number;
  const B = shapes[unit + 1] as number;
  const A1 = unit - 1 >= from ? (shapes[unit - 1] as number) : 0;
  const A2 = unit - 2 >= from ? (shapes[unit - 2] as number) : 0;
  const B1 = unit + 2 < end ? (shapes[unit + 2] as number) : 0;
  const B2 = unit + 3 < end ? (shapes[unit + 3] as number) : 0;
  const wordA = words[unit] as number;
  const wordB = words[unit + 1] as number;
  const wordA1 = unit - 1 >= from ? (words[unit - 1] as number) : 0;
  const wordB1 = unit + 2 < end ? (words[unit + 2] as number) : 0;
  const tight = gaps[unit + 1] === GAP_NONE ? 1 : 0;
  const length = step(unit - first + 1);
  const left = step(end - unit - 1);
  const AB = (A << 6) | B;
  const opening = shapes[first] as number;
  let n = 0;
  keys[n++] = mix(seed, 1, (rule << 1) | tight, AB);
  keys[n++] = mix(seed, 2, rule, wordB);
  keys[n++] = mix(seed, 3, rule, wordA);
  keys[n++] = mix(seed, 4, rule, length);
  keys[n++] = mix(seed, 5, rule, style);
  keys[n++] = mix(seed, 6, (rule << 5) | style, AB);
  keys[n++] = mix(seed, 7, (AB << 1) | tight, A1);
  keys[n++] = mix(seed, 8, (AB << 1) | tight, B1);
  keys[n++] = mix(seed, 9, AB, (A1 << 6) | B1);
  keys[n++] = mix(seed, 10, AB, (A1 << 6) | A2);
  keys[n++] = mix(seed, 11, AB, (B1 << 6) | B2);
  keys[n++] = mix(seed, 12, 0, wordA);
  keys[n++] = mix(seed, 13, B, wordB);
  keys[n++] = mix(seed, 14, B, wordA);
  keys[n++] = mix(seed, 15, AB, wordB);
  keys[n++] = mix(seed, 16, wordA, wordB);
  keys[n++] = mix(seed, 17, wordB ^ B, wordB1);
  keys[n++] = mix(seed, 18, AB, wordA1);
  keys[n++] = mix(seed, 19, AB, wordB1);
  keys[n++] = mix(seed, 20, AB, length);
  keys[n++] = mix(seed, 21, AB, left);
  keys[n++] = mix(seed, 22, AB, seen & (IN_BRACKET | IN_QUOTE));
  keys[n++] = mix(seed, 23, AB, (opening << 4) | length);
  keys[n++] = mix(seed, 24, words[first] as number, length);
  keys[n++] = mix(seed, 25, AB, seen & COLON);
  keys[n++] = mix(seed, 26, AB, seen & VERB);
  keys[n++] = mix(seed, 27, (B << 4) | length, seen & VERB);
  keys[n++] = mix(seed, 28, AB, style);
  keys[n++] = mix(seed, 29, (B << 5) | style, wordB);
  return n;
}
