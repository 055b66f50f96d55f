import { type CommitmentEntry, type DayRange, dayRange, EntenteError } from '../../record/index.js';
import { isAbstention } from './bearing.js';

/** A promise not to do something has no end of its own. */
export const EVER = '9999-12-31';
/** Months in which a commitment without a deadline is followed: about from one summit to the next. */
export const DEFAULT_MONTHS = 12;

/**
 * When evidence of a commitment counts: from the day on which it was made to its deadline, or for so many months, or
 * ever after where it is not to do something.
 *
 * @param made days of the document; none, no window
 * @example
 * windowOf({ action: 'send ships', due: '2021' }, { first: '2019-05-03', last: '2019-05-03' }) // { first: '2019-05-03', last: '2021-12-31' }
 */
export function windowOf(
  { due, action }: Pick<CommitmentEntry, 'due' | 'action'>,
  made: DayRange | undefined,
  months = DEFAULT_MONTHS,
): DayRange | undefined {
  if (!made) return undefined;
  const deadline = due === undefined ? undefined : dayRange(due)?.last;
  if (deadline !== undefined && deadline >= made.first) return { first: made.first, last: deadline };
  return { first: made.first, last: isAbstention({ action }) ? EVER : monthsAfter(made.last, months) };
}

/**
 * A window that somebody sets, as EDTF: `2019-05-03/2020-12`.
 *
 * @throws EntenteError `usage`
 */
export function givenWindow(text: string): DayRange {
  const range = text.includes('/') ? dayRange(text) : undefined;
  if (range) return range;
  throw new EntenteError('usage', `'${text}' (--window) is not a period`, {
    remedy: 'write its first and last day, month or year: 2019-05-03/2020-12',
  });
}

/** The same day so many months on, or the last of that month. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
