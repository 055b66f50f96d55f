import { featureTable } from '../src/language/feature-table.js';
import { type Lexicon, lexicon, rowOf } from '../src/language/lexicon.js';
import { type Tagger, tagger } from '../src/language/tagger.js';
import { buildEntries } from './lexicon.js';
import { compact } from './perceptron.js';
import { trainTagger } from './train-tagger.js';
import type { Example } from './treebanks.js';

const FOLDS = 4;

/** Tags each quarter of the sentences with a tagger that saw only the others, so that the parser learns from real errors. */
export function jackknife(
  examples: readonly Example[],
  tagCount: number,
  options: { epochs: number; seed: number; log: (line: string) => void },
): Int32Array[] {
  const predicted: Int32Array[] = new Array(examples.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = examples.filter((_, i) => i % FOLDS !== fold);
    const words = lexicon(buildEntries(others));
    const model = trainTagger(others, words, tagCount, options);
    const run = tagger(words, featureTable(compact(model, TAGGER_THRESHOLD, TAGGER_SCALE)), tagCount);
    let right = 0;
    let all = 0;
    examples.forEach(({ sentence, tags }, i) => {
      if (i % FOLDS !== fold) return;
      const found = tagSentence(words, run, sentence.forms);
      predicted[i] = found;
      found.forEach((tag, w) => {
        all++;
        if (tag === tags[w]) right++;
      });
    });
    options.log(`jackknife fold ${fold + 1} of ${FOLDS}: joint tags ${((100 * right) / all).toFixed(2)}`);
  }
  return predicted;
}

/** Weights nearer to zero are left out, and the rest are kept as whole numbers of this part. */
export const TAGGER_THRESHOLD = 0.1;
export const TAGGER_SCALE = 16;

export function tagSentence(words: Lexicon, run: Tagger, forms: readonly string[]): Int32Array {
  const tags = new Int32Array(forms.length);
  run(
    Int32Array.from(forms, (form) => rowOf(words, form)),
    forms.length,
    tags,
  );
  return tags;
}
