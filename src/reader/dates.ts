import { type DateBasis, isEdtf } from '../record/index.js';
import {
  count,
  type Day,
  day,
  direction,
  edtf,
  explicit,
  monthNear,
  nearYear,
  parts,
  quarter,
  season,
  seasonNear,
  shifted,
  type Tense,
  weekday,
} from './date-arithmetic.js';

/** A date expression in a text. `role` comes from the words before it: since, until, by. UTF-16 offsets. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly date: string;
  readonly basis: DateBasis;
  readonly role: 'at' | 'since' | 'until' | 'by';
}

const MONTH =
  '(January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)';
const COUNT =
  '(?<![\\d,.])((?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-‐‑ ](?:one|two|three|four|five|six|seven|eight|nine))?|\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)';
const YEAR = '(1[789]\\d\\d|20\\d\\d)';
/** What follows an hour and not a year: "(2024 Friday, UTC)", "at 1800 local time". */
const CLOCK =
  ' ?(?:UTC|GMT|[Hh]ours\\b|local time|(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day,? (?:UTC|GMT)))';

/** Cheap test that lets most sentences pass without a look at the rules. */
const LIKELY =
  /\d{4}|\d(?:st|nd|rd|th)?\s|week|month|year|day|decade|century|quarter|ago|yesterday|tomorrow|night|summer|winter|spring|autumn|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec/;

/** Words of a sentence that speaks of days to come. */
const AHEAD = new RegExp(
  `\\b(?:will|shall|would|won[’']t|[’']ll|going to|(?:is|are|due|set) to|to be|next|upcoming|coming|forthcoming|scheduled|slated|plan(?:s|ned|ning)?|intends?|expect(?:s|ed)?|hopes?|prepar(?:e|es|ing)|until|look(?:s|ing)? forward|by (?:the )?(?:end of )?(?:\\d{1,2} )?${MONTH})\\b`,
  'i',
);
/** Words of a sentence that tells what has been. */
const PAST = /\b(?:was|were|had)\b/i;

interface Rule {
  readonly pattern: RegExp;
  /** EDTF text and basis; `undefined` when the document's date is needed and not known well enough. */
  readonly resolve: (
    match: RegExpExecArray,
    today: Day | undefined,
    tense: Tense,
  ) => readonly [string, DateBasis] | undefined;
}

const RULES: readonly Rule[] = [
  {
    pattern: new RegExp(
      `\\b(?:[Bb]etween|[Ff]rom) (\\d{1,2}) ${MONTH} (?:and|to|until) (\\d{1,2}) ${MONTH}\\b(?! \\d{4})`,
      'g',
    ),
    resolve: (m, today, tense) => {
      const to = nearYear(m[4], m[3], today, tense);
      const year = Number(to?.[0].slice(0, 4));
      const from = [year, year - 1]
        .map((y) => day(String(y), m[2], m[1]))
        .find((d) => d !== undefined && to !== undefined && d < to[0]);
      return from && to ? [`${from}/${to[0]}`, 'relative'] : undefined;
    },
  },
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
    pattern: new RegExp(
      `\\b(?:[Ff]rom |[Bb]etween )?${YEAR}(?: to | and |[-–])(?:mid-|early |late |end-)?${YEAR}\\b`,
      'g',
    ),
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
    pattern: new RegExp(
      `\\b(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? )?${MONTH},?(?: of)? (this|last|next) year\\b`,
      'g',
    ),
    resolve: (m, today) => {
      const year = today && String(today.year + direction(m[3] ?? ''));
      const date = day(year, m[2], m[1]);
      return date === undefined ? undefined : [date, 'relative'];
    },
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}\\b(?!\\s*\\d{4})`, 'g'),
    resolve: (m, today, tense) => nearYear(m[2], m[1], today, tense),
  },
  {
    pattern: new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?\\b(?![\\d,]*\\d{3})`, 'g'),
    resolve: (m, today, tense) => nearYear(m[1], m[2], today, tense),
  },
  {
    pattern: new RegExp(
      `\\b(?:([Ll]ast|[Nn]ext|[Tt]his|[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ee]arly|[Mm]id|[Ll]ate|of|[Dd]uring)[- ](?:early |mid |late )?)${MONTH}\\b(?! \\d)`,
      'g',
    ),
    resolve: (m, today, tense) => monthNear(m[2], m[1]?.toLowerCase() ?? '', today, tense),
  },
  {
    // "the last week of August", "the last year of the decade" are told of something else than today.
    pattern: new RegExp(
      `\\b(this|last|next|the past|the previous|the coming|the following) (year|month|week)\\b(?! of (?:${MONTH}|the (?:war|year|month|decade|century)))`,
      'gi',
    ),
    resolve: (m, today) => today && shifted(today, m[2]?.toLowerCase() ?? '', direction(m[1] ?? '')),
  },
  {
    pattern: /\b(this|last|next|the past|the current) (?:fiscal|financial) year\b/gi,
    resolve: (m, today) => {
      const year = today && today.year + direction(m[1] ?? '');
      return year === undefined ? undefined : [`${year}/${year + 1}`, 'relative'];
    },
  },
  {
    pattern: new RegExp(`\\b(?:the )?(spring|summer|autumn|winter) of ${YEAR}\\b`, 'gi'),
    resolve: (m) => [season(m[1] ?? '', Number(m[2])), 'explicit'],
  },
  {
    pattern:
      /\b(this|last|next|this past|the past) (spring|summer|autumn|winter)\b(?! (?:session|olympic|games|school))/gi,
    resolve: (m, today) => today && seasonNear(m[2] ?? '', m[1]?.toLowerCase() ?? '', today),
  },
  {
    pattern: /\blast night\b/gi,
    resolve: (_, today) => today && shifted(today, 'day', -1),
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
      `\\b(?:over|in|for|during|within|throughout|of|across) (?:the |our |its |these |this )?(?:past|last) ${COUNT} (year|month|decade|week|day)s?\\b`,
      'gi',
    ),
    resolve: (m, today) => {
      if (!today) return undefined;
      const unit = m[2]?.toLowerCase() ?? '';
      const from =
        unit === 'week' ? shifted(today, 'day', -7 * count(m[1])) : shifted(today, unit, -count(m[1]));
      return from && [from[0] === edtf(today) ? from[0] : `${from[0]}/${edtf(today)}`, 'relative'];
    },
  },
  {
    pattern: /\b(?:over|in|for|during|within) the (?:past|last) decade\b/gi,
    resolve: (_, today) => today && [`${today.year - 10}/${edtf(today)}`, 'relative'],
  },
  {
    pattern: /\bthe (?:beginning|start) of (?:the|this) year\b/gi,
    resolve: (_, today) => today && [`${today.year}-01`, 'relative'],
  },
  {
    pattern: new RegExp(`\\b(?:the )?(first|second) half of (?:the year )?${YEAR}\\b`, 'gi'),
    resolve: (m) => [
      m[1]?.toLowerCase() === 'first' ? `${m[2]}-01/${m[2]}-06` : `${m[2]}-07/${m[2]}-12`,
      'explicit',
    ],
  },
  {
    pattern: /\b(?:(the day before )?(yesterday)|(the day after )?(tomorrow)|today|tonight)\b/gi,
    resolve: (m, today) => {
      // Where no more than the month is known, "the world of tomorrow" would be of that month.
      if (!today || (today.day === undefined && (m[4] || /\bof $/i.test(m.input.slice(0, m.index)))))
        return undefined;
      const days = m[2] ? (m[1] ? -2 : -1) : m[4] ? (m[3] ? 2 : 1) : 0;
      return shifted(today, 'day', days);
    },
  },
  {
    pattern:
      /\b(?:([Ll]ast|[Nn]ext|[Tt]his|[Oo]n|[Ll]ate|[Ee]arly) )(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)\b/g,
    resolve: (m, today) => weekday(m[2] ?? '', m[1]?.toLowerCase() === 'next', today),
  },
  {
    pattern: new RegExp(
      `(?<![\\d,.$€£¥-])(?:\\b|(?<=\\b(?:of|in|by|since|until)))${YEAR}\\b(?!${CLOCK}|[,.]\\d{3}|[%\\d]| (?:troops|soldiers|people|tons|tonnes|million|billion|kilometers|kilometres|km|miles|dead|civilians|times|students|refugees|nuclear|euros|dollars))`,
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
  const tense = AHEAD.test(text) ? 'future' : PAST.test(text) ? 'past' : undefined;
  for (const rule of RULES) {
    rule.pattern.lastIndex = 0;
    for (let m = rule.pattern.exec(text); m !== null; m = rule.pattern.exec(text)) {
      const start = m.index;
      const end = start + m[0].length;
      if (found.some((f) => f.start < end && start < f.end)) continue;
      const resolved = rule.resolve(m, today, tense);
      if (resolved && isEdtf(resolved[0]) && !isCounted(text, m[0], start, end))
        found.push({ start, end, date: resolved[0], basis: resolved[1], role: roleOf(text, start) });
    }
  }
  found.sort((a, b) => a.start - b.start);
  return found.filter((d, k) => !isToldFiner(d, found[k + 1], reference));
}

/** "on Sunday, 27 September" where the text's day is not known: the second tells more. */
function isToldFiner(
  date: DateMention,
  next: DateMention | undefined,
  reference: string | undefined,
): boolean {
  return (
    date.date === reference &&
    date.basis === 'relative' &&
    next !== undefined &&
    next.start - date.end < 10 &&
    next.date.length > date.date.length
  );
}

/** "2000 villages", "1700 soldiers": a bare number before a plural counts, unless a preposition makes it a year. */
function isCounted(text: string, written: string, start: number, end: number): boolean {
  if (!/^\d{4}$/.test(written)) return false;
  if (
    !/^ (?:more |other )?[a-z]+s\b(?<!\b(?:was|is|has|as|this|its|across|towards|talks|sanctions))/.test(
      text.slice(end, end + 30),
    )
  )
    return false;
  return !/\b(?:in|of|since|by|from|until|till|during|before|after|through|early|late|mid|year|the|and|to|its|his|their)[ -]$/i.test(
    text.slice(0, start),
  );
}

function roleOf(text: string, start: number): DateMention['role'] {
  const before = text.slice(Math.max(0, start - 24), start).toLowerCase();
  const own = text.slice(start, start + 6).toLowerCase();
  if (/\bsince (?:(?:the|early|mid|late) )*$/.test(before) || own.startsWith('since')) return 'since';
  if (/\b(?:until|till) (?:the )?(?:end of )?$/.test(before) || own.startsWith('until')) return 'until';
  if (/\b(?:by|before) (?:the )?end $/.test(before) && own.startsWith('of ')) return 'by';
  if (/\b(?:by|before) (?:the )?(?:end of )?(?:the )?(?:year )?$/.test(before) || own.startsWith('by '))
    return 'by';
  return 'at';
}
