import type { BagModel } from './bag-model.js';
import type { FirstLook } from './first-look.js';

/** Two judges: of the act that a word tells, if any, and of who plays which part in it. */
export interface EventJudges {
  /** Classes are PLOVER types and `none`. */
  readonly acts: BagModel;
  /** Classes are those of `ROLES`. */
  readonly roles: BagModel;
  /** Which verbs are judged at all; without it all are. */
  readonly firstLook?: FirstLook | undefined;
}

export const ROLES = ['none', 'source', 'recipient', 'both'] as const;
export type Role = (typeof ROLES)[number];
