import { dayRange, EntenteError, type EntryKind, Modality } from '../record/index.js';
import { ENTRY_KINDS } from './schemas.js';

/** Rows on one page of a list. */
const PAGE_SIZE = 50;

/** Which page of a list is asked for, and the rows that it has. */
export function pageOf(
  query: URLSearchParams,
  size = PAGE_SIZE,
): { page: number; limit: number; offset: number } {
  const text = query.get('page') ?? '1';
  const page = Number(text);
  if (!Number.isSafeInteger(page) || page < 1) {
    throw new EntenteError('usage', `page=${text} is not a page`, { remedy: 'pages count from 1' });
  }
  return { page, limit: size, offset: (page - 1) * size };
}

export function kindOf(query: URLSearchParams): EntryKind | undefined {
  return oneOf(query, 'kind', ENTRY_KINDS);
}

export function modalityOf(query: URLSearchParams): Modality | undefined {
  return oneOf(query, 'modality', Modality.options);
}

/** The first or last day of a parameter that takes a day, a month or a year. */
function dayOf(query: URLSearchParams, name: string, end: 'first' | 'last'): string | undefined {
  const text = value(query, name);
  if (text === undefined) return undefined;
  const range = dayRange(text);
  if (!range) {
    throw new EntenteError('usage', `${name}=${text} is not a date`, {
      remedy: 'write 2021-11-22, 2021-11 or 2021',
    });
  }
  return range[end];
}

/** The last days of `at=…` (as it stood) and `as-known=…`, and whether `register=no` leaves the register out. */
export function viewOf(query: URLSearchParams): { at?: string; asKnown?: string; register: boolean } {
  const at = dayOf(query, 'at', 'last');
  const asKnown = dayOf(query, 'as-known', 'last');
  return {
    ...(at !== undefined && { at }),
    ...(asKnown !== undefined && { asKnown }),
    register: switchOf(query, 'register', true),
  };
}

/** A parameter that is `yes` or `no`. */
export function switchOf(query: URLSearchParams, name: string, otherwise: boolean): boolean {
  const given = oneOf(query, name, ['yes', 'no']);
  return given === undefined ? otherwise : given === 'yes';
}

/** The days from `from=…` to `to=…`. */
export function periodOf(query: URLSearchParams): { from?: string; to?: string } {
  const from = dayOf(query, 'from', 'first');
  const to = dayOf(query, 'to', 'last');
  if (from !== undefined && to !== undefined && to < from) {
    throw new EntenteError('usage', `to=${to} is before from=${from}`, { remedy: 'exchange the two dates' });
  }
  return { from, to };
}

/** A parameter's text; absent and empty are the same. */
export function value(query: URLSearchParams, name: string): string | undefined {
  return query.get(name)?.trim() || undefined;
}

/** A parameter that has few values. */
export function oneOf<T extends string>(
  query: URLSearchParams,
  name: string,
  allowed: readonly T[],
): T | undefined {
  const text = value(query, name);
  if (text === undefined) return undefined;
  const found = allowed.find((option) => option === text);
  if (found === undefined) {
    throw new EntenteError('usage', `${name}=${text} is unknown`, {
      remedy: `one of: ${allowed.join(', ')}`,
    });
  }
  return found;
}
