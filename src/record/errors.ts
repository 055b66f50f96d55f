/** What went wrong, as a code that programs can test. */
export type ErrorCode =
  | 'usage' // a wrong argument
  | 'input' // a source that cannot be read
  | 'data' // a table in data/ or --data with a wrong row
  | 'not-found' // nothing by that name or id
  | 'ledger-locked'
  | 'ledger-newer'
  | 'ledger-broken'
  | 'disk-full';

/** Exit status of the command line, by error code. 0 is success, 130 an interruption. */
export const EXIT_STATUS: Readonly<Record<ErrorCode, number>> = {
  usage: 2,
  input: 3,
  data: 3,
  'not-found': 4,
  'ledger-locked': 5,
  'ledger-newer': 5,
  'ledger-broken': 5,
  'disk-full': 6,
};

/**
 * The one error class. The message names the bad value and where it stands; `remedy` says what to do.
 *
 * @example
 * new EntenteError('usage', "unknown kind 'evnts'", { remedy: 'one of: events, ties' }).code // 'usage'
 */
export class EntenteError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string | undefined;

  constructor(code: ErrorCode, message: string, options: { remedy?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'EntenteError';
    this.code = code;
    this.remedy = options.remedy;
  }
}
