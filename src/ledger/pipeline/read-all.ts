import { availableParallelism } from 'node:os';
import type { Document } from '../../record/index.js';
import { type Holder, holderOf } from '../access/holder.js';
import { openLedger } from '../ledger.js';
import { loadHeld } from '../store/held.js';
import { standing } from '../store/standing.js';
import { storeReadings } from '../store/store.js';
import { inTransaction } from '../store/transaction.js';
import { batchWriter } from './batch-writer.js';
import { createHand } from './hand.js';
import { inlineCrew } from './inline-crew.js';
import { loadReader } from './reader.js';
import { createTally, type ReadProgress, type ReadReport, type Tally } from './report.js';
import { createStop, type Stop } from './stop.js';
import type { Crew, DocumentReader, Incoming, ReadingTask } from './types.js';
import { workerCrew } from './worker-crew.js';

export interface ReadOptions {
  /** What to read, and what could not be loaded, in any order. */
  readonly documents: AsyncIterable<Incoming> | Iterable<Incoming>;
  /** Path of the ledger; it is made if there is none. */
  readonly ledger: string;
  /** Threads that read; 0 reads in this one. As many as there are processors if not given. */
  readonly workers?: number;
  /** Folders with tables that extend or override ours. */
  readonly dataDirs?: readonly string[];
  /** Confidence that an event must have to be told, see `ReaderOptions`. */
  readonly leastSure?: number;
  /** Reads in this thread with this reader. */
  readonly reader?: DocumentReader;
  /** Module with a `createReader` for the workers instead of ours. */
  readonly readerModule?: string;
  /** How many documents there will be, for telling the time left. */
  readonly total?: number;
  /** Stops the run: what is finished is stored and reported. */
  readonly signal?: AbortSignal;
  /** Told several times a second how far it has come. */
  readonly onProgress?: (progress: ReadProgress) => void;
  /** How long to wait for another process that holds the ledger, in milliseconds; 15,000 if not given. */
  readonly waitMs?: number;
}

/** Documents that are looked up in the ledger together, and characters of their texts at most. */
const LOOKED_UP = 32;
const LOOKED_UP_CHARACTERS = 1_000_000;
const PROGRESS_MS = 200;

/**
 * Reads documents into a ledger: many readers, one writer. A document that this reader has read already, with the same
 * metadata, is not read again. One that cannot be loaded or read is reported and the rest go on. Each document is stored
 * wholly or not at all, within a second or so of having been read.
 *
 * @throws EntenteError when the ledger or the reader cannot be used (`ledger-locked`, `disk-full`, `data` …)
 * @example
 * const report = await readAll({ documents: loadDocuments({ path: 'speech.txt' }), ledger: 'entente.duckdb' });
 * console.log(report.documents.new, report.failed);
 */
export async function readAll(options: ReadOptions): Promise<ReadReport> {
  const ledger = await openLedger(options.ledger, { mode: 'write', waitMs: options.waitMs });
  const tally = createTally();
  const tell = () => options.onProgress?.(tally.progress(options.total));
  const timer = setInterval(tell, PROGRESS_MS);
  let crew: Crew | undefined;
  try {
    crew = await createCrew(options);
    await pass(options, crew, holderOf(ledger.file), tally);
    return tally.report(crew.version, options.signal?.aborted ?? false);
  } finally {
    clearInterval(timer);
    tell();
    await crew?.close();
    await ledger.close();
  }
}

async function createCrew(given: ReadOptions): Promise<Crew> {
  const { reader, workers, dataDirs = [], leastSure, readerModule } = given;
  if (reader) return inlineCrew(reader);
  const options = { dataDirs, ...(leastSure === undefined ? {} : { leastSure }) };
  if (workers === 0) return inlineCrew(await loadReader(options, readerModule));
  return workerCrew(workers ?? availableParallelism(), {
    options,
    ...(readerModule !== undefined && { readerModule }),
  });
}

/** Takes every document from where it comes to where it is stored. */
async function pass(options: ReadOptions, crew: Crew, holder: Holder, tally: Tally): Promise<void> {
  const hand = createHand(crew.capacity);
  const writer = batchWriter(
    holder,
    ({ counts, tokens, bytes }, stored) => tally.stored(stored, counts, tokens, bytes),
    ({ path }, reason) => tally.failed(path, reason),
  );
  const stop = createStop(options.signal);
  let failure: { readonly error: unknown } | undefined;

  async function read(task: ReadingTask): Promise<void> {
    const { document, path } = task;
    const outcome = await stop.orStopped(crew.read(task));
    if (!outcome) return;
    if (!outcome.ok) return tally.failed(path, outcome.reason);
    await writer.add({
      ...{ document, path, reader: crew.version, entries: outcome.entries, counts: outcome.counts },
      ...{ tokens: outcome.tokens, bytes: Buffer.byteLength(document.text) },
    });
  }

  try {
    for await (const group of groups(options.documents, tally, stop)) {
      for (const task of await unread(group, crew.version, holder, tally)) {
        await hand.room(task.document.text.length);
        if (options.signal?.aborted || failure) break;
        hand.take(task.document.text.length, read(task)).catch((error) => {
          failure ??= { error };
        });
      }
      if (options.signal?.aborted || failure) break;
    }
    await hand.empty();
    await writer.finish();
    if (failure) throw failure.error;
  } finally {
    stop.forget();
  }
}

/** Documents in groups to be looked up together; failures go to the tally. */
async function* groups(
  documents: ReadOptions['documents'],
  tally: Tally,
  stop: Stop,
): AsyncGenerator<ReadingTask[]> {
  const source =
    Symbol.asyncIterator in documents ? documents[Symbol.asyncIterator]() : documents[Symbol.iterator]();
  let group: ReadingTask[] = [];
  let characters = 0;
  for (;;) {
    const next = await stop.orStopped(Promise.resolve(source.next()));
    if (!next) {
      // It may be waiting for input that never comes; it is not waited for.
      Promise.resolve(source.return?.()).catch(() => undefined);
      return;
    }
    if (next.done) break;
    const incoming = next.value;
    if (!incoming.ok) tally.failed(incoming.path, incoming.error.message);
    else {
      const { path, document, boilerplate = [] } = incoming;
      group.push({ path, document, skip: boilerplate });
      characters += document.text.length;
    }
    if (group.length >= LOOKED_UP || characters > LOOKED_UP_CHARACTERS) {
      yield group;
      group = [];
      characters = 0;
    }
  }
  yield group;
}

/** Those of the group that are to be read; the others are noted, and news of where they come from stored. */
async function unread(
  group: readonly ReadingTask[],
  reader: string,
  holder: Holder,
  tally: Tally,
): Promise<ReadingTask[]> {
  if (group.length === 0) return [];
  const toRead: ReadingTask[] = [];
  const toNote: Document[] = [];
  await holder.use('write', async (connection) => {
    const held = await loadHeld(
      connection,
      group.map(({ document }) => document.id),
    );
    for (const task of group) {
      const result = standing(held.get(task.document.id), task.document, reader);
      if (result.stored === 'new' || result.stored === 'replaced') toRead.push(task);
      else {
        if (result.stored === 'source-added') toNote.push(task.document);
        tally.kept(result.stored, result.newer);
      }
    }
    if (toNote.length > 0)
      await inTransaction(connection, () =>
        storeReadings(
          connection,
          toNote.map((document) => ({ document, reader, entries: [] })),
        ),
      );
  });
  return toRead;
}
