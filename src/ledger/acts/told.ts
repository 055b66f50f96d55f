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
export function askedValues({ type = '', modality, ...asked }: Asked): Record<string, string> {
  return { type, modality, ...partyValues(asked) };
}

/** `party0`, `party1` … */
export function partyValues({ parties = [] }: Pick<Asked, 'parties'>): Record<string, string> {
  return Object.fromEntries(parties.map((party, i) => [`party${i}`, levelOf(party)]));
}

/**
 * Common table expressions, without `WITH`, by which DuckDB does what `groupActs` does, over the current events that fit.
 * See {@link actSteps} for what they hold.
 */
export function acts(asked: Asked): string {
  return actSteps(asked)
    .map(({ name, sql }) => `${name} AS MATERIALIZED (${sql})`)
    .join(', ');
}

/** A table, and the query over those before it that fills it. */
export interface ActStep {
  readonly name: string;
  readonly sql: string;
}

/**
 * The tables that acts are found by, in order; only `told` takes the values of {@link askedValues}. Those that others read:
 *
 * - `party`: a row for each party of an event: `entry`, `side`, `party`, `level`;
 * - `keyed`: the events, with `source` and `recipient` as sorted lists, `same` (equal where type and parties are),
 *   `exact` (dated to the day, or to a few), and the days `day` to `until` that the date may mean, one day where exact;
 * - `act`: the acts: `act` (a number that holds for this query only), `same`, `day`, `until`, `exact`;
 * - `reported`: `entry` and `act`, for events with a date.
 */
export function actSteps({ parties = [] }: Asked): readonly ActStep[] {
  const named = parties.map(
    (_, i) => `AND e.key IN (
      SELECT p.entry FROM store.entry_party p WHERE p.side IN ('source', 'recipient') AND ${LEVEL} = $party${i})`,
  );
  return [
    {
      name: 'told',
      sql: `SELECT e.key, e.id, r.document, e.type, e.quad, e."symmetric", e.first_day, e.last_day
        FROM store.entry e JOIN store.reading r ON r.key = e.reading
        WHERE e.kind = 'event' AND ${CURRENT_READING} AND ($modality = '' OR e.modality = $modality)
          AND ($type = '' OR lower(e.type) = lower($type)) ${named.join(' ')}`,
    },
    {
      name: 'party',
      sql: `SELECT p.entry, p.side, p.party, ${LEVEL} AS level
        FROM store.entry_party p SEMI JOIN told ON told.key = p.entry`,
    },
    {
      // Most sides are one party. Lists, which cost ten times as much, are made where there are several.
      name: 'ends',
      sql: `SELECT entry, min(level) FILTER (side = 'source') AS source, max(level) FILTER (side = 'source') AS source_last,
          min(level) FILTER (side = 'recipient') AS recipient, max(level) FILTER (side = 'recipient') AS recipient_last
        FROM party GROUP BY entry`,
    },
    {
      name: 'several',
      sql: `SELECT entry, list_sort(list_distinct(coalesce(list(level) FILTER (side = 'source'), []))) AS source,
          list_sort(list_distinct(coalesce(list(level) FILTER (side = 'recipient'), []))) AS recipient
        FROM party
        WHERE entry IN (SELECT entry FROM ends WHERE source <> source_last OR recipient <> recipient_last)
        GROUP BY entry`,
    },
    {
      name: 'sided',
      sql: `SELECT t.*, coalesce(m.source, CASE WHEN s.source IS NULL THEN [] ELSE [s.source] END) AS source,
          coalesce(m.recipient, CASE WHEN s.recipient IS NULL THEN [] ELSE [s.recipient] END) AS recipient,
          concat_ws('|', t.type, t."symmetric", coalesce(array_to_string(m.source, ','), s.source, ''),
            coalesce(array_to_string(m.recipient, ','), s.recipient, ''),
            CASE WHEN s.entry IS NULL THEN t.id::VARCHAR END) AS alike
        FROM told t LEFT JOIN ends s ON s.entry = t.key LEFT JOIN several m ON m.entry = t.key`,
    },
    {
      // Numbers are sorted and compared more quickly than what they stand for.
      name: 'kinds',
      sql: 'SELECT alike, row_number() OVER () AS same FROM (SELECT DISTINCT alike FROM sided)',
    },
    {
      name: 'keyed',
      sql: `SELECT t.* EXCLUDE (first_day, last_day, alike), k.same, last_day - first_day <= ${ACT_DAYS} AS exact,
          first_day AS day, CASE WHEN exact THEN first_day ELSE last_day END AS until
        FROM sided t JOIN kinds k ON k.alike = t.alike`,
    },
    {
      // Days between which never more than three lie, in a row: what opens an act in one is told by its own days.
      name: 'rows',
      sql: `SELECT same, day, sum(begins) OVER (PARTITION BY same ORDER BY day) AS number FROM (
          SELECT same, day,
            CASE WHEN day - lag(day) OVER (PARTITION BY same ORDER BY day) <= ${ACT_DAYS} THEN 0 ELSE 1 END AS begins
          FROM (SELECT DISTINCT same, day FROM keyed WHERE exact)
        )`,
    },
    {
      // Days on which an act opens: the first of a row, and each that is more than three days after the one before it.
      name: 'opened',
      sql: `SELECT same, min(day) AS day FROM rows GROUP BY same, number HAVING max(day) - min(day) <= ${ACT_DAYS}
        UNION ALL
        SELECT same, unnest(list_reduce(
          list_transform(list_sort(list(day)), lambda d: [d]),
          lambda open, d: CASE WHEN d[1] - open[len(open)] <= ${ACT_DAYS} THEN open ELSE list_concat(open, d) END
        )) AS day
        FROM rows GROUP BY same, number HAVING max(day) - min(day) > ${ACT_DAYS}`,
    },
    {
      name: 'act',
      sql: `SELECT row_number() OVER () AS act, * FROM (
          SELECT same, day, day AS until, true AS exact FROM opened
          UNION ALL SELECT DISTINCT same, day, until, false FROM keyed WHERE NOT exact
        )`,
    },
    {
      name: 'reported',
      // The act that was opened last; DuckDB's own ASOF JOIN takes a hundred times as long over a million.
      sql: `SELECT k.key AS entry, a.act FROM keyed k
          JOIN (
            SELECT r.same, r.day, max(o.day) OVER (PARTITION BY r.same ORDER BY r.day) AS opened
            FROM rows r LEFT JOIN opened o ON o.same = r.same AND o.day = r.day
          ) d ON d.same = k.same AND d.day = k.day
          JOIN act a ON a.same = d.same AND a.day = d.opened AND a.exact
        WHERE k.exact
        UNION ALL
        SELECT k.key, a.act FROM keyed k JOIN act a ON a.same = k.same AND a.day = k.day AND a.until = k.until
        WHERE NOT k.exact AND NOT a.exact`,
    },
  ];
}
