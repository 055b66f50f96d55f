import { dayRange, isEdtf } from '../../record/index.js';
import { clauseOf } from '../clause.js';
import { count, type Day, edtf, parts, shifted } from '../date-arithmetic.js';
import type { DateMention } from '../dates.js';
import type { Scene } from '../scene.js';
import { child, childrenBy, head, lemma, relation, type Tree, upos, xpos } from '../tree.js';

/** A date by which something is owed, as an entry has it. */
export type Due = Pick<DateMention, 'date' | 'basis'>;

interface Rule {
  readonly pattern: RegExp;
  readonly due: (match: RegExpExecArray, today: Day) => string | undefined;
}

const COUNT =
  '(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|sixty)';
const UNIT = '(day|week|month|year|decade)s?';

/** Deadlines that are counted from the document's day, or are no calendar date: what `findDates` leaves. */
const RULES: readonly Rule[] = [
  {
    pattern: new RegExp(
      `\\b(?:within|in|over|during|for) (?:a period of |a maximum of |a span of )?(?:the )?(?:next|coming|following) ${COUNT} ${UNIT}\\b`,
      'gi',
    ),
    due: (m, today) => later(today, m[2], count(m[1])),
  },
  {
    pattern: new RegExp(`\\b(?:within|over) (?:a period of |a maximum of )?${COUNT} ${UNIT}\\b`, 'gi'),
    due: (m, today) => later(today, m[2], count(m[1])),
  },
  {
    pattern: /\b(?:within|over|in|during) (?:the )?(?:next|coming) (year|decade)\b/gi,
    due: (m, today) => later(today, m[1], 1),
  },
  { pattern: /\b(?:by|before) (?:the )?end of (?:the|this) year\b/gi, due: (_, today) => String(today.year) },
  { pattern: /\bby (?:the )?year(?:[’']s)?[ -]end\b/gi, due: (_, today) => String(today.year) },
  {
    pattern: /\b(?:by|before) (?:the )?end of (?:the|this) decade\b/gi,
    due: (_, today) => `${Math.floor(today.year / 10) * 10 + 10}~`,
  },
  {
    pattern: /\bby (?:the )?mid(?:dle of the)?[ -](?:this )?century\b/gi,
    due: (_, today) => `${Math.floor(today.year / 100) * 100 + 50}~`,
  },
  {
    pattern: /\bby (?:the )?end of (?:the|this) century\b/gi,
    due: (_, today) => `${Math.floor(today.year / 100) * 100 + 100}~`,
  },
];

/**
 * Deadlines of `text` that are counted from the document's date: "within three years" of 2021 is 2024.
 *
 * @param reference EDTF date of the document; none, no deadline
 * @returns offsets in UTF-16 units within `text`
 * @example
 * countedDeadlines('They will do so within two years.', '2021-05-01')[0]?.date // '2023'
 */
export function countedDeadlines(text: string, reference: string | undefined): DateMention[] {
  const today = reference === undefined ? undefined : parts(reference);
  if (!today) return [];
  const found: DateMention[] = [];
  for (const { pattern, due } of RULES)
    for (const match of text.matchAll(pattern)) {
      const date = due(match, today);
      const [start, end] = [match.index, match.index + match[0].length];
      if (date === undefined || !isEdtf(date) || found.some((f) => f.start < end && start < f.end)) continue;
      found.push({ start, end, date, basis: 'relative', role: 'by' });
    }
  return found.sort((a, b) => a.start - b.start);
}

/** No finer than the unit or than what is known of the document's date; days are counted out. */
function later(today: Day, unit: string | undefined, by: number): string | undefined {
  const word = (unit ?? '').toLowerCase();
  if (word !== 'week') return shifted(today, word, by)?.[0];
  return today.day === undefined ? edtf({ ...today, day: undefined }) : shifted(today, 'day', 7 * by)?.[0];
}

/**
 * When what is promised falls due: a deadline, or a day after the document's own, that belongs to the promised clause.
 * The day of the meeting, the year in a plan's name and the date of something else that the clause mentions are none.
 *
 * @param first @param last tokens of the promised clause, end exclusive
 */
export function dueOf(
  scene: Scene,
  outer: number,
  action: number,
  first: number,
  last: number,
): Due | undefined {
  const { tree, text, document } = scene;
  const { sentence } = tree;
  const today = document.delivered ?? document.published;
  const from = sentence.starts[first] ?? sentence.start;
  const to = sentence.ends[last - 1] ?? sentence.end;
  const counted = countedDeadlines(text.slice(sentence.start, sentence.end), today).map((d) => ({
    ...d,
    start: d.start + sentence.start,
    end: d.end + sentence.start,
  }));
  const covered = (d: DateMention) => counted.some((c) => c.start < d.end && d.start < c.end);
  const dates = [...counted, ...scene.dates.filter((d) => !covered(d))].filter((date) => {
    if (date.role === 'since' || date.role === 'until' || !fallsDue(date, today)) return false;
    const token = tokenAt(tree, date);
    if (isNamePart(scene, token) || BEGINNING.test(text.slice(Math.max(0, date.start - 20), date.start)))
      return false;
    if (date.start >= from && date.end <= to) return belongs(tree, token, action);
    // "By 2030 they will", "pledged aid over five years", "In 2023 we intend to": beside their clause.
    const ahead =
      date.end <= from && outer !== action && head(tree, token) === outer && !clauseOf(tree, outer).past;
    return (date.role === 'by' || ahead) && hangsOn(tree, token, outer);
  });
  const own = dates.filter((d) => d.start >= from && d.end <= to);
  const near = own.length > 0 ? own : dates;
  const deadline = near.find((d) => d.role === 'by') ?? near[0];
  // "In October it promised to do so within five months": counted from then.
  if (deadline?.basis === 'relative' && isToldOfThen(scene, outer, deadline)) return undefined;
  return deadline && { date: deadline.date, basis: deadline.basis };
}

/** Whether the promise was made on another day than the document's, which its sentence names. */
function isToldOfThen(
  { tree, dates, document }: Scene,
  outer: number,
  due: Due & Partial<DateMention>,
): boolean {
  if (!clauseOf(tree, outer).past) return false;
  const today = dayRange(document.delivered ?? document.published ?? '');
  return dates.some((d) => {
    const day = d.start === due.start ? undefined : dayRange(d.date);
    return day !== undefined && today !== undefined && day.last < today.first && d.date.length >= 7;
  });
}

/** "as from 2017", "starting in May": when it begins, not when it is due. */
const BEGINNING =
  /\b(?:as of|as from|from|starting(?: in| on| from)?|beginning(?: in| on| from)?|after)\s+$/i;

function tokenAt({ sentence, length }: Tree, date: DateMention): number {
  // The last word of a date is its year or unit, which heads it more often than the first.
  for (let i = length - 1; i >= 0; i--) if ((sentence.starts[i] ?? 0) < date.end) return i;
  return 0;
}

/** "the Master Plan 2025", "Agenda 2030": the year is part of a name. */
function isNamePart({ tree, cast }: Scene, token: number): boolean {
  if ((cast.instrumentAt[token] ?? -1) >= 0 || (cast.partyAt[token] ?? -1) >= 0) return true;
  const { forms } = tree.sentence;
  if (!/^\d{4}$/.test(forms[token] ?? '')) return false;
  // "our enhanced 2030 contribution"
  const isAlone = child(tree, token, 'case') !== undefined;
  if (!isAlone && head(tree, token) > token && /^(?:NOUN|PROPN)$/.test(upos(tree, head(tree, token))))
    return true;
  const capital = (i: number) => /^[A-Z]/.test(forms[i] ?? '') && upos(tree, i) !== 'ADP';
  if (capital(token - 1) && !MONTH.test(forms[token - 1] ?? '')) return true;
  // "the 2015 Asian African Summit"
  return capital(token + 1) && head(tree, token) > token && !isAlone;
}

const MONTH = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;

/**
 * Whether the path from a date to the action stays in the clause, unlike "the budget that was voted in 2030"; what a light word
 * governs is the act itself: "take steps to halve it by 2030", "work so that it ends by 2030".
 */
function belongs(tree: Tree, token: number, action: number): boolean {
  for (let at = token, n = 0; at >= 0 && at !== action && n < 10; at = head(tree, at), n++) {
    if (!/^(?:acl|ccomp|advcl)$/.test(relation(tree, at))) continue;
    const up = head(tree, at);
    // "by 30 per cent by 2030, compared with 2007"
    if (token < at && xpos(tree, at) === 'VBN') continue;
    // "finance totalling 60 billion dollars over five years"
    if (/^(?:total|amount)$/.test(lemma(tree, at))) continue;
    // "at the conference that opens on November 30"
    const told = child(tree, at, 'nsubj') !== undefined;
    const isSo = childrenBy(tree, at, 'mark').some((m) => lemma(tree, m) === 'so');
    const light = [action, up, ...childrenBy(tree, up, 'obj')].some((w) => LIGHT.has(lemma(tree, w)));
    // "play its part by becoming free of emissions by 2050"
    if (at < action || !(isSo || (!told && (light || up === action)))) return false;
  }
  return true;
}

const LIGHT = new Set([
  ...[
    'work',
    'strive',
    'seek',
    'act',
    'endeavour',
    'endeavor',
    'try',
    'continue',
    'commit',
    'cooperate',
    'aim',
  ],
  ...[
    'step',
    'measure',
    'action',
    'effort',
    'goal',
    'target',
    'objective',
    'commitment',
    'ambition',
    'first',
  ],
  ...[
    'pledge',
    'promise',
    'vision',
    'intention',
    'plan',
    'move',
    'contribute',
    'lead',
    'way',
    'path',
    'help',
  ],
]);

/** Whether a phrase belongs to the predicate itself, not to a clause below it. */
function hangsOn(tree: Tree, token: number, predicate: number): boolean {
  for (let at = token, n = 0; at >= 0 && n < 6; at = head(tree, at), n++) {
    if (at === predicate) return true;
    if (/^(?:acl|advcl|ccomp|xcomp|conj|parataxis)$/.test(relation(tree, at))) return false;
  }
  return false;
}

/** A deadline, or a day after the document's; the day of the meeting at which it was promised is neither. */
function fallsDue(due: DateMention, today: string | undefined): boolean {
  const known = today === undefined ? undefined : dayRange(today);
  const last = dayRange(due.date)?.last;
  if (!known || last === undefined) return due.role === 'by';
  return due.role === 'by'
    ? last >= known.first
    : last > known.last || (due.date.length < (today ?? '').length && last >= known.last);
}
