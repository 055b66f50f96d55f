import { segment } from '../language/index.js';
import type { Ledger } from '../ledger/index.js';
import { type Entry, type Span, sliceCodePoints, utf16Offset } from '../record/index.js';
import type { Directory } from './directory.js';
import { notFound } from './failure.js';
import { kindOf, modalityOf, oneOf, pageOf, periodOf, value } from './query.js';
import type {
  DocumentAnswer,
  DocumentsAnswer,
  EntriesAnswer,
  EntryAnswer,
  PartiesAnswer,
  Quote,
} from './schemas.js';

/** More entries than any one document gives. */
const ALL_OF_A_DOCUMENT = 1_000_000;

/** By the day on which a document was delivered or published; those without one come last. */
const DOCUMENT_ORDERS = ['newest', 'oldest'] as const;

/** Code points before and after a passage that make it recognisable. */
const CONTEXT = 160;

export async function documentsAnswer(
  ledger: Ledger,
  directory: Directory,
  query: URLSearchParams,
): Promise<DocumentsAnswer> {
  const { page, limit, offset } = pageOf(query);
  const order = oneOf(query, 'order', DOCUMENT_ORDERS) ?? 'newest';
  const { total, rows } = await ledger.documents({ search: value(query, 'search'), order, limit, offset });
  const speakers = rows.flatMap((row) => row.speaker ?? []);
  return { total, page, pageSize: limit, rows, ...(await directory.names([], speakers)) };
}

export async function documentAnswer(
  ledger: Ledger,
  directory: Directory,
  id: string,
): Promise<DocumentAnswer> {
  const document = await ledger.document(id);
  if (!document) throw notFound(`a document '${id}'`, 'those there are at /documents');
  const { rows } = await ledger.entries({ document: document.id, limit: ALL_OF_A_DOCUMENT });
  const entries = [...rows].sort((a, b) => firstStart(a.entry) - firstStart(b.entry));
  const speaker = document.speaker === undefined ? [] : [document.speaker];
  return { document, entries, ...(await directory.names(rows, speaker)) };
}

export async function partiesAnswer(ledger: Ledger, query: URLSearchParams): Promise<PartiesAnswer> {
  const parties = await ledger.parties(value(query, 'search'));
  const rows = parties.map(({ party: { id, name, kind }, entries }) => ({ id, name, kind, entries }));
  return { total: rows.length, rows };
}

export async function entriesAnswer(
  ledger: Ledger,
  directory: Directory,
  query: URLSearchParams,
): Promise<EntriesAnswer> {
  const { page, limit, offset } = pageOf(query);
  const asked = query.getAll('party').filter((text) => text.trim() !== '');
  const parties = await Promise.all(asked.map((text) => directory.resolve(text, 'usage')));
  const { total, rows } = await ledger.entries({
    kind: kindOf(query),
    modality: modalityOf(query),
    type: value(query, 'type'),
    document: value(query, 'document'),
    parties,
    ...periodOf(query),
    limit,
    offset,
  });
  return { total, page, pageSize: limit, rows, ...(await directory.names(rows, parties)) };
}

export async function entryAnswer(ledger: Ledger, directory: Directory, id: string): Promise<EntryAnswer> {
  const found = await ledger.entry(id);
  const document = found && (await ledger.document(found.entry.document));
  if (!document) throw notFound(`an entry '${id}'`, 'those there are at /entries');
  return {
    entry: found.entry,
    quotes: found.entry.passages.map(({ start, end }) => quote(document.text, start, end)),
    sentences: sentencesOf(document.text, found.entry.passages),
    document: {
      id: document.id,
      title: document.title,
      published: document.published,
      sources: document.sources,
    },
    ...(await directory.names([found])),
  };
}

/** The sentences that `passages` touch, cut as the reader cuts them. */
function sentencesOf(text: string, passages: readonly Span[]): string[] {
  const places = passages.map(
    ({ start, end }) => [utf16Offset(text, start), utf16Offset(text, end)] as const,
  );
  return segment(text)
    .filter((sentence) => places.some(([start, end]) => sentence.start < end && start < sentence.end))
    .map(({ start, end }) => text.slice(start, end));
}

function quote(text: string, start: number, end: number): Quote {
  const from = Math.max(0, start - CONTEXT);
  const before = sliceCodePoints(text, from, start);
  const exact = sliceCodePoints(text, start, end);
  const after = text.slice(utf16Offset(text, end), utf16Offset(text, end + CONTEXT));
  return { start, end, prefix: before, exact, suffix: after };
}

function firstStart(entry: Entry): number {
  return Math.min(...entry.passages.map(({ start }) => start));
}
