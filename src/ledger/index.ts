export * from './ledger.js';
export type * from './types.js';
