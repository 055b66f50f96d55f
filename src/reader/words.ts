import { type Gazetteer, type TokenAtoms, tokenAtoms } from '../gazetteer/index.js';
import { mendedLemma } from './lemmas.js';
import type { Lexicon } from './lexicon.js';
import { stageRowsOf } from './stage-rows.js';

/** A form with what is known of it in every text: worked out once, since texts repeat their words. */
export interface Word {
  /** The form cut up for the search of names. */
  readonly atoms: TokenAtoms;
  /** Its last reading: the model's lemma and the universal tag, and the lemma by which the reader goes. */
  statistical: string;
  tag: string;
  lemma: string;
}

/**
 * Words as the reader compares them: lemmas in lower case, rare ones mended, and each one string object for all its places in all
 * texts, since the engine compares such strings by their addresses.
 */
export interface Words {
  wordOf(form: string): Word;
  lemmaOf(word: Word, form: string, statistical: string, tag: string): string;
}

const MOST_WORDS = 100_000;

const kept = new WeakMap<Lexicon, WeakMap<Gazetteer, Words>>();

/** The words of texts that are read by a lexicon and a gazetteer. */
export function wordsFor(lexicon: Lexicon, gazetteer: Gazetteer): Words {
  const known = kept.get(lexicon)?.get(gazetteer);
  if (known) return known;
  const words = createWords(lexicon, gazetteer);
  const own = kept.get(lexicon) ?? new WeakMap<Gazetteer, Words>();
  kept.set(lexicon, own.set(gazetteer, words));
  return words;
}

function createWords(lexicon: Lexicon, gazetteer: Gazetteer): Words {
  const stages = stageRowsOf(lexicon).verb;
  const isVerb = (lemma: string): boolean => lexicon.verbs.has(lemma) || stages.has(lemma);
  const isNoun = (lemma: string): boolean => lexicon.nouns.has(lemma);
  const words = new Map<string, Word>();
  return {
    wordOf(form) {
      const known = words.get(form);
      if (known !== undefined) return known;
      if (words.size >= MOST_WORDS) words.clear();
      const word = { atoms: tokenAtoms(gazetteer.lexicon, form), statistical: '', tag: '', lemma: '' };
      words.set(sole(form), word);
      return word;
    },
    lemmaOf(word, form, statistical, tag) {
      if (word.statistical === statistical && word.tag === tag) return word.lemma;
      const lower = lowered(statistical);
      word.statistical = statistical;
      word.tag = tag;
      word.lemma =
        tag === 'VERB'
          ? lowered(mendedLemma(form, lower, isVerb))
          : tag === 'NOUN'
            ? lowered(mendedLemma(form, lower, isNoun))
            : lower;
      return word.lemma;
    },
  };
}

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

/** The one string of this text that the engine keeps for names of properties. */
function sole(text: string): string {
  return Object.keys({ [text]: 0 })[0] as string;
}
