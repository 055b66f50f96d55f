import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** Agreement memberships as packaged by the `manytrade` and `manystates` data packages: DESTA, HUGGO, GPTAD. */
export const TRADE_REGISTERS = ['desta', 'huggo', 'gptad'] as const;
export type TradeRegister = (typeof TRADE_REGISTERS)[number];

/** One agreement as a register has it. */
export interface ListedAgreement {
  readonly register: TradeRegister;
  readonly id: string;
  readonly title: string;
  /** ISO 3166-1 alpha-3 codes, and acronyms where the register lists a body. */
  readonly parties: ReadonlySet<string>;
  /** EDTF; DESTA knows years only. */
  readonly signed?: string;
  readonly force?: string;
}

/** Codes of the registers that are not ours. */
const CODES: Readonly<Record<string, string>> = { KOS: 'XKX', ROM: 'ROU', ZAR: 'COD', WBG: 'PSE' };

/** Rows of a gzipped CSV as objects by column. */
export function readRegister(file: URL): Readonly<Record<string, string>>[] {
  return parse(gunzipSync(readFileSync(file)), { columns: true, relax_column_count: true });
}

/** The agreements of one register; parties that acceded on another day make a listing of their own. */
export function listedAgreements(folder: URL, register: TradeRegister): ListedAgreement[] {
  const rows = readRegister(new URL(`memberships-trade-${register}_mem.csv.gz`, folder));
  const found = new Map<string, { row: Readonly<Record<string, string>>; parties: Set<string> }>();
  for (const row of rows) {
    const key = `${row.treatyID} ${row.Signature}`;
    const known = found.get(key) ?? { row, parties: new Set<string>() };
    const code = row.stateID ?? '';
    known.parties.add(CODES[code] ?? code);
    found.set(key, known);
  }
  return [...found.values()].map(({ row, parties }) => ({
    register,
    id: row.treatyID ?? '',
    title: row.Title ?? '',
    parties,
    ...dated('signed', row.Signature),
    ...dated('force', row.Force),
  }));
}

function dated<K extends string>(key: K, cell: string | undefined): Partial<Record<K, string>> {
  return cell === undefined || !/^\d{4}(-\d{2}-\d{2})?$/.test(cell)
    ? {}
    : ({ [key]: cell } as Record<K, string>);
}
