// Kernels of the judges of events, in AssemblyScript. Weights of features are 8-bit with a scale for each row.
// Addresses are in bytes; hidden units are a multiple of 16, classes a multiple of 4.

/**
 * units[u] = Σ products[p, u] over the `places` + Σ scale[f] × row[f, u] over the features `found`: one network's units. found: `count`
 * 32-bit numbers of rows; rows: features × hidden; scales: as many floats; places: `many` 32-bit addresses of `hidden` floats.
 */
export function gather(count: i32, found: usize, many: i32, places: usize, hidden: i32, rows: usize, scales: usize, units: usize): void {
  const width = <usize>hidden;
  for (let u: usize = 0; u < width; u += 16) {
    let a = f32x4.splat(0), b = a, c = a, d = a;
    for (let k: usize = 0; k < <usize>many; k++) {
      const product = <usize>load<i32>(places + (k << 2)) + (u << 2);
      a = f32x4.add(a, v128.load(product));
      b = f32x4.add(b, v128.load(product, 16));
      c = f32x4.add(c, v128.load(product, 32));
      d = f32x4.add(d, v128.load(product, 48));
    }
    for (let k: usize = 0; k < <usize>count; k++) {
      const f = <usize>load<i32>(found + (k << 2));
      const scale = v128.load_splat<f32>(scales + (f << 2));
      const row = v128.load(rows + f * width + u);
      const low = i16x8.extend_low_i8x16_s(row), high = i16x8.extend_high_i8x16_s(row);
      a = f32x4.add(a, f32x4.mul(scale, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(low))));
      b = f32x4.add(b, f32x4.mul(scale, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(low))));
      c = f32x4.add(c, f32x4.mul(scale, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(high))));
      d = f32x4.add(d, f32x4.mul(scale, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(high))));
    }
    const to = units + (u << 2);
    v128.store(to, a); v128.store(to, b, 16); v128.store(to, c, 32); v128.store(to, d, 48);
  }
}

/** scores[j] = bias[j] + Σ max(0, units[u]) × votes[u, j]; scores and bias: `classes` floats. */
export function vote(hidden: i32, classes: i32, units: usize, votes: usize, bias: usize, scores: usize): void {
  const c = <usize>classes << 2;
  memory.copy(scores, bias, c);
  for (let u: usize = 0; u < <usize>hidden; u++) {
    const value = load<f32>(units + (u << 2));
    if (value <= 0) continue;
    const x = f32x4.splat(value), row = votes + u * c;
    for (let j: usize = 0; j < c; j += 16) v128.store(scores + j, f32x4.add(v128.load(scores + j), f32x4.mul(x, v128.load(row + j))));
  }
}
