import { utf16Offset } from '../record/index.js';

/** Cuts passages out of one text. */
export interface Slicer {
  /** The code points from `start` to `end`, end exclusive. */
  (start: number, end: number): string;
  readonly codePoints: number;
}

const STRIDE = 512;

/**
 * Makes a function that cuts many passages out of one text quickly: it notes once where every 512th code point lies.
 *
 * @example
 * slicer('a😀b')(1, 2) // '😀'
 */
export function slicer(text: string): Slicer {
  const marks: number[] = [0];
  let points = 0;
  for (let i = 0; i < text.length; points++) {
    if (points % STRIDE === 0) marks[points / STRIDE] = i;
    i += isPair(text, i) ? 2 : 1;
  }
  if (points === text.length)
    return Object.assign((start: number, end: number) => text.slice(start, end), { codePoints: points });
  const offset = (point: number) => {
    const mark = marks[Math.floor(point / STRIDE)];
    return mark === undefined ? text.length : utf16Offset(text, point % STRIDE, mark);
  };
  return Object.assign((start: number, end: number) => text.slice(offset(start), offset(end)), {
    codePoints: points,
  });
}

function isPair(text: string, i: number): boolean {
  return (text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
}
