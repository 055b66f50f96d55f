import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { CURRENT_READING } from '../query/condition.js';
import { count, texts } from '../store/fields.js';
import { rowsOf } from '../store/rows.js';

/** A value that something is wrong with, how many entries have it, and the first of them. */
export interface Finding {
  readonly value: string;
  readonly entries: number;
  /** Id of an entry that has it. */
  readonly example: string;
}

/** A verdict or an assessment that is about nothing that is there. */
export interface Orphan {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  /** What it was about: document, kind and span, or the id of a commitment. */
  readonly about: string;
}

const FindingRow = z.object({ value: z.string(), entries: count, example: z.string() });
const HEX = "replace(e.id::VARCHAR, '-', '')";
const FROM = 'FROM store.entry e JOIN store.reading r ON r.key = e.reading';

/** Grades of ties that stand on no ladder, as written, most frequent first. */
export function unknownGrades(connection: DuckDBConnection): Promise<Finding[]> {
  return rowsOf(
    connection,
    FindingRow,
    `SELECT min(e.grade) AS value, count(*) AS entries, min(${HEX}) AS example ${FROM}
     WHERE ${CURRENT_READING} AND e.kind = 'tie' AND e.grade IS NOT NULL AND e.grade_normalised IS NULL
       AND e.covered_since IS NULL -- imported registers have grades of their own
     GROUP BY lower(e.grade) ORDER BY 2 DESC, 1`,
  );
}

/** All party ids that entries name or that speak in them, but `author`. */
export function partiesNamed(connection: DuckDBConnection): Promise<Finding[]> {
  return rowsOf(
    connection,
    FindingRow,
    `SELECT value, count(*) AS entries, min(id) AS example FROM (
       SELECT p.party AS value, ${HEX} AS id ${FROM} JOIN store.entry_party p ON p.entry = e.key WHERE ${CURRENT_READING}
       UNION SELECT e.speaker, ${HEX} ${FROM} WHERE ${CURRENT_READING} AND e.speaker <> 'author'
     ) GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
}

/** All instruments that ties name. */
export function instrumentsNamed(connection: DuckDBConnection): Promise<Finding[]> {
  return rowsOf(
    connection,
    FindingRow,
    `SELECT e.instrument AS value, count(*) AS entries, min(${HEX}) AS example ${FROM}
     WHERE ${CURRENT_READING} AND e.instrument IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
}

/** Ties that end before they begin. */
export function datesOutOfOrder(connection: DuckDBConnection): Promise<Finding[]> {
  // Of two dates, the store keeps the first day of the one and the last of the other.
  return rowsOf(
    connection,
    FindingRow,
    `SELECT concat('since ', e.date, ', until ', e.until) AS value, count(*) AS entries, min(${HEX}) AS example ${FROM}
     WHERE ${CURRENT_READING} AND e.kind = 'tie' AND e.date IS NOT NULL AND e.until IS NOT NULL AND e.last_day < e.first_day
     GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
}

/** Verdicts whose document has no current entry of their kind where their passage is. */
export async function orphanedVerdicts(connection: DuckDBConnection): Promise<Orphan[]> {
  const rows = await rowsOf(
    connection,
    z.object({
      ...{ id: z.string(), reviewer: z.string(), at: z.string(), document: z.string(), kind: z.string() },
      ...{ start: z.number(), length: z.number() },
    }),
    `WITH own AS (
       SELECT v.document, e.kind, list_concat([{'start': e.start, 'end': e.start + e.length}], e.further) AS spans
       ${FROM} JOIN store.document d ON d.key = r.document
       JOIN (SELECT DISTINCT document FROM store.verdict) v ON v.document = lower(hex(d.id)) WHERE ${CURRENT_READING}
     ), span AS (SELECT document, kind, unnest(spans) AS span FROM own)
     SELECT v.id, v.reviewer, v."at", v.document, v.entry_kind AS kind, v.start, v.length FROM store.verdict v
     WHERE NOT EXISTS (
       SELECT 1 FROM span p WHERE p.document = v.document AND p.kind = v.entry_kind
         AND p.span."start" < v.start + v.length AND v.start < p.span."end"
     ) ORDER BY v."at", v.id`,
  );
  return rows.map(({ id, reviewer, at, document, kind, start, length }) => ({
    id,
    by: reviewer,
    at,
    about: `${kind} of ${document.slice(0, 12)}, ${start} to ${start + length}`,
  }));
}

/** Assessments of commitments that are there no more, or that rest on entries that are not. */
export async function orphanedAssessments(connection: DuckDBConnection): Promise<Orphan[]> {
  const rows = await rowsOf(
    connection,
    z.object({ id: z.string(), assessor: z.string(), at: z.string(), lost: texts }),
    `WITH there AS (SELECT ${HEX} AS id ${FROM} WHERE ${CURRENT_READING}), asked AS (
       SELECT id, assessor, "at", unnest(list_prepend(commitment, coalesce(evidence, []))) AS entry FROM store.assessment
     )
     SELECT id, assessor, "at", list(entry ORDER BY entry) AS lost FROM asked
     WHERE entry NOT IN (SELECT id FROM there) GROUP BY id, assessor, "at" ORDER BY "at", id`,
  );
  return rows.map(({ id, assessor, at, lost }) => ({ id, by: assessor, at, about: lost.join(', ') }));
}
