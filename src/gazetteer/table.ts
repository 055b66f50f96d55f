import type { z } from 'zod';
import { EntenteError } from '../record/index.js';

/**
 * Reads one table of data/: UTF-8, tab separated, the first line that is no comment names the columns.
 * Lines that start with `#` are comments, cells are trimmed, an empty cell is `undefined`; lists inside a
 * cell are the schema's to split.
 *
 * @param text the file's content
 * @param schema one object a row; its keys are the columns that the table may have
 * @param name what errors call the table (`data/states.tsv`)
 * @param keep which lines are looked at; all if not given
 * @throws EntenteError `data` with `NAME:LINE` for a column or cell that the schema refuses
 * @example
 * readTable('id\tname\nCHN\tChina\n', z.object({ id: z.string(), name: z.string() }), 'states.tsv')
 * // [{ id: 'CHN', name: 'China' }]
 */
export function readTable<S extends z.ZodObject>(
  text: string,
  schema: S,
  name: string,
  keep: (line: string) => boolean = () => true,
): z.infer<S>[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const rows: z.infer<S>[] = [];
  let columns: readonly string[] | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (columns !== undefined && !keep(line)) continue;
    const where = `${name}:${index + 1}`;
    const cells = line.split('\t').map((cell) => cell.trim());
    if (columns === undefined) {
      columns = checkColumns(cells, schema, where);
      continue;
    }
    if (cells.length > columns.length)
      throw new EntenteError(
        'data',
        `${where}: ${cells.length} cells where the header has ${columns.length}: '${line}'`,
        { remedy: 'separate cells by single tabs, and give the row no more cells than there are columns' },
      );
    const row = Object.fromEntries(columns.map((column, i) => [column, cells[i] || undefined]));
    const parsed = schema.safeParse(row);
    if (!parsed.success) throw wrongCell(parsed.error, row, where);
    rows.push(parsed.data);
  }
  return rows;
}

function checkColumns(columns: readonly string[], schema: z.ZodObject, where: string): readonly string[] {
  const known = Object.keys(schema.shape);
  const unknown = columns.find((column) => !known.includes(column) && column !== 'note');
  if (unknown !== undefined)
    throw new EntenteError('data', `${where}: unknown column '${unknown}'`, {
      remedy: `the columns are: ${known.join(', ')} (tab separated); a column 'note' is ignored`,
    });
  const missing = known.find(
    (column) => !columns.includes(column) && schema.shape[column]?.safeParse(undefined).success !== true,
  );
  if (missing !== undefined)
    throw new EntenteError('data', `${where}: the column '${missing}' is missing`, {
      remedy: `the columns are: ${known.join(', ')} (tab separated)`,
    });
  return columns;
}

function wrongCell(error: z.ZodError, row: Readonly<Record<string, unknown>>, where: string): EntenteError {
  const issue = error.issues[0];
  const column = String(issue?.path[0] ?? '');
  const value = row[column];
  const what = value === undefined ? 'is empty' : `has '${String(value)}'`;
  return new EntenteError('data', `${where}: column '${column}' ${what}: ${issue?.message ?? 'not valid'}`, {
    remedy: 'correct the cell in that line; docs/tables.md describes each table',
  });
}
