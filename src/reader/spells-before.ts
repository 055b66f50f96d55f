import { isEdtf } from '../record/index.js';
import { count, edtf, parts } from './date-arithmetic.js';
import type { Period } from './period-place.js';
import type { Placed } from './placed.js';
import type { Scene } from './scene.js';
import { childrenBy, isPredicate, lemma, xpos } from './tree.js';

/**
 * How long a figure took or has held up to the document's day: "for nearly three years we have had", "in only a decade", "over a period
 * of 20 months we have lost". Only where the verb tells of the past.
 */
export function spellBefore(scene: Scene, at: Placed): Period | undefined {
  const { text, tree, document } = scene;
  const today = document.delivered ?? document.published;
  const day = today === undefined ? undefined : parts(today);
  if (day === undefined || today === undefined || !isPredicate(tree, at.predicate)) return undefined;
  const isPast = /^VB[DN]$/.test(xpos(tree, at.predicate));
  const isPerfect = childrenBy(tree, at.predicate, 'aux').some((a) => lemma(tree, a) === 'have');
  const { starts, ends, start, end } = tree.sentence;
  const own = text.slice(starts[at.from] ?? start, ends[at.to - 1] ?? end);
  const found = LONG.exec(own);
  if (found === null || !(isPerfect || (isPast && !/^for/i.test(found[0])))) return undefined;
  const [, preposition, about, number, unit] = found;
  // "in ten years" alone is past with "we have", and "within" with "we did".
  if (about === undefined && !(isPerfect || /within/i.test(preposition ?? ''))) return undefined;
  if (about === undefined && (/^an?$/i.test(number ?? '') || PLEDGES.test(lemma(tree, at.predicate))))
    return undefined;
  // "extended a loan for five years" is to come, "for the first time in ten years" and "the largest rise in ten years" compare.
  if (about === undefined && /for/i.test(preposition ?? '') && !LASTING.test(lemma(tree, at.predicate)))
    return undefined;
  if (/\b(?:time|rise|fall|growth|increase|level|rate|seen|high|low)\s$/i.test(own.slice(0, found.index)))
    return undefined;
  const many = /^an?$/i.test(number ?? '') ? 1 : count(number);
  if (!Number.isFinite(many) || many === 0) return undefined;
  // "went down to 5 per cent within 17 years": the level is that of the end.
  const lead = text.slice(start, start + at.figure.start);
  const isLevel = about === undefined && TO.test(lead);
  if (isLevel) return /\bfrom\b/i.test(lead.slice(-50)) ? { date: today, basis: 'relative' } : undefined;
  const isMonths = /^month/i.test(unit ?? '');
  const years = /^decade/i.test(unit ?? '') ? many * 10 : many;
  const months = day.year * 12 + (day.month ?? 1) - 1 - many;
  const from = isMonths
    ? day.month === undefined
      ? undefined
      : edtf({ year: Math.floor(months / 12), month: (months % 12) + 1, day: undefined })
    : String(day.year - years);
  const spell = `${from ?? ''}/${today}`;
  return from !== undefined && isEdtf(spell) ? { date: spell, basis: 'relative' } : undefined;
}

const TO = /\bto (?:about |around |nearly |almost |over |only |just )?$/i;

/** "committed 5 million over three years": those are to come. */
export const PLEDGES =
  /^(commit|pledge|promise|allocate|approve|announce|earmark|agree|set|establish|launch|offer|plan|decide)$/;

/** What goes on for as long as is told. */
const LASTING =
  /^(be|have|hold|host|keep|maintain|remain|stay|devote|dedicate|spend|contribute|exceed|meet|live|shelter|suffer|employ|serve)$/;

/** "in a year" is a rate, and "in five years" may be to come; "only", "just" and "a period of" tell that they are past. */
const LONG =
  /\b(for|in|over|within) ((?:(?:nearly|almost|about|around|some|only|just|less than|more than|little more than|over|under|a period of|the space of) )+)?(an?|\d{1,2}|[a-z]+) (years?|decades?|months?)\b(?! (?:old|ago|of age|later|earlier))/i;
