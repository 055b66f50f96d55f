import type { ParsedSentence } from '../../language/index.js';

/** How far the model is. Bytes are those that travel; `total` is unknown where the server does not say. */
export type ModelState =
  | { readonly kind: 'loading'; readonly received: number; readonly total: number | undefined }
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string; readonly remedy: string };

/** How far a text is: sentences and words so far, of how many sentences, in how much time of computing. */
export interface Progress {
  readonly run: number;
  readonly parsed: number;
  readonly sentences: number;
  readonly words: number;
  readonly milliseconds: number;
}

/** Sentences that the page shows, from number `first`, counted from 0. */
export interface Shown {
  readonly run: number;
  readonly first: number;
  readonly sentences: readonly ParsedSentence[];
}

/** What the page asks of the worker. A later `analyse` ends the one before. */
export type Request =
  | { readonly ask: 'load'; readonly address: string }
  | { readonly ask: 'analyse'; readonly run: number; readonly text: string }
  | { readonly ask: 'show'; readonly run: number; readonly first: number; readonly count: number }
  | { readonly ask: 'conllu'; readonly run: number; readonly number: number };

export type Answer =
  | { readonly tell: 'model'; readonly state: ModelState }
  | { readonly tell: 'progress'; readonly progress: Progress }
  | { readonly tell: 'shown'; readonly shown: Shown }
  | { readonly tell: 'conllu'; readonly number: number; readonly conllu: string };
