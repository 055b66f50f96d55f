// Kernels of the network at work, in AssemblyScript. Activations are 16-bit fixed point (see FRACTION), weights 8-bit values held
// in 16 bits and packed by columns, sums 32-bit. Addresses are in bytes; row counts are multiples of 4.

/** Fixed point of activations: 1 is 4096, so that they reach ±8. */
const FRACTION: f32 = 4096;
const UNIT: f32 = 1 / 4096;

/**
 * c[m×n] = (a[m×k] · b) × scale + bias. a: 16-bit rows; b: for each 8 columns, for each pair of rows, 8 × 2 values; c: 32-bit
 * floats. scale and bias: n floats. woven: space for 64 × k bytes.
 */
export function linear(m: i32, n: i32, k: i32, a: usize, b: usize, scale: usize, bias: usize, c: usize, woven: usize): void {
  // Rows go by tiles that stay in the first cache while the columns pass by.
  for (let tile = 0; tile < m; tile += TILE) {
    const end = min(tile + TILE, m);
    weave(tile, end, k, a, woven);
    block(tile, end, n, k, woven, b, scale, bias, c);
  }
}
const TILE: i32 = 32;

/** Lays rows four by four so that their pairs stand side by side: one address then leads through all four. */
function weave(from: i32, to: i32, k: i32, a: usize, woven: usize): void {
  const s = <usize>k << 1;
  let at = woven;
  for (let i = from; i < to; i += 4) {
    const a0 = a + <usize>i * s, a1 = a0 + s, a2 = a1 + s, a3 = a2 + s;
    for (let p: usize = 0; p < s; p += 4, at += 16) {
      store<i32>(at, load<i32>(a0 + p));
      store<i32>(at, load<i32>(a1 + p), 4);
      store<i32>(at, load<i32>(a2 + p), 8);
      store<i32>(at, load<i32>(a3 + p), 12);
    }
  }
}

function block(from: i32, to: i32, n: i32, k: i32, woven: usize, b: usize, scale: usize, bias: usize, c: usize): void {
  const s = <usize>k << 1, t = <usize>n << 2;
  for (let j: usize = 0; j < t; j += 32) {
    const panel = b + (j >> 2) * s, end = panel + (s << 3);
    const s0 = v128.load(scale + j), s1 = v128.load(scale + j, 16), o0 = v128.load(bias + j), o1 = v128.load(bias + j, 16);
    let ap = woven;
    for (let i = from; i < to; i += 4) {
      let c00 = i32x4.splat(0), c01 = c00, c10 = c00, c11 = c00, c20 = c00, c21 = c00, c30 = c00, c31 = c00;
      for (let bp = panel; bp < end; bp += 32, ap += 16) {
        const b0 = v128.load(bp), b1 = v128.load(bp, 16);
        let x = v128.load_splat<i32>(ap);
        c00 = i32x4.add(c00, i32x4.dot_i16x8_s(x, b0)); c01 = i32x4.add(c01, i32x4.dot_i16x8_s(x, b1));
        x = v128.load_splat<i32>(ap, 4);
        c10 = i32x4.add(c10, i32x4.dot_i16x8_s(x, b0)); c11 = i32x4.add(c11, i32x4.dot_i16x8_s(x, b1));
        x = v128.load_splat<i32>(ap, 8);
        c20 = i32x4.add(c20, i32x4.dot_i16x8_s(x, b0)); c21 = i32x4.add(c21, i32x4.dot_i16x8_s(x, b1));
        x = v128.load_splat<i32>(ap, 12);
        c30 = i32x4.add(c30, i32x4.dot_i16x8_s(x, b0)); c31 = i32x4.add(c31, i32x4.dot_i16x8_s(x, b1));
      }
      let cp = c + <usize>i * t + j;
      v128.store(cp, line(c00, s0, o0)); v128.store(cp, line(c01, s1, o1), 16); cp += t;
      v128.store(cp, line(c10, s0, o0)); v128.store(cp, line(c11, s1, o1), 16); cp += t;
      v128.store(cp, line(c20, s0, o0)); v128.store(cp, line(c21, s1, o1), 16); cp += t;
      v128.store(cp, line(c30, s0, o0)); v128.store(cp, line(c31, s1, o1), 16);
    }
  }
}
// @ts-ignore: decorator
@inline function line(sum: v128, scale: v128, bias: v128): v128 { return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), scale), bias); }

/** Rounds floats to fixed point where 1 is `fraction`, negative ones first multiplied by the leak; count is a multiple of 8. */
export function fix(count: i32, from: usize, leak: f32, fraction: f32, to: usize): void {
  const l = f32x4.splat(leak), f = f32x4.splat(fraction);
  for (let i: usize = 0, e = <usize>count << 1; i < e; i += 16) v128.store(to + i, pack(leaky(v128.load(from + 2 * i), l), leaky(v128.load(from + 2 * i, 16), l), f));
}
// @ts-ignore: decorator
@inline function leaky(x: v128, leak: v128): v128 { return f32x4.max(x, f32x4.mul(x, leak)); }
// @ts-ignore: decorator
@inline function pack(x: v128, y: v128, f: v128): v128 {
  return i16x8.narrow_i32x4_s(i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(x, f))), i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(y, f))));
}
// four 16-bit values as floats
// @ts-ignore: decorator
@inline function unfix(at: usize): v128 { return f32x4.mul(f32x4.convert_i32x4_s(v128.load16x4_s(at)), f32x4.splat(UNIT)); }

// @ts-ignore: decorator
@inline function gate(x: v128): v128 {
  const half = f32x4.splat(0.5);
  return f32x4.add(half, f32x4.mul(half, f32x4.div(x, f32x4.sqrt(f32x4.add(f32x4.splat(4), f32x4.mul(x, x))))));
}

/**
 * One direction of a simple recurrent unit (Lei et al. 2018) over `count` rows from `first`, stepping by 1 or −1. u: float rows of stride
 * us (candidate, forget, reset; `half` of each, biases added); x, h: fixed-point rows of stride xs; v: forget and reset weights. Where
 * there are slots (32-bit numbers), row n of u and x is that of slot n. state: space for `half` floats.
 */
export function recur(first: i32, count: i32, step: i32, half: i32, slots: usize, u: usize, us: i32, x: usize, h: usize, xs: i32, v: usize, state: usize): void {
  const f = f32x4.splat(FRACTION), hb = <usize>half << 2;
  memory.fill(state, 0, hb);
  for (let n = 0, row = first; n < count; n++, row += step) {
    const from = slots ? load<i32>(slots + (<usize>row << 2)) : row;
    const up = u + (<usize>from * <usize>us << 2), xp = x + (<usize>from * <usize>xs << 1), hp = h + (<usize>row * <usize>xs << 1);
    for (let j: usize = 0; j < hb; j += 32) {
      const s0 = v128.load(state + j), s1 = v128.load(state + j, 16), c0 = v128.load(up + j), c1 = v128.load(up + j, 16);
      const g0 = gate(f32x4.add(v128.load(up + hb + j), f32x4.mul(v128.load(v + j), s0))), r0 = gate(f32x4.add(v128.load(up + 2 * hb + j), f32x4.mul(v128.load(v + hb + j), s0)));
      const g1 = gate(f32x4.add(v128.load(up + hb + j, 16), f32x4.mul(v128.load(v + j, 16), s1))), r1 = gate(f32x4.add(v128.load(up + 2 * hb + j, 16), f32x4.mul(v128.load(v + hb + j, 16), s1)));
      const t0 = f32x4.add(c0, f32x4.mul(g0, f32x4.sub(s0, c0))), t1 = f32x4.add(c1, f32x4.mul(g1, f32x4.sub(s1, c1)));
      v128.store(state + j, t0); v128.store(state + j, t1, 16);
      const x0 = unfix(xp + (j >> 1)), x1 = unfix(xp + (j >> 1) + 8);
      v128.store(hp + (j >> 1), pack(f32x4.add(x0, f32x4.mul(r0, f32x4.sub(t0, x0))), f32x4.add(x1, f32x4.mul(r1, f32x4.sub(t1, x1))), f));
    }
  }
}

/**
 * Scores of all heads of a sentence's n words, root included as row 0: s[n×n] = (q[n×k] · h[n×k]ᵗ) × scale + distances[bucket]; and the best
 * head of each word. q and h are fixed-point rows at their strides (in values); a word is not its own head.
 */
export function arcs(n: i32, k: i32, q: usize, qs: i32, h: usize, hs: i32, scale: f32, distances: usize, s: usize, best: usize): void {
  const e = <usize>k << 1;
  for (let i = 1; i < n; i++) {
    const a = q + (<usize>(i * qs) << 1);
    let top: f32 = -f32.MAX_VALUE, at = 0;
    for (let j = 0; j < n; j++) {
      const to = s + (<usize>(i * n + j) << 2);
      if (j == i) { store<f32>(to, -1e9); continue; }
      const b = h + (<usize>(j * hs) << 1);
      let sum0 = i32x4.splat(0), sum1 = sum0;
      for (let p: usize = 0; p < e; p += 32) {
        sum0 = i32x4.add(sum0, i32x4.dot_i16x8_s(v128.load(a + p), v128.load(b + p)));
        sum1 = i32x4.add(sum1, i32x4.dot_i16x8_s(v128.load(a + p, 16), v128.load(b + p, 16)));
      }
      sum0 = i32x4.add(sum0, sum1);
      sum0 = i32x4.add(sum0, i32x4.shuffle(sum0, sum0, 2, 3, 0, 1));
      const x = <f32>(i32x4.extract_lane(sum0, 0) + i32x4.extract_lane(sum0, 1)) * scale + load<f32>(distances + (<usize>bucket(i, j) << 2));
      store<f32>(to, x);
      if (x > top) { top = x; at = j; }
    }
    store<i32>(best + (<usize>i << 2), at);
  }
}
/** Distances are told apart to nine words, then by ranges; the root has a place of its own. */
// @ts-ignore: decorator
@inline function bucket(i: i32, j: i32): i32 {
  if (j == 0) return 63;
  const side = j < i ? 0 : 31, d = j < i ? i - j : j - i;
  if (d < 10) return side + d;
  return side + (d < 15 ? 10 : d < 20 ? 11 : d < 30 ? 12 : d < 50 ? 13 : 14);
}

/** y[i] = leaky(z[i, 0…k) + z[head i, k…2k)), fixed point; heads: 32-bit row numbers. */
export function join(count: i32, k: i32, z: usize, heads: usize, leak: f32, y: usize): void {
  const kb = <usize>k << 2, l = f32x4.splat(leak), f = f32x4.splat(FRACTION);
  for (let i = 0; i < count; i++) {
    const d = z + <usize>i * 2 * kb, h = z + <usize>load<i32>(heads + (<usize>i << 2)) * 2 * kb + kb, t = y + <usize>i * (kb >> 1);
    for (let p: usize = 0; p < kb; p += 32) v128.store(t + (p >> 1), pack(leaky(f32x4.add(v128.load(d + p), v128.load(h + p)), l), leaky(f32x4.add(v128.load(d + p, 16), v128.load(h + p, 16)), l), f));
  }
}

/** best[i] = number of the largest of n floats in each of the rows, the first of equal ones; the stride is in floats. */
export function largest(rows: i32, n: i32, from: usize, stride: i32, best: usize): void {
  const whole = n & ~3;
  for (let i = 0; i < rows; i++) {
    const f = from + (<usize>(i * stride) << 2);
    let tops = f32x4.splat(-f32.MAX_VALUE), places = i32x4.splat(0), place = i32x4(0, 1, 2, 3);
    for (let j = 0; j < whole; j += 4) {
      const x = v128.load(f + (<usize>j << 2)), higher = f32x4.gt(x, tops);
      tops = v128.bitselect(x, tops, higher);
      places = v128.bitselect(place, places, higher);
      place = i32x4.add(place, i32x4.splat(4));
    }
    let top = f32x4.extract_lane(tops, 0), at = i32x4.extract_lane(places, 0);
    let x = f32x4.extract_lane(tops, 1), p = i32x4.extract_lane(places, 1);
    if (x > top || (x == top && p < at)) { top = x; at = p; }
    x = f32x4.extract_lane(tops, 2); p = i32x4.extract_lane(places, 2);
    if (x > top || (x == top && p < at)) { top = x; at = p; }
    x = f32x4.extract_lane(tops, 3); p = i32x4.extract_lane(places, 3);
    if (x > top || (x == top && p < at)) { top = x; at = p; }
    for (let j = whole; j < n; j++) {
      x = load<f32>(f + (<usize>j << 2));
      if (x > top) { top = x; at = j; }
    }
    store<i32>(best + (<usize>i << 2), at);
  }
}
