import { COVERAGE_COLUMNS, TABLES } from './tables.js';
import { TIES_WITH_COVERAGE, VIEWS } from './views.js';

/** A step from one version of the schema to the next. */
export interface Migration {
  readonly version: number;
  readonly statements: readonly string[];
}

/**
 * All steps, oldest first; the last one's version is the schema's. Never change one that was published.
 * No function defaults, no keys, no indexes: a file with a function default that was altered and then killed before a
 * checkpoint does not open again (DuckDB 1.5), and indexes would have to be maintained by every insert.
 */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, statements: [...TABLES, ...VIEWS] },
  { version: 2, statements: [...COVERAGE_COLUMNS, ...TIES_WITH_COVERAGE] },
];
