import type { WordVectors } from '../src/language/index.js';
import {
  PARTY_PARTS,
  type PartyInput,
  type PartyPart,
  type PartyShape,
} from '../src/reader/relations/party-network.js';
import { Graph, LEAK, type Span, type Tensor } from './network-graph.js';
import { Arena } from './network-memory.js';
import { type Parameters, type Part, parametersOf } from './network-parameters.js';
import { randomNumbers, shuffle } from './random.js';

/** A text, and the words that are the heads of its source and its recipient; its last word stands for nobody. */
export interface PartyExample {
  readonly input: PartyInput;
  readonly source: number;
  readonly recipient: number;
  /** Whether the tables were written with the text in view. */
  readonly seen: boolean;
}

export interface PartyOptions {
  readonly seed: number;
  readonly epochs: number;
  readonly rate: number;
  readonly drop: number;
  readonly native: boolean;
}

const BATCH = 32;
const WARM_UP = 200;
/** Share of a word's features, and of words' vectors, left out in training. */
const THIN = 0.15;
/** How often the answer of the rules is hidden; more often where the tables were written with the text in view. */
const HIDE_RULES = { seen: 0.35, unseen: 0.15 };
const MEAN_OVER = 800;
const MEGABYTES = 256;

/** A network in training, see `party-network.ts` for the one at work, whose steps are the same. */
export class PartyTrainer {
  readonly parameters: Parameters;
  readonly #arena: Arena;
  readonly #shape: PartyShape;
  readonly #vectors: WordVectors;
  readonly #ground: number;

  constructor(shape: PartyShape, vectors: WordVectors, seed: number, native = false) {
    this.#arena = new Arena(MEGABYTES, native);
    this.#shape = shape;
    this.#vectors = vectors;
    this.parameters = parametersOf(this.#arena, partsOf(shape), seed);
    this.#ground = this.#arena.top;
  }

  /** The mean weights, in the order of `PARTY_PARTS`. */
  weights(): Float64Array {
    return Float64Array.from(
      (Object.keys(PARTY_PARTS) as PartyPart[]).flatMap((name) => [...this.parameters.view(name, 'mean')]),
    );
  }

  /** Adds the gradients of a batch to those of the parameters; returns its loss, summed over texts. */
  learn(batch: readonly PartyExample[], random?: () => number, drop = 0): number {
    this.#arena.release(this.#ground);
    this.parameters.use('weights');
    const graph = new Graph(this.#arena, this.parameters, true);
    const { scores, spans } = this.#scores(
      graph,
      batch.map(({ input }) => input),
      random ? (x) => graph.masked(x, this.#mask(x, random, drop)) : (x) => x,
    );
    const { floats } = this.#arena;
    let loss = 0;
    batch.forEach(({ source, recipient }, b) => {
      const { first, count } = spans[b] as Span;
      for (const [k, wanted] of [source, recipient].entries()) {
        const place = (i: number): number => (scores.at >> 2) + (first + i) * scores.columns + k;
        let most = Number.NEGATIVE_INFINITY;
        for (let i = 0; i < count; i++) most = Math.max(most, floats[place(i)] as number);
        let sum = 0;
        for (let i = 0; i < count; i++) sum += Math.exp((floats[place(i)] as number) - most);
        loss -= (floats[place(wanted)] as number) - most - Math.log(sum);
        for (let i = 0; i < count; i++) {
          const share = Math.exp((floats[place(i)] as number) - most) / sum;
          floats[(scores.gradient - scores.at) / 4 + place(i)] = share - (i === wanted ? 1 : 0);
        }
      }
    });
    graph.backward();
    return loss;
  }

  #scores(graph: Graph, inputs: readonly PartyInput[], dropped: (x: Tensor) => Tensor) {
    const { vector } = this.#shape;
    const { floats } = this.#arena;
    const spans: Span[] = [];
    let words = 0;
    for (const { length } of inputs) {
      spans.push({ first: words, count: length });
      words += length;
    }
    const known = graph.tensor((words + 3) & ~3, vector);
    const values = new Float64Array(vector);
    const heads: number[] = [];
    const dependents: number[] = [];
    inputs.forEach((input, b) => {
      const { first } = spans[b] as Span;
      for (let i = 0; i < input.length; i++) {
        const row = input.vectors[i] as number;
        if (row >= 0) {
          this.#vectors.fill(row, values, 0);
          floats.set(values, (known.at >> 2) + (first + i) * vector);
        }
        if ((input.heads[i] as number) < 0) continue;
        heads.push(first + (input.heads[i] as number));
        dependents.push(first + i);
      }
    });
    const [over, under] = [Int32Array.from(heads), Int32Array.from(dependents)];
    const sums = graph.listed(
      graph.linear(known, 'vectors'),
      'features',
      inputs.flatMap(({ features }) => features),
    );
    const first = graph.linear(dropped(sums), 'input', LEAK);
    const x = dropped(graph.recurrent(dropped(first), 'layer', spans));
    const told = graph.joined(graph.linear(x, 'own'), graph.linear(x, 'up', LEAK), over, under);
    const near = graph.rectified(graph.joined(told, graph.linear(x, 'down', LEAK), under, over));
    const all = Int32Array.from({ length: x.rows }, (_, i) => i);
    const both = graph.joined(near, x, all, all);
    return { scores: graph.linear(dropped(graph.linear(both, 'mix', LEAK)), 'scores'), spans };
  }

  #mask(x: Tensor, random: () => number, drop: number): number {
    const { floats } = this.#arena;
    const at = this.#arena.reserve(x.rows * x.columns);
    for (let i = 0; i < x.rows * x.columns; i++) floats[(at >> 2) + i] = random() < drop ? 0 : 1 / (1 - drop);
    return at;
  }
}

/**
 * Trains one network: Adam, the rate rising and then falling as a cosine, features, vectors and the rules' answer left out at random.
 *
 * @param ofRules features that tell what the rules found
 * @returns a running mean of its weights
 */
export function trainParties(
  shape: PartyShape,
  vectors: WordVectors,
  examples: readonly PartyExample[],
  ofRules: ReadonlySet<number>,
  { seed, epochs, rate, drop, native }: PartyOptions,
  log: (line: string) => void,
): Float64Array {
  const random = randomNumbers(seed);
  const trainer = new PartyTrainer(shape, vectors, seed, native);
  const order = Int32Array.from(examples, (_, k) => k);
  const steps = epochs * Math.ceil(examples.length / BATCH);
  let step = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const began = Date.now();
    shuffle(order, random);
    let loss = 0;
    for (let at = 0; at < order.length; at += BATCH) {
      const batch = [...order.subarray(at, at + BATCH)].map((k) => {
        const example = examples[k] as PartyExample;
        const hide = random() < (example.seen ? HIDE_RULES.seen : HIDE_RULES.unseen);
        return { ...example, input: thinned(example.input, hide ? ofRules : undefined, random) };
      });
      loss += trainer.learn(batch, random, drop);
      const now = rate * Math.min(1, ++step / WARM_UP) * (0.5 + 0.5 * Math.cos((Math.PI * step) / steps));
      trainer.parameters.step({ rate: now, scale: 1 / batch.length, keep: 1 - 1 / MEAN_OVER });
    }
    const seconds = Math.round((Date.now() - began) / 1000);
    log(`epoch ${epoch}: loss ${(loss / examples.length).toFixed(3)}, ${seconds} s`);
  }
  return trainer.weights();
}

/** A text of which a part is left out, so that the network does not lean on any one thing. */
function thinned(
  input: PartyInput,
  hidden: ReadonlySet<number> | undefined,
  random: () => number,
): PartyInput {
  return {
    ...input,
    features: input.features.map((own) => own.filter((f) => !hidden?.has(f) && random() >= THIN)),
    vectors: input.vectors.map((row) => (random() < THIN ? -1 : row)),
  };
}

function partsOf(shape: PartyShape): Map<string, Part> {
  return new Map(
    (Object.keys(PARTY_PARTS) as PartyPart[]).map((name) => {
      const [rows, columns] = PARTY_PARTS[name](shape);
      return [name, { rows, columns, start: startOf(name) }];
    }),
  );
}

function startOf(name: PartyPart): Part['start'] {
  if (name === 'features') return 'table';
  if (name === 'layer.forward' || name === 'layer.backward') return 'recurrence';
  return name.endsWith('.bias') ? 'zero' : 'matrix';
}
