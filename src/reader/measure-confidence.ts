import { stateOf } from '../gazetteer/index.js';
import { FIGURE } from '../record/index.js';
import { actorsOf } from './actors.js';
import type { Measure } from './measure.js';
import type { Scene } from './scene.js';
import { lemma, relation, type Tree, upos } from './tree.js';

/** Words of time that may tell when, though no date was read of them. */
const TIMES =
  /\b(?:now|current|currently|today|recent|recently|this (?:year|month|week)|last|past|since|during|period|spring|summer|autumn|winter|season|decades?|months|years|century|by the end)\b/i;

/**
 * What is seen of a measure and its sentence, in numbers: the first is 1, the others 0 or 1. Much of it tells what may have been missed:
 * names that are none of its parties, dates that are not its period, other figures.
 */
export function measureTraits(scene: Scene, measure: Measure): number[] {
  const { tree, dates, text, document } = scene;
  const { sentence } = tree;
  const { parties, period, unit, change, quantity, speaker, modality } = measure;
  const { first, last } = clauseOfPassage(scene, measure);
  const others = otherNames(scene, measure);
  const own = text.slice(sentence.starts[first] ?? sentence.start, sentence.ends[last - 1] ?? sentence.end);
  const numbers = tree.upos.filter((tag) => tag === 'NUM').length;
  const words = quantity.split(' ').length;
  const isTimeless = period === undefined;
  return [
    true,
    others.some((name) => name >= first && name < last),
    others.some((name) => name < first || name >= last),
    isTimeless && dates.length > 0,
    !isTimeless && dates.length > 1,
    isTimeless && TIMES.test(own),
    numbers > 2,
    numbers > 5,
    hasOpenPronoun(scene, first, last),
    /\b(?:we|our|us|my|I)\b/.test(own),
    document.genre === 'news',
    tree.length > 40,
    quantity.includes(FIGURE),
    modality !== 'asserted',
    parties.length > 1,
    // Who gives without who takes, a part without its whole, or the other way round.
    parties.length === 1 && parties[0]?.role !== undefined && unit !== 'rank',
    !isTimeless,
    unit === '%' && change === undefined,
    change !== undefined,
    unit === 'rank',
    words > 16,
    words < 3,
    parties.some((p) => p.party === speaker),
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

/** First tokens of names in the sentence that are none of the measure's parties, nor of those who tell it. */
function otherNames({ tree, cast }: Scene, { parties, attribution }: Measure): number[] {
  const known = new Set([...parties, ...attribution].map(({ party }) => stateOf(party)));
  return cast.mentions.flatMap(({ kind, id, first, last }) =>
    kind === 'party' &&
    !id.startsWith('-') &&
    !known.has(stateOf(id)) &&
    tree.sentence.forms.slice(first, last).some((form) => /^\p{Lu}/u.test(form))
      ? [first]
      : [],
  );
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
  0.92, 0.09, -0.44, -0.17, 0.15, -0.2, -0.32, -0.08, -0.33, -0.31, -0.29, -0.34, -0.16, -0.14, 0.2, -0.56,
  0.31, 0.1, 0.31, 0.07, 0.23, -0.32, 0.44,
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
