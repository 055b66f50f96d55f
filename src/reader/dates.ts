import { type DateBasis, isEdtf } from '../record/index.js';
import { parts } from './date-arithmetic.js';
import { MONTH, NEEDS, RULES } from './date-rules.js';

/** A date expression in a text. `role` comes from the words before it: since, until, by. UTF-16 offsets. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly date: string;
  readonly basis: DateBasis;
  readonly role: 'at' | 'since' | 'until' | 'by';
}

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

/** Whether a word may be part of a date: no sentence without such a word has one. */
export function mayBeDate(form: string): boolean {
  return /\d/.test(form) || LIKELY.test(form);
}

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
  const month = NEEDS.month.test(text);
  const digits = NEEDS.digits.test(text);
  const time = NEEDS.time.test(text);
  let tense: Tense | undefined;
  for (const rule of RULES) {
    const { needs } = rule;
    if (needs === 'month' ? !month : needs === 'digits' ? !digits : !time) continue;
    rule.pattern.lastIndex = 0;
    for (let m = rule.pattern.exec(text); m !== null; m = rule.pattern.exec(text)) {
      const start = m.index;
      const end = start + m[0].length;
      if (found.some((f) => f.start < end && start < f.end)) continue;
      // Looked for only now: most sentences with such a word hold no date.
      tense ??= tenseOf(text);
      const resolved = rule.resolve(m, today, tense === 'unknown' ? undefined : tense);
      if (resolved && isEdtf(resolved[0]) && !isCounted(text, m[0], start, end))
        found.push({ start, end, date: resolved[0], basis: resolved[1], role: roleOf(text, start) });
    }
  }
  found.sort((a, b) => a.start - b.start);
  return found.filter((d, k) => !isToldFiner(d, found[k + 1], reference));
}

type Tense = 'future' | 'past' | 'unknown';

function tenseOf(text: string): Tense {
  return AHEAD.test(text) ? 'future' : PAST.test(text) ? 'past' : 'unknown';
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
