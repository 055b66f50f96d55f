import { type Gazetteer, loadGazetteer } from '../../gazetteer/index.js';
import {
  expandPaths,
  givenDate,
  type Incoming,
  type LoadOptions,
  loadDocuments,
  openLedger,
  parseColumns,
  readAll,
  readSidecar,
  type SourceItem,
} from '../../ledger/index.js';
import { Genre } from '../../record/index.js';
import { compileLater } from '../compiler.js';
import { catchInterruption, untilInterrupted } from '../interruption.js';
import { tell } from '../output.js';
import { createProgress } from '../progress.js';
import { asUsage, choice, partyId, share, wholeNumber } from '../values.js';
import { createNotes, type Notes } from './read-notes.js';
import { exitStatus, type ReadSummary, showSummary, summaryOf } from './read-report.js';
import { startServing } from './serve.js';

export interface ReadOptions {
  readonly ledger: string;
  readonly metadata?: string;
  readonly date?: string;
  readonly speaker?: string;
  readonly genre?: string;
  readonly columns?: string;
  readonly workers?: string;
  readonly leastSure?: string;
  readonly data?: readonly string[];
  readonly json?: boolean;
}

export interface OpenOptions extends ReadOptions {
  readonly port?: string;
  readonly browser: boolean;
}

const MOST_WORKERS = 64;

/** @returns the exit status */
export async function runRead(paths: readonly string[], options: ReadOptions): Promise<number> {
  const summary = await read(paths, options);
  showSummary(summary, options.json ?? false);
  return exitStatus(summary);
}

/** @returns the exit status */
export async function runOpen(
  paths: readonly string[],
  options: OpenOptions,
  version: string,
): Promise<number> {
  if (paths.length > 0) {
    const summary = await read(paths, options);
    showSummary(summary, false);
    if (summary.interrupted) return exitStatus(summary);
  }
  const serving = await startServing(options, version);
  tell(`The workbench is at ${serving.url} (Ctrl-C ends it)`);
  if (options.browser && process.env.CI === undefined) await openBrowser(serving.url);
  await untilInterrupted();
  await serving.close();
  return 0;
}

/** A machine without a screen has no browser to open; the address that was told is enough. */
async function openBrowser(url: string): Promise<void> {
  const { default: open } = await import('open');
  const browser = await open(url).catch(() => undefined);
  browser?.on('error', () => undefined);
}

async function read(paths: readonly string[], options: ReadOptions): Promise<ReadSummary> {
  compileLater();
  // Who types is not written over.
  const isTyped = paths.includes('-') && process.stdin.isTTY;
  const progress = createProgress(!isTyped);
  const interruption = catchInterruption(() => {
    progress.clear();
    tell('stopping; what is finished is kept (Ctrl-C again ends it at once)');
    // Standard input that never ends would keep the process alive.
    process.stdin.destroy();
  });
  try {
    const workers =
      options.workers === undefined ? undefined : wholeNumber(options.workers, '--workers', MOST_WORKERS);
    const { flags, gazetteer } = await flagsOf(options);
    const notes = createNotes(flags.metadata);
    const load: LoadOptions = { ...flags, onSkip: notes.skip };
    const items: SourceItem[] = [];
    for await (const item of expandPaths(paths, load)) items.push(item);
    if (isTyped) tell('reading what you type; Ctrl-D on a line of its own ends it');
    await keepGazetteer(options.ledger, gazetteer);
    const report = await readAll({
      documents: documents(items, load, notes),
      ledger: options.ledger,
      ...(workers === undefined ? {} : { workers }),
      dataDirs: options.data ?? [],
      ...(options.leastSure === undefined ? {} : { leastSure: share(options.leastSure, '--least-sure') }),
      ...(items.every(isOneDocument) ? { total: items.length } : {}),
      signal: interruption.signal,
      onProgress: progress.show,
    });
    return summaryOf(options.ledger, report, notes);
  } finally {
    progress.clear();
    interruption.forget();
  }
}

/** What the flags say of all documents; a wrong one is told of before anything is read. */
async function flagsOf(options: ReadOptions): Promise<{ flags: LoadOptions; gazetteer: Gazetteer }> {
  const { date: given, metadata: table } = options;
  const genre = options.genre === undefined ? undefined : choice(options.genre, Genre.options, 'genre');
  const date = given === undefined ? undefined : asUsage(() => givenDate(given, '--date'));
  const columns = options.columns === undefined ? undefined : parseColumns(options.columns);
  const metadata = table === undefined ? undefined : await readSidecar(table);
  const gazetteer = loadGazetteer({ dirs: options.data ?? [] });
  const speaker = options.speaker === undefined ? undefined : partyId(gazetteer, options.speaker);
  const resolveParty = (name: string, day?: string) => gazetteer.lookup(name, day);
  return { flags: { metadata, date, speaker, genre, columns, resolveParty }, gazetteer };
}

function isOneDocument({ format }: SourceItem): boolean {
  return format !== 'csv' && format !== 'jsonl' && format !== 'zip';
}

async function* documents(
  items: readonly SourceItem[],
  load: LoadOptions,
  notes: Notes,
): AsyncGenerator<Incoming> {
  for (const item of items) {
    for await (const result of loadDocuments(item, load)) {
      notes.take(result);
      yield result;
    }
  }
}

/** Names of parties and instruments beside the entries to come, so that the file stands alone however the run ends. */
async function keepGazetteer(file: string, gazetteer: Gazetteer): Promise<void> {
  const ledger = await openLedger(file, { mode: 'write' });
  try {
    await ledger.putParties([...gazetteer.parties.values()], [...gazetteer.instruments.values()]);
  } finally {
    await ledger.close();
  }
}
