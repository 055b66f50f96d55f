import type { Clause } from './clause.js';
import type { NamesActor } from './frame.js';
import type { ActClass, ActRow, Lexicon, Stage, StageRow } from './lexicon.js';

/** A word that names an act, at the stage that its surroundings give it. */
export interface Deed {
  /** Token that names the act. */
  readonly token: number;
  /** Token that gives the outermost stage: the act's own, or "urged", "refused to", "threatened". */
  readonly outer: number;
  readonly act: string;
  readonly actClass: ActClass;
  readonly stage: Stage;
  /** After "ended" the act is another one: an ended sanction yields, an ended aid sanctions. */
  readonly reversed: boolean;
  /** Somebody is asked to do it: "asked Brazil to …". */
  readonly addressed: boolean;
  /** Asked by way of an appeal, not a demand: CAMEO 02x instead of 10x. */
  readonly appeal: boolean;
  readonly row: ActRow;
  readonly clause: Clause | undefined;
  readonly noun: boolean;
  /** Conditions of the row that held; more is surer. */
  readonly specificity: number;
  readonly sources: readonly number[];
  readonly recipients: readonly number[];
  readonly symmetric: boolean;
  /** Only considered: "is mulling", "considers". */
  readonly weak: boolean;
  /** Under if, whether, may, might, could, would. */
  readonly hypothetical: boolean;
  /** Report verbs above the act, outermost first. */
  readonly reports: readonly Report[];
  /** Tokens that moved the stage, inner first. */
  readonly stagedBy: readonly number[];
  /** Words that decided, for `explain`: "refused (refused)", … */
  readonly because: readonly string[];
}

export interface Report {
  readonly token: number;
  readonly row: StageRow;
}

export interface DeedContext {
  readonly lexicon: Lexicon;
  readonly namesActor: NamesActor;
  /** Objects that are part of their verb's act. */
  readonly taken?: ReadonlySet<number>;
}
