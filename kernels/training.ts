// Kernels of the trainer, in AssemblyScript: 32-bit floats in one memory, addresses in bytes. Row counts are multiples of
// 4 and column counts multiples of 8.

/** c[m×n] (row stride ldc) = or += a[m×k] · b[k×n]. */
export function multiply(m: i32, n: i32, k: i32, a: usize, lda: i32, b: usize, ldb: i32, c: usize, ldc: i32, add: bool): void {
  const sa = <usize>lda << 2, sb = <usize>ldb << 2, sc = <usize>ldc << 2;
  for (let i = 0; i < m; i += 4) {
    const a0 = a + <usize>i * sa, a1 = a0 + sa, a2 = a1 + sa, a3 = a2 + sa;
    for (let j = 0; j < n; j += 8) {
      let cp = c + <usize>i * sc + (<usize>j << 2);
      let c00 = f32x4.splat(0), c01 = c00, c10 = c00, c11 = c00, c20 = c00, c21 = c00, c30 = c00, c31 = c00;
      let bp = b + (<usize>j << 2);
      for (let p: usize = 0, e = <usize>k << 2; p < e; p += 4) {
        const b0 = v128.load(bp), b1 = v128.load(bp, 16);
        bp += sb;
        let x = v128.load_splat<f32>(a0 + p);
        c00 = f32x4.add(c00, f32x4.mul(x, b0)); c01 = f32x4.add(c01, f32x4.mul(x, b1));
        x = v128.load_splat<f32>(a1 + p);
        c10 = f32x4.add(c10, f32x4.mul(x, b0)); c11 = f32x4.add(c11, f32x4.mul(x, b1));
        x = v128.load_splat<f32>(a2 + p);
        c20 = f32x4.add(c20, f32x4.mul(x, b0)); c21 = f32x4.add(c21, f32x4.mul(x, b1));
        x = v128.load_splat<f32>(a3 + p);
        c30 = f32x4.add(c30, f32x4.mul(x, b0)); c31 = f32x4.add(c31, f32x4.mul(x, b1));
      }
      put(cp, c00, c01, add); cp += sc;
      put(cp, c10, c11, add); cp += sc;
      put(cp, c20, c21, add); cp += sc;
      put(cp, c30, c31, add);
    }
  }
}
// @ts-ignore: decorator
@inline function put(at: usize, x: v128, y: v128, add: bool): void {
  if (add) {
    x = f32x4.add(x, v128.load(at));
    y = f32x4.add(y, v128.load(at, 16));
  }
  v128.store(at, x);
  v128.store(at, y, 16);
}

/** to[cols×rows] = from[rows×cols]ᵗ; the row strides are given. */
export function transpose(rows: i32, cols: i32, from: usize, strideFrom: i32, to: usize, strideTo: i32): void {
  for (let i = 0; i < rows; i++) {
    const f = from + (<usize>(i * strideFrom) << 2);
    for (let j = 0; j < cols; j++) store<f32>(to + (<usize>(j * strideTo + i) << 2), load<f32>(f + (<usize>j << 2)));
  }
}

/** sums[cols] += sum of the rows. */
export function addRows(rows: i32, cols: i32, from: usize, stride: i32, sums: usize): void {
  for (let i = 0; i < rows; i++) {
    const f = from + (<usize>(i * stride) << 2);
    for (let j = 0; j < cols; j += 4) {
      const p = <usize>j << 2;
      v128.store(sums + p, f32x4.add(v128.load(sums + p), v128.load(f + p)));
    }
  }
}

/** rows × cols of `at` += bias; then leaky rectification where `leak` is not 1. */
export function bias(rows: i32, cols: i32, at: usize, biases: usize, leak: f32): void {
  const l = f32x4.splat(leak);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j += 4) {
      const p = at + (<usize>(i * cols + j) << 2);
      const x = f32x4.add(v128.load(p), v128.load(biases + (<usize>j << 2)));
      v128.store(p, f32x4.max(x, f32x4.mul(x, l)));
    }
  }
}

/** gradient *= leak where the output is negative. */
export function unrectify(count: i32, out: usize, gradient: usize, leak: f32): void {
  const l = f32x4.splat(leak), one = f32x4.splat(1), zero = f32x4.splat(0);
  for (let i: usize = 0; i < <usize>count << 2; i += 16) {
    const factor = v128.bitselect(l, one, f32x4.lt(v128.load(out + i), zero));
    v128.store(gradient + i, f32x4.mul(v128.load(gradient + i), factor));
  }
}

/** x *= y. */
export function scaleBy(count: i32, x: usize, y: usize): void {
  for (let i: usize = 0; i < <usize>count << 2; i += 16) v128.store(x + i, f32x4.mul(v128.load(x + i), v128.load(y + i)));
}

// @ts-ignore: decorator
@inline function gate(x: v128): v128 {
  const half = f32x4.splat(0.5);
  const s = f32x4.div(x, f32x4.sqrt(f32x4.add(f32x4.splat(4), f32x4.mul(x, x))));
  return f32x4.add(half, f32x4.mul(half, s));
}
// derivative from the gate's value
// @ts-ignore: decorator
@inline function slope(g: v128): v128 {
  const s = f32x4.sub(f32x4.add(g, g), f32x4.splat(1));
  const q = f32x4.max(f32x4.sub(f32x4.splat(1), f32x4.mul(s, s)), f32x4.splat(0));
  return f32x4.mul(f32x4.mul(f32x4.splat(0.25), q), f32x4.sqrt(q));
}

/**
 * One direction of a simple recurrent unit over positions first to last (step +1 or -1), half columns wide.
 * u: rows of 3·half at stride us (candidate, forget, reset); x, h: rows at stride xs; c, f, r: rows at stride cs.
 * vb: forget weights, reset weights, forget bias, reset bias, each of half.
 */
export function sru(first: i32, count: i32, step: i32, half: i32, u: usize, us: i32, x: usize, h: usize, xs: i32, c: usize, f: usize, r: usize, cs: i32, vb: usize): void {
  const hb = <usize>half << 2;
  for (let j: usize = 0; j < hb; j += 16) {
    const vf = v128.load(vb + j), vr = v128.load(vb + hb + j), bf = v128.load(vb + 2 * hb + j), br = v128.load(vb + 3 * hb + j);
    let state = f32x4.splat(0);
    let t = first;
    for (let n = 0; n < count; n++) {
      const up = u + (<usize>(t * us) << 2) + j, xp = (<usize>(t * xs) << 2) + j, cp = (<usize>(t * cs) << 2) + j;
      const forget = gate(f32x4.add(f32x4.add(v128.load(up + hb), bf), f32x4.mul(vf, state)));
      const reset = gate(f32x4.add(f32x4.add(v128.load(up + 2 * hb), br), f32x4.mul(vr, state)));
      const candidate = v128.load(up);
      state = f32x4.add(candidate, f32x4.mul(forget, f32x4.sub(state, candidate)));
      const input = v128.load(x + xp);
      v128.store(h + xp, f32x4.add(input, f32x4.mul(reset, f32x4.sub(state, input))));
      v128.store(c + cp, state);
      v128.store(f + cp, forget);
      v128.store(r + cp, reset);
      t += step;
    }
  }
}

/** Its gradient: dh in, du and dx (added to) out, dvb added to. */
export function sruBack(first: i32, count: i32, step: i32, half: i32, u: usize, us: i32, x: usize, xs: i32, c: usize, f: usize, r: usize, cs: i32, vb: usize, dh: usize, du: usize, dx: usize, dvb: usize): void {
  const hb = <usize>half << 2;
  for (let j: usize = 0; j < hb; j += 16) {
    const vf = v128.load(vb + j), vr = v128.load(vb + hb + j);
    let gvf = f32x4.splat(0), gvr = gvf, gbf = gvf, gbr = gvf, carried = gvf;
    let t = first + step * (count - 1);
    for (let n = count - 1; n >= 0; n--) {
      const up = (<usize>(t * us) << 2) + j, xp = (<usize>(t * xs) << 2) + j, cp = (<usize>(t * cs) << 2) + j;
      const before = n > 0 ? v128.load(c + (<usize>((t - step) * cs) << 2) + j) : f32x4.splat(0);
      const forget = v128.load(f + cp), reset = v128.load(r + cp), state = v128.load(c + cp), input = v128.load(x + xp), candidate = v128.load(u + up);
      const g = v128.load(dh + xp);
      const dr = f32x4.mul(f32x4.mul(g, f32x4.sub(state, input)), slope(reset));
      const gx = f32x4.sub(g, f32x4.mul(g, reset));
      v128.store(dx + xp, f32x4.add(v128.load(dx + xp), gx));
      const dc = f32x4.add(carried, f32x4.mul(g, reset));
      const df = f32x4.mul(f32x4.mul(dc, f32x4.sub(before, candidate)), slope(forget));
      carried = f32x4.add(f32x4.mul(dc, forget), f32x4.add(f32x4.mul(df, vf), f32x4.mul(dr, vr)));
      v128.store(du + up, f32x4.sub(dc, f32x4.mul(dc, forget)));
      v128.store(du + up + hb, df);
      v128.store(du + up + 2 * hb, dr);
      gvf = f32x4.add(gvf, f32x4.mul(df, before)); gvr = f32x4.add(gvr, f32x4.mul(dr, before));
      gbf = f32x4.add(gbf, df); gbr = f32x4.add(gbr, dr);
      t -= step;
    }
    bump(dvb + j, gvf); bump(dvb + hb + j, gvr); bump(dvb + 2 * hb + j, gbf); bump(dvb + 3 * hb + j, gbr);
  }
}
// @ts-ignore: decorator
@inline function bump(at: usize, x: v128): void { v128.store(at, f32x4.add(v128.load(at), x)); }

/** s[m×n] (stride lds) = a[m×k] · b[n×k]ᵗ, any m and n, k a multiple of 4. */
export function products(m: i32, n: i32, k: i32, a: usize, lda: i32, b: usize, ldb: i32, s: usize, lds: i32): void {
  const e = <usize>k << 2;
  for (let i = 0; i < m; i++) {
    const ap = a + (<usize>(i * lda) << 2);
    for (let j = 0; j < n; j++) {
      const bp = b + (<usize>(j * ldb) << 2);
      let sum = f32x4.splat(0);
      for (let p: usize = 0; p < e; p += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(ap + p), v128.load(bp + p)));
      store<f32>(s + (<usize>(i * lds + j) << 2), f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3));
    }
  }
}

/** y[i] += Σj s[i,j] · b[j]; rows of k. Where `turned`, y[j] += Σi s[i,j] · b[i]. */
export function spreadRows(m: i32, n: i32, k: i32, s: usize, lds: i32, b: usize, ldb: i32, y: usize, ldy: i32, turned: bool): void {
  const e = <usize>k << 2;
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      const w = load<f32>(s + (<usize>(i * lds + j) << 2));
      if (w == 0) continue;
      const x = f32x4.splat(w);
      const from = b + (<usize>((turned ? i : j) * ldb) << 2), to = y + (<usize>((turned ? j : i) * ldy) << 2);
      for (let p: usize = 0; p < e; p += 16) v128.store(to + p, f32x4.add(v128.load(to + p), f32x4.mul(x, v128.load(from + p))));
    }
  }
}

/** to += x · from */
export function addScaled(count: i32, x: f32, from: usize, to: usize): void {
  const s = f32x4.splat(x);
  for (let p: usize = 0; p < <usize>count << 2; p += 16) v128.store(to + p, f32x4.add(v128.load(to + p), f32x4.mul(s, v128.load(from + p))));
}

export function sumOfSquares(count: i32, at: usize): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < count; i += 256) {
    let part = f32x4.splat(0);
    const end = min(i + 256, count);
    for (let j = i; j < end; j += 4) { const x = v128.load(at + (<usize>j << 2)); part = f32x4.add(part, f32x4.mul(x, x)); }
    sum += <f64>(f32x4.extract_lane(part, 0) + f32x4.extract_lane(part, 1) + f32x4.extract_lane(part, 2) + f32x4.extract_lane(part, 3));
  }
  return sum;
}

/** Adam (Kingma & Ba 2015) with decoupled decay and a running mean of the weights; clears the gradient. */
export function adam(count: i32, w: usize, g: usize, m: usize, v: usize, mean: usize, rate: f32, clip: f32, b1: f32, b2: f32, decay: f32, keep: f32): void {
  const B1 = f32x4.splat(b1), B2 = f32x4.splat(b2), C1 = f32x4.splat(1 - b1), C2 = f32x4.splat(1 - b2);
  const R = f32x4.splat(rate), CL = f32x4.splat(clip), E = f32x4.splat(1e-8), D = f32x4.splat(1 - rate * decay), K = f32x4.splat(1 - keep), Z = f32x4.splat(0);
  for (let p: usize = 0; p < <usize>count << 2; p += 16) {
    const gr = f32x4.mul(v128.load(g + p), CL);
    v128.store(g + p, Z);
    const mm = f32x4.add(f32x4.mul(B1, v128.load(m + p)), f32x4.mul(C1, gr));
    const vv = f32x4.add(f32x4.mul(B2, v128.load(v + p)), f32x4.mul(C2, f32x4.mul(gr, gr)));
    v128.store(m + p, mm); v128.store(v + p, vv);
    const ww = f32x4.sub(f32x4.mul(D, v128.load(w + p)), f32x4.div(f32x4.mul(R, mm), f32x4.add(f32x4.sqrt(vv), E)));
    v128.store(w + p, ww);
    const av = v128.load(mean + p);
    v128.store(mean + p, f32x4.add(av, f32x4.mul(K, f32x4.sub(ww, av))));
  }
}
