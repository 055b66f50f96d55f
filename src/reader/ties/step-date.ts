import { clauseOf } from '../clause.js';
import type { DateMention } from '../dates.js';
import { clauseExtent, dateAt, predicateOf, type Scene } from '../scene.js';
import { children, childrenBy, head, isWithin, lemma, relation, xpos } from '../tree.js';
import type { Since } from './anniversary.js';
import { dateWithin, isInside, isNear, notAhead, tokenAt } from './date-place.js';
import type { Step } from './steps.js';

/** Steps whose own date is that of the beginning; not "deepened in 2010", "implemented in 2012". */
export const BEGINS =
  /^(establish|form|forge|launch|announce|elevate|upgrade|raise|create|enter|sign|become|conclude|declare|ratify|join|accede|admit|open|reach|ink|initial|seal|finali[sz]e|adopt|agree|promote|strike|welcome|serve|impose|reimpose|introduce|decree|re-?establish|restore|resume|normali[sz]e|rejoin|come|assume|take|establishment|elevation|signing|signature|conclusion|ratification|accession|admission|formation|launch|announcement|restoration|resumption|inaugurate)$/;

/** "On Friday they issued a declaration that establishes": the declaration's date is the founding's. */
function issuing(scene: Scene, predicate: number): number {
  const { tree } = scene;
  const up = head(tree, predicate);
  const issued =
    relation(tree, predicate) === 'acl' &&
    xpos(tree, predicate) !== 'VBN' &&
    up >= 0 &&
    clauseOf(tree, predicate).subjects.includes(up) &&
    /^(declaration|statement|communiqué|communique|document|treaty|agreement|accord)$/.test(lemma(tree, up));
  return issued ? predicateOf(tree, up) : predicate;
}

/** The date in the step's own clause. Years of a plan found nothing: "together with a plan for 2016 to 2020". */
export function dateOfStep(scene: Scene, i: number, step: Step): Since | undefined {
  const { tree, document } = scene;
  const predicate = issuing(scene, predicateOf(tree, step.token));
  const within = dateWithin(scene, predicate, step.token);
  const above = within === undefined ? shared(scene, predicate) : undefined;
  if (above !== undefined) return above;
  const when = within ?? dateAt(scene, predicate, ['at'], step.token);
  const year = dateBeside(scene, predicate);
  if (year !== undefined) return { date: year.date, basis: year.basis };
  const ago = when && yearsAgo(scene, when);
  if (ago !== undefined) return { date: ago.date, basis: ago.basis };
  if (clauseOf(tree, predicate).past && isOfTheseDays(scene, predicate, step.token)) return ofTheMonth(scene);
  if (when !== undefined) {
    const at = tokenAt(scene, when);
    // "which it ratified in 2001" hangs on the noun, too.
    const relative = isWithin(tree, step.token, i) && isWithin(tree, at, step.token);
    const ofNoun =
      i !== step.token && !relative && !SIGNS.test(lemma(tree, step.token)) && isWithin(tree, at, i);
    const own = !ofNoun && isInside(scene, when, predicate, i);
    const date = firstOfTwo(scene, when);
    if (own && date !== undefined)
      return { date: notAhead(scene, { ...when, date }, predicate), basis: when.basis };
    if (own || !when.date.includes('/')) return undefined;
  }
  // News of the day: an undated step in the text's first sentences was taken on the day itself.
  if (scene.dates.some((d) => !d.date.includes('/')) || document.genre === 'speech') return undefined;
  const isDocument = document.genre === 'statement' || document.genre === 'agreement';
  if (!clauseOf(tree, predicate).past && !isDocument) return undefined;
  const published = document.delivered ?? document.published;
  const perfect = children(tree, predicate).some((c) => lemma(tree, c) === 'have');
  return published !== undefined && step.founding && !perfect
    ? { date: published.replace(/[~?%]$/, ''), basis: 'document' }
    : undefined;
}

/** "agreed on Wednesday to establish", "last week we were pleased to sign", "in June we showed it by signing": the day of both. */
function shared(scene: Scene, predicate: number): Since | undefined {
  const { tree } = scene;
  const up = head(tree, predicate);
  if (up < 0 || !/^(xcomp|advcl|ccomp|acl)$/.test(relation(tree, predicate))) return undefined;
  const infinitive = /^(agree|pleased|proud|happy|honoured|honored|glad|delighted|able|manage|go|join|come)$/;
  const marks = childrenBy(tree, predicate, 'mark', 'case').map((m) => lemma(tree, m));
  const before = tree.sentence.forms[predicate - 1]?.toLowerCase() ?? '';
  const gerund = xpos(tree, predicate) === 'VBG' && [...marks, before].some((m) => /^(by|in|when)$/.test(m));
  const isShared = gerund || (xpos(tree, predicate) === 'VB' && infinitive.test(lemma(tree, up)));
  if (!isShared || !clauseOf(tree, up).past) return undefined;
  const when = dateWithin(scene, up, predicate);
  if (when === undefined) return isOfTheseDays(scene, up, up) ? ofTheMonth(scene) : undefined;
  const own = isInside(scene, when, up, up) && !when.date.includes('/');
  return own ? { date: notAhead(scene, when, up), basis: when.basis } : undefined;
}

function ofTheMonth(scene: Scene): Since | undefined {
  const month = (scene.document.delivered ?? scene.document.published)?.slice(0, 7);
  return month === undefined ? undefined : { date: month, basis: 'document' };
}

/** "In 1993 and 1996 they signed agreements": there were such since the first. */
function firstOfTwo(scene: Scene, when: DateMention): string | undefined {
  if (!when.date.includes('/')) return when.date;
  return / and /.test(scene.text.slice(when.start, when.end)) ? when.date.split('/')[0] : undefined;
}

/** "48 years ago this month" is a date of that year and not of this month. */
function yearsAgo(scene: Scene, when: DateMention): DateMention | undefined {
  return scene.dates.find(
    (d) =>
      d !== when &&
      when.start - d.end >= 0 &&
      when.start - d.end <= 2 &&
      /\bago$/.test(scene.text.slice(d.start, d.end)) &&
      /^(this|the same)\b/i.test(scene.text.slice(when.start, when.end)),
  );
}

/** "Yesterday I signed", "some days ago", where no more is known of the text's date than the month. */
function isOfTheseDays(scene: Scene, predicate: number, token: number): boolean {
  const { tree, document } = scene;
  if ((document.delivered ?? document.published)?.length !== 7) return false;
  const { forms } = tree.sentence;
  for (let t = 0; t < tree.length; t++) {
    const word = forms[t]?.toLowerCase() ?? '';
    const before = forms[t - 1]?.toLowerCase() ?? '';
    const isRecent =
      /^(yesterday|today)$/.test(word) ||
      (LATELY.test(word) && /^(this|last|on)$/.test(before) && !(before === 'on' && !/day$/.test(word))) ||
      (/^(days|week|fortnight)$/.test(word) && forms[t + 1]?.toLowerCase() === 'ago') ||
      (word === 'weeks' && /^two$/.test(before) && forms[t + 1]?.toLowerCase() === 'ago');
    if (isRecent && (isNear(tree, t, predicate) || isNear(tree, t, token))) return true;
  }
  return false;
}

const LATELY = /^(week|weekend|morning|afternoon|sunday|monday|tuesday|wednesday|thursday|friday|saturday)$/;

/** A date in the noun's own phrase is that of its signature: "acceded to the Conventions of 1949". */
const SIGNS =
  /^(sign|signing|signature|conclude|conclusion|establish|establishment|reach|initial|announce|restoration)$/;

/** "in 1992, when Croatia joined", "Since joining, 44 years ago,": the date beside the clause. */
function dateBeside(scene: Scene, predicate: number): DateMention | undefined {
  const { tree } = scene;
  const { sentence } = tree;
  const when = children(tree, predicate).find((c) => lemma(tree, c) === 'when' && c < predicate);
  // "in 1995, the year in which Peru joined"
  const clauseStart = sentence.starts[clauseExtent(tree, predicate).first] ?? 0;
  const sameYear = scene.dates.find(
    (d) =>
      /^\d{4}$/.test(d.date) &&
      d.end < clauseStart + 20 &&
      /^, (?:the|that|a) (?:same )?year (?:in which|when|that)\b/.test(scene.text.slice(d.end, d.end + 30)) &&
      Math.abs(clauseStart - d.end) < 30,
  );
  if (sameYear !== undefined) return sameYear;
  const start = when === undefined ? -1 : (sentence.starts[when] ?? -1);
  const before = scene.dates.find((d) => d.end <= start && start - d.end <= 3 && !d.date.includes('/'));
  if (before !== undefined || !/^(acl|advcl)$/.test(relation(tree, predicate))) return before;
  const end = sentence.ends[clauseExtent(tree, predicate).last - 1] ?? -1;
  return scene.dates.find(
    (d) =>
      d.role === 'at' &&
      d.start >= end &&
      d.start - end <= 2 &&
      /\bago$/.test(scene.text.slice(d.start, d.end)),
  );
}
