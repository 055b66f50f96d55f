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

/** A copy without the fields that are undefined. Deleting them would make slow objects of all entries. */
export function known<T extends object>(value: T): T {
  const copy: Partial<T> = {};
  for (const key in value) if (value[key] !== undefined) copy[key] = value[key];
  // Only fields that may be undefined are left out.
  return copy as T;
}
