import type { ActRow, Lexicon, StageRow } from './lexicon.js';
import { type StageRows, stageRowsOf } from './stage-rows.js';
import { lemma, type Tree } from './tree.js';

/** The rows of `data/acts.tsv` and `data/stages.tsv` that a lemma has. */
export interface LemmaRows {
  readonly verbs: readonly ActRow[] | undefined;
  readonly nouns: readonly ActRow[] | undefined;
  readonly adjectives: readonly ActRow[] | undefined;
  readonly stages: { readonly [pos in keyof StageRows]: readonly StageRow[] | undefined };
}

// By number of the lemma, for the lexicon that was used last: there is one but in tests.
let used: Lexicon | undefined;
let known: (LemmaRows | undefined)[] = [];

/** The rows of a word of a sentence, found by the number of its lemma: all words are asked for them several times. */
export function rowsAt(lexicon: Lexicon, tree: Tree, i: number): LemmaRows {
  if (lexicon !== used) {
    used = lexicon;
    known = [];
  }
  const number = i < 0 ? 0 : (tree.numbers[i] ?? 0);
  if (number === 0) return rowsOf(lexicon, lemma(tree, i));
  const found = known[number];
  if (found !== undefined) return found;
  // Without holes, which would make it slow.
  while (known.length <= number) known.push(undefined);
  const rows = rowsOf(lexicon, lemma(tree, i));
  known[number] = rows;
  return rows;
}

function rowsOf(lexicon: Lexicon, word: string): LemmaRows {
  const { verb, noun, adj, reports } = stageRowsOf(lexicon);
  return {
    verbs: lexicon.verbs.get(word),
    nouns: lexicon.nouns.get(word),
    adjectives: lexicon.adjectives.get(word),
    stages: {
      verb: verb.get(word),
      noun: noun.get(word),
      adj: adj.get(word),
      reports: reports.get(word),
    },
  };
}
