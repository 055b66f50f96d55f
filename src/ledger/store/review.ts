import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { z } from 'zod';
import { Assessment, Verdict } from '../../record/index.js';
import { listValue } from '../duckdb.js';
import { appendTo } from './appender.js';
import { known, optionalText, texts } from './fields.js';
import { rowsOf } from './rows.js';

const AssessmentRow = z.object({
  id: z.string(),
  commitment: z.string(),
  status: Assessment.shape.status,
  score: Assessment.shape.score.nullable().transform((value) => value ?? undefined),
  evidence: texts,
  rejected: texts,
  evidence_window: optionalText,
  guideline: z.string(),
  at: z.string(),
  assessor: z.string(),
});

const VerdictRow = z.object({
  id: z.string(),
  document: z.string(),
  entry_kind: Verdict.shape.entryKind,
  start: z.number(),
  length: z.number(),
  verdict: Verdict.shape.verdict,
  correction: optionalText,
  reviewer: z.string(),
  at: z.string(),
});

/** All assessments, by time and id. */
export async function allAssessments(connection: DuckDBConnection): Promise<Assessment[]> {
  const rows = await rowsOf(connection, AssessmentRow, 'SELECT * FROM store.assessment ORDER BY "at", id');
  return rows.map(({ assessor, evidence_window, rejected, ...row }) =>
    known({
      ...row,
      by: assessor,
      rejected: rejected.length === 0 ? undefined : rejected,
      window: evidence_window,
    }),
  );
}

/** All verdicts, by time and id. */
export async function allVerdicts(connection: DuckDBConnection): Promise<Verdict[]> {
  const rows = await rowsOf(connection, VerdictRow, 'SELECT * FROM store.verdict ORDER BY "at", id');
  return rows.map(({ entry_kind, start, length, correction, ...row }) =>
    known({
      ...row,
      entryKind: entry_kind,
      passage: { start, end: start + length },
      correction:
        correction === undefined ? undefined : Verdict.shape.correction.parse(JSON.parse(correction)),
    }),
  );
}

/** Appends what is not there yet, by id, within the caller's transaction. Nothing is ever changed or taken away. */
export async function appendReview(
  connection: DuckDBConnection,
  assessments: readonly Assessment[],
  verdicts: readonly Verdict[],
): Promise<void> {
  await appendNew(connection, 'assessment', assessments, (a): DuckDBValue[] => [
    ...[a.id, a.commitment, a.status, a.score ?? null, listValue(a.evidence), a.guideline, a.at, a.by],
    ...[listValue(a.rejected ?? []), a.window ?? null],
  ]);
  await appendNew(connection, 'verdict', verdicts, (v): DuckDBValue[] => [
    ...[v.id, v.document, v.entryKind, v.passage.start, v.passage.end - v.passage.start, v.verdict],
    ...[v.correction === undefined ? null : JSON.stringify(v.correction), v.reviewer, v.at],
  ]);
}

async function appendNew<T extends { readonly id: string }>(
  connection: DuckDBConnection,
  table: 'assessment' | 'verdict',
  values: readonly T[],
  row: (value: T) => DuckDBValue[],
): Promise<void> {
  if (values.length === 0) return;
  const there = await rowsOf(connection, z.object({ id: z.string() }), `SELECT id FROM store.${table}`);
  const seen = new Set(there.map(({ id }) => id));
  const appender = await appendTo(connection, table);
  for (const value of values) {
    if (seen.has(value.id)) continue;
    seen.add(value.id);
    appender.append(row(value));
  }
  appender.finish();
}
