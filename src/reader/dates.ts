import type { DateBasis } from '../record/index.js';

/** A date expression in a text. `role` comes from the words before it: since, until, by. UTF-16 offsets. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly date: string;
  readonly basis: DateBasis;
  readonly role: 'at' | 'since' | 'until' | 'by';
}

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
const MONTH =
  '(January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)';
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
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
};
const COUNT =
  '(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy)';
const YEAR = '(1[789]\\d\\d|20\\d\\d)';

/** Cheap test that lets most sentences pass without a look at the rules. */
const LIKELY =
  /\d{4}|\d(?:st|nd|rd|th)?\s|week|month|year|day|decade|century|quarter|ago|yesterday|tomorrow|today|tonight|day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec/;

interface Day {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

interface Rule {
  readonly pattern: RegExp;
  /** EDTF text and basis; `undefined` when the document's date is needed and not known well enough. */
  readonly resolve: (
    match: RegExpExecArray,
    today: Day | undefined,
  ) => readonly [string, DateBasis] | undefined;
}

const RULES: readonly Rule[] = [
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? ${YEAR}\\b`, 'g'),
    resolve: (m) => explicit(day(m[3], m[2], m[1])),
  },
  {
    pattern: new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}\\b`, 'g'),
    resolve: (m) => explicit(day(m[3], m[1], m[2])),
  },
  { pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/g, resolve: (m) => [m[0], 'explicit'] },
  {
    pattern: new RegExp(`\\b(?:(?:early|mid|late)[- ])?${MONTH}(?: of)?,? ${YEAR}\\b`, 'g'),
    resolve: (m) => explicit(day(m[2], m[1], undefined)),
  },
  {
    pattern: new RegExp(`\\b(?:from |between )?${YEAR}(?: to | and |[-–])${YEAR}\\b`, 'g'),
    resolve: (m) => (Number(m[2]) > Number(m[1]) ? [`${m[1]}/${m[2]}`, 'explicit'] : undefined),
  },
  {
    pattern: new RegExp(`\\b(?:the )?(first|second|third|fourth|last) quarter of ${YEAR}\\b`, 'gi'),
    resolve: (m) => [quarter(Number(m[2]), m[1] ?? ''), 'explicit'],
  },
  {
    pattern: /\b(?:the )?(first|second|third|fourth|last) quarter\b/gi,
    resolve: (m, today) => today && [quarter(today.year, m[1] ?? ''), 'relative'],
  },
  {
    pattern: /\b(?:the )?(?:(early|mid|late)[- ])?(1[789]\d|20\d)0s\b/g,
    resolve: (m) => [`${m[2]}0/${m[2]}9`, 'explicit'],
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}\\b(?!\\s*\\d{4})`, 'g'),
    resolve: (m, today) => nearYear(m[2], m[1], today),
  },
  {
    pattern: new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?\\b(?![\\d,]*\\d{3})`, 'g'),
    resolve: (m, today) => nearYear(m[1], m[2], today),
  },
  {
    pattern: new RegExp(
      `\\b(?:(last|next|this|in|since|until|by|early|mid|late|of|during)[- ](?:early |mid |late )?)${MONTH}\\b(?! \\d)`,
      'g',
    ),
    resolve: (m, today) => monthNear(m[2], m[1] ?? '', today),
  },
  {
    pattern:
      /\b(this|last|next|the past|the previous|the coming|the following|the same) (year|month|week)\b/gi,
    resolve: (m, today) => today && shifted(today, m[2]?.toLowerCase() ?? '', direction(m[1] ?? '')),
  },
  {
    pattern: /\b(earlier|later) this (year|month|week)\b/gi,
    resolve: (m, today) => today && shifted(today, m[2]?.toLowerCase() ?? '', 0),
  },
  {
    pattern: new RegExp(
      `\\b(?:some |about |nearly |almost |over |more than )?${COUNT} (year|month|week|day|decade)s? (ago|earlier)\\b`,
      'gi',
    ),
    resolve: (m, today) => today && shifted(today, m[2]?.toLowerCase() ?? '', -count(m[1])),
  },
  {
    pattern: new RegExp(
      `\\b(?:over|in|for|during) the (?:past|last) ${COUNT} (year|month|decade)s?\\b`,
      'gi',
    ),
    resolve: (m, today) => {
      if (!today) return undefined;
      const from = shifted(today, m[2]?.toLowerCase() ?? '', -count(m[1]));
      return from && [`${from[0]}/${edtf(today)}`, 'relative'];
    },
  },
  {
    pattern: /\b(yesterday|today|tomorrow|tonight)\b/gi,
    resolve: (m, today) =>
      today &&
      shifted(
        today,
        'day',
        m[1]?.toLowerCase() === 'yesterday' ? -1 : m[1]?.toLowerCase() === 'tomorrow' ? 1 : 0,
      ),
  },
  {
    pattern:
      /\b(?:(last|next|this|on|late|early) )(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)\b/g,
    resolve: (m, today) => weekday(m[2] ?? '', m[1] === 'next', today),
  },
  {
    pattern: new RegExp(
      `(?<![\\d,.$€£¥-])\\b${YEAR}\\b(?![,.]\\d{3}|[%\\d]| (?:troops|soldiers|people|tons|tonnes|million|billion|kilometers|kilometres|km|miles|dead|civilians|times|students|refugees|nuclear|euros|dollars))`,
      'g',
    ),
    resolve: (m) => [m[1] ?? '', 'explicit'],
  },
];

/**
 * Date expressions of `text`, in order, none overlapping, as EDTF.
 *
 * @param text a sentence or any stretch of text
 * @param reference EDTF date of the document, to which "last week" is relative
 * @example
 * findDates('They met in late November.', '2021-11-30')[0]?.date // '2021-11'
 */
export function findDates(text: string, reference: string | undefined): DateMention[] {
  if (!LIKELY.test(text)) return [];
  const today = reference === undefined ? undefined : parts(reference);
  const found: DateMention[] = [];
  for (const rule of RULES) {
    rule.pattern.lastIndex = 0;
    for (let m = rule.pattern.exec(text); m !== null; m = rule.pattern.exec(text)) {
      const start = m.index;
      const end = start + m[0].length;
      if (found.some((f) => f.start < end && start < f.end)) continue;
      const resolved = rule.resolve(m, today);
      if (resolved)
        found.push({ start, end, date: resolved[0], basis: resolved[1], role: roleOf(text, start) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function roleOf(text: string, start: number): DateMention['role'] {
  const before = text.slice(Math.max(0, start - 24), start).toLowerCase();
  const own = text.slice(start, start + 6).toLowerCase();
  if (/\bsince (?:(?:the|early|mid|late) )*$/.test(before) || own.startsWith('since')) return 'since';
  if (/\b(?:until|till) (?:the )?(?:end of )?$/.test(before) || own.startsWith('until')) return 'until';
  if (/\b(?:by|before) (?:the )?(?:end of )?(?:the )?(?:year )?$/.test(before) || own.startsWith('by '))
    return 'by';
  return 'at';
}

function explicit(date: string | undefined): readonly [string, DateBasis] | undefined {
  return date === undefined ? undefined : [date, 'explicit'];
}

function day(
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

/** A day without a year is taken in the year that brings it nearest to the document. */
function nearYear(
  month: string | undefined,
  dayOfMonth: string | undefined,
  today: Day | undefined,
): readonly [string, DateBasis] | undefined {
  const m = monthNumber(month);
  if (!today || m === undefined) return undefined;
  const text = day(String(yearNear(m, today)), month, dayOfMonth);
  return text === undefined ? undefined : [text, 'relative'];
}

function yearNear(month: number, today: Day): number {
  if (today.month === undefined) return today.year;
  if (month - today.month > 6) return today.year - 1;
  if (today.month - month > 6) return today.year + 1;
  return today.year;
}

function monthNear(
  name: string | undefined,
  cue: string,
  today: Day | undefined,
): readonly [string, DateBasis] | undefined {
  const m = monthNumber(name);
  if (!today || m === undefined) return undefined;
  let year = yearNear(m, today);
  if (cue === 'last' && today.month !== undefined && m >= today.month) year = today.year - 1;
  else if (cue === 'last') year = today.year;
  if (cue === 'next' && today.month !== undefined) year = m <= today.month ? today.year + 1 : today.year;
  return [`${year}-${two(m)}`, 'relative'];
}

function direction(word: string): number {
  const w = word.toLowerCase();
  if (w === 'last' || w === 'the past' || w === 'the previous') return -1;
  if (w === 'next' || w === 'the coming' || w === 'the following') return 1;
  return 0;
}

/** `today` moved by `by` units, no finer than the unit or than what is known of the document's date. */
function shifted(today: Day, unit: string, by: number): readonly [string, DateBasis] | undefined {
  if (unit === 'decade') return [`${today.year + 10 * by}~`, 'relative'];
  if (unit === 'year') return [String(today.year + by), 'relative'];
  if (today.month === undefined) return undefined;
  if (unit === 'month') {
    const index = today.year * 12 + today.month - 1 + by;
    return [`${Math.floor(index / 12)}-${two((index % 12) + 1)}`, 'relative'];
  }
  if (today.day === undefined) return undefined;
  if (unit === 'week') {
    const from = plusDays(today, 7 * by - weekdayOf(today));
    return [`${from}/${plusDays(today, 7 * by - weekdayOf(today) + 6)}`, 'relative'];
  }
  return [plusDays(today, by), 'relative'];
}

function weekday(
  name: string,
  next: boolean,
  today: Day | undefined,
): readonly [string, DateBasis] | undefined {
  if (!today || today.month === undefined || today.day === undefined) return undefined;
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

function quarter(year: number, ordinal: string): string {
  const index = ['first', 'second', 'third', 'fourth'].indexOf(ordinal.toLowerCase());
  const q = index < 0 ? 3 : index;
  return `${year}-${two(q * 3 + 1)}/${year}-${two(q * 3 + 3)}`;
}

function count(word: string | undefined): number {
  const w = (word ?? '').toLowerCase();
  return NUMBERS[w] ?? Number(w);
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

function edtf(d: Day): string {
  return [String(d.year).padStart(4, '0'), d.month && two(d.month), d.day && two(d.day)]
    .filter(Boolean)
    .join('-');
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
