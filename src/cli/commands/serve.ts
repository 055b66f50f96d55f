import { Command } from 'commander';
import type { ServeOptions } from '../actions/serve.js';
import { dataOption, ledgerOption } from '../options.js';

export function serveCommand(version: string): Command {
  return new Command('serve')
    .description('serves the workbench on this machine')
    .addOption(ledgerOption())
    .option('--port <n>', 'port on 127.0.0.1 (default: 4173, or the next free one)')
    .addOption(dataOption())
    .addHelpText(
      'after',
      `
Only programs on this machine can reach it. entente read may run at the same time in another terminal.

Example:
  entente serve --ledger asean.duckdb --port 8000`,
    )
    .action(async (options: ServeOptions) => {
      const { runServe } = await import('../actions/serve.js');
      await runServe(options, version);
    });
}
