/** What a judge is shown of a thing: named features, and words by the place that they have (`token`, `object`, …). */
export interface Sight {
  readonly features: readonly string[];
  /** Rows of the table of word vectors by slot; −1 where there is no word, or none with a vector. */
  readonly words: Int32Array;
}

/** Places of words whose vectors the judge of acts sees: the act, what stages it, its subject, object, governor. */
export const ACT_SLOTS = 5;
/** Those of the judge of roles: the party's head, what that hangs on, the act. */
export const ROLE_SLOTS = 3;
