export type { LedgerAccess } from './access.js';
export { type AppOptions, createApp } from './app.js';
export * from './schemas.js';
export * from './standing-schemas.js';
export { DEFAULT_PORT, listen, type Serving } from './start.js';
