import type { HashIndex } from './hash-index.js';
import { hashSlice } from './hashing.js';

/** Rows of the table of features: the place before a sentence, a form that is not known, forms, then the buckets. */
export const ROOT_ROW = 0;
export const UNKNOWN_ROW = 1;
export const FIRST_FORM_ROW = 2;
/** Rows for ends, beginnings and shapes of words, which share them by hash. */
export const BUCKETS = 8192;

const LONGEST_END = 4;
const LONGEST_BEGINNING = 3;
/** A form has at most so many features. */
export const MOST_FEATURES = 2 + LONGEST_END + LONGEST_BEGINNING;
const LONGEST_FORM = 64;

/** Hash under which a lower-case form is known. */
export const formHash = (lower: string): number => hashSlice(lower, 0, lower.length, 1);

/**
 * The rows of a form's features: itself where it is known, its ends and beginnings (figures are all one), its shape.
 *
 * @param forms numbers of the known lower-case forms
 * @returns how many were written to `rows`
 */
export function featureRows(form: string, forms: HashIndex, rows: Int32Array): number {
  const lower = lowered(form);
  const same = figuresAlike(lower);
  const buckets = FIRST_FORM_ROW + forms.size;
  const bucket = (hash: number): number => buckets + (hash & (BUCKETS - 1));
  const known = forms.find(formHash(lower));
  let count = 0;
  rows[count++] = known < 0 ? UNKNOWN_ROW : FIRST_FORM_ROW + known;
  const { length } = same;
  for (let k = 1; k <= LONGEST_END && k <= length; k++)
    rows[count++] = bucket(hashSlice(same, length - k, length, 10 + k));
  for (let k = 1; k <= LONGEST_BEGINNING && k < length; k++)
    rows[count++] = bucket(hashSlice(same, 0, k, 20 + k));
  const shape = shapeOf(form);
  rows[count++] = bucket(hashSlice(shape, 0, shape.length, 30));
  return count;
}

/**
 * The number of a form's vector: its own, that of the form with all figures 0, or that of what stands behind its last hyphen.
 *
 * @returns −1 where there is none
 */
export function vectorRow(form: string, vectors: HashIndex): number {
  const lower = lowered(form);
  const own = vectors.find(formHash(lower));
  if (own >= 0) return own;
  const same = figuresAlike(lower);
  const alike = same === lower ? -1 : vectors.find(formHash(same));
  if (alike >= 0) return alike;
  const hyphen = lower.lastIndexOf('-');
  return hyphen < 0 ? -1 : vectors.find(formHash(lower.slice(hyphen + 1)));
}

const lowered = (form: string): string =>
  (form.length > LONGEST_FORM ? form.slice(0, LONGEST_FORM) : form).toLowerCase();

const figuresAlike = (lower: string): string => (/\d/.test(lower) ? lower.replace(/\d/g, '0') : lower);

/** "Xx-d" for "Covid-19": kinds of characters, runs folded. */
function shapeOf(form: string): string {
  let shape = '';
  let last = '';
  for (const character of form.length > LONGEST_FORM ? form.slice(0, LONGEST_FORM) : form) {
    const kind = kindOf(character);
    if (kind !== last) shape += kind;
    last = kind;
  }
  return shape;
}

function kindOf(character: string): string {
  if (character >= 'a' && character <= 'z') return 'x';
  if (character >= 'A' && character <= 'Z') return 'X';
  if (/\d/.test(character)) return 'd';
  if (/\p{Lu}/u.test(character)) return 'X';
  return /\p{L}/u.test(character) ? 'x' : character;
}
