import type { Figure } from './figures.js';

/** A figure on the tokens it covers, with the clause it stands in. Token indices, ends exclusive. */
export interface Placed {
  readonly figure: Figure;
  readonly first: number;
  readonly last: number;
  readonly predicate: number;
  readonly from: number;
  readonly to: number;
  /** The word that names what is measured, where it is known. */
  readonly noun?: number | undefined;
  /** Whether it is a rise or fall and no level. */
  readonly isChange?: boolean;
}
