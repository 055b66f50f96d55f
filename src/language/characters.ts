/** What a UTF-16 code unit can be to the tokeniser. */
export const LETTER = 1;
export const DIGIT = 2;
/** Combining marks, joiners, variation selectors, soft hyphens: they belong to what stands before them. */
export const MARK = 3;
/** White space, and characters that cannot be seen: control, zero-width, direction marks, byte order mark. */
export const SPACE = 4;
export const NEWLINE = 5;
export const SYMBOL = 6;
export const HIGH_SURROGATE = 7;
export const LOW_SURROGATE = 8;

/** The class of each UTF-16 code unit with its case, 0 until it is first seen. */
const classes = new Uint8Array(65536);
const CLASS = 15;
const UPPER = 16;
const LOWER = 32;

/**
 * The class of the UTF-16 code unit at `index`, 0 beyond the text.
 *
 * @example
 * classAt('é', 0) === LETTER // true
 */
export function classAt(text: string, index: number): number {
  return lookAt(text, index) & CLASS;
}

/** True where the code unit at `index` is an upper-case letter. */
export function isUpperAt(text: string, index: number): boolean {
  return (lookAt(text, index) & UPPER) !== 0;
}

/** True where the code unit at `index` is a lower-case letter. */
export function isLowerAt(text: string, index: number): boolean {
  return (lookAt(text, index) & LOWER) !== 0;
}

function lookAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (!(unit >= 0)) return 0; // outside the text
  const known = classes[unit] as number;
  if (known !== 0) return known;
  const found = classify(unit);
  classes[unit] = found;
  return found;
}

/** The class of an astral character, read as one code point at its high surrogate. */
export function astralClass(text: string, index: number): number {
  const point = text.codePointAt(index) ?? 0;
  if (point < 0x10000) return SYMBOL; // a lone surrogate
  const character = String.fromCodePoint(point);
  if (/\p{L}/u.test(character)) return LETTER;
  if (/\p{N}/u.test(character)) return DIGIT;
  return /\p{M}|\p{Emoji_Modifier}/u.test(character) ? MARK : SYMBOL;
}

function classify(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdbff) return HIGH_SURROGATE;
  if (unit >= 0xdc00 && unit <= 0xdfff) return LOW_SURROGATE;
  if (unit === 10 || unit === 0x2028 || unit === 0x2029 || unit === 11 || unit === 12) return NEWLINE;
  const character = String.fromCharCode(unit);
  if (unit === 0x200c || unit === 0x200d || unit === 0xad) return MARK;
  if (/[\s\p{Z}\p{Cc}\p{Cf}]/u.test(character)) return SPACE;
  if (/\p{Lu}/u.test(character)) return LETTER | UPPER;
  if (/\p{Ll}/u.test(character)) return LETTER | LOWER;
  if (/\p{L}/u.test(character)) return LETTER;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (/\p{M}/u.test(character)) return MARK;
  return SYMBOL;
}
