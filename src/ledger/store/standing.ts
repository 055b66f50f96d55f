import type { Document, Source } from '../../record/index.js';
import { type Metadata, metadataHash, outranks, sourceKey } from './metadata.js';
import { compareReaders } from './versions.js';

/** What the ledger holds of a document: the current reading, and what each source said. */
export interface Held {
  readonly reader: string;
  readonly metadata: Metadata;
  readonly sources: ReadonlyMap<string, HeldSource>;
}

export interface HeldSource {
  readonly title?: string;
  readonly publisher?: string;
  /** Hash of what it said about the document. */
  readonly metadata: bigint;
}

/**
 * What reading a document would do.
 * - `new`: the text is not in the ledger.
 * - `replaced`: another reader that is not older, or metadata that is to be used instead.
 * - `source-added`: only where it comes from is news; the entries stay.
 * - `unchanged`: nothing is news, or (`newer: true`) a newer reader has read it and an older one must not undo that.
 */
export type Standing =
  | { readonly stored: 'new' }
  | { readonly stored: 'replaced' }
  | { readonly stored: 'source-added' | 'unchanged'; readonly newer: boolean };

/** Decides by the document as held and as it comes; see {@link Standing}. */
export function standing(held: Held | undefined, document: Document, reader: string): Standing {
  if (!held) return { stored: 'new' };
  const hash = metadataHash(document);
  const news = document.sources.some((source) => isNews(held, source, hash));
  const kept = (newer = false): Standing => ({ stored: news ? 'source-added' : 'unchanged', newer });
  if (held.reader !== reader) {
    const order = compareReaders(reader, held.reader);
    return order < 0 ? kept(true) : { stored: 'replaced' };
  }
  const used = metadataHash(held.metadata);
  if (hash === used) return kept();
  const before = document.sources.map((source) => held.sources.get(sourceKey(source))?.metadata);
  // The same place says something else than before, and what it said before is in use.
  if (before.includes(used) || before.length === 0) return { stored: 'replaced' };
  return outranks(document, held.metadata) && !before.includes(hash) ? { stored: 'replaced' } : kept();
}

function isNews(held: Held, source: Source, hash: bigint): boolean {
  const known = held.sources.get(sourceKey(source));
  return (
    known === undefined ||
    known.metadata !== hash ||
    known.title !== source.title ||
    known.publisher !== source.publisher
  );
}
