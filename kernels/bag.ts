// Kernels of the judges of events, in AssemblyScript. Weights of features are 8-bit with a scale for each network's part of a row.
// Addresses are in bytes; hidden units are a multiple of 16, classes a multiple of 4.

/**
 * units[n, u] += Σ scale[f, n] × row[f, n, u] over the features found. found: `count` 32-bit numbers of rows; rows: features ×
 * networks × hidden; scales: features × networks floats; units: networks × hidden floats.
 */
export function gather(count: i32, found: usize, networks: i32, hidden: i32, rows: usize, scales: usize, units: usize): void {
  const part = <usize>hidden, width = part * <usize>networks;
  for (let n: usize = 0; n < <usize>networks; n++) {
    for (let u: usize = 0; u < part; u += 16) {
      const to = units + ((n * part + u) << 2);
      let a = v128.load(to), b = v128.load(to, 16), c = v128.load(to, 32), d = v128.load(to, 48);
      for (let k: usize = 0; k < <usize>count; k++) {
        const f = <usize>load<i32>(found + (k << 2));
        const scale = v128.load_splat<f32>(scales + ((f * <usize>networks + n) << 2));
        const row = v128.load(rows + f * width + n * part + u);
        const low = i16x8.extend_low_i8x16_s(row), high = i16x8.extend_high_i8x16_s(row);
        a = f32x4.add(a, f32x4.mul(scale, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(low))));
        b = f32x4.add(b, f32x4.mul(scale, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(low))));
        c = f32x4.add(c, f32x4.mul(scale, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(high))));
        d = f32x4.add(d, f32x4.mul(scale, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(high))));
      }
      v128.store(to, a); v128.store(to, b, 16); v128.store(to, c, 32); v128.store(to, d, 48);
    }
  }
}

/** scores[j] += Σ max(0, units[u]) × votes[u, j]; scores: `classes` floats. */
export function vote(hidden: i32, classes: i32, units: usize, votes: usize, scores: usize): void {
  const c = <usize>classes << 2;
  for (let u: usize = 0; u < <usize>hidden; u++) {
    const value = load<f32>(units + (u << 2));
    if (value <= 0) continue;
    const x = f32x4.splat(value), row = votes + u * c;
    for (let j: usize = 0; j < c; j += 16) v128.store(scores + j, f32x4.add(v128.load(scores + j), f32x4.mul(x, v128.load(row + j))));
  }
}
