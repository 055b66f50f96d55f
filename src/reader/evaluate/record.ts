import { codePointOffsets, type Document, EntenteError, type Entry, type Span } from '../../record/index.js';
import { share } from './f1.js';
import { differences, documentDiffers, Line, many } from './record-fields.js';
import { type LabelledFile, readRows } from './rows.js';

/** What became of the lines of one gold file. */
export interface RecordScore {
  readonly byKind: Record<string, { found: number; wrong: number; lines: number }>;
  readonly missed: readonly { kind: string; quote: string; wrong: readonly string[] }[];
}

/**
 * Compares a document's entries with its gold lines (format in docs/evaluate.md). A line is found when an entry of its
 * kind overlaps the quote and every field that the line states, and that kind has, agrees; an entry of the line's kind
 * on the same clause whose fields disagree counts as wrong.
 */
export function scoreRecord(gold: LabelledFile, document: Document, entries: readonly Entry[]): RecordScore {
  const lines = readRows([gold], Line);
  const byKind: RecordScore['byKind'] = {};
  const missed: { kind: string; quote: string; wrong: string[] }[] = [];
  for (const { row: line, where } of lines) {
    const kinds = many(line.kind);
    const key = kinds.join('|');
    byKind[key] ??= { found: 0, wrong: 0, lines: 0 };
    const tally = byKind[key];
    tally.lines++;
    if (kinds.includes('document')) {
      const differs = documentDiffers(line, document);
      if (differs.length === 0) tally.found++;
      else {
        tally.wrong++;
        missed.push({ kind: key, quote: gold.name, wrong: differs });
      }
      continue;
    }
    const quotes = occurrences(document.text, quoteOf(line, where));
    const near = entries.filter(
      (e) =>
        kinds.includes(e.kind) &&
        e.passages.some((p) => quotes.some((q) => p.start < q.end && q.start < p.end)),
    );
    const disagreements = near.map((entry) => ({ entry, differs: differences(line, entry) }));
    if (disagreements.some((d) => d.differs.length === 0)) {
      tally.found++;
      continue;
    }
    const wrong = disagreements.filter((d) => sameClause(d.entry, quotes));
    if (wrong.length > 0) tally.wrong++;
    missed.push({
      kind: key,
      quote: line.quote ?? '',
      wrong:
        quotes.length === 0
          ? ['the quote does not stand in the text']
          : wrong.map((d) => `${d.entry.kind}: ${d.differs.join(', ')}`),
    });
  }
  return { byKind, missed };
}

/** Sums over files: `foundShare precision byKind missed`, shares in per cent. */
export function recordFigures(scores: readonly RecordScore[]): Readonly<Record<string, unknown>> {
  const byKind: RecordScore['byKind'] = {};
  let found = 0;
  let wrong = 0;
  let lines = 0;
  for (const score of scores) {
    for (const [kind, tally] of Object.entries(score.byKind)) {
      byKind[kind] ??= { found: 0, wrong: 0, lines: 0 };
      byKind[kind].found += tally.found;
      byKind[kind].wrong += tally.wrong;
      byKind[kind].lines += tally.lines;
      found += tally.found;
      wrong += tally.wrong;
      lines += tally.lines;
    }
  }
  return {
    foundShare: share(found, lines),
    precision: share(found, found + wrong),
    byKind,
    missed: scores.flatMap((s) => s.missed),
  };
}

function quoteOf(line: Line, where: string): string {
  if (line.quote !== undefined && line.quote !== '') return line.quote;
  throw new EntenteError('input', `${where}: quote: the line does not say what words it is about`, {
    remedy: 'quote the words of the text; only lines of kind document do without',
  });
}

/** Where the quote stands in the text, in code points. */
function occurrences(text: string, quote: string): Span[] {
  if (quote === '') return [];
  const toCodePoints = codePointOffsets(text);
  const found: Span[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    found.push({ start: toCodePoints(at), end: toCodePoints(at + quote.length) });
  }
  return found;
}

/** Half of the shorter of the two lies in the other: the same clause, not merely the same sentence. */
function sameClause(entry: Entry, quotes: readonly Span[]): boolean {
  return entry.passages.some((p) =>
    quotes.some((q) => {
      const both = Math.min(p.end, q.end) - Math.max(p.start, q.start);
      return both > 0 && both >= 0.5 * Math.max(p.end - p.start, q.end - q.start);
    }),
  );
}
