/**
 * What the relation network sees of a text: its words, each with named features, a row of the table of word vectors and its
 * head; and what holds of the text as a whole.
 */
export interface WordGraph {
  readonly forms: readonly string[];
  readonly features: readonly (readonly string[])[];
  /** Rows of the word vectors; −1 without one. */
  readonly vectors: Int32Array;
  /** Places of the heads in the text; −1 for a root. */
  readonly heads: Int32Array;
  /** How each word hangs on its head, 1 to 5; see `EDGES`. */
  readonly edges: Uint8Array;
  readonly whole: readonly string[];
}

/** Kinds of arcs that the network tells apart, besides the one to the head: subject, object, clause, oblique, other. */
export const EDGES = 5;
