import { type ExportFormat, exportLedger, importLedger, withLedger } from '../../ledger/index.js';
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
