import { classAt, NEWLINE } from './characters.js';

/** Where the lines of a text begin and how long they are, so that wrapped lines can be told from short ones. */
export interface Lines {
  readonly starts: Int32Array;
  readonly count: number;
}

/** A line shorter than this share of its longest neighbour was ended on purpose, not wrapped. */
const WRAPPED_SHARE = 0.7;
/** Lines longer than this were not wrapped by a type-setter, but may have been cut at a page's end. */
const LONGEST_SET_LINE = 130;
const SHORTEST_SET_LINE = 45;

/** Finds the lines of a text. */
export function findLines(text: string): Lines {
  let starts = new Int32Array(64);
  let count = 1;
  for (let at = 0; at < text.length; at++) {
    if (classAt(text, at) !== NEWLINE) continue;
    if (count === starts.length) {
      const longer = new Int32Array(count * 2);
      longer.set(starts);
      starts = longer;
    }
    starts[count++] = at + 1;
  }
  const ends = new Int32Array(count + 1);
  ends.set(starts.subarray(0, count));
  ends[count] = text.length + 1;
  return { starts: ends, count };
}

/** The number of the line that holds the character before `offset`. */
export function lineOf(lines: Lines, offset: number): number {
  let low = 0;
  let high = lines.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines.starts[middle] ?? 0) < offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Whether line `line` runs on into the next: it is about as long as its neighbours in text set to a width, or it is so
 * long that only the end of a page can have cut it.
 */
export function isWrapped(lines: Lines, line: number): boolean {
  const length = lengthOf(lines, line);
  if (length > LONGEST_SET_LINE) return true;
  if (length < SHORTEST_SET_LINE) return false;
  let longest = 0;
  for (let near = line - 2; near <= line + 3; near++) {
    if (near !== line) longest = Math.max(longest, lengthOf(lines, near));
  }
  return longest <= LONGEST_SET_LINE && length >= WRAPPED_SHARE * longest;
}

function lengthOf(lines: Lines, line: number): number {
  if (line < 0 || line >= lines.count) return 0;
  return (lines.starts[line + 1] ?? 0) - (lines.starts[line] ?? 0) - 1;
}
