import { EntenteError } from '../../record/index.js';
import type { Holder } from '../access/holder.js';
import { type IncomingReading, storeReadings } from '../store/store.js';
import { inTransaction } from '../store/transaction.js';
import type { Stored } from '../types.js';
import type { EntryCounts } from './types.js';

/** A reading that waits to be stored. */
export interface FinishedReading extends IncomingReading {
  readonly path: string;
  readonly counts: EntryCounts;
  readonly tokens: number;
  readonly bytes: number;
}

export interface BatchWriter {
  /** Takes a reading; resolves when there is room for more. */
  add(reading: FinishedReading): Promise<void>;
  /** Stores what is left. */
  finish(): Promise<void>;
}

/** A batch is stored when it has so many entries, or when its first reading has waited so long. */
const BATCH_ENTRIES = 4_000;
const BATCH_MS = 1_000;
/** What an entry-less document counts in a batch. */
const DOCUMENT_WEIGHT = 50;
/** How long work in hand waits for a program that keeps the ledger to itself. */
const PATIENCE_MS = 600_000;

/**
 * Stores readings in batches, each batch in one transaction, one after another.
 *
 * @param onStored told of each reading, once it is safe
 * @param onRefused told of a reading that the ledger cannot take; the others are stored
 */
export function batchWriter(
  holder: Holder,
  onStored: (reading: FinishedReading, stored: Stored) => void,
  onRefused: (reading: FinishedReading, reason: string) => void,
): BatchWriter {
  let batch: FinishedReading[] = [];
  let weight = 0;
  let timer: NodeJS.Timeout | undefined;
  let storing: Promise<void> = Promise.resolve();
  let broken: { readonly error: unknown } | undefined;

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const readings = batch;
    batch = [];
    weight = 0;
    storing = storing
      .then(() => (broken || readings.length === 0 ? undefined : storeBatch(readings)))
      .catch((error) => {
        broken ??= { error };
      });
    return storing;
  }

  async function storeBatch(readings: readonly FinishedReading[]): Promise<void> {
    const store = (some: readonly FinishedReading[]) =>
      holder.use(
        'write',
        (connection) => inTransaction(connection, () => storeReadings(connection, some)),
        PATIENCE_MS,
      );
    try {
      const stored = await store(readings);
      for (const [i, reading] of readings.entries()) onStored(reading, stored[i] ?? 'unchanged');
    } catch (error) {
      if (!isOfOneDocument(error)) throw error;
      const [only] = readings;
      if (readings.length === 1 && only) onRefused(only, error.message);
      else for (const reading of readings) await storeBatch([reading]);
    }
  }

  function mustWork(): void {
    if (broken) throw broken.error;
  }

  return {
    async add(reading) {
      mustWork();
      batch.push(reading);
      weight += DOCUMENT_WEIGHT + Object.values(reading.counts).reduce((sum, n) => sum + n, 0);
      if (weight >= BATCH_ENTRIES) await flush();
      else timer ??= setTimeout(flush, BATCH_MS);
      mustWork();
    },
    async finish() {
      await flush();
      mustWork();
    },
  };
}

/** Whether the fault lies in a document and not in the ledger, its disk or its lock. */
function isOfOneDocument(error: unknown): error is EntenteError {
  return error instanceof EntenteError && error.code === 'input';
}
