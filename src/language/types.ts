/** Universal part-of-speech tags (UD v2). */
export const UPOS = [
  ...(['ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM'] as const),
  ...(['PART', 'PRON', 'PROPN', 'PUNCT', 'SCONJ', 'SYM', 'VERB', 'X'] as const),
] as const;
export type Upos = (typeof UPOS)[number];

/**
 * One sentence, as parallel arrays over its `length` syntactic words (UD style: "don't" is "do" + "n't").
 * All offsets are UTF-16 code units into the text that was given, end exclusive.
 */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly length: number;
  /** As written in the text: `text.slice(starts[i], ends[i])`. */
  readonly forms: readonly string[];
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

export interface TaggedSentence extends Sentence {
  readonly upos: readonly Upos[];
  /** Penn Treebank tags. */
  readonly xpos: readonly string[];
  /** Lower case but for proper nouns. */
  readonly lemmas: readonly string[];
}

export interface ParsedSentence extends TaggedSentence {
  /** Index of the head within the sentence; −1 for the root. */
  readonly heads: Int32Array;
  /** UD v2 relation to the head, with subtypes where the treebanks have them (`nsubj:pass`, `acl:relcl`). */
  readonly deprels: readonly string[];
}
