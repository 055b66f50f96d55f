import { Command } from 'commander';
import type { ExportOptions, ImportOptions } from '../actions/exchange.js';
import { jsonOption, ledgerOption } from '../options.js';

export function exportCommand(): Command {
  return new Command('export')
    .description('writes the ledger as files that R, Python and spreadsheets open')
    .addOption(ledgerOption())
    .option(
      '--format <format>',
      'jsonl, csv or parquet; icews, polecat or phoenix: columns of these',
      'jsonl',
    )
    .option('--out <path>', 'folder to write to (entente-export), or file of icews, polecat or phoenix')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExamples:\n  entente export --format parquet --out out/\n  entente export --format icews --out events.tab',
    )
    .action(async (options: ExportOptions) => {
      const { runExport } = await import('../actions/exchange.js');
      await runExport(options);
    });
}

export function importCommand(): Command {
  return new Command('import')
    .description('reads an export in JSON Lines back into a ledger')
    .argument('<dir>', 'folder that entente export --format jsonl wrote')
    .addOption(ledgerOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  entente import entente-export/ --ledger copy.duckdb')
    .action(async (folder: string, options: ImportOptions) => {
      const { runImport } = await import('../actions/exchange.js');
      await runImport(folder, options);
    });
}
