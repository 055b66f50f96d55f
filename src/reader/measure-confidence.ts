import { stateOf } from '../gazetteer/index.js';
import { FIGURE } from '../record/index.js';
import { actorsOf } from './actors.js';
import type { Measure } from './measure.js';
import type { Scene } from './scene.js';
import { head, lemma, relation, type Tree, upos } from './tree.js';

/** Words of time that may tell when, though no date was read of them. */
const TIMES =
  /\b(?:now|current|currently|today|recent|recently|this (?:year|month|week)|last|past|since|during|period|spring|summer|autumn|winter|season|decades?|months|years|century|by the end)\b/i;

/** Words that point to what only other sentences tell. */
const POINTED =
  /\b(?:this|these|those|such|there|that(?! (?:is|are|was|were|have|has|had|will|would|can)\b))\b/i;

/**
 * What is seen of a measure and its sentence, in numbers: the first is 1, the others 0 or 1. Much of it tells what may have been missed:
 * names that are none of its parties, dates that are not its period, other figures.
 */
export function measureTraits(scene: Scene, measure: Measure): number[] {
  const { tree, dates, text, document } = scene;
  const { sentence } = tree;
  const { parties, period, unit, change, quantity, speaker, of } = measure;
  const { first, last } = clauseOfPassage(scene, measure);
  const others = otherNames(scene, measure);
  const own = text.slice(sentence.starts[first] ?? sentence.start, sentence.ends[last - 1] ?? sentence.end);
  const numbers = tree.upos.filter((tag) => tag === 'NUM').length;
  const words = quantity.split(' ').length;
  const isTimeless = period === undefined;
  const isShare = unit === '%' && change === undefined;
  const relations = tree.relations.slice(first, last);
  return [
    true,
    others.some(({ at }) => at >= first && at < last),
    others.some(({ at }) => at < first || at >= last),
    // Told, but as no party.
    others.some(({ name }) => quantity.includes(name)),
    isTimeless && dates.length > 0,
    isTimeless && TIMES.test(own),
    numbers > 2,
    hasOpenPronoun(scene, first, last),
    /\b(?:we|our|us|my|I)\b/.test(own),
    document.genre === 'news',
    quantity.includes(FIGURE),
    parties.length > 1,
    // Who gives without who takes, a part without its whole, or the other way round.
    parties.length === 1 && parties[0]?.role !== undefined && unit !== 'rank',
    !isTimeless,
    isShare,
    change !== undefined,
    unit === 'rank',
    words < 3,
    parties.some((p) => p.party === speaker),
    POINTED.test(`${quantity} ${of ?? ''}`),
    relations.filter((rel) => rel === 'conj').length > 1,
    tree.deprels.slice(first, last).includes('acl:relcl'),
    // A month or a day, mostly the document's.
    period !== undefined && period.length > 4 && !period.includes('/'),
    period?.includes('/') === true,
    last - first < tree.length / 2,
  ].map(Number);
}

/** Tokens of the passage; end exclusive. */
function clauseOfPassage(
  { tree, toCodePoints }: Scene,
  { passages: [passage] }: Measure,
): { readonly first: number; readonly last: number } {
  const { starts, ends } = tree.sentence;
  if (passage === undefined) return { first: 0, last: tree.length };
  let first = 0;
  while (first < tree.length && toCodePoints(ends[first] ?? 0) <= passage.start) first++;
  let last = first;
  while (last < tree.length && toCodePoints(starts[last] ?? 0) < passage.end) last++;
  return { first, last };
}

/** Names in the sentence that are none of the measure's parties, nor of those who tell it, with their first tokens. */
function otherNames(
  { tree, cast, text }: Scene,
  { parties, attribution, of, unit }: Measure,
): { readonly at: number; readonly name: string }[] {
  const known = new Set([...parties, ...attribution].map(({ party }) => stateOf(party)));
  const { starts, ends, forms } = tree.sentence;
  return cast.mentions.flatMap(({ kind, id, first, last }) => {
    if (kind !== 'party' || id.startsWith('-') || known.has(stateOf(id))) return [];
    if (!forms.slice(first, last).some((form) => /^\p{Lu}/u.test(form))) return [];
    // "overtook Chile as the largest donor": the rank tells it.
    if (unit === 'rank' && isOvertaken(tree, first, last)) return [];
    const name = text.slice(starts[first], ends[last - 1]);
    // "China's trade with ASEAN" is told as the whole.
    return of?.includes(name) ? [] : [{ at: first, name }];
  });
}

function isOvertaken(tree: Tree, first: number, last: number): boolean {
  for (let i = first; i < last; i++)
    if (
      relation(tree, i) === 'obj' &&
      /^(overtake|surpass|replace|displace|pass)$/.test(lemma(tree, head(tree, i)))
    )
      return true;
  return false;
}

/** Whether the clause points to what only other sentences name. */
function hasOpenPronoun({ tree, cast }: Scene, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (points(tree, i) && actorsOf(cast, [i]).length === 0) return true;
  return false;
}

function points(tree: Tree, i: number): boolean {
  return (
    upos(tree, i) === 'PRON' &&
    /^(it|they|its|their|this|that|these|those|them)$/.test(lemma(tree, i)) &&
    relation(tree, i) !== 'mark'
  );
}

/**
 * By the same order; as `npx tsx bench/handcheck/calibrate.ts measures` prints them. The last one printed, of documents that were looked
 * at while the rules were made, is not for new ones.
 */
const WEIGHTS: readonly number[] = [
  1.3, 0.34, -0.52, -0.52, -0.5, -0.85, -0.37, -0.3, -0.26, -0.74, -0.33, 0.47, -0.77, 0.69, 0.07, 0.43, 0.37,
  -0.43, 0.4, -0.65, -0.29, -0.29, -0.45, -0.16, -0.6,
];

/** How likely a measure with such traits is right in quantity, parties, value and period, 0 to 1 in hundredths. */
export function confidenceByTraits(traits: readonly number[]): number {
  const logit = WEIGHTS.reduce((sum, weight, k) => sum + weight * (traits[k] ?? 0), 0);
  return Math.round(100 / (1 + Math.exp(-logit))) / 100;
}

/** The confidence of a measure. Fitted to measures that were judged by hand, see bench/handcheck/calibrate.ts. */
export function measureConfidence(scene: Scene, measure: Measure): number {
  return confidenceByTraits(measureTraits(scene, measure));
}
