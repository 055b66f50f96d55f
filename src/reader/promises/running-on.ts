import {
  child,
  childrenBy,
  extent,
  head,
  isWithin,
  lemma,
  relation,
  type Tree,
  upos,
  xpos,
} from '../tree.js';
import type { Promised } from './acts.js';

/** How many phrases may follow. */
const PHRASES = 4;

/**
 * Where an action ends with the phrases that belong to it and that a parser hangs on the verb above: "ready to help, within
 * its means, | to rescue migrants", "an effort undertaken by the Council, | aimed at peace", "set a target | for trade by 2015".
 *
 * @param outer the predicate that makes the promise
 * @param last end of the action's own clause, exclusive
 */
export function runningOn(tree: Tree, outer: number, act: Promised, last: number): number {
  let end = last;
  for (let n = 0; n < PHRASES; n++) {
    let next = end;
    while (next < tree.length && tree.sentence.forms[next] === ',') next++;
    if (next >= tree.length) return end;
    const top = topOf(tree, next, end);
    if (!hangsAbove(tree, top, outer, act) || !belongs(tree, top, next)) return end;
    const phrase = extent(tree, top, (c) => relation(tree, c) === 'punct' && c > top);
    if (phrase.first < end) return end;
    end = phrase.last + 1;
    while (end > last && upos(tree, end - 1) === 'PUNCT' && tree.sentence.forms[end - 1] !== ')') end--;
  }
  return end;
}

/** The head of the phrase that begins at `token`. */
function topOf(tree: Tree, token: number, end: number): number {
  let top = token;
  for (let up = head(tree, top); up >= end; up = head(tree, top)) top = up;
  return top;
}

/** Whether a phrase hangs on the promise, on its act or on a word between the two. */
function hangsAbove(tree: Tree, top: number, outer: number, act: Promised): boolean {
  const up = head(tree, top);
  if (up < 0) return false;
  return up === outer || isWithin(tree, act.verb, up) || isWithin(tree, up, act.verb);
}

const AIMED = /^(?:aim|design|intend|base|direct|gear|found|root|anchor|need|require|link)$/;
const TAIL = new Set(['advcl', 'obl', 'acl', 'xcomp', 'nmod']);

function belongs(tree: Tree, top: number, first: number): boolean {
  const rel = relation(tree, top);
  const word = lemma(tree, first);
  // "a future in which our forests thrive"
  if (/^W(?:DT|P)$/.test(xpos(tree, first + 1)) && upos(tree, first) === 'ADP')
    return /^(?:conj|acl|advcl|ccomp)$/.test(rel);
  // "committed to vaccine | sharing with others"
  if (xpos(tree, top) === 'VBG' && top === first) return upos(tree, first - 1) === 'NOUN' && rel === 'advcl';
  if (!TAIL.has(rel)) return false;
  if (rel === 'obl' || rel === 'nmod')
    return upos(tree, first) === 'ADP' && !/^(?:accord|despite)/.test(word);
  if (child(tree, top, 'nsubj') !== undefined) return word === 'until';
  // "aimed at", "designed to"
  if (xpos(tree, top) === 'VBN') return top === first && AIMED.test(word);
  const marks = childrenBy(tree, top, 'mark').map((m) => lemma(tree, m));
  return marks.some((m) => /^(?:to|by|through|for|until|without|in)$/.test(m));
}
