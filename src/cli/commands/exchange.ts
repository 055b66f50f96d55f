import { Command } from 'commander';
import type { ExportOptions, ImportOptions } from '../actions/exchange.js';
import { dataOption, jsonOption, ledgerOption } from '../options.js';

export function exportCommand(): Command {
  return new Command('export')
    .description('writes the ledger as files that R, Python and spreadsheets open')
    .addOption(ledgerOption())
    .option('--format <format>', 'jsonl, csv or parquet', 'jsonl')
    .option('--out <dir>', 'folder to write to', 'entente-export')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  entente export --format parquet --out out/')
    .action(async (options: ExportOptions) => {
      const { runExport } = await import('../actions/exchange.js');
      await runExport(options);
    });
}

export function importCommand(): Command {
  return new Command('import')
    .description('reads an export in JSON Lines back into a ledger, or a register of ties into it')
    .argument('<source>', 'folder that entente export --format jsonl wrote, or the format of a register')
    .argument('[file]', 'the register: its CSV file, plain or .gz')
    .addOption(ledgerOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Registers: atop (alliances), cow-states (states), desta, huggo, gptad (trade agreements), migo and iigo (informal
intergovernmental organisations). Rows are collapsed to spells, and what a register does not cover stays unknown.

Examples:
  entente import entente-export/ --ledger copy.duckdb
  entente import atop atop_alliance.csv.gz`,
    )
    .action(async (source: string, file: string | undefined, options: ImportOptions) => {
      const actions = await import('../actions/exchange.js');
      if (file === undefined) await actions.runImport(source, options);
      else process.exitCode = await actions.runImportRegister(source, file, options);
    });
}
