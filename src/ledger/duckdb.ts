import { createRequire } from 'node:module';

/**
 * DuckDB's values. It is a CommonJS package of a hundred files: required, it is there in half of the time that `import`
 * takes, which looks through each of them for names first. Every command pays for that. Types are imported as usual.
 */
// The package's own types describe what it gives.
const duckdb = createRequire(import.meta.url)('@duckdb/node-api') as typeof import('@duckdb/node-api');

export const {
  BIGINT,
  DuckDBBlobValue,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBInstance,
  DuckDBUUIDValue,
  INTEGER,
  LIST,
  listValue,
  structValue,
  VARCHAR,
} = duckdb;
