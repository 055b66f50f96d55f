import { clauseOf, prepositionOf } from '../clause.js';
import type { DateMention } from '../dates.js';
import { clauseExtent, dateAt, predicateOf, type Scene } from '../scene.js';
import { children, childrenBy, head, isPredicate, isWithin, lemma, relation, xpos } from '../tree.js';
import { anniversary, type Since, yearsOfTie, yearsSince } from './anniversary.js';
import type { Step } from './steps.js';

/** When the tie began: "since 2003", the date of the step that made it, or an anniversary counted back. */
export function sinceOf(
  scene: Scene,
  i: number,
  governor: number,
  step: Step | undefined,
): Since | undefined {
  return sinceIn(withoutDateline(scene), i, governor, step);
}

/** "GENEVA, Jan. 3 — …": the day of the report is that of no step. */
function withoutDateline(scene: Scene): Scene {
  const { text, dates, tree } = scene;
  const isDateline = (d: DateMention) =>
    d.start - tree.sentence.start < 40 &&
    /^\s*(?:\(\w+\)\s*)?(?:[—–]|--)/.test(text.slice(d.end, d.end + 20));
  return dates.some(isDateline) ? { ...scene, dates: dates.filter((d) => !isDateline(d)) } : scene;
}

function sinceIn(scene: Scene, i: number, governor: number, step: Step | undefined): Since | undefined {
  const begins = step === undefined || !/^(ended|suspended|negotiating)$/.test(step.status);
  if (!begins) return undefined;
  const counted =
    anniversary(scene, step?.token ?? i) ??
    (step && anniversary(scene, i)) ??
    yearsOfTie(scene, i) ??
    yearsSince(scene, step?.token ?? i);
  if (counted) return counted;
  const explicit = sinceWithin(scene, i, governor);
  if (explicit) return { date: notAhead(scene, explicit, undefined), basis: explicit.basis };
  if (step === undefined) return signedOf(scene, i) ?? firstIn(scene, i);
  if (!BEGINS.test(lemma(scene.tree, step.token))) return signedOf(scene, i);
  return dateOfStep(scene, i, step);
}

/** "the border treaty of 21 July 1992". */
function signedOf(scene: Scene, i: number): Since | undefined {
  const { tree } = scene;
  if (!/^(agreement|treaty|accord|pact|memorandum|protocol|convention|deal)$/.test(lemma(tree, i)))
    return undefined;
  const date = childrenBy(tree, i, 'nmod')
    .filter((c) => prepositionOf(tree, c) === 'of')
    .flatMap((c) => scene.dates.filter((d) => covers(scene, d, c)))[0];
  return date && { date: date.date, basis: date.basis };
}

/** "was the first dialogue partner, in 1974". */
function firstIn(scene: Scene, i: number): Since | undefined {
  const { tree } = scene;
  if (!children(tree, i).some((c) => relation(tree, c) === 'cop') || !clauseOf(tree, i).past)
    return undefined;
  if (!childrenBy(tree, i, 'amod').some((c) => lemma(tree, c) === 'first')) return undefined;
  const when = dateAt(scene, i, ['at'], i);
  return when && isInside(scene, when, i, i) && !when.date.includes('/')
    ? { date: when.date, basis: when.basis }
    : undefined;
}

function covers(scene: Scene, date: DateMention, token: number): boolean {
  const at = scene.tree.sentence.starts[token] ?? -1;
  return date.start <= at && at < date.end;
}

/** Steps whose own date is that of the beginning; not "deepened in 2010", "implemented in 2012". */
const BEGINS =
  /^(establish|form|forge|launch|announce|elevate|upgrade|raise|create|enter|sign|become|conclude|declare|ratify|join|accede|admit|open|reach|ink|initial|seal|finali[sz]e|adopt|agree|promote|strike|re-?establish|restore|resume|normali[sz]e|rejoin|come|assume|take|establishment|elevation|signing|signature|conclusion|ratification|accession|admission|formation|launch|announcement|restoration|resumption|inaugurate)$/;

/** "On Friday they issued a declaration that establishes": the declaration's date is the founding's. */
function issuing(scene: Scene, predicate: number): number {
  const { tree } = scene;
  const up = head(tree, predicate);
  const issued =
    relation(tree, predicate) === 'acl' &&
    xpos(tree, predicate) !== 'VBN' &&
    up >= 0 &&
    /^(declaration|statement|communiqué|communique|document|treaty|agreement|accord)$/.test(lemma(tree, up));
  return issued ? predicateOf(tree, up) : predicate;
}

/** The date in the step's own clause. Years of a plan found nothing: "together with a plan for 2016 to 2020". */
function dateOfStep(scene: Scene, i: number, step: Step): Since | undefined {
  const { tree, document } = scene;
  const predicate = issuing(scene, predicateOf(tree, step.token));
  const when = dateAt(scene, predicate, ['at'], step.token);
  const year = dateBeside(scene, predicate);
  if (year !== undefined) return { date: year.date, basis: year.basis };
  const ago = when && yearsAgo(scene, when);
  if (ago !== undefined) return { date: ago.date, basis: ago.basis };
  if (clauseOf(tree, predicate).past && isOfTheseDays(scene, predicate, step.token)) {
    const month = (document.delivered ?? document.published)?.slice(0, 7);
    return month === undefined ? undefined : { date: month, basis: 'document' };
  }
  if (when !== undefined) {
    const ofNoun =
      i !== step.token && !SIGNS.test(lemma(tree, step.token)) && isWithin(tree, tokenAt(scene, when), i);
    const own = !ofNoun && isInside(scene, when, predicate, i) && !when.date.includes('/');
    return own ? { date: notAhead(scene, when, predicate), basis: when.basis } : undefined;
  }
  // News of the day: an undated step in the text's first sentences was taken on the day itself.
  if (scene.dates.length > 0 || document.genre === 'speech' || !clauseOf(tree, predicate).past)
    return undefined;
  const published = document.delivered ?? document.published;
  const perfect = children(tree, predicate).some((c) => lemma(tree, c) === 'have');
  return published !== undefined && step.founding && !perfect
    ? { date: published.replace(/[~?%]$/, ''), basis: 'document' }
    : undefined;
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

/** "Yesterday I signed", where no more is known of the text's date than the month. */
function isOfTheseDays(scene: Scene, predicate: number, token: number): boolean {
  const { tree, document } = scene;
  if ((document.delivered ?? document.published)?.length !== 7) return false;
  return [...children(tree, predicate), ...children(tree, token)].some(
    (c) =>
      /^(yesterday|today)$/i.test(tree.sentence.forms[c] ?? '') ||
      (/^(week|morning|afternoon|sunday|monday|tuesday|wednesday|thursday|friday|saturday)$/.test(
        lemma(tree, c).toLowerCase(),
      ) &&
        children(tree, c).some((k) => /^(this|last|on)$/.test(lemma(tree, k)))),
  );
}

/** A date in the noun's own phrase is that of its signature: "acceded to the Conventions of 1949". */
const SIGNS =
  /^(sign|signing|signature|conclude|conclusion|establish|establishment|reach|initial|announce|restoration)$/;

/** "On 25 January they ratified" told in September was this year's January. */
function notAhead(scene: Scene, when: DateMention, predicate: number | undefined): string {
  const told = scene.document.delivered ?? scene.document.published;
  if (
    told === undefined ||
    when.basis !== 'relative' ||
    (predicate !== undefined && !clauseOf(scene.tree, predicate).past)
  )
    return when.date;
  if (when.date.slice(0, 7) <= told.slice(0, 7) || told.length < 7) return when.date;
  return `${Number(when.date.slice(0, 4)) - 1}${when.date.slice(4)}`;
}

/** "in 1992, when Croatia joined", "Since joining, 44 years ago,": the date beside the clause. */
function dateBeside(scene: Scene, predicate: number): DateMention | undefined {
  const { tree } = scene;
  const { sentence } = tree;
  const when = children(tree, predicate).find((c) => lemma(tree, c) === 'when' && c < predicate);
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

function tokenAt(scene: Scene, date: DateMention): number {
  return scene.tree.sentence.starts.findIndex((start) => start >= date.start);
}

/** Whether a date belongs to the step's clause and not to a clause or a name within it. */
function isInside(scene: Scene, when: DateMention, predicate: number, noun: number): boolean {
  const { tree } = scene;
  const { sentence } = tree;
  let token = -1;
  for (let t = 0; t < tree.length; t++)
    if ((sentence.starts[t] ?? 0) >= when.start && (sentence.ends[t] ?? 0) <= when.end) {
      token = t;
      if (
        !(
          head(tree, t) >= 0 &&
          (sentence.starts[head(tree, t)] ?? 0) >= when.start &&
          (sentence.ends[head(tree, t)] ?? 0) <= when.end
        )
      )
        break;
    }
  for (let at = token, n = 0; at >= 0 && n < 8; at = head(tree, at), n++) {
    if (at === predicate || at === noun) return true;
    // "On Friday A signed and ratified": both on that day.
    if (at === head(tree, predicate) && relation(tree, predicate) === 'conj' && token < at) return true;
    // "Meeting in Geneva on May 5, they signed".
    const meeting =
      /^(meet|gather|assemble|meeting|summit|visit)$/.test(lemma(tree, at)) && head(tree, at) === predicate;
    if (meeting) return true;
    if (lemma(tree, at) === 'time' || (isPredicate(tree, at) && at !== token)) return false;
    if (
      relation(tree, at) === 'nmod' &&
      head(tree, at) !== noun &&
      head(tree, at) !== predicate &&
      at !== token
    )
      return false;
  }
  return false;
}

/** "since 2003" in the tie's own clause. */
function sinceWithin(scene: Scene, i: number, governor: number): DateMention | undefined {
  const { tree } = scene;
  const { sentence } = tree;
  const { first, last } = clauseExtent(tree, governor);
  const from = sentence.starts[first] ?? sentence.start;
  const to = sentence.ends[last - 1] ?? sentence.end;
  const found = scene.dates.find((d) => d.role === 'since' && d.start >= from && d.end <= to);
  return found !== undefined && isInside(scene, found, governor, i) ? found : undefined;
}
