import { astralClass, classAt, DIGIT, HIGH_SURROGATE, isUpperAt, LETTER } from './characters.js';
import { ABBREVIATIONS } from './english-forms.js';

/** What a token looks like, as far as it matters to where sentences end. Fits six bits. */
export const NOTHING = 0;
export const LOWER = 1;
export const LOWER_LETTER = 2;
export const TITLE = 3;
export const UPPER_LETTER = 4;
export const UPPER = 5;
export const MIXED = 6;
export const UNCASED = 7;
/** "W.", "Mr.": no sentence ends there. */
export const TITLE_STOP = 8;
/** "etc.", "Inc." */
export const ABBREVIATION = 9;
/** "U.S.", "p.m." */
export const ACRONYM = 10;
/** Figures by their length, one to five and more: 11 to 15. */
const FIGURE = 11;
export const ONE_FIGURE = FIGURE;
export const TWO_FIGURES = FIGURE + 1;
const DECIMAL = 16;
const TIME = 17;
const DATE = 18;
const FIGURE_WORD = 19;
export const CLITIC = 20;
const ADDRESS = 21;
const FACE = 22;
const EMOJI = 23;
const SIGNS = '.,;:!?-–—()[]"“”\'‘’*/&#<>=_~+%$';
const FIRST_SIGN = 24;
export const STOP = FIRST_SIGN;
export const COMMA = FIRST_SIGN + 1;
export const SEMICOLON = FIRST_SIGN + 2;
export const COLON = FIRST_SIGN + 3;
export const EXCLAMATION = FIRST_SIGN + 4;
export const QUESTION = FIRST_SIGN + 5;
export const HYPHEN = FIRST_SIGN + 6;
export const DASH = FIRST_SIGN + 8;
export const OPEN_ROUND = FIRST_SIGN + 9;
export const CLOSE_ROUND = FIRST_SIGN + 10;
export const OPEN_SQUARE = FIRST_SIGN + 11;
export const CLOSE_SQUARE = FIRST_SIGN + 12;
export const QUOTE = FIRST_SIGN + 13;
export const OPEN_QUOTE = FIRST_SIGN + 14;
export const CLOSE_QUOTE = FIRST_SIGN + 15;
export const APOSTROPHE = FIRST_SIGN + 16;
export const OPEN_SINGLE = FIRST_SIGN + 17;
export const CLOSE_SINGLE = FIRST_SIGN + 18;
const SLASH = FIRST_SIGN + 20;
const AMPERSAND = FIRST_SIGN + 21;
const PERCENT = FIRST_SIGN + 29;
export const BULLET = 55;
export const ELLIPSIS = 56;
const TWO_STOPS = 57;
/** "!!", "?!": also what ends a sentence in other scripts. */
export const CRIES = 58;
export const TWO_HYPHENS = 59;
/** "=====", "******" */
const RULE = 60;
const OTHER = 61;

const some = (...shapes: readonly number[]): Uint8Array => {
  const marks = new Uint8Array(64);
  for (const shape of shapes) marks[shape] = 1;
  return marks;
};

/** By shape, 1 for the signs that end a sentence. */
export const FINAL = some(STOP, QUESTION, EXCLAMATION, ELLIPSIS, TWO_STOPS, CRIES);
/** Signs that may stand between such a sign and the end. */
export const CLOSING = some(CLOSE_ROUND, CLOSE_SQUARE, QUOTE, CLOSE_QUOTE, APOSTROPHE, CLOSE_SINGLE);
/** Signs that may stand before the first word of a sentence. */
export const OPENING = some(OPEN_ROUND, OPEN_SQUARE, QUOTE, OPEN_QUOTE, APOSTROPHE, OPEN_SINGLE);
/** Signs that go on with what stands before them. */
export const CONTINUING = some(
  ...[STOP, COMMA, SEMICOLON, COLON, EXCLAMATION, QUESTION, CLOSE_ROUND, CLOSE_SQUARE],
  ...[SLASH, AMPERSAND, PERCENT, ELLIPSIS, TWO_STOPS, CRIES],
);
/** Shapes that stand at the end of sentences in well-kept text. */
export const ENDING = CLOSING.map(
  (mark, shape) => mark | (FINAL[shape] as number) | Number(shape === ACRONYM || shape === ABBREVIATION),
);

const signShapes = new Uint8Array(128);
for (let i = 0; i < SIGNS.length; i++) {
  const unit = SIGNS.charCodeAt(i);
  if (unit < 128) signShapes[unit] = FIRST_SIGN + i;
}
const otherSigns: ReadonlyMap<string, number> = new Map([
  ...[...SIGNS].map((sign, i): [string, number] => [sign, FIRST_SIGN + i]),
  ...[...'•·▪◦‣○●■□►'].map((sign): [string, number] => [sign, BULLET]),
  ['…', ELLIPSIS],
  ['»', CLOSE_QUOTE],
  ['«', OPEN_QUOTE],
  ['。', CRIES],
  ['！', CRIES],
  ['？', CRIES],
]);

/** The shape of the token that lies at `start` to `end`. */
export function shapeOf(text: string, start: number, end: number): number {
  const kind = classAt(text, start);
  if (kind === LETTER) return wordShape(text, start, end);
  if (kind === DIGIT) return figureShape(text, start, end);
  if (kind === HIGH_SURROGATE) return astralClass(text, start) === LETTER ? UNCASED : EMOJI;
  return signShape(text, start, end);
}

function wordShape(text: string, start: number, end: number): number {
  const length = end - start;
  const upper = isUpperAt(text, start);
  if (length === 1) return upper ? UPPER_LETTER : LOWER_LETTER;
  if (text.charCodeAt(end - 1) === 46) return stoppedShape(text, start, end);
  if (length > 5 && isAddress(text, start, end)) return ADDRESS;
  if (!upper) return text.charCodeAt(start) > 0x2ff && !hasCase(text.charAt(start)) ? UNCASED : LOWER;
  let rest = 0;
  const last = Math.min(end, start + 24);
  for (let at = start + 1; at < last; at++) {
    if (isUpperAt(text, at) || classAt(text, at) !== LETTER) rest++;
  }
  if (rest === 0) return TITLE;
  return rest === last - start - 1 ? UPPER : MIXED;
}

const hasCase = (letter: string): boolean => letter.toLowerCase() !== letter.toUpperCase();

function stoppedShape(text: string, start: number, end: number): number {
  if (text.charCodeAt(start + 1) === 46 && end - start > 2) return ACRONYM;
  const stem = end - start > 12 ? '' : text.slice(start, end - 1).toLowerCase();
  return ABBREVIATIONS.has(stem) ? ABBREVIATION : TITLE_STOP;
}

function isAddress(text: string, start: number, end: number): boolean {
  const last = Math.min(end, start + 40);
  for (let at = start + 1; at < last; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 64 || (unit === 46 && at + 1 < end && at > start + 1)) return true;
    if (unit === 58 && text.charCodeAt(at + 1) === 47) return true;
  }
  return false;
}

function figureShape(text: string, start: number, end: number): number {
  const last = Math.min(end, start + 24);
  for (let at = start + 1; at < last; at++) {
    const kind = classAt(text, at);
    if (kind === DIGIT) continue;
    const unit = text.charCodeAt(at);
    if (kind === LETTER) return FIGURE_WORD;
    if (unit === 58) return TIME;
    if (unit === 47 || unit === 45) return DATE;
    if (unit === 64) return ADDRESS;
    return DECIMAL;
  }
  return FIGURE + Math.min(4, end - start - 1);
}

function signShape(text: string, start: number, end: number): number {
  const unit = text.charCodeAt(start);
  const length = end - start;
  if (length === 1) {
    return (unit < 128 ? signShapes[unit] : otherSigns.get(text.charAt(start))) || OTHER;
  }
  const next = text.charCodeAt(start + 1);
  const after = classAt(text, start + 1);
  if (unit === 46) return after === DIGIT ? DECIMAL : length === 2 ? TWO_STOPS : ELLIPSIS;
  if (unit === 33 || unit === 63) return CRIES;
  if (after === LETTER)
    return unit === 39 || unit > 128 ? CLITIC : unit === 35 || unit === 64 ? ADDRESS : FACE;
  if (after === DIGIT) return FIGURE_WORD;
  if (unit === 45 && next === 45 && length === 2) return TWO_HYPHENS;
  if (next === unit) return length > 2 ? RULE : (otherSigns.get(text.charAt(start)) ?? OTHER);
  return length <= 3 && unit < 128 ? FACE : OTHER;
}
