import type { TokenBuffer } from './token-buffer.js';

/** A line shorter than this share of its longest neighbour was ended on purpose, not wrapped. */
const WRAPPED_SHARE = 0.7;
/** Lines longer than this were not wrapped by a type-setter, but may have been cut at a page's end. */
const LONGEST_SET_LINE = 130;
const SHORTEST_SET_LINE = 45;

/** The number of the line that holds the character before `offset`. */
export function lineOf({ lines, lineCount }: TokenBuffer, offset: number): number {
  let low = 0;
  let high = lineCount - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] as number) < offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Whether line `line` runs on into the next: it is about as long as its neighbours in text set to a width, or it is so
 * long that only the end of a page can have cut it.
 */
export function isWrapped(tokens: TokenBuffer, line: number): boolean {
  const length = lengthOf(tokens, line);
  if (length > LONGEST_SET_LINE) return true;
  if (length < SHORTEST_SET_LINE) return false;
  let longest = 0;
  for (let near = line - 2; near <= line + 3; near++) {
    if (near !== line) longest = Math.max(longest, lengthOf(tokens, near));
  }
  return longest <= LONGEST_SET_LINE && length >= WRAPPED_SHARE * longest;
}

function lengthOf({ lines, lineCount }: TokenBuffer, line: number): number {
  if (line < 0 || line >= lineCount) return 0;
  return (lines[line + 1] as number) - (lines[line] as number) - 1;
}
