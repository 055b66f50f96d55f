import type { TaggedSentence } from '../language/index.js';
import type { Item } from './item.js';
import type { OfficeSense } from './senses.js';
import type { Gazetteer, Via } from './types.js';

/** What a stretch of items and words between them names as a whole. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** Absent for a bare office ("the president"). */
  readonly id?: string;
  readonly via: Via;
  readonly confidence: number;
  readonly person?: string;
  /** The item that the phrase consists of, where it is only one. */
  readonly item?: Item;
  /** The offices in it, in order. */
  readonly offices: readonly OfficeSense[];
  /** Whether it begins with an adjective or abbreviation that a conjunct may share. */
  readonly shares: boolean;
}

/** What the patterns look at. */
export interface Scene {
  readonly sentence: TaggedSentence;
  readonly text: string;
  readonly items: readonly Item[];
  readonly gazetteer: Gazetteer;
  /** Index of the item that covers a token, else −1. */
  readonly itemAt: readonly number[];
}
