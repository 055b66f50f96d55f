import { hashIndex } from './hash-index.js';
import type { LemmaRules } from './lemmatiser.js';
import type { Matrix, NetworkShape, NetworkWeights } from './network-weights.js';
import { type Speller, speller } from './spelling.js';
import { formHash } from './word-rows.js';

/** What the model was made from and how well it does; printed in the model card. */
export interface ModelCard {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly treebanks: readonly string[];
  readonly figures: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** All parts of a language model. */
export interface Model {
  readonly card: ModelCard;
  /** Joint tags, `UPOS|XPOS`. */
  readonly tags: readonly string[];
  /** UD relations with subtypes. */
  readonly labels: readonly string[];
  readonly lemmas: LemmaRules;
  readonly network: NetworkWeights;
}

const MAGIC = 'entente-language 2\n';

interface Header extends Pick<Model, 'card' | 'tags' | 'labels'> {
  readonly shape: NetworkShape;
  readonly featureScale: number;
  readonly matrices: readonly { readonly name: string; readonly rows: number; readonly columns: number }[];
  readonly places: readonly { readonly name: string; readonly offset: number; readonly length: number }[];
}

/**
 * Writes a model as bytes: a line of magic, the length of a JSON header, the header with the place of each section, then
 * the sections, numbers little-endian. Compression is left to the caller.
 */
export function writeModel(model: Model): Uint8Array {
  const { network, lemmas } = model;
  const sections = new Map<string, Uint8Array>([
    ['exceptions', utf8(pairs(lemmas.exceptions))],
    ['endings', utf8(pairs(lemmas.endings))],
    ['forms', raw(network.forms)],
    ['features', raw(network.features)],
    ['vectorForms', raw(network.vectorForms)],
    ['vectors', raw(network.vectors)],
    ['vectorScale', raw(network.vectorScale)],
    ['distances', raw(network.distances)],
  ]);
  for (const [number, values] of network.recurrences.entries())
    sections.set(`recurrence${number}`, raw(values));
  const matrices = Object.entries(network.matrices).map(([name, { rows, columns, ...parts }]) => {
    sections.set(`${name}.values`, raw(parts.values));
    sections.set(`${name}.scale`, raw(parts.scale));
    sections.set(`${name}.bias`, raw(parts.bias));
    return { name, rows, columns };
  });
  let offset = 0;
  const places = [...sections].map(([name, bytes]) => {
    const place = { name, offset, length: bytes.length };
    offset += bytes.length;
    return place;
  });
  const { card, tags, labels } = model;
  const { shape, featureScale } = network;
  const header: Header = { card, tags, labels, shape, featureScale, matrices, places };
  const head = utf8(JSON.stringify(header));
  const magic = utf8(MAGIC);
  const bytes = new Uint8Array(magic.length + 4 + head.length + offset);
  bytes.set(magic);
  new DataView(bytes.buffer).setUint32(magic.length, head.length, true);
  bytes.set(head, magic.length + 4);
  let at = magic.length + 4 + head.length;
  for (const section of sections.values()) {
    bytes.set(section, at);
    at += section.length;
  }
  return bytes;
}

/**
 * Reads what `writeModel` wrote.
 *
 * @throws Error when the bytes are no model or one of another version
 */
export function readModel(bytes: Uint8Array): Model {
  const magic = text(bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC) {
    throw new Error(
      `not a language model of this version: it begins with '${magic.trim().slice(0, 20)}'; run npm run train`,
    );
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  const base = MAGIC.length + 4 + length;
  // Our own writer made this header; the magic line vouches for its shape.
  const header = JSON.parse(text(bytes.subarray(MAGIC.length + 4, base))) as Header;
  const places = new Map(header.places.map((place) => [place.name, place]));
  /** A copy, so that numbers of four bytes are aligned. */
  const section = (name: string): Uint8Array<ArrayBuffer> => {
    const place = places.get(name);
    const from = base + (place?.offset ?? 0);
    if (!place || from + place.length > bytes.length) {
      throw new Error(`the language model lacks its part '${name}'; run npm run train`);
    }
    return new Uint8Array(bytes.subarray(from, from + place.length));
  };
  const floats = (name: string): Float32Array => new Float32Array(section(name).buffer);
  const bytesOf = (name: string): Int8Array => new Int8Array(section(name).buffer);
  const matrix = ({ name, rows, columns }: Header['matrices'][number]): [string, Matrix] => [
    name,
    {
      rows,
      columns,
      values: bytesOf(`${name}.values`),
      scale: floats(`${name}.scale`),
      bias: floats(`${name}.bias`),
    },
  ];
  const { card, tags, labels, shape, featureScale } = header;
  const network: NetworkWeights = {
    shape,
    forms: new Uint32Array(section('forms').buffer),
    features: bytesOf('features'),
    featureScale,
    vectorForms: new Uint32Array(section('vectorForms').buffer),
    vectors: bytesOf('vectors'),
    vectorScale: floats('vectorScale'),
    matrices: Object.fromEntries(header.matrices.map(matrix)),
    recurrences: Array.from({ length: 2 * shape.layers }, (_, number) => floats(`recurrence${number}`)),
    distances: floats('distances'),
  };
  return {
    card,
    tags,
    labels,
    network,
    lemmas: {
      exceptions: unpairs(section('exceptions')),
      endings: unpairs(section('endings')),
      known: knownForms(network),
      spelt: spellerOf(network),
    },
  };
}

/** Lower-case forms that exist, for the lemmatiser: those of the treebanks. */
export function knownForms({ forms }: Pick<NetworkWeights, 'forms'>): { has(form: string): boolean } {
  const index = hashIndex(forms);
  return { has: (form) => index.find(formHash(form)) >= 0 };
}

/** Finds what misspelt forms are meant to be. */
export const spellerOf = ({ forms, vectorForms }: Pick<NetworkWeights, 'forms' | 'vectorForms'>): Speller =>
  speller(hashIndex(forms), hashIndex(vectorForms));

const utf8 = (written: string): Uint8Array => new TextEncoder().encode(written);
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const raw = (numbers: Int8Array | Uint32Array | Float32Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** Keys are "first TAB second"; the value follows after another tab. */
const pairs = (map: ReadonlyMap<string, string>): string =>
  [...map].map(([key, value]) => `${key}\t${value}`).join('\n');

function unpairs(bytes: Uint8Array): Map<string, string> {
  const map = new Map<string, string>();
  for (const line of text(bytes).split('\n')) {
    const tab = line.lastIndexOf('\t');
    if (tab > 0) map.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return map;
}
