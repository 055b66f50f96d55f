import { accumulate, type FeatureTable } from './feature-table.js';
import { bufferFeatures, PARSER_FEATURES, stackFeatures } from './parser-features.js';
import { apply, bestAction, finished, type ParseState } from './transitions.js';

/** Runs a state, whose words and tags are set, to its end; heads and relations are then in the state. */
export type Parser = (state: ParseState) => void;

/** A greedy arc-hybrid parser over averaged-perceptron weights; 2 × length transitions. */
export function parser(table: FeatureTable, labels: number): Parser {
  const features = new Uint32Array(PARSER_FEATURES);
  const scores = new Int32Array(1 + 2 * labels);
  /** What the buffer's features say, until the next shift. */
  const ahead = new Int32Array(1 + 2 * labels);
  return (state) => {
    let seen = -1;
    while (!finished(state)) {
      const { front, length, stackSize } = state;
      if (stackSize === 0) apply(state, 0);
      else if (front === length && stackSize === 1) apply(state, 1 + state.rootLabel);
      else {
        if (front !== seen) {
          ahead.fill(0);
          accumulate(table, features, bufferFeatures(state, features), ahead);
          seen = front;
        }
        scores.set(ahead);
        accumulate(table, features, stackFeatures(state, features, 0), scores);
        apply(state, bestAction(state, scores));
      }
    }
  };
}
