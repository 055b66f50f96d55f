import { EntenteError } from '../../record/index.js';
import { type ByteSource, bufferSource, fileSource, inputSource } from './byte-source.js';
import { csvRows } from './csv.js';
import { decodeText } from './decode.js';
import { documentOf, flagMetadata } from './document.js';
import { extractDocx } from './docx.js';
import type { Extraction } from './extraction.js';
import { formatOf, sniffFormat } from './formats.js';
import { readFrontMatter } from './front-matter.js';
import { extractHtml } from './html.js';
import { jsonRows } from './jsonl.js';
import { markdownText } from './markdown.js';
import { extractPdf } from './pdf.js';
import { rowDocument, textColumn } from './rows.js';
import {
  DEFAULT_LIMITS,
  type DocumentResult,
  type Format,
  type Limits,
  type LoadOptions,
  type Metadata,
  type SourceItem,
} from './types.js';
import { type Unpacked, zipEntries } from './zip.js';

interface Context {
  readonly options: LoadOptions;
  readonly flags: Metadata;
  readonly limits: Limits;
  readonly unpacked: Unpacked;
}

/**
 * The documents of one source: one for most files, one a row for CSV and JSON lines, one or more an entry for a zip.
 * They come one by one, so that large tables and zips need little memory. What cannot be read is told of in its
 * place and the rest go on.
 *
 * @throws EntenteError `usage` on a broken flag, before anything is read
 * @example
 * for await (const result of loadDocuments({ path: 'speech.txt', format: 'text' }))
 *   console.log(result.ok ? result.document.title : result.error.message)
 */
export async function* loadDocuments(
  item: SourceItem,
  options: LoadOptions = {},
): AsyncGenerator<DocumentResult> {
  const context: Context = {
    options,
    flags: flagMetadata(options),
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    unpacked: { bytes: 0 },
  };
  try {
    const source =
      item.path === '-'
        ? await inputSource(options.stdin ?? process.stdin, context.limits.textBytes)
        : fileSource(item.path);
    yield* load(source, item.format ?? formatOf(item.path) ?? sniffFormat(await source.head()), context, 0);
  } catch (cause) {
    yield failure(item.path, cause);
  }
}

async function* load(
  source: ByteSource,
  format: Format,
  context: Context,
  depth: number,
): AsyncGenerator<DocumentResult> {
  if (format === 'csv' || format === 'jsonl') yield* loadRows(source, format, context);
  else if (format === 'zip') yield* loadZip(source, context, depth);
  else {
    const extraction = await extract(source, format, context.limits);
    yield documentOf({ ...extraction, path: source.path }, context.flags, context.options);
  }
}

async function extract(source: ByteSource, format: Format, limits: Limits): Promise<Extraction> {
  const rich = format === 'html' || format === 'pdf' || format === 'docx';
  const bytes = await source.bytes(rich ? limits.richBytes : limits.textBytes);
  const { path } = source;
  if (bytes.length === 0)
    throw new EntenteError('input', `${path} is empty`, { remedy: 'give a file with text, or leave it out' });
  if (format === 'html') return extractHtml(bytes, path);
  if (format === 'pdf') return extractPdf(bytes, path);
  if (format === 'docx') return extractDocx(bytes, path, limits);
  const { text, encoding } = decodeText(bytes, path);
  const { metadata, length, warnings } = readFrontMatter(text, path);
  const notes =
    encoding === 'windows-1252'
      ? [...warnings, 'read as Windows-1252 (Latin-1), since it is not UTF-8']
      : warnings;
  // The text of a text file is the file's own, so its front matter stays and is passed over.
  return format === 'markdown'
    ? { text: markdownText(text.slice(length)), metadata, origin: 'front-matter', warnings: notes }
    : { text, metadata, origin: 'front-matter', warnings: notes, frontMatter: length };
}

async function* loadRows(
  source: ByteSource,
  format: 'csv' | 'jsonl',
  { options, flags, limits }: Context,
): AsyncGenerator<DocumentResult> {
  const { columns } = options;
  let column: string | undefined;
  for await (const row of format === 'csv' ? csvRows(source, limits) : jsonRows(source, limits)) {
    if (!row.ok) {
      yield row;
      continue;
    }
    // All rows of a table have the same columns; each line of JSON may have its own keys.
    if (column === undefined && format === 'csv')
      column = textColumn([...row.values.keys()], columns, source.path);
    try {
      const warnings: string[] = [];
      const text = column ?? textColumn([...row.values.keys()], columns, row.place);
      const document = rowDocument(row.values, text, columns, row.place, warnings);
      yield documentOf({ ...document, path: row.path, origin: 'row', warnings }, flags, options);
    } catch (cause) {
      yield failure(row.path, cause);
    }
  }
}

async function* loadZip(source: ByteSource, context: Context, depth: number): AsyncGenerator<DocumentResult> {
  const { limits, options, unpacked } = context;
  if (depth >= limits.zipDepth)
    throw new EntenteError('input', `${source.path} is a zip within ${depth} others, which is not read`, {
      remedy: 'unpack the outer zip and give the folder',
    });
  const zip = source.isFile ? source.path : Buffer.from(await source.bytes(limits.textBytes));
  for await (const entry of zipEntries(zip, source.path, limits, unpacked)) {
    const path = `${source.path}/${entry.name}`;
    const format = formatOf(entry.name);
    if (!entry.ok) yield { ok: false, path, error: entry.error };
    else if (/(?:^|\/)(?:\.|__MACOSX\/)/.test(entry.name)) options.onSkip?.({ path, reason: 'hidden' });
    else if (!format) options.onSkip?.({ path, reason: 'not a kind of file that is read' });
    else {
      try {
        yield* load(bufferSource(path, await entry.read()), format, context, depth + 1);
      } catch (cause) {
        yield failure(path, cause);
      }
    }
  }
}

function failure(path: string, cause: unknown): DocumentResult {
  return { ok: false, path, error: cause instanceof EntenteError ? cause : wrapped(path, cause) };
}

const SYSTEM: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['does not exist any more', 'give a file that exists'],
  EACCES: ['may not be read', 'change its permissions'],
  EPERM: ['may not be read', 'change its permissions'],
  EISDIR: ['is a folder', 'give it without a format, so that its files are read'],
  EMFILE: ['cannot be opened: too many files are open', 'raise the limit (ulimit -n)'],
};

function wrapped(path: string, cause: unknown): EntenteError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const [what, remedy] = SYSTEM[code] ?? [
    `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
    'check the file, or leave it out',
  ];
  return new EntenteError('input', `${path} ${what}`, { remedy, cause });
}
