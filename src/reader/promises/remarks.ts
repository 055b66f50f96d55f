import type { Clause } from '../clause.js';
import { child, childrenBy, lemma, type Tree } from '../tree.js';
import { SPEAKING } from './words.js';

/** Things said: whoever makes, gives or offers one speaks. */
const WORDS =
  /^(?:comment|remark|observation|point|reference|word|mention|statistic|example|instance|illustration|message|statement|speech|quote|fact|figure|answer|reason|question|account|overview|summary|view|opinion|thought|memory)$/;
const GIVES = /^(?:make|offer|have|present|give|deliver|read|quote|cite|provide|add|state|ask|explain|take)$/;
/** Verbs that only say how one goes about the act below: "refrain from stating", "confine myself to saying", "try to be". */
const ABOUT = new Set([
  ...['refrain', 'restrict', 'confine', 'limit', 'content', 'abstain', 'try', 'attempt', 'want', 'begin'],
  ...['start', 'continue', 'like', 'venture', 'proceed', 'seek', 'hasten', 'wish'],
]);
/** What nobody else is owed: "I will not apologise", "we share the joy of our neighbours". */
const FEELING = /^(?:apologise|apologize|rejoice|oblige|mourn|pray|weep)$/;
const FEELINGS = /^(?:happiness|joy|grief|sorrow|pride|sadness|pain|satisfaction|concern|hope|optimism)$/;

/** What a speech does itself, or how its speaker feels: "I shall make some comments", "we shall refrain from touching on it". */
export function isRemark(tree: Tree, i: number, clause: Clause): boolean {
  if (FEELING.test(lemma(tree, i))) return true;
  // "we will not tire"
  if (
    /^(?:tire|rest|relent|sleep)$/.test(lemma(tree, i)) &&
    childrenBy(tree, i, 'obl', 'advcl', 'obj').length === 0
  )
    return true;
  if (clause.objects.some((o) => FEELINGS.test(lemma(tree, o))) && lemma(tree, i) === 'share') return true;
  if (saysSomething(tree, i)) return true;
  let verb = i;
  for (let n = 0; n < 3 && ABOUT.has(lemma(tree, verb)); n++) {
    const below = child(tree, verb, 'xcomp') ?? childrenBy(tree, verb, 'advcl').find((c) => c > verb);
    if (below === undefined) break;
    verb = below;
  }
  if (verb === i) return false;
  // "I shall try to be optimistic"
  if (child(tree, verb, 'cop') !== undefined) return clause.subjects.some((s) => lemma(tree, s) === 'i');
  const hedged = /^(?:refrain|restrict|confine|limit|content|abstain)$/.test(lemma(tree, i));
  const speaks =
    SPEAKING.has(lemma(tree, verb)) && (hedged || clause.subjects.some((s) => lemma(tree, s) === 'i'));
  return saysSomething(tree, verb) || speaks;
}

function saysSomething(tree: Tree, verb: number): boolean {
  return (
    GIVES.test(lemma(tree, verb)) && childrenBy(tree, verb, 'obj').some((o) => WORDS.test(lemma(tree, o)))
  );
}
