import { EntenteError } from '../../record/index.js';
import { fieldOfKey, fieldsOf } from './front-matter.js';
import type { Metadata } from './types.js';

/** A record of a table or a line of JSON, or why it is none. */
export type Row =
  | {
      readonly ok: true;
      readonly path: string;
      readonly place: string;
      readonly values: ReadonlyMap<string, unknown>;
    }
  | { readonly ok: false; readonly path: string; readonly error: EntenteError };

const TEXT_KEYS = ['text', 'body', 'content', 'full_text', 'fulltext', 'article', 'speech', 'transcript'];
const FIELDS = [
  'text',
  'title',
  'published',
  'date',
  'delivered',
  'authors',
  'publisher',
  'speaker',
  'genre',
  'url',
  'language',
];

/**
 * Reads `--columns`: `text=body,date=when` says that the column `body` holds the text and `when` the date.
 *
 * @throws EntenteError `usage` where it is not of this form or names an unknown field
 * @example
 * parseColumns('text=body,date=when') // { text: 'body', date: 'when' }
 */
export function parseColumns(flag: string): Record<string, string> {
  const columns: Record<string, string> = {};
  for (const pair of flag.split(',')) {
    const [field = '', column = ''] = pair.split(/=(.*)/s).map((part) => part.trim());
    if (!FIELDS.includes(field) || column === '')
      throw new EntenteError('usage', `'${pair.trim()}' (--columns) does not name a field and its column`, {
        remedy: `write --columns text=body,date=when; fields: ${FIELDS.join(', ')}`,
      });
    columns[field] = column;
  }
  return columns;
}

/** Which column holds the text. */
export function textColumn(
  names: readonly string[],
  columns: Readonly<Record<string, string>> | undefined,
  place: string,
): string {
  const asked = columns?.text;
  const found =
    asked === undefined
      ? TEXT_KEYS.map((key) =>
          names.find(
            (name) =>
              name
                .trim()
                .toLowerCase()
                .replace(/[\s-]+/g, '_') === key,
          ),
        ).find(Boolean)
      : names.find((name) => name === asked);
  const missing = Object.entries(columns ?? {}).find(([, column]) => !names.includes(column));
  if (found !== undefined && !missing) return found;
  const listed = names.length > 0 ? names.map((name) => `'${name}'`).join(', ') : 'none';
  if (missing)
    throw new EntenteError(
      'input',
      `${place} has no column '${missing[1]}', which --columns names for ${missing[0]} (found: ${listed})`,
      {
        remedy: 'name a column that is there',
      },
    );
  const isSidecar = names.some((name) => name.trim().toLowerCase() === 'file');
  throw new EntenteError('input', `${place} has no column with the text (found: ${listed})`, {
    remedy: isSidecar
      ? 'if it is a table about other files, give it by --metadata; if not, name the column: --columns text=NAME'
      : 'name the column: --columns text=NAME,date=NAME,title=NAME',
  });
}

/** The text and metadata of a row. */
export function rowDocument(
  values: ReadonlyMap<string, unknown>,
  column: string,
  columns: Readonly<Record<string, string>> | undefined,
  place: string,
  warnings: string[],
): { readonly text: string; readonly metadata: Metadata } {
  const mapped = new Map<string, unknown>();
  const renamed = new Set(Object.values(columns ?? {}));
  for (const [field, name] of Object.entries(columns ?? {}))
    if (field !== 'text') mapped.set(fieldOfKey(field) ?? field, values.get(name));
  for (const [name, value] of values)
    if (name !== column && !renamed.has(name) && !mapped.has(name)) mapped.set(name, value);
  const text = values.get(column);
  if (typeof text !== 'string')
    throw new EntenteError(
      'input',
      `${place}: '${column}' holds ${text === undefined ? 'nothing' : 'no text'}`,
      {
        remedy: 'put the document’s text there, or leave the row out',
      },
    );
  return { text: text.replace(/\r\n?/g, '\n'), metadata: fieldsOf(mapped, place, warnings) };
}
