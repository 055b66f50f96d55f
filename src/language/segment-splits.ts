import { classAt, DIGIT, isLowerAt, isUpperAt, LETTER, SPACE } from './characters.js';
import { AFTER_ITS_SLIP, AFTER_LETS_SLIP, CLITICS, FUSED, FUSED_LOWER_CASE, UNITS } from './english-forms.js';
import { isApostrophe } from './word-joins.js';

const LONGEST_CLITIC_HOST = 60;
const LONGEST_FUSED = 8;

/** How many characters belong to the first of the two words that `start` to `end` holds; 0 when it is but one. */
export function splitPoint(text: string, start: number, end: number): number {
  const length = end - start;
  if (length > LONGEST_CLITIC_HOST) return 0;
  if (classAt(text, start) === DIGIT) return splitFigure(text, start, end);
  for (let back = 2; back <= 3 && back < length; back++) {
    if (!isApostrophe(text.charCodeAt(end - back))) continue;
    const negated = back === 2 && (text.charCodeAt(end - 1) | 32) === 116;
    if (negated && (text.charCodeAt(end - 3) | 32) === 110 && length > 3) return length - 3;
    return CLITICS.has(text.slice(end - back + 1, end).toLowerCase()) ? length - back : 0;
  }
  return splitFused(text, start, end);
}

/** "35mm", "9am", but "4G" and "the 1990's". */
function splitFigure(text: string, start: number, end: number): number {
  if (classAt(text, end - 1) !== LETTER) return 0;
  let at = start;
  while (at < end && classAt(text, at) !== LETTER) at++;
  const unit = text.slice(at, end);
  const network = unit === 'G' || (unit === 'g' && at - start === 1);
  return !network && UNITS.has(unit.toLowerCase()) ? at - start : 0;
}

/** Words written together: "cannot", "dont", "thats". Takes only words of letters, without an apostrophe. */
export function splitFused(text: string, start: number, end: number): number {
  const length = end - start;
  if (length < 2 || length > LONGEST_FUSED) return 0;
  const key = fusedKey(text.charCodeAt(start), text.charCodeAt(end - 1), length);
  if (mayBeFused[key] === 0) return 0;
  const written = text.slice(start, end);
  const form = written.toLowerCase();
  if (form === 'its') return AFTER_ITS_SLIP.has(wordAfter(text, end)) ? 2 : 0;
  if (form === 'lets') return isSlipOfLets(text, start, end) ? 3 : 0;
  const first = FUSED.get(form);
  if (first === undefined) return 0;
  if (FUSED_LOWER_CASE.has(form) && isUpperAt(text, start) && !isLowerAt(text, end + 1)) return 0;
  return first;
}

/** "Lets go", and "lets" after a sign. */
function isSlipOfLets(text: string, start: number, end: number): boolean {
  if (isUpperAt(text, start + 1)) return false;
  return isUpperAt(text, start) || AFTER_LETS_SLIP.has(wordAfter(text, end));
}

/** The word that follows on the same line, lower-cased; empty when another sign follows. */
function wordAfter(text: string, end: number): string {
  if (classAt(text, end) !== SPACE) return '';
  let at = end + 1;
  while (at < end + 12 && classAt(text, at) === LETTER) at++;
  return text.slice(end + 1, at).toLowerCase();
}

const fusedKey = (first: number, last: number, length: number): number =>
  ((first & 31) << 9) | ((last & 31) << 4) | length;

/** One for each first letter, last letter and length that a fused word has: few other words get past it. */
const mayBeFused = new Uint8Array(1 << 14);
for (const form of [...FUSED.keys(), 'its', 'lets']) {
  mayBeFused[fusedKey(form.charCodeAt(0), form.charCodeAt(form.length - 1), form.length)] = 1;
}
