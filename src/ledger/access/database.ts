import { existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { EntenteError } from '../../record/index.js';
import { isLocked, ledgerFailure } from './failure.js';
import { askForTurn, takeTurn } from './waiting.js';

export type Mode = 'read' | 'write';

/** An open ledger file. As long as it is open, the file's lock is held. */
export interface Database {
  connect(): Promise<DuckDBConnection>;
  close(): void;
}

/**
 * Nothing is fetched from the network; what does not fit in memory is laid in the system's temporary folder.
 * Closing leaves the write-ahead log in place, which is quick. Who opens the file next has to replay it, so it is folded in
 * when it passes 4 MB (and see `FOLD_EVERY`).
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

/** Opens `file` under the name `ledger`, waiting at most `waitMs` for another process to let go of it. */
export async function openDatabase(file: string, mode: Mode, waitMs: number): Promise<Database> {
  if (mode === 'read') mustExist(file);
  const instance = await DuckDBInstance.create(':memory:', CONFIG);
  const connection = await instance.connect();
  try {
    await attach(connection, file, mode, Date.now() + waitMs);
    await connection.run('PRAGMA disable_checkpoint_on_shutdown');
  } catch (error) {
    connection.closeSync();
    instance.closeSync();
    throw ledgerFailure(error, file);
  }
  connection.closeSync();
  return {
    connect: async () => {
      const opened = await instance.connect();
      await opened.run('USE ledger');
      return opened;
    },
    close: () => instance.closeSync(),
  };
}

async function attach(connection: DuckDBConnection, file: string, mode: Mode, end: number): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      const isNew = !existsSync(file);
      const access = mode === 'read' ? 'READ_ONLY' : isNew ? `${WRITING}, ${NEW_FILE}` : WRITING;
      await connection.run(`ATTACH '${file.replaceAll("'", "''")}' AS ledger (${access})`);
      if (attempt > 0) takeTurn(file);
      return;
    } catch (error) {
      if (!isLocked(error) || Date.now() >= end) throw error;
      askForTurn(file);
      await pause(attempt);
    }
  }
}

function mustExist(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found || (found.isFile() && found.size === 0))
    throw new EntenteError('not-found', `no ledger at ${file}`, {
      remedy: 'entente read PATH first, or name another file with --ledger FILE',
    });
  if (!found.isFile())
    throw new EntenteError('ledger-broken', `${file} is not a file`, {
      remedy: 'name a DuckDB file with --ledger FILE',
    });
}

/** 2 ms at first, 16 ms later, spread so that two who wait do not keep step. */
function pause(attempt: number): Promise<void> {
  const ms = Math.min(16, 2 * 2 ** attempt) * (0.75 + Math.random() / 2);
  return new Promise((resolve) => setTimeout(resolve, ms));
}
