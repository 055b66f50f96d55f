import { COVERAGE_COLUMNS, DISTANCED_COLUMN, TABLES } from './tables.js';
import { CLAIMS_HELD_JOINTLY, CLAIMS_WITH_CONTRAST, TIES_WITH_COVERAGE, VIEWS } from './views.js';

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
  {
    version: 3,
    statements: [
      'ALTER TABLE store.assessment ADD COLUMN rejected VARCHAR[]',
      'ALTER TABLE store.assessment ADD COLUMN evidence_window VARCHAR',
      `CREATE OR REPLACE VIEW assessments AS SELECT
        id, commitment, status, score, evidence, coalesce(rejected, []) AS rejected, guideline,
        evidence_window AS "window", "at", assessor AS "by" FROM store.assessment`,
    ],
  },
  { version: 4, statements: [DISTANCED_COLUMN, ...CLAIMS_WITH_CONTRAST] },
  { version: 5, statements: CLAIMS_HELD_JOINTLY },
];
