export * from './dates.js';
export * from './errors.js';
export * from './figure-words.js';
export * from './ids.js';
export * from './passages.js';
export * from './plover.js';
export * from './schema.js';
