import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { assessCommand, commitmentsCommand } from './commands/commitments.js';
import { countCommand } from './commands/count.js';
import { doctorCommand } from './commands/doctor.js';
import { evaluateCommand } from './commands/evaluate.js';
import { exportCommand, importCommand } from './commands/exchange.js';
import { explainCommand } from './commands/explain.js';
import { listCommand } from './commands/list.js';
import { openCommand, readCommand } from './commands/read.js';
import { serveCommand } from './commands/serve.js';
import { showCommand } from './commands/show.js';

const AFTER_HELP = `
Examples:
  entente read speeches/ report.pdf            read files and folders into entente.duckdb
  entente open speeches/                       read, then open the workbench in the browser
  entente list ties --party China --party ASEAN
  entente count --by dyad,month --party CHN    events and acts, beside the documents read
  entente show CHN ASEAN                       how two parties stand with each other
  entente explain "Japan and India signed a treaty on Monday."

Data go to standard output, messages to standard error. NO_COLOR turns colours off; ENTENTE_LEDGER names the
ledger where --ledger is not given.

Exit status: 0 done; 1 some documents or rows could not be read, the others are in the ledger; 2 wrong
  argument; 3 unreadable input or table; 4 not found; 5 ledger locked, damaged or of a newer version; 6 disk full;
  70 a defect in entente; 130 interrupted, what was finished is in the ledger.`;

/** The whole command line: what can be typed. What a command does is loaded when it runs. */
export function createProgram(version = packageVersion()): Command {
  const program = new Command('entente')
    .description(
      'Reads the diplomatic record and keeps a sourced ledger of how states and blocs stand with each other.',
    )
    .version(version)
    .showHelpAfterError('(add --help for what can be given)')
    .addHelpText('after', AFTER_HELP)
    .exitOverride();
  const commands = [
    readCommand(),
    openCommand(version),
    serveCommand(version),
    listCommand(),
    showCommand(),
    countCommand(),
    commitmentsCommand(),
    assessCommand(),
    explainCommand(),
    exportCommand(),
    importCommand(),
    evaluateCommand(),
    doctorCommand(),
  ];
  for (const command of commands) program.addCommand(command.copyInheritedSettings(program));
  return program;
}

function packageVersion(): string {
  // The package's own manifest, two folders above both src/cli and dist/cli.
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}
