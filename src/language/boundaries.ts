import { classAt, DIGIT, isLowerAt, isUpperAt, LETTER } from './characters.js';
import { ABBREVIATIONS, STARTERS } from './english-forms.js';
import { isWrapped, type Lines, lineOf } from './lines.js';
import { GAP_LINE, GAP_NONE, GAP_PARAGRAPH, type TokenBuffer } from './token-buffer.js';

const CLOSING = /^["”’'»)\]]+$/;
const OPENING = /^["“‘'«([]+$/;
const FINAL = /^(?:[.!?]+|…|[。！？])$/;
const BULLET = /^(?:[-–—•·*▪◦‣○●■□►]|--)$/;

/**
 * True where a sentence ends after token `index` (and its successor begins the next one).
 *
 * @param index a token that has a successor
 */
export function endsSentence(text: string, tokens: TokenBuffer, lines: Lines, index: number): boolean {
  const gap = tokens.gaps[index + 1] ?? GAP_NONE;
  if (gap === GAP_PARAGRAPH) return true;
  const finished = isFinished(text, tokens, index);
  if (gap === GAP_LINE) return endsLine(text, tokens, lines, index, finished);
  if (finished === NO || isReference(text, tokens, index + 1) || !beginsAnew(text, tokens, index, gap))
    return false;
  return finished === YES || startsWithStarter(text, tokens, index + 1);
}

const NO = 0;
/** After an abbreviation: only before a word that usually begins a sentence. */
const MAYBE = 1;
const YES = 2;

/** Whether final punctuation stands at `index`, closing quotes and brackets after it included. */
function isFinished(text: string, tokens: TokenBuffer, index: number): number {
  let at = index;
  if (index > 3 && isReference(text, tokens, index - 2)) at = index - 3;
  for (let steps = 0; at > 0 && steps < 4 && tokens.gaps[at] === GAP_NONE; steps++) {
    if (!CLOSING.test(form(text, tokens, at))) break;
    at--;
  }
  const last = form(text, tokens, at);
  if (last.length > 40) return NO;
  if (FINAL.test(last)) return isListNumber(text, tokens, at) ? NO : YES;
  if (!last.endsWith('.')) return NO;
  const stem = last.slice(0, -1).toLowerCase();
  return /^(?:\p{L}\.){2,}$/u.test(last) || ABBREVIATIONS.has(stem) ? MAYBE : NO;
}

/** "[17]": the number of a note belongs to the sentence before it. */
function isReference(text: string, tokens: TokenBuffer, index: number): boolean {
  const start = tokens.starts[index] ?? 0;
  if (index + 2 >= tokens.count || text.charCodeAt(start) !== 91) return false;
  return /^\[\d{1,3}\]$/.test(text.slice(start, tokens.ends[index + 2]));
}

/** "34." or "(b)." at the head of a line: it numbers the sentence that follows; with a tab it stands alone. */
function isListNumber(text: string, tokens: TokenBuffer, period: number): boolean {
  if (period === 0 || form(text, tokens, period) !== '.' || tokens.gaps[period] !== GAP_NONE) return false;
  const number = period - 1;
  if (number > 0 && (tokens.gaps[number] ?? 0) < GAP_LINE) return false;
  if (!/^(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})$/.test(form(text, tokens, number))) return false;
  return text.charCodeAt(tokens.ends[period] ?? 0) !== 9;
}

function beginsAnew(text: string, tokens: TokenBuffer, index: number, gap: number): boolean {
  let next = index + 1;
  const last = form(text, tokens, index);
  if (gap === GAP_NONE) {
    // "end.The next": a missing space; ".com" and "?)" are not that.
    return (
      last === '.' &&
      isUpperAt(text, tokens.starts[next] ?? 0) &&
      isLowerAt(text, (tokens.starts[index] ?? 0) - 1)
    );
  }
  for (let steps = 0; steps < 3 && next + 1 < tokens.count && OPENING.test(form(text, tokens, next)); steps++)
    next++;
  const start = tokens.starts[next] ?? 0;
  if (isLowerAt(text, start)) return false;
  if (/^\.{2,}$|^…$/.test(last)) return isUpperAt(text, start); // an ellipsis inside a sentence
  const kind = classAt(text, start);
  if (kind === LETTER || kind === DIGIT) return true;
  const first = form(text, tokens, next);
  return !/^[,;:.!?%)\]\-–—&/]/.test(first) || BULLET.test(first);
}

function startsWithStarter(text: string, tokens: TokenBuffer, next: number): boolean {
  const at = OPENING.test(form(text, tokens, next)) && next + 1 < tokens.count ? next + 1 : next;
  const start = tokens.starts[at] ?? 0;
  if (!isUpperAt(text, start)) return false;
  return STARTERS.has(form(text, tokens, at).toLowerCase());
}

/** At a single line end: wrapped lines go on, headlines, datelines and bullets do not. */
function endsLine(text: string, tokens: TokenBuffer, lines: Lines, index: number, finished: number): boolean {
  const next = index + 1;
  const start = tokens.starts[next] ?? 0;
  if (finished !== NO) return !isLowerAt(text, start) || finished === YES;
  const last = form(text, tokens, index);
  if (isItem(text, tokens, next)) return true;
  if (/^(?:[,;–—-]|--)$/.test(last)) return last === ';' && !isLowerAt(text, start);
  if (isLowerAt(text, start) || /^[,;.!?)\]]/.test(form(text, tokens, next))) return false;
  if (last === ':') return true;
  return !isWrapped(lines, lineOf(lines, tokens.ends[index] ?? 0));
}

/** A bullet, "12.", "(a)" or "1)" at the head of a line. */
function isItem(text: string, tokens: TokenBuffer, first: number): boolean {
  const end = tokens.ends[first] ?? 0;
  const head = form(text, tokens, first);
  if (BULLET.test(head)) return (tokens.gaps[first + 1] ?? GAP_NONE) === 1;
  const after = text.slice(end, end + 2);
  if (/^(?:\d{1,3}|[a-z]|[ivx]{1,4})$/i.test(head)) return /^[.)][\s]?/.test(after) && !/^[.)]\S/.test(after);
  return head === '(' && /^(?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s/i.test(text.slice(end, end + 6));
}

function form(text: string, tokens: TokenBuffer, index: number): string {
  const start = tokens.starts[index] ?? 0;
  const end = tokens.ends[index] ?? 0;
  return end - start > 64 ? text.slice(start, start + 64) : text.slice(start, end);
}
