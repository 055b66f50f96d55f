import type { MiddlewareHandler } from 'hono';
import type { ErrorAnswer } from './schemas.js';

/**
 * Answers only requests addressed to this machine by name. A page of another site whose name was made to resolve to
 * 127.0.0.1 (DNS rebinding) carries its own name in `Host`, and gets nothing.
 */
export const onlyThisMachine: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? new URL(context.req.url).host;
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host)) {
    const error = {
      code: 'usage',
      message: `the Host header '${host}' is not this machine`,
      remedy: 'open the page by http://127.0.0.1:PORT/ or http://localhost:PORT/',
    };
    return context.json({ error } satisfies ErrorAnswer, 403);
  }
  return next();
};

/**
 * Lets only our own page write. A form of another site cannot send JSON, its scripts cannot without our leave, and a browser
 * says where a request comes from.
 */
export const onlyThisPage: MiddlewareHandler = async (context, next) => {
  const origin = context.req.header('origin');
  const site = context.req.header('sec-fetch-site');
  const type = context.req.header('content-type') ?? '';
  const own = origin === undefined || origin.replace(/^https?:\/\//, '') === context.req.header('host');
  if (own && (site === undefined || site === 'same-origin') && /^application\/json\b/i.test(type))
    return next();
  const error = {
    code: 'usage',
    message: 'only the workbench itself may write, as JSON',
    remedy:
      'use the page at this address, or send Content-Type: application/json without an Origin of elsewhere',
  };
  return context.json({ error } satisfies ErrorAnswer, 403);
};

/**
 * Nothing is loaded from elsewhere, and no other site may frame or read the page. WebAssembly is for the language model,
 * which runs in a worker of the page.
 */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

export const strictHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
};
