import { createHash } from 'node:crypto';
import {
  codePointLength,
  type Document,
  documentId,
  entryId,
  type Span,
  type TieEntry,
} from '../../record/index.js';
import type { Register, RegisterTie } from './types.js';

/** Rises when the same file gives other ties. */
const VERSION = 1;

/**
 * A register as a document, and its ties as entries. The text is the title, the coverage, and the register's rows collapsed
 * to spells, in its own codes; each entry's passages are the lines that it rests on.
 */
export function registerReading(
  register: Register,
  file: string,
): { readonly document: Document; readonly entries: readonly TieEntry[]; readonly reader: string } {
  const { since, until } = register.coverage;
  const head = `${register.title}.\nIt covers ${since === until ? since : `${since} to ${until}`}; what lies outside is not known.\n\n${register.columns.join(',')}\n`;
  const text = `${head}${register.lines.join('\n')}\n`;
  const id = documentId(text);
  const spans = spansOf(register.lines, codePointLength(head));
  const drafts = register.ties.map((tie) => draftOf(tie, id, spans));
  const ids = drafts.map(entryId);
  const reader = `registers ${VERSION} ${hash(ids)}`;
  const byId = new Map<string, TieEntry>();
  for (const [i, draft] of drafts.entries()) {
    const own = ids[i] ?? '';
    const before = byId.get(own);
    byId.set(own, { ...draft, id: own, reader, passages: [...(before?.passages ?? []), ...draft.passages] });
  }
  return {
    document: {
      id,
      sources: [{ path: file, title: register.title }],
      title: register.title,
      genre: 'report',
      authors: [],
      language: 'en',
      text,
    },
    entries: [...byId.values()],
    reader,
  };
}

/** What a code means may change with the tables; then the register is read anew. */
function hash(ids: readonly string[]): string {
  return createHash('sha256')
    .update([...ids].sort().join())
    .digest('hex')
    .slice(0, 8);
}

function draftOf(tie: RegisterTie, document: string, spans: readonly Span[]): Omit<TieEntry, 'id'> {
  const { lines, grade, since, until, parties, ...said } = tie;
  return {
    kind: 'tie',
    document,
    ...said,
    parties: [...parties],
    ...(grade !== undefined && { grade: { written: grade } }),
    ...(since !== undefined && { since, sinceBasis: 'explicit' }),
    ...(until !== undefined && { until, untilBasis: 'explicit' }),
    passages: joined(lines.flatMap((line) => spans[line] ?? [])),
    speaker: 'author',
    attribution: [],
    modality: 'asserted',
    confidence: 1,
    reader: '',
  };
}

function spansOf(lines: readonly string[], from: number): Span[] {
  let start = from;
  return lines.map((line) => {
    const span = { start, end: start + codePointLength(line) };
    start = span.end + 1;
    return span;
  });
}

/** Lines that follow each other are one passage. */
function joined(spans: readonly Span[]): Span[] {
  const passages: Span[] = [];
  for (const span of spans) {
    const before = passages.at(-1);
    if (before && before.end + 1 === span.start) passages[passages.length - 1] = { ...before, end: span.end };
    else passages.push(span);
  }
  return passages;
}
