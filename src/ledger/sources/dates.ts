import { EntenteError, isEdtf } from '../../record/index.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '((?:1[5-9]|20)\\d\\d)';

/** Written dates, the fullest first. Each names its groups' order. */
const WRITTEN: readonly (readonly [string, readonly ('y' | 'm' | 'd')[]])[] = [
  [`${DAY}(?:\\s+of)?[\\s-]+(${MONTH})[,\\s-]+${YEAR}`, ['d', 'm', 'y']],
  [`(${MONTH})\\s+${DAY}(?:\\s*,\\s*|\\s+)${YEAR}`, ['m', 'd', 'y']],
  [`${YEAR}年(\\d{1,2})月(\\d{1,2})日`, ['y', 'm', 'd']],
  [`${YEAR}[-/.](\\d{1,2})[-/.](\\d{1,2})`, ['y', 'm', 'd']],
  [`(${MONTH}),?\\s+${YEAR}`, ['m', 'y']],
];

const SCANNERS = WRITTEN.map(([pattern, order]) => ({
  regex: new RegExp(`(?<![\\p{L}\\d])${pattern}(?![\\p{L}\\d])`, 'giu'),
  order,
}));

/** A date found in running text. Offsets are UTF-16 code units. */
export interface WrittenDate {
  /** EDTF. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The dates with a year that are written in `text`, in its order.
 *
 * @example
 * writtenDates('on 6 February 2015')[0]?.date // '2015-02-06'
 */
export function writtenDates(text: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  for (const { regex, order } of SCANNERS) {
    for (const match of text.matchAll(regex)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const part = (name: 'y' | 'm' | 'd') => match[order.indexOf(name) + 1];
      const date = edtf(part('y'), part('m'), order.includes('d') ? part('d') : undefined);
      if (date) found.push({ date, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Month and day of a date written without a year (`Nov. 22`, `22 November`), as `11-22`. */
export function monthDay(text: string): string | undefined {
  const match =
    new RegExp(`^(?<m>${MONTH})\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?$`, 'i').exec(text.trim()) ??
    new RegExp(`^(?<d>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<m>${MONTH})$`, 'i').exec(text.trim());
  return edtf('2000', match?.groups?.m, match?.groups?.d)?.slice(5);
}

/** Pattern of a date without a year, for larger patterns; it captures nothing. */
export const MONTH_DAY = `(?:${MONTH}\\s+\\d{1,2}|\\d{1,2}\\s+${MONTH})`;

/**
 * EDTF of a date that a person or program gave: EDTF itself, an ISO 8601 or RFC 2822 instant (its day),
 * `2021/11/22`, `20211122`, `22 November 2021`, `Nov. 22, 2021`, `22.11.2021` where only one reading is a date.
 *
 * @param place where the value stands, for the message
 * @throws EntenteError `input` where it is none of these
 * @example
 * givenDate('Nov. 22, 2021', '--date') // '2021-11-22'
 */
export function givenDate(value: string, place: string): string {
  const text = value.trim();
  if (isEdtf(text)) return text;
  const instant = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/.exec(text)?.[1];
  if (instant && isEdtf(instant)) return instant;
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const short = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  const [written, ...others] = writtenDates(text);
  const date =
    (compact && edtf(compact[1], compact[2], compact[3])) ??
    (short && unambiguous(short)) ??
    (written && others.length === 0 && isOnlyDate(text, written) ? written.date : undefined);
  if (date) return date;
  const why =
    short && Number(short[1]) <= 12 && Number(short[2]) <= 12 ? 'could be read in two ways' : 'is not a date';
  throw new EntenteError('input', `'${text}' (${place}) ${why}`, {
    remedy: 'write it as 2021-11-22, 2021-11, 2021, 2021~ (about) or 2021-01/2021-03',
  });
}

/** Nothing but a weekday before the date and a time of day after it. */
function isOnlyDate(text: string, { start, end }: WrittenDate): boolean {
  return (
    /^((mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?[.,]?\s*)?$/i.test(text.slice(0, start)) &&
    /^[\s,]*(at\s+)?(\d{1,2}[:.]\d{2}([:.]\d{2})?\s*([ap]\.?m\.?)?\s*([+-]\d{4}|[A-Z]{2,4})?)?$/i.test(
      text.slice(end),
    )
  );
}

function unambiguous(match: RegExpExecArray): string | undefined {
  const [, a, b, year] = match;
  const dayFirst = edtf(year, b, a);
  const monthFirst = edtf(year, a, b);
  return dayFirst && monthFirst && dayFirst !== monthFirst ? undefined : (dayFirst ?? monthFirst);
}

function edtf(year?: string, month?: string, day?: string): string | undefined {
  if (!year || !month) return undefined;
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const m = String(named || Number(month)).padStart(2, '0');
  const date = day === undefined ? `${year}-${m}` : `${year}-${m}-${day.padStart(2, '0')}`;
  return isEdtf(date) ? date : undefined;
}
