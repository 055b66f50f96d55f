import { existsSync } from 'node:fs';
import {
  type ExportFormat,
  exportLedger,
  importLedger,
  importRegister,
  REGISTER_FORMATS,
  type Remark,
  withLedger,
} from '../../ledger/index.js';
import { EntenteError } from '../../record/index.js';
import { catchInterruption } from '../interruption.js';
import { counted, print, tell } from '../output.js';
import { choice } from '../values.js';

export interface ExportOptions {
  readonly ledger: string;
  readonly format: string;
  readonly out: string;
  readonly json?: boolean;
}

export interface ImportOptions {
  readonly ledger: string;
  readonly data?: readonly string[];
  readonly json?: boolean;
}

const FORMATS: readonly ExportFormat[] = ['jsonl', 'csv', 'parquet'];

export async function runExport(options: ExportOptions): Promise<void> {
  const { out } = options;
  const format = choice(options.format, FORMATS, 'format');
  const interruption = catchInterruption(() => undefined);
  const totals = await withLedger(options.ledger, 'read', (ledger) =>
    exportLedger(ledger, out, format, interruption),
  ).finally(interruption.forget);
  if (options.json) {
    print(JSON.stringify({ out, format, ...totals }, null, 2));
    return;
  }
  const entries = Object.values(totals.entries).reduce((sum, n) => sum + n, 0);
  tell(
    `${counted(totals.documents, 'document')} and ${counted(entries, 'entry', 'entries')} written to ${out} as ${format}`,
  );
}

export async function runImport(folder: string, options: ImportOptions): Promise<void> {
  const format = REGISTER_FORMATS.find((name) => name === folder.toLowerCase());
  if (format !== undefined && !existsSync(folder))
    throw new EntenteError('usage', `entente import ${format} needs the register's file`, {
      remedy: `entente import ${format} FILE.csv.gz`,
    });
  const stored = await importLedger(folder, options.ledger);
  if (options.json) {
    print(JSON.stringify({ ledger: options.ledger, documents: stored }, null, 2));
    return;
  }
  const unchanged = stored.unchanged + stored['source-added'];
  tell(
    `${counted(stored.new, 'document')} new, ${stored.replaced} replaced, ${unchanged} unchanged → ${options.ledger}`,
  );
}

/** Remarks that are named; --json has all. */
const NAMED = 12;
/** Exit status where rows were left out. */
const PARTLY = 1;

/** @returns the exit status */
export async function runImportRegister(name: string, file: string, options: ImportOptions): Promise<number> {
  const format = choice(name, REGISTER_FORMATS, 'register');
  if (process.stderr.isTTY && !options.json) tell(`reading ${file} …`);
  const interruption = catchInterruption(() => undefined);
  const done = await importRegister(format, file, options.ledger, {
    dirs: options.data ?? [],
    signal: interruption.signal,
  }).finally(interruption.forget);
  const status = done.leftOut.length > 0 ? PARTLY : 0;
  if (options.json) {
    print(JSON.stringify({ ledger: options.ledger, ...done }, null, 2));
    return status;
  }
  tell(
    `${done.title}: ${counted(done.rows, 'row')}, ${counted(done.ties, 'tie')}, ${done.stored} → ${options.ledger}`,
  );
  tellRemarks('left out', done.leftOut);
  tellRemarks('doubtful, taken as it stands', done.doubtful);
  return status;
}

function tellRemarks(heading: string, remarks: readonly Remark[]): void {
  if (remarks.length === 0) return;
  tell(
    `${heading}: ${counted(
      remarks.reduce((sum, { rows }) => sum + rows, 0),
      'row',
    )}`,
  );
  for (const { what, rows, firstLine } of remarks.slice(0, NAMED))
    tell(`  ${what}: ${counted(rows, 'row')}, first on line ${firstLine}`);
  if (remarks.length > NAMED) tell(`  and ${remarks.length - NAMED} more; --json names all`);
}
