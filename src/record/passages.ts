/**
 * The code points of `text` from `start` to `end`, end exclusive.
 *
 * @example
 * sliceCodePoints('a😀b', 1, 2) // '😀'
 */
export function sliceCodePoints(text: string, start: number, end: number): string {
  if (!hasAstral(text)) return text.slice(start, end);
  const from = utf16Offset(text, start);
  return text.slice(from, utf16Offset(text, end - start, from));
}

/**
 * Turns UTF-16 offsets into code point offsets for one text, in O(log n) each after one pass.
 *
 * @example
 * codePointOffsets('a😀b')(3) // 2
 */
export function codePointOffsets(text: string): (utf16: number) => number {
  if (!hasAstral(text)) return (utf16) => utf16;
  const lows: number[] = [];
  for (let i = 1; i < text.length; i++) if (isPair(text, i - 1)) lows.push(i++);
  return (utf16) => {
    let low = 0;
    let high = lows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lows[middle] ?? 0) < utf16) low = middle + 1;
      else high = middle;
    }
    return utf16 - low;
  };
}

/** The UTF-16 offset that lies `count` code points after UTF-16 offset `from`. */
export function utf16Offset(text: string, count: number, from = 0): number {
  let i = from;
  for (let n = 0; n < count && i < text.length; n++) i += isPair(text, i) ? 2 : 1;
  return i;
}

/** Number of code points in `text`. */
export function codePointLength(text: string): number {
  return codePointOffsets(text)(text.length);
}

function hasAstral(text: string): boolean {
  return /[\ud800-\udbff][\udc00-\udfff]/.test(text);
}

function isPair(text: string, i: number): boolean {
  return (text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
}
