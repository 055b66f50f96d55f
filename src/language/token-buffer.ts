/** What stands between a token and the one before it. */
export const GAP_NONE = 0;
export const GAP_SPACE = 1;
export const GAP_LINE = 2;
export const GAP_PARAGRAPH = 3;

/** Tokens of a whole text as growing columns: no object per token. */
export interface TokenBuffer {
  starts: Int32Array;
  ends: Int32Array;
  gaps: Uint8Array;
  count: number;
  /** Where each line of the text begins, and where one after the last would. */
  lines: Int32Array;
  lineCount: number;
}

/** An empty buffer that expects about one token in four characters. */
export function tokenBuffer(characters: number): TokenBuffer {
  const size = (characters >> 2) + 64;
  return {
    starts: new Int32Array(size),
    ends: new Int32Array(size),
    gaps: new Uint8Array(size),
    count: 0,
    lines: new Int32Array((characters >> 5) + 8),
    lineCount: 1,
  };
}

export function push(tokens: TokenBuffer, start: number, end: number, gap: number): void {
  const { count } = tokens;
  if (count === tokens.starts.length) grow(tokens);
  tokens.starts[count] = start;
  tokens.ends[count] = end;
  tokens.gaps[count] = gap;
  tokens.count = count + 1;
}

/** Notes that a line begins at `start`. */
export function pushLine(tokens: TokenBuffer, start: number): void {
  if (tokens.lineCount === tokens.lines.length) {
    const lines = new Int32Array(tokens.lines.length * 2);
    lines.set(tokens.lines);
    tokens.lines = lines;
  }
  tokens.lines[tokens.lineCount++] = start;
}

function grow(tokens: TokenBuffer): void {
  const size = tokens.starts.length * 2;
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  const gaps = new Uint8Array(size);
  starts.set(tokens.starts);
  ends.set(tokens.ends);
  gaps.set(tokens.gaps);
  Object.assign(tokens, { starts, ends, gaps });
}
