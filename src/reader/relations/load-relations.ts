import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { type PartyModel, readPartyModel } from './party-model.js';
import { type RelationModel, readRelationModel } from './relation-model.js';

/**
 * The relation model that comes with the package.
 *
 * @throws Error when the file is missing or is no model of this version
 */
export function loadRelations(path = modelPath('relations')): RelationModel {
  return readRelationModel(unpacked(path, 'relations'));
}

/** The networks that point to the parties of a text's main act, from the package. Throws as `loadRelations` does. */
export function loadParties(path = modelPath('parties')): PartyModel {
  return readPartyModel(unpacked(path, 'parties'));
}

function modelPath(name: string): string {
  return fileURLToPath(new URL(`../../../models/${name}.bin`, import.meta.url));
}

function unpacked(path: string, name: string): Uint8Array {
  try {
    return gunzipSync(readFileSync(path));
  } catch (cause) {
    throw new Error(`no model of ${name} at '${path}'; run npm run train:${name}`, { cause });
  }
}
