/** Widths of characters in a usual sans-serif face, in thousandths of the font's size; a little more than most need. */
const NARROW = /[\s.,:;'’‘|!iljIftr()[\]{}/\\`´·-]/u;
const BROAD = /[mwMW@%—…ÆŒ&]/u;
const NOTHING = /[\p{M}\p{Cf}\p{Cc}\p{Emoji_Modifier}]/u;
const SQUARE =
  /[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;

const JOINER = '\u200d';

/**
 * About how wide a text is when drawn, without a page to measure it on. Emoji that are joined count once, marks nothing.
 *
 * @param size of the font; the width is in the same unit
 * @example
 * textWidth('mill', 10) < textWidth('Wham', 10) // true
 */
export function textWidth(text: string, size: number): number {
  let thousandths = 0;
  let joined = false;
  for (const character of text) {
    if (!joined) thousandths += widthOf(character);
    joined = character === JOINER;
  }
  return (thousandths * size) / 1000;
}

const known = new Map<string, number>();

function widthOf(character: string): number {
  let width = known.get(character);
  if (width === undefined) {
    width = characterWidth(character);
    known.set(character, width);
  }
  return width;
}

function characterWidth(character: string): number {
  const ascii = character < '\x7f';
  if (ascii && character >= 'a' && !NARROW.test(character) && !BROAD.test(character)) return 570;
  if (!ascii && NOTHING.test(character)) return 0;
  if (NARROW.test(character)) return 340;
  if (BROAD.test(character)) return 900;
  if (!ascii && SQUARE.test(character)) return character > '\uffff' ? 1300 : 1020;
  if (/[\p{Lu}\d$€£+=<>~#?_^"]/u.test(character)) return 680;
  return ascii ? 570 : 640;
}
