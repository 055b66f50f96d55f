import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { EntenteError, type ErrorCode } from '../record/index.js';
import type { ErrorAnswer } from './schemas.js';

const STATUS: Readonly<Record<ErrorCode, ContentfulStatusCode>> = {
  usage: 400,
  'not-found': 404,
  'ledger-locked': 503,
  input: 500,
  data: 500,
  'ledger-newer': 500,
  'ledger-broken': 500,
  'disk-full': 507,
};

/** An error as JSON: message, remedy and the status of its kind. */
export function failure(error: Error, context: Context): Response {
  if (error instanceof EntenteError) {
    const { code, message, remedy } = error;
    return context.json({ error: { code, message, remedy } } satisfies ErrorAnswer, STATUS[code]);
  }
  console.error(error);
  return context.json(
    {
      error: {
        code: 'internal',
        message: error.message,
        remedy: 'this is a defect: the trace is in the terminal that runs `entente serve`',
      },
    } satisfies ErrorAnswer,
    500,
  );
}

/** What a page's address names is not there. */
export function notFound(what: string, remedy: string): EntenteError {
  return new EntenteError('not-found', `${what} is not in this ledger`, { remedy });
}
