import { hashIndex } from './hash-index.js';
import { FRACTION, type NetworkMemory, type PlacedMatrix } from './network-memory.js';
import type { NetworkWeights } from './network-weights.js';
import { ownString } from './own-string.js';
import { speller } from './spelling.js';
import { featureRows, MOST_FEATURES, ROOT_ROW, vectorRow } from './word-rows.js';

/** How many forms are kept; then all are forgotten. */
const MOST_FORMS = 16384;
/** New forms are worked out so many at a time. */
const AT_ONCE = 64;
const LONGEST_KEPT = 64;
const LEAK = 0.1;

/**
 * What each form puts into the first recurrent layer, and what that layer's matrix makes of it: worked out once and kept,
 * since neither depends on the form's neighbours.
 */
export interface WordInputs {
  /** Address of the rows, fixed point, `width` values each. */
  readonly at: number;
  /** Address of their products with the first layer's matrix, floats, 3 × `width` each. */
  readonly products: number;
  readonly root: number;
  /** Forgets the forms where there are too many for `coming` more; only before a batch. Returns true when it did. */
  makeRoom(coming: number): boolean;
  /** The form's slot; its row is there after `settle`. */
  slot(form: string): number;
  /** Works out the rows of the forms that are new. */
  settle(): void;
}

export function wordInputs(memory: NetworkMemory, weights: NetworkWeights): WordInputs {
  const { shape, features, featureScale, vectors, vectorScale } = weights;
  const columns = shape.features;
  const inputs = columns + shape.vector;
  const forms = hashIndex(weights.forms);
  const vectorForms = hashIndex(weights.vectorForms);
  const spelt = speller(forms, vectorForms);
  const slots = new Map<string, number>();
  const at = memory.reserve(2 * (MOST_FORMS + 4) * shape.width);
  const products = memory.reserve(4 * (MOST_FORMS + 4) * 3 * shape.width);
  const layer = placed(memory, weights, 'layer0');
  const hidden = placed(memory, weights, 'hidden');
  const input = placed(memory, weights, 'input');
  const raw = memory.reserve(2 * AT_ONCE * inputs);
  const middle = memory.reserve(4 * AT_ONCE * hidden.columns);
  const short = memory.reserve(2 * AT_ONCE * hidden.columns);
  const out = memory.reserve(4 * AT_ONCE * input.columns);
  const rows = new Int32Array(MOST_FEATURES);
  const sum = new Float32Array(columns);
  let count = 0;
  let waiting = 0;

  /** Features and vector of a form, as a row of the batch that waits. */
  const enter = (rowCount: number, vector: number): void => {
    sum.fill(0);
    for (let r = 0; r < rowCount; r++) {
      const from = (rows[r] as number) * columns;
      for (let c = 0; c < columns; c++) sum[c] = (sum[c] as number) + (features[from + c] as number);
    }
    const { shorts } = memory;
    let to = (raw >> 1) + waiting * inputs;
    const factor = featureScale * FRACTION;
    for (let c = 0; c < columns; c++) shorts[to++] = fixed((sum[c] as number) * factor);
    const from = vector * shape.vector;
    for (let c = 0; c < shape.vector; c++)
      shorts[to++] =
        vector < 0 ? 0 : fixed((vectors[from + c] as number) * (vectorScale[c] as number) * FRACTION);
    count++;
    if (++waiting === AT_ONCE) settle();
  };

  const settle = (): void => {
    if (waiting === 0) return;
    const padded = (waiting + 3) & ~3;
    memory.multiply(padded, raw, hidden, middle);
    memory.kernels.fix(padded * hidden.columns, middle, LEAK, FRACTION, short);
    memory.multiply(padded, short, input, out);
    const first = count - waiting;
    const x = at + 2 * first * shape.width;
    memory.kernels.fix(padded * shape.width, out, 1, FRACTION, x);
    // Rows beyond those that wait are written again when they are needed.
    memory.multiply(padded, x, layer, products + 4 * first * 3 * shape.width);
    waiting = 0;
  };

  const begin = (): void => {
    slots.clear();
    count = 0;
    waiting = 0;
    rows[0] = ROOT_ROW;
    enter(1, -1);
    settle();
  };
  begin();

  return {
    at,
    products,
    root: 0,
    makeRoom(coming) {
      if (count + coming <= MOST_FORMS) return false;
      begin();
      return true;
    },
    slot(form) {
      const known = slots.get(form);
      if (known !== undefined) return known;
      const slot = count;
      const meant = spelt(form) ?? form;
      enter(featureRows(meant, forms, rows), vectorRow(meant, vectorForms));
      if (form.length <= LONGEST_KEPT) slots.set(ownString(form), slot);
      return slot;
    },
    settle,
  };
}

/** Within what 16 bits hold. */
const fixed = (x: number): number => Math.max(-32768, Math.min(32767, Math.round(x)));

export function placed(memory: NetworkMemory, weights: NetworkWeights, name: string): PlacedMatrix {
  const matrix = weights.matrices[name];
  if (!matrix) throw new Error(`the language model lacks its part '${name}'; run npm run train`);
  return memory.placeMatrix(matrix);
}
