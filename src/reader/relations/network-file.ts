/** Sizes of the matrices of a kind of network, rows and columns, in the order in which they lie in its weights. */
export type Parts<Shape> = Readonly<Record<string, (shape: Shape) => readonly [number, number]>>;

/** Where each matrix begins in the weights, and how many numbers there are in all. */
export function layoutOf<Shape, P extends Parts<Shape>>(
  parts: P,
  shape: Shape,
): Record<keyof P & string, number> & { readonly length: number } {
  let length = 0;
  const starts: Partial<Record<keyof P & string, number>> = {};
  for (const name of Object.keys(parts) as (keyof P & string)[]) {
    const [rows, columns] = (parts[name] as Parts<Shape>[string])(shape);
    starts[name] = length;
    length += rows * columns;
  }
  return { ...(starts as Record<keyof P & string, number>), length };
}

/**
 * Writes networks as bytes: a line of magic, the length of a JSON header, the header, then the weights of each network in 16
 * bits, little-endian, each part with a scale of its own. Compression is left to the caller.
 */
export function writeNetworks<Shape>(
  magic: string,
  parts: Parts<Shape>,
  header: { readonly shape: Shape },
  networks: readonly (Float32Array | Float64Array)[],
): Uint8Array {
  const { length } = layoutOf(parts, header.shape);
  const packed = networks.map((weights) => {
    const scales: Record<string, number> = {};
    const values = new Int16Array(length);
    for (const [name, start, end] of placesOf(parts, header.shape)) {
      const part = weights.subarray(start, end);
      let most = 1e-9;
      for (const x of part) most = Math.max(most, Math.abs(x));
      scales[name] = most / 32767;
      for (let k = 0; k < part.length; k++)
        values[start + k] = Math.round(((part[k] as number) / most) * 32767);
    }
    return { scales, values };
  });
  const json = new TextEncoder().encode(JSON.stringify({ ...header, scales: packed.map((p) => p.scales) }));
  const begin = new TextEncoder().encode(magic);
  const bytes = new Uint8Array(begin.length + 4 + json.length + packed.length * length * 2);
  const view = new DataView(bytes.buffer);
  bytes.set(begin);
  view.setUint32(begin.length, json.length, true);
  bytes.set(json, begin.length + 4);
  let to = begin.length + 4 + json.length;
  for (const { values } of packed)
    for (const value of values) {
      view.setInt16(to, value, true);
      to += 2;
    }
  return bytes;
}

/** @returns `undefined` when the bytes do not begin with the magic */
export function readNetworks<Header extends { readonly shape: Shape }, Shape = Header['shape']>(
  magic: string,
  parts: Parts<Shape>,
  bytes: Uint8Array,
): { readonly header: Header; readonly networks: Float64Array[] } | undefined {
  if (new TextDecoder().decode(bytes.subarray(0, magic.length)) !== magic) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = magic.length + 4;
  const end = start + view.getUint32(magic.length, true);
  // Our own file, written above.
  const { scales: all, ...rest } = JSON.parse(
    new TextDecoder().decode(bytes.subarray(start, end)),
  ) as Header & {
    readonly scales: readonly Record<string, number>[];
  };
  const header = rest as unknown as Header;
  const { length } = layoutOf(parts, header.shape);
  const networks = all.map((scales, k) => {
    const weights = new Float64Array(length);
    for (const [name, first, last] of placesOf(parts, header.shape)) {
      const scale = scales[name] as number;
      for (let w = first; w < last; w++) weights[w] = view.getInt16(end + 2 * (k * length + w), true) * scale;
    }
    return weights;
  });
  return { header, networks };
}

function placesOf<Shape>(parts: Parts<Shape>, shape: Shape): [string, number, number][] {
  const at: Readonly<Record<string, number>> = layoutOf(parts, shape);
  return Object.entries(parts).map(([name, size]) => {
    const [rows, columns] = size(shape);
    return [name, at[name] as number, (at[name] as number) + rows * columns];
  });
}
