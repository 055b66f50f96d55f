import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { type RelationModel, readRelationModel } from './relation-model.js';

/**
 * The relation model that comes with the package.
 *
 * @throws Error when the file is missing or is no model of this version
 */
export function loadRelations(
  path = fileURLToPath(new URL('../../../models/relations.bin', import.meta.url)),
): RelationModel {
  let packed: Buffer;
  try {
    packed = readFileSync(path);
  } catch (cause) {
    throw new Error(`no relation model at '${path}'; run npm run train:relations`, { cause });
  }
  return readRelationModel(gunzipSync(packed));
}
