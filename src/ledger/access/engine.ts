import { existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { EntenteError } from '../../record/index.js';
import { DuckDBInstance } from '../duckdb.js';
import { isLocked } from './failure.js';
import { askForTurn, takeTurn } from './waiting.js';

export type Mode = 'read' | 'write';

/**
 * A DuckDB in memory to which a ledger file is attached while it is used, under the name `ledger`. Making one costs ten
 * times as much as attaching, so it is kept between uses. As long as the file is attached, its lock is held.
 */
export interface Engine {
  /** Attaches the file, waiting at most `waitMs` for another process to let go of it. */
  attach(file: string, mode: Mode, waitMs: number): Promise<void>;
  connect(): Promise<DuckDBConnection>;
  detach(): Promise<void>;
  /** Ends it; the file is let go whatever state it is in. */
  close(): void;
}

/**
 * Nothing is fetched from the network; what does not fit in memory is laid in the system's temporary folder.
 * Detaching leaves the write-ahead log in place, which is quick. Who attaches the file next has to replay it, so it is
 * folded in when it passes 4 MB (and see `FOLD_EVERY`).
 */
const CONFIG = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  checkpoint_threshold: '4MB',
  memory_limit: '1GB',
  temp_directory: path.join(tmpdir(), `entente-${process.pid}`),
};

/**
 * Zstandard for long texts needs storage version 1.2. Blocks of 64 KB are the smallest in which integers are bit-packed;
 * a small ledger stays small. Folding in the log rewrites the last row group with its texts, so that is kept short.
 */
const NEW_FILE = "STORAGE_VERSION 'v1.2.0', BLOCK_SIZE 65536";
const WRITING = 'READ_WRITE, ROW_GROUP_SIZE 8192';

/*
 * Who writes needs one thread: batches are small, and DuckDB's other threads, waiting for work, would take the processors from
 * those that read documents.
 */

/**
 * Up to so many rows are picked from a table by asking each block for them, not by reading all of it. DuckDB's own is 50; a
 * hundred entries of a million take a quarter of the time with this.
 */
const PICKED = 1000;

export async function createEngine(): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', CONFIG);
  const own = await instance.connect();
  await own.run('PRAGMA disable_checkpoint_on_shutdown');
  let threads: Mode = 'read';
  return {
    async attach(file, mode, waitMs) {
      if (mode !== threads) await own.run(mode === 'write' ? 'SET threads = 1' : 'RESET threads');
      threads = mode;
      if (mode === 'read') mustExist(file);
      else mustHaveFolder(file);
      const end = Date.now() + waitMs;
      for (let attempt = 0; ; attempt++) {
        try {
          await own.run(`ATTACH '${file.replaceAll("'", "''")}' AS ledger (${access(file, mode)})`);
          if (attempt > 0) takeTurn(file);
          return;
        } catch (error) {
          if (!isLocked(error) || Date.now() >= end) throw error;
          askForTurn(file);
          await pause(attempt);
        }
      }
    },
    async connect() {
      const connection = await instance.connect();
      await connection.run(`USE ledger; SET dynamic_or_filter_threshold = ${PICKED}`);
      return connection;
    },
    async detach() {
      await own.run('DETACH ledger');
    },
    close() {
      own.closeSync();
      instance.closeSync();
    },
  };
}

function access(file: string, mode: Mode): string {
  if (mode === 'read') return 'READ_ONLY';
  return existsSync(file) ? WRITING : `${WRITING}, ${NEW_FILE}`;
}

function mustExist(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found || (found.isFile() && found.size === 0))
    throw new EntenteError('not-found', `no ledger at ${file}`, {
      remedy: 'entente read PATH first, or name another file with --ledger FILE',
    });
  if (!found.isFile()) throw noFile(file);
}

function mustHaveFolder(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found && !found.isFile()) throw noFile(file);
  const folder = path.dirname(file);
  if (!found && !existsSync(folder))
    throw new EntenteError('not-found', `there is no folder ${folder} for the ledger`, {
      remedy: 'make the folder first, or name another file with --ledger FILE',
    });
}

function noFile(file: string): EntenteError {
  return new EntenteError('ledger-broken', `${file} is not a file`, {
    remedy: 'name a DuckDB file with --ledger FILE',
  });
}

/** 2 ms at first, 16 ms later, spread so that two who wait do not keep step. */
function pause(attempt: number): Promise<void> {
  const ms = Math.min(16, 2 * 2 ** attempt) * (0.75 + Math.random() / 2);
  return new Promise((resolve) => setTimeout(resolve, ms));
}
