import type { NetworkShape } from '../src/language/network-weights.js';
import type { Arena } from './network-memory.js';
import { randomNumbers } from './random.js';

/** Sizes of a network that is trained; `vector` columns come from the table of vectors. */
export interface TrainedShape extends NetworkShape {
  /** Rows of the table of features. */
  readonly rows: number;
  readonly tags: number;
  readonly labels: number;
}

export interface Part {
  readonly rows: number;
  readonly columns: number;
  readonly start: 'zero' | 'matrix' | 'bilinear' | 'table' | 'recurrence';
}

/** All weights of a network one after the other, their gradients, and what Adam keeps of them. */
export interface Parameters {
  readonly names: readonly string[];
  readonly count: number;
  /** Floats of a part, a view. `which`: the weights, or their running mean. */
  view(name: string, which?: 'weights' | 'mean'): Float32Array;
  /** Address of a part, in the weights or the mean, see `use`. */
  at(name: string): number;
  gradient(name: string): number;
  columns(name: string): number;
  rows(name: string): number;
  /** From now on passes take the weights or their mean. */
  use(which: 'weights' | 'mean'): void;
  /** One step of Adam over all gradients, which are cleared. */
  step(options: { readonly rate: number; readonly scale: number; readonly keep: number }): void;
  /** The mean weights, copied; or sets both from such a copy. */
  save(): Float32Array;
  load(saved: Float32Array): void;
}

export const filledUp = (columns: number): number => (columns + 7) & ~7;

export function parameters(arena: Arena, shape: TrainedShape, seed: number): Parameters {
  return parametersOf(arena, partsOf(shape), seed);
}

/** @param parts by name, columns filled up to eights */
export function parametersOf(arena: Arena, parts: ReadonlyMap<string, Part>, seed: number): Parameters {
  const offsets = new Map<string, number>();
  let count = 0;
  for (const [name, { rows, columns }] of parts) {
    offsets.set(name, 4 * count);
    count += (rows * columns + 15) & ~15;
  }
  const [weights, gradients, first, second, mean] = [0, 0, 0, 0, 0].map(() => arena.reserve(count)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const { floats, kernels } = arena;
  const next = randomNumbers(seed);
  for (const [name, part] of parts) fill(floats, (weights + place(offsets, name)) >> 2, part, next);
  floats.copyWithin(mean >> 2, weights >> 2, (weights >> 2) + count);
  let base = weights;
  let steps = 0;
  const part = (name: string): Part => {
    const found = parts.get(name);
    if (!found) throw new Error(`the network has no part '${name}'`);
    return found;
  };
  return {
    names: [...parts.keys()],
    count,
    view(name, which = 'mean') {
      const from = ((which === 'mean' ? mean : weights) + place(offsets, name)) >> 2;
      return floats.subarray(from, from + part(name).rows * part(name).columns);
    },
    at: (name) => base + place(offsets, name),
    gradient: (name) => gradients + place(offsets, name),
    columns: (name) => part(name).columns,
    rows: (name) => part(name).rows,
    use(which) {
      base = which === 'mean' ? mean : weights;
    },
    step({ rate, scale, keep }) {
      steps++;
      const norm = Math.sqrt(kernels.sumOfSquares(count, gradients));
      const clipped = scale * Math.min(1, LARGEST_GRADIENT / (norm + 1e-9));
      const corrected = (rate * Math.sqrt(1 - BETA2 ** steps)) / (1 - BETA1 ** steps);
      const kept = Math.min(keep, (1 + steps) / (10 + steps));
      kernels.adam(count, weights, gradients, first, second, mean, corrected, clipped, BETA1, BETA2, 0, kept);
    },
    save: () => floats.slice(mean >> 2, (mean >> 2) + count),
    load(saved) {
      if (saved.length !== count)
        throw new Error(
          `saved weights have ${saved.length} numbers, the network ${count}; give another --work`,
        );
      floats.set(saved, mean >> 2);
      floats.set(saved, weights >> 2);
    },
  };
}

const BETA1 = 0.9;
const BETA2 = 0.98;
/** Norm, summed over a batch's words, beyond which a gradient is scaled down. */
const LARGEST_GRADIENT = 2000;

const place = (offsets: ReadonlyMap<string, number>, name: string): number => {
  const offset = offsets.get(name);
  if (offset === undefined) throw new Error(`the network has no part '${name}'`);
  return offset;
};

function partsOf(shape: TrainedShape): Map<string, Part> {
  const { features, vector, hidden, width, layers, arc, relation } = shape;
  const parts = new Map<string, Part>();
  const matrix = (name: string, rows: number, columns: number, start: Part['start'] = 'matrix'): void => {
    parts.set(name, { rows, columns: filledUp(columns), start });
    parts.set(`${name}.bias`, { rows: 1, columns: filledUp(columns), start: 'zero' });
  };
  parts.set('features', { rows: shape.rows, columns: features, start: 'table' });
  matrix('hidden', features + vector, hidden);
  matrix('input', hidden, width);
  for (let layer = 0; layer < layers; layer++) {
    parts.set(`layer${layer}`, { rows: width, columns: 3 * width, start: 'matrix' });
    for (const way of ['forward', 'backward'])
      parts.set(`layer${layer}.${way}`, { rows: 4, columns: width / 2, start: 'recurrence' });
  }
  matrix('tags', width, shape.tags);
  matrix('arcs', width, 2 * arc);
  matrix('relations', width, 2 * relation);
  matrix('bilinear', arc, arc, 'bilinear');
  matrix('labels', relation, shape.labels);
  parts.set('distances', { rows: 1, columns: 64, start: 'zero' });
  return parts;
}

/** Rows of a recurrence: forget weights, reset weights, forget biases, reset biases; it starts out remembering. */
function fill(floats: Float32Array, at: number, { rows, columns, start }: Part, next: () => number): void {
  const bound =
    start === 'matrix'
      ? Math.sqrt(3 / rows)
      : start === 'bilinear'
        ? 0.5 / Math.sqrt(rows)
        : start === 'table'
          ? 0.05
          : start === 'recurrence'
            ? 0.5
            : 0;
  for (let i = 0; i < rows * columns; i++) floats[at + i] = (2 * next() - 1) * bound;
  if (start !== 'recurrence') return;
  floats.fill(0.5, at + 2 * columns, at + 3 * columns);
  floats.fill(-0.5, at + 3 * columns, at + 4 * columns);
}
