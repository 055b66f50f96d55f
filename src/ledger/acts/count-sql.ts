import type { DuckDBValue } from '@duckdb/node-api';
import { levelOf } from '../histories/subject.js';
import { CURRENT_READING } from '../query/condition.js';
import { type CountOptions, type Grouping, groupingOf, isTime, PAIRS, placing } from './grouping.js';
import { ACTS } from './told.js';

/** A query and the values that it names. */
export interface Query {
  readonly sql: string;
  readonly values: Record<string, DuckDBValue>;
}

/**
 * Events, acts and documents by groups and by whether the date fits the months or years of `times`. Events stand where their
 * own date does, acts where their first report's does.
 */
export function countQuery(
  by: readonly Grouping[],
  times: readonly Grouping[],
  options: CountOptions,
): Query {
  const groupings = by.map(groupingOf);
  const paired = groupings.some((grouping) => grouping.paired);
  const columns = Object.assign({}, ...groupings.map((grouping) => grouping.columns)) as Record<
    string,
    string
  >;
  const names = [...Object.keys(columns), 'dated'];
  const parties = (options.parties ?? []).map(levelOf);
  const where = [
    ...parties.map((_, i) => takesPart(`$party${i}`, paired)),
    "($type = '' OR lower(k.type) = lower($type))",
    ...timeConditions(options),
  ].join(' AND ');
  const grouped = (from: string, things: string, counted: string) => `
    SELECT ${[...names.map(quoted), counted].join(', ')} FROM (
      SELECT ${[...selected(columns), `${placing(times, options)} AS dated`, things].join(', ')} FROM ${from}
      ${paired ? 'JOIN pair ON pair.entry = k.key' : ''} WHERE ${where}
    ) GROUP BY ${names.map(quoted).join(', ')}`;
  const events = grouped(
    'keyed k JOIN keyed t ON t.key = k.key',
    'k.key, k.document',
    'count(DISTINCT key) AS events, count(DISTINCT document) AS documents',
  );
  const acts = grouped(
    'keyed k JOIN reported ON reported.entry = k.key JOIN act t ON t.act = reported.act',
    't.act',
    'count(DISTINCT act) AS acts',
  );
  const same = names.map((name) => `e.${quoted(name)} IS NOT DISTINCT FROM a.${quoted(name)}`);
  const both = names.map((name) => `coalesce(e.${quoted(name)}, a.${quoted(name)}) AS ${quoted(name)}`);
  return {
    sql: `FROM (WITH ${[ACTS, ...(paired ? [PAIRS] : [])].join(', ')}, of_event AS (${events}), of_act AS (${acts})
      SELECT ${both.join(', ')}, coalesce(events, 0) AS events, coalesce(acts, 0) AS acts,
        coalesce(documents, 0) AS documents
      FROM of_event e FULL JOIN of_act a ON ${same.join(' AND ')}) ${ordered(Object.keys(columns))}`,
    values: {
      modality: options.modality === 'any' ? '' : (options.modality ?? 'asserted'),
      type: options.type ?? '',
      ...timeValues(options),
      ...Object.fromEntries(parties.map((party, i) => [`party${i}`, party])),
    },
  };
}

/** All documents by the months or years of `times`. */
export function readQuery(times: readonly Grouping[], options: CountOptions): Query {
  const columns = Object.assign({}, ...times.map((name) => groupingOf(name).columns)) as Record<
    string,
    string
  >;
  const names = [...Object.keys(columns), 'dated'].map(quoted).join(', ');
  return {
    sql: `SELECT ${names}, count(*) AS documents FROM (
        SELECT ${[...selected(columns), `${placing(times, options)} AS dated`].join(', ')}
        FROM (SELECT r.first_day AS day, r.last_day AS until FROM store.reading r WHERE ${CURRENT_READING}) t
        WHERE ${['true', ...timeConditions(options)].join(' AND ')}
      ) GROUP BY ${names} ${ordered(Object.keys(columns))}`,
    values: timeValues(options),
  };
}

/** The groupings that go by time. */
export function timesOf(by: readonly Grouping[]): Grouping[] {
  return by.filter(isTime);
}

function takesPart(party: string, paired: boolean): string {
  return paired
    ? `(pair.source = ${party} OR pair.recipient = ${party})`
    : `list_contains(list_concat(k.source, k.recipient), ${party})`;
}

/** What lies wholly outside the time is left out; what has no date may lie in it. */
function timeConditions({ from, to }: CountOptions): string[] {
  return [
    ...(from === undefined ? [] : ['(t.until IS NULL OR t.until >= $from::DATE)']),
    ...(to === undefined ? [] : ['(t.day IS NULL OR t.day <= $to::DATE)']),
  ];
}

function timeValues({ from, to }: CountOptions): Record<string, DuckDBValue> {
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** What is unknown comes last. */
function ordered(names: readonly string[]): string {
  const known = names.map((name) => `${quoted(name)} NULLS LAST`);
  return `ORDER BY ${[...known, "list_position(['yes', 'coarser', 'no'], dated)"].join(', ')}`;
}

function selected(columns: Readonly<Record<string, string>>): string[] {
  return Object.entries(columns).map(([name, sql]) => `${sql} AS ${quoted(name)}`);
}

function quoted(name: string): string {
  return `"${name}"`;
}
