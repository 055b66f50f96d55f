import type { HashIndex } from './hash-index.js';
import { hashSlice } from './hashing.js';

/** Finds the word that an unknown form is a slip of the pen for. */
export type Speller = (form: string) => string | undefined;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const SHORTEST = 5;
const LONGEST = 20;
/** With capitals it may be a name. */
const WORD = /^[a-z]+$/;

/**
 * A speller for small-lettered words that have neither been seen nor have a vector: two letters turned round, one
 * doubled or not, missing or too many ("auhtority", "recomend"). The first letter is taken to be right, and words of the
 * treebanks alone are meant.
 *
 * @param forms known lower-case forms, by `formHash`
 * @param vectorForms those that have a vector
 */
export function speller(forms: HashIndex, vectorForms: HashIndex): Speller {
  return (form) => {
    if (form.length < SHORTEST || form.length > LONGEST || !WORD.test(form)) return undefined;
    const hash = hashOf(form);
    if (forms.find(hash) >= 0 || vectorForms.find(hash) >= 0) return undefined;
    for (const slips of SLIPS) {
      let best: string | undefined;
      let lowest = Number.POSITIVE_INFINITY;
      for (const word of slips(form)) {
        const number = forms.find(hashOf(word));
        // What comes first in the treebanks is mostly the more frequent; misspellings of the treebanks have no vector.
        if (number < 0 || number >= lowest || vectorForms.find(hashOf(word)) < 0) continue;
        lowest = number;
        best = word;
      }
      if (best !== undefined) return best;
    }
    return undefined;
  };
}

const hashOf = (word: string): number => hashSlice(word, 0, word.length, 1); // formHash of word-rows.ts

/** Kinds of slips, the likely ones first. */
const SLIPS: readonly ((form: string) => Iterable<string>)[] = [turned, doubled, missing, surplus];

function* turned(form: string): Generator<string> {
  for (let i = 1; i + 1 < form.length; i++)
    if (form[i] !== form[i + 1])
      yield form.slice(0, i) + form.charAt(i + 1) + form.charAt(i) + form.slice(i + 2);
}

function* doubled(form: string): Generator<string> {
  for (let i = 0; i < form.length; i++) {
    if (form[i] === form[i + 1]) yield form.slice(0, i) + form.slice(i + 1);
    else if (form[i] !== form[i - 1]) yield form.slice(0, i) + form.charAt(i) + form.slice(i);
  }
}

function* missing(form: string): Generator<string> {
  for (let i = 1; i <= form.length; i++)
    for (const letter of LETTERS) yield form.slice(0, i) + letter + form.slice(i);
}

function* surplus(form: string): Generator<string> {
  for (let i = 1; i < form.length; i++) yield form.slice(0, i) + form.slice(i + 1);
}
