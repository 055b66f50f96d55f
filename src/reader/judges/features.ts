/** The name of a feature, with the hashes of the features of that name before their values are read. */
export interface FeatureName {
  readonly text: string;
  readonly low: number;
  readonly high: number;
}

const names = new Map<string, FeatureName>();

/** The feature name of this text; there are some hundred. */
export function featureName(text: string): FeatureName {
  const known = names.get(text);
  if (known) return known;
  const name = { text, low: lowHash(0x811c9dc5, text), high: highHash(0x2545f491, text) };
  names.set(text, name);
  return name;
}

/**
 * Numbers of features by two 32-bit hashes of name and value: a value in parts is looked up without joining them. Of the features
 * that a text shows and the index lacks, one in 10⁹ would be taken for one that it has.
 */
export interface FeatureIndex {
  /** Number of slots less one. */
  readonly mask: number;
  /**
   * By slot, which one hash chooses, the number plus one, 0 where the slot is free, and the other hash: what one look needs lies
   * together, and as much as can be in the cache.
   */
  readonly slots: Int32Array;
}

/** @param features as `name=value`; a feature's number is its place */
export function featureIndex(features: readonly string[]): FeatureIndex {
  let size = 64;
  while (size < 2 * features.length) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size * WIDTH);
  features.forEach((feature, number) => {
    const at = feature.indexOf('=');
    const name = featureName(feature.slice(0, at));
    const value = feature.slice(at + 1);
    const low = lowHash(name.low, value);
    let slot = slotOf(low, mask);
    while (slots[slot * WIDTH] !== 0) slot = (slot + 1) & mask;
    slots.set([number + 1, highHash(name.high, value)], slot * WIDTH);
  });
  return { mask, slots };
}

const WIDTH = 2;

// The hashes of the value that is being looked up: a pair of results would be an object for each of the parts.
let low = 0;
let high = 0;

/** The number of a feature whose value is `first`, or the parts joined by spaces; −1 where the index lacks it. */
export function featureNumber(
  index: FeatureIndex,
  name: FeatureName,
  first: string,
  second: string | undefined,
  third: string | undefined,
): number {
  low = name.low;
  high = name.high;
  hashOn(first);
  if (second !== undefined) hashAfterSpace(second);
  if (third !== undefined) hashAfterSpace(third);
  const { mask, slots } = index;
  for (let slot = slotOf(low, mask); ; slot = (slot + 1) & mask) {
    const at = slot * WIDTH;
    const number = (slots[at] as number) - 1;
    if (number < 0 || slots[at + 1] === high) return number;
  }
}

function hashAfterSpace(text: string): void {
  low = lowStep(low, SPACE);
  high = highStep(high, SPACE);
  hashOn(text);
}

/** Goes on with both hashes by one walk along the text. */
function hashOn(text: string): void {
  let first = low;
  let second = high;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    first = lowStep(first, code);
    second = highStep(second, code);
  }
  low = first;
  high = second;
}

const SPACE = 32;

const lowStep = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
const highStep = (hash: number, code: number): number => (Math.imul(hash, 0x5bd1e995) + code) | 0;

function lowHash(hash: number, text: string): number {
  let to = hash | 0;
  for (let i = 0; i < text.length; i++) to = lowStep(to, text.charCodeAt(i));
  return to;
}

function highHash(hash: number, text: string): number {
  let to = hash | 0;
  for (let i = 0; i < text.length; i++) to = highStep(to, text.charCodeAt(i));
  return to;
}

/** The upper bits are the better mixed. */
const slotOf = (low: number, mask: number): number => (low ^ (low >>> 15)) & mask;
