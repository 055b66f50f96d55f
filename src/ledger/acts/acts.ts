import { z } from 'zod';
import { EventEntry, Modality } from '../../record/index.js';
import { holderOf } from '../access/holder.js';
import { page } from '../query/entries.js';
import { count } from '../store/fields.js';
import { rowsOf } from '../store/rows.js';
import { inTransaction } from '../store/transaction.js';
import type { EntryFilter, Ledger } from '../types.js';
import type { ReportedAct } from './group.js';
import { type Asked, acts, askedValues } from './told.js';

/** Which acts to list. All conditions hold; `from` and `to` are days, of which an act's days need only touch the time between. */
export type ActFilter = Pick<
  EntryFilter,
  'parties' | 'type' | 'from' | 'to' | 'modality' | 'limit' | 'offset'
>;

const FoundRow = z.object({
  total: count,
  type: EventEntry.shape.type.nullable(),
  symmetric: z.boolean().nullable(),
  source: z.array(z.string()).nullable(),
  recipient: z.array(z.string()).nullable(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  exact: z.boolean().nullable(),
  reports: z
    .array(
      z.object({
        entry: z.string(),
        document: z.string(),
        date: z.string(),
        modality: Modality,
        speaker: z.string(),
      }),
    )
    .nullable(),
});

/**
 * The acts that a ledger's events report, as `groupActs` groups them, by first day. With a modality, only entries of that
 * modality are looked at.
 *
 * @throws EntenteError `usage` for a limit that is no whole number
 * @example
 * const { total, rows } = await reportedActs(ledger, { parties: ['CHN', 'PHL'], type: 'ACCUSE' });
 */
export function reportedActs(
  ledger: Ledger,
  filter: ActFilter = {},
): Promise<{ total: number; rows: ReportedAct[] }> {
  const { modality = '', type, parties, from = '', to = '' } = filter;
  const asked: Asked = { modality, type, parties };
  const sql = `WITH ${acts(asked)}, found AS MATERIALIZED (
      SELECT any_value(k.type) AS type, any_value(k."symmetric") AS "symmetric", any_value(k.source) AS source,
        any_value(k.recipient) AS recipient, min(e.first_day) AS first, max(e.last_day) AS last,
        any_value(k.exact) AS exact,
        list({
          'entry': replace(e.id::VARCHAR, '-', ''), 'document': lower(hex(d.id)), 'date': e.date,
          'modality': e.modality, 'speaker': e.speaker
        } ORDER BY e.first_day, d.id, e.id) AS reports
      FROM reported JOIN keyed k ON k.key = reported.entry JOIN store.entry e ON e.key = k.key
        JOIN store.document d ON d.key = k.document
      GROUP BY act
      HAVING ($from = '' OR last::VARCHAR >= $from) AND ($to = '' OR first::VARCHAR <= $to)
    ), page AS (
      FROM found ORDER BY first, type, array_to_string(source, ','), array_to_string(recipient, ','), "symmetric", last,
        reports[1].document, reports[1].entry ${page(filter)}
    )
    SELECT (SELECT count(*) FROM found) AS total, p.* REPLACE (first::VARCHAR AS first, last::VARCHAR AS last)
    FROM (SELECT 1) LEFT JOIN page p ON true`;
  return holderOf(ledger.file).use('read', (connection) =>
    inTransaction(connection, async () => {
      const rows = await rowsOf(connection, FoundRow, sql, { ...askedValues(asked), from, to });
      return { total: rows[0]?.total ?? 0, rows: rows.flatMap(act) };
    }),
  );
}

/** Nothing for the row that only has the total, where no act fits. */
function act(row: z.infer<typeof FoundRow>): ReportedAct[] {
  const { type, symmetric, source, recipient, first, last, exact, reports } = row;
  if (type === null || symmetric === null || !source || !recipient || !first || !last || !reports) return [];
  const precision = exact ? 'day' : 'coarser';
  return [{ type, symmetric, source, recipient, first, last, precision, reports }];
}
