import type { EntryKind } from '../../record/index.js';

export type Format = 'jsonl' | 'csv' | 'parquet';

/** File of an export that holds the entries of a kind, without its ending. */
export const FILE_OF_KIND: Readonly<Record<EntryKind, string>> = {
  event: 'events',
  tie: 'ties',
  commitment: 'commitments',
  claim: 'claims',
  measure: 'measures',
};

/** All files of an export, without their endings. `readings` tells by which reader and when each document was read. */
export const FILES: readonly string[] = [
  'documents',
  'readings',
  'parties',
  'instruments',
  ...Object.values(FILE_OF_KIND),
  'assessments',
  'verdicts',
];
