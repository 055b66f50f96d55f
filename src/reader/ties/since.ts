import { clauseOf } from '../clause.js';
import { parts } from '../date-arithmetic.js';
import type { DateMention } from '../dates.js';
import { clauseExtent, dateAt, type Scene } from '../scene.js';
import { children, head, lemma } from '../tree.js';

/** Words that found a tie or raise it. */
export const FOUNDING = new Set([
  ...[
    'establish',
    'form',
    'forge',
    'launch',
    'announce',
    'elevate',
    'upgrade',
    'raise',
    'create',
    'enter',
    'sign',
  ],
  ...[
    'establishment',
    'launch',
    'elevation',
    'upgrade',
    'upgrading',
    'formation',
    'become',
    'agree',
    'conclude',
    'declare',
    'promote',
  ],
]);

/** When the tie began: "since 2003", the date of its founding, or an anniversary counted back. */
export function sinceOf(
  scene: Scene,
  i: number,
  governor: number,
): { date: string; basis: 'explicit' | 'relative' | 'document' } | undefined {
  const { tree, document } = scene;
  const explicit = sinceWithin(scene, governor);
  if (explicit) return { date: explicit.date, basis: explicit.basis };
  const counted = anniversary(scene, i);
  if (counted) return counted;
  const words = [lemma(tree, governor), lemma(tree, head(tree, i))];
  if (!words.some((w) => FOUNDING.has(w))) return undefined;
  const when = dateAt(scene, governor, ['at', 'by'], i);
  // "raises relations, together with a plan for 2016 to 2020": years of the plan found nothing.
  if (when && !when.date.includes('/')) return { date: when.date, basis: when.basis };
  const published = document.delivered ?? document.published;
  return published && clauseOf(tree, governor).past && document.genre !== 'speech'
    ? { date: published.replace(/[~?%]$/, ''), basis: 'document' }
    : undefined;
}

/** "since 2003" in the tie's own clause. */
function sinceWithin(scene: Scene, governor: number): DateMention | undefined {
  const { sentence } = scene.tree;
  const { first, last } = clauseExtent(scene.tree, governor);
  const from = sentence.starts[first] ?? sentence.start;
  const to = sentence.ends[last - 1] ?? sentence.end;
  return scene.dates.find((d) => d.role === 'since' && d.start >= from && d.end <= to);
}

/** "the 30th anniversary of", "in the last ten years of the partnership": counted from the document's year. */
function anniversary(scene: Scene, i: number): { date: string; basis: 'relative' } | undefined {
  const { tree, document } = scene;
  const today = parts(document.delivered ?? document.published ?? '');
  if (!today) return undefined;
  for (let at = head(tree, i), n = 0; at >= 0 && n < 2; at = head(tree, at), n++) {
    const word = lemma(tree, at);
    if (word !== 'anniversary' && word !== 'year' && word !== 'decade') continue;
    if (children(tree, at).some((c) => /^(next|coming|following)$/.test(lemma(tree, c)))) continue;
    for (const c of children(tree, at)) {
      const number = /^(\d{1,3})(?:st|nd|rd|th)?$/.exec(tree.sentence.forms[c] ?? '')?.[1];
      const years = number === undefined ? ORDINALS[lemma(tree, c)] : Number(number);
      if (years !== undefined)
        return { date: String(today.year - years * (word === 'decade' ? 10 : 1)), basis: 'relative' };
    }
  }
  return undefined;
}

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  fifth: 5,
  tenth: 10,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twenty: 20,
  thirty: 30,
};
