import { Worker } from 'node:worker_threads';
import { EntenteError, type Entry, type ErrorCode, EXIT_STATUS } from '../../record/index.js';
import type { FromWorker, ToWorker, WorkerSetup } from './messages.js';
import type { Crew, Outcome, ReadingTask } from './types.js';

/** Tasks that a worker holds at a time: one that it reads and one so that it need not wait for the next. */
const AHEAD = 2;
/** Memory for one worker's objects, so that one monstrous document fails by itself and not with all others. */
const HEAP_MB = 1_000;

interface Pending {
  readonly number: number;
  readonly task: ReadingTask;
  readonly parts: Uint8Array[];
  readonly settle: (outcome: Outcome) => void;
}

interface Hand {
  readonly worker: Worker;
  /** What it was given, the one it reads first. */
  readonly tasks: Map<number, Pending>;
}

/**
 * Worker threads that read. A thread that dies (of a document too large for its memory) is replaced; the document fails.
 *
 * @throws EntenteError when the reader cannot be loaded
 */
export async function workerCrew(workers: number, setup: WorkerSetup): Promise<Crew> {
  const waiting: Pending[] = [];
  const hands = new Set<Hand>();
  let number = 0;
  let closed = false;
  /** Why no worker is left, should it come to that. */
  let gone: string | undefined;

  function give(): void {
    for (let load = 0; load < AHEAD; load++)
      for (const hand of hands) {
        if (hand.tasks.size > load) continue;
        const pending = waiting.shift();
        if (!pending) return;
        hand.tasks.set(pending.number, pending);
        const { document, skip } = pending.task;
        hand.worker.postMessage({ task: pending.number, document, skip } satisfies ToWorker);
      }
  }

  function settle(hand: Hand, task: number, outcome: (pending: Pending) => Outcome): void {
    const pending = hand.tasks.get(task);
    if (!pending) return;
    hand.tasks.delete(task);
    pending.settle(outcome(pending));
    give();
  }

  async function hire(): Promise<string> {
    const worker = startWorker(setup);
    const hand: Hand = { worker, tasks: new Map() };
    const version = await new Promise<string>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the reader ended with ${code}`)));
      worker.once('message', (message: FromWorker) =>
        message.is === 'ready' ? resolve(message.version) : reject(unusable(message)),
      );
    }).catch(async (error) => {
      await worker.terminate();
      throw error;
    });
    worker.on('message', (message: FromWorker) => {
      if (message.is === 'part') hand.tasks.get(message.task)?.parts.push(message.entries);
      else if (message.is === 'failed')
        settle(hand, message.task, () => ({ ok: false, reason: message.reason }));
      else if (message.is === 'done') {
        const { counts, tokens } = message;
        settle(hand, message.task, ({ parts }) => ({ ok: true, entries: decode(parts), counts, tokens }));
      }
    });
    worker.on('error', (error) => bury(hand, error));
    worker.on('exit', (code) => bury(hand, new Error(`the reader ended with ${code}`)));
    hands.add(hand);
    if (closed) await worker.terminate();
    return version;
  }

  /** The document being read is what it died of; those behind it are given to others. */
  function bury(hand: Hand, error: Error & { code?: string }): void {
    if (!hands.delete(hand)) return;
    const [first, ...others] = hand.tasks.values();
    waiting.unshift(...others);
    const reason =
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? 'too large for the memory of one worker: split it into parts'
        : error.message;
    first?.settle({ ok: false, reason });
    if (closed) return;
    hire().then(give, () => {
      if (hands.size > 0) return;
      gone = reason;
      for (const { settle: end } of waiting.splice(0)) end({ ok: false, reason });
    });
  }

  const [version = ''] = await Promise.all(Array.from({ length: workers }, hire)).catch(async (error) => {
    closed = true;
    await Promise.all([...hands].map(({ worker }) => worker.terminate()));
    throw error;
  });
  return {
    version,
    capacity: workers * AHEAD,
    read: (task) =>
      new Promise((resolve) => {
        if (gone !== undefined) return resolve({ ok: false, reason: gone });
        waiting.push({ number: number++, task, parts: [], settle: resolve });
        give();
      }),
    async close() {
      closed = true;
      await Promise.all([...hands].map(({ worker }) => worker.terminate()));
    },
  };
}

function startWorker(setup: WorkerSetup): Worker {
  const options = { workerData: setup, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./worker.js', import.meta.url), options);
  // Run from source, by tests and benchmarks: tsx compiles it.
  const source = JSON.stringify(new URL('./worker.ts', import.meta.url).href);
  return new Worker(`import('tsx/esm/api').then(({ register }) => { register(); import(${source}); });`, {
    ...options,
    eval: true,
  });
}

function* decode(parts: readonly Uint8Array[]): Generator<Entry> {
  for (const part of parts) {
    // Written by our own worker from entries of these types.
    const entries = JSON.parse(new TextDecoder().decode(part)) as Entry[];
    yield* entries;
  }
}

function unusable(message: FromWorker): Error {
  if (message.is !== 'unusable') return new Error(`worker began with '${message.is}'`);
  const code = Object.keys(EXIT_STATUS).find((known): known is ErrorCode => known === message.code);
  return code === undefined
    ? new Error(message.message)
    : new EntenteError(code, message.message, message.remedy === undefined ? {} : { remedy: message.remedy });
}
