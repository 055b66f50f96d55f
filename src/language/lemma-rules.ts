import type { Speller } from './spelling.js';

/**
 * Lemmas by lists and by rules of spelling. What the treebanks and the tables of irregular forms show stands in
 * `exceptions`; other forms get the case that their tag asks for (`lemma-case.ts`), and lose their ending in the way that
 * leads to a base that exists (`lemma-inflection.ts`).
 */
export interface LemmaRules {
  /**
   * Form and slot, with a tab between: lemma. Forms are lower case but for proper nouns, apostrophes straight. A slot is a
   * Penn tag or, where that does not decide, a joint tag (`VERB|NNP`). Bases of verbs, nouns and adjectives are their own
   * lemmas under `VB`, `NN` and `JJ`.
   */
  readonly exceptions: ReadonlyMap<string, string>;
  /** Base tag and last letters of a stem, with a tab between: script `n|added` that mostly makes a base of such a stem. */
  readonly endings: ReadonlyMap<string, string>;
  /** Lower-case forms that exist. */
  readonly known: { has(form: string): boolean };
  /** The word that a misspelt form is meant to be. */
  readonly spelt?: Speller;
}
