import type { EntryKind, Span } from '../../record/index.js';

/** A passage of the entry that stands at `entry` in some list. Offsets are Unicode code points. */
export interface Mark extends Span {
  readonly entry: number;
  readonly kind: EntryKind;
}

/** A stretch of text over which the same entries hold. */
export interface Segment {
  readonly text: string;
  /** Indices of the entries that rest on it, the one with the shortest passage first. */
  readonly entries: readonly number[];
  /** Their kinds, each once, in the same order. */
  readonly kinds: readonly EntryKind[];
}

export interface Paragraph {
  readonly segments: readonly Segment[];
  /** Whether a blank line stands before it. */
  readonly apart: boolean;
}

/**
 * Cuts a text into paragraphs at its line ends, and each paragraph where a passage begins or ends, so that passages
 * may overlap. What is left out is line ends only.
 */
export function paragraphs(text: string, marks: readonly Mark[]): Paragraph[] {
  const utf16 = utf16Offsets(text);
  const spans = marks.map(({ start, end, entry, kind }) => ({
    start: utf16(start),
    end: utf16(end),
    entry,
    kind,
  }));
  const byStart = [...spans].sort((a, b) => a.start - b.start);
  const cuts = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const result: Paragraph[] = [];
  let active: typeof spans = [];
  let nextSpan = 0;
  let nextCut = 0;

  for (const line of text.matchAll(/(\n*)([^\n]+)/g)) {
    const [, ends = '', words = ''] = line;
    const lineEnd = line.index + ends.length + words.length;
    const segments: Segment[] = [];
    let from = lineEnd - words.length;
    while (from < lineEnd) {
      while ((cuts[nextCut] ?? Infinity) <= from) nextCut++;
      const to = Math.min(cuts[nextCut] ?? lineEnd, lineEnd);
      for (let span = byStart[nextSpan]; span && span.start <= from; span = byStart[++nextSpan])
        active.push(span);
      active = active.filter((span) => span.end > from);
      const holding = [...active].sort((a, b) => a.end - a.start - (b.end - b.start) || a.entry - b.entry);
      segments.push({
        text: text.slice(from, to),
        entries: [...new Set(holding.map((span) => span.entry))],
        kinds: [...new Set(holding.map((span) => span.kind))],
      });
      from = to;
    }
    result.push({ segments, apart: ends.length > 1 });
  }
  return result;
}

/** Turns code point offsets into UTF-16 ones. */
function utf16Offsets(text: string): (codePoints: number) => number {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (offset) => offset;
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    offsets.push(at);
    at += character.length;
  }
  return (codePoints) => offsets[codePoints] ?? text.length;
}
