import {
  CLITIC,
  CLOSE_QUOTE,
  CLOSE_ROUND,
  CLOSE_SQUARE,
  COLON as COLON_SIGN,
  COMMA,
  DASH,
  ENDING,
  FINAL,
  HYPHEN,
  LOWER,
  LOWER_LETTER,
  MIXED,
  OPEN_QUOTE,
  OPEN_ROUND,
  OPEN_SQUARE,
  QUOTE,
  STOP,
  TITLE,
  TWO_HYPHENS,
  UPPER,
} from './boundary-shapes.js';
import { hashForm, type Units } from './boundary-units.js';
import { GAP_NONE } from './token-buffer.js';

/** A stretch of units between two hard ends (paragraphs, unwrapped lines), with the sentence that is being read. */
export interface Stretch {
  /** First unit and the unit after the last. */
  from: number;
  end: number;
  /** How its sentences are written: whether stops are used and capitals follow them. Below 32. */
  style: number;
  /** First unit of the sentence so far. */
  first: number;
  /** Whether a bracket or a quotation is open in it, whether it holds a colon or an auxiliary verb: bits. */
  seen: number;
}

/** The style of a long stretch with hardly a stop: a transcript, say. Its gaps are weighed by weights of their own. */
export const BARE = 31;
const SHORTEST_BARE = 80;
const SHORTEST_BARE_CLOSED = 400;
const BARE_LENGTH = 60;
/** Styles from here on have stops with a lower-case word after them. */
const CAPITALS_MISSING = 6;

export const IN_BRACKET = 1;
export const IN_QUOTE = 2;
export const COLON = 4;
export const VERB = 8;

export const newStretch = (): Stretch => ({ from: 0, end: 0, style: 0, first: 0, seen: 0 });

/** Starts on the units `from` to `end`. */
export function beginStretch(stretch: Stretch, units: Units, from: number, end: number): void {
  stretch.from = from;
  stretch.end = end;
  stretch.style = styleOf(units, from, end);
  beginSentence(stretch, from);
}

/** Starts a sentence at `unit`. */
export function beginSentence(stretch: Stretch, unit: number): void {
  stretch.first = unit;
  stretch.seen = 0;
}

/** Takes a unit into the sentence so far. */
export function take(stretch: Stretch, units: Units, unit: number): void {
  const form = units.shapes[unit] as number;
  if (form < STOP) {
    if (
      (form === LOWER || form === CLITIC) &&
      (stretch.seen & VERB) === 0 &&
      isAuxiliary(units.words[unit] as number)
    )
      stretch.seen |= VERB;
    return;
  }
  if (form === OPEN_ROUND || form === OPEN_SQUARE) stretch.seen |= IN_BRACKET;
  else if (form === CLOSE_ROUND || form === CLOSE_SQUARE) stretch.seen &= ~IN_BRACKET;
  else if (form === QUOTE) stretch.seen ^= IN_QUOTE;
  else if (form === OPEN_QUOTE) stretch.seen |= IN_QUOTE;
  else if (form === CLOSE_QUOTE) stretch.seen &= ~IN_QUOTE;
  else if (form === COLON_SIGN) stretch.seen |= COLON;
}

const AUXILIARIES = `is are was were be been am has have had do does did will would can could should may might must
 shall 's 're 'm 've 'll 'd n't`;
/** By the first bits of the hash: that a rare word shares them with one of these does no harm. */
const auxiliaries = new Uint8Array(4096);
for (const form of AUXILIARIES.split(/\s+/)) auxiliaries[hashForm(form) >>> 20] = 1;
const isAuxiliary = (word: number): boolean => auxiliaries[word >>> 20] === 1;

/** Whether stops are used, whether capitals follow them, whether one closes the stretch. */
function styleOf({ shapes }: Units, from: number, end: number): number {
  let lower = 0;
  let upper = 0;
  for (let unit = from; unit + 1 < end; unit++) {
    if (FINAL[shapes[unit] as number] === 0) continue;
    const next = shapes[unit + 1] as number;
    if (next === LOWER || next === LOWER_LETTER) lower++;
    else if (next >= TITLE && next <= MIXED) upper++;
  }
  const stops = lower + upper;
  const length = end - from;
  const closed = FINAL[shapes[end - 1] as number] === 1 ? 1 : 0;
  if (length >= (closed ? SHORTEST_BARE_CLOSED : SHORTEST_BARE) && stops * BARE_LENGTH < length) return BARE;
  const capitals = lower === 0 ? 0 : lower > upper ? 2 : 1;
  const density = stops === 0 ? 0 : stops * 40 < length ? 1 : 2;
  return capitals * CAPITALS_MISSING + density * 2 + closed;
}

/**
 * True for gaps that need no weighing: no sentence ends between a word and a lower-case word where the text is written
 * with capitals, nor after a dateline.
 */
export function isCertain(units: Units, stretch: Stretch, unit: number): boolean {
  const { shapes } = units;
  const before = shapes[unit] as number;
  if (before >= STOP) return isDash(before) && endsDateline(units, stretch, unit);
  const after = shapes[unit + 1] as number;
  if (after !== LOWER && after !== COMMA && after !== CLITIC) return false;
  return ENDING[before] === 0 && stretch.style < CAPITALS_MISSING;
}

const LONGEST_DATELINE = 12;
const isDash = (form: number): boolean => (form >= HYPHEN && form <= DASH) || form === TWO_HYPHENS;

/** "HANOI, Dec. 5 (News) —" at the head of a stretch. */
function endsDateline({ shapes, gaps }: Units, { from }: Stretch, unit: number): boolean {
  if (shapes[from] !== UPPER || unit - from > LONGEST_DATELINE || gaps[unit + 1] === GAP_NONE) return false;
  let at = from;
  while (at < unit && shapes[at] === UPPER) at++;
  return shapes[at] === COMMA;
}
