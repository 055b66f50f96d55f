import { DuckDBInstance } from '@duckdb/node-api';

/** What plain DuckDB answers, as R and Python would get it. Without a file, about files that the query names. */
export async function ask(query: string, file?: string): Promise<unknown[]> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(query)).getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}
