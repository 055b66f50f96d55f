import type { Deed } from '../deed.js';
import type { Scene } from '../scene.js';

/** A span of code points with its role: source, target or reciprocal. */
export interface MarkedSpan {
  readonly role: 'S' | 'T' | 'R';
  readonly start: number;
  readonly end: number;
}

/** A word that may be the main act of its text, with who does it to whom. */
export interface Candidate {
  readonly scene: Scene;
  readonly token: number;
  readonly sources: readonly number[];
  readonly recipients: readonly number[];
  readonly deed: Deed | undefined;
  readonly score: number;
}
