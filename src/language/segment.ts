import { endsSentence } from './boundaries.js';
import { findLines } from './lines.js';
import { GAP_LINE, type TokenBuffer } from './token-buffer.js';
import { tokenise } from './tokenise.js';
import type { Sentence } from './types.js';

/** Longer sentences are cut, so that whoever reads them stays bounded. */
export const LONGEST_SENTENCE = 400;

/**
 * Sentences and words of an English text, cut as Universal Dependencies does. Never throws, and takes time linear in
 * the length of the text, whatever the text is.
 *
 * @returns sentences with UTF-16 offsets into `text`; `text.slice(starts[i], ends[i]) === forms[i]`
 * @example
 * segment("China's envoy didn't sign. Talks go on.").map((s) => s.forms.join(' '))
 * // ["China 's envoy did n't sign .", 'Talks go on .']
 */
export function segment(text: string): Sentence[] {
  const tokens = tokenise(text);
  const lines = findLines(text);
  const sentences: Sentence[] = [];
  let first = 0;
  for (let index = 0; index < tokens.count; index++) {
    const long = index - first + 1 >= LONGEST_SENTENCE;
    if (index + 1 === tokens.count || endsSentence(text, tokens, lines, index)) {
      sentences.push(sentence(text, tokens, first, index + 1));
      first = index + 1;
    } else if (long) {
      const cut = restingPlace(text, tokens, first, index);
      sentences.push(sentence(text, tokens, first, cut));
      first = cut;
    }
  }
  return sentences;
}

/** Where to cut an overlong sentence: after a line or a semicolon in its second half, else at its full length. */
function restingPlace(text: string, tokens: TokenBuffer, first: number, last: number): number {
  for (let index = last; index > first + LONGEST_SENTENCE / 2; index--) {
    if ((tokens.gaps[index] ?? 0) >= GAP_LINE) return index;
    if (text.charCodeAt(tokens.starts[index - 1] ?? 0) === 59) return index;
  }
  return last + 1;
}

function sentence(text: string, tokens: TokenBuffer, first: number, end: number): Sentence {
  const starts = tokens.starts.slice(first, end);
  const ends = tokens.ends.slice(first, end);
  const length = end - first;
  const forms: string[] = new Array(length);
  for (let i = 0; i < length; i++) forms[i] = text.slice(starts[i], ends[i]);
  return { start: starts[0] ?? 0, end: ends[length - 1] ?? 0, length, forms, starts, ends };
}
