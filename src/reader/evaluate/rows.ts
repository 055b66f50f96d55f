import type { z } from 'zod';
import { EntenteError } from '../../record/index.js';

/** What every task reports. A figure that the file has no gold for is `null`. */
export interface Evaluation {
  readonly task: string;
  readonly rows: number;
  readonly seconds: number;
  readonly figures: Readonly<Record<string, unknown>>;
}

/** A labelled file; several of one task are one set. */
export interface LabelledFile {
  /** Named in errors. */
  readonly name: string;
  readonly text: string;
}

/** A row, and where it stands as `file:line`. */
export interface Labelled<T> {
  readonly row: T;
  readonly where: string;
}

/**
 * Rows of JSON Lines files.
 *
 * @throws EntenteError `input` with file and line for a row that is no JSON or lacks a field, and for a file without rows
 */
export function readRows<S extends z.ZodType>(
  files: readonly LabelledFile[],
  schema: S,
): Labelled<z.infer<S>>[] {
  return files.flatMap(({ name, text }) => {
    const rows = text
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .map((line, index) => ({ line, where: `${name}:${index + 1}` }))
      .filter(({ line }) => line.trim() !== '')
      .map(({ line, where }) => ({ row: rowOf(line, schema, where), where }));
    if (rows.length === 0)
      throw new EntenteError('input', `${name} holds no rows`, {
        remedy: 'give a file with one JSON object a line',
      });
    return rows;
  });
}

function rowOf<S extends z.ZodType>(line: string, schema: S, where: string): z.infer<S> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new EntenteError('input', `${where}: not JSON: '${line.slice(0, 60)}'`, {
      remedy: 'give one JSON object a line',
      cause,
    });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new EntenteError(
    'input',
    `${where}: ${issue?.path.join('.') || 'row'}: ${issue?.message ?? 'not valid'}`,
    { remedy: 'see docs/evaluate.md for the fields of each task' },
  );
}

/** Throws `input` when a span lies outside the text. */
export function checkSpan(start: number, end: number, length: number, where: string): void {
  if (start >= 0 && start < end && end <= length && Number.isInteger(start) && Number.isInteger(end)) return;
  throw new EntenteError(
    'input',
    `${where}: span [${start}, ${end}) lies outside its text of ${length} code points`,
    { remedy: 'offsets are Unicode code points, end exclusive' },
  );
}
