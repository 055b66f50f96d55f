import { type Gazetteer, tokenAtoms } from '../gazetteer/index.js';
import { mayBeDate } from './dates.js';
import { mendedLemma } from './lemmas.js';
import type { Lexicon } from './lexicon.js';
import { stageRowsOf } from './stage-rows.js';
import { lowered, MOST_WORDS, numberOf, sole, type Word, type Words } from './word.js';

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
      const atoms = tokenAtoms(gazetteer.lexicon, form);
      const word: Word = {
        atoms,
        dates: mayBeDate(form),
        statistical: '',
        tag: '',
        lemma: '',
        number: 0,
        row: -1,
        rowsOf: undefined,
      };
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
      word.number = numberOf(word.lemma);
      return word.lemma;
    },
  };
}
