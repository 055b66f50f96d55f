import type { Reader } from '../../reader/index.js';
import type { Document, Entry, EntryKind, Span } from '../../record/index.js';

/** What the pipeline needs of a reader. */
export type DocumentReader = Pick<Reader, 'version' | 'read'>;

/** A document to be read, or why there is none; what `loadDocuments` gives. */
export type Incoming =
  | {
      readonly ok: true;
      readonly path: string;
      readonly document: Document;
      /** Stretches that are not read, in code points. */
      readonly boilerplate?: readonly Span[];
    }
  | { readonly ok: false; readonly path: string; readonly error: Error };

/** A document that a reader is to read. */
export interface ReadingTask {
  readonly path: string;
  readonly document: Document;
  readonly skip: readonly Span[];
}

export type EntryCounts = Readonly<Record<EntryKind, number>>;

/** What became of a task. Entries are made one after another from what the worker sent. */
export type Outcome =
  | {
      readonly ok: true;
      readonly entries: Iterable<Entry>;
      readonly counts: EntryCounts;
      /** Words and punctuation marks of the text. */
      readonly tokens: number;
    }
  | { readonly ok: false; readonly reason: string };

/** Reads documents, several at a time. */
export interface Crew {
  readonly version: string;
  /** How many tasks may be given before the first is done. */
  readonly capacity: number;
  read(task: ReadingTask): Promise<Outcome>;
  /** Ends the work, also of tasks under way. */
  close(): Promise<void>;
}

export const NO_ENTRIES: EntryCounts = { event: 0, tie: 0, commitment: 0, claim: 0, measure: 0 };

export function addCounts(a: EntryCounts, b: EntryCounts): EntryCounts {
  return {
    event: a.event + b.event,
    tie: a.tie + b.tie,
    commitment: a.commitment + b.commitment,
    claim: a.claim + b.claim,
    measure: a.measure + b.measure,
  };
}

/** How many entries there are of each kind. */
export function countKinds(entries: readonly Entry[]): EntryCounts {
  const counts = { ...NO_ENTRIES };
  for (const { kind } of entries) counts[kind]++;
  return counts;
}
