import { FIGURE } from '../record/index.js';
import { leftOut } from './figure-beside.js';
import type { Placed } from './placed.js';
import type { Scene } from './scene.js';
import { type FigureWording, isThin } from './short-name.js';
import { child, head, isPredicate, isWithin, lemma, relation, type Tree, upos, xpos } from './tree.js';
import { written } from './wording.js';

/** The most words that are told before and after a figure. */
const BEFORE = 18;
const AFTER = 36;

/**
 * What a figure tells, in the words of its clause, with "…" where the figure stands: "provided scholarships to … students". Times are
 * left out, which the period tells, and a subject that is a pronoun or a party alone, which the parties tell.
 *
 * @returns undefined where the figure stands in no clause
 */
export function figureWording(scene: Scene, at: Placed): FigureWording | undefined {
  const { tree } = scene;
  if (!isPredicate(tree, at.predicate)) return undefined;
  const top = topOf(scene, at);
  const found = wordingBelow(scene, at, top);
  if (!isThin(scene, found)) return found;
  // "aid, to which we continue to devote … of our output": what it is of stands above.
  const over = above(tree, top);
  const wider = over === undefined || over > at.first ? undefined : wordingBelow(scene, at, over, false);
  return wider === undefined || isThin(scene, wider) ? found : wider;
}

/** The words below `top`, or where there are many before the figure, those of a narrower phrase. */
function wordingBelow(scene: Scene, at: Placed, highest: number, narrows = true): FigureWording {
  const { tree } = scene;
  // Of "4 million students" the students stay.
  const number = numberOf(tree, at);
  let top = highest;
  for (;;) {
    const out = leftOut(scene, at, top);
    const told: number[] = [];
    for (let i = 0; i < tree.length; i++) if (isWithin(tree, i, top) && !out.has(i)) told.push(i);
    const before = opened(
      tree,
      told.filter((i) => i < number.first),
      top,
    );
    const below = before.length > BEFORE && narrows ? narrower(tree, top, at.first) : undefined;
    if (below === undefined) {
      const start = nearest(tree, before);
      const end = closed(
        tree,
        shortened(
          tree,
          told.filter((i) => i >= number.last),
        ),
      );
      return { words: joined(tree, start, end, number.last > number.first), tokens: [...start, ...end] };
    }
    top = below;
  }
}

/** The highest noun or verb below `top` that has the figure under it. */
function narrower(tree: Tree, top: number, figure: number): number | undefined {
  let below: number | undefined;
  for (let at = figure; at >= 0 && at !== top; at = head(tree, at))
    if (/^(NOUN|PROPN|VERB)$/.test(upos(tree, at)) && at !== figure) below = at;
  return below;
}

/** The noun or verb that a clause hangs on. */
function above(tree: Tree, top: number): number | undefined {
  let at = top;
  for (let n = 0; n < 3; n++) {
    const up = head(tree, at);
    if (up < 0 || !/^(acl|advcl|xcomp|ccomp|conj)$/.test(relation(tree, at))) break;
    // What is joined to it with a subject of its own tells another thing.
    if (relation(tree, at) === 'conj' && child(tree, at, 'nsubj', 'nsubj:pass') !== undefined) break;
    at = up;
    if (!/^(continue|remain|be|commit|aim|agree|decide|plan|able)$/.test(lemma(tree, up))) break;
  }
  return at === top ? undefined : at;
}

/** The words nearest the figure, from the beginning of a phrase on. */
function nearest(tree: Tree, tokens: readonly number[]): readonly number[] {
  if (tokens.length <= BEFORE) return tokens;
  for (let k = tokens.length - BEFORE; k < tokens.length - 4; k++) {
    const i = tokens[k] as number;
    if (/^(DET|VERB)$/.test(upos(tree, i)) && upos(tree, i - 1) !== 'PART') return tokens.slice(k);
  }
  return tokens.slice(-BEFORE);
}

/**
 * The word below which all is told: the verb; the noun of a participle or relative clause and the verb before "amounting to", without
 * which they say nothing; the noun of a phrase that stands before the subject.
 */
function topOf(scene: Scene, { predicate, first }: Placed): number {
  const { tree, cast } = scene;
  const up = head(tree, predicate);
  const rel = relation(tree, predicate);
  if (rel === 'acl' && up >= 0 && up < predicate && (cast.partyAt[up] ?? -1) < 0) return up;
  if (
    rel === 'advcl' &&
    up >= 0 &&
    up < first &&
    xpos(tree, predicate) === 'VBG' &&
    MEASURES.test(lemma(tree, predicate))
  )
    return up;
  const subject = child(tree, predicate, 'nsubj', 'nsubj:pass', 'expl');
  if (subject !== undefined && first < subject)
    for (let at = first; at >= 0 && at !== predicate; at = head(tree, at))
      if (head(tree, at) === predicate && /^(obl|advcl)$/.test(relation(tree, at))) return at;
  return predicate;
}

/** The number without what is counted. */
function numberOf(
  tree: Tree,
  { figure, first, last, predicate }: Placed,
): { readonly first: number; readonly last: number } {
  // "tripled its aid": the verb is the figure.
  if (predicate === first && figure.end === 0) return { first, last: first };
  if (figure.kind !== 'count') return { first, last };
  let end = first;
  while (end < last && (/^(NUM|SYM)$/.test(upos(tree, end)) || NUMERALS.test(lemma(tree, end)))) end++;
  // "as many as four": a number that does not come first.
  if (end === first) for (let i = first; i < last; i++) if (upos(tree, i) === 'NUM') end = i + 1;
  return { first, last: end };
}

const NUMERALS = /^(hundred|thousand|[mb]illion|trillion|dozen|score)$/;
/** Verbs that only say how much. */
const MEASURES =
  /^(amount|total|equal|reach|represent|account|exceed|bring|raise|correspond|constitute|make|surpass|average)$/;

/** Without what dangles at the start: marks, a clitic whose pronoun is left out, "It is in this spirit that". */
function opened(tree: Tree, tokens: readonly number[], top: number): readonly number[] {
  let first = 0;
  const that = tokens.findIndex((i) => /^that$/i.test(tree.sentence.forms[i] ?? ''));
  if (that > 0 && that < 9 && lemma(tree, 0) === 'it' && lemma(tree, 1) === 'be') first = that + 1;
  // "Only yesterday," without the day.
  const comma = tokens.findIndex((i) => tree.sentence.forms[i] === ',' || tree.sentence.forms[i + 1] === ',');
  const bare = /^(ADV|ADP|ADJ|DET|NUM|PUNCT|SCONJ)$/;
  if (tokens[0] === 0 && comma >= 0 && tokens.slice(0, comma + 1).every((i) => bare.test(upos(tree, i))))
    first = comma + 1;
  while (first < tokens.length) {
    const i = tokens[first] as number;
    const isRest = /^['’]/.test(tree.sentence.forms[i] ?? '');
    if (!isRest && (i === top || !/^(PUNCT|CCONJ|SCONJ|INTJ)$/.test(upos(tree, i)))) break;
    first++;
  }
  return tokens.slice(first);
}

/** Without what dangles at the end. */
function closed(tree: Tree, tokens: readonly number[]): readonly number[] {
  let last = tokens.length;
  for (; last > 0; last--) {
    const i = tokens[last - 1] as number;
    const dangles =
      /^(PUNCT|CCONJ|SCONJ|DET|ADP)$/.test(upos(tree, i)) ||
      /^(case|mark|cc|det|fixed)$/.test(relation(tree, i)) ||
      /^(including|such|as|well|partly|mainly|particularly|especially|compared?|which|that|who|whose|vital)$/.test(
        lemma(tree, i),
      );
    if (!dangles) break;
  }
  return tokens.slice(0, last);
}

/** Without the last branches, so that it is not too long. */
function shortened(tree: Tree, tokens: readonly number[]): readonly number[] {
  if (tokens.length <= AFTER) return tokens;
  for (let n = AFTER; n > 2; n--) {
    const next = tokens[n];
    // Not inside of a name: "COVID-19".
    if (
      next !== undefined &&
      /^(ADP|SCONJ|CCONJ|PUNCT)$/.test(upos(tree, next)) &&
      !isInName(tree, next) &&
      !/[-‐‑]$/.test(tree.sentence.forms[next - 1] ?? '') &&
      tree.sentence.ends[next - 1] !== tree.sentence.starts[next]
    )
      return tokens.slice(0, n);
  }
  return tokens.slice(0, AFTER);
}

/** "the Republic | of the Congo" */
function isInName(tree: Tree, i: number): boolean {
  return (
    lemma(tree, i) === 'of' &&
    upos(tree, i - 1) === 'PROPN' &&
    [i + 1, i + 2].some((n) => upos(tree, n) === 'PROPN')
  );
}

function joined(tree: Tree, before: readonly number[], after: readonly number[], isLeftOut: boolean): string {
  // The text's own dots would be taken for the figure's place.
  const plain = (tokens: readonly number[]) => written(tree, tokens).replaceAll(FIGURE, '');
  return [plain(before), isLeftOut ? FIGURE : '', plain(after)]
    .filter(Boolean)
    .join(' ')
    .replace(/ ([,.;:])/g, '$1')
    .replace(/,(?=,)/g, '')
    .replace(/\s+/g, ' ');
}
