import type { DuckDBConnection } from '@duckdb/node-api';
import { EntenteError } from '../../record/index.js';
import type { Engine, Mode } from '../access/engine.js';
import { MIGRATIONS, type Migration } from './migrations.js';

/**
 * Attaches a ledger file whose schema is the one this version knows: makes or migrates it if it may be written.
 *
 * @throws EntenteError `not-found`, `ledger-newer`, `ledger-broken`, or what DuckDB says
 */
export async function openLedgerFile(
  engine: Engine,
  file: string,
  mode: Mode,
  waitMs: number,
): Promise<void> {
  await engine.attach(file, mode, waitMs);
  const connection = await engine.connect();
  try {
    const version = await schemaVersion(connection, file, mode);
    if (version === currentVersion()) return;
    if (mode === 'write') return await migrate(connection, version);
  } finally {
    connection.closeSync();
  }
  // An older ledger opened for reading: it is brought up to date first.
  await engine.detach();
  await openLedgerFile(engine, file, 'write', waitMs);
  await engine.detach();
  await openLedgerFile(engine, file, 'read', waitMs);
}

/** Brings the schema up to date, one transaction and one checkpoint for each step. */
export async function migrate(
  connection: DuckDBConnection,
  from: number,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  for (const { version, statements } of migrations.filter((migration) => migration.version > from)) {
    await connection.run('BEGIN');
    try {
      for (const statement of statements) await connection.run(statement);
      await connection.run(
        `INSERT INTO store.schema_version VALUES (${version}, '${new Date().toISOString()}')`,
      );
      await connection.run('COMMIT');
    } catch (error) {
      await connection.run('ROLLBACK').catch(() => undefined);
      throw error;
    }
    // A migration left in the log is what a killed process may not be able to replay.
    await connection.run('CHECKPOINT');
  }
}

/** 0 for a file that holds nothing yet. */
async function schemaVersion(connection: DuckDBConnection, file: string, mode: Mode): Promise<number> {
  const found = await connection
    .runAndReadAll('SELECT max(version) FROM ledger.store.schema_version')
    .catch(() => undefined);
  const version = Number(found?.getRowsJS()[0]?.[0] ?? 0);
  if (version > currentVersion())
    throw new EntenteError(
      'ledger-newer',
      `${file} has schema ${version}; this version of Entente knows up to ${currentVersion()}`,
      { remedy: 'update Entente: npm install --global entente-ir@latest' },
    );
  if (version === 0) await mustBeEmpty(connection, file, mode);
  return version;
}

async function mustBeEmpty(connection: DuckDBConnection, file: string, mode: Mode): Promise<void> {
  const tables = await connection.runAndReadAll(
    "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'ledger'",
  );
  if (Number(tables.getRowsJS()[0]?.[0]) > 0)
    throw new EntenteError('ledger-broken', `${file} is a DuckDB file but not a ledger`, {
      remedy: 'name another file with --ledger FILE',
    });
  if (mode === 'read')
    throw new EntenteError('not-found', `no ledger at ${file} yet`, {
      remedy: 'entente read PATH first, or name another file with --ledger FILE',
    });
}

function currentVersion(): number {
  return MIGRATIONS.at(-1)?.version ?? 0;
}
