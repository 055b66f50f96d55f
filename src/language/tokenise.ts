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
import { CLITICS } from './english-forms.js';
import { splitFused, splitPoint } from './segment-splits.js';
import {
  GAP_LINE,
  GAP_NONE,
  GAP_PARAGRAPH,
  GAP_SPACE,
  push,
  pushLine,
  type TokenBuffer,
  tokenBuffer,
} from './token-buffer.js';
import { fileEnding, isApostrophe, wordJoins } from './word-joins.js';

/** Web and mail addresses are sought only in chunks shorter than this: longer ones are no addresses. */
const LONGEST_ADDRESS = 2000;
const ADDRESS =
  /^(?:https?:\/\/|ftp:\/\/|www\.|doi:10\.)[^\s<>"”]+|^(?:mailto:)?[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/i;
const EMOTICON = /^(?:[:;=]-?[()DPpO/|]|<3|\^_\^)$/;
/** At the end of other characters only faces with a nose: ":)" may close a bracket there. */
const EMOTICON_AFTER = /^[:;=]-[()DP]$/;

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
      pushLine(tokens, at);
    } else if (kind === SPACE) {
      // A lone carriage return ends a line too (old Macintosh files); "\r\n" is counted at its "\n".
      if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) !== 10) {
        gap = gap >= GAP_LINE ? GAP_PARAGRAPH : GAP_LINE;
      } else if (gap === GAP_NONE) gap = GAP_SPACE;
      at++;
    } else {
      at = (kind === LETTER && plainWord(text, at, gap, tokens)) || chunk(text, at, gap, tokens);
      gap = GAP_NONE;
    }
  }
  pushLine(tokens, length + 1);
  tokens.lineCount--;
  return tokens;
}

/** Most chunks are a word, or a word and a comma: they need no closer look. Returns their end, else 0. */
function plainWord(text: string, start: number, gap: number, tokens: TokenBuffer): number {
  let end = start + 1;
  while (classAt(text, end) === LETTER) end++;
  let after = classAt(text, end);
  const unit = text.charCodeAt(end);
  const comma = unit === 44 || unit === 59;
  if (comma) after = classAt(text, end + 1);
  if (after !== SPACE && after !== NEWLINE) return 0;
  const cut = splitFused(text, start, end);
  if (cut > 0) {
    push(tokens, start, start + cut, gap);
    push(tokens, start + cut, end, GAP_NONE);
  } else push(tokens, start, end, gap);
  if (!comma) return end;
  push(tokens, end, end + 1, GAP_NONE);
  return end + 1;
}

/** One run of characters without white space; returns its end. */
function chunk(text: string, start: number, gap: number, tokens: TokenBuffer): number {
  const end = chunkEnd(text, start);
  let at = start;
  let before = gap;
  const addressed = end - start < LONGEST_ADDRESS && mayHoldAddress(text, start, end);
  if (end - start <= 3 && EMOTICON.test(text.slice(start, end))) at = end;
  else if (!addressed) at = markedEnd(text, start, end);
  if (at > start) {
    push(tokens, start, at, before);
    before = GAP_NONE;
  }
  let fresh = true; // an address may begin here
  while (at < end) {
    const address = addressed && fresh ? addressLength(text.slice(at, end)) : 0;
    const stop = address > 0 ? at + address : tokenEnd(text, at, end);
    if (address === 0 && isWord(text, at)) word(text, at, stop, before, tokens);
    else push(tokens, at, stop, before);
    fresh = OPENING.has(text.charCodeAt(at));
    before = GAP_NONE;
    at = stop;
  }
  return end;
}

const OPENING: ReadonlySet<number> = new Set([...'(<["“\'‘:=,;'].map((sign) => sign.charCodeAt(0)));

function chunkEnd(text: string, start: number): number {
  let end = start + 1;
  for (; end < text.length; end++) {
    const kind = classAt(text, end);
    if (kind === SPACE || kind === NEWLINE) break;
  }
  return end;
}

function mayHoldAddress(text: string, start: number, end: number): boolean {
  for (let at = start + 1; at < end - 1; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 64 || (unit === 47 && text.charCodeAt(at - 1) === 47)) return true;
    if (unit === 46 && (text.charCodeAt(at - 1) | 32) === 119) return true; // "www."
    if (unit === 58 && (text.charCodeAt(at - 1) | 32) === 105) return true; // "doi:"
  }
  return false;
}

function addressLength(chunk: string): number {
  const found = ADDRESS.exec(chunk);
  return found ? found[0].replace(/[.,;:!?)\]'’]+$/, '').length : 0;
}

/** ".265", ".doc", "+44", "#peace", "@user" at the head of a chunk: the end of such a token, else its start. */
function markedEnd(text: string, start: number, end: number): number {
  const unit = text.charCodeAt(start);
  const next = start + 1 < end ? classAt(text, start + 1) : 0;
  const digits = unit === 46 || unit === 43;
  const letters = unit === 35 || unit === 64;
  if (unit === 46 && next === LETTER) return start + fileEnding(text, start, end);
  if (!(digits && next === DIGIT) && !(letters && next === LETTER)) return start;
  let at = start + 2;
  while (at < end && marks(text, at, unit === 64)) at++;
  return at;
}

function marks(text: string, at: number, host: boolean): boolean {
  const kind = classAt(text, at);
  if (kind === LETTER || kind === DIGIT || text.charCodeAt(at) === 95) return true;
  return host && text.charCodeAt(at) === 46 && classAt(text, at + 1) === LETTER;
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
  if (text.startsWith('‘’', start)) return start + 2;
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

/** "'s" or "'90s" on their own, two as a quotation mark; otherwise the mark alone is a quotation mark or a possessive. */
function apostropheEnd(text: string, start: number, end: number): number {
  let at = start + 1;
  if (at < end && isApostrophe(text.charCodeAt(at)) && !isApostrophe(text.charCodeAt(at + 1))) return at + 1;
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
  if (start + 3 <= end && EMOTICON_AFTER.test(text.slice(start, start + 3))) return start + 3;
  at = start + 1;
  while (at < end && classAt(text, at) === MARK) at++;
  return at;
}

const RUNS: ReadonlySet<number> = new Set([...'.-–—!?=*_~#+$'].map((sign) => sign.charCodeAt(0)));

/** Pushes a word, split into its syntactic words. */
function word(text: string, start: number, end: number, gap: number, tokens: TokenBuffer): void {
  const cut = splitPoint(text, start, end);
  if (cut === 0) push(tokens, start, end, gap);
  else {
    push(tokens, start, start + cut, gap);
    push(tokens, start + cut, end, GAP_NONE);
  }
}
