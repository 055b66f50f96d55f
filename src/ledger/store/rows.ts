import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import type { z } from 'zod';

/** Runs a query and checks that its rows are what the code takes them for. */
export async function rowsOf<T>(
  connection: DuckDBConnection,
  row: z.ZodType<T>,
  sql: string,
  values: Record<string, DuckDBValue> = {},
  types: Record<string, DuckDBType> = {},
): Promise<T[]> {
  const reader = await connection.runAndReadAll(sql, values, types);
  return reader.getRowObjectsJS().map((found) => row.parse(found));
}
