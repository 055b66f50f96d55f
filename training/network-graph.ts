import type { Arena } from './network-memory.js';
import type { Parameters } from './network-parameters.js';

/** Values of a batch, `rows` × `columns`, and the gradients of its loss by them. */
export interface Tensor {
  readonly rows: number;
  readonly columns: number;
  readonly at: number;
  readonly gradient: number;
}

/** A sentence's place among the rows of a batch: its root, then its words. */
export interface Span {
  readonly first: number;
  readonly count: number;
}

/** Slope of the rectifiers below zero. */
export const LEAK = 0.1;

/**
 * The steps of a pass over a batch: each works its values out at once, and leaves behind how its gradients go back. In
 * one arena, which is given back when the pass is over.
 */
export class Graph {
  readonly #arena: Arena;
  readonly #parameters: Parameters;
  readonly #training: boolean;
  readonly #back: (() => void)[] = [];

  constructor(arena: Arena, parameters: Parameters, training: boolean) {
    this.#arena = arena;
    this.#parameters = parameters;
    this.#training = training;
  }

  tensor(rows: number, columns: number): Tensor {
    const at = this.#arena.reserve(rows * columns);
    return { rows, columns, at, gradient: this.#training ? this.#arena.reserve(rows * columns) : 0 };
  }

  /** Sends all gradients back, the last step's first. */
  backward(): void {
    for (let step = this.#back.pop(); step; step = this.#back.pop()) step();
  }

  /** A step made elsewhere. */
  after(back: () => void): void {
    if (this.#training) this.#back.push(back);
  }

  /** x · matrix + bias, rectified where `leak` is not 1. */
  linear(x: Tensor, name: string, leak = 1, biased = true): Tensor {
    const { kernels: k } = this.#arena;
    const p = this.#parameters;
    const columns = p.columns(name);
    const y = this.tensor(x.rows, columns);
    k.multiply(x.rows, columns, x.columns, x.at, x.columns, p.at(name), columns, y.at, columns, false);
    if (biased) k.bias(x.rows, columns, y.at, p.at(`${name}.bias`), leak);
    this.after(() => {
      if (leak !== 1) k.unrectify(y.rows * columns, y.at, y.gradient, leak);
      if (biased) k.addRows(y.rows, columns, y.gradient, columns, p.gradient(`${name}.bias`));
      const turned = this.#arena.reserve(x.columns * columns);
      k.transpose(x.columns, columns, p.at(name), columns, turned, x.columns);
      k.multiply(
        x.rows,
        x.columns,
        columns,
        y.gradient,
        columns,
        turned,
        x.columns,
        x.gradient,
        x.columns,
        true,
      );
      const input = this.#arena.reserve(x.columns * x.rows);
      k.transpose(x.rows, x.columns, x.at, x.columns, input, x.rows);
      k.multiply(
        x.columns,
        columns,
        x.rows,
        input,
        x.rows,
        y.gradient,
        columns,
        p.gradient(name),
        columns,
        true,
      );
    });
    return y;
  }

  /** x times a mask of the same size, such as dropout's. */
  masked(x: Tensor, mask: number): Tensor {
    const { kernels: k, floats } = this.#arena;
    const y = this.tensor(x.rows, x.columns);
    const size = x.rows * x.columns;
    floats.copyWithin(y.at >> 2, x.at >> 2, (x.at >> 2) + size);
    k.scaleBy(size, y.at, mask);
    this.after(() => {
      k.scaleBy(size, y.gradient, mask);
      k.addScaled(size, 1, y.gradient, x.gradient);
    });
    return y;
  }

  /** A range of columns, copied. */
  part(x: Tensor, from: number, columns: number): Tensor {
    const { floats } = this.#arena;
    const y = this.tensor(x.rows, columns);
    for (let row = 0; row < x.rows; row++) {
      const start = (x.at >> 2) + row * x.columns + from;
      floats.copyWithin((y.at >> 2) + row * columns, start, start + columns);
    }
    this.after(() => {
      for (let row = 0; row < x.rows; row++) {
        const start = (x.gradient >> 2) + row * x.columns + from;
        const own = (y.gradient >> 2) + row * columns;
        for (let c = 0; c < columns; c++)
          floats[start + c] = (floats[start + c] as number) + (floats[own + c] as number);
      }
    });
    return y;
  }

  /** A layer of simple recurrent units in both directions, half of the columns each. */
  recurrent(x: Tensor, name: string, spans: readonly Span[]): Tensor {
    const { kernels: k } = this.#arena;
    const p = this.#parameters;
    const { rows, columns } = x;
    const half = columns / 2;
    const byte = 4 * half;
    const u = this.linear(x, name, 1, false);
    const h = this.tensor(rows, columns);
    const [c, f, r] = [0, 0, 0].map(() => this.#arena.reserve(rows * columns)) as [number, number, number];
    const ways = [
      { name: `${name}.forward`, shift: 0, step: 1 },
      { name: `${name}.backward`, shift: byte, step: -1 },
    ];
    for (const { first, count } of spans) {
      for (const { name: way, shift, step } of ways) {
        const start = step > 0 ? first : first + count - 1;
        k.sru(
          start,
          count,
          step,
          half,
          u.at + 3 * shift,
          3 * columns,
          x.at + shift,
          h.at + shift,
          columns,
          c + shift,
          f + shift,
          r + shift,
          columns,
          p.at(way),
        );
      }
    }
    this.after(() => {
      for (const { first, count } of spans) {
        for (const { name: way, shift, step } of ways) {
          const start = step > 0 ? first : first + count - 1;
          k.sruBack(
            start,
            count,
            step,
            half,
            u.at + 3 * shift,
            3 * columns,
            x.at + shift,
            columns,
            c + shift,
            f + shift,
            r + shift,
            columns,
            p.at(way),
            h.gradient + shift,
            u.gradient + 3 * shift,
            x.gradient + shift,
            p.gradient(way),
          );
        }
      }
    });
    return h;
  }

  /** x with the rows of y added to others: row `to[k]` gets row `from[k]` of y, for every k. */
  joined(x: Tensor, y: Tensor, from: Int32Array, to: Int32Array): Tensor {
    const { floats } = this.#arena;
    const { columns } = x;
    const z = this.tensor(x.rows, columns);
    const add = (source: number, target: number): void => {
      for (let c = 0; c < columns; c++)
        floats[target + c] = (floats[target + c] as number) + (floats[source + c] as number);
    };
    floats.copyWithin(z.at >> 2, x.at >> 2, (x.at >> 2) + x.rows * columns);
    for (let k = 0; k < to.length; k++)
      add((y.at >> 2) + (from[k] as number) * columns, (z.at >> 2) + (to[k] as number) * columns);
    this.after(() => {
      const own = z.gradient >> 2;
      for (let row = 0; row < x.rows; row++) add(own + row * columns, (x.gradient >> 2) + row * columns);
      for (let k = 0; k < to.length; k++)
        add(own + (to[k] as number) * columns, (y.gradient >> 2) + (from[k] as number) * columns);
    });
    return z;
  }

  /** Values below zero are made small. */
  rectified(x: Tensor): Tensor {
    const { kernels: k, floats } = this.#arena;
    const size = x.rows * x.columns;
    const y = this.tensor(x.rows, x.columns);
    for (let i = 0; i < size; i++) {
      const value = floats[(x.at >> 2) + i] as number;
      floats[(y.at >> 2) + i] = value < 0 ? LEAK * value : value;
    }
    this.after(() => {
      k.unrectify(size, y.at, y.gradient, LEAK);
      k.addScaled(size, 1, y.gradient, x.gradient);
    });
    return y;
  }

  /** x with the rows of a table added that each row names. */
  listed(x: Tensor, name: string, lists: readonly (readonly number[])[]): Tensor {
    const { floats } = this.#arena;
    const p = this.#parameters;
    const { columns } = x;
    const y = this.tensor(x.rows, columns);
    const each = (work: (own: number, row: number) => void): void =>
      lists.forEach((list, i) => {
        for (const row of list) work(i * columns, row * columns);
      });
    floats.copyWithin(y.at >> 2, x.at >> 2, (x.at >> 2) + x.rows * columns);
    const table = p.at(name) >> 2;
    each((own, row) => {
      const to = (y.at >> 2) + own;
      for (let c = 0; c < columns; c++)
        floats[to + c] = (floats[to + c] as number) + (floats[table + row + c] as number);
    });
    this.after(() => {
      const gradients = p.gradient(name) >> 2;
      const from = y.gradient >> 2;
      for (let i = 0; i < x.rows * columns; i++)
        floats[(x.gradient >> 2) + i] =
          (floats[(x.gradient >> 2) + i] as number) + (floats[from + i] as number);
      each((own, row) => {
        for (let c = 0; c < columns; c++)
          floats[gradients + row + c] =
            (floats[gradients + row + c] as number) + (floats[from + own + c] as number);
      });
    });
    return y;
  }
}
