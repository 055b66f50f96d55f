/** A line that is not blank, without the white space around it. Offsets are UTF-16, end exclusive. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether a blank line, or nothing, stands before it. */
  readonly afterBlank: boolean;
}

/**
 * The lines of a text that are not blank.
 *
 * @param limit how many at most
 * @example
 * linesOf('One\n\n  Two').map((line) => line.text) // ['One', 'Two']
 */
export function linesOf(text: string, limit = Number.POSITIVE_INFINITY): Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  for (let from = 0; from <= text.length && lines.length < limit; ) {
    const newline = text.indexOf('\n', from);
    const to = newline === -1 ? text.length : newline;
    const raw = text.slice(from, to);
    const trimmed = raw.trim();
    if (trimmed === '') afterBlank = true;
    else {
      const start = from + raw.indexOf(trimmed);
      lines.push({ text: trimmed, start, end: start + trimmed.length, afterBlank });
      afterBlank = false;
    }
    from = to + 1;
  }
  return lines;
}

/** The last lines that are not blank, in the text's order, looking no further back than `reach` code units. */
export function lastLinesOf(text: string, limit: number, reach = 20_000): Line[] {
  const from = text.length <= reach ? 0 : text.indexOf('\n', text.length - reach) + 1;
  // No line begins within reach: the text ends in one long paragraph, which is no footer.
  if (from === 0 && text.length > reach) return [];
  return linesOf(text.slice(from))
    .slice(-limit)
    .map((line) => ({ ...line, start: line.start + from, end: line.end + from }));
}

const SENTENCE_END = /[.!?。…][)\]"'”’»]*$/;

/** Whether a line ends as a sentence does. */
export function endsSentence(line: string): boolean {
  return SENTENCE_END.test(line);
}

/**
 * Whether lines are broken at a column, so that a line's end says nothing: most unfinished lines
 * go on in the next line.
 */
export function isHardWrapped(lines: readonly Line[]): boolean {
  let unfinished = 0;
  let goesOn = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i];
    const next = lines[i + 1];
    if (!line || !next || next.afterBlank || line.text.length < 40 || endsSentence(line.text)) continue;
    unfinished++;
    if (/^[\p{Ll}\d("“]/u.test(next.text) || line.text.length > 55) goesOn++;
  }
  return unfinished >= 3 && goesOn / unfinished > 0.5 && unfinished / lines.length > 0.3;
}
