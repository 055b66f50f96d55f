import { mendedLemma } from './lemmas.js';
import type { Lexicon } from './lexicon.js';

/**
 * Lemmas as the reader compares them: lower case, rare ones mended, and each one string object for all its places in all texts.
 * Texts repeat their words, so this is worked out once for each; and the engine compares such strings by their addresses.
 */
export interface Words {
  /** @param tag universal tag */
  lemmaOf(form: string, statistical: string, tag: string): string;
}

interface Mended {
  readonly statistical: string;
  readonly lemma: string;
}

const MOST_WORDS = 100_000;

const kept = new WeakMap<Lexicon, Words>();

/** The lemmas that go with a lexicon. */
export function wordsFor(lexicon: Lexicon): Words {
  const known = kept.get(lexicon);
  if (known) return known;
  const verbs = new Set(lexicon.verbs.keys());
  for (const key of lexicon.stages.keys()) if (key.endsWith('/verb')) verbs.add(key.slice(0, -5));
  const asVerbs = mender((lemma) => verbs.has(lemma));
  const asNouns = mender((lemma) => lexicon.nouns.has(lemma));
  const words: Words = {
    lemmaOf(form, statistical, tag) {
      const lower = lowered(statistical);
      return tag === 'VERB' ? asVerbs(form, lower) : tag === 'NOUN' ? asNouns(form, lower) : lower;
    },
  };
  kept.set(lexicon, words);
  return words;
}

/** Mends lemmas that the model got wrong, see `mendedLemma`; what it made of each form is kept. */
function mender(isKnown: (lemma: string) => boolean): (form: string, lemma: string) => string {
  const mended = new Map<string, Mended>();
  return (form, lemma) => {
    if (isKnown(lemma)) return lemma;
    const before = mended.get(form);
    if (before?.statistical === lemma) return before.lemma;
    if (mended.size >= MOST_WORDS) mended.clear();
    const found = lowered(mendedLemma(form, lemma, isKnown));
    mended.set(form, { statistical: lemma, lemma: found });
    return found;
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
