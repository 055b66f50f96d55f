import { underCondition } from './claim.js';
import { clauseOf } from './clause.js';
import type { Concerned } from './concerned.js';
import { ownVoice } from './own-voice.js';
import type { Period } from './period-place.js';
import { isToCome, periodAt } from './periods.js';
import type { Placed } from './placed.js';
import { type Made, refs, type Scene, spanOf } from './scene.js';
import { child, head, isPredicate, isWithin, lemma, relation, type Tree, xpos } from './tree.js';

export type { Placed } from './placed.js';

export type Measure = Made<'measure'>;

/** All of a measure but what is measured. */
export function frameOf(
  scene: Scene,
  at: Placed,
  parties: readonly Concerned[],
): Omit<Measure, 'quantity' | 'value' | 'unit'> {
  const period = periodAt(scene, at);
  const voice = ownVoice(scene, at.predicate);
  const found = modalityAt(scene, at, period);
  return {
    kind: 'measure',
    parties: refs(scene, parties).map((ref, k) => {
      const role = parties[k]?.role;
      return role === undefined ? ref : { ...ref, role };
    }),
    // What has been cannot be of a day to come.
    ...(period === undefined || (found === 'asserted' && isToCome(scene, period))
      ? {}
      : { period: period.date, periodBasis: period.basis }),
    passages: [spanOf(scene, at.from, at.to)],
    speaker: voice.speaker,
    attribution: [...voice.attribution],
    modality: voice.attribution.some((a) => a.modality === 'alleged') ? 'alleged' : found,
    confidence: 0.6,
  };
}

const AIMS = new Set([
  ...[
    'aim',
    'plan',
    'target',
    'goal',
    'agree',
    'pledge',
    'promise',
    'commit',
    'hope',
    'intend',
    'seek',
    'want',
  ],
  ...[
    'oblige',
    'undertake',
    'expect',
    'wish',
    'commitment',
    'propose',
    'ambition',
    'objective',
    'decision',
    'decide',
  ],
  ...['intention', 'proposal', 'agreement', 'ready', 'strategy', 'mission'],
]);

/** Whether the figure is the subject, so that the verb tells something of a number that stands already. */
function isGiven(tree: Tree, at: Placed): boolean {
  const clause = isPredicate(tree, at.predicate) ? clauseOf(tree, at.predicate) : undefined;
  if (!/^(must|should|ought|can)$/.test(clause?.modal ?? '')) return false;
  const subject = child(tree, at.predicate, 'nsubj', 'nsubj:pass');
  return subject !== undefined && isWithin(tree, at.first, subject);
}

/** What is aimed at or foretold is planned; what could be is hypothetical. */
function modalityAt(scene: Scene, at: Placed, period: Period | undefined): Measure['modality'] {
  const { tree } = scene;
  // "Taiwan's 23 million people must be heard": what is to be done is not how many they are.
  if (at.figure.kind === 'count' && isGiven(tree, at)) return 'asserted';
  const clause = isPredicate(tree, at.predicate) ? clauseOf(tree, at.predicate) : undefined;
  if (underCondition(tree, at.predicate)) return 'hypothetical';
  // "set a target of 20 billion dollars"
  if (clause?.objects.some((o) => /^(target|goal|aim|objective|ceiling)$/.test(lemma(tree, o))))
    return 'planned';
  if (clause?.future || /^(should|must)$/.test(clause?.modal ?? '') || AIMS.has(lemma(tree, at.predicate)))
    return 'planned';
  // "said that it would establish a fund" plans.
  if (clause?.modal === 'would' && relation(tree, at.predicate) === 'ccomp') return 'planned';
  if (clause?.modal !== undefined) return 'hypothetical';
  // "committed to cutting emissions and raising the share": both are aimed at.
  let first = at.predicate;
  for (let n = 0; n < 3 && relation(tree, first) === 'conj' && /^VBG?$/.test(xpos(tree, first)); n++)
    first = head(tree, first);
  const up = head(tree, first);
  if (/^VBG$/.test(xpos(tree, first)) && up >= 0 && AIMS.has(lemma(tree, up))) return 'planned';
  // "should improve its terms by cancelling …": under what is to be.
  const above = up >= 0 && isPredicate(tree, up) ? clauseOf(tree, up) : undefined;
  const below =
    /^VBG?$/.test(xpos(tree, at.predicate)) && /^(xcomp|advcl|acl)$/.test(relation(tree, at.predicate));
  if (below && (above?.future || /^(should|must)$/.test(above?.modal ?? ''))) return 'planned';
  if (
    child(tree, at.predicate, 'cop') === undefined &&
    relation(tree, at.predicate) === 'xcomp' &&
    /^(goal|aim|target|objective|ambition)$/.test(lemma(tree, child(tree, up, 'nsubj') ?? up))
  )
    return 'planned';
  // "Our target is to cut emissions"
  const told = child(tree, at.predicate, 'nsubj', 'nsubj:outer');
  if (
    told !== undefined &&
    xpos(tree, at.predicate) === 'VB' &&
    child(tree, at.predicate, 'cop') !== undefined &&
    /^(goal|aim|target|objective|ambition|mission|plan|intention)$/.test(lemma(tree, told))
  )
    return 'planned';
  const infinitive =
    xpos(tree, at.predicate) === 'VB' && /^(xcomp|acl|advcl|ccomp)$/.test(relation(tree, at.predicate));
  // "launched bonds to raise 15 million"
  if (infinitive && up >= 0 && (AIMS.has(lemma(tree, up)) || /^(launch|issue|adopt)$/.test(lemma(tree, up))))
    return 'planned';
  const due = period !== undefined && isToCome(scene, period);
  const past = (i: number) => i >= 0 && /^VB[DN]$/.test(xpos(tree, i));
  const done = clause !== undefined && (past(at.predicate) || (below && past(up)));
  return !done && due ? 'planned' : 'asserted';
}
