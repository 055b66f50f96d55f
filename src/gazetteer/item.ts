import type { TokenAtoms } from './lexicon.js';
import type { Hit } from './scan.js';
import type { OfficeSense, Sense } from './senses.js';
import type { DocumentMemory } from './types.js';

/** What a document's day and earlier sentences say for the reading of a name. */
export interface Setting {
  readonly day?: string;
  readonly speaker?: string;
  readonly memory?: DocumentMemory;
  /** The atoms of the sentence's tokens, where the caller keeps them. */
  readonly atoms?: readonly TokenAtoms[];
}

/** A hit with the one sense that it has here. */
export interface Item {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly sense: Sense;
  readonly confidence: number;
  /** The sense as a town, of a capital that may also stand for its government. */
  readonly town?: { readonly id: string; readonly within?: string };
  /** The form as an office, of an organ whose name other states' organs share ("Foreign Office"). */
  readonly office?: OfficeSense;
}

/** A hit in one of its senses. Written out, so that all items have one shape: the engine is slow with many. */
export function itemOf(
  { first, last, start, end }: Hit,
  sense: Sense,
  confidence: number,
  town?: Item['town'],
  office?: OfficeSense,
): Item {
  return { first, last, start, end, sense, confidence, town, office };
}
