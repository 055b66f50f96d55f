import type { ReaderOptions } from '../../reader/index.js';
import type { Document, Span } from '../../record/index.js';
import type { EntryCounts } from './types.js';

/** What a worker is made with. */
export interface WorkerSetup {
  readonly options: ReaderOptions;
  /** Module with a `createReader` instead of the reader floor's; for tests. */
  readonly readerModule?: string;
}

export interface ToWorker {
  readonly task: number;
  readonly document: Document;
  readonly skip: readonly Span[];
}

export type FromWorker =
  | { readonly is: 'ready'; readonly version: string }
  | { readonly is: 'unusable'; readonly code?: string; readonly message: string; readonly remedy?: string }
  /** Some of a document's entries, as a JSON array in UTF-8: a small buffer that changes hands instead of being copied. */
  | { readonly is: 'part'; readonly task: number; readonly entries: Uint8Array }
  | { readonly is: 'done'; readonly task: number; readonly counts: EntryCounts; readonly tokens: number }
  | { readonly is: 'failed'; readonly task: number; readonly reason: string };
