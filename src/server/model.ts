import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Context } from 'hono';
import { EntenteError } from '../record/index.js';

const FILE = 'english.bin';

/** Where the models lie: beside src/ and dist/ alike. */
export function packagedModels(): string {
  return fileURLToPath(new URL('../../models/', import.meta.url));
}

/**
 * The language model as it lies on the disk, gzip and all: the page decompresses it itself and so knows how far it has
 * come. A browser keeps it and asks each time whether it is still the same.
 */
export async function model(context: Context, folder: string): Promise<Response> {
  const path = join(folder, FILE);
  const body = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new EntenteError('not-found', `the language model '${path}' is missing`, {
      remedy: 'install Entente again, or make it with npm run train',
    });
  });
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 24)}"`;
  const headers = { ETag: tag, 'Cache-Control': 'no-cache, no-transform' };
  const held = context.req.header('if-none-match')?.split(/\s*,\s*/) ?? [];
  if (held.some((one) => one.replace(/^W\//, '') === tag)) return context.body(null, 304, headers);
  return context.body(body, 200, {
    ...headers,
    'Content-Type': 'application/gzip',
    'Content-Length': String(body.length),
  });
}
