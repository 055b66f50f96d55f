import type { Coverage, Instrument, Party, PartyRef, TieStatus, TieType } from '../../record/index.js';
import type { Remark } from './remarks.js';

/** Registers that can be imported, by what the user types. */
export const REGISTER_FORMATS = ['atop', 'cow-states', 'desta', 'huggo', 'gptad', 'migo', 'iigo'] as const;
export type RegisterFormat = (typeof REGISTER_FORMATS)[number];

/** What a register asserts of one tie, and the lines of the document that say so. */
export interface RegisterTie {
  readonly tie: TieType;
  readonly parties: readonly PartyRef[];
  readonly name?: string;
  /** What the parties owe each other, in words. */
  readonly grade?: string;
  readonly instrument?: string;
  readonly since?: string;
  readonly until?: string;
  readonly status: TieStatus;
  readonly coverage: Coverage;
  /** Which of the register's `lines` say so, in order. */
  readonly lines: readonly number[];
}

/** A register, its rows collapsed to spells. The order of its rows makes no difference. */
export interface Register {
  readonly title: string;
  /** Days that it speaks of as a whole. */
  readonly coverage: Coverage;
  /** Names of the columns of `lines`. */
  readonly columns: readonly string[];
  /** The register's own codes and values, comma-separated, one spell or row a line. */
  readonly lines: readonly string[];
  readonly ties: readonly RegisterTie[];
  /** Those that it names and that no table of ours holds. */
  readonly parties: readonly Party[];
  readonly instruments: readonly Instrument[];
  /**
   * Of a register of memberships by year: the years for which it covers each state, by party. A state that is missing here it
   * does not cover at all.
   */
  readonly states?: ReadonlyMap<string, { readonly first: number; readonly last: number }>;
  /** Rows of the file, without the line of column names. */
  readonly rows: number;
  /** Rows that were not taken. */
  readonly leftOut: readonly Remark[];
  /** Rows that were taken as they stand though something about them is doubtful, or that were read by name. */
  readonly doubtful: readonly Remark[];
}
