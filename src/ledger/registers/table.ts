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
): Promise<Table> {
  const text = decodeText(await unpacked(file), file).text;
  const records = text.includes('"') ? quotedRecords(text, file) : plainRecords(text);
  const header = records.next().value;
  const first = records.next().value;
  if (!header || !first)
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
  let read = 0;
  function* rows(): Generator<TableRow> {
    for (let row: TableRow | undefined = first; row; row = records.next().value) {
      read++;
      const { line, cells } = row;
      if (cells.length === names.length)
        yield { line, cells: places.map((place) => cells[place]?.trim() ?? '') };
      else leftOut.add(`${cells.length} cells where the header has ${names.length}`, line);
    }
  }
  return { rows: rows(), read: () => read };
}

/** Rows of a file, one after another. */
interface Table {
  readonly rows: Iterable<TableRow>;
  /** How many were gone through so far. */
  read(): number;
}

/** Quotes are rare, and splitting is ten times as fast. */
function* plainRecords(text: string): Generator<TableRow, undefined> {
  let line = 1;
  for (let from = 0; from < text.length; line++) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    if (to > from) yield { line, cells: text.slice(from, to).split(',') };
    from = to + 1;
  }
  return undefined;
}

function* quotedRecords(text: string, file: string): Generator<TableRow, undefined> {
  try {
    // With `info`, csv-parse gives { record, info }, which its types do not say.
    const records = parse(text, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly { record: string[]; info: { lines: number } }[];
    for (const { record, info } of records) yield { line: info.lines, cells: record };
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new EntenteError('input', `${file} is not well-formed CSV: ${cause.message}`, {
      remedy: 'check the quotes; a quote within a quoted cell is written twice',
      cause,
    });
  }
  return undefined;
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

/** A whole number of at most nine digits as registers write it (`1942` or `1942.0`), else undefined. */
export function wholeOf(cell: string): number | undefined {
  const { length } = cell;
  let number = 0;
  let i = 0;
  for (; i < length; i++) {
    const digit = cell.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) break;
    number = number * 10 + digit;
  }
  if (i === 0 || i > 9) return undefined;
  const isWhole = i === length || (i === length - 2 && cell.endsWith('.0')) || /^\.0+$/.test(cell.slice(i));
  return isWhole ? number : undefined;
}

const ZERO = 48;

/** Names of the columns of a register's file. */
export async function registerColumns(file: string): Promise<readonly string[]> {
  const [first = ''] = decodeText(await unpacked(file), file).text.split('\n', 1);
  return first.split(',').map((name) => name.trim());
}
