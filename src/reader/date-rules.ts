import type { DateBasis } from '../record/index.js';
import {
  count,
  type Day,
  day,
  direction,
  edtf,
  explicit,
  monthNear,
  nearYear,
  quarter,
  season,
  seasonNear,
  shifted,
  type Tense,
  weekday,
} from './date-arithmetic.js';

export const MONTH =
  '(January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)';
const COUNT =
  '(?<![\\d,.])((?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-‐‑ ](?:one|two|three|four|five|six|seven|eight|nine))?|\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)';
const YEAR = '(1[789]\\d\\d|20\\d\\d)';
/** What follows an hour and not a year: "(2024 Friday, UTC)", "at 1800 local time". */
const CLOCK =
  ' ?(?:UTC|GMT|[Hh]ours\\b|local time|(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day,? (?:UTC|GMT)))';

/** What a rule cannot do without, so that a text without it is not searched by the rule. */
export const NEEDS = {
  month: /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec/,
  digits: /\d{3}/,
  time: /quarter|year|month|week|night|day|decade|tomorrow|half|spring|summer|autumn|winter/i,
} as const;

interface Rule {
  readonly needs: keyof typeof NEEDS;
  readonly pattern: RegExp;
  /** EDTF text and basis; `undefined` when the document's date is needed and not known well enough. */
  readonly resolve: (
    match: RegExpExecArray,
    today: Day | undefined,
    tense: Tense,
  ) => readonly [string, DateBasis] | undefined;
}

export const RULES: readonly Rule[] = [
  {
    needs: 'month',
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
    needs: 'month',
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? ${YEAR}\\b`, 'g'),
    resolve: (m) => explicit(day(m[3], m[2], m[1])),
  },
  {
    needs: 'month',
    pattern: new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}\\b`, 'g'),
    resolve: (m) => explicit(day(m[3], m[1], m[2])),
  },
  { needs: 'digits', pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/g, resolve: (m) => [m[0], 'explicit'] },
  {
    needs: 'month',
    pattern: new RegExp(`\\b(?:(?:early|mid|late)[- ])?${MONTH}(?: of)?,? ${YEAR}\\b`, 'g'),
    resolve: (m) => explicit(day(m[2], m[1], undefined)),
  },
  {
    needs: 'digits',
    pattern: new RegExp(
      `\\b(?:[Ff]rom |[Bb]etween )?${YEAR}(?: to | and |[-–])(?:mid-|early |late |end-)?${YEAR}\\b`,
      'g',
    ),
    resolve: (m) => (Number(m[2]) > Number(m[1]) ? [`${m[1]}/${m[2]}`, 'explicit'] : undefined),
  },
  {
    needs: 'time',
    pattern: new RegExp(`\\b(?:the )?(first|second|third|fourth|last) quarter of ${YEAR}\\b`, 'gi'),
    resolve: (m) => [quarter(Number(m[2]), m[1] ?? ''), 'explicit'],
  },
  {
    needs: 'time',
    pattern: /\b(?:the )?(first|second|third|fourth|last) quarter\b/gi,
    resolve: (m, today) => today && [quarter(today.year, m[1] ?? ''), 'relative'],
  },
  {
    needs: 'digits',
    pattern: /\b(?:the )?(?:(early|mid|late)[- ])?(1[789]\d|20\d)0s\b/g,
    resolve: (m) => [`${m[2]}0/${m[2]}9`, 'explicit'],
  },
  {
    needs: 'month',
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
    needs: 'month',
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}\\b(?!\\s*\\d{4})`, 'g'),
    resolve: (m, today, tense) => nearYear(m[2], m[1], today, tense),
  },
  {
    needs: 'month',
    pattern: new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?\\b(?![\\d,]*\\d{3})`, 'g'),
    resolve: (m, today, tense) => nearYear(m[1], m[2], today, tense),
  },
  {
    needs: 'month',
    pattern: new RegExp(
      `\\b(?:([Ll]ast|[Nn]ext|[Tt]his|[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ee]arly|[Mm]id|[Ll]ate|of|[Dd]uring)[- ](?:(?:early|mid|late)[- ])?)${MONTH}\\b(?! \\d)`,
      'g',
    ),
    resolve: (m, today, tense) => monthNear(m[2], m[1]?.toLowerCase() ?? '', today, tense),
  },
  {
    needs: 'time',
    pattern: /\b(?:the )?(first|second) half of (?:(the|this|last|next) )year\b(?! \d{4})/gi,
    resolve: (m, today) => {
      const year = today && today.year + direction(m[2] ?? '');
      return year === undefined
        ? undefined
        : [/first/i.test(m[1] ?? '') ? `${year}-01/${year}-06` : `${year}-07/${year}-12`, 'relative'];
    },
  },
  {
    needs: 'time',
    pattern: new RegExp(
      `\\b(?:the )?first ${COUNT} months of (?:(the|this|last) year\\b(?! \\d{4})|(?:the year )?${YEAR})\\b`,
      'gi',
    ),
    resolve: (m, today) => {
      const months = count(m[1]);
      const year = m[3] === undefined ? today && today.year + direction(m[2] ?? '') : Number(m[3]);
      if (year === undefined || !(months > 1 && months < 12)) return undefined;
      return [`${year}-01/${year}-${String(months).padStart(2, '0')}`, m[3] ? 'explicit' : 'relative'];
    },
  },
  {
    needs: 'digits',
    pattern: new RegExp(`\\b(?:early|mid|late)-${YEAR}\\b`, 'gi'),
    resolve: (m) => [m[1] ?? '', 'explicit'],
  },
  {
    // "the last week of August", "the last year of the decade" are told of something else than today.
    needs: 'time',
    pattern: new RegExp(
      `\\b(this|last|next|the past|the previous|the coming|the following) (year|month|week)\\b(?! of (?:${MONTH}|the (?:war|year|month|decade|century)))`,
      'gi',
    ),
    resolve: (m, today) => today && shifted(today, m[2]?.toLowerCase() ?? '', direction(m[1] ?? '')),
  },
  {
    needs: 'time',
    pattern: /\b(this|last|next|the past|the current) (?:fiscal|financial) year\b/gi,
    resolve: (m, today) => {
      const year = today && today.year + direction(m[1] ?? '');
      return year === undefined ? undefined : [`${year}/${year + 1}`, 'relative'];
    },
  },
  {
    needs: 'time',
    pattern: new RegExp(`\\b(?:the )?(spring|summer|autumn|winter) of ${YEAR}\\b`, 'gi'),
    resolve: (m) => [season(m[1] ?? '', Number(m[2])), 'explicit'],
  },
  {
    needs: 'time',
    pattern:
      /\b(this|last|next|this past|the past) (spring|summer|autumn|winter)\b(?! (?:session|olympic|games|school))/gi,
    resolve: (m, today) => today && seasonNear(m[2] ?? '', m[1]?.toLowerCase() ?? '', today),
  },
  {
    needs: 'time',
    pattern: /\blast night\b/gi,
    resolve: (_, today) => today && shifted(today, 'day', -1),
  },
  {
    needs: 'time',
    pattern: /\b(earlier|later) this (year|month|week)\b/gi,
    resolve: (m, today) => today && shifted(today, m[2]?.toLowerCase() ?? '', 0),
  },
  {
    needs: 'time',
    pattern: new RegExp(
      `\\b(?:some |about |nearly |almost |over |more than )?${COUNT} (year|month|week|day|decade)s? (ago|earlier)\\b`,
      'gi',
    ),
    resolve: (m, today) => today && shifted(today, m[2]?.toLowerCase() ?? '', -count(m[1])),
  },
  {
    needs: 'time',
    pattern: new RegExp(
      `\\b(?:over|in|for|during|within|throughout|of|across) (?:the |our |its |these |this )?(?:past|last|previous|preceding) ${COUNT} (year|month|decade|week|day)s?\\b`,
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
    needs: 'time',
    pattern: /\b(?:over|in|for|during|within) the (?:past|last) decade\b/gi,
    resolve: (_, today) => today && [`${today.year - 10}/${edtf(today)}`, 'relative'],
  },
  {
    needs: 'time',
    pattern: /\bthe (?:beginning|start) of (?:the|this) year\b/gi,
    resolve: (_, today) => today && [`${today.year}-01`, 'relative'],
  },
  {
    needs: 'time',
    pattern: new RegExp(`\\b(?:the )?(first|second) half of (?:the year )?${YEAR}\\b`, 'gi'),
    resolve: (m) => [
      m[1]?.toLowerCase() === 'first' ? `${m[2]}-01/${m[2]}-06` : `${m[2]}-07/${m[2]}-12`,
      'explicit',
    ],
  },
  {
    needs: 'time',
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
    needs: 'time',
    pattern:
      /\b(?:([Ll]ast|[Nn]ext|[Tt]his|[Oo]n|[Ll]ate|[Ee]arly) )(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)\b/g,
    resolve: (m, today) => weekday(m[2] ?? '', m[1]?.toLowerCase() === 'next', today),
  },
  {
    needs: 'digits',
    pattern: new RegExp(
      `(?<![\\d,.$€£¥-])(?:\\b|(?<=\\b(?:of|in|by|since|until)))${YEAR}\\b(?!${CLOCK}|[,.]\\d{3}|[%\\d]| (?:troops|soldiers|people|tons|tonnes|million|billion|kilometers|kilometres|km|miles|dead|civilians|times|students|refugees|nuclear|euros|dollars))`,
      'g',
    ),
    resolve: (m) => [m[1] ?? '', 'explicit'],
  },
];
