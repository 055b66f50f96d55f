import type { ParsedSentence, Upos } from './types.js';

/**
 * A text that was tagged and parsed, as columns over all of its words: numbers only, so that a long text takes little room
 * and can be handed to a worker. Iterating it, or `sentence(i)`, gives the same as sentences with strings, made when asked
 * for.
 */
export interface ParsedText extends Iterable<ParsedSentence> {
  readonly text: string;
  /** Number of words. */
  readonly length: number;
  /** Number of the first word of each sentence; at the end, `length`. */
  readonly sentenceStarts: Int32Array;
  /** UTF-16 offsets of the words into `text`, end exclusive. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Numbers into `tagNames`. */
  readonly tags: Uint8Array;
  /** Number of the head, counted through the text; −1 for the root of a sentence. */
  readonly heads: Int32Array;
  /** Numbers into `relationNames`. */
  readonly relations: Uint8Array;
  /** Universal and Penn tag of each number. */
  readonly tagNames: readonly { readonly upos: Upos; readonly xpos: string }[];
  readonly relationNames: readonly string[];
  /** @throws RangeError where there is no such sentence */
  readonly sentence: (index: number) => ParsedSentence;
}

type Columns = Omit<ParsedText, 'sentence' | typeof Symbol.iterator>;

/** Adds the views of sentences to columns. */
export function parsedText(
  columns: Columns,
  lemma: (forms: readonly string[], i: number, tag: number) => string,
): ParsedText {
  const { text, starts, ends, tags, heads, relations, sentenceStarts, tagNames, relationNames } = columns;
  const sentence = (index: number): ParsedSentence => {
    const first = sentenceStarts[index];
    const next = sentenceStarts[index + 1];
    if (first === undefined || next === undefined)
      throw new RangeError(`no sentence ${index}; the text has ${sentenceStarts.length - 1}`);
    const length = next - first;
    const forms: string[] = new Array(length);
    const upos: Upos[] = new Array(length);
    const xpos: string[] = new Array(length);
    const lemmas: string[] = new Array(length);
    const deprels: string[] = new Array(length);
    const own = heads.slice(first, next);
    for (let i = 0; i < length; i++) forms[i] = text.slice(starts[first + i], ends[first + i]);
    for (let i = 0; i < length; i++) {
      const word = first + i;
      const tag = tags[word] as number;
      const name = tagNames[tag] as (typeof tagNames)[number];
      upos[i] = name.upos;
      xpos[i] = name.xpos;
      lemmas[i] = lemma(forms, i, tag);
      deprels[i] = relationNames[relations[word] as number] as string;
      if ((own[i] as number) >= 0) own[i] = (own[i] as number) - first;
    }
    return {
      start: starts[first] as number,
      end: ends[next - 1] as number,
      length,
      forms,
      starts: starts.slice(first, next),
      ends: ends.slice(first, next),
      upos,
      xpos,
      lemmas,
      heads: own,
      deprels,
    };
  };
  return {
    ...columns,
    sentence,
    *[Symbol.iterator]() {
      for (let index = 0; index + 1 < sentenceStarts.length; index++) yield sentence(index);
    },
  };
}
