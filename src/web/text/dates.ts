import type { DateBasis } from '../../record/index.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const QUALIFIERS: Readonly<Record<string, string>> = {
  '~': 'about ',
  '?': 'perhaps ',
  '%': 'perhaps about ',
};

/**
 * An EDTF date as one reads it, with how it is known unless the text says it outright.
 *
 * @example
 * readableDate('2021-11', 'relative') // 'Nov 2021 (relative)'
 */
export function readableDate(edtf: string, basis?: DateBasis): string {
  const [from = '', to] = edtf.split('/');
  const text = to === undefined ? readable(from) : `${readable(from)} to ${readable(to)}`;
  return basis === undefined || basis === 'explicit' ? text : `${text} (${basis})`;
}

/** What `readableDate` leaves to a tooltip. */
export function basisNote(basis: DateBasis | undefined): string {
  if (basis === 'explicit') return 'the text gives this date';
  if (basis === 'relative') return 'reckoned from another date in the text, or the document’s';
  if (basis === 'document') return 'the document’s own date; the text gives none';
  return 'how this date is known is not recorded';
}

function readable(part: string): string {
  const match = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/.exec(part);
  if (!match) return part;
  const [, year = '', month, day, qualifier = ''] = match;
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  const parts = [day === undefined ? undefined : String(Number(day)), name, year].filter(Boolean);
  return (QUALIFIERS[qualifier] ?? '') + parts.join(' ');
}

/** First and last day that a date may mean, as instants, for a time axis. */
export function instants(edtf: string): { first: Date; last: Date } | undefined {
  const [from = '', to = from] = edtf.replace(/[~?%]/g, '').split('/');
  const [year = '', month = '12', day] = to.split('-');
  const first = new Date(`${from}${'-01-01'.slice(from.length - 4)}T00:00:00Z`);
  const last = new Date(Date.UTC(Number(year), Number(month) - (day ? 1 : 0), day ? Number(day) : 0));
  return Number.isNaN(first.getTime()) || Number.isNaN(last.getTime()) ? undefined : { first, last };
}
