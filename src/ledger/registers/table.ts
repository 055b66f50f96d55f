import { readFile, stat } from 'node:fs/promises';
import { gunzip } from 'node:zlib';
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { EntenteError } from '../../record/index.js';
import { decodeText } from '../sources/decode.js';
import type { Remarks } from './remarks.js';

/** Largest register, unpacked; ATOP has 11 MB. */
const MOST_BYTES = 512 * 2 ** 20;

/** A row's cells in the order of the columns asked for, trimmed, and the line on which it ends. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The rows of a CSV file, plain or gzipped, with the columns asked for; others are passed over. A row with more or fewer
 * cells than there are columns is left out.
 *
 * @param called how messages call the register
 * @throws EntenteError `input` for a file that is missing, no CSV, or lacks one of the columns
 */
export async function readRegisterTable(
  file: string,
  columns: readonly string[],
  called: string,
  leftOut: Remarks,
): Promise<{ readonly rows: readonly TableRow[]; readonly read: number }> {
  const text = decodeText(await unpacked(file), file).text;
  const [header, ...records] = recordsOf(text, file);
  if (!header || records.length === 0)
    throw new EntenteError('input', `${file} has no rows`, {
      remedy: `give the CSV file of ${called} with its line of column names; .gz is read, too`,
    });
  const names = header.cells.map((cell) => cell.trim());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0)
    throw new EntenteError(
      'input',
      `${file} has no column ${missing.map((name) => `'${name}'`).join(', ')}; it has ${names.join(', ')}`,
      { remedy: `${called} has the columns ${columns.join(', ')}; name another format, or mend the file` },
    );
  const places = columns.map((column) => names.indexOf(column));
  const rows: TableRow[] = [];
  for (const { line, cells } of records)
    if (cells.length === names.length)
      rows.push({ line, cells: places.map((place) => (cells[place] ?? '').trim()) });
    else leftOut.add(`${cells.length} cells where the header has ${names.length}`, line);
  return { rows, read: records.length };
}

function recordsOf(text: string, file: string): TableRow[] {
  // Quotes are rare and splitting is ten times as fast.
  if (!text.includes('"')) {
    const records: TableRow[] = [];
    for (const [i, line] of text.split('\n').entries())
      if (line !== '') records.push({ line: i + 1, cells: line.split(',') });
    return records;
  }
  try {
    // With `info`, csv-parse gives { record, info }, which its types do not say.
    const records = parse(text, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new EntenteError('input', `${file} is not well-formed CSV: ${cause.message}`, {
      remedy: 'check the quotes; a quote within a quoted cell is written twice',
      cause,
    });
  }
}

async function unpacked(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile())
    throw new EntenteError('input', found ? `${file} is not a file` : `no file ${file}`, {
      remedy: 'give the path of the CSV file of the register, plain or .gz',
    });
  if (found.size > MOST_BYTES) throw tooLarge(file);
  const bytes = await readFile(file);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return new Promise((resolve, reject) => {
    gunzip(bytes, { maxOutputLength: MOST_BYTES }, (error, result) => {
      if (!error) resolve(result);
      else if ('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') reject(tooLarge(file));
      else
        reject(
          new EntenteError('input', `${file} cannot be unpacked: ${error.message}`, {
            remedy: 'fetch the file again; it is damaged or cut off',
            cause: error,
          }),
        );
    });
  });
}

function tooLarge(file: string): EntenteError {
  return new EntenteError('input', `${file} has more than ${MOST_BYTES / 2 ** 20} MB`, {
    remedy: 'split it; each part is imported as a register of its own',
  });
}

/** Cells as a line of CSV. */
export function csvLine(cells: readonly (string | number)[]): string {
  return cells
    .map((cell) => {
      const text = String(cell).replace(/\s+/g, ' ');
      return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',');
}

/** A whole number as registers write it (`1942` or `1942.0`), else undefined. */
export function wholeOf(cell: string): number | undefined {
  return /^\d{1,9}(\.0+)?$/.test(cell) ? Number.parseInt(cell, 10) : undefined;
}
