/** Sizes of the network's parts. */
export interface NetworkShape {
  /** Columns of the table of features. */
  readonly features: number;
  /** Columns of the word vectors. */
  readonly vector: number;
  /** Width of the layer that makes a word's features and vector one. */
  readonly hidden: number;
  /** Width of the recurrent layers, both directions together; a multiple of 16. */
  readonly width: number;
  readonly layers: number;
  /** After how many recurrent layers the tags are read off. */
  readonly tagLayer: number;
  /** Width of what a word shows as dependent and as head, for arcs and for relations; multiples of 16. */
  readonly arc: number;
  readonly relation: number;
}

/** A matrix of `rows` × `columns` in 8 bits with a factor a column, and what is added to its products. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** By rows. */
  readonly values: Int8Array;
  readonly scale: Float32Array;
  readonly bias: Float32Array;
}

/** All weights of the network that tags and parses (see docs/language.md for its plan). */
export interface NetworkWeights {
  readonly shape: NetworkShape;
  /** Hashes of the known lower-case forms, see `word-rows.ts`. */
  readonly forms: Uint32Array;
  /** Features' rows × columns, times `featureScale`. */
  readonly features: Int8Array;
  readonly featureScale: number;
  /** Hashes of the lower-case forms that have a vector. */
  readonly vectorForms: Uint32Array;
  /** Vectors by rows; a column's values times its `vectorScale`. */
  readonly vectors: Int8Array;
  readonly vectorScale: Float32Array;
  /** `hidden`, `input`, `layer0`…, `tags`, `arcs`, `relations`, `bilinear`, `labels`. */
  readonly matrices: Readonly<Record<string, Matrix>>;
  /** For each layer and direction, forward first: forget weights and reset weights. */
  readonly recurrences: readonly Float32Array[];
  /** What a distance between word and head adds to the score of an arc, 64 buckets. */
  readonly distances: Float32Array;
}
