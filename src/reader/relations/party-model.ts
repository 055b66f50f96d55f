import type { WordVectors } from '../../language/index.js';
import type { WordGraph } from './graph.js';
import { readNetworks, writeNetworks } from './network-file.js';
import { PARTY_PARTS, type PartyInput, type PartyShape, partyPass } from './party-network.js';

/** Networks that point together, and the names of what they see. */
export interface PartyModel {
  readonly shape: PartyShape;
  readonly features: readonly string[];
  readonly networks: readonly Float64Array[];
}

/** Shares of the words, nobody last, as heads of the source's and the recipient's phrase: means of the networks'. */
export interface Pointers {
  readonly source: Float64Array;
  readonly recipient: Float64Array;
}

const MAGIC = 'entente-parties 1\n';

export function pointersOf(model: PartyModel, vectors: WordVectors, graph: WordGraph): Pointers {
  const input = partyInput(model.features, graph);
  const passes = model.networks.map((weights) =>
    partyPass(model.shape, weights, input, (row, to) => vectors.fill(row, to, 0)),
  );
  const mean = (side: keyof Pointers): Float64Array => {
    const sums = new Float64Array(input.length);
    for (const pass of passes)
      for (let i = 0; i < input.length; i++) sums[i] = (sums[i] as number) + (pass[side][i] as number);
    return sums.map((sum) => sum / passes.length);
  };
  return { source: mean('source'), recipient: mean('recipient') };
}

const indexes = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/**
 * A word graph in numbers; features that are not known are left out. Nobody is a word of its own at the end, below the first root,
 * which has the features of the text as a whole.
 */
export function partyInput(names: readonly string[], graph: WordGraph): PartyInput {
  const index = indexes.get(names) ?? new Map(names.map((name, k) => [name, k]));
  indexes.set(names, index);
  const numbers = (own: readonly string[]): number[] =>
    [...new Set(own)].flatMap((name) => index.get(name) ?? []);
  return {
    length: graph.forms.length + 1,
    features: [...graph.features, [NOBODY, ...graph.whole]].map(numbers),
    vectors: Int32Array.of(...graph.vectors, -1),
    heads: Int32Array.of(...graph.heads, graph.heads.indexOf(-1)),
  };
}

export const NOBODY = 'nobody';

/** Writes a model as bytes, see `writeNetworks`. */
export function writePartyModel({ networks, ...header }: PartyModel): Uint8Array {
  return writeNetworks(MAGIC, PARTY_PARTS, header, networks);
}

/** @throws Error when the bytes are no party model of this version */
export function readPartyModel(bytes: Uint8Array): PartyModel {
  const read = readNetworks<Omit<PartyModel, 'networks'>>(MAGIC, PARTY_PARTS, bytes);
  if (!read) throw new Error('these bytes are no party model of this version; run npm run train:parties');
  const { shape, features } = read.header;
  return { shape, features, networks: read.networks };
}
