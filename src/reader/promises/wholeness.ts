import { clauseOf } from '../clause.js';
import {
  child,
  childrenBy,
  extent,
  isNominal,
  isPredicate,
  lemma,
  relation,
  type Tree,
  upos,
  xpos,
} from '../tree.js';
import type { Promised } from './acts.js';

/** Verbs that say nothing without what they are done to: "we will continue to reaffirm". */
const NEEDING = new Set([
  ...['reaffirm', 'affirm', 'ensure', 'honour', 'honor', 'pursue', 'implement', 'fulfil', 'fulfill', 'keep'],
  ...['promote', 'maintain', 'strengthen', 'achieve', 'make', 'give', 'take', 'do', 'apply', 'provide'],
  ...[
    'continue',
    'follow',
    'support',
    'respect',
    'address',
    'perpetrate',
    'undertake',
    'offer',
    'use',
    'set',
  ],
]);
const THINGS =
  /^(?:it|they|them|this|that|these|those|so|same|such|one|more|much|less|everything|all|best|utmost)$/;
/** What is given, without a word on how much, what kind or for what. */
const BARE = /^(?:fund|money|resource|support|aid|help|assistance|share|effort|all|everything|something)$/;

/**
 * Whether an act can be understood as it stands: what it is done to is named, and not only by a pronoun ("apply them", "do so",
 * "always honour").
 *
 * @param first @param last tokens of the action, end exclusive
 */
export function isWhole(tree: Tree, act: Promised, first: number, last: number): boolean {
  if (last <= first || DANGLING.has(upos(tree, last - 1))) {
    const particle = last > first && childrenBy(tree, act.last, 'compound:prt').includes(last - 1);
    if (!particle) return false;
  }
  if (!hasContent(tree, first, last)) return false;
  // "pledging renewed (support)": the parse lost what is pledged.
  if (
    upos(tree, act.verb) === 'VERB' &&
    (relation(tree, act.verb) === 'obj' || /(?:fully|ively|ently|antly|ously)$/.test(lemma(tree, act.verb)))
  )
    return false;
  if (!isPredicate(tree, act.verb) && !isNominal(tree, act.verb)) return false;
  // "promised the step"
  if (!isPredicate(tree, act.verb) && SHELLS.has(lemma(tree, act.verb)) && !isTold(tree, act.verb))
    return false;
  if (!isPredicate(tree, act.verb))
    return !(BARE.test(lemma(tree, act.verb)) && last - first === 1) && !THINGS.test(lemma(tree, act.verb));
  let verb = act.last;
  for (let n = 0; n < 4; n++) {
    const below = child(tree, verb, 'xcomp');
    if (below === undefined || childrenBy(tree, verb, 'obj').length > 0) break;
    verb = below;
  }
  if (upos(tree, verb) !== 'VERB') return true;
  const complements = childrenBy(tree, verb, 'obj', 'iobj', 'xcomp', 'ccomp', 'obl', 'csubj');
  const things = (list: readonly number[]) =>
    list.length > 0 && list.every((o) => isPronoun(tree, o) && THINGS.test(lemma(tree, o)));
  const objects = childrenBy(tree, verb, 'obj');
  // "do everything to ensure", "do whatever it must"
  const clausal = [verb, ...objects].some(
    (at) =>
      child(tree, at, 'xcomp', 'ccomp', 'acl') !== undefined ||
      // "continue, as it has done, to press for a settlement"
      childrenBy(tree, at, 'advcl').some(
        (c) => lemma(tree, c) === 'do' && child(tree, c, 'advcl') !== undefined,
      ) ||
      childrenBy(tree, at, 'advcl').some(
        (c) => c > at && childrenBy(tree, c, 'mark').some((m) => lemma(tree, m) === 'to'),
      ),
  );
  // "support them in order to", but "help them do it", "do everything to"
  const helps = lemma(tree, verb) === 'do' ? clausal : child(tree, verb, 'xcomp', 'ccomp') !== undefined;
  if (objects.length > 0) return helps || !things(objects);
  // "work, by consensus, towards it", "go further"
  const goal = complements.filter((c) => /^(?:to|towards?)$/.test(lemma(tree, child(tree, c, 'case') ?? c)));
  if (!clausal && goal.length > 0 && things(goal)) return false;
  const only = childrenBy(tree, verb, 'obl', 'advcl', 'compound:prt').length === 0;
  if (/^(?:go|work)$/.test(lemma(tree, verb)) && !clausal && only) return false;
  const adverbs = childrenBy(tree, verb, 'advmod').map((a) => lemma(tree, a));
  if (lemma(tree, verb) === 'do' && !clausal) return false;
  if (things(complements.filter((c) => !clauseOfTime(tree, c)))) return false;
  if (adverbs.includes('so') && lemma(tree, verb) === 'do') return false;
  const named = clauseOf(tree, verb).obliques.some((o) => ATTACHED.has(o.preposition));
  return clausal || named || !NEEDING.has(lemma(tree, verb)) || clauseOf(tree, verb).passive;
}

/**
 * Nouns that tell nothing of what is to be done, with or without a "this": "do our part", "work towards that end", "take such steps".
 */
const SHELLS = new Set([
  ...['end', 'effort', 'endeavour', 'endeavor', 'part', 'share', 'role', 'path', 'road', 'way', 'direction'],
  ...['regard', 'respect', 'aim', 'objective', 'goal', 'step', 'responsibility', 'achievement', 'support'],
  ...['contribution', 'work', 'field', 'matter', 'issue', 'point', 'task', 'question', 'process', 'struggle'],
  ...[
    'duty',
    'thing',
    'approach',
    'obligation',
    'foot',
    'utmost',
    'best',
    'conclusion',
    'implementation',
    'success',
  ],
  ...['attention', 'consideration', 'view', 'detail', 'fulfilment', 'realization', 'realisation'],
]);
/** "the success of the talks", "efforts to save it". */
function isTold(tree: Tree, noun: number): boolean {
  return childrenBy(tree, noun, 'nmod', 'acl').some((c) => c > noun);
}

const POINTING = /^(?:this|that|these|those|such|same|latter|former)$/;

/** Whether the words say what is to be done: a name, a number, a noun that is no shell and is not only pointed at. */
function hasContent(tree: Tree, first: number, last: number): boolean {
  let points = false;
  let nouns = 0;
  for (let i = first; i < last; i++) {
    const tag = upos(tree, i);
    if (tag === 'PROPN' || tag === 'NUM') return true;
    if (tag === 'PRON' && /^(?:it|they|them|this|that|these|those|more)$/.test(lemma(tree, i)))
      points ||= !/^W/.test(xpos(tree, i));
    if (tag !== 'NOUN' || clauseOfTime(tree, i) || isPower(tree, i)) continue;
    nouns++;
    const pointed = childrenBy(tree, i, 'det', 'amod', 'det:predet').some((d) =>
      POINTING.test(lemma(tree, d)),
    );
    points ||= pointed;
    const told = childrenBy(tree, i, 'acl', 'nmod', 'compound').some((c) => c < last);
    if (SHELLS.has(lemma(tree, i)) || (pointed && !told)) continue;
    return true;
  }
  return nouns === 0 && !points;
}

/** "everything in our power" */
function isPower(tree: Tree, i: number): boolean {
  return (
    lemma(tree, i) === 'power' && child(tree, i, 'nmod:poss') !== undefined && lemma(tree, i - 2) === 'in'
  );
}

const ATTACHED = new Set(['to', 'for', 'with', 'on', 'along', 'up', 'against']);
const DANGLING = new Set(['ADP', 'AUX', 'CCONJ', 'SCONJ', 'DET']);

function isPronoun(tree: Tree, i: number): boolean {
  if (child(tree, i, 'acl') !== undefined) return false;
  return upos(tree, i) === 'PRON' || upos(tree, i) === 'DET' || lemma(tree, i) === 'same';
}

function clauseOfTime(tree: Tree, i: number): boolean {
  return upos(tree, i) === 'NUM' || /^(?:year|day|month|time|week)$/.test(lemma(tree, i));
}

const REASONS = new Set(['because', 'since', 'as', 'while', 'whereas', 'although', 'though']);

/** Where the action ends without a reason or contrast that closes its sentence: "…, because peace is a collective effort". */
export function withoutReason(tree: Tree, act: Promised, last: number): number {
  for (let i = act.last + 1; i < last; i++) if (isBecause(tree, i)) return trimmedEnd(tree, act.last, i);
  for (const c of childrenBy(tree, act.last, 'advcl')) {
    if (c < act.last || child(tree, c, 'nsubj') === undefined) continue;
    const [mark] = childrenBy(tree, c, 'mark');
    // "as it has done in the past" tells how.
    if (lemma(tree, c) === 'do' && child(tree, c, 'obj') === undefined) continue;
    if (mark === undefined || !REASONS.has(lemma(tree, mark)) || mark < act.last) continue;
    // "as much as we can" tells how.
    if (lemma(tree, mark) !== 'because' && upos(tree, mark - 1) !== 'PUNCT') continue;
    const reason = extent(tree, c);
    // "as soon as" tells when, and its first word is no reason.
    if (/^(?:soon|long|far|much)$/.test(lemma(tree, mark + 1)) || mark !== firstWord(tree, reason.first))
      continue;
    if (reason.last + 1 >= last - 1) return trimmedEnd(tree, act.last, mark);
  }
  return last;
}

/** "because", and "since" after a comma. */
function isBecause(tree: Tree, i: number): boolean {
  if (lemma(tree, i) === 'because') return lemma(tree, i + 1) !== 'of';
  return lemma(tree, i) === 'since' && upos(tree, i) === 'SCONJ' && tree.sentence.forms[i - 1] === ',';
}

function firstWord(tree: Tree, from: number): number {
  let at = from;
  while (upos(tree, at) === 'PUNCT') at++;
  return at;
}

function trimmedEnd(tree: Tree, verb: number, end: number): number {
  let last = end;
  while (last > verb + 1 && upos(tree, last - 1) === 'PUNCT') last--;
  return last;
}
