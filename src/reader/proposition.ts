import type { Modality } from '../record/index.js';
import { clauseOf } from './clause.js';
import { child, childrenBy, head, lemma, relation, type Tree } from './tree.js';

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
