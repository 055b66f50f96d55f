import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Context } from 'hono';
import { EntenteError } from '../record/index.js';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The first part of the addresses that the page knows; it reads the rest of them itself. */
export const PAGES = ['documents', 'parties', 'pairs', 'entries', 'explain', 'try', 'about'] as const;

/** Where the built page lies: beside the compiled server, or in dist/ when the server runs from its source. */
export function builtWeb(): string {
  const here = import.meta.url;
  return fileURLToPath(new URL(here.endsWith('.ts') ? '../../dist/web/' : '../web/', here));
}

/** A file of the built page. Names under `assets/` carry a hash of what they hold and may be kept for ever. */
export async function asset(context: Context, web: string): Promise<Response> {
  const path = normalize(join(web, decodeURIComponent(new URL(context.req.url).pathname)));
  const type = TYPES[extname(path)];
  const body = path.startsWith(web.endsWith(sep) ? web : web + sep) && type ? await content(path) : undefined;
  if (body === undefined || type === undefined) {
    throw new EntenteError('not-found', `there is no file '${context.req.path}'`, {
      remedy: 'start at /documents',
    });
  }
  return context.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'max-age=31536000, immutable' });
}

/** The one HTML file that draws every page. */
export async function page(context: Context, web: string, status: 200 | 404): Promise<Response> {
  const body = await content(join(web, 'index.html'));
  if (body === undefined) {
    throw new EntenteError('input', `the page is not built: ${join(web, 'index.html')} is missing`, {
      remedy: 'run `npm run build`; the JSON answers work without it',
    });
  }
  return context.body(body, status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-cache',
  });
}

async function content(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') return undefined;
    throw error;
  });
}
