/**
 * Entente as a library: read documents into entries and keep them in a ledger. Each floor is a subpath of its own.
 *
 * @packageDocumentation
 */
export * as gazetteer from './gazetteer/index.js';
export * as language from './language/index.js';
export * as ledger from './ledger/index.js';
export { createReader, documentOf, READER_VERSION, type Reader } from './reader/index.js';
export * from './record/index.js';
