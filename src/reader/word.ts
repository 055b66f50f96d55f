import type { TokenAtoms } from '../gazetteer/index.js';
import type { WordVectors } from '../language/index.js';

/** A form with what is known of it in every text: worked out once, since texts repeat their words. */
export interface Word {
  /** The form cut up for the search of names. */
  readonly atoms: TokenAtoms;
  /** Whether it may be part of a date. */
  readonly dates: boolean;
  /** Its last reading: the model's lemma and the universal tag, and the lemma by which the reader goes. */
  statistical: string;
  tag: string;
  lemma: string;
  /** The number of the lemma. */
  number: number;
  /** Its row in the table of vectors that was asked last, −1 where there is none. */
  row: number;
  rowsOf: WordVectors | undefined;
}

/**
 * Words as the reader compares them: lemmas in lower case, rare ones mended, and each one string object for all its places in all
 * texts, since the engine compares such strings by their addresses.
 */
export interface Words {
  wordOf(form: string): Word;
  lemmaOf(word: Word, form: string, statistical: string, tag: string): string;
}

/** Different words that are kept; then all are forgotten, so that memory has a bound. */
export const MOST_WORDS = 100_000;

const lowerCase = new Map<string, string>();

/** A word in lower case, always the same string object. */
export function lowered(word: string): string {
  const known = lowerCase.get(word);
  if (known !== undefined) return known;
  if (lowerCase.size >= MOST_WORDS) lowerCase.clear();
  const lower = sole(word.toLowerCase());
  lowerCase.set(sole(word), lower);
  return lower;
}

const numbers = new Map<string, number>();

/**
 * A number for each lemma, by which what is known of it is found without a search; 0 for those that come after so many that they are not
 * numbered any more.
 */
export function numberOf(lemma: string): number {
  const known = numbers.get(lemma);
  if (known !== undefined) return known;
  if (numbers.size >= MOST_WORDS) return 0;
  const number = numbers.size + 1;
  numbers.set(lemma, number);
  return number;
}

/** The one string of this text that the engine keeps for names of properties; as in the language part, which keeps its own to itself. */
export function sole(text: string): string {
  return Object.keys({ [text]: 0 })[0] as string;
}
