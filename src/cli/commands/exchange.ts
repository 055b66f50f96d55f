import { Command } from 'commander';
import { type ExportFormat, exportLedger, importLedger, withLedger } from '../../ledger/index.js';
import { EntenteError } from '../../record/index.js';
import { jsonOption, ledgerOption } from '../options.js';
import { print, tell } from '../output.js';

const FORMATS: readonly ExportFormat[] = ['jsonl', 'csv', 'parquet'];

interface ExportOptions {
  readonly ledger: string;
  readonly format: string;
  readonly out: string;
  readonly json?: boolean;
}

export function exportCommand(): Command {
  return new Command('export')
    .description('writes the ledger as files that R, Python and spreadsheets open')
    .addOption(ledgerOption())
    .option('--format <format>', FORMATS.join(', '), 'jsonl')
    .option('--out <dir>', 'folder to write to', 'entente-export')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  entente export --format parquet --out out/')
    .action(async (options: ExportOptions) => {
      const format = FORMATS.find((f) => f === options.format);
      if (format === undefined) {
        throw new EntenteError('usage', `unknown format '${options.format}'`, {
          remedy: `one of: ${FORMATS.join(', ')}`,
        });
      }
      const totals = await withLedger(options.ledger, 'read', (ledger) =>
        exportLedger(ledger, options.out, format),
      );
      if (options.json) print(JSON.stringify({ out: options.out, format, ...totals }, null, 2));
      else {
        const entries = Object.values(totals.entries).reduce((sum, n) => sum + n, 0);
        tell(`${totals.documents} documents and ${entries} entries written to ${options.out} as ${format}`);
      }
    });
}

interface ImportOptions {
  readonly ledger: string;
  readonly json?: boolean;
}

export function importCommand(): Command {
  return new Command('import')
    .description('reads an export in JSON Lines back into a ledger')
    .argument('<dir>', 'folder that entente export --format jsonl wrote')
    .addOption(ledgerOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  entente import entente-export/ --ledger copy.duckdb')
    .action(async (dir: string, options: ImportOptions) => {
      const stored = await importLedger(dir, options.ledger);
      if (options.json) print(JSON.stringify(stored, null, 2));
      else tell(`${stored.new} documents new, ${stored.replaced} replaced, ${stored.unchanged} unchanged`);
    });
}
