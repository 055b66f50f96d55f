import { bufferFeatures, PARSER_FEATURES, stackFeatures } from '../src/language/parser-features.js';
import { apply, begin, finished, type ParseState, parseState } from '../src/language/transitions.js';
import { type Choice, type Costs, choose } from './oracle.js';
import { type Perceptron, perceptron, score, update } from './perceptron.js';
import { randomNumbers, shuffle } from './random.js';

/** A sentence as the parser sees it, with its gold tree; the root is word `length`. */
export interface ParserExample {
  readonly words: Int32Array;
  readonly tags: Int32Array;
  readonly upos: Int32Array;
  readonly heads: Int32Array;
  readonly relations: Int32Array;
}

/** How often the parser follows its own choice, so that it learns to go on after an error. */
const EXPLORE = 0.9;

/** Trains parser weights with a dynamic oracle and exploration. */
export function trainParser(
  examples: readonly ParserExample[],
  labels: number,
  rootLabel: number,
  options: { epochs: number; seed: number; onEpoch?: (epoch: number, model: Perceptron) => void },
): Perceptron {
  const model = perceptron();
  const random = randomNumbers(options.seed);
  const order = Int32Array.from(examples, (_, i) => i);
  const features = new Uint32Array(PARSER_FEATURES);
  const scores = new Float64Array(1 + 2 * labels);
  const costs: Costs = { shift: 0, left: 0, right: 0 };
  const choice: Choice = { predicted: 0, predictedCost: 0, right: 0, rightCost: 0 };
  const state = parseState(labels, rootLabel);
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (!example) continue;
      place(state, example);
      while (!finished(state)) {
        if (state.stackSize === 0) {
          apply(state, 0);
          continue;
        }
        if (state.front === state.length && state.stackSize === 1) {
          apply(state, 1 + rootLabel);
          continue;
        }
        const count = stackFeatures(state, features, bufferFeatures(state, features));
        score(model, features, count, scores);
        choose(state, example.heads, example.relations, scores, costs, choice);
        if (choice.predictedCost > choice.rightCost)
          update(model, features, count, choice.right, choice.predicted);
        model.step++;
        apply(state, epoch > 1 && random() < EXPLORE ? choice.predicted : choice.right);
      }
    }
    options.onEpoch?.(epoch, model);
  }
  return model;
}

function place(state: ParseState, { words, tags, upos }: ParserExample): void {
  begin(state, words.length);
  state.words.set(words);
  state.tags.set(tags);
  state.upos.set(upos);
}
