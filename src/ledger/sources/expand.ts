import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { EntenteError } from '../../record/index.js';
import { ENDINGS, formatOf } from './formats.js';
import { tinyglobby } from './packages.js';
import type { Sidecar, Skipped, SourceItem } from './types.js';

export interface ExpandOptions {
  /** Its own file is no document. */
  readonly metadata?: Sidecar;
  /** Told of every file in a folder or pattern that is passed over. */
  readonly onSkip?: (skipped: Skipped) => void;
}

/**
 * The files that paths name: files, folders with all within them in order of name, patterns (`speeches/**\/*.txt`),
 * and `-` for standard input. Files in folders that are hidden or of a kind that is not read are passed over; a file
 * that is named itself is always given, whatever its ending.
 *
 * All paths are looked at before the first file is given, so that a mistyped one is told of at once.
 *
 * @throws EntenteError `input` where a path does not exist or a pattern matches nothing, `usage` where there is no path
 * @example
 * for await (const item of expandPaths(['speeches'])) console.log(item.path)
 */
export async function* expandPaths(
  paths: readonly string[],
  options: ExpandOptions = {},
): AsyncGenerator<SourceItem> {
  if (paths.length === 0)
    throw new EntenteError('usage', 'no path is given', {
      remedy: 'name files, folders or patterns, or - for standard input',
    });
  const roots: Root[] = [];
  for (const path of paths) roots.push(await rootOf(path));
  const own = options.metadata && resolve(options.metadata.path);
  const skip = (path: string, reason: string) => options.onSkip?.({ path, reason });
  for (const root of roots) {
    if (root.kind === 'input') yield { path: '-' };
    else if (root.kind === 'file') yield { path: root.path, format: formatOf(root.path) };
    else {
      for await (const path of root.kind === 'folder' ? walk(root.path, skip) : root.files) {
        const format = formatOf(path);
        if (own === resolve(path)) skip(path, 'the metadata table');
        else if (!format) skip(path, `not a kind of file that is read (${ENDINGS})`);
        else yield { path, format };
      }
    }
  }
}

type Root =
  | { readonly kind: 'input' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'pattern'; readonly files: readonly string[] };

async function rootOf(path: string): Promise<Root> {
  if (path === '-') return { kind: 'input' };
  const found = await stat(path).catch(() => undefined);
  if (found) return { kind: found.isDirectory() ? 'folder' : 'file', path };
  if (!tinyglobby().isDynamicPattern(path)) throw await missing(path);
  const files = (
    await tinyglobby().glob(path, {
      absolute: isAbsolute(path),
      expandDirectories: false,
      followSymbolicLinks: false,
    })
  ).sort(byName);
  if (files.length === 0)
    throw new EntenteError('input', `no file matches '${path}'`, {
      remedy: 'check the pattern; ** stands for any folders',
    });
  return { kind: 'pattern', files };
}

async function* walk(
  folder: string,
  skip: (path: string, reason: string) => void,
  above: readonly string[] = [],
): AsyncGenerator<string> {
  const real = await realpath(folder);
  if (above.includes(real)) return skip(folder, 'a link to a folder that it lies in');
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    skip(folder, `cannot be opened (${error.code ?? error.message})`);
    return [];
  });
  for (const entry of entries.sort((a, b) => byName(a.name, b.name))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) {
      skip(path, 'hidden');
      continue;
    }
    const target = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
    if (!target) skip(path, 'a link to nothing');
    else if (target.isDirectory()) yield* walk(path, skip, [...above, real]);
    else if (target.isFile()) yield path;
    else skip(path, 'not a file');
  }
}

/** By code units, the same on every machine. */
function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function missing(path: string): Promise<EntenteError> {
  const near = await nearNames(path);
  return new EntenteError('input', `there is no file or folder '${path}'`, {
    remedy:
      near.length > 0 ? `did you mean ${near.map((name) => `'${name}'`).join(' or ')}?` : 'check the path',
  });
}

/** Up to three files beside it whose names begin alike or differ by little. */
async function nearNames(path: string): Promise<string[]> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => []);
  const wanted = basename(path).toLowerCase();
  return names
    .map((name) => ({ name, far: distance(wanted, name.toLowerCase()) }))
    .filter(({ name, far }) => far <= Math.max(2, wanted.length / 4) || name.toLowerCase().startsWith(wanted))
    .sort((a, b) => a.far - b.far || byName(a.name, b.name))
    .slice(0, 3)
    .map(({ name }) => join(folder, name));
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
