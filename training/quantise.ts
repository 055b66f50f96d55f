import type { Matrix } from '../src/language/network-weights.js';

/**
 * Rounds a matrix of `rows` × `columns` floats to 8 bits with a factor a column.
 *
 * @param stride columns from one row to the next, where the trainer filled them up
 */
export function quantiseMatrix(
  floats: Float32Array,
  rows: number,
  columns: number,
  stride: number,
  bias: Float32Array,
): Matrix {
  const values = new Int8Array(rows * columns);
  const scale = new Float32Array(columns);
  for (let column = 0; column < columns; column++) {
    let most = 1e-9;
    for (let row = 0; row < rows; row++)
      most = Math.max(most, Math.abs(floats[row * stride + column] as number));
    const step = most / 127;
    scale[column] = step;
    for (let row = 0; row < rows; row++)
      values[row * columns + column] = Math.round((floats[row * stride + column] as number) / step);
  }
  return { rows, columns, values, scale, bias: bias.slice(0, columns) };
}

/** Steps to a standard deviation: few enough that the table compresses well, many enough that no figure changes. */
const STEPS = 6;

/** Rounds a table to 8 bits with one factor; what lies beyond is cut off. */
export function quantiseTable(floats: Float32Array): { values: Int8Array; scale: number } {
  const scale = deviation(floats, 0, 1) / STEPS;
  return { values: Int8Array.from(floats, (x) => quantised(x / scale)), scale };
}

/** Rounds a table to 8 bits with a factor a column. */
export function quantiseColumns(
  floats: Float32Array,
  columns: number,
  steps: number,
): { values: Int8Array; scale: Float32Array } {
  const scale = Float32Array.from({ length: columns }, (_, c) => deviation(floats, c, columns) / steps);
  return { values: Int8Array.from(floats, (x, i) => quantised(x / (scale[i % columns] as number))), scale };
}

/** The whole number next to x, within ±`most`. */
export const quantised = (x: number, most = 127): number => Math.max(-most, Math.min(most, Math.round(x)));

function deviation(floats: Float32Array, from: number, step: number): number {
  let sum = 0;
  let count = 0;
  for (let i = from; i < floats.length; i += step) {
    sum += (floats[i] as number) ** 2;
    count++;
  }
  return Math.max(1e-9, Math.sqrt(sum / Math.max(1, count)));
}
