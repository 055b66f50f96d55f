import type { DuckDBConnection } from '@duckdb/node-api';
import { type Document, EntenteError } from '../record/index.js';
import type { Mode } from './access/engine.js';
import { DEFAULT_WAIT_MS, type Holder, holderOf } from './access/holder.js';
import { tidy } from './access/tidy.js';
import { findDocument, listDocuments } from './query/documents.js';
import { findEntry, listEntries } from './query/entries.js';
import { listCounterparts, listParties } from './query/parties.js';
import { countAll } from './query/totals.js';
import { putGazette } from './store/gazette.js';
import { loadHeld } from './store/held.js';
import { mergeRepeated } from './store/repeated.js';
import { allAssessments, allVerdicts, appendReview } from './store/review.js';
import { standing } from './store/standing.js';
import { storeReadings } from './store/store.js';
import { inTransaction } from './store/transaction.js';
import type { Ledger } from './types.js';

export interface OpenOptions {
  /** `write` makes the file if there is none. */
  readonly mode: Mode;
  /** `false`: fail instead of making a new file. */
  readonly create?: boolean;
  /** How long to wait for another process that holds the file, in milliseconds; 15,000 if not given. */
  readonly waitMs?: number;
}

/**
 * Opens a ledger. The file's lock is held only while a query or a transaction runs and 200 ms after, and is handed over
 * sooner when another process waits for it, so that reading and writing processes can go on side by side.
 *
 * @throws EntenteError `not-found`, `ledger-locked`, `ledger-newer`, `ledger-broken`, `disk-full`
 * @example
 * const ledger = await openLedger('entente.duckdb', { mode: 'read' });
 * const { rows } = await ledger.entries({ kind: 'tie', parties: ['CHN', 'VNM'] });
 * await ledger.close();
 */
export async function openLedger(file: string, options: OpenOptions): Promise<Ledger> {
  const holder = holderOf(file);
  const first = options.mode === 'write' && options.create === false ? 'read' : options.mode;
  await holder.use(first, async () => undefined, options.waitMs);
  return ledgerOn(holder, options.mode, options.waitMs);
}

/**
 * A ledger to read that need not be there yet; for servers. Every call opens the file if it is not open, and calls at the
 * same time share it. Until there is a file, calls fail with `not-found`.
 */
export function sharedReader(file: string, options: { readonly waitMs?: number } = {}): Ledger {
  return ledgerOn(holderOf(file), 'read', options.waitMs);
}

/** Opens a ledger, does something with it, and closes it whatever happens. */
export async function withLedger<T>(
  file: string,
  options: Mode | OpenOptions,
  work: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  const ledger = await openLedger(file, typeof options === 'string' ? { mode: options } : options);
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

type Work<T> = (connection: DuckDBConnection) => Promise<T>;

function ledgerOn(holder: Holder, mode: Mode, waitMs = DEFAULT_WAIT_MS): Ledger {
  // Also a read is one transaction: its queries all see the same state.
  const run = <T>(as: Mode, work: Work<T>) =>
    holder.use(as, (connection) => inTransaction(connection, () => work(connection)), waitMs);
  const read = <T>(work: Work<T>) => run('read', work);
  const write = async <T>(work: Work<T>) => {
    if (mode === 'read')
      throw new EntenteError('usage', `${holder.file} is open for reading`, {
        remedy: "open it with mode 'write'",
      });
    return run('write', work);
  };
  return {
    file: holder.file,
    totals: () => read(countAll),
    documents: (filter = {}) => read((connection) => listDocuments(connection, filter)),
    document: (id) => read((connection) => findDocument(connection, id)),
    entries: (filter = {}) => read((connection) => listEntries(connection, filter)),
    entry: (id) => read((connection) => findEntry(connection, id)),
    parties: (search) => read((connection) => listParties(connection, search)),
    counterparts: (party) => read((connection) => listCounterparts(connection, party)),
    isRead: (document: Document, reader) =>
      read(async (connection) => {
        const held = await loadHeld(connection, [document.id]);
        return standing(held.get(document.id), document, reader).stored === 'unchanged';
      }),
    store: (readings) =>
      write((connection) =>
        storeReadings(
          connection,
          readings.map((reading) => ({ ...reading, entries: mergeRepeated(reading.entries) })),
        ),
      ),
    putParties: (parties, instruments) => write((connection) => putGazette(connection, parties, instruments)),
    assessments: () => read(allAssessments),
    assess: (assessments) => write((connection) => appendReview(connection, assessments, [])),
    verdicts: () => read(allVerdicts),
    close: async () => {
      if (mode === 'write') await tidy(holder);
      await holder.release();
    },
  };
}
