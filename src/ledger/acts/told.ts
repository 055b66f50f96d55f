import type { Modality } from '../../record/index.js';
import { levelOf } from '../histories/subject.js';
import { CURRENT_READING } from '../query/condition.js';
import { ACT_DAYS } from './group.js';

/** The party in column `party` at state or body level, as `levelOf` has it. */
const LEVEL = `CASE WHEN starts_with(p.party, '-/') THEN p.party ELSE split_part(p.party, '/', 1) END`;

/** What is asked of events before they are grouped; it is part of what makes an act, so that no act is torn apart. */
export interface Asked {
  readonly type?: string;
  readonly parties?: readonly string[];
  /** Any where it is empty. */
  readonly modality: Modality | '';
}

/** Values for {@link acts}. */
export function askedValues({ type = '', parties = [], modality }: Asked): Record<string, string> {
  return {
    ...{ type, modality },
    ...Object.fromEntries(parties.map((party, i) => [`party${i}`, levelOf(party)])),
  };
}

/**
 * Common table expressions, without `WITH`, by which DuckDB does what `groupActs` does, over the current events that fit:
 *
 * - `party`: a row for each party of an event: `entry`, `side`, `party`, `level`;
 * - `keyed`: the events, with `source` and `recipient` as sorted lists, `same` (equal where type and parties are),
 *   `exact` (dated to the day, or to a few), and the days `day` to `until` that the date may mean, one day where exact;
 * - `act`: the acts: `act` (a number that holds for this query only), `same`, `day`, `until`, `exact`;
 * - `reported`: `entry` and `act`, for events with a date.
 */
export function acts({ parties = [] }: Asked): string {
  const named = parties.map(
    (_, i) => `AND e.key IN (
      SELECT p.entry FROM store.entry_party p WHERE p.side IN ('source', 'recipient') AND ${LEVEL} = $party${i})`,
  );
  return `
  told AS MATERIALIZED (
    SELECT e.key, e.id, r.document, e.type, e.quad, e."symmetric", e.first_day, e.last_day
    FROM store.entry e JOIN store.reading r ON r.key = e.reading
    WHERE e.kind = 'event' AND ${CURRENT_READING} AND ($modality = '' OR e.modality = $modality)
      AND ($type = '' OR lower(e.type) = lower($type)) ${named.join(' ')}
  ), party AS MATERIALIZED (
    SELECT p.entry, p.side, p.party, ${LEVEL} AS level FROM store.entry_party p SEMI JOIN told ON told.key = p.entry
  ), sides AS (
    SELECT entry, list_sort(list_distinct(coalesce(list(level) FILTER (side = 'source'), []))) AS source,
      list_sort(list_distinct(coalesce(list(level) FILTER (side = 'recipient'), []))) AS recipient
    FROM party GROUP BY entry
  ), keyed AS MATERIALIZED (
    SELECT t.* EXCLUDE (first_day, last_day), coalesce(s.source, []) AS source, coalesce(s.recipient, []) AS recipient,
      concat_ws('|', t.type, t."symmetric", coalesce(array_to_string(s.source, ','), ''),
        coalesce(array_to_string(s.recipient, ','), ''),
        CASE WHEN s.entry IS NULL THEN t.id::VARCHAR END) AS same,
      last_day - first_day <= ${ACT_DAYS} AS exact,
      first_day AS day, CASE WHEN exact THEN first_day ELSE last_day END AS until
    FROM told t LEFT JOIN sides s ON s.entry = t.key
  ), opened AS (
    -- Days on which an act opens: the first, and each that is more than three days after the one before it.
    SELECT same, unnest(list_reduce(
      list_transform(list_sort(list(DISTINCT day)), lambda d: [d]),
      lambda open, d: CASE WHEN d[1] - open[len(open)] <= ${ACT_DAYS} THEN open ELSE list_concat(open, d) END
    )) AS day
    FROM keyed WHERE exact GROUP BY same
  ), act AS MATERIALIZED (
    SELECT row_number() OVER () AS act, * FROM (
      SELECT same, day, day AS until, true AS exact FROM opened
      UNION ALL SELECT DISTINCT same, day, until, false FROM keyed WHERE NOT exact
    )
  ), reported AS MATERIALIZED (
    SELECT k.key AS entry, a.act FROM (FROM keyed WHERE exact) k
      ASOF JOIN (FROM act WHERE exact) a ON a.same = k.same AND k.day >= a.day
    UNION ALL
    SELECT k.key, a.act FROM keyed k JOIN act a ON a.same = k.same AND a.day = k.day AND a.until = k.until
    WHERE NOT k.exact AND NOT a.exact
  )`;
}
