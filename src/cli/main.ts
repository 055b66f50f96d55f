#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { evaluateCommand } from './commands/evaluate.js';
import { exportCommand, importCommand } from './commands/exchange.js';
import { explainCommand } from './commands/explain.js';
import { listCommand } from './commands/list.js';
import { openCommand, readCommand } from './commands/read.js';
import { serveCommand } from './commands/serve.js';
import { showCommand } from './commands/show.js';
import { report } from './output.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const program = new Command('entente')
  .description(
    'Reads the diplomatic record and keeps a sourced ledger of how states and blocs stand with each other.',
  )
  .version(version)
  .showHelpAfterError('(entente --help lists the commands)')
  .configureHelp({ sortSubcommands: false })
  .addHelpText(
    'after',
    `
Examples:
  entente read speeches/ report.pdf            read files and folders into entente.duckdb
  entente open speeches/                       read, then open the workbench in the browser
  entente list ties --party China --party ASEAN
  entente show CHN ASEAN                       how two parties stand with each other
  entente explain "Japan and India signed a treaty on Monday."

Exit status: 0 done; 1 some documents could not be read; 2 wrong argument; 3 unreadable input or table;
  4 not found; 5 ledger locked, broken or of a newer version; 6 disk full; 130 interrupted.`,
  )
  .exitOverride();

for (const command of [
  readCommand(),
  openCommand(version),
  serveCommand(version),
  listCommand(),
  showCommand(),
  explainCommand(),
  exportCommand(),
  importCommand(),
  evaluateCommand(),
]) {
  program.addCommand(command.exitOverride());
}

// A reader that stops early (`entente list events | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else process.exitCode = report(error);
}
