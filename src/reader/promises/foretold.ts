import { type Clause, clauseOf } from '../clause.js';
import { ownVoice } from '../own-voice.js';
import type { Scene } from '../scene.js';
import { child, childrenBy, head, lemma, relation, type Tree, upos, xpos } from '../tree.js';

/**
 * Clauses of which the parse gives no subject that could be trusted: "measures which, in time, will make it possible",
 * "such decisions as will meet the need", "there will remain a dilemma", "we hope, will open the door".
 */
export function isMisread(tree: Tree, predicate: number): boolean {
  if (child(tree, predicate, 'expl') !== undefined) return true;
  const subject = child(tree, predicate, 'nsubj');
  // "the role Japan will play": what is done stands outside.
  if (relation(tree, predicate) === 'acl' && subject !== undefined && !isRelative(tree, subject)) return true;
  if (subject !== undefined) return false;
  const rel = relation(tree, predicate);
  if (rel === 'ccomp' || rel === 'advcl') return true;
  if (rel !== 'conj') return false;
  if (childrenBy(tree, predicate, 'obj', 'obl', 'mark').some((c) => c < predicate && isRelative(tree, c)))
    return true;
  // "we must show that crime does not and will not pay"
  return /^(?:must|should|can|could|may|might)$/.test(clauseOf(tree, head(tree, predicate)).modal ?? '');
}

function isRelative(tree: Tree, token: number): boolean {
  return /^W(?:DT|P)$/.test(xpos(tree, token));
}

/** What comes of something, or will be over by then: "in this way we shall", "by so doing we will", "we will have removed". */
export function isOutcome(tree: Tree, predicate: number): boolean {
  const verbs = [predicate];
  if (relation(tree, predicate) === 'conj') verbs.push(head(tree, predicate));
  if (childrenBy(tree, predicate, 'aux').some((a) => lemma(tree, a) === 'have')) return true;
  return verbs.some(
    (at) =>
      childrenBy(tree, at, 'advcl', 'obl').some((c) => c < at && isMeans(tree, c)) ||
      childrenBy(tree, at, 'advmod').some((a) => a < at && /^(?:thus|thereby)$/.test(lemma(tree, a))),
  );
}

/** "by acting now", "in this way", "only thus", "through such efforts". */
function isMeans(tree: Tree, token: number): boolean {
  const [first] = childrenBy(tree, token, 'mark', 'case').map((m) => lemma(tree, m));
  if (upos(tree, token) === 'VERB') return first === 'by';
  const pointing = childrenBy(tree, token, 'det', 'amod').some((d) =>
    /^(?:this|that|these|those|such)$/.test(lemma(tree, d)),
  );
  if (first === 'in' && pointing) return /^(?:way|manner|fashion)$/.test(lemma(tree, token));
  return /^(?:through|by)$/.test(first ?? '') && pointing;
}

/** What was willed or intended once, told by the speaker as history: "we were committed to that path", "he intended to". */
export function isOfThePast(scene: Scene, predicate: number, clause: Clause): boolean {
  const { tree, document } = scene;
  if (document.genre !== 'speech' || ownVoice(scene, predicate).attribution.length > 0) return false;
  if (/^(?:pledge|promise|vow|undertake|agree|guarantee|swear)$/.test(lemma(tree, predicate))) return false;
  const helpers = childrenBy(tree, predicate, 'aux', 'cop');
  if (helpers.some((a) => xpos(tree, a) === 'VBD')) return true;
  // "we committed ourselves" and "has committed itself" are acts of will; "remained committed" was a state.
  const up = head(tree, predicate);
  if (relation(tree, predicate) === 'xcomp' && xpos(tree, up) === 'VBD' && upos(tree, up) === 'VERB')
    return /^(?:remain|stand|stay|be|keep|become)$/.test(lemma(tree, up));
  return clause.past && xpos(tree, predicate) === 'VBD' && /^(?:intend|aim)$/.test(lemma(tree, predicate));
}
