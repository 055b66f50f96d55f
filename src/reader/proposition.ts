import type { Modality } from '../record/index.js';
import { clauseOf } from './clause.js';
import { clauseExtent } from './scene.js';
import { child, childrenBy, head, lemma, relation, type Tree, upos } from './tree.js';

/**
 * Tokens of the words that a claim gives as its proposition, end exclusive: the clause, widened where it would be a fragment. An
 * infinitive or participle takes the verb that governs it ("remains committed to …"), a coordinated verb without a subject of its
 * own the clause that has it, and a clause that a parser cut short runs on to the next mark.
 */
export function propositionExtent(tree: Tree, i: number): { first: number; last: number } {
  let { first, last } = clauseExtent(tree, i);
  const that = childrenBy(tree, i, 'mark').find((m) => lemma(tree, m) === 'that');
  if (that !== undefined && that < i && that >= first) first = that + 1;
  for (let at = i, n = 0; n < 4 && child(tree, at, 'nsubj') === undefined; n++) {
    const up = head(tree, at);
    const rel = relation(tree, at);
    if (up < 0 || up > i || (rel !== 'xcomp' && rel !== 'conj')) break;
    const above = clauseExtent(tree, up).first;
    if (rel === 'conj' && i - above > FAR) break;
    first = Math.min(first, above);
    at = up;
  }
  return { first, last: untilMark(tree, last) };
}

/** How many words before a coordinated verb its subject's clause may begin. */
const FAR = 14;
/** How many words a clause that was cut short may run on. */
const CUT = 30;

function untilMark(tree: Tree, last: number): number {
  const next = lemma(tree, last);
  if (last >= tree.length || upos(tree, last) === 'PUNCT' || upos(tree, last) === 'CCONJ') return last;
  // "Distorts | history": an object that the parser lost.
  if (upos(tree, last - 1) === 'VERB' && /^(NOUN|PROPN|DET|ADJ|NUM)$/.test(upos(tree, last)))
    return endAt(tree, last, (k) => upos(tree, k) === 'CCONJ' || isMark(tree, k));
  // What is said of the last word belongs to it; another clause does not.
  if (
    !/^(VERB|ADP|SCONJ|PRON|ADV)$/.test(upos(tree, last)) ||
    /^(while|although|because|since|so)$/.test(next)
  )
    return last;
  return endAt(tree, last, (k) => isMark(tree, k));
}

function endAt(tree: Tree, last: number, isEnd: (k: number) => boolean): number {
  for (let k = last; k < tree.length && k < last + CUT; k++) if (isEnd(k)) return k;
  return last;
}

function isMark(tree: Tree, k: number): boolean {
  return /^[.,;:!?—–)]$/.test(tree.sentence.forms[k] ?? '');
}

/** What is demanded or hoped of somebody is proposed. */
const DEMANDS = new Set([
  ...['hope', 'wish', 'urge', 'demand', 'request', 'require', 'call', 'ask', 'appeal', 'propose', 'suggest'],
  ...[
    'recommend',
    'insist',
    'necessary',
    'imperative',
    'essential',
    'vital',
    'crucial',
    'important',
    'urgent',
  ],
  ...['need', 'hopeful', 'invite', 'desirable', 'indispensable', 'time'],
]);
const DOUBTS = new Set(['doubt', 'wonder', 'fear', 'suppose', 'imagine']);

/**
 * `proposed` what somebody demands, needs or hopes for; `hypothetical` what can be, would be, or is under a condition or in doubt;
 * else `asserted`.
 */
export function modalityOf(tree: Tree, i: number): Modality {
  const { modal } = clauseOf(tree, i);
  if (modal === 'should' || modal === 'must' || modal === 'ought')
    return isInverted(tree, i) ? 'hypothetical' : 'proposed';
  if (/^(could|can|may|might|would)$/.test(modal ?? '') && !isPolite(tree, i)) return 'hypothetical';
  if (clauseOf(tree, i).future && childrenBy(tree, i, 'advcl').some((c) => isCondition(tree, c)))
    return 'hypothetical';
  for (let at = i, n = 0; n < 3; n++) {
    const up = head(tree, at);
    if (up < 0) break;
    const rel = relation(tree, at);
    const governed = lemma(tree, up);
    // "We want the Council to be effective", "we must respect the Charter and advocate dialogue".
    if (rel === 'xcomp' && governed === 'want' && child(tree, up, 'obj') !== undefined) return 'proposed';
    if ((rel === 'conj' || rel === 'xcomp') && /^(must|should)$/.test(clauseOf(tree, up).modal ?? ''))
      return child(tree, at, 'nsubj') === undefined ? 'proposed' : 'asserted';
    if ((rel === 'ccomp' || rel === 'csubj' || rel === 'xcomp') && at > up) {
      if (DOUBTS.has(governed)) return 'hypothetical';
      if (DEMANDS.has(governed) && governed !== 'wish') return 'proposed';
      if (governed === 'wish' && rel === 'ccomp') return 'proposed';
    }
    if (rel !== 'conj' && rel !== 'xcomp' && rel !== 'ccomp') break;
    at = up;
  }
  return 'asserted';
}

/** "I would like to", "we would welcome". */
function isPolite(tree: Tree, i: number): boolean {
  return lemma(tree, i) === 'like' || child(tree, i, 'xcomp') !== undefined;
}

/** "Should Chile attack, …". */
function isInverted(tree: Tree, i: number): boolean {
  const [first] = childrenBy(tree, i, 'aux');
  const subject = child(tree, i, 'nsubj');
  return first !== undefined && subject !== undefined && first < subject;
}

function isCondition(tree: Tree, c: number): boolean {
  const even = childrenBy(tree, c, 'advmod').some((m) => lemma(tree, m) === 'even');
  return !even && childrenBy(tree, c, 'mark').some((m) => /^(if|unless)$/.test(lemma(tree, m)));
}
