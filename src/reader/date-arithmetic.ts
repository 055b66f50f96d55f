import type { DateBasis } from '../record/index.js';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
export interface Day {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** Whether a sentence speaks of what is to come or has been; undefined where its words do not tell. */
export type Tense = 'future' | 'past' | undefined;

export function explicit(date: string | undefined): readonly [string, DateBasis] | undefined {
  return date === undefined ? undefined : [date, 'explicit'];
}

export function day(
  year: string | undefined,
  month: string | undefined,
  dayOfMonth: string | undefined,
): string | undefined {
  const m = monthNumber(month);
  if (year === undefined || m === undefined) return undefined;
  if (dayOfMonth === undefined) return `${year}-${two(m)}`;
  const d = Number(dayOfMonth);
  return d >= 1 && d <= 31 ? `${year}-${two(m)}-${two(d)}` : undefined;
}

function monthNumber(name: string | undefined): number | undefined {
  const key = (name ?? '').toLowerCase().replace('.', '').slice(0, 3);
  const index = MONTHS.findIndex((m) => m.startsWith(key));
  return key === '' || index < 0 ? undefined : index + 1;
}

/** A day without a year is taken in the year that brings it nearest to the document, as far as the sentence's tense allows. */
export function nearYear(
  month: string | undefined,
  dayOfMonth: string | undefined,
  today: Day | undefined,
  tense: Tense,
): readonly [string, DateBasis] | undefined {
  const m = monthNumber(month);
  if (!today || m === undefined) return undefined;
  const text = day(String(yearNear(m, today, tense)), month, dayOfMonth);
  return text === undefined ? undefined : [text, 'relative'];
}

function yearNear(month: number, today: Day, tense: Tense): number {
  if (today.month === undefined) return today.year;
  const ahead = month - today.month;
  if (ahead > (tense === 'past' ? 1 : 6)) return today.year - 1;
  // In September, "in January" is of the same year but in a sentence of what is to come.
  if (-ahead > (tense === 'future' ? 6 : 10)) return today.year + 1;
  return today.year;
}

export function monthNear(
  name: string | undefined,
  cue: string,
  today: Day | undefined,
  tense: Tense,
): readonly [string, DateBasis] | undefined {
  const m = monthNumber(name);
  if (!today || m === undefined) return undefined;
  let year = yearNear(m, today, /next|this/.test(cue) ? 'future' : tense);
  if (cue === 'last' && today.month !== undefined && m >= today.month) year = today.year - 1;
  else if (cue === 'last') year = today.year;
  if (cue === 'next' && today.month !== undefined) year = m <= today.month ? today.year + 1 : today.year;
  return [`${year}-${two(m)}`, 'relative'];
}

export function direction(word: string): number {
  const w = word.toLowerCase();
  if (w === 'last' || w === 'the past' || w === 'the previous') return -1;
  if (w === 'next' || w === 'the coming' || w === 'the following') return 1;
  return 0;
}

/** `today` moved by `by` units, no finer than the unit or than what is known of the document's date. */
export function shifted(today: Day, unit: string, by: number): readonly [string, DateBasis] | undefined {
  if (unit === 'decade') return [`${today.year + 10 * by}~`, 'relative'];
  if (unit === 'year') return [String(today.year + by), 'relative'];
  if (today.month === undefined) return undefined;
  if (unit === 'month') {
    const index = today.year * 12 + today.month - 1 + by;
    return [`${Math.floor(index / 12)}-${two((index % 12) + 1)}`, 'relative'];
  }
  // Of days shortly before or after a text of which no more than the month is known, no more is known either.
  if (today.day === undefined) {
    const days = unit === 'week' ? 7 * by : by;
    const isNear = Math.abs(days) <= 14 && (unit === 'week' || by !== 0);
    return isNear ? [edtf(today), 'relative'] : undefined;
  }
  if (unit === 'week') {
    const from = plusDays(today, 7 * by - weekdayOf(today));
    return [`${from}/${plusDays(today, 7 * by - weekdayOf(today) + 6)}`, 'relative'];
  }
  return [plusDays(today, by), 'relative'];
}

export function weekday(
  name: string,
  next: boolean,
  today: Day | undefined,
): readonly [string, DateBasis] | undefined {
  if (!today || today.month === undefined) return undefined;
  if (today.day === undefined) return [edtf(today), 'relative'];
  const index = WEEKDAYS.indexOf(name.toLowerCase());
  const now = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay();
  const back = (now - index + 7) % 7;
  return [plusDays(today, next ? 7 - back || 7 : -back), 'relative'];
}

/** Days since Monday. */
function weekdayOf(d: Day): number {
  return (new Date(Date.UTC(d.year, (d.month ?? 1) - 1, d.day ?? 1)).getUTCDay() + 6) % 7;
}

function plusDays(d: Day, by: number): string {
  return new Date(Date.UTC(d.year, (d.month ?? 1) - 1, (d.day ?? 1) + by)).toISOString().slice(0, 10);
}

export function quarter(year: number, ordinal: string): string {
  const index = ['first', 'second', 'third', 'fourth'].indexOf(ordinal.toLowerCase());
  const q = index < 0 ? 3 : index;
  return `${year}-${two(q * 3 + 1)}/${year}-${two(q * 3 + 3)}`;
}

const SEASONS = ['winter', 'spring', 'summer', 'autumn'];

/** Months of a season, as most of the world counts them; a winter is named by the year in which it ends. */
export function season(name: string, year: number): string {
  const index = Math.max(0, SEASONS.indexOf(name.toLowerCase()));
  const first = index === 0 ? `${year - 1}-12` : `${year}-${two(index * 3)}`;
  return `${first}/${year}-${two(index * 3 + 2)}`;
}

/** "this summer", "last winter": of the year that the cue tells; a season that has not begun is last year's where it is the last. */
export function seasonNear(name: string, cue: string, today: Day): readonly [string, DateBasis] | undefined {
  if (today.month === undefined) return undefined;
  const index = Math.max(0, SEASONS.indexOf(name.toLowerCase()));
  const begins = index === 0 ? 0 : index * 3;
  const ends = index * 3 + 2;
  // A winter that is to come ends next year.
  let year = index === 0 && today.month >= 6 && /this$|next/.test(cue) ? today.year + 1 : today.year;
  if (/last|past/.test(cue) && today.month <= ends) year--;
  if (cue === 'next' && index !== 0 && today.month >= begins) year++;
  return [season(name, year), 'relative'];
}

export function count(word: string | undefined): number {
  const w = (word ?? '').toLowerCase();
  const [tens = '', units] = w.split(/[-‐‑ ]/);
  return NUMBERS[w] ?? (units === undefined ? Number(w) : (NUMBERS[tens] ?? 0) + (NUMBERS[units] ?? 0));
}

/** The first day, month or year of an EDTF date, as precise as it is. */
export function parts(date: string): Day | undefined {
  const m = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date);
  return m
    ? {
        year: Number(m[1]),
        month: m[2] === undefined ? undefined : Number(m[2]),
        day: m[3] === undefined ? undefined : Number(m[3]),
      }
    : undefined;
}

export function edtf(d: Day): string {
  return [String(d.year).padStart(4, '0'), d.month && two(d.month), d.day && two(d.day)]
    .filter(Boolean)
    .join('-');
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
