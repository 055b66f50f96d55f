import { Command } from 'commander';
import type { OpenOptions, ReadOptions } from '../actions/read.js';
import { dataOption, jsonOption, ledgerOption } from '../options.js';

function withReadOptions(command: Command): Command {
  return command
    .addOption(ledgerOption())
    .option('--metadata <csv>', 'table of title, date, speaker, genre … with a column "file"')
    .option('--date <date>', 'when the documents were published, for all of them')
    .option('--speaker <party>', 'the party whose voice "we" is, for all of them')
    .option('--genre <genre>', 'news, speech, statement, agreement, opinion or report, for all of them')
    .option('--columns <map>', 'fields of CSV or JSON Lines: text=body,date=when')
    .option('--workers <n>', 'threads that read (default: as many as processors)')
    .option(
      '--least-sure <share>',
      'leaves out events and measures with a lower confidence than this, 0 to 1 (default: 0.5 and 0.8)',
    )
    .addOption(dataOption());
}

export function readCommand(): Command {
  return withReadOptions(new Command('read'))
    .description('reads documents into the ledger')
    .argument('<path...>', 'files, folders, patterns, or - for standard input')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
What is read: .txt .md .html .pdf .docx .jsonl .csv (one document a row), and .zip of these.
Reading a document again changes nothing; Ctrl-C loses nothing that is finished.

Examples:
  entente read speeches/ --genre speech
  entente read articles.csv --columns text=body,published=day
  curl -s https://example.org/communique.html | entente read -`,
    )
    .action(async (paths: readonly string[], options: ReadOptions) => {
      const { runRead } = await import('../actions/read.js');
      process.exitCode = await runRead(paths, options);
    });
}

export function openCommand(version: string): Command {
  return withReadOptions(new Command('open'))
    .description('reads documents, serves the workbench and opens it in the browser')
    .argument('[path...]', 'files, folders, patterns; none to open what the ledger holds')
    .option('--port <n>', 'port on 127.0.0.1')
    .option('--no-browser', 'only say where the workbench is')
    .addHelpText('after', '\nExample:\n  entente open examples/corpus')
    .action(async (paths: readonly string[], options: OpenOptions) => {
      const { runOpen } = await import('../actions/read.js');
      process.exitCode = await runOpen(paths, options, version);
    });
}
