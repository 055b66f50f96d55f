import { EntenteError } from '../../record/index.js';

/** Where a conflicting lock is held, as DuckDB tells it. */
const HOLDER = /Conflicting lock is held in (.+?) \(PID (\d+)\)/;
const LOCKED = /Could not set lock|Conflicting lock|being used by another process/i;
const FULL = /No space left on device|ENOSPC|out of (disk )?space|max_temp_directory_size|File too large/i;
const NEWER = /database file with version number|newer version of DuckDB|storage version/i;
const NOT_DUCKDB = /not a valid DuckDB database/i;
const REPLAY = /replay(ing)? (the )?WAL|WAL.*replay/i;
const DAMAGED = /checksum|corrupt|Could not read enough bytes|Failed to deserialize|Serialization Error/i;
const INVALIDATED = /database has been invalidated|FATAL Error/i;
const MISSING = /does not exist|No such file or directory/i;
const FORBIDDEN = /Permission denied|Read-only file system/i;

/** Whether another process holds the file, so that trying again may help. */
export function isLocked(error: unknown): boolean {
  return LOCKED.test(textOf(error));
}

/** Whether the open database can no longer be used and must be opened anew. */
export function isInvalidated(error: unknown): boolean {
  return INVALIDATED.test(textOf(error)) || isDiskFull(error);
}

/** Whether a disk has no room left, the ledger's or another. */
export function isDiskFull(error: unknown): boolean {
  return FULL.test(textOf(error));
}

/** What DuckDB or the file system says, as an error that names the ledger and what to do. */
export function ledgerFailure(error: unknown, file: string): unknown {
  if (error instanceof EntenteError) return error;
  const text = textOf(error);
  if (isLocked(error)) return locked(text, file, error);
  if (isDiskFull(error))
    return new EntenteError('disk-full', `no space left on the disk of ${file}`, {
      remedy: 'free some space and run the command again; what was stored before is kept',
      cause: error,
    });
  if (NOT_DUCKDB.test(text))
    return new EntenteError('ledger-broken', `${file} is not a DuckDB file`, {
      remedy: 'name another file with --ledger FILE',
      cause: error,
    });
  if (NEWER.test(text))
    return new EntenteError('ledger-newer', `${file} was written by a newer DuckDB than this one reads`, {
      remedy: 'update Entente: npm install --global entente-ir@latest',
      cause: error,
    });
  if (REPLAY.test(text) || DAMAGED.test(text) || INVALIDATED.test(text))
    return new EntenteError('ledger-broken', `${file} is damaged: ${firstLine(text)}`, {
      remedy: 'end this program and restore a copy of the file, or read the documents into a new one',
      cause: error,
    });
  if (FORBIDDEN.test(text))
    return new EntenteError('input', `${file} cannot be opened: permission denied`, {
      remedy: 'check who may read and write the file and its folder',
      cause: error,
    });
  if (MISSING.test(text))
    return new EntenteError('not-found', `no ledger at ${file}`, {
      remedy: 'entente read PATH first, or name another file with --ledger FILE',
      cause: error,
    });
  return error;
}

function locked(text: string, file: string, cause: unknown): EntenteError {
  const [, program, pid] = HOLDER.exec(text) ?? [];
  const who = program === undefined ? 'another program' : `${program} (process ${pid})`;
  return new EntenteError('ledger-locked', `${file} is in use by ${who}`, {
    remedy: 'close the other program, or wait until it is done, and try again',
    cause,
  });
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
