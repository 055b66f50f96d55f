import { clauseOf } from './clause.js';
import { childrenBy, head, lemma, relation, type Tree } from './tree.js';

/** What is said with these under a negation is denied: "we do not believe that …", "it is not true that …". */
const HELD = new Set([
  ...['believe', 'think', 'say', 'consider', 'agree', 'accept', 'mean', 'imply', 'suggest', 'claim', 'feel'],
  ...['assume', 'true', 'right', 'correct', 'case', 'convinced', 'persuaded', 'prove', 'allege', 'contend'],
  ...[
    'maintain',
    'argue',
    'pretend',
    'imagine',
    'conclude',
    'share',
    'subscribe',
    'evidence',
    'proof',
    'reason',
  ],
]);
const FALSE = new Set([
  ...[
    'deny',
    'false',
    'untrue',
    'wrong',
    'incorrect',
    'absurd',
    'mistaken',
    'inaccurate',
    'nonsense',
    'refute',
  ],
  ...['illusion', 'erroneous', 'ridiculous', 'dispute', 'disbelieve'],
]);

/** Whether a clause is told only to be denied: under a negated belief, or under what calls it untrue, up to two saying verbs away. */
export function isDeniedAbove(tree: Tree, i: number): boolean {
  for (let at = i, n = 0; n < 3; n++) {
    const up = head(tree, at);
    if (up < 0 || !/^(ccomp|csubj|xcomp|acl)$/.test(relation(tree, at))) return false;
    const word = lemma(tree, up);
    const negated = clauseOf(tree, up).negated || isNobody(tree, up);
    if (HELD.has(word) && negated) return true;
    if (FALSE.has(word)) return !negated;
    if (!HELD.has(word)) return false;
    at = up;
  }
  return false;
}

/** "Nobody believes that …". */
function isNobody(tree: Tree, verb: number): boolean {
  return childrenBy(tree, verb, 'nsubj').some((s) => /^(nobody|none|nothing)$/.test(lemma(tree, s)));
}
