import type { z } from 'zod';
import { EntenteError } from '../../record/index.js';

/** What every task reports. A figure that the file has no gold for is `null`. */
export interface Evaluation {
  readonly task: string;
  readonly rows: number;
  readonly seconds: number;
  readonly figures: Readonly<Record<string, unknown>>;
}

/**
 * Rows of a JSON Lines text.
 *
 * @throws EntenteError `input` with file and line for a row that is no JSON or lacks a field
 */
export function readRows<S extends z.ZodType>(text: string, schema: S, name: string): z.infer<S>[] {
  const rows: z.infer<S>[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const where = `${name}:${index + 1}`;
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
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new EntenteError(
        'input',
        `${where}: ${issue?.path.join('.') || 'row'}: ${issue?.message ?? 'not valid'}`,
        {
          remedy: 'see docs/evaluate.md for the fields of each task',
        },
      );
    }
    rows.push(parsed.data);
  });
  if (rows.length === 0)
    throw new EntenteError('input', `${name} holds no rows`, {
      remedy: 'give a file with one JSON object a line',
    });
  return rows;
}

/** Throws `input` when a span lies outside the text. */
export function checkSpan(start: number, end: number, length: number, name: string, row: number): void {
  if (start < 0 || end <= start || end > length) {
    throw new EntenteError(
      'input',
      `${name}:${row}: span [${start}, ${end}) lies outside its text of ${length} code points`,
      {
        remedy: 'offsets are Unicode code points, end exclusive',
      },
    );
  }
}
