import { classAt, DIGIT, isLowerAt, isUpperAt, LETTER, NEWLINE, SPACE } from './characters.js';
import {
  ABBREVIATIONS,
  BEFORE_NUMBER,
  DOTTED,
  FILE_ENDINGS,
  MONTHS,
  NEWS_ROOTS,
  PREFIXES,
  TITLES,
} from './english-forms.js';

const LONGEST_ABBREVIATION = 7;
const LONGEST_LABEL = 20;

/** The apostrophes that English texts use, typewriter, typographic and slips of the two. */
export const isApostrophe = (unit: number): boolean => unit === 39 || unit === 0x2019 || unit === 0x2bc;

/**
 * Whether the sign at `at` belongs to the word that began at `start`: the number of characters that it adds, 0 to end
 * the word. Every look around is of bounded length, so that cutting stays linear.
 */
export function wordJoins(text: string, start: number, at: number, end: number): number {
  const unit = text.charCodeAt(at);
  const next = at + 1 < end ? classAt(text, at + 1) : 0;
  const last = classAt(text, at - 1);
  switch (unit) {
    case 39:
    case 0x2019:
    case 0x2bc:
      if (next !== LETTER) return 0;
      return last === LETTER || isDecade(text, start, at, end) ? 1 : 0;
    case 46:
      return period(text, start, at, end);
    case 44: // 47,500
      return last === DIGIT && next === DIGIT && digitsFrom(text, at + 1, end) === 3 ? 1 : 0;
    case 58: // 7:30
      return last === DIGIT && at - start <= 5 && digitsFrom(text, at + 1, end) === 2 ? 1 : 0;
    case 47:
      return slash(text, start, at, end);
    case 45:
    case 0x2010:
    case 0x2011:
      return hyphen(text, start, at, end);
    case 38: // AT&T
      return isUpperAt(text, at - 1) && isUpperAt(text, at + 1) && at + 1 < end && !isLowerAt(text, at + 2)
        ? 1
        : 0;
    case 95:
    case 64:
      return next === LETTER || next === DIGIT ? 1 : 0;
    case 36: // US$4.5
      return next === DIGIT && last === LETTER && at - start <= 3 && isUpperAt(text, at - 1) ? 1 : 0;
    default:
      return 0;
  }
}

/** "the 1990's" is one word, "2003's rules" are two. */
function isDecade(text: string, start: number, at: number, end: number): boolean {
  const digits = at - start;
  if ((digits !== 2 && digits !== 4) || text.charCodeAt(at - 1) !== 48) return false;
  if (text.charCodeAt(at + 1) !== 115 || classAt(text, at + 2) === LETTER) return false;
  return digitsFrom(text, start, end) === digits;
}

function digitsFrom(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && at - from < 8 && classAt(text, at) === DIGIT) at++;
  return at - from;
}

function lettersFrom(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && at - from < LONGEST_LABEL && classAt(text, at) === LETTER) at++;
  return at - from;
}

function period(text: string, start: number, at: number, end: number): number {
  const last = classAt(text, at - 1);
  const next = at + 1 < end ? classAt(text, at + 1) : 0;
  if (last === DIGIT) return next === DIGIT || fileEnding(text, at, end) > 0 ? 1 : 0;
  if (last !== LETTER) return 0;
  const single = at - start === 1 || text.charCodeAt(at - 2) === 46; // one letter since the start or the last period
  if (next === LETTER) {
    if (single && lettersFrom(text, at + 1, end) === 1) return 1; // U.S
    if (at - start <= LONGEST_ABBREVIATION && /^(?:Ph|LL|M|B)$/.test(text.slice(start, at))) return 1;
    if (fileEnding(text, at, end) > 0) return 1;
    if (!isLowerAt(text, at + 1) || !isLowerAt(text, at - 1)) return 0;
    return dotted(text, at, end) || isNewsGroup(text, start, at) ? 1 : 0;
  }
  if (next === DIGIT) return 0;
  if (single && at - start > 1) return 1; // U.S.
  if (text.charCodeAt(at + 1) === 46 && text.charCodeAt(at + 2) === 46) return 0; // "etc..."
  if (single) return initial(text, at) ? 1 : 0;
  if (at - start > LONGEST_ABBREVIATION) return 0;
  return abbreviation(text.slice(start, at).toLowerCase(), text, at) ? 1 : 0;
}

function dotted(text: string, at: number, end: number): boolean {
  let from = at + 1;
  for (let labels = 0; labels < 4; labels++) {
    const length = lettersFrom(text, from, end);
    if (DOTTED.has(text.slice(from, from + length).toLowerCase()) && classAt(text, from + length) !== LETTER)
      return true;
    if (text.charCodeAt(from + length) !== 46) return false;
    from += length + 1;
  }
  return false;
}

/** The length of a file ending with its period (".doc", ".XLS") at `at`, else 0. */
export function fileEnding(text: string, at: number, end: number): number {
  const length = lettersFrom(text, at + 1, end);
  if (length < 3 || length > 4) return 0;
  const after = at + 1 + length;
  const letters = text.slice(at + 1, after);
  const even = isLowerAt(text, at + 1) ? letters : letters.toLowerCase();
  if (!FILE_ENDINGS.has(even) || classAt(text, after) === DIGIT) return 0;
  return letters === even || letters === letters.toUpperCase() ? length + 1 : 0;
}

function isNewsGroup(text: string, start: number, at: number): boolean {
  const root = lettersFrom(text, start, at);
  return (
    root <= 4 &&
    NEWS_ROOTS.has(text.slice(start, start + root)) &&
    (start + root === at || text.charCodeAt(start + root) === 46)
  );
}

/** "W. Bush": one capital, then a capital; not the pronoun, and not the last word of a line. */
function initial(text: string, at: number): boolean {
  const letter = text.charAt(at - 1);
  if ('vpcbdm'.includes(letter)) return abbreviation(letter, text, at);
  if (letter === 'I' || !isUpperAt(text, at - 1)) return false;
  const following = text.charCodeAt(at + 1);
  if (following === 44 || following === 59) return true; // "Wu, A. L.; Peters, C."
  const after = nextVisible(text, at + 1);
  return after > at + 1 && after > 0 && isUpperAt(text, after);
}

function abbreviation(form: string, text: string, at: number): boolean {
  if (TITLES.has(form)) return true;
  const after = nextVisible(text, at + 1);
  if (BEFORE_NUMBER.has(form) || MONTHS.has(form)) return after > 0 && classAt(text, after) === DIGIT;
  return ABBREVIATIONS.has(form);
}

/** The next visible character on the same line, −1 at its end. */
function nextVisible(text: string, from: number): number {
  for (let at = from; at < from + 4; at++) {
    const kind = classAt(text, at);
    if (kind === 0 || kind === NEWLINE) return -1;
    if (kind !== SPACE) return at;
  }
  return -1;
}

/** Dates, fractions, document symbols ("9/11", "A/RES/75/1") stay whole; "and/or" does not. */
function slash(text: string, start: number, at: number, end: number): number {
  const next = at + 1 < end ? classAt(text, at + 1) : 0;
  const last = classAt(text, at - 1);
  if (last === DIGIT && next === DIGIT) return 1;
  if (next !== DIGIT && next !== LETTER) return 0;
  if (at - start > 12 || !isUpperAt(text, start)) {
    return at - start === 1 && next === LETTER && lettersFrom(text, at + 1, end) === 1 ? 1 : 0; // n/a
  }
  return /^(?:[AES]|HRC|CD|NPT|TD|CCPR|CEDAW|FCCC)(?:\/[A-Z0-9.]+)*$/.test(text.slice(start, at)) ? 1 : 0;
}

/** Compounds are split; words with a combining form, telephone numbers and all-figure dates are not. */
function hyphen(text: string, start: number, at: number, end: number): number {
  const next = at + 1 < end ? classAt(text, at + 1) : 0;
  const before = at - start;
  if (classAt(text, at - 1) === DIGIT) {
    if (next !== DIGIT) return 0;
    const after = digitsFrom(text, at + 1, end);
    if (after === 4 && isExtension(text, start, before)) return 1;
    if (classAt(text, start) !== DIGIT) return 0;
    const hyphenated = text.charCodeAt(at + 1 + after) === 45 && classAt(text, at + 2 + after) === DIGIT;
    return before > 4 || (hyphenated && before <= 4) || (before === 3 && after === 4) ? 1 : 0;
  }
  if (at + 1 === end && before <= 2) return isFragment(text, start, before) ? 1 : 0;
  if ((next !== LETTER && next !== DIGIT) || before > 7) return 0;
  return PREFIXES.has(text.slice(start, at).toLowerCase()) ? 1 : 0;
}

/** "3-9890", "x3-9890": the short number of a telephone. */
function isExtension(text: string, start: number, before: number): boolean {
  return before === 1 || (before === 2 && (text.charCodeAt(start) | 32) === 120);
}

/** "w- we went": a word broken off in speech. */
function isFragment(text: string, start: number, length: number): boolean {
  if (classAt(text, start) !== LETTER) return false;
  return length === 1 || isLowerAt(text, start + 1);
}
