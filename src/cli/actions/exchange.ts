import {
  type DatasetFormat,
  type ExportFormat,
  exportDataset,
  exportLedger,
  importLedger,
  withLedger,
} from '../../ledger/index.js';
import { catchInterruption } from '../interruption.js';
import { counted, print, tell } from '../output.js';
import { countingLine } from '../progress.js';
import { choice } from '../values.js';

export interface ExportOptions {
  readonly ledger: string;
  readonly format: string;
  readonly out?: string;
  readonly json?: boolean;
}

export interface ImportOptions {
  readonly ledger: string;
  readonly json?: boolean;
}

const FORMATS: readonly ExportFormat[] = ['jsonl', 'csv', 'parquet'];
const DATASET_FORMATS: readonly DatasetFormat[] = ['icews', 'polecat', 'phoenix'];

export async function runExport(options: ExportOptions): Promise<void> {
  const format = choice(options.format, [...FORMATS, ...DATASET_FORMATS], 'format');
  if (isDataset(format)) await writeDataset(format, options);
  else await writeRecord(format, options);
}

async function writeRecord(format: ExportFormat, options: ExportOptions): Promise<void> {
  const { out = 'entente-export' } = options;
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

async function writeDataset(format: DatasetFormat, options: ExportOptions): Promise<void> {
  const { out = `entente-${format}.tab` } = options;
  const { loadGazetteer } = await import('../../gazetteer/index.js');
  const gazetteer = loadGazetteer();
  const interruption = catchInterruption(() => undefined);
  const progress = countingLine('events written', !options.json);
  const report = await withLedger(options.ledger, 'read', (ledger) =>
    exportDataset(ledger, out, format, gazetteer, { ...interruption, onProgress: progress.show }),
  ).finally(() => {
    progress.clear();
    interruption.forget();
  });
  if (options.json) {
    print(JSON.stringify({ out, format, ...report }, null, 2));
    return;
  }
  tell(`${counted(report.rows, 'row')} of ${counted(report.events, 'event')} written to ${out} as ${format}`);
  for (const [modality, events] of Object.entries(report.leftOut))
    tell(`left out: ${counted(events, `${modality} event`)}, for which ${format} has no column`);
  if (report.rowsWithoutDay > 0)
    tell(`${counted(report.rowsWithoutDay, 'row')} without a date: the day is not known`);
}

function isDataset(format: ExportFormat | DatasetFormat): format is DatasetFormat {
  return DATASET_FORMATS.some((name) => name === format);
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
