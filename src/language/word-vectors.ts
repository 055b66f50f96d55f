import { hashIndex } from './hash-index.js';
import type { NetworkWeights } from './network-weights.js';
import { vectorRow } from './word-rows.js';

/** The model's word vectors (GloVe, 8 bits a number), for what else is learnt from words. */
export interface WordVectors {
  readonly columns: number;
  /** Row of a form, whatever its case; −1 where it has none. */
  readonly rowOf: (form: string) => number;
  /** Writes a row's values to `to` from `at` on; zeros for −1. */
  readonly fill: (row: number, to: Float32Array | Float64Array, at: number) => void;
}

export function wordVectors(
  weights: Pick<NetworkWeights, 'vectors' | 'vectorForms' | 'vectorScale'>,
): WordVectors {
  const { vectors, vectorScale } = weights;
  const columns = vectorScale.length;
  const index = hashIndex(weights.vectorForms);
  return {
    columns,
    rowOf: (form) => vectorRow(form, index),
    fill(row, to, at) {
      for (let c = 0; c < columns; c++)
        to[at + c] = row < 0 ? 0 : (vectors[row * columns + c] as number) * (vectorScale[c] as number);
    },
  };
}
