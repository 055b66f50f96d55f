import type { WordGraph } from '../src/reader/relations/graph.js';
import type { RelationModel } from '../src/reader/relations/relation-model.js';
import {
  layout,
  PARTS,
  type PartName,
  type RelationInput,
  type RelationShape,
} from '../src/reader/relations/relation-network.js';
import { normal, randomNumbers, shuffle } from './random.js';
import { RULES } from './relation-examples.js';
import { learnRelation, type RelationTarget } from './relation-gradients.js';

/** A sentence as a network sees it, and what it is to say. */
export interface Example {
  readonly graph: WordGraph;
  readonly target: RelationTarget;
  /** Whether the tables were written with the sentence in view. */
  readonly seen: boolean;
  /** Whether its parties are shown. */
  readonly marked: boolean;
}

const BATCH = 16;
const WARM_UP = 100;
/** Share of a word's features, and of words' vectors, left out in training. */
const DROP = 0.15;
/** How often the answer of the rules is hidden; more often where the tables were written with the sentence in view. */
const HIDE_RULES = { seen: 0.35, unseen: 0.15 };
const DECAY = 1e-3;
const MEAN_OVER = 1500;

/**
 * Trains one network: Adam, the rate rising and then falling as a cosine, features, vectors and the rules' answer left out at random.
 * The weights that it returns are a running mean.
 */
export function trainOne(
  { shape, features }: Pick<RelationModel, 'shape' | 'features'>,
  examples: readonly Example[],
  inputs: readonly RelationInput[],
  { seed, epochs, rate }: { seed: number; epochs: number; rate: number },
  log: (line: string) => void,
): Float64Array {
  const random = randomNumbers(seed);
  const weights = initial(shape, random);
  const ofRules = new Set([...features.keys()].filter((f) => RULES.test(features[f] as string)));
  const gradients = new Float64Array(weights.length);
  const first = new Float64Array(weights.length);
  const second = new Float64Array(weights.length);
  const mean = weights.slice();
  const steps = epochs * Math.ceil(examples.length / BATCH);
  const order = Int32Array.from(examples, (_, k) => k);
  let step = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const began = Date.now();
    shuffle(order, random);
    let loss = 0;
    for (let at = 0; at < order.length; at += BATCH) {
      const batch = order.subarray(at, at + BATCH);
      for (const k of batch) {
        const { target, seen } = examples[k] as Example;
        const hide = random() < (seen ? HIDE_RULES.seen : HIDE_RULES.unseen);
        const input = thinned(inputs[k] as RelationInput, shape.vector, hide ? ofRules : undefined, random);
        loss += learnRelation(shape, weights, gradients, input, target);
      }
      step++;
      const now = rate * Math.min(1, step / WARM_UP) * (0.5 + 0.5 * Math.cos((Math.PI * step) / steps));
      const keep = Math.min(1 - 1 / MEAN_OVER, step / (step + 10));
      const [c1, c2] = [1 - 0.9 ** step, 1 - 0.999 ** step];
      for (let w = 0; w < weights.length; w++) {
        const g = (gradients[w] as number) / batch.length;
        gradients[w] = 0;
        const m = 0.9 * (first[w] as number) + 0.1 * g;
        const v = 0.999 * (second[w] as number) + 0.001 * g * g;
        first[w] = m;
        second[w] = v;
        const old = weights[w] as number;
        weights[w] = old - now * (m / c1 / (Math.sqrt(v / c2) + 1e-8) + DECAY * old);
        mean[w] = keep * (mean[w] as number) + (1 - keep) * (weights[w] as number);
      }
    }
    log(
      `epoch ${epoch}: loss ${(loss / examples.length).toFixed(3)}, ${Math.round((Date.now() - began) / 1000)} s`,
    );
  }
  return mean;
}

/** A text of which a part is left out, so that the network does not lean on any one thing. */
function thinned(
  input: RelationInput,
  vector: number,
  hidden: ReadonlySet<number> | undefined,
  random: () => number,
): RelationInput {
  const vectors = input.vectors.slice();
  for (let i = 0; i < input.length; i++) if (random() < DROP) vectors.fill(0, i * vector, (i + 1) * vector);
  return {
    ...input,
    vectors,
    features: input.features.map((own) => own.filter((f) => !hidden?.has(f) && random() >= DROP)),
    whole: hidden ? [] : input.whole,
  };
}

function initial(shape: RelationShape, random: () => number): Float64Array {
  const at = layout(shape);
  const weights = new Float64Array(at.length);
  const gain: Partial<Record<PartName, number>> = {
    features: 0.25,
    vectors: 1 / Math.sqrt(shape.vector),
    own: 1 / Math.sqrt(shape.hidden),
    edges: 0.5 / Math.sqrt(shape.hidden),
    attention: 1 / Math.sqrt(shape.hidden),
    values: 1 / Math.sqrt(shape.hidden),
    classes: 1 / Math.sqrt(shape.hidden),
    pointers: 1 / Math.sqrt(shape.hidden),
  };
  for (const [name, deviation] of Object.entries(gain) as [PartName, number][]) {
    const [rows, columns] = PARTS[name](shape);
    for (let k = 0; k < rows * columns; k++) weights[at[name] + k] = deviation * normal(random);
  }
  return weights;
}
