import type { DuckDBConnection } from '@duckdb/node-api';

/** Runs the work in one transaction: all of it is kept, or nothing. */
export async function inTransaction<T>(connection: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  await connection.run('BEGIN');
  try {
    const result = await work();
    await connection.run('COMMIT');
    return result;
  } catch (error) {
    // A failed COMMIT has rolled back already.
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
