import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { KERNELS } from './training-kernels.js';

/** The kernels of `kernels/training.ts`; addresses are bytes in the arena, strides and counts are floats. */
export interface Kernels {
  multiply(
    m: number,
    n: number,
    k: number,
    a: number,
    lda: number,
    b: number,
    ldb: number,
    c: number,
    ldc: number,
    add: boolean,
  ): void;
  transpose(rows: number, cols: number, from: number, strideFrom: number, to: number, strideTo: number): void;
  addRows(rows: number, cols: number, from: number, stride: number, sums: number): void;
  bias(rows: number, cols: number, at: number, biases: number, leak: number): void;
  unrectify(count: number, out: number, gradient: number, leak: number): void;
  scaleBy(count: number, x: number, y: number): void;
  sru(...numbers: number[]): void;
  sruBack(...numbers: number[]): void;
  products(
    m: number,
    n: number,
    k: number,
    a: number,
    lda: number,
    b: number,
    ldb: number,
    s: number,
    lds: number,
  ): void;
  spreadRows(
    m: number,
    n: number,
    k: number,
    s: number,
    lds: number,
    b: number,
    ldb: number,
    y: number,
    ldy: number,
    turned: boolean,
  ): void;
  addScaled(count: number, x: number, from: number, to: number): void;
  sumOfSquares(count: number, at: number): number;
  adam(...numbers: number[]): void;
}

/** One memory of floats, filled from below; what a batch needs is given back by `release`. */
export class Arena {
  readonly floats: Float32Array;
  readonly kernels: Kernels;
  #top = 65536; // the first page is the compiler's

  /** @param native whether the products of matrices are to be compiled for this machine, see `nativeMultiply` */
  constructor(megabytes: number, native: boolean) {
    const pages = megabytes * 16;
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const abort = (): never => {
      throw new Error('a kernel of the trainer failed');
    };
    const module = new WebAssembly.Module(Buffer.from(KERNELS, 'base64'));
    // The module is our own, compiled from kernels/training.ts.
    const kernels = new WebAssembly.Instance(module, { env: { memory, abort } })
      .exports as unknown as Kernels;
    this.floats = new Float32Array(memory.buffer);
    this.kernels = native ? { ...kernels, multiply: nativeMultiply(memory.buffer) } : kernels;
  }

  get top(): number {
    return this.#top;
  }

  release(to: number): void {
    this.#top = to;
  }

  /** @returns the address of so many floats, all zero */
  reserve(floats: number): number {
    const at = this.#top;
    this.#top += (floats * 4 + 63) & ~63;
    if (this.#top > this.floats.byteLength)
      throw new Error(
        `the trainer's arena of ${this.floats.byteLength / 1e6} MB is full; take a smaller --batch`,
      );
    this.floats.fill(0, at >> 2, (at >> 2) + floats);
    return at;
  }
}

/**
 * Products of matrices in machine code of this processor, some three times as fast: `training/multiply.cc`, compiled by
 * g++ at the first use. Sums are rounded in another order, so that weights differ in their last digits.
 */
function nativeMultiply(memory: ArrayBuffer): Kernels['multiply'] {
  const source = fileURLToPath(new URL('multiply.cc', import.meta.url));
  const folder = path.join(path.dirname(source), '..', 'node_modules', '.cache', 'entente');
  const built = path.join(folder, 'multiply.node');
  if (!existsSync(built) || statSync(built).mtimeMs < statSync(source).mtimeMs) {
    mkdirSync(folder, { recursive: true });
    const include = path.join(process.execPath, '..', '..', 'include', 'node');
    execFileSync('g++', ['-O3', '-march=native', '-shared', '-fPIC', `-I${include}`, source, '-o', built]);
  }
  // Our own module, built a line above.
  const native = createRequire(import.meta.url)(built) as {
    use(memory: ArrayBuffer): (...numbers: Parameters<Kernels['multiply']>) => void;
  };
  return native.use(memory);
}
