import { KERNELS } from './network-kernels.js';
import type { Matrix } from './network-weights.js';

/** The compiled kernels of `kernels/network.ts`; addresses are bytes in the memory. */
export interface Kernels {
  linear(
    m: number,
    n: number,
    k: number,
    a: number,
    b: number,
    scale: number,
    bias: number,
    c: number,
    woven: number,
  ): void;
  fix(count: number, from: number, leak: number, fraction: number, to: number): void;
  recur(
    first: number,
    count: number,
    step: number,
    half: number,
    slots: number,
    u: number,
    us: number,
    x: number,
    h: number,
    xs: number,
    v: number,
    state: number,
  ): void;
  arcs(
    n: number,
    k: number,
    q: number,
    qs: number,
    h: number,
    hs: number,
    scale: number,
    distances: number,
    s: number,
    best: number,
  ): void;
  join(count: number, k: number, z: number, heads: number, leak: number, y: number): void;
  largest(rows: number, n: number, from: number, stride: number, best: number): void;
}

/** A matrix in the memory, laid out for the kernels. */
export interface PlacedMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: number;
  readonly scale: number;
  readonly bias: number;
}

/** Fixed point of activations: 1 is 4096, as in the kernels. */
export const FRACTION = 4096;

const PAGE = 65536;
/** Matrices have at most so many rows: `linear` needs space for the values that it multiplies with them, 32 rows at a time. */
const MOST_ROWS = 1024;

/** As much of WebAssembly as is used, which Node and browsers have and the types of neither alone. */
interface Wasm {
  readonly Memory: new (limits: { initial: number; maximum: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}
interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** The kernels and their memory, which grows at its end. */
export class NetworkMemory {
  readonly kernels: Kernels;
  readonly #memory: WasmMemory;
  readonly #woven: number;
  #top = PAGE; // the first page is the compiler's
  #floats: Float32Array;
  #integers: Int32Array;
  #shorts: Int16Array;

  constructor() {
    const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly: Wasm };
    this.#memory = new wasm.Memory({ initial: 16, maximum: 65536 });
    const module = new wasm.Module(bytesOf(KERNELS));
    const abort = (): never => {
      throw new Error('a kernel of the language network failed');
    };
    const { exports } = new wasm.Instance(module, { env: { memory: this.#memory, abort } });
    // The module is our own, compiled from kernels/network.ts.
    this.kernels = exports as Kernels;
    this.#floats = new Float32Array(this.#memory.buffer);
    this.#integers = new Int32Array(this.#memory.buffer);
    this.#shorts = new Int16Array(this.#memory.buffer);
    this.#woven = this.reserve(64 * MOST_ROWS);
  }

  /** Views of the whole memory; take them anew after `reserve`. */
  get floats(): Float32Array {
    return this.#floats;
  }
  get integers(): Int32Array {
    return this.#integers;
  }
  get shorts(): Int16Array {
    return this.#shorts;
  }

  /** Where what is reserved next will lie. */
  get top(): number {
    return this.#top;
  }

  /** Gives back all from an address on. */
  release(to: number): void {
    this.#top = to;
  }

  /** @returns the address of so many bytes, aligned for vectors */
  reserve(bytes: number): number {
    const at = this.#top;
    this.#top += (bytes + 63) & ~63;
    const missing = this.#top - this.#memory.buffer.byteLength;
    if (missing > 0) {
      this.#memory.grow(Math.ceil(missing / PAGE));
      this.#floats = new Float32Array(this.#memory.buffer);
      this.#integers = new Int32Array(this.#memory.buffer);
      this.#shorts = new Int16Array(this.#memory.buffer);
    }
    return at;
  }

  place(values: Float32Array): number {
    const at = this.reserve(values.byteLength);
    this.#floats.set(values, at >> 2);
    return at;
  }

  /**
   * Lays a matrix out by blocks of eight columns, two rows side by side, as `linear` reads it; columns are filled up to
   * a multiple of eight.
   *
   * @param unit what 1 is in the fixed point of the rows that it is to be multiplied with
   */
  placeMatrix({ rows, columns, values, scale, bias }: Matrix, unit = FRACTION): PlacedMatrix {
    if (rows > MOST_ROWS) throw new RangeError(`a matrix of ${rows} rows, more than ${MOST_ROWS}`);
    const wide = (columns + 7) & ~7;
    const at = this.reserve(2 * rows * wide);
    let to = at >> 1;
    for (let block = 0; block < wide; block += 8)
      for (let row = 0; row < rows; row += 2)
        for (let column = block; column < block + 8; column++)
          for (let next = 0; next < 2; next++)
            this.#shorts[to++] = column < columns ? (values[(row + next) * columns + column] as number) : 0;
    const scales = new Float32Array(wide);
    const biases = new Float32Array(wide);
    for (let column = 0; column < columns; column++) {
      scales[column] = (scale[column] as number) / unit;
      biases[column] = bias[column] as number;
    }
    return { rows, columns: wide, values: at, scale: this.place(scales), bias: this.place(biases) };
  }

  /** c = a · matrix + bias, in floats. */
  multiply(rows: number, a: number, matrix: PlacedMatrix, c: number): void {
    const { values, scale, bias } = matrix;
    this.kernels.linear(rows, matrix.columns, matrix.rows, a, values, scale, bias, c, this.#woven);
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
