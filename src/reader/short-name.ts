import { partyMention } from './cast.js';
import { participleOf } from './participles.js';
import { directionOf } from './quantities.js';
import type { Scene } from './scene.js';
import { lemma, relation, upos } from './tree.js';

/** What a figure tells, in the words of its clause. */
export interface FigureWording {
  readonly words: string;
  /** The tokens told, without the figure. */
  readonly tokens: readonly number[];
}

/**
 * Whether a short name says all that the words of its clause say: "contribution to the fund" of "contributed … to the fund", but not
 * "students" of "provided scholarships to … students".
 */
export function saysAll(scene: Scene, name: string, { tokens }: FigureWording): boolean {
  const { tree } = scene;
  const words = name.toLowerCase().split(/[^\p{L}\d]+/u);
  // A long name has soon taken in too much, and one with a numeral a part of the figure.
  if (
    words.length > LONGEST_NAME ||
    words.some((w) => /^(\d+|half|third|quarter|cent|percent|hundred)$/.test(w))
  )
    return false;
  if (words.every((w) => w === '' || SLIGHT.test(w))) return false;
  const said = (word: string) => words.some((w) => areAlike(w, word.toLowerCase()));
  const isOutput = words.includes('output') || words.includes('gross');
  return tokens.every(
    (i) =>
      // "by 30 per cent from 2008 levels": what it is measured from.
      !/^(19|20)\d\d$/.test(tree.sentence.forms[i] ?? '') &&
      (!/^(NOUN|PROPN|ADJ|VERB)$/.test(upos(tree, i)) ||
        directionOf(lemma(tree, i)) !== 0 ||
        (isOutput && OUTPUT.test(lemma(tree, i))) ||
        SLIGHT.test(lemma(tree, i)) ||
        isNamed(scene, i) ||
        said(lemma(tree, i)) ||
        (upos(tree, i) === 'VERB' && said(participleOf(lemma(tree, i)))) ||
        said(tree.sentence.forms[i] ?? '')),
  );
}

/** Words for what a state's economy yields. */
const OUTPUT = /^(economy|economic|gdp|gross|domestic|national|product|income)$/i;
/** The most words of a short name. */
const LONGEST_NAME = 12;

/** Whether a word is of a name that the parties tell, as "Chilean"; "the military" says more. */
function isNamed({ tree, cast }: Scene, i: number): boolean {
  const own = partyMention(cast, i);
  return own !== undefined && /^\p{Lu}/u.test(tree.sentence.forms[i] ?? '');
}

/** "contributed" and "contribution", but not "contract": words that differ at the end alone. */
function areAlike(a: string, b: string): boolean {
  if (a === b) return true;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= Math.max(5, Math.min(a.length, b.length) - 2);
}

/** Words that add nothing to what a figure is of. */
const SLIGHT =
  /^(be|have|give|provide|make|take|get|reach|amount|total|stand|become|remain|represent|account|constitute|exceed|come|go|do|see|increase|decrease|reduce|rise|fall|grow|drop|decline|cut|raise|lower|growth|reduction|lead|help|continue|include|rate|level|figure|number|amount|sum|total|worth|value|percentage|share|part|approximate|approximately|some|more|least|most|many|nearly|estimate|estimated|equivalent|other|own|year|annually|country|nation|people|currency|dollar|euro|achieve|aim|plan|target|intend|want|hope|commit|commitment|pledge|promise|announce|allocate|spend|devote|donate|contribute|grant|invest|offer|mobili[sz]e|disburse|extend|pay|hundred|thousand|million|billion|trillion|bilateral|last|next|first|impose|levy|set|hold|state|ton|tonne|barrel|hectare|acre|kilomet(?:re|er)|megawatt|mile|litre|charge|fund|money)$/;

/** Whether nothing is told but how much of what is ours: "amounting to … of our gross domestic product". */
export function isThin(scene: Scene, { tokens }: FigureWording): boolean {
  const { tree } = scene;
  const held = (i: number) =>
    relation(tree, i) === 'nmod' || /^(compound|amod|fixed|flat)$/.test(relation(tree, i));
  return !tokens.some(
    (i) =>
      /^(NOUN|PROPN|ADJ|VERB)$/.test(upos(tree, i)) &&
      !held(i) &&
      !SLIGHT.test(lemma(tree, i)) &&
      !isNamed(scene, i),
  );
}
