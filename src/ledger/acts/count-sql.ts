import type { DuckDBValue } from '@duckdb/node-api';
import { CURRENT_READING } from '../query/condition.js';
import { type CountOptions, type Grouping, groupingOf, isTime, PAIR, placing } from './grouping.js';
import { type ActStep, type Asked, actSteps, askedValues, partyValues } from './told.js';

/** A query and the values that it names. */
export interface Query {
  readonly sql: string;
  readonly values: Record<string, DuckDBValue>;
}

/**
 * The tables that {@link countQuery} counts, to be filled for the time of the connection: all its answers are read from them,
 * and what they rest on is looked for once.
 */
export function tablesToCount(options: CountOptions, paired: boolean): Query[] {
  const asked = askedOf(options);
  const steps: readonly ActStep[] = [...actSteps(asked), ...(paired ? [PAIR] : [])];
  return steps.map(({ name, sql }, i) => ({
    sql: `CREATE OR REPLACE TEMP TABLE ${name} AS ${sql}`,
    values: i === 0 ? askedValues(asked) : {},
  }));
}

/**
 * Events, acts and documents by groups and by whether the date fits the months or years of `times`. Events stand where their
 * own date does, acts where their first report's does.
 *
 * @param paired whether the parties asked for must stand in one pair
 */
export function countQuery(
  by: readonly Grouping[],
  times: readonly Grouping[],
  options: CountOptions,
  paired: boolean,
): Query {
  const groupings = by.map(groupingOf);
  const asked = askedOf(options);
  const columns = Object.assign({}, ...groupings.map((grouping) => grouping.columns)) as Record<
    string,
    string
  >;
  const names = [...Object.keys(columns), 'dated'];
  const inPair = (_: string, i: number) => `(pair.source = $party${i} OR pair.recipient = $party${i})`;
  const where = [
    'true',
    ...(paired ? (options.parties ?? []).map(inPair) : []),
    ...timeConditions(options),
  ].join(' AND ');
  const list = names.map(quoted).join(', ');
  /** Each event or act once for each group; `t` has the days. */
  const placed = (from: string, things: string) => `
    SELECT DISTINCT ${[...selected(columns), `${placing(times, options)} AS dated`, things].join(', ')} FROM ${from}
    ${paired ? 'JOIN pair ON pair.entry = k.key' : ''} WHERE ${where}`;
  // Counting in two steps is several times quicker than count(DISTINCT …) where there are many groups.
  const events = `SELECT ${list}, sum(events)::BIGINT AS events, count(*) AS documents FROM (
      SELECT ${list}, document, count(*) AS events
      FROM (${placed('keyed k JOIN keyed t ON t.key = k.key', 'k.key, k.document')}) GROUP BY ${list}, document
    ) GROUP BY ${list}`;
  const reported = `SELECT ${list}, count(*) AS acts FROM (
      ${placed('keyed k JOIN reported ON reported.entry = k.key JOIN act t ON t.act = reported.act', 't.act')}
    ) GROUP BY ${list}`;
  const same = names.map((name) => `e.${quoted(name)} IS NOT DISTINCT FROM a.${quoted(name)}`);
  const both = names.map((name) => `coalesce(e.${quoted(name)}, a.${quoted(name)}) AS ${quoted(name)}`);
  return {
    sql: `FROM (WITH
        of_event AS (${events}), of_act AS (${reported})
      SELECT ${both.join(', ')}, coalesce(events, 0) AS events, coalesce(acts, 0) AS acts,
        coalesce(documents, 0) AS documents
      FROM of_event e FULL JOIN of_act a ON ${same.join(' AND ')}) ${ordered(Object.keys(columns))}`,
    values: { ...(paired ? partyValues(asked) : {}), ...timeValues(options) },
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

/** Whether one of these needs pairs of parties. */
export function isPaired(by: readonly Grouping[]): boolean {
  return by.some((name) => groupingOf(name).paired);
}

function askedOf({ type, parties, modality = 'asserted' }: CountOptions): Asked {
  return { type, parties, modality: modality === 'any' ? '' : modality };
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
