import type { TieEntry } from '../../record/index.js';

/** A tie as one document asserts it. */
export interface TieAssertion {
  readonly entry: TieEntry;
  /** When the document came out or was delivered, EDTF. */
  readonly published?: string;
}

/** The grade on its ladder if it stands there, else as written. */
export function gradeOf({ entry }: TieAssertion): string | undefined {
  return entry.grade?.normalised ?? entry.grade?.written;
}
