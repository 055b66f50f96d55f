import { accumulate, type FeatureTable } from './feature-table.js';
import { type Lexicon, ONLY_TAG, STRIDE } from './lexicon.js';
import { TAGGER_FEATURES, taggerFeatures } from './tagger-features.js';

/** Tags a sentence given as lexicon rows, left to right; writes tag numbers to `tags`. */
export type Tagger = (rows: Int32Array, length: number, tags: Int32Array) => void;

/** A greedy tagger over averaged-perceptron weights (Collins 2002). */
export function tagger(words: Lexicon, table: FeatureTable, tagCount: number): Tagger {
  const features = new Uint32Array(TAGGER_FEATURES);
  const scores = new Int32Array(tagCount);
  return (rows, length, tags) => {
    let tag1 = -1;
    let tag2 = -1;
    for (let i = 0; i < length; i++) {
      let best = words.columns[(rows[i] as number) * STRIDE + ONLY_TAG] as number;
      if (best < 0) {
        const count = taggerFeatures(words.columns, rows, length, i, tag1, tag2, features);
        scores.fill(0);
        accumulate(table, features, count, scores);
        best = 0;
        for (let tag = 1; tag < tagCount; tag++)
          if ((scores[tag] as number) > (scores[best] as number)) best = tag;
      }
      tags[i] = best;
      tag2 = tag1;
      tag1 = best;
    }
  };
}
