import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { openLedgerFile } from '../schema/open.js';
import { createEngine, type Engine, type Mode } from './engine.js';
import { isInvalidated, ledgerFailure } from './failure.js';
import { createGate } from './gate.js';
import { somebodyWaits, standAside } from './waiting.js';

/** How long a file stays open after the last use, so that a burst of queries opens it once. */
const IDLE_MS = 200;
export const DEFAULT_WAIT_MS = 15_000;
/** After so many writes the write-ahead log is folded in: small transactions are slow to replay, however short the log. */
const FOLD_EVERY = 25;

/**
 * The one way to a ledger file within this process. POSIX locks belong to the process and fall when any descriptor of
 * the file is closed, so a file must never be open twice in one process; all who use it share this.
 */
export interface Holder {
  readonly file: string;
  /** Runs `work` with a connection of its own. Reads share the open file; the file is let go soon after. */
  use<T>(mode: Mode, work: (connection: DuckDBConnection) => Promise<T>, waitMs?: number): Promise<T>;
  /** Waits for work under way and lets go of the file now. */
  release(): Promise<void>;
}

interface Open {
  readonly mode: Mode;
  readonly engine: Engine;
  users: number;
  broken: boolean;
  whenUnused: (() => void) | undefined;
}

/** One per file and process, also where this module is loaded twice (from `src` and from `dist`). */
const HOLDERS = Symbol.for('entente-ir.ledger.holders');
const shared = globalThis as { [HOLDERS]?: Map<string, Holder> };
shared[HOLDERS] ??= new Map();
const holders = shared[HOLDERS];

/** The holder of `file`, the same for every path that leads to it. */
export function holderOf(file: string): Holder {
  const real = realPath(file);
  const known = holders.get(real);
  if (known) return known;
  const created = createHolder(real);
  holders.set(real, created);
  return created;
}

function createHolder(file: string): Holder {
  const gate = createGate();
  const writing = createGate();
  let engine: Engine | undefined;
  let open: Open | undefined;
  let idle: NodeJS.Timeout | undefined;
  /** Closed because another process waits, which has not had its turn yet. */
  let owing = false;
  let writes = 0;

  /** Lets go of the file. Only within the gate. */
  async function close(current: Open): Promise<void> {
    clearTimeout(idle);
    open = undefined;
    if (!current.broken && (await succeeds(current.engine.detach()))) return;
    current.engine.close();
    engine = undefined;
  }

  async function closeUnused(current: Open): Promise<void> {
    await gate(async () => {
      if (open === current && current.users === 0) await close(current);
    });
  }

  async function unused(current: Open): Promise<void> {
    if (current.users > 0) await new Promise<void>((resolve) => (current.whenUnused = resolve));
  }

  function enter(mode: Mode, waitMs: number): Promise<Open> {
    return gate(async () => {
      clearTimeout(idle);
      const waits = (open !== undefined || owing) && somebodyWaits(file);
      owing = false;
      if (open && (waits || open.broken || (mode === 'write' && open.mode === 'read'))) {
        await unused(open);
        await close(open);
      }
      if (waits) await standAside(file);
      open ??= await openFile(mode, waitMs);
      open.users++;
      return open;
    });
  }

  async function openFile(mode: Mode, waitMs: number): Promise<Open> {
    engine ??= await createEngine();
    try {
      await openLedgerFile(engine, file, mode, waitMs);
      return { mode, engine, users: 0, broken: false, whenUnused: undefined };
    } catch (error) {
      engine.close();
      engine = undefined;
      throw ledgerFailure(error, file);
    }
  }

  function leave(current: Open): void {
    current.users--;
    if (current.users > 0) return;
    if (current.whenUnused) {
      current.whenUnused();
      return;
    }
    owing = somebodyWaits(file);
    if (current.broken || owing) closeUnused(current);
    else {
      idle = setTimeout(() => closeUnused(current), IDLE_MS);
      idle.unref();
    }
  }

  async function run<T>(
    mode: Mode,
    work: (connection: DuckDBConnection) => Promise<T>,
    waitMs: number,
  ): Promise<T> {
    const current = await enter(mode, waitMs);
    try {
      const connection = await current.engine.connect();
      try {
        const result = await work(connection);
        // What was written is safe in the log; where it cannot be folded in now, that is done another time.
        if (mode === 'write' && ++writes % FOLD_EVERY === 0)
          await connection.run('CHECKPOINT').catch(() => undefined);
        return result;
      } finally {
        connection.closeSync();
      }
    } catch (error) {
      current.broken ||= isInvalidated(error);
      throw ledgerFailure(error, file);
    } finally {
      leave(current);
    }
  }

  return {
    file,
    use: (mode, work, waitMs = DEFAULT_WAIT_MS) =>
      mode === 'read' ? run(mode, work, waitMs) : writing(() => run(mode, work, waitMs)),
    release: () =>
      gate(async () => {
        if (open) {
          await unused(open);
          await close(open);
        }
        engine?.close();
        engine = undefined;
      }),
  };
}

function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}

function realPath(file: string): string {
  const resolved = path.resolve(file);
  try {
    return realpathSync(resolved);
  } catch {
    try {
      return path.join(realpathSync(path.dirname(resolved)), path.basename(resolved));
    } catch {
      return resolved;
    }
  }
}
