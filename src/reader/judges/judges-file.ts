import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { type BagModel, bagParts } from './bag-model.js';
import { bagLayout } from './bag-network.js';
import { type FirstLookWeights, firstLook, weightsOf } from './first-look.js';
import type { EventJudges } from './models.js';

const MAGIC = 'entente-events 1\n';

/**
 * Writes the judges of events as bytes: a line of magic, the length of a JSON header, the header, then the weights of each network in
 * 8 bits, each row of a matrix with a scale of its own (32 bits, before the row). The header has the first look, too. Compression is
 * left to the caller.
 */
export function writeJudges(judges: EventJudges): Uint8Array {
  const models = [judges.acts, judges.roles];
  const header = models.map(({ shape, features, classes, networks }) => ({
    shape,
    features,
    classes,
    networks: networks.length,
  }));
  const look = judges.firstLook && weightsOf(judges.firstLook);
  const json = new TextEncoder().encode(JSON.stringify(look ? [...header, look] : header));
  const chunks = [new TextEncoder().encode(MAGIC), new Uint8Array(4), json];
  new DataView((chunks[1] as Uint8Array).buffer).setUint32(0, json.length, true);
  for (const { shape, networks } of models)
    for (const weights of networks)
      for (const [, start, end, columns] of bagParts(shape)) {
        const rows = (end - start) / columns;
        const bytes = new Uint8Array(rows * (4 + columns));
        const view = new DataView(bytes.buffer);
        for (let r = 0; r < rows; r++) {
          let most = 1e-9;
          for (let c = 0; c < columns; c++)
            most = Math.max(most, Math.abs(weights[start + r * columns + c] as number));
          view.setFloat32(r * (4 + columns), most / 127, true);
          for (let c = 0; c < columns; c++)
            view.setInt8(
              r * (4 + columns) + 4 + c,
              Math.round(((weights[start + r * columns + c] as number) / most) * 127),
            );
        }
        chunks.push(bytes);
      }
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** @throws Error when the bytes are no judges of this version */
export function readJudges(bytes: Uint8Array): EventJudges {
  if (new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    throw new Error('these bytes are no event model of this version; run npm run train:events');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = MAGIC.length + 4;
  let at = start + view.getUint32(MAGIC.length, true);
  type Header = Pick<BagModel, 'shape' | 'features' | 'classes'> & { readonly networks: number };
  const [actsHeader, rolesHeader, look] = JSON.parse(new TextDecoder().decode(bytes.subarray(start, at))) as [
    Header,
    Header,
    FirstLookWeights?,
  ];
  const [acts, roles] = [actsHeader, rolesHeader].map(({ shape, features, classes, networks }): BagModel => {
    const read = Array.from({ length: networks }, () => {
      const weights = new Float64Array(bagLayout(shape).length);
      for (const [, first, end, columns] of bagParts(shape))
        for (let row = first; row < end; row += columns) {
          const scale = view.getFloat32(at, true);
          for (let c = 0; c < columns; c++) weights[row + c] = view.getInt8(at + 4 + c) * scale;
          at += 4 + columns;
        }
      return weights;
    });
    return { shape, features, classes, networks: read };
  });
  if (!acts || !roles) throw new Error('an event model has two judges; run npm run train:events');
  return { acts, roles, firstLook: look && firstLook(look) };
}

/**
 * The judges that come with the package.
 *
 * @throws Error when the file is missing or is no model of this version
 */
export function loadJudges(
  path = fileURLToPath(new URL('../../../models/events.bin', import.meta.url)),
): EventJudges {
  let packed: Buffer;
  try {
    packed = readFileSync(path);
  } catch (cause) {
    throw new Error(`no event model at '${path}'; run npm run train:events`, { cause });
  }
  return readJudges(gunzipSync(packed));
}
