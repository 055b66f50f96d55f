/** A predicate with what it says of whom, voice undone: `subjects` act, `objects` are acted on. */
export interface Clause {
  readonly predicate: number;
  readonly passive: boolean;
  readonly negated: boolean;
  readonly future: boolean;
  readonly past: boolean;
  /** Lemma of a modal auxiliary other than will and shall: may, might, could, can, should, must, would, ought. */
  readonly modal: string | undefined;
  readonly particle: string | undefined;
  readonly subjects: readonly number[];
  readonly objects: readonly number[];
  readonly indirect: readonly number[];
  readonly obliques: readonly Oblique[];
}

export interface Oblique {
  readonly preposition: string;
  readonly head: number;
}
