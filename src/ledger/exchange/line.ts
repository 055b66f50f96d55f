import type { z } from 'zod';
import { EntenteError } from '../../record/index.js';

/** The value of a line as the schema has it; fields that the schema does not know are an error, too. */
export function check<T extends object>(schema: z.ZodType<T>, value: unknown, at: string): T {
  const result = schema.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw lineError(at, `${issue?.path.join('.') || 'line'}: ${issue?.message}`);
  }
  const unknown = Object.keys(value ?? {}).filter((name) => !(name in result.data));
  if (unknown.length > 0) throw lineError(at, `unknown field '${unknown[0]}'`);
  return result.data;
}

export function lineError(at: string, message: string): EntenteError {
  return new EntenteError('input', `${at}: ${message}`, {
    remedy: 'correct or remove the line; fields are those of the record model',
  });
}
