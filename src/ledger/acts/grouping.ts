import type { Modality } from '../../record/index.js';

/** What events can be counted by. */
export const GROUPINGS = ['dyad', 'source', 'recipient', 'type', 'quad', 'month', 'year'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface CountOptions {
  /** What to count by; `dyad` and `month` if not given. Empty: all events together. */
  readonly by?: readonly Grouping[];
  /** PLOVER type. */
  readonly type?: string;
  /** At state or body level: all of these take part; by dyad or side, they stand in the pair. */
  readonly parties?: readonly string[];
  /** First and last day `YYYY-MM-DD`. */
  readonly from?: string;
  readonly to?: string;
  /** `asserted` if not given: what is denied or alleged is no deed. `any`: all of them. */
  readonly modality?: Modality | 'any';
}

export interface Period {
  readonly month?: string;
  readonly year?: string;
}

interface Group {
  /** Columns of the answer, and what they are in SQL over event `k`, its pair `pair`, and days `t.day` to `t.until`. */
  readonly columns: Readonly<Record<string, string>>;
  /** Whether it needs pairs of parties. */
  readonly paired: boolean;
}

/**
 * `pair`: each event with each source and recipient at state or body level; in symmetric events everybody is both. A side that
 * nobody is named on is NULL. Parties of one state make a pair within it.
 */
export const PAIR = {
  name: 'pair',
  sql: `SELECT k.key AS entry, one.level AS source, other.level AS recipient FROM keyed k
      LEFT JOIN party one ON one.entry = k.key AND one.side = 'source'
      LEFT JOIN party other ON other.entry = k.key AND other.side = 'recipient'
    WHERE NOT k."symmetric"
    UNION
    SELECT k.key, one.level, other.level FROM keyed k
      LEFT JOIN party one ON one.entry = k.key
      LEFT JOIN party other ON other.entry = k.key AND other.party <> one.party
    WHERE k."symmetric"`,
};

const BOTH = 'pair.source IS NOT NULL AND pair.recipient IS NOT NULL';
const GROUPS: Readonly<Record<Grouping, Group>> = {
  dyad: {
    columns: {
      party: `CASE WHEN ${BOTH} THEN least(pair.source, pair.recipient) ELSE coalesce(pair.source, pair.recipient) END`,
      other: `CASE WHEN ${BOTH} THEN greatest(pair.source, pair.recipient) END`,
    },
    paired: true,
  },
  source: { columns: { source: 'pair.source' }, paired: true },
  recipient: { columns: { recipient: 'pair.recipient' }, paired: true },
  type: { columns: { type: 'k.type' }, paired: false },
  quad: { columns: { quad: 'k.quad' }, paired: false },
  month: { columns: { month: periodOf('month', '%Y-%m') }, paired: false },
  year: { columns: { year: periodOf('year', '%Y') }, paired: false },
};

export function groupingOf(name: Grouping): Group {
  return GROUPS[name];
}

export function isTime(grouping: Grouping): boolean {
  return grouping === 'month' || grouping === 'year';
}

/** SQL for whether days `t.day` to `t.until` lie in one month or year, as asked for, and wholly in the time asked for. */
export function placing(
  times: readonly Grouping[],
  { from, to }: { readonly from?: string; readonly to?: string },
): string {
  const coarser = [
    ...times.map((name) => `${Object.values(groupingOf(name).columns)[0]} IS NULL`),
    ...(from === undefined ? [] : ['t.day < $from::DATE']),
    ...(to === undefined ? [] : ['t.until > $to::DATE']),
  ];
  return `CASE WHEN t.day IS NULL THEN 'no' WHEN ${['false', ...coarser].join(' OR ')} THEN 'coarser' ELSE 'yes' END`;
}

function periodOf(unit: string, format: string): string {
  return `CASE WHEN date_trunc('${unit}', t.day) = date_trunc('${unit}', t.until) THEN strftime(t.day, '${format}') END`;
}
