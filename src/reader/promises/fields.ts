import { stateOf } from '../../gazetteer/index.js';
import type { Actor } from '../cast.js';
import { clauseOf } from '../clause.js';
import { ownVoice } from '../own-voice.js';
import { clauseExtent, clausePassage, type Made, refs, type Scene, wordsOf } from '../scene.js';
import {
  child,
  childrenBy,
  extent,
  head,
  isPredicate,
  lemma,
  relation,
  type Tree,
  upos,
  xpos,
} from '../tree.js';
import type { Promised } from './acts.js';
import { areasOf } from './areas.js';
import { beneficiariesOf } from './beneficiaries.js';
import { dueOf } from './deadlines.js';
import { bindable } from './obligors.js';
import { runningOn } from './running-on.js';
import { isWhole, withoutReason } from './wholeness.js';

export type Commitment = Made<'commitment'>;

/**
 * A commitment to `act`.
 *
 * @param outer the predicate that makes the promise; the passage is its clause
 */
export function commitment(
  scene: Scene,
  outer: number,
  act: Promised,
  obligors: readonly Actor[],
  confidence: number,
): Commitment {
  const { tree } = scene;
  const { first, last } = extentOf(scene, outer, act, obligors);
  const voice = ownVoice(scene, outer);
  const due = dueOf(scene, outer, act.verb, clauseExtent(tree, act.verb).first, last);
  return {
    kind: 'commitment',
    obligors: refs(scene, obligors),
    beneficiaries: refs(scene, beneficiariesOf(scene, outer, act, obligors, { first, last })),
    action: wordsOf(scene, first, last),
    areas: areasOf(scene, act.verb, first, last),
    ...(due === undefined ? {} : { due: due.date, dueBasis: due.basis }),
    passages: [clausePassage(scene, outer)],
    speaker: voice.speaker,
    attribution: [...voice.attribution],
    modality:
      voice.attribution.find((a) => a.modality === 'alleged' || a.modality === 'denied')?.modality ??
      'asserted',
    confidence,
  };
}

/** A commitment, unless what is promised cannot be understood as it stands. */
export function wholeCommitment(
  scene: Scene,
  outer: number,
  act: Promised,
  obligors: readonly Actor[],
  confidence: number,
): Commitment[] {
  const { first, last } = extentOf(scene, outer, act, obligors);
  if (isToldOfOthers(scene, outer, obligors, first, last)) return [];
  return isWhole(scene.tree, act, first, last) ? [commitment(scene, outer, act, obligors, confidence)] : [];
}

/** "They will not use force against Ukraine": of two parties to whom "they" points, the one that the act names is another. */
function isToldOfOthers(
  { tree, cast }: Scene,
  outer: number,
  obligors: readonly Actor[],
  first: number,
  last: number,
): boolean {
  if (obligors.length < 2 || !clauseOf(tree, outer).subjects.some((s) => lemma(tree, s) === 'they'))
    return false;
  return cast.mentions.some(
    (m) =>
      m.kind === 'party' &&
      m.via === 'name' &&
      m.first >= first &&
      m.last <= last &&
      obligors.some((o) => stateOf(o.party) === stateOf(m.id)),
  );
}

/** Tokens of the action, end exclusive. */
function extentOf(
  scene: Scene,
  outer: number,
  act: Promised,
  obligors: readonly Actor[],
): { first: number; last: number } {
  const { tree } = scene;
  const own = clauseExtent(tree, act.verb);
  const cut = Math.max(own.last, clauseExtent(tree, act.last).last);
  const end = closed(tree, own.first, runningOn(tree, outer, act, cut));
  const first = isOthers(scene, act.verb, obligors) ? own.first : trimmed(tree, own.first, act.verb);
  return { first, last: withoutReason(tree, act, end) };
}

/** "agreed that Myanmar would chair it": whose act it is belongs to what is promised. */
function isOthers(scene: Scene, verb: number, obligors: readonly Actor[]): boolean {
  const subject = child(scene.tree, verb, 'nsubj');
  if (subject === undefined || relation(scene.tree, verb) !== 'ccomp') return false;
  if (upos(scene.tree, subject) === 'PRON') return false;
  return !bindable(scene, [subject]).some((a) => obligors.some((o) => stateOf(o.party) === stateOf(a.party)));
}

/** With the bracket or mark that closes what the clause has opened. */
function closed({ sentence }: Tree, first: number, last: number): number {
  const next = sentence.forms[last];
  const open = next === ')' ? '(' : next === '”' ? '“' : undefined;
  const straight = sentence.forms.slice(first, last).filter((form) => form === '"').length;
  if (next === '"' && straight % 2 === 1) return last + 1;
  return open !== undefined && sentence.forms.slice(first, last).includes(open) ? last + 1 : last;
}

/** The action without its subject, auxiliaries, list number and "to": "lift the tariffs"; a negation stays. */
function trimmed(tree: Tree, first: number, action: number): number {
  const negation = negationBefore(tree, action);
  if (negation !== undefined) return negation;
  let from = first;
  for (let k = first; k < action; k++) {
    const rel = head(tree, k) === action ? relation(tree, k) : '';
    if (['nsubj', 'aux', 'mark', 'case', 'cc'].includes(rel)) from = k + 1;
    else if (k === from && (upos(tree, k) === 'PUNCT' || isListMark(tree, k))) from = k + 1;
  }
  // "…, as our Prime Minister announced, also increase": when it was said before is no part of it.
  for (const c of childrenBy(tree, action, 'advcl')) {
    const aside = extent(tree, c);
    if (c < action && aside.first >= from && aside.first <= from + 1 && lemma(tree, aside.first) === 'as')
      from = aside.last + 1;
  }
  if (isNotOnly(tree, from)) from += 2;
  // "as well as support the growth"
  if (lemma(tree, from) === 'well' && lemma(tree, from + 1) === 'as') from += 2;
  while (from < action && (upos(tree, from) === 'PUNCT' || CONNECTIVE.has(lemma(tree, from)))) from++;
  return from;
}

/** "not only cut emissions (but …)" denies nothing. */
function isNotOnly(tree: Tree, at: number): boolean {
  return (
    /^(?:not|n't|n’t)$/.test(lemma(tree, at)) && /^(?:only|merely|just|simply)$/.test(lemma(tree, at + 1))
  );
}

const ORDINAL = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|final|last)(?:ly)?$/;
const CONNECTIVE = new Set([
  'also',
  'therefore',
  'thus',
  'hence',
  'then',
  'moreover',
  'accordingly',
  'however',
]);

/** "First,", "(a)", "3." before what is promised. */
function isListMark(tree: Tree, token: number): boolean {
  if (upos(tree, token + 1) !== 'PUNCT') return false;
  return ORDINAL.test(lemma(tree, token)) || /^(?:\d{1,2}|[a-h]|[ivx]{1,4})$/.test(lemma(tree, token));
}

/** Where the action begins when it is denied: "never seek", "won't extract", "not going to wait", "nor will we bully". */
function negationBefore(tree: Tree, action: number): number | undefined {
  const going = relation(tree, action) === 'xcomp' && lemma(tree, head(tree, action)) === 'go';
  const at = going ? head(tree, action) : action;
  for (const c of [...childrenBy(tree, at, 'advmod', 'aux', 'cc')].sort((a, b) => a - b)) {
    if (c > action || isNotOnly(tree, c)) continue;
    const word = lemma(tree, c);
    // "wo" "n't": the word is not cut.
    if (/^n[’']?t$/.test(tree.sentence.forms[c] ?? '')) return c - 1;
    if (/^(?:not|never|neither|nor|no)$/.test(word)) return c;
    // "still less will we bully"
    if (word === 'less') return lemma(tree, c - 1) === 'still' || lemma(tree, c - 1) === 'much' ? c - 1 : c;
  }
  return undefined;
}

/** Whether a clause with a subject of its own tells what will be done, not how things are. */
export function tellsOfFuture(tree: Tree, i: number): boolean {
  if (!isPredicate(tree, i)) return false;
  const { future, modal } = clauseOf(tree, i);
  return future || modal === 'would' || modal === 'should' || xpos(tree, i) === 'VB';
}
