import type { ConlluSentence } from '../src/language/conllu.js';
import type { TrainingExample } from './examples.js';
import { Arena } from './network-memory.js';
import { type Parameters, parameters, type TrainedShape } from './network-parameters.js';
import { NetworkTrainer, treeOf } from './network-trainer.js';
import { randomNumbers, shuffle } from './random.js';
import type { Vocabulary } from './vocabulary.js';

export interface TrainingOptions {
  readonly shape: TrainedShape;
  readonly vectors: Float32Array;
  readonly epochs: number;
  readonly seed: number;
  /** Words of a batch. */
  readonly batch: number;
  readonly rate: number;
  readonly drop: number;
  readonly native: boolean;
  /** Weights to go on from, as `save` gives them. */
  readonly from?: Float32Array;
  readonly log: (line: string) => void;
}

/** Sentences of a development set as examples. */
export interface DevelopmentSet {
  readonly name: string;
  readonly sentences: readonly ConlluSentence[];
}

export interface TrainedNetwork {
  readonly trainer: NetworkTrainer;
  readonly parameters: Parameters;
}

const MEGABYTES = 700;
const LONGEST = 160;
const DROP_FORMS = 0.2;
const DROP_VECTORS = 0.05;
/** Share of the run in which the rate rises. */
const WARM_UP = 0.05;
/** The weights that are kept are a running mean over about so many steps. */
const MEAN_OVER = 500;

export function newNetwork(
  options: Pick<TrainingOptions, 'shape' | 'vectors' | 'seed' | 'native'>,
): TrainedNetwork {
  const arena = new Arena(MEGABYTES, options.native);
  const weights = parameters(arena, options.shape, options.seed);
  return {
    trainer: new NetworkTrainer(arena, options.shape, weights, options.vectors),
    parameters: weights,
  };
}

/**
 * Trains a network: Adam, the rate rising and then falling as a cosine, dropout, forms taken for unknown. The weights of
 * the epoch that does best on the development sets are left in it.
 *
 * @param draw the examples of an epoch, made anew each time
 */
export function trainNetwork(
  draw: (random: () => number) => readonly TrainingExample[],
  words: Vocabulary,
  dev: readonly DevelopmentSet[],
  options: TrainingOptions,
): TrainedNetwork {
  const network = newNetwork(options);
  const { trainer, parameters: weights } = network;
  const random = randomNumbers(options.seed + 1);
  const pass = { drop: options.drop, dropForms: DROP_FORMS, dropVectors: DROP_VECTORS, random };
  if (options.from) weights.load(options.from);
  let best = -1;
  let kept = weights.save();
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    const began = Date.now();
    const examples = draw(random);
    const order = Int32Array.from(examples, (_, i) => i);
    shuffle(order, random);
    const batches = inBatches(order, examples, options.batch);
    let loss = 0;
    let count = 0;
    batches.forEach((batch, b) => {
      const result = trainer.learn(batch, pass);
      const progress = (epoch - 1 + b / batches.length) / options.epochs;
      const rate =
        options.rate * Math.min(1, progress / WARM_UP + 0.01) * (0.5 + 0.5 * Math.cos(Math.PI * progress));
      weights.step({ rate, scale: 1 / result.words, keep: 1 - 1 / MEAN_OVER });
      loss += result.loss;
      count += result.words;
      if (b % 100 === 99) options.log(`epoch ${epoch}: ${b + 1} of ${batches.length} batches`);
    });
    const figures = dev.map((set) => judge(network, words, set));
    const mean = figures.reduce((sum, { las }) => sum + las, 0) / Math.max(1, figures.length);
    const mark = mean > best ? ' *' : '';
    if (mean > best) {
      best = mean;
      kept = weights.save();
    }
    const each = figures.map(
      ({ name, upos, uas, las }) =>
        `${name} UPOS ${upos.toFixed(2)} UAS ${uas.toFixed(2)} LAS ${las.toFixed(2)}`,
    );
    const seconds = Math.round((Date.now() - began) / 1000);
    options.log(`epoch ${epoch}: loss ${(loss / count).toFixed(3)}, ${each.join('; ')}, ${seconds} s${mark}`);
  }
  weights.load(kept);
  return network;
}

function inBatches(
  order: Int32Array,
  examples: readonly TrainingExample[],
  words: number,
): TrainingExample[][] {
  const batches: TrainingExample[][] = [];
  let batch: TrainingExample[] = [];
  let count = 0;
  for (const number of order) {
    const example = examples[number] as TrainingExample;
    if (example.length > LONGEST) continue;
    batch.push(example);
    count += example.length;
    if (count < words) continue;
    batches.push(batch);
    batch = [];
    count = 0;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

/** Tags and attachments, universal relations, in hundredths of the words. */
function judge({ trainer }: TrainedNetwork, words: Vocabulary, { name, sentences }: DevelopmentSet) {
  const universal = (label: string): string => label.replace(/:.*/, '');
  const upos = words.tags.map((tag) => tag.slice(0, tag.indexOf('|')));
  const labels = words.labels.map(universal);
  const right = { upos: 0, uas: 0, las: 0 };
  let count = 0;
  for (let at = 0; at < sentences.length; at += 40) {
    const batch = sentences.slice(at, at + 40);
    const predictions = trainer.predict(batch.map(({ forms }) => words.example(forms)));
    const trees = predictions.map(({ heads }, s) => treeOf((batch[s]?.length ?? 0) + 1, heads));
    const relations = trainer.relations(trees);
    batch.forEach((sentence, s) => {
      for (let i = 1; i <= sentence.length; i++) {
        count++;
        const tag = largest(predictions[s]?.tags as Float32Array, i * words.tags.length, words.tags.length);
        if (upos[tag] === sentence.upos[i - 1]) right.upos++;
        if (trees[s]?.[i] !== (sentence.heads[i - 1] ?? 0) + 1) continue;
        right.uas++;
        const label = largest(relations[s] as Float32Array, i * words.labels.length, words.labels.length);
        if (labels[label] === universal(sentence.deprels[i - 1] ?? '')) right.las++;
      }
    });
  }
  const share = (part: number): number => (100 * part) / Math.max(1, count);
  return { name, upos: share(right.upos), uas: share(right.uas), las: share(right.las) };
}

function largest(values: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++)
    if ((values[from + i] as number) > (values[from + best] as number)) best = i;
  return best;
}
