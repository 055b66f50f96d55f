import type { Sentence } from '../language/index.js';
import type { Atom } from './atoms.js';
import { type Lexicon, type TokenAtoms, type TrieNode, tokenAtoms } from './lexicon.js';
import type { Sense } from './senses.js';

/** A stretch of a sentence that the lexicon knows, with what it may mean. */
export interface Hit {
  /** Token indices, end exclusive. */
  readonly first: number;
  readonly last: number;
  /** UTF-16 offsets into the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly senses: readonly Sense[];
}

/**
 * The longest known forms of a sentence, left to right, none overlapping.
 * Aho and Corasick's leftmost-longest reading, by a plain trie since names are short.
 *
 * @param tokens the atoms of its tokens, where they are known
 */
export function scan(sentence: Sentence, lexicon: Lexicon, tokens?: readonly TokenAtoms[]): Hit[] {
  const text = { sentence, lexicon, tokens };
  const hits: Hit[] = [];
  const { first } = lexicon;
  let shouted: boolean | undefined;
  count = 0;
  next = 0;
  for (let i = 0; i < count || goOn(text); ) {
    const node = first[at(ids, i)];
    let found: ReturnType<typeof longestFrom>;
    if (node !== undefined && isWordStart(i)) {
      shouted ??= isShouted(text);
      found = longestFrom(text, i, node, shouted);
    }
    if (found === undefined) {
      i++;
      continue;
    }
    hits.push({
      first: at(tokenOf, i),
      last: at(tokenOf, found.end - 1) + 1,
      start: startAt(sentence, i),
      end: endAt(sentence, found.end - 1),
      senses: found.senses,
    });
    i = found.end;
  }
  return hits;
}

/** A sentence that is being scanned. */
interface Text {
  readonly sentence: Sentence;
  readonly lexicon: Lexicon;
  readonly tokens: readonly TokenAtoms[] | undefined;
}

// One sentence at a time is flattened into these, so that scanning allocates nothing per token; and only as far as forms reach.
let size = 256;
let ids = new Int32Array(size);
let tokenOf = new Int32Array(size);
const atomOf: Atom[] = [];
let count = 0;
/** The first token that is not flattened yet. */
let next = 0;

function tokenAt({ sentence, lexicon, tokens }: Text, t: number): TokenAtoms {
  return tokens?.[t] ?? tokenAtoms(lexicon, sentence.forms[t] ?? '');
}

/** Goes on at the next token with which a form may begin, passing over the others; false where there is none. */
function goOn(text: Text): boolean {
  for (; next < text.sentence.length; next++) {
    const token = tokenAt(text, next);
    if (!token.begins) continue;
    flatten(token);
    return true;
  }
  return false;
}

/** Whether there is an atom `i`, flattening the tokens up to it. */
function reaches(text: Text, i: number): boolean {
  while (i >= count && next < text.sentence.length) flatten(tokenAt(text, next));
  return i < count;
}

function flatten(token: TokenAtoms): void {
  if (count + token.ids.length > size) grow(count + token.ids.length);
  for (let k = 0; k < token.ids.length; k++) {
    ids[count] = token.ids[k] as number;
    tokenOf[count] = next;
    atomOf[count] = token.atoms[k] as Atom;
    count++;
  }
  next++;
}

function longestFrom(
  text: Text,
  from: number,
  top: TrieNode,
  shouted: boolean,
): { end: number; senses: readonly Sense[] } | undefined {
  let node = top;
  let end = 0;
  let senses: readonly Sense[] = [];
  for (let i = from; ; ) {
    if (node.senses.length > 0) {
      const fitting = fittingSenses(node.senses, from, shouted);
      if (fitting.length > 0) {
        senses = fitting;
        end = i + 1;
      }
    }
    if (node.next.size === 0 || !reaches(text, ++i)) break;
    const below = node.next.get(at(ids, i));
    if (below === undefined) break;
    node = below;
  }
  return end === 0 ? undefined : { end, senses };
}

function fittingSenses(senses: readonly Sense[], from: number, shouted: boolean): readonly Sense[] {
  for (const sense of senses)
    if (!fits(sense.shape, from, shouted)) return senses.filter((other) => fits(other.shape, from, shouted));
  return senses;
}

function fits(shape: string, from: number, shouted: boolean): boolean {
  for (let k = 0; k < shape.length; k++) {
    const capitals = shape.charAt(k);
    const written = caseAt(from + k);
    if (capitals === 'C' && written === 0) return false;
    // "XI" is a number, "Xi" a name.
    if (capitals === 'C' && written === 2 && !shouted && lengthAt(from + k) < 4) return false;
    if ((capitals === 'A' || capitals === 'W') && written !== 2) return false;
    if (capitals === 'W' && shouted) return false;
    if (capitals === 'M' && written < 2) return false;
  }
  return true;
}

/** A headline in capitals, where "US" and "us" look alike. */
function isShouted(text: Text): boolean {
  let words = 0;
  for (let t = 0; t < text.sentence.length; t++)
    for (const { letterCase, start, end } of tokenAt(text, t).atoms) {
      if (letterCase === 2) words++;
      else if (end - start > 1) return false;
    }
  return words > 3;
}

/** A name may begin a token, or follow a hyphen, slash or dash inside one; not "'s" and the like. */
function isWordStart(i: number): boolean {
  return i === 0 || at(tokenOf, i) !== at(tokenOf, i - 1) || lengthAt(i) > 1;
}

function grow(least: number): void {
  size = Math.max(size * 2, least);
  const copy = (from: Int32Array): Int32Array<ArrayBuffer> => {
    const to = new Int32Array(size);
    to.set(from);
    return to;
  };
  ids = copy(ids);
  tokenOf = copy(tokenOf);
}

function at(array: Int32Array, i: number): number {
  return array[i] ?? 0;
}

function caseAt(i: number): number {
  return atomOf[i]?.letterCase ?? 0;
}

function lengthAt(i: number): number {
  const atom = atomOf[i];
  return atom === undefined ? 0 : atom.end - atom.start;
}

function startAt({ starts }: Sentence, i: number): number {
  return (starts[at(tokenOf, i)] ?? 0) + (atomOf[i]?.start ?? 0);
}

function endAt({ starts }: Sentence, i: number): number {
  return (starts[at(tokenOf, i)] ?? 0) + (atomOf[i]?.end ?? 0);
}
