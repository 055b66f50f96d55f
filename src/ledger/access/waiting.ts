import { rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * DuckDB lets one process write or several read. A process that finds the file locked touches `FILE.waiting`; whoever
 * holds the file looks for it after each piece of work and steps aside for a moment.
 */
const STALE_MS = 2_000;
/** How long a holder steps aside at most, unless the waiting process takes over sooner. */
const ASIDE_MS = 250;

/** Tells the holder of `file` that somebody waits. A folder that cannot be written only makes the wait longer. */
export function askForTurn(file: string): void {
  try {
    writeFileSync(waitingFile(file), String(process.pid));
  } catch {}
}

/** Says that nobody waits any more: the one who waited has the file now. */
export function takeTurn(file: string): void {
  try {
    rmSync(waitingFile(file), { force: true });
  } catch {}
}

/** Whether another process waits for `file`. A request that nobody renewed is removed. */
export function somebodyWaits(file: string): boolean {
  const asked = statSync(waitingFile(file), { throwIfNoEntry: false });
  if (!asked) return false;
  if (Date.now() - asked.mtimeMs < STALE_MS) return true;
  takeTurn(file);
  return false;
}

/** Returns when the waiting process has taken the file, at the latest after 250 ms. */
export async function standAside(file: string): Promise<void> {
  const end = Date.now() + ASIDE_MS;
  while (Date.now() < end) {
    await sleep(5);
    if (!somebodyWaits(file)) return;
  }
}

function waitingFile(file: string): string {
  return `${file}.waiting`;
}
