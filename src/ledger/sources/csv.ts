import { pipeline, Readable } from 'node:stream';
import { EntenteError } from '../../record/index.js';
import { type ByteSource, textPieces } from './byte-source.js';
import { sniffDelimiter } from './delimiter.js';
import { csvParse } from './packages.js';
import type { Row } from './rows.js';
import type { Limits } from './types.js';

/**
 * The records of a CSV or TSV file, one after another, by the names in its first line.
 *
 * @throws EntenteError `input` where the file is not well-formed; records before that place have been given
 */
export async function* csvRows(source: ByteSource, limits: Limits): AsyncGenerator<Row> {
  const pieces = textPieces(source);
  const first = await firstLine(pieces);
  const parser = csvParse().parse({
    delimiter: sniffDelimiter(first, source.path),
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: limits.textBytes,
  });
  // Errors of the source reach the loop below through the parser, which `pipeline` destroys with them.
  pipeline(Readable.from(chain(first, pieces)), parser, () => undefined);
  let names: readonly string[] | undefined;
  let row = 0;
  try {
    // With `info`, csv-parse gives { record, info }, which its types do not say.
    for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
      if (!names) {
        names = record.map((name) => name.trim());
        continue;
      }
      row++;
      const path = `${source.path}#row=${row}`;
      const place = `${source.path} row ${row} (up to line ${info.lines})`;
      if (record.length > names.length)
        yield { ok: false, path, error: tooManyCells(place, record.length, names.length) };
      else yield { ok: true, path, place, values: new Map(names.map((name, i) => [name, record[i] ?? ''])) };
    }
  } catch (cause) {
    if (!(cause instanceof csvParse().CsvError)) throw cause;
    throw new EntenteError(
      'input',
      `${source.path} is not well-formed CSV after row ${row}: ${cause.message}`,
      {
        remedy: 'check the quotes; a quote within a quoted cell is written twice',
        cause,
      },
    );
  }
  if (!names)
    throw new EntenteError('input', `${source.path} is empty`, {
      remedy: 'give a table with a first line of column names',
    });
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function tooManyCells(place: string, cells: number, columns: number): EntenteError {
  return new EntenteError('input', `${place} has ${cells} cells for ${columns} columns`, {
    remedy: 'put cells that hold the separator in quotes',
  });
}

/** All text up to the end of the first line, at least. */
async function firstLine(pieces: AsyncGenerator<string>): Promise<string> {
  let text = '';
  while (!text.includes('\n') && text.length < 1 << 20) {
    const next = await pieces.next();
    if (next.done) break;
    text += next.value;
  }
  return text;
}

async function* chain(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  for await (const piece of rest) if (piece !== '') yield piece;
}
