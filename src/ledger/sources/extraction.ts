import type { Metadata, Origin } from './types.js';

/** What one file of a single document gave: its text, and the metadata that the format carries. */
export interface Extraction {
  readonly text: string;
  readonly metadata: Metadata;
  /** What `metadata` comes from. */
  readonly origin: Origin;
  readonly warnings: readonly string[];
  /** Length of the text's beginning that is front matter, in UTF-16 code units. */
  readonly frontMatter?: number;
}
