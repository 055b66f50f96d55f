import { Command } from 'commander';
import open from 'open';
import { loadGazetteer } from '../../gazetteer/index.js';
import {
  expandPaths,
  type Incoming,
  loadDocuments,
  openLedger,
  parseColumns,
  type ReadReport,
  readAll,
  readSidecar,
  type Skipped,
  type SourceItem,
} from '../../ledger/index.js';
import { EntenteError } from '../../record/index.js';
import { dataOption, jsonOption, ledgerOption, partyId, positive } from '../options.js';
import { print, tell } from '../output.js';
import { createProgress } from '../progress.js';
import { serve, untilInterrupted } from './serve.js';

interface ReadOptions {
  readonly ledger: string;
  readonly metadata?: string;
  readonly date?: string;
  readonly speaker?: string;
  readonly genre?: string;
  readonly columns?: string;
  readonly workers?: string;
  readonly data?: readonly string[];
  readonly json?: boolean;
}

interface OpenOptions extends ReadOptions {
  readonly port?: string;
  readonly browser: boolean;
}

function withReadOptions(command: Command): Command {
  return command
    .addOption(ledgerOption())
    .option('--metadata <csv>', 'table of title, date, speaker, genre … with a column "file"')
    .option('--date <date>', 'when the documents were published, for all of them')
    .option('--speaker <party>', 'the party whose voice "we" is, for all of them')
    .option('--genre <genre>', 'news, speech, statement, agreement, opinion or report, for all of them')
    .option('--columns <map>', 'fields of CSV or JSON Lines: text=body,date=when')
    .option('--workers <n>', 'threads that read (default: as many as processors)')
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
      const report = await read(paths, options);
      process.exitCode = report.interrupted ? 130 : report.failed.length > 0 ? 1 : 0;
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
      if (paths.length > 0) {
        const report = await read(paths, { ...options, json: false });
        if (report.interrupted) {
          process.exitCode = 130;
          return;
        }
      }
      const serving = await serve(options, version);
      tell(`The workbench is at ${serving.url} (Ctrl-C ends it)`);
      // A machine without a screen has no browser to open; the address above is enough.
      if (options.browser && process.env.CI === undefined) await open(serving.url).catch(() => undefined);
      await untilInterrupted();
      await serving.close();
    });
}

async function read(paths: readonly string[], options: ReadOptions): Promise<ReadReport> {
  const gazetteer = loadGazetteer({ dirs: options.data ?? [] });
  const metadata = options.metadata === undefined ? undefined : await readSidecar(options.metadata);
  const warnings = new Set<string>(metadata?.warnings ?? []);
  const skipped: Skipped[] = [];
  const onSkip = (one: Skipped) => skipped.push(one);
  const items: SourceItem[] = [];
  const shared = metadata === undefined ? {} : { metadata };
  for await (const item of expandPaths(paths, { ...shared, onSkip })) items.push(item);
  const load = {
    ...shared,
    ...(options.date === undefined ? {} : { date: options.date }),
    ...(options.speaker === undefined ? {} : { speaker: partyId(gazetteer, options.speaker) }),
    ...(options.genre === undefined ? {} : { genre: options.genre }),
    ...(options.columns === undefined ? {} : { columns: parseColumns(options.columns) }),
    resolveParty: (name: string, day?: string) => gazetteer.lookup(name, day),
    onSkip,
  };
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt);
  const progress = createProgress();
  const single = items.every(
    (item) => item.format !== 'csv' && item.format !== 'jsonl' && item.format !== 'zip',
  );
  try {
    const report = await readAll({
      documents: documents(items, load, warnings),
      ledger: options.ledger,
      ...(options.workers === undefined ? {} : { workers: workersOf(options.workers) }),
      dataDirs: options.data ?? [],
      ...(single ? { total: items.length } : {}),
      signal: stop.signal,
      onProgress: progress.show,
    });
    progress.clear();
    await keepGazetteer(options.ledger, gazetteer);
    show(report, skipped, [...warnings], options);
    return report;
  } finally {
    progress.clear();
    process.off('SIGINT', interrupt);
  }
}

async function* documents(
  items: readonly SourceItem[],
  load: Parameters<typeof loadDocuments>[1],
  warnings: Set<string>,
): AsyncGenerator<Incoming> {
  for (const item of items) {
    for await (const result of loadDocuments(item, load)) {
      if (result.ok) for (const warning of result.warnings) warnings.add(`${result.path}: ${warning}`);
      yield result;
    }
  }
}

function workersOf(value: string): number {
  const workers = positive(value, '--workers');
  if (workers <= 64) return workers;
  throw new EntenteError('usage', `--workers: ${workers} are too many`, { remedy: 'give 64 or fewer' });
}

/** Names of parties and instruments beside the entries, so that the file stands alone. */
async function keepGazetteer(file: string, gazetteer: ReturnType<typeof loadGazetteer>): Promise<void> {
  const ledger = await openLedger(file, { mode: 'write' });
  try {
    await ledger.putParties([...gazetteer.parties.values()], [...gazetteer.instruments.values()]);
  } finally {
    await ledger.close();
  }
}

const LISTED = 20;

function show(
  report: ReadReport,
  skipped: readonly Skipped[],
  warnings: readonly string[],
  options: ReadOptions,
): void {
  if (options.json) {
    print(JSON.stringify({ ledger: options.ledger, ...report, skipped, warnings }, null, 2));
    return;
  }
  const { documents: d, entries: e } = report;
  listed('warning', warnings);
  listed(
    'skipped',
    skipped.map((s) => `${s.path}: ${s.reason}`),
  );
  listed(
    'failed',
    report.failed.map((f) => `${f.path}: ${f.reason}`),
  );
  const parts = [
    `${d.new} documents read`,
    d.replaced > 0 ? `${d.replaced} read again` : '',
    d.unchanged + d['source-added'] > 0 ? `${d.unchanged + d['source-added']} unchanged` : '',
    report.keptNewer > 0 ? `${report.keptNewer} kept as a newer version read them` : '',
    skipped.length > 0 ? `${skipped.length} skipped` : '',
    report.failed.length > 0 ? `${report.failed.length} failed` : '',
  ].filter(Boolean);
  tell(`${parts.join(', ')}${report.interrupted ? ' (interrupted; read again to go on)' : ''}`);
  tell(
    `${e.event} events, ${e.tie} ties, ${e.commitment} commitments, ${e.claim} claims, ${e.measure} measures; ` +
      `${report.tokens.toLocaleString('en')} tokens in ${report.seconds.toFixed(1)} s (${report.tokensPerSecond.toLocaleString('en')}/s) → ${options.ledger}`,
  );
}

function listed(kind: string, lines: readonly string[]): void {
  for (const line of lines.slice(0, LISTED)) tell(`${kind}: ${line}`);
  if (lines.length > LISTED) tell(`${kind}: … and ${lines.length - LISTED} more (--json lists all)`);
}
