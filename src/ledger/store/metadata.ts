import { createHash } from 'node:crypto';
import type { Document, Source } from '../../record/index.js';

/** What sources say about a document besides its text. */
export type Metadata = Pick<
  Document,
  'title' | 'genre' | 'published' | 'delivered' | 'authors' | 'speaker' | 'language'
>;

/** 64 bits of a hash of the metadata, as DuckDB's UBIGINT. */
export function metadataHash(metadata: Metadata): bigint {
  return createHash('sha256').update(canonicalMetadata(metadata)).digest().readBigUInt64BE();
}

/**
 * Whether the metadata of one source is to be preferred to that of another for the same text: the fuller one, among
 * equally full ones the first by its letters. It depends on nothing but the two, so that the order of reading does not matter.
 */
export function outranks(a: Metadata, b: Metadata): boolean {
  const difference = known(a) - known(b);
  return difference === 0 ? canonicalMetadata(a) < canonicalMetadata(b) : difference > 0;
}

/** Two sources with the same key are the same place, read again. */
export function sourceKey(source: Pick<Source, 'path' | 'url'>): string {
  return JSON.stringify([source.path, source.url ?? null]);
}

function canonicalMetadata(metadata: Metadata): string {
  const { title, genre, published, delivered, authors, speaker, language } = metadata;
  return JSON.stringify(
    [title, genre, published, delivered, authors, speaker, language].map((v) => v ?? null),
  );
}

function known(metadata: Metadata): number {
  const { title, genre, published, delivered, authors, speaker } = metadata;
  return [title, genre, published, delivered, authors[0], speaker].filter((v) => v !== undefined).length;
}
