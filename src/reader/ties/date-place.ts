import { clauseOf } from '../clause.js';
import type { DateMention } from '../dates.js';
import { clauseExtent, dateAt, type Scene } from '../scene.js';
import { head, isPredicate, lemma, relation, type Tree } from '../tree.js';

export function covers(scene: Scene, date: DateMention, token: number): boolean {
  const at = scene.tree.sentence.starts[token] ?? -1;
  return date.start <= at && at < date.end;
}

/** The nearest date in the step's own clause. */
export function dateWithin(scene: Scene, predicate: number, token: number): DateMention | undefined {
  const when = dateAt(scene, predicate, ['at'], token);
  const { sentence } = scene.tree;
  const { first, last } = clauseExtent(scene.tree, predicate);
  const from = sentence.starts[first] ?? sentence.start;
  const to = sentence.ends[last - 1] ?? sentence.end;
  return when !== undefined && when.start >= from && when.end <= to ? when : undefined;
}

function isTitleDay(tree: Tree, at: number): boolean {
  const { forms } = tree.sentence;
  const day = /^on$/i.test(forms[at] ?? '') ? at + 1 : at;
  return (
    relation(tree, day) === 'compound' && DAY.test(forms[day] ?? '') && /^on$/i.test(forms[day - 1] ?? '')
  );
}

const DAY = /^(Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day$/;

/** Whether a word belongs to a clause and not to one within it. */
export function isNear(tree: Tree, t: number, predicate: number): boolean {
  for (let at = t, n = 0; at >= 0 && n < 6; at = head(tree, at), n++) {
    if (at === predicate) return true;
    if (isPredicate(tree, at)) return false;
  }
  return false;
}

export function tokenAt(scene: Scene, date: DateMention): number {
  return scene.tree.sentence.starts.findIndex((start) => start >= date.start);
}

/** Whether a date belongs to the step's clause and not to a clause or a name within it. */
export function isInside(scene: Scene, when: DateMention, predicate: number, noun: number): boolean {
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
    // "on Sunday Presidents A and B signed": the parser takes the day for a title.
    if (at === token && isTitleDay(tree, at) && isNear(tree, at, predicate)) return true;
    if (lemma(tree, at) === 'time' || (isPredicate(tree, at) && at !== token)) return false;
    if (
      relation(tree, at) === 'nmod' &&
      !TIMES.test(lemma(tree, head(tree, at))) &&
      head(tree, at) !== noun &&
      head(tree, at) !== predicate &&
      at !== token
    )
      return false;
  }
  return false;
}

/** "on the eve of the century in September 2000": the phrase tells the time itself. */
const TIMES =
  /^(eve|century|day|beginning|end|start|morning|month|year|week|spring|summer|autumn|winter|\d+)$/;

/** "On 25 January they ratified" told in September was this year's January. */
export function notAhead(scene: Scene, when: DateMention, predicate: number | undefined): string {
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
