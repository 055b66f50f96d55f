export * from './evaluate/index.js';
export type { Explanation, SentenceExplanation } from './explain.js';
export type { Judgement } from './judges/judgement.js';
export { READER_VERSION, type Resources, readDocument } from './read.js';
export { createReader, documentOf, type Reader, type ReaderOptions } from './reader.js';
export type { Choice, Opinion } from './relations/opinion.js';
