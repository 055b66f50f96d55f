import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { packageData, readTable } from '../../../gazetteer/index.js';

/** What the codes of other data sets are, from `data/cameo.tsv` and `data/sectors.tsv`. */
export interface Codes {
  /** By CAMEO code: what it is called, and its score on the Goldstein scale where that is certain. */
  readonly cameo: ReadonlyMap<string, { readonly label: string; readonly goldstein?: number }>;
  /** By PLOVER sector: CAMEO's code of the role, and ICEWS's name of the sector, where there are such. */
  readonly sectors: ReadonlyMap<string, { readonly cameo?: string; readonly icews?: string }>;
}

const CameoRow = z.object({
  code: z.string().regex(/^\d{3,4}$/, 'not a CAMEO code of three or four digits'),
  label: z.string(),
  goldstein: z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, 'not a number')
    .transform(Number)
    .refine((score) => Math.abs(score) <= 10, 'not from -10 to 10')
    .optional(),
});
const SectorRow = z.object({
  sector: z.string().regex(/^[A-Z]{3}$/, 'not a sector code of three capitals'),
  cameo: z.string().optional(),
  icews: z.string().optional(),
});

/** Reads both tables. */
export function loadCodes(): Codes {
  const rows = <S extends z.ZodObject>(name: string, schema: S) =>
    readTable(readFileSync(path.join(packageData(), `${name}.tsv`), 'utf8'), schema, `data/${name}.tsv`);
  return {
    cameo: new Map(rows('cameo', CameoRow).map(({ code, ...row }) => [code, row])),
    sectors: new Map(rows('sectors', SectorRow).map(({ sector, ...row }) => [sector, row])),
  };
}
