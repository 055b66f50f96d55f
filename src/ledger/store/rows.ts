import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { z } from 'zod';

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

/**
 * The same where there are hundreds of thousands of rows: they are brought over and checked a column at a time, in a fifth of
 * the time. Columns that the query does not give are missing in the rows.
 */
export async function rowsByColumn<S extends z.ZodRawShape>(
  connection: DuckDBConnection,
  row: z.ZodObject<S>,
  sql: string,
  values: Record<string, DuckDBValue> = {},
): Promise<z.infer<z.ZodObject<S>>[]> {
  const reader = await connection.runAndReadAll(sql, values);
  const given = reader.getColumnsObjectJS();
  const columns = Object.entries(row.shape).flatMap(([name, schema]) =>
    given[name] === undefined ? [] : [{ name, cells: z.array(schema as z.ZodType).parse(given[name]) }],
  );
  return Array.from({ length: reader.currentRowCount }, (_, i) => {
    const made: Record<string, unknown> = {};
    for (const { name, cells } of columns) made[name] = cells[i];
    // Each cell is what its column's schema makes of it.
    return made as z.infer<z.ZodObject<S>>;
  });
}
