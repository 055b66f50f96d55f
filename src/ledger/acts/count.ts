import { z } from 'zod';
import { EntenteError, type Modality } from '../../record/index.js';
import { holderOf } from '../access/holder.js';
import { count, known, optionalNumber, optionalText } from '../store/fields.js';
import { rowsByColumn, rowsOf } from '../store/rows.js';
import { inTransaction } from '../store/transaction.js';
import type { Ledger } from '../types.js';
import { countQuery, isPaired, type Query, readQuery, tablesToCount, timesOf } from './count-sql.js';
import type { CountOptions, Grouping, Period } from './grouping.js';

/** How the dates of what a row counts fit the months or years, and the time, that were asked for. */
const DATED = ['yes', 'coarser', 'no'] as const;

/** What has the same party, other, type, month and so on; only those that were asked for are there, and known. */
export interface CountRow {
  readonly party?: string;
  readonly other?: string;
  readonly source?: string;
  readonly recipient?: string;
  readonly type?: string;
  /** 1–4. */
  readonly quad?: number;
  /** `YYYY-MM` and `YYYY`. */
  readonly month?: string;
  readonly year?: string;
  /** `coarser`: known only to a longer time than was asked for; `no`: without a date. */
  readonly dated: (typeof DATED)[number];
  /** Entries. */
  readonly events: number;
  /** Reported acts, each in the time of its first report; not known without a date. */
  readonly acts?: number;
  /** Documents that tell of these events. */
  readonly documents: number;
  /** All documents of that time that the ledger has, whatever they tell; absent where the time is not known. */
  readonly read?: number;
}

export interface Counts {
  readonly by: readonly Grouping[];
  readonly modality: Modality | 'any';
  /** In order of what they are counted by; the unknown come last. */
  readonly rows: readonly CountRow[];
  /** Each event, act and document once, however many rows it stands in. */
  readonly totals: readonly Pick<CountRow, 'dated' | 'events' | 'acts' | 'documents'>[];
  /** Documents of the ledger by month or year, of the time asked for; by neither, all of them in one row. */
  readonly read: readonly (Period & { readonly dated: CountRow['dated']; readonly documents: number })[];
}

const dated = z.enum(DATED);
const time = { month: optionalText, year: optionalText };
const Row = z.object({
  ...{ party: optionalText, other: optionalText, source: optionalText, recipient: optionalText },
  ...{ type: optionalText, quad: optionalNumber, ...time },
  ...{ dated, events: count, acts: count, documents: count },
});
const ReadRow = z.object({ ...time, dated, documents: count });

/**
 * Counts events and the acts that they report, with the documents read beside them: more documents on a month are not more
 * acts. An event that concerns several dyads counts in each; in `totals` it counts once.
 *
 * @throws EntenteError `usage` for a grouping given twice
 * @example
 * const { rows } = await countEvents(ledger, { by: ['dyad', 'month'], parties: ['CHN'] });
 * rows[0] // { party: 'CHN', other: 'PHL', month: '2012-04', dated: 'yes', events: 3, acts: 1, documents: 3, read: 12 }
 */
export function countEvents(ledger: Ledger, options: CountOptions = {}): Promise<Counts> {
  const { by = ['dyad', 'month'], modality = 'asserted' } = options;
  const twice = by.find((grouping, i) => by.indexOf(grouping) !== i);
  if (twice !== undefined)
    throw new EntenteError('usage', `'${twice}' is given twice`, { remedy: 'count by each once' });
  const times = timesOf(by);
  const paired = isPaired(by);
  const asksParties = (options.parties ?? []).length > 0;
  return holderOf(ledger.file).use('read', (connection) =>
    inTransaction(connection, async () => {
      const answers = <T>(row: z.ZodType<T>, { sql, values }: Query) => rowsOf(connection, row, sql, values);
      for (const { sql, values } of tablesToCount(options, paired)) await connection.run(sql, values);
      const counted = async ({ sql, values }: Query) => rowsByColumn(connection, Row, sql, values);
      const rows = await counted(countQuery(by, times, options, paired));
      const totals = await counted(countQuery([], times, options, paired && asksParties));
      const read = (await answers(ReadRow, readQuery(times, options))).map(known);
      return { by, modality, rows: withRead(rows, read), totals: totals.map(plain), read };
    }),
  );
}

/** Rows with the documents read in their time. */
function withRead(rows: readonly z.infer<typeof Row>[], read: Counts['read']): CountRow[] {
  const time = ({ month, year }: Period) => `${month} ${year}`;
  const placed = read.filter((row) => row.dated === 'yes');
  const byTime = new Map(placed.map((row) => [time(row), row.documents]));
  return rows.map((row) =>
    row.dated === 'yes' ? { ...plain(row), read: byTime.get(time(row)) ?? 0 } : plain(row),
  );
}

/** Without what is not known. */
function plain({ acts, ...row }: z.infer<typeof Row>): CountRow {
  return known({ ...row, acts: row.dated === 'no' ? undefined : acts });
}
