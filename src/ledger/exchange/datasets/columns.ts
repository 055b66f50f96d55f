import type { Row } from './row.js';

/** The layout of a data set: its columns in order, each with what stands in it. Nothing stands where nothing is known. */
export interface Dataset {
  readonly columns: readonly (readonly [string, (row: Row) => string | number | undefined])[];
  /** Whether a visit has a second row, from its host to its visitor. */
  readonly visits: boolean;
}

/** For columns about what Entente does not record. */
export const nothing = (): undefined => undefined;
