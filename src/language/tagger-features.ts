import { mix } from './hashing.js';
import { AFTER, AMBIGUITY, BEFORE, FLAGS, FORM, LOWER, PREFIX, SHAPE, STRIDE, SUFFIX } from './lexicon.js';

export const TAGGER_FEATURES = 40;

/**
 * Feature keys of word `i`: its form, affixes and shape, its neighbours' forms and tag sets, and the two tags before.
 *
 * @param rows the words' rows in the lexicon
 * @param tag1 tag of the word before, −1 at the start
 * @param tag2 tag of the word before that
 * @returns the number of features written to `out`
 */
export function taggerFeatures(
  columns: Int32Array,
  rows: Int32Array,
  length: number,
  i: number,
  tag1: number,
  tag2: number,
  out: Uint32Array,
): number {
  const c = (rows[i] as number) * STRIDE;
  const p = (i > 0 ? (rows[i - 1] as number) : BEFORE) * STRIDE;
  const pp = (i > 1 ? (rows[i - 2] as number) : BEFORE) * STRIDE;
  const n = (i + 1 < length ? (rows[i + 1] as number) : AFTER) * STRIDE;
  const nn = (i + 2 < length ? (rows[i + 2] as number) : AFTER) * STRIDE;
  const at = (place: number, column: number): number => columns[place + column] as number;
  const word = at(c, LOWER);
  const suffix3 = at(c, SUFFIX + 2);
  const set = at(c, AMBIGUITY);
  const nextSet = at(n, AMBIGUITY);
  const shape = at(c, SHAPE);
  const first = i === 0 ? 1 : 0;
  let k = 0;
  out[k++] = mix(0, word, 0, 0);
  out[k++] = mix(1, at(c, FORM), 0, 0);
  for (let s = 0; s < 5; s++) out[k++] = mix(2 + s, at(c, SUFFIX + s), 0, 0);
  for (let s = 0; s < 3; s++) out[k++] = mix(7 + s, at(c, PREFIX + s), 0, 0);
  out[k++] = mix(10, shape, first, 0);
  out[k++] = mix(11, set, 0, 0);
  out[k++] = mix(12, at(c, FLAGS), first, 0);
  out[k++] = mix(13, tag1, 0, 0);
  out[k++] = mix(14, tag1, tag2, 0);
  out[k++] = mix(15, tag1, word, 0);
  out[k++] = mix(16, tag1, suffix3, 0);
  out[k++] = mix(17, tag1, tag2, set);
  out[k++] = mix(18, at(p, LOWER), 0, 0);
  out[k++] = mix(19, at(pp, LOWER), 0, 0);
  out[k++] = mix(20, at(n, LOWER), 0, 0);
  out[k++] = mix(21, at(nn, LOWER), 0, 0);
  out[k++] = mix(22, at(p, LOWER), word, 0);
  out[k++] = mix(23, word, at(n, LOWER), 0);
  out[k++] = mix(24, nextSet, 0, 0);
  out[k++] = mix(25, set, nextSet, 0);
  out[k++] = mix(26, tag1, nextSet, 0);
  out[k++] = mix(27, tag1, set, nextSet);
  out[k++] = mix(28, nextSet, at(nn, AMBIGUITY), 0);
  out[k++] = mix(29, at(n, SUFFIX + 2), at(n, SHAPE), 0);
  out[k++] = mix(30, at(p, SUFFIX + 2), tag1, 0);
  out[k++] = mix(31, shape, at(n, SHAPE), at(p, SHAPE));
  out[k++] = mix(32, set, nextSet, at(nn, AMBIGUITY));
  out[k++] = mix(33, at(p, LOWER), set, at(n, LOWER));
  out[k++] = mix(34, suffix3, nextSet, 0);
  out[k++] = mix(35, at(pp, LOWER), at(p, LOWER), set);
  return k;
}
