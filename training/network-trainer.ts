import { mendTree } from '../src/language/spanning-tree.js';
import type { Targets, TrainingExample } from './examples.js';
import { Graph, LEAK, type Span, type Tensor } from './network-graph.js';
import type { Arena } from './network-memory.js';
import type { Parameters, TrainedShape } from './network-parameters.js';

export interface PassOptions {
  /** Share of values left out between the layers, of known forms taken for unknown, and of vectors left out. */
  readonly drop: number;
  readonly dropForms: number;
  readonly dropVectors: number;
  readonly random: () => number;
}

/** What a network says of a sentence. */
export interface Prediction {
  /** Probabilities of heads: words and root × words and root. */
  readonly heads: Float32Array;
  /** Probabilities of tags: words and root × tags. */
  readonly tags: Float32Array;
}

/** A network in training, see `src/language/network.ts` for the one at work, whose steps are the same in 16 bits. */
export class NetworkTrainer {
  readonly #arena: Arena;
  readonly #shape: TrainedShape;
  readonly #parameters: Parameters;
  readonly #vectors: Float32Array;
  readonly #ground: number;

  constructor(arena: Arena, shape: TrainedShape, parameters: Parameters, vectors: Float32Array) {
    this.#arena = arena;
    this.#shape = shape;
    this.#parameters = parameters;
    this.#vectors = vectors;
    this.#ground = arena.top;
  }

  /** Adds the gradients of a batch to those of the parameters. Returns its loss, summed over words. */
  learn(batch: readonly TrainingExample[], options: PassOptions): { loss: number; words: number } {
    this.#arena.release(this.#ground);
    this.#parameters.use('weights');
    const graph = new Graph(this.#arena, this.#parameters, true);
    const { spans, tags, queries, keys, relations } = this.#body(graph, batch, options);
    let loss = this.#softmaxLoss(tags, batch, spans, this.#shape.tags, (example) => example.tags);
    batch.forEach((example, b) => {
      loss += this.#arcLoss(graph, queries, keys, spans[b] as Span, example.heads);
    });
    const trees = batch.map(({ tree }) => tree);
    const labels = this.#labels(graph, relations, spans, trees, options);
    loss += this.#softmaxLoss(labels, batch, spans, this.#shape.labels, (example) => example.relations);
    graph.backward();
    return { loss, words: batch.reduce((sum, { length }) => sum + length, 0) };
  }

  /** Probabilities of tags and heads, by the mean weights. Relations follow with `relations`. */
  predict(batch: readonly TrainingExample[]): Prediction[] {
    this.#arena.release(this.#ground);
    this.#parameters.use('mean');
    const graph = new Graph(this.#arena, this.#parameters, false);
    const body = this.#body(graph, batch, undefined);
    this.#last = { graph, relations: body.relations, spans: body.spans };
    const { floats } = this.#arena;
    return body.spans.map((span) => {
      const from = (body.tags.at >> 2) + span.first * body.tags.columns;
      const tags = new Float32Array(span.count * this.#shape.tags);
      for (let i = 0; i < span.count; i++) {
        const row = from + i * body.tags.columns;
        softmax(floats, row, this.#shape.tags, -1);
        tags.set(floats.subarray(row, row + this.#shape.tags), i * this.#shape.tags);
      }
      const scores = this.#arcScores(body.queries, body.keys, span) >> 2;
      for (let i = 1; i < span.count; i++) softmax(floats, scores + i * span.count, span.count, i);
      return { tags, heads: floats.slice(scores, scores + span.count * span.count) };
    });
  }

  #last: { graph: Graph; relations: Tensor; spans: readonly Span[] } | undefined;

  /** Probabilities of relations, words and root × labels, under these heads, for the batch of the last `predict`. */
  relations(trees: readonly Int32Array[]): Float32Array[] {
    if (!this.#last) throw new Error('predict first');
    const { graph, relations, spans } = this.#last;
    const labels = this.#labels(graph, relations, spans, trees, undefined);
    const { floats } = this.#arena;
    return spans.map(({ first, count }) => {
      const found = new Float32Array(count * this.#shape.labels);
      for (let i = 0; i < count; i++) {
        const row = (labels.at >> 2) + (first + i) * labels.columns;
        softmax(floats, row, this.#shape.labels, -1);
        found.set(floats.subarray(row, row + this.#shape.labels), i * this.#shape.labels);
      }
      return found;
    });
  }

  #body(graph: Graph, batch: readonly TrainingExample[], options: PassOptions | undefined) {
    const { layers, tagLayer, arc } = this.#shape;
    const spans: Span[] = [];
    let words = 0;
    for (const { length } of batch) {
      spans.push({ first: words, count: length + 1 });
      words += length + 1;
    }
    const rows = (words + 3) & ~3;
    const dropped = (x: Tensor, eachWord = false): Tensor =>
      options && options.drop > 0 ? graph.masked(x, this.#mask(x, spans, eachWord, options)) : x;
    let x = graph.linear(
      dropped(graph.linear(this.#inputs(graph, rows, batch, spans, options), 'hidden', LEAK), true),
      'input',
    );
    let tags = x;
    for (let layer = 0; layer < layers; layer++) {
      x = graph.recurrent(dropped(x), `layer${layer}`, spans);
      if (layer + 1 === tagLayer) tags = graph.linear(x, 'tags');
    }
    const top = dropped(x);
    const ends = dropped(graph.linear(top, 'arcs', LEAK));
    const queries = graph.linear(graph.part(ends, 0, arc), 'bilinear');
    const keys = graph.part(ends, arc, arc);
    return { spans, tags, queries, keys, relations: graph.linear(top, 'relations') };
  }

  /** Sums of features and the vectors, side by side. */
  #inputs(
    graph: Graph,
    rows: number,
    batch: readonly TrainingExample[],
    spans: readonly Span[],
    options: PassOptions | undefined,
  ): Tensor {
    const { features: width, vector } = this.#shape;
    const { floats } = this.#arena;
    const x = graph.tensor(rows, width + vector);
    const table = this.#parameters.at('features') >> 2;
    const used: { row: number; features: Int32Array }[] = [];
    batch.forEach(({ features, vectors }, b) => {
      features.forEach((own, i) => {
        const row = (x.at >> 2) + ((spans[b] as Span).first + i) * (width + vector);
        let taken = own;
        if (options && i > 0 && options.random() < options.dropForms) {
          taken = own.slice();
          taken[0] = UNKNOWN;
        }
        used.push({ row: row - (x.at >> 2), features: taken });
        for (const feature of taken)
          for (let c = 0; c < width; c++)
            floats[row + c] = (floats[row + c] as number) + (floats[table + feature * width + c] as number);
        const number = vectors[i] as number;
        if (number >= 0 && !(options && options.random() < options.dropVectors))
          floats.set(this.#vectors.subarray(number * vector, (number + 1) * vector), row + width);
      });
    });
    graph.after(() => {
      const to = this.#parameters.gradient('features') >> 2;
      for (const { row, features } of used) {
        const from = (x.gradient >> 2) + row;
        for (const feature of features)
          for (let c = 0; c < width; c++)
            floats[to + feature * width + c] =
              (floats[to + feature * width + c] as number) + (floats[from + c] as number);
      }
    });
    return x;
  }

  /** Dropout: one mask a sentence (Gal & Ghahramani 2016), or one a word. */
  #mask(x: Tensor, spans: readonly Span[], eachWord: boolean, { drop, random }: PassOptions): number {
    const at = this.#arena.reserve(x.rows * x.columns);
    const { floats } = this.#arena;
    const kept = 1 / (1 - drop);
    const one = new Float32Array(x.columns);
    for (const { first, count } of spans) {
      for (let i = 0; i < count; i++) {
        if (i === 0 || eachWord) for (let c = 0; c < x.columns; c++) one[c] = random() < drop ? 0 : kept;
        floats.set(one, (at >> 2) + (first + i) * x.columns);
      }
    }
    return at;
  }

  #arcScores(queries: Tensor, keys: Tensor, { first, count }: Span): number {
    const { arc } = this.#shape;
    const { kernels, floats } = this.#arena;
    const at = this.#arena.reserve(count * count);
    const row = 4 * arc * first;
    kernels.products(count, count, arc, queries.at + row, arc, keys.at + row, arc, at, count);
    const distances = this.#parameters.at('distances') >> 2;
    for (let i = 0; i < count; i++)
      for (let j = 0; j < count; j++)
        floats[(at >> 2) + i * count + j] =
          (floats[(at >> 2) + i * count + j] as number) + (floats[distances + bucket(i, j)] as number);
    return at;
  }

  /** Loss of heads, whose gradients replace the scores. */
  #arcLoss(graph: Graph, queries: Tensor, keys: Tensor, span: Span, targets: Targets): number {
    const { arc } = this.#shape;
    const { kernels, floats } = this.#arena;
    const { first, count } = span;
    const scores = this.#arcScores(queries, keys, span);
    const at = scores >> 2;
    const distances = this.#parameters.gradient('distances') >> 2;
    floats.fill(0, at, at + count);
    let loss = 0;
    for (let i = 1; i < count; i++) {
      const row = at + i * count;
      softmax(floats, row, count, i);
      loss += towards(floats, row, count, targets, i);
      for (let j = 0; j < count; j++) {
        const to = distances + bucket(i, j);
        if (j !== i) floats[to] = (floats[to] as number) + (floats[row + j] as number);
      }
    }
    graph.after(() => {
      const row = 4 * arc * first;
      kernels.spreadRows(
        count,
        count,
        arc,
        scores,
        count,
        keys.at + row,
        arc,
        queries.gradient + row,
        arc,
        false,
      );
      kernels.spreadRows(
        count,
        count,
        arc,
        scores,
        count,
        queries.at + row,
        arc,
        keys.gradient + row,
        arc,
        true,
      );
    });
    return loss;
  }

  /** Scores of relations: what dependent and head show, added and rectified. */
  #labels(
    graph: Graph,
    ends: Tensor,
    spans: readonly Span[],
    trees: readonly Int32Array[],
    options: PassOptions | undefined,
  ): Tensor {
    const { relation } = this.#shape;
    const { floats, kernels } = this.#arena;
    const y = graph.tensor(ends.rows, relation);
    const pairs: { own: number; head: number; to: number }[] = [];
    spans.forEach(({ first, count }, s) => {
      for (let i = 1; i < count; i++) {
        const head = first + ((trees[s] as Int32Array)[i] as number);
        pairs.push({
          own: (first + i) * ends.columns,
          head: head * ends.columns + relation,
          to: (first + i) * relation,
        });
      }
    });
    const from = ends.at >> 2;
    for (const { own, head, to } of pairs)
      for (let c = 0; c < relation; c++) {
        const sum = (floats[from + own + c] as number) + (floats[from + head + c] as number);
        floats[(y.at >> 2) + to + c] = sum > 0 ? sum : LEAK * sum;
      }
    graph.after(() => {
      kernels.unrectify(y.rows * relation, y.at, y.gradient, LEAK);
      const back = ends.gradient >> 2;
      for (const { own, head, to } of pairs)
        for (let c = 0; c < relation; c++) {
          const gradient = floats[(y.gradient >> 2) + to + c] as number;
          floats[back + own + c] = (floats[back + own + c] as number) + gradient;
          floats[back + head + c] = (floats[back + head + c] as number) + gradient;
        }
    });
    const kept = options && options.drop > 0 ? graph.masked(y, this.#mask(y, spans, true, options)) : y;
    return graph.linear(kept, 'labels');
  }

  /** Loss of a choice a word; its gradients are set. */
  #softmaxLoss(
    scores: Tensor,
    batch: readonly TrainingExample[],
    spans: readonly Span[],
    answers: number,
    targetsOf: (example: TrainingExample) => Targets,
  ): number {
    const { floats } = this.#arena;
    let loss = 0;
    batch.forEach((example, b) => {
      const targets = targetsOf(example);
      for (let i = 1; i <= example.length; i++) {
        if (targets.starts[i] === targets.starts[i + 1]) continue;
        const offset = ((spans[b] as Span).first + i) * scores.columns;
        const row = (scores.at >> 2) + offset;
        softmax(floats, row, answers, -1);
        loss += towards(floats, row, answers, targets, i);
        floats.copyWithin((scores.gradient >> 2) + offset, row, row + answers);
      }
    });
    return loss;
  }
}

const UNKNOWN = 1; // UNKNOWN_ROW of word-rows.ts

/** As in kernels/network.ts. */
export function bucket(i: number, j: number): number {
  if (j === 0) return 63;
  const side = j < i ? 0 : 31;
  const d = Math.abs(i - j);
  return side + (d < 10 ? d : d < 15 ? 10 : d < 20 ? 11 : d < 30 ? 12 : d < 50 ? 13 : 14);
}

/** Probabilities in place of scores; `never` has none. */
function softmax(floats: Float32Array, at: number, count: number, never: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < count; j++)
    if (j !== never && (floats[at + j] as number) > most) most = floats[at + j] as number;
  let sum = 0;
  for (let j = 0; j < count; j++) {
    const share = j === never ? 0 : Math.exp((floats[at + j] as number) - most);
    floats[at + j] = share;
    sum += share;
  }
  for (let j = 0; j < count; j++) floats[at + j] = (floats[at + j] as number) / sum;
}

/** Cross-entropy of probabilities; they become its gradients by the scores. */
function towards(floats: Float32Array, at: number, count: number, targets: Targets, word: number): number {
  let loss = 0;
  const to = targets.starts[word + 1] as number;
  if (targets.starts[word] === to) floats.fill(0, at, at + count);
  for (let t = targets.starts[word] as number; t < to; t++) {
    const place = at + (targets.answers[t] as number);
    const share = targets.shares[t] as number;
    loss -= share * Math.log((floats[place] as number) + 1e-9);
  }
  for (let t = targets.starts[word] as number; t < to; t++) {
    const place = at + (targets.answers[t] as number);
    floats[place] = (floats[place] as number) - (targets.shares[t] as number);
  }
  return loss;
}

/** The best tree by the probabilities of heads. */
export function treeOf(size: number, heads: Float32Array): Int32Array {
  const scores = heads.map((share) => Math.log(share + 1e-9));
  const tree = new Int32Array(size);
  for (let i = 1; i < size; i++) {
    let best = i === 1 && size > 2 ? 2 : 0;
    for (let j = 0; j < size; j++)
      if (j !== i && (scores[i * size + j] as number) > (scores[i * size + best] as number)) best = j;
    tree[i] = best;
  }
  mendTree(size, scores, 0, tree);
  return tree;
}
