import type { FeatureRows } from './feature-table.js';
import { spread, unspread } from './hashing.js';
import type { LemmaRules } from './lemmatiser.js';
import type { LexicalEntry } from './lexicon.js';

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
  readonly entries: ReadonlyMap<string, LexicalEntry>;
  readonly lemmas: LemmaRules;
  readonly tagger: FeatureRows;
  readonly parser: FeatureRows;
}

const MAGIC = 'entente-language 1\n';

/**
 * Writes a model as bytes: a line of magic, the length of a JSON header, the header with the place of each section, then
 * the sections. Compression is left to the caller.
 */
export function writeModel(model: Model): Uint8Array {
  const sections = new Map<string, Uint8Array>([
    [
      'lexicon',
      utf8(
        [...model.entries].map(([form, { ambiguity, tag }]) => `${form}\t${ambiguity}\t${tag}`).join('\n'),
      ),
    ],
    ['exceptions', utf8(pairs(model.lemmas.exceptions))],
    ['endings', utf8(pairs(model.lemmas.endings))],
  ]);
  for (const [name, rows] of [
    ['tagger', model.tagger],
    ['parser', model.parser],
  ] as const) {
    sections.set(`${name}.keys`, deltas(rows.keys));
    sections.set(`${name}.counts`, rows.counts);
    sections.set(`${name}.outcomes`, rows.outcomes);
    sections.set(`${name}.weights`, varints(rows.weights));
  }
  let offset = 0;
  const places = [...sections].map(([name, bytes]) => {
    const place = { name, offset, length: bytes.length };
    offset += bytes.length;
    return place;
  });
  const header = utf8(JSON.stringify({ card: model.card, tags: model.tags, labels: model.labels, places }));
  const magic = utf8(MAGIC);
  const bytes = new Uint8Array(magic.length + 4 + header.length + offset);
  bytes.set(magic);
  new DataView(bytes.buffer).setUint32(magic.length, header.length, true);
  bytes.set(header, magic.length + 4);
  let at = magic.length + 4 + header.length;
  for (const section of sections.values()) {
    bytes.set(section, at);
    at += section.length;
  }
  return bytes;
}

interface Header extends Pick<Model, 'card' | 'tags' | 'labels'> {
  readonly places: readonly { readonly name: string; readonly offset: number; readonly length: number }[];
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
  const section = (name: string): Uint8Array => {
    const place = header.places.find((one) => one.name === name);
    if (!place) throw new Error(`the language model lacks its part '${name}'; run npm run train`);
    return bytes.subarray(base + place.offset, base + place.offset + place.length);
  };
  const rows = (name: string): FeatureRows => {
    const counts = section(`${name}.counts`);
    const outcomes = section(`${name}.outcomes`);
    const keys = undeltas(section(`${name}.keys`), counts.length);
    return { keys, counts, outcomes, weights: unvarints(section(`${name}.weights`), outcomes.length) };
  };
  const entries = new Map(
    lines(section('lexicon')).map(([form = '', ambiguity, tag]) => [
      form,
      { ambiguity: Number(ambiguity), tag: Number(tag) },
    ]),
  );
  return {
    card: header.card,
    tags: header.tags,
    labels: header.labels,
    entries,
    lemmas: {
      exceptions: unpairs(section('exceptions')),
      endings: unpairs(section('endings')),
      known: entries,
    },
    tagger: rows('tagger'),
    parser: rows('parser'),
  };
}

const utf8 = (written: string): Uint8Array => new TextEncoder().encode(written);
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const lines = (bytes: Uint8Array): string[][] =>
  text(bytes)
    .split('\n')
    .map((line) => line.split('\t'));

/** Keys are "first TAB second"; the value follows after another tab. */
const pairs = (map: ReadonlyMap<string, string>): string =>
  [...map].map(([key, value]) => `${key}\t${value}`).join('\n');
const unpairs = (bytes: Uint8Array): Map<string, string> =>
  new Map(lines(bytes).map(([first, second, value = '']) => [`${first}\t${second}`, value]));

/** Keys in ascending order of their spread, as the differences between them, seven bits a byte. */
function deltas(keys: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(keys.length * 5);
  let at = 0;
  let last = 0;
  for (const key of keys) {
    const place = spread(key);
    let rest = place - last;
    last = place;
    while (rest >= 128) {
      bytes[at++] = (rest & 127) | 128;
      rest = Math.floor(rest / 128);
    }
    bytes[at++] = rest;
  }
  return bytes.slice(0, at);
}

function undeltas(bytes: Uint8Array, count: number): Uint32Array {
  const keys = new Uint32Array(count);
  let at = 0;
  let last = 0;
  for (let i = 0; i < count; i++) {
    let shift = 1;
    let byte = bytes[at++] ?? 0;
    let delta = byte & 127;
    while (byte >= 128) {
      shift *= 128;
      byte = bytes[at++] ?? 0;
      delta += (byte & 127) * shift;
    }
    last += delta;
    keys[i] = unspread(last);
  }
  return keys;
}

/** Signed numbers, zigzag, one byte where they are small. */
function varints(numbers: Int16Array | Int8Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 3);
  let at = 0;
  for (const number of numbers) {
    let rest = number < 0 ? -2 * number - 1 : 2 * number;
    while (rest >= 128) {
      bytes[at++] = (rest & 127) | 128;
      rest >>= 7;
    }
    bytes[at++] = rest;
  }
  return bytes.slice(0, at);
}

function unvarints(bytes: Uint8Array, count: number): Int16Array {
  const numbers = new Int16Array(count);
  let at = 0;
  for (let i = 0; i < count; i++) {
    let byte = bytes[at++] ?? 0;
    let value = byte & 127;
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = bytes[at++] ?? 0;
      value |= (byte & 127) << shift;
    }
    numbers[i] = value & 1 ? -((value + 1) >> 1) : value >> 1;
  }
  return numbers;
}
