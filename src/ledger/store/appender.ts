import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { DuckDBDataChunk } from '../duckdb.js';

const CHUNK_ROWS = 2048;

/** Writes rows to one table of the ledger. */
export interface Appender {
  append(row: readonly DuckDBValue[]): void;
  /** Writes what is left. Without it, nothing of the rows may be there. */
  finish(): void;
}

/** Opens an appender on `store.TABLE`; rows have the table's columns in their order. It takes part in the transaction. */
export async function appendTo(connection: DuckDBConnection, table: string): Promise<Appender> {
  const appender = await connection.createAppender(table, 'store', 'ledger');
  const types: DuckDBType[] = Array.from({ length: appender.columnCount }, (_, i) => appender.columnType(i));
  let columns: DuckDBValue[][] = types.map(() => []);
  let rows = 0;

  function flush(): void {
    if (rows === 0) return;
    const chunk = DuckDBDataChunk.create(types, rows);
    chunk.setColumns(columns);
    appender.appendDataChunk(chunk);
    columns = types.map(() => []);
    rows = 0;
  }

  return {
    append(row) {
      if (row.length !== types.length)
        throw new RangeError(`store.${table} has ${types.length} columns, not ${row.length}`);
      for (let i = 0; i < row.length; i++) columns[i]?.push(row[i] ?? null);
      rows++;
      if (rows === CHUNK_ROWS) flush();
    },
    finish() {
      flush();
      appender.closeSync();
    },
  };
}
