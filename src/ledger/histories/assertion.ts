import type { TieEntry } from '../../record/index.js';

/** What a history needs to know of a tie. */
export type AssertedTie = Pick<
  TieEntry,
  | 'id'
  | 'tie'
  | 'grade'
  | 'name'
  | 'parties'
  | 'instrument'
  | 'since'
  | 'until'
  | 'status'
  | 'modality'
  | 'speaker'
>;

/** A tie as one document, or a row of the register, asserts it. */
export interface TieAssertion {
  readonly entry: AssertedTie;
  /** When the document came out or was delivered; of a row, the day of its step. EDTF. */
  readonly published?: string;
  readonly register?: RegisterRow;
}

/** What a row of the register has that an entry has not. */
export interface RegisterRow {
  /** Treaty, declaration or organisation, with its date. */
  readonly source: string;
  /** The treaty's name. */
  readonly title?: string;
  readonly move?: 'raised' | 'downgraded';
  /** The last day on which what it says is known to hold, EDTF. */
  readonly through: string;
}

/** Who speaks in the register. */
export const REGISTER = 'register';

/** The grade on its ladder if it stands there, else as written. */
export function gradeOf({ entry }: TieAssertion): string | undefined {
  return entry.grade?.normalised ?? entry.grade?.written;
}
