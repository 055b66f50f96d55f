import { readFile } from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import { EntenteError, Genre } from '../../record/index.js';
import { givenDate } from './dates.js';
import { decodeText } from './decode.js';
import { sniffDelimiter } from './delimiter.js';
import { namesOf } from './names.js';
import { csvParseAtOnce } from './packages.js';
import type { Metadata, Sidecar, SidecarRow } from './types.js';

const COLUMNS = [
  'title',
  'delivered',
  'authors',
  'publisher',
  'speaker',
  'genre',
  'url',
  'language',
] as const;
const KNOWN = new Set<string>(['file', 'published', 'date', ...COLUMNS]);

/**
 * Reads a sidecar table: CSV or TSV with the columns `file`, and any of `title`, `published` (or `date`),
 * `delivered`, `authors` (separated by `;`), `publisher`, `speaker`, `genre`, `url`, `language`.
 *
 * @throws EntenteError `input` where it cannot be read, has no `file` column, or holds a broken date or genre
 */
export async function readSidecar(path: string): Promise<Sidecar> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new EntenteError('input', `cannot read the metadata table ${path}`, {
      remedy: 'give --metadata a CSV file that exists',
      cause,
    });
  });
  return parseSidecar(decodeText(bytes, path).text, path);
}

/**
 * The same from a text.
 *
 * @example
 * parseSidecar('file,published\na.txt,2020\n', 'metadata.csv').rows.get('a.txt')?.metadata.published // '2020'
 */
export function parseSidecar(text: string, path: string): Sidecar {
  const [header, ...records] = recordsOf(text, path);
  const columns = (header?.record ?? []).map((name) => name.trim().toLowerCase());
  if (!columns.includes('file'))
    throw new EntenteError(
      'input',
      `${path} has no column 'file' (found: ${columns.join(', ') || 'nothing'})`,
      {
        remedy: `name each document's file in a column 'file'; other columns: published, ${COLUMNS.join(', ')}`,
      },
    );
  const warnings = columns
    .filter((name) => name !== '' && !KNOWN.has(name))
    .map((name) => `${path}: unknown column '${name}' is not used`);
  const rows = new Map<string, SidecarRow>();
  for (const { record, info } of records) {
    const cells = Object.fromEntries(columns.map((name, i) => [name, record[i]?.trim() ?? '']));
    const file = normalise(cells.file ?? '');
    const place = `${path} line ${info.lines}`;
    if (file === '') {
      warnings.push(`${place}: no file is named; the row is not used`);
      continue;
    }
    const earlier = rows.get(file);
    if (earlier)
      throw new EntenteError('input', `${place}: '${file}' stands in line ${earlier.line} already`, {
        remedy: 'keep one row for each file',
      });
    rows.set(file, { file, line: info.lines, metadata: metadataOf(cells, place) });
  }
  return { path, rows, warnings };
}

/**
 * The row about a document: by its path, by its path from the table's folder, or by the last parts of its path.
 *
 * @param path as in `SourceItem`, or `file.zip/entry.txt`
 */
export function sidecarRow(sidecar: Sidecar | undefined, path: string): SidecarRow | undefined {
  if (!sidecar) return undefined;
  const full = normalise(path);
  const fromTable = normalise(relative(dirname(resolve(sidecar.path)), resolve(path)));
  const parts = full.split('/');
  const endings = parts.map((_, i) => parts.slice(i).join('/'));
  for (const key of [full, fromTable, ...endings, basename(full)]) {
    const row = sidecar.rows.get(key);
    if (row) return row;
  }
  return undefined;
}

function normalise(path: string): string {
  return path.trim().replaceAll('\\', '/').replace(/^\.\//, '');
}

function metadataOf(cells: Readonly<Record<string, string>>, place: string): Metadata {
  const date = (column: string) => {
    const value = cells[column];
    return value ? givenDate(value, `${place}, column ${column}`) : undefined;
  };
  return {
    title: cells.title || undefined,
    published: date('published') ?? date('date'),
    delivered: date('delivered'),
    authors: cells.authors ? namesOf(cells.authors) : undefined,
    publisher: cells.publisher || undefined,
    speaker: cells.speaker || undefined,
    genre: cells.genre ? givenGenre(cells.genre, `${place}, column genre`) : undefined,
    url: cells.url || undefined,
    language: cells.language || undefined,
  };
}

/** @throws EntenteError `input` where `value` is no genre of the record model */
export function givenGenre(value: string, place: string): Genre {
  const genre = Genre.safeParse(value.trim().toLowerCase());
  if (genre.success) return genre.data;
  throw new EntenteError('input', `'${value}' (${place}) is not a genre`, {
    remedy: `one of: ${Genre.options.join(', ')}`,
  });
}

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function recordsOf(text: string, path: string): Row[] {
  try {
    // With `info`, csv-parse gives { record, info }, which its types do not say.
    return csvParseAtOnce().parse(text, {
      info: true,
      delimiter: sniffDelimiter(text, path),
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Row[];
  } catch (cause) {
    throw new EntenteError('input', `${path} is not well-formed CSV: ${String((cause as Error).message)}`, {
      remedy: 'check the quotes; a quote within a quoted cell is written twice',
      cause,
    });
  }
}
