import { statSync } from 'node:fs';
import type { Holder } from './holder.js';

const WAIT_MS = 1_000;

/** Folds the write-ahead log into the file, so that it is one file again. If it cannot be done now, the log serves as well. */
export async function tidy(holder: Holder): Promise<void> {
  if (!statSync(`${holder.file}.wal`, { throwIfNoEntry: false })?.size) return;
  await holder.use('write', (connection) => connection.run('CHECKPOINT'), WAIT_MS).catch(() => undefined);
}
