import { hashSlice } from './hashing.js';

/** What the training data knows of a lower-case form. */
export interface LexicalEntry {
  /** Hash of the tags that the form takes; 0 where it was seen too seldom to say. */
  readonly ambiguity: number;
  /** The only tag of a frequent form; −1 where there are several. */
  readonly tag: number;
}

/** Columns of a word's row in `Lexicon.columns`. */
export const LOWER = 0;
export const FORM = 1;
export const SUFFIX = 2; // five columns: the last 1 to 5 letters
export const PREFIX = 7; // three columns: the first 1 to 3 letters
export const SHAPE = 10;
export const AMBIGUITY = 11;
export const FLAGS = 12;
/** The parser's word: the form itself where it is known, else a class of unknown words. */
export const WORD = 13;
export const ONLY_TAG = 14;
export const STRIDE = 16;

/** Rows that stand for the places before and after a sentence. */
export const BEFORE = 0;
export const AFTER = 1;
const RESERVED = 2;

const MOST_FORMS = 60_000;
const LONGEST_FORM = 64;

/** Hashed properties of every form met so far, computed once a form. */
export interface Lexicon {
  readonly entries: ReadonlyMap<string, LexicalEntry>;
  readonly rows: Map<string, number>;
  columns: Int32Array;
  count: number;
}

export function lexicon(entries: ReadonlyMap<string, LexicalEntry>): Lexicon {
  const words: Lexicon = {
    entries,
    rows: new Map(),
    columns: new Int32Array(4096 * STRIDE),
    count: RESERVED,
  };
  words.columns.fill(3, BEFORE * STRIDE, BEFORE * STRIDE + STRIDE);
  words.columns.fill(5, AFTER * STRIDE, AFTER * STRIDE + STRIDE);
  return words;
}

/** Forgets old forms when they have become many; called between sentences. Returns true when it did. */
export function prune(words: Lexicon): boolean {
  if (words.count < MOST_FORMS) return false;
  words.rows.clear();
  words.count = RESERVED;
  return true;
}

/** The row of a form. */
export function rowOf(words: Lexicon, form: string): number {
  const known = words.rows.get(form);
  if (known !== undefined) return known;
  const row = words.count++;
  if (words.count * STRIDE > words.columns.length) {
    const longer = new Int32Array(words.columns.length * 2);
    longer.set(words.columns);
    words.columns = longer;
  }
  describe(words, form.length > LONGEST_FORM ? form.slice(0, LONGEST_FORM) : form, row * STRIDE);
  if (form.length <= LONGEST_FORM) words.rows.set(form, row);
  return row;
}

function describe({ entries, columns }: Lexicon, form: string, at: number): void {
  const lower = form.toLowerCase();
  const length = lower.length;
  const entry = entries.get(lower);
  const flags = flagsOf(form, lower);
  columns[at + LOWER] = hashSlice(lower, 0, length, 1);
  columns[at + FORM] = hashSlice(form, 0, form.length, 2);
  for (let k = 1; k <= 5; k++)
    columns[at + SUFFIX + k - 1] = length >= k ? hashSlice(lower, length - k, length, 10 + k) : 0;
  for (let k = 1; k <= 3; k++)
    columns[at + PREFIX + k - 1] = length >= k ? hashSlice(lower, 0, k, 20 + k) : 0;
  const shape = shapeOf(form);
  columns[at + SHAPE] = hashSlice(shape, 0, shape.length, 30);
  columns[at + AMBIGUITY] =
    entry?.ambiguity || hashSlice(lower, Math.max(0, length - 3), length, 40 + (flags & 7));
  columns[at + FLAGS] = flags;
  const unknown = `${flags & 15}${lower.slice(-2)}`;
  columns[at + WORD] = entry ? hashSlice(lower, 0, length, 1) : hashSlice(unknown, 0, unknown.length, 50);
  columns[at + ONLY_TAG] = entry ? entry.tag : -1;
}

function flagsOf(form: string, lower: string): number {
  const first = form.charAt(0);
  const initial = first !== first.toLowerCase() ? 1 : 0;
  const figure = /\d/.test(form) ? 2 : 0;
  const hyphen = form.includes('-') ? 4 : 0;
  const capitals = form.length > 1 && form === form.toUpperCase() && form !== lower ? 8 : 0;
  return initial | figure | hyphen | capitals;
}

/** "Xx-d" for "Covid-19": kinds of characters, runs folded. */
function shapeOf(form: string): string {
  let shape = '';
  let last = '';
  for (const character of form) {
    const kind = kindOf(character);
    if (kind !== last) shape += kind;
    last = kind;
  }
  return shape;
}

function kindOf(character: string): string {
  if (character >= 'a' && character <= 'z') return 'x';
  if (character >= 'A' && character <= 'Z') return 'X';
  if (character >= '0' && character <= '9') return 'd';
  if (/\p{Lu}/u.test(character)) return 'X';
  if (/\p{L}/u.test(character)) return 'x';
  return character;
}
