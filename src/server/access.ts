import type { Ledger } from '../ledger/index.js';

/** A way to a ledger that is held only while a request is answered, so that `entente read` can write in between. */
export interface LedgerAccess {
  /** The ledger's file, to show. */
  readonly file: string;
  /** Runs `work` on an open ledger; nothing holds the file afterwards. */
  withLedger<T>(work: (ledger: Ledger) => Promise<T>): Promise<T>;
  /** The same to append what people say; absent where the ledger is only shown. */
  write?<T>(work: (ledger: Ledger) => Promise<T>): Promise<T>;
}
