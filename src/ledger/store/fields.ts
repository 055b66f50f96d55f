import { z } from 'zod';

/** Absent in the ledger is NULL, in the record it is no field. */
export const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);

export const optionalNumber = z
  .number()
  .nullish()
  .transform((value) => value ?? undefined);

/** Keys of the ledger are far below 2^53. */
export const count = z.union([z.number(), z.bigint()]).transform(Number);

export const texts = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? []);

/** The same value without fields that are undefined. */
export function known<T extends object>(value: T): T {
  for (const key of Object.keys(value) as (keyof T)[]) if (value[key] === undefined) delete value[key];
  return value;
}
