import { sentenceEnds } from './boundaries.js';
import { ABBREVIATION, shapeOf, TITLE_STOP } from './boundary-shapes.js';
import { formAt } from './forms.js';
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
  const ends = sentenceEnds(text, tokens);
  const sentences: Sentence[] = [];
  let first = 0;
  for (let index = 0; index < tokens.count; index++) {
    const long = index - first + 1 >= LONGEST_SENTENCE;
    if (ends[index] === 1) {
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
  const stop = end - first < LONGEST_SENTENCE ? finalStop(text, tokens, end - 1) : 0;
  const length = end - first + stop;
  const starts = new Int32Array(length);
  const ends = new Int32Array(length);
  starts.set(tokens.starts.subarray(first, end));
  ends.set(tokens.ends.subarray(first, end));
  if (stop === 1) {
    const last = ends[length - 2] as number;
    starts[length - 1] = last - 1;
    ends[length - 1] = last;
    ends[length - 2] = last - 1;
  }
  const forms: string[] = new Array(length);
  for (let i = 0; i < length; i++) forms[i] = formAt(text, starts[i] as number, ends[i] as number);
  return { start: starts[0] ?? 0, end: ends[length - 1] ?? 0, length, forms, starts, ends };
}

/** 1 where the token, the last of a sentence, is an abbreviation whose period also ends it ("etc", "."). */
function finalStop(text: string, tokens: TokenBuffer, token: number): number {
  const start = tokens.starts[token] as number;
  const end = tokens.ends[token] as number;
  if (text.charCodeAt(end - 1) !== 46 || end - start < 2) return 0;
  const shape = shapeOf(text, start, end);
  return shape === ABBREVIATION || shape === TITLE_STOP ? 1 : 0;
}
