import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { count } from '../store/fields.js';
import { rowsOf } from '../store/rows.js';
import type { Totals } from '../types.js';
import { CURRENT_READING } from './condition.js';

/** Documents, their length in all, and current entries by kind. */
export async function countAll(connection: DuckDBConnection): Promise<Totals> {
  const [documents] = await rowsOf(
    connection,
    z.object({ documents: count, points: count }),
    'SELECT count(*) AS documents, coalesce(sum(code_points), 0)::BIGINT AS points FROM store.document',
  );
  const kinds = await rowsOf(
    connection,
    z.object({ kind: z.string(), entries: count }),
    `SELECT e.kind, count(*) AS entries FROM store.entry e JOIN store.reading r ON r.key = e.reading
     WHERE ${CURRENT_READING} GROUP BY e.kind`,
  );
  const of = (kind: string) => kinds.find((row) => row.kind === kind)?.entries ?? 0;
  return {
    documents: documents?.documents ?? 0,
    codePoints: documents?.points ?? 0,
    entries: {
      event: of('event'),
      tie: of('tie'),
      commitment: of('commitment'),
      claim: of('claim'),
      measure: of('measure'),
    },
  };
}
