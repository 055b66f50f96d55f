import {
  astralClass,
  classAt,
  DIGIT,
  HIGH_SURROGATE,
  LETTER,
  LOW_SURROGATE,
  MARK,
  NEWLINE,
  SPACE,
} from './characters.js';
import { CLITICS, FUSED, UNITS } from './english-forms.js';
import {
  GAP_LINE,
  GAP_NONE,
  GAP_PARAGRAPH,
  GAP_SPACE,
  push,
  type TokenBuffer,
  tokenBuffer,
} from './token-buffer.js';
import { isApostrophe, wordJoins } from './word-joins.js';

/** Web and mail addresses are sought only in chunks shorter than this: longer ones are no addresses. */
const LONGEST_ADDRESS = 2000;
const LONGEST_CLITIC_HOST = 60;
const ADDRESS = /^(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"”]+|^[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/i;
const EMOTICON = /^(?:[:;=]-?[()DPpO/|]|<3|\^_\^)$/;

/**
 * Cuts a text into UD-style tokens: clitics ("do n't", "China 's"), hyphenated compounds ("US - led"), numbers,
 * addresses, punctuation. One pass, linear in the length of the text.
 */
export function tokenise(text: string): TokenBuffer {
  const tokens = tokenBuffer(text.length);
  const length = text.length;
  let at = 0;
  let gap = GAP_NONE;
  while (at < length) {
    const kind = classAt(text, at);
    if (kind === NEWLINE) {
      gap = gap >= GAP_LINE ? GAP_PARAGRAPH : GAP_LINE;
      at++;
    } else if (kind === SPACE) {
      // A lone carriage return ends a line too (old Macintosh files); "\r\n" is counted at its "\n".
      if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) !== 10) {
        gap = gap >= GAP_LINE ? GAP_PARAGRAPH : GAP_LINE;
      } else if (gap === GAP_NONE) gap = GAP_SPACE;
      at++;
    } else {
      const end = chunkEnd(text, at);
      chunk(text, at, end, gap, tokens);
      at = end;
      gap = GAP_NONE;
    }
  }
  return tokens;
}

function chunkEnd(text: string, start: number): number {
  let end = start + 1;
  for (; end < text.length; end++) {
    const kind = classAt(text, end);
    if (kind === SPACE || kind === NEWLINE) break;
  }
  return end;
}

/** One run of characters without white space. */
function chunk(text: string, start: number, end: number, gap: number, tokens: TokenBuffer): void {
  let at = start;
  let before = gap;
  if (end - start < LONGEST_ADDRESS) {
    if (end - start <= 3 && EMOTICON.test(text.slice(start, end))) {
      push(tokens, start, end, before);
      return;
    }
    const opening = /[(<["“]/.test(text.charAt(start)) ? 1 : 0;
    const length = addressLength(text.slice(start + opening, end));
    if (length > 0) {
      if (opening) push(tokens, start, start + 1, before);
      at = start + opening + length;
      push(tokens, start + opening, at, opening ? GAP_NONE : before);
      before = GAP_NONE;
    }
  }
  while (at < end) {
    const stop = tokenEnd(text, at, end);
    if (isWord(text, at)) word(text, at, stop, before, tokens);
    else push(tokens, at, stop, before);
    before = GAP_NONE;
    at = stop;
  }
}

function addressLength(chunk: string): number {
  if (!chunk.includes('@') && !chunk.includes('/') && !chunk.includes('.')) return 0;
  const found = ADDRESS.exec(chunk);
  return found ? found[0].replace(/[.,;:!?)\]'’]+$/, '').length : 0;
}

const isWord = (text: string, at: number): boolean => {
  const kind = classAt(text, at);
  return kind === LETTER || kind === DIGIT || (kind === HIGH_SURROGATE && astralClass(text, at) === LETTER);
};

function tokenEnd(text: string, start: number, end: number): number {
  const kind = classAt(text, start);
  if (kind === LETTER || kind === DIGIT) return wordEnd(text, start, end);
  if (kind === HIGH_SURROGATE) {
    const astral = astralClass(text, start);
    if (astral === LETTER || astral === DIGIT) return wordEnd(text, start, end);
    return pictographEnd(text, start, end);
  }
  if (isApostrophe(text.charCodeAt(start))) return apostropheEnd(text, start, end);
  return punctuationEnd(text, start, end);
}

function wordEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const kind = classAt(text, at);
    if (kind === LETTER || kind === DIGIT || kind === MARK) at++;
    else if (kind === HIGH_SURROGATE && at + 1 < end && classAt(text, at + 1) === LOW_SURROGATE) {
      const astral = astralClass(text, at);
      if (astral !== LETTER && astral !== DIGIT && astral !== MARK) break;
      at += 2;
    } else {
      const joined = at === start ? 0 : wordJoins(text, start, at, end);
      if (joined === 0) break;
      at += joined;
    }
  }
  return Math.max(at, start + 1);
}

/** An emoji with its modifiers and joined parts, or a lone surrogate. */
function pictographEnd(text: string, start: number, end: number): number {
  let at = start + (classAt(text, start + 1) === LOW_SURROGATE && start + 1 < end ? 2 : 1);
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (classAt(text, at) === MARK) {
      at++;
      if (unit === 0x200d && classAt(text, at) === HIGH_SURROGATE && at + 1 < end) at += 2;
    } else if (classAt(text, at) === HIGH_SURROGATE && astralClass(text, at) === MARK) at += 2;
    else break;
  }
  return Math.min(at, end);
}

/** "'s" or "'90s" on their own; otherwise the mark alone is a quotation mark or a possessive. */
function apostropheEnd(text: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end && at - start < 6 && (classAt(text, at) === LETTER || classAt(text, at) === DIGIT)) at++;
  const rest = text.slice(start + 1, at).toLowerCase();
  if (CLITICS.has(rest) || /^\d\ds?$/.test(rest) || rest === 'em' || rest === 'til') return at;
  return start + 1;
}

/** Runs of one sign are one token where they are usual ("...", "--", "!!") or long; other signs stand alone. */
function punctuationEnd(text: string, start: number, end: number): number {
  const unit = text.charCodeAt(start);
  let at = start + 1;
  const asks = unit === 33 || unit === 63; // "!" and "?" mix
  while (at < end) {
    const next = text.charCodeAt(at);
    if (next !== unit && !(asks && (next === 33 || next === 63))) break;
    at++;
  }
  const run = at - start;
  if (run >= 4 || RUNS.has(unit)) return at;
  if (run >= 2 && (unit === 60 || unit === 62)) return start + 2; // << >>
  at = start + 1;
  while (at < end && classAt(text, at) === MARK) at++;
  return at;
}

const RUNS: ReadonlySet<number> = new Set([...'.-–—!?=*_~#+'].map((sign) => sign.charCodeAt(0)));

/** Pushes a word, split into its syntactic words. */
function word(text: string, start: number, end: number, gap: number, tokens: TokenBuffer): void {
  const cut = end - start <= LONGEST_CLITIC_HOST ? splitPoint(text, start, end) : 0;
  if (cut === 0) push(tokens, start, end, gap);
  else {
    push(tokens, start, start + cut, gap);
    push(tokens, start + cut, end, GAP_NONE);
  }
}

/** How many characters belong to the first of two words; 0 when there is but one. */
function splitPoint(text: string, start: number, end: number): number {
  const length = end - start;
  const last = text.charCodeAt(end - 1) | 32;
  if (classAt(text, start) === DIGIT) {
    if (classAt(text, end - 1) !== LETTER) return 0;
    let at = start;
    while (at < end && classAt(text, at) !== LETTER) at++;
    return UNITS.has(text.slice(at, end).toLowerCase()) ? at - start : 0;
  }
  for (let back = 2; back <= 3 && back < length; back++) {
    if (!isApostrophe(text.charCodeAt(end - back))) continue;
    if (back === 2 && last === 116 && (text.charCodeAt(end - 3) | 32) === 110 && length > 3)
      return length - 3;
    return CLITICS.has(text.slice(end - back + 1, end).toLowerCase()) ? length - back : 0;
  }
  if (length < 4 || length > 8 || (last !== 97 && last !== 101 && last !== 116)) return 0;
  return FUSED.get(text.slice(start, end).toLowerCase()) ?? 0;
}
