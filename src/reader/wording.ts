import { isTemporal } from './clause.js';
import type { Scene } from './scene.js';
import { child, head, isWithin, lemma, relation, type Tree, upos } from './tree.js';

/** The most words of a phrase below a noun or verb; a longer one ends before its last branch. */
const LONGEST = 22;

/** Tokens `first` to `last` (exclusive) that are no part of a phrase, such as the figure. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/**
 * All words of a phrase as they are written: what hangs below `top` from its first word on, up to a dash, a bracket or a comma that
 * is not one of a list. Times and the figure's own words are left out.
 *
 * @param from first token that may be told
 */
export function wordingOf(scene: Scene, top: number, without: Stretch | undefined, from = 0): string {
  const { tree } = scene;
  const inside: number[] = [];
  let last = -1;
  for (let i = from; i < tree.length; i++) {
    if (!isWithin(tree, i, top)) {
      // A marker of what is left out may stand between; a gap of words means that the parser lost the thread.
      if (inside.length > 0 && i > top) break;
      continue;
    }
    if (inside.length > 0 && ends(tree, i, top)) break;
    if (isLeftOut(scene, i, top, without)) continue;
    inside.push(i);
    last = i;
  }
  if (last < 0) return '';
  const told = inside.length > LONGEST ? shortened(tree, inside) : inside;
  return written(tree, trimmed(tree, told, from > 0));
}

/** Where a phrase ends though the tree goes on: at a bracket or dash, at a comma but that of a list. */
function ends(tree: Tree, i: number, top: number): boolean {
  const form = tree.sentence.forms[i] ?? '';
  if (/^([([;:–—]|--+|\.)$/.test(form)) return true;
  if (form === ',') {
    const of = head(tree, i);
    return !(of > i && relation(tree, of) === 'conj' && isWithin(tree, of, top)) && !isListed(tree, i, top);
  }
  if (form === '-' && tree.sentence.ends[i - 1] !== tree.sentence.starts[i]) return true;
  return i > top && goesOn(tree, i, top);
}

/** Whether a word belongs to what is no part of the phrase any more: a clause joined with a subject of its own, an apposition. */
function goesOn(tree: Tree, i: number, top: number): boolean {
  for (let at = i, n = 0; at >= 0 && at !== top && n < 12; at = head(tree, at), n++) {
    if (/^(parataxis|appos|discourse)$/.test(relation(tree, at)) && at > top) return true;
    if (relation(tree, at) === 'conj' && at > top && child(tree, at, 'nsubj', 'nsubj:pass') !== undefined)
      return true;
  }
  return false;
}

/** "building schools, covering expenses and …": verbs that follow each other. */
function isListed(tree: Tree, comma: number, top: number): boolean {
  const next = comma + 1;
  return next < tree.length && relation(tree, next) === 'conj' && isWithin(tree, next, top);
}

/** The figure with what hangs on it, times, and what is set before the whole. */
function isLeftOut(scene: Scene, i: number, top: number, without: Stretch | undefined): boolean {
  const { tree } = scene;
  if (isDate(scene, i)) return true;
  const marked = /^(case|mark)$/.test(relation(tree, i)) ? head(tree, i) : -1;
  if (marked > i && marked !== top && isDate(scene, marked)) return true;
  const isFigure = (at: number) => without !== undefined && at >= without.first && at < without.last;
  if (isFigure(i)) return true;
  for (let at = i, n = 0; at >= 0 && at !== top && n < 12; at = head(tree, at), n++) {
    if (isFigure(at) && at > i) return true;
    const below = /^(nmod|obl|compound)$/.test(relation(tree, at));
    if (below && (isTemporal(tree, at) || (relation(tree, at) !== 'compound' && SPANS.test(lemma(tree, at)))))
      return true;
    if (/^(advcl|discourse|vocative)$/.test(relation(tree, at)) && at < top) return true;
  }
  return false;
}

/** Nouns of "in the course of", "at the end of". */
const SPANS = /^(course|end|beginning|start|midst|period|eve|outset)$/;

export function isDate({ tree, dates }: Scene, i: number): boolean {
  const start = tree.sentence.starts[i] ?? 0;
  const end = tree.sentence.ends[i] ?? 0;
  return dates.some((d) => d.start < end && start < d.end);
}

/** Without the last branches, so that it is not too long. */
function shortened(tree: Tree, tokens: readonly number[]): readonly number[] {
  for (let n = LONGEST; n > 6; n--) {
    const next = tokens[n];
    const opens =
      next !== undefined &&
      (/^(ADP|SCONJ)$/.test(upos(tree, next)) ||
        /^(that|which|who|and)$/i.test(tree.sentence.forms[next] ?? ''));
    if (opens) return tokens.slice(0, n);
  }
  return tokens.slice(0, LONGEST);
}

/** Without what dangles: a conjunction, preposition or comma whose other half is left out; "and renewable" may go on. */
function trimmed(tree: Tree, tokens: readonly number[], goesOn: boolean): readonly number[] {
  let kept = tokens.length;
  const dangles = (i: number | undefined): boolean =>
    i !== undefined &&
    (/^(CCONJ|PUNCT|DET|ADP|SCONJ)$/.test(upos(tree, i)) ||
      (upos(tree, i) === 'PART' && relation(tree, i) === 'mark'));
  while (kept > 0 && dangles(tokens[kept - 1])) kept--;
  let first = 0;
  const opens = goesOn ? /^PUNCT$/ : /^(PUNCT|CCONJ)$/;
  while (first < kept && opens.test(upos(tree, tokens[first] ?? 0))) first++;
  return tokens.slice(first, kept);
}

/** Words with the spaces and capitals that the text has, but for the capital of a sentence's first word. */
export function written({ sentence, upos: tags }: Tree, tokens: readonly number[]): string {
  let made = '';
  let last = -1;
  for (const i of tokens) {
    const form = sentence.forms[i] ?? '';
    const tied =
      made !== '' && (i === last + 1 ? sentence.ends[last] === sentence.starts[i] : /^[,'’]/.test(form));
    const isFirst = i === 0 && tags[i] !== 'PROPN' && !/^[A-Z]{2}/.test(form);
    made += `${made === '' || tied ? '' : ' '}${isFirst ? form.toLowerCase() : form}`;
    last = i;
  }
  return made;
}
