import { type Lexicon, ONLY_TAG, rowOf, STRIDE } from '../src/language/lexicon.js';
import { TAGGER_FEATURES, taggerFeatures } from '../src/language/tagger-features.js';
import { type Perceptron, perceptron, score, update } from './perceptron.js';
import { randomNumbers, shuffle } from './random.js';
import type { Example } from './treebanks.js';

/** The right tag must win by this much, not only win. */
const MARGIN = 8;

/** Trains tagger weights; `onEpoch` sees the model after each pass. */
export function trainTagger(
  examples: readonly Example[],
  words: Lexicon,
  tagCount: number,
  options: { epochs: number; seed: number; onEpoch?: (epoch: number, model: Perceptron) => void },
): Perceptron {
  const model = perceptron();
  const random = randomNumbers(options.seed);
  const order = Int32Array.from(examples, (_, i) => i);
  const features = new Uint32Array(TAGGER_FEATURES);
  const scores = new Float64Array(tagCount);
  const rows = examples.map(({ sentence }) => Int32Array.from(sentence.forms, (form) => rowOf(words, form)));
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const gold = examples[index]?.tags ?? new Int32Array();
      const places = rows[index] ?? new Int32Array();
      let tag1 = -1;
      let tag2 = -1;
      for (let i = 0; i < places.length; i++) {
        let best = words.columns[(places[i] as number) * STRIDE + ONLY_TAG] as number;
        if (best < 0) {
          const count = taggerFeatures(words.columns, places, places.length, i, tag1, tag2, features);
          score(model, features, count, scores);
          best = 0;
          for (let tag = 1; tag < tagCount; tag++)
            if ((scores[tag] as number) > (scores[best] as number)) best = tag;
          const right = gold[i] as number;
          const rival = best === right ? runnerUp(scores, right) : best;
          if ((scores[right] as number) - (scores[rival] as number) < MARGIN)
            update(model, features, count, right, rival);
          model.step++;
        }
        tag2 = tag1;
        tag1 = best;
      }
    }
    options.onEpoch?.(epoch, model);
  }
  return model;
}

function runnerUp(scores: Float64Array, right: number): number {
  let best = right === 0 ? 1 : 0;
  for (let tag = 0; tag < scores.length; tag++) {
    if (tag !== right && (scores[tag] as number) > (scores[best] as number)) best = tag;
  }
  return best;
}
