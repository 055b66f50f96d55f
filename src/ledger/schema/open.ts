import type { DuckDBConnection } from '@duckdb/node-api';
import { EntenteError } from '../../record/index.js';
import { type Database, type Mode, openDatabase } from '../access/database.js';
import { ledgerFailure } from '../access/failure.js';
import { MIGRATIONS, type Migration } from './migrations.js';

/**
 * Opens a ledger file whose schema is the one this version knows: makes or migrates it if it may be written.
 *
 * @throws EntenteError `not-found`, `ledger-newer`, `ledger-broken`, `ledger-locked`, `disk-full`
 */
export async function openLedgerFile(file: string, mode: Mode, waitMs: number): Promise<Database> {
  const database = await openDatabase(file, mode, waitMs);
  try {
    const behind = await withConnection(database, async (connection) => {
      const version = await schemaVersion(connection, file, mode);
      if (mode === 'write') await migrate(connection, version);
      return version < currentVersion();
    });
    if (mode === 'write' || !behind) return database;
  } catch (error) {
    database.close();
    throw ledgerFailure(error, file);
  }
  // An older ledger opened for reading: let a writer bring it up to date first.
  database.close();
  (await openLedgerFile(file, 'write', waitMs)).close();
  return openLedgerFile(file, 'read', waitMs);
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
  const tables = await connection.runAndReadAll(
    `SELECT count(*) FILTER (schema_name = 'store' AND table_name = 'schema_version'), count(*)
     FROM duckdb_tables() WHERE database_name = 'ledger'`,
  );
  const [ours, all] = (tables.getRowsJS()[0] ?? []).map(Number);
  if (!ours && all)
    throw new EntenteError('ledger-broken', `${file} is a DuckDB file but not a ledger`, {
      remedy: 'name another file with --ledger FILE',
    });
  if (!ours && mode === 'read')
    throw new EntenteError('not-found', `no ledger at ${file} yet`, {
      remedy: 'entente read PATH first, or name another file with --ledger FILE',
    });
  if (!ours) return 0;
  const rows = await connection.runAndReadAll('SELECT max(version) FROM store.schema_version');
  const version = Number(rows.getRowsJS()[0]?.[0] ?? 0);
  if (version > currentVersion())
    throw new EntenteError(
      'ledger-newer',
      `${file} has schema ${version}; this version of Entente knows up to ${currentVersion()}`,
      { remedy: 'update Entente: npm install --global entente-ir@latest' },
    );
  return version;
}

function currentVersion(): number {
  return MIGRATIONS.at(-1)?.version ?? 0;
}

async function withConnection<T>(
  database: Database,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const connection = await database.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
  }
}
