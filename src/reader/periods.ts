import { dayRange, isEdtf } from '../record/index.js';
import { clauseOf } from './clause.js';
import { count } from './date-arithmetic.js';
import { joined, ofThatYear } from './date-spans.js';
import type { DateMention } from './dates.js';
import { periodBefore } from './earlier-dates.js';
import { dayOfIncident } from './incident-day.js';
import { dateJoined } from './joined-date.js';
import { belongs, isAfterSince, isBase, isInFront, type Period } from './period-place.js';
import type { Placed } from './placed.js';
import { countedDeadlines } from './promises/deadlines.js';
import { clauseExtent, predicateOf, type Scene } from './scene.js';
import { PLEDGES, spellBefore } from './spells-before.js';
import { child, childrenBy, head, isPredicate, lemma, relation, type Tree, xpos } from './tree.js';

/**
 * When it is, was or will be: the date nearest to the figure in its own clause, else in those that share theirs with it, else
 * the day told before of what it refers to. What began in a year lasts until the document's day.
 */
export function periodAt(scene: Scene, at: Placed): Period | undefined {
  const dates = [...comingDates(scene, at), ...scene.dates];
  const free = joined(
    scene.text,
    dates.filter((d, k) => !dates.slice(0, k).some((c) => c.start < d.end && d.start < c.end)),
  );
  const change = at.isChange ? spanOfChange(scene, at, free) : undefined;
  if (change !== undefined) return change;
  const nearest = nearestOf(scene, at, free);
  if (nearest === undefined)
    return (
      dayOfCause(scene, at) ??
      yearsLong(scene, at) ??
      periodBefore(scene, at) ??
      spellBefore(scene, at) ??
      dayOfIncident(scene, at) ??
      dateJoined(scene, at) ??
      presentAt(scene, at)
    );
  return lasting(scene, at, ofThatYear(scene, nearest));
}

function nearestOf(scene: Scene, at: Placed, dates: readonly DateMention[]): DateMention | undefined {
  const { tree, text } = scene;
  const { starts, ends, start, end } = tree.sentence;
  const here = starts[at.first] ?? start;
  const apart = (d: DateMention) => (d.start >= here ? d.start - here : (here - d.end) * 1.5);
  for (const reach of reachesOf(scene, at)) {
    const from = starts[reach.first] ?? start;
    const to = ends[reach.last - 1] ?? end;
    const [nearest] = dates
      .filter((d) => d.start >= from && d.end <= to && isWhen(scene, d) && !isBase(scene, d, at))
      // "launch a strategy next month to cut emissions": it is not when they are cut.
      .filter((d) => !reach.coming || d.role === 'by' || (isToCome(scene, d) && at.isChange !== true))
      .filter((d) => belongs(tree, d, at) || isAfterSince(text, d, from) || isInFront(scene, d, at))
      .sort((a, b) => apart(a) - apart(b));
    if (nearest !== undefined) return nearest;
  }
  return undefined;
}

/** "Today our forests cover", "is currently 5 per cent": the document's own date, where the verb tells of the present. */
function presentAt(scene: Scene, at: Placed): Period | undefined {
  const { text, tree, document, dates } = scene;
  const today = document.delivered ?? document.published;
  const { starts, ends, start, end } = tree.sentence;
  if (today === undefined || !isPredicate(tree, at.predicate) || dates.length > 0) return undefined;
  const own = text.slice(
    starts[frontOf(scene, at)] ?? start,
    Math.max(ends[at.to - 1] ?? end, at.to >= tree.length - 1 ? end : 0),
  );
  const clause = clauseOf(tree, at.predicate);
  const isPerfect = childrenBy(tree, at.predicate, 'aux').some((a) => /^VB[ZP]$/.test(xpos(tree, a)));
  const isAble = clause.modal === undefined || clause.modal === 'can';
  // "As of today, we recorded": a count so far, in whatever tense.
  const isCount = /\b(?:to date|(?<!\bin )so far(?! as\b)|thus far|as of (?:now|today))\b/i.test(own);
  if (clause.future || !isAble || (clause.past && !isPerfect && !isCount)) return undefined;
  const opens = text.slice(start, starts[at.from] ?? start);
  return PRESENT.test(own) || OPENS.test(opens) ? { date: today, basis: 'relative' } : undefined;
}

const PRESENT =
  /\b(?:today|currently|at present|presently|at the (?:present )?moment|as of (?:now|today)|to date|(?<!\bin )so far(?! as\b)|thus far|nowadays|(?<!\buntil )now(?! that\b))\b/i;
const OPENS = /^(?:today|currently|at present|as of (?:now|today)|to date|so far|thus far|now),? $/i;

/** "the shooting that took place a week ago in …, resulting in 38 deaths": what follows from it has its day. */
function dayOfCause(scene: Scene, { predicate }: Placed): Period | undefined {
  const { tree, dates } = scene;
  if (xpos(tree, predicate) !== 'VBG' || !RESULTS.test(lemma(tree, predicate))) return undefined;
  const start = tree.sentence.starts[predicate] ?? 0;
  return dates.filter((d) => d.end <= start && d.role === 'at' && !isToCome(scene, d)).at(-1);
}

const RESULTS = /^(result|lead|kill|injure|wound|leave|cause|claim|displace|destroy|damage)$/;

/** "until 2025" tells when of what is still to come alone. */
function isWhen(scene: Scene, date: DateMention): boolean {
  return date.role !== 'until' || isToCome(scene, date);
}

/** The first token of the clause with the date in front of it, wherever the parser hangs that. */
function frontOf(scene: Scene, at: Placed): number {
  const front = scene.dates.find((d) => isInFront(scene, d, at));
  let first = at.from;
  while (front !== undefined && first > 0 && (scene.tree.sentence.starts[first] ?? 0) > front.start) first--;
  return first;
}

interface Reach {
  readonly first: number;
  readonly last: number;
  /** Whether only what is to come is shared: "last year agreed on a swap to protect 30 per cent" is not protected yet. */
  readonly coming?: boolean;
}

/** Stretches of the sentence where the date may stand, the nearest first. Token indices, ends exclusive. */
function reachesOf(scene: Scene, at: Placed): Reach[] {
  const { tree } = scene;
  const found: Reach[] = [{ first: frontOf(scene, at), last: at.to }];
  let below = at.predicate;
  for (let n = 0; n < 4; n++) {
    // Beyond what it is to serve, other things are told: "in 2018 …, delivering on our commitment to devote".
    if (n > 0 && found.at(-1)?.coming && relation(tree, below) !== 'xcomp') break;
    let above = head(tree, below);
    // "launch bonds by May to raise 15 million"
    const aim = xpos(tree, below) === 'VB' && /^(acl|advcl)$/.test(relation(tree, below));
    if (aim && relation(tree, below) === 'acl' && above >= 0) above = predicateOf(tree, above);
    if (above < 0 || !isPredicate(tree, above)) break;
    // "… recorded 11,000 accidents in 2018, leading to 750 deaths": a clause without a subject shares the dates of its own.
    const shares = child(tree, below, 'nsubj', 'nsubj:pass') === undefined;
    const last = found.at(-1) ?? { first: at.from, last: at.to };
    const wide = shares ? clauseExtent(tree, above) : undefined;
    if (wide !== undefined) {
      const coming = aim || last.coming === true;
      found.push({
        first: Math.min(last.first, wide.first),
        last: Math.max(last.last, wide.last),
        coming,
      });
      below = above;
      continue;
    }
    // "In the first quarter, trade grew and Chile became …": a date that opens the sentence holds for what is joined to it.
    if (relation(tree, below) === 'conj' && !isNow(scene, at)) {
      const first = Math.min(last.first, openingOf(tree, above));
      found.push({ first, last: last.last });
    }
    break;
  }
  return found;
}

/** The first word of a clause, with what stands before its subject. */
function openingOf(tree: Tree, above: number): number {
  return Math.min(clauseExtent(tree, above).first, child(tree, above, 'nsubj', 'nsubj:pass') ?? above);
}

/** "at this point we have", "it now has": today's, whatever the sentence told before. */
function isNow({ tree, text }: Scene, at: Placed): boolean {
  const { starts, ends } = tree.sentence;
  const own = text.slice(starts[at.from] ?? 0, ends[at.to - 1] ?? 0);
  return /\b(?:at this (?:point|moment|stage)|now|currently|to date|so far|at present|presently)\b/i.test(
    own,
  );
}

/** Periods that run from the document's day on: "over the next five years", "between now and 2020". */
function comingDates(scene: Scene, at: Placed): DateMention[] {
  const { tree, document, text, dates } = scene;
  const { sentence } = tree;
  const today = document.delivered ?? document.published;
  const written = text.slice(sentence.start, sentence.end);
  const counted = countedDeadlines(written, today)
    .filter((d) => isComing(tree, at, written.slice(d.start, d.end + 8)))
    .map((d) => ({ ...d, start: d.start + sentence.start, end: d.end + sentence.start }));
  const fromNow = dates.filter((d) =>
    /\b(?:between|from) now (?:and|to|until|till)(?: the end of)? $/i.test(
      text.slice(Math.max(sentence.start, d.start - 30), d.start),
    ),
  );
  return [...counted, ...fromNow].map((d) => ({ ...d, date: spanned(today, d), role: 'by' }));
}

/** "over the next five years"; "within 17 years" and "over 17 years" may have passed. */
function isComing(tree: Tree, at: Placed, words: string): boolean {
  if (/\b(?:next|coming|following) \S/i.test(words)) return true;
  if (!isPredicate(tree, at.predicate)) return false;
  const clause = clauseOf(tree, at.predicate);
  if (/within/i.test(words)) return !clause.past;
  return (
    /^(?:over|in) (?:a|an|\d+|[a-z]+) (?:year|month)s?\b(?! (?:old|of age|ago))/i.test(words) &&
    (clause.future || xpos(tree, at.predicate) === 'VB' || PLEDGES.test(lemma(tree, at.predicate)))
  );
}

/** "over the next five years": from the document's year on. */
function spanned(today: string | undefined, { date }: DateMention): string {
  const end = date.replace(/~$/, '');
  const spell = `${today?.slice(0, end.length) ?? ''}/${end}`;
  return isEdtf(spell) ? spell : date;
}

/** The date with the end of what it began, or without the time that a level took to be reached. */
function lasting(scene: Scene, at: Placed, date: DateMention): Period {
  const { text, tree, document } = scene;
  const today = document.delivered ?? document.published;
  const from = tree.sentence.starts[at.from] ?? tree.sentence.start;
  const [first, last] = date.date.split('/');
  if (last !== undefined && last === today && isEndOfChange(scene, at)) return { ...date, date: last };
  const isSince = date.role === 'since' || isAfterSince(text, date, from);
  const spell = `${first ?? ''}/${today ?? ''}`;
  return { date: isSince && isEdtf(spell) ? spell : date.date, basis: date.basis };
}

/** "from 38 per cent to 16 per cent": the level at the end, which holds since. */
function isEndOfChange({ text, tree }: Scene, at: Placed): boolean {
  if (at.isChange || at.figure.kind === 'count') return false;
  const start = tree.sentence.start + at.figure.start;
  return /\bfrom\s[^;]{1,50}?\bto\s(?:(?:about|around|nearly|almost|just|over|only|less than|more than)\s)?$/i.test(
    text.slice(Math.max(tree.sentence.start, start - 80), start),
  );
}

/** "has doubled from 2018", "tripled, from 1,100 dollars in 2011 to 3,300 dollars in 2019": from when to when it changed. */
function spanOfChange(scene: Scene, at: Placed, dates: readonly DateMention[]): Period | undefined {
  const { text, tree, document } = scene;
  const today = document.delivered ?? document.published;
  const { starts, end } = tree.sentence;
  const after = starts[at.last] ?? end;
  const [first, second] = dates.filter((d) => d.start >= after - 1 && !d.date.includes('/'));
  if (first === undefined) return undefined;
  const lead = text.slice(after - 1, first.start);
  const between = second === undefined ? '' : text.slice(first.end, second.start);
  if (
    second !== undefined &&
    /^[^;]{0,20}\bfrom\b[^;]{0,50}\b(?:in|of)\s$/.test(lead) &&
    /^[^;]{0,10}\bto\b[^;]{0,50}\b(?:in|of|by)\s$/.test(between)
  ) {
    const span = `${first.date}/${second.date}`;
    if (isEdtf(span)) return { date: span, basis: first.basis };
  }
  const isPast = isPredicate(tree, at.predicate) && clauseOf(tree, at.predicate).past;
  const isStart =
    /^[^.;,]{0,40}\bfrom\s$/.test(lead) &&
    !/^[\s-](?:to|levels?|baseline|until)/i.test(text.slice(first.end, first.end + 10));
  const spell = `${first.date}/${today ?? ''}`;
  return isPast && isStart && !isToCome(scene, first) && isEdtf(spell)
    ? { date: spell, basis: first.basis }
    : undefined;
}

/** "to establish a 10-year, $1 billion fund": so long from the document's year on, where it is no matter of the past. */
function yearsLong({ text, tree, document }: Scene, at: Placed): Period | undefined {
  const year = Number((document.delivered ?? document.published)?.slice(0, 4));
  if (at.figure.kind !== 'money' || !Number.isFinite(year) || clauseOf(tree, at.predicate).past)
    return undefined;
  const { start, end } = tree.sentence;
  const [from, to] = [start + at.figure.start, start + at.figure.end];
  const aimed = xpos(tree, at.predicate) === 'VB' || clauseOf(tree, at.predicate).future;
  const near =
    (aimed ? IN_YEARS.exec(text.slice(to, Math.min(end, to + 24))) : null) ??
    YEARS_LONG.exec(text.slice(Math.max(start, from - 30), from)) ??
    YEARS_LONG_AFTER.exec(text.slice(to, Math.min(end, to + 30)));
  return near === null ? undefined : { date: `${year}/${year + count(near[1])}`, basis: 'relative' };
}

/** "raise 25 billion dollars in five years" */
const IN_YEARS = /^ in (\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) years\b(?! ago)/i;
const YEARS_LONG = /\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)-year,? (?:[a-z]+ (?:of )?)?$/i;
const YEARS_LONG_AFTER =
  /^,? (?:[a-z]+ )?(?:over (?:a )?)?(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)-year\b/i;

/** Whether a date begins after the document's day. */
export function isToCome({ document }: Scene, { date }: Pick<DateMention, 'date'>): boolean {
  const today = document.delivered ?? document.published;
  const known = today === undefined ? undefined : dayRange(today)?.last;
  const first = dayRange(date)?.first;
  return known !== undefined && first !== undefined && first > known;
}
