import {
  ABBREVIATION,
  ACRONYM,
  BULLET,
  CLOSE_ROUND,
  CLOSE_SQUARE,
  CLOSING,
  COLON,
  COMMA,
  CONTINUING,
  DASH,
  ELLIPSIS,
  ENDING,
  FINAL,
  HYPHEN,
  NOTHING,
  ONE_FIGURE,
  OPEN_ROUND,
  OPENING,
  SEMICOLON,
  STOP,
  TWO_FIGURES,
} from './boundary-shapes.js';
import { hashForm, type Units } from './boundary-units.js';
import { classAt, DIGIT, isLowerAt, isUpperAt, LETTER } from './characters.js';
import { MONTH_NAMES, STARTERS } from './english-forms.js';
import { isWrapped, lineOf } from './lines.js';
import { GAP_LINE, GAP_NONE, type TokenBuffer } from './token-buffer.js';

/** A text with its tokens, as the rules look at it. */
export interface Page {
  readonly text: string;
  readonly tokens: TokenBuffer;
  readonly units: Units;
}

/** No sign at `unit` ends a sentence. */
export const UNFINISHED = 0;
/** A sign does, but what follows goes on. */
export const GOES_ON = 1;
/** An abbreviation, and no word that usually begins a sentence. */
export const DOUBTFUL = 2;
export const ENDS = 3;
/** A stop after a date ("on February 1."), which looks like the number of an item. */
export const ENDS_DATE = 4;

/** Verdict of the rules on the gap after a unit that has a successor on its line, or in its wrapped lines. */
export function ruleAt(page: Page, unit: number): number {
  const { text, units, tokens } = page;
  if (ENDING[units.shapes[unit] as number] === 0) return UNFINISHED;
  const finished = finishedAt(page, unit);
  if (finished === NO) return UNFINISHED;
  const next = unit + 1;
  if (units.gaps[next] === GAP_NONE && !lacksSpace(page, unit)) return GOES_ON;
  const opener = opensAt(units, next);
  const start = tokens.starts[units.tokens[opener] as number] as number;
  if (isLowerAt(text, start)) return GOES_ON;
  const last = units.shapes[unit] as number;
  if (last === ELLIPSIS && !isUpperAt(text, start)) return GOES_ON; // an ellipsis inside a sentence
  const kind = classAt(text, start);
  if (kind !== LETTER && kind !== DIGIT && CONTINUING[units.shapes[opener] as number] === 1) return GOES_ON;
  if (finished === YES) return last === STOP && isDay(units, unit - 1) ? ENDS_DATE : ENDS;
  return isUpperAt(text, start) && isStarter(page, opener) ? ENDS : DOUBTFUL;
}

const months = new Set(MONTH_NAMES.map(hashForm));

/** "February 1" */
function isDay({ shapes, words }: Units, unit: number): boolean {
  const form = unit > 0 ? (shapes[unit] as number) : NOTHING;
  return (form === ONE_FIGURE || form === TWO_FIGURES) && months.has(words[unit - 1] as number);
}

const NO = 0;
/** After an abbreviation. */
const MAYBE = 1;
const YES = 2;

/** Whether final punctuation stands at `unit`, closing quotes and brackets after it included. */
function finishedAt(page: Page, unit: number): number {
  const { shapes, gaps } = page.units;
  let at = unit;
  for (
    let steps = 0;
    at > 0 && steps < 4 && gaps[at] === GAP_NONE && CLOSING[shapes[at] as number] === 1;
    steps++
  )
    at--;
  const last = shapes[at] as number;
  if (last === ACRONYM || last === ABBREVIATION) return MAYBE;
  if (FINAL[last] === 1) return isListNumber(page, at) ? NO : YES;
  return NO;
}

/** The first unit from `unit` on that is no opening quote or bracket. */
function opensAt(units: Units, unit: number): number {
  let at = unit;
  for (let steps = 0; steps < 3 && at + 1 < units.count && OPENING[units.shapes[at] as number] === 1; steps++)
    at++;
  return at;
}

/** "end.The next": ".com" and "?)" are not that. */
function lacksSpace(page: Page, unit: number): boolean {
  const { text, units, tokens } = page;
  if (units.shapes[unit] !== STOP) return false;
  const at = tokens.starts[units.tokens[unit] as number] as number;
  return isUpperAt(text, at + 1) && isLowerAt(text, at - 1);
}

/** "34." or "b." at the head of a line: it numbers the sentence that follows; with a tab it stands alone. */
function isListNumber({ text, tokens, units }: Page, stop: number): boolean {
  const number = stop - 1;
  if (number < 0 || units.shapes[stop] !== STOP || units.gaps[stop] !== GAP_NONE) return false;
  if (number > 0 && (units.gaps[number] as number) < GAP_LINE) return false;
  const token = units.tokens[number] as number;
  const end = tokens.ends[token] as number;
  if (!ITEM.test(text.slice(tokens.starts[token], Math.min(end, (tokens.starts[token] as number) + 6))))
    return false;
  return text.charCodeAt(end + 1) !== 9;
}

const ITEM = /^(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})$/;

function isStarter({ text, tokens, units }: Page, unit: number): boolean {
  const token = units.tokens[unit] as number;
  const start = tokens.starts[token] as number;
  const end = tokens.ends[token] as number;
  return end - start < 16 && STARTERS.has(text.slice(start, end).toLowerCase());
}

/** At a single line end after `unit`: wrapped lines go on, headlines, datelines and bullets do not. */
export function endsLine(page: Page, unit: number): boolean {
  const { text, tokens, units } = page;
  const next = unit + 1;
  const start = tokens.starts[units.tokens[next] as number] as number;
  const finished = finishedAt(page, unit);
  if (finished !== NO) return finished === YES || !isLowerAt(text, start);
  if (isItem(page, next)) return true;
  const last = units.shapes[unit] as number;
  if (last === SEMICOLON) return !isLowerAt(text, start);
  if (last === COMMA || (last >= HYPHEN && last <= DASH)) return false;
  const following = units.shapes[next] as number;
  if (isLowerAt(text, start) || FINAL[following] === 1) return false;
  if (following === CLOSE_ROUND || following === CLOSE_SQUARE) return false;
  if (following === COMMA || following === SEMICOLON) return false;
  if (last === COLON) return true;
  return !isWrapped(tokens, lineOf(tokens, tokens.ends[units.tokens[unit] as number] as number));
}

/** A bullet, "12.", "(a)" or "1)" at the head of a line. */
function isItem({ text, tokens, units }: Page, unit: number): boolean {
  const token = units.tokens[unit] as number;
  const start = tokens.starts[token] as number;
  const end = tokens.ends[token] as number;
  const form = units.shapes[unit] as number;
  if (form === BULLET || (form >= HYPHEN && form <= DASH) || text.charCodeAt(start) === 42)
    return tokens.gaps[token + 1] === 1;
  if (end - start <= 4 && ITEM_HEAD.test(text.slice(start, end))) {
    const after = text.slice(end, end + 2);
    return /^[.)]\s?$/.test(after);
  }
  return form === OPEN_ROUND && /^(?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s/i.test(text.slice(end, end + 6));
}

const ITEM_HEAD = /^(?:\d{1,3}|[a-z]|[ivx]{1,4})$/i;
