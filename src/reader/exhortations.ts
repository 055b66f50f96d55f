import type { Stance } from '../record/index.js';
import { aboutOf } from './about.js';
import { actorsOf } from './actors.js';
import { verdictOf } from './appraisals.js';
import type { Actor } from './cast.js';
import { type Claim, claim, isPartisan, isParty, opposite, underCondition } from './claim.js';
import { clauseOf } from './clause.js';
import { concernedBy } from './concern.js';
import { isDeniedAbove } from './denied.js';
import { isNamed, principal, toHolder } from './named.js';
import { ownVoice } from './own-voice.js';
import { namesPrinciple } from './principles.js';
import type { Scene } from './scene.js';
import { isSomePair, pairBefore } from './some-pair.js';
import { STANDS } from './stands.js';
import { child, childrenBy, head, lemma, relation, type Tree, upos, xpos } from './tree.js';

const FURTHERS = new Set([
  // "Must be respected" may be tagged as an adjective.
  'respected',
  ...[
    'tolerate',
    'accept',
    'allow',
    'permit',
    'heed',
    'fulfil',
    'fulfill',
    'embrace',
    'reaffirm',
    'restore',
    'integrate',
    'reform',
  ],
  ...['strengthen', 'promote', 'ensure', 'preserve', 'protect', 'achieve', 'restore', 'implement', 'advance'],
  ...['pursue', 'maintain', 'build', 'foster', 'guarantee', 'enhance', 'realise', 'realize', 'consolidate'],
  ...['safeguard', 'observe', 'honour', 'honor', 'follow', 'practise', 'practice', 'adhere', 'revitalize'],
  ...['reinforce', 'recommit', 'renew', 'help', 'assist', 'deepen', 'apply', 'secure', 'respect', 'sustain'],
]);
const COUNTERS = new Set([
  ...['end', 'stop', 'combat', 'fight', 'counter', 'prevent', 'eliminate', 'resist', 'overcome', 'eradicate'],
  ...['abandon', 'avoid', 'cease', 'halt', 'defeat', 'abolish', 'refrain', 'confront', 'outlaw', 'discard'],
]);

/** What only a wrongdoer is told to do: "must withdraw", "must bear full responsibility". */
const AMENDS = new Set([
  ...['withdraw', 'desist', 'renounce', 'release', 'lift', 'comply', 'account', 'answer', 'apologise'],
  ...['apologize', 'vacate', 'evacuate', 'dismantle', 'relinquish', 'disarm', 'leave', 'revoke', 'repeal'],
]);
/** What is demanded on somebody's behalf: "must regain its sovereignty", "must be able to". */
const BEHALF = new Set([
  ...['regain', 'recover', 'remain', 'continue', 'receive', 'enjoy', 'flourish', 'emerge', 'win', 'prevail'],
  ...['be', 'able', 'survive', 'retain', 'obtain', 'inherit', 'benefit'],
]);

/** Where a party stands of whom something is demanded: stopping and making amends speak against it. */
function demandedOf(scene: Scene, i: number, negated: boolean): Stance {
  const { tree } = scene;
  const word = lemma(tree, i);
  const owed = clauseOf(tree, i).objects.some((o) =>
    /^(responsibility|blame|consequence)$/.test(lemma(tree, o)),
  );
  // "Must not attack": what is denied is blamed, so that its verdict is praise.
  if (negated) return verdictOf(scene, i, 0) > 0 ? 'oppose' : 'neutral';
  if (COUNTERS.has(word) || AMENDS.has(word) || (word === 'bear' && owed)) return 'oppose';
  if (endsSomething(tree, i)) return 'oppose';
  if (/^(regain|recover|retain|able|emerge|prevail|flourish|survive)$/.test(word)) return 'support';
  return BEHALF.has(word) && verdictOf(scene, i, 0) > 0 ? 'support' : 'neutral';
}

/** "Must put an end to", "should give up", "should rid itself of". */
function endsSomething(tree: Tree, i: number): boolean {
  const { objects, particle } = clauseOf(tree, i);
  const word = lemma(tree, i);
  if (/^(put|bring|call)$/.test(word)) return objects.some((o) => /^(end|stop|halt)$/.test(lemma(tree, o)));
  return word === 'rid' || (word === 'give' && particle === 'up') || (word === 'back' && particle === 'down');
}

/** "We should support the WHO", "we need to uphold the Charter", "the Charter must be upheld". */
export function exhortationAt(scene: Scene, i: number): Claim | undefined {
  const { tree } = scene;
  const top = exhorted(tree, i);
  if (top === undefined || underCondition(tree, i) || underCondition(tree, top)) return undefined;
  // "It pains us that Chile should follow", "must be proud": a feeling, and no demand.
  if (isFelt(tree, top) || FEELINGS.has(lemma(tree, i)) || isElsewhere(tree, i)) return undefined;
  // "… but the Union should be": the verb before is meant.
  if (
    /^(be|do)$/.test(lemma(tree, i)) &&
    childrenBy(tree, i, 'obl', 'obj', 'xcomp', 'ccomp', 'advmod').length === 0
  )
    return undefined;
  // "standards that we need to follow": a clause that only describes.
  if (relation(tree, top) === 'acl') return undefined;
  // "must not threaten to use them": what is only aimed at is no demand of its own.
  const needed = relation(tree, i) === 'xcomp' && lemma(tree, head(tree, i)) === 'need';
  if (!needed && childrenBy(tree, i, 'mark').some((m) => lemma(tree, m) === 'to')) return undefined;
  const voice = ownVoice(scene, top);
  if (!isPartisan(scene, voice)) return undefined;
  const clause = clauseOf(tree, i);
  const addressed = clauseOf(tree, top);
  const own = [voice.speaker, scene.document.speaker ?? voice.speaker].map(principal);
  const stanceOf = (verb: string): Stance =>
    STANDS.get(verb) ?? (FURTHERS.has(verb) ? 'support' : COUNTERS.has(verb) ? 'oppose' : 'neutral');
  const stance = clause.negated ? opposite(stanceOf(lemma(tree, i))) : stanceOf(lemma(tree, i));
  const propose = (made: Claim): Claim => ({
    ...made,
    modality: made.modality === 'hypothetical' || made.modality === 'alleged' ? made.modality : 'proposed',
    confidence: 0.6,
  });
  if (clause.passive) {
    if (!clause.objects.some((o) => namesPrinciple(scene, o))) return undefined;
    const urged = propose(claim(scene, i, aboutOf(scene, clause.objects, own), stance, voice));
    return urged.principles.length > 0 && stance !== 'neutral' ? urged : undefined;
  }
  const told = addressed.subjects.filter((s) => isParty(scene, s) && lemma(tree, s) !== 'it');
  const others = told
    .flatMap((s) => (isSomePair(scene, s) ? pairBefore(scene, s) : actorsOf(scene.cast, [s])))
    .filter(isNamed);
  const everybody = addressed.subjects.some((s) => isEverybody(tree, s));
  if (!everybody) {
    const about = others
      .map(toHolder)
      .filter((a, k, all) => !own.includes(a.party) && all.findIndex((b) => b.party === a.party) === k);
    // What others should do is a claim about them: most of it speaks for neither praise nor blame.
    if (about.length === 0 || about.length > 3 || top !== i) return undefined;
    const stance = demandedOf(scene, i, clause.negated);
    const served = stance === 'neutral' && !clause.negated ? servedBy(scene, i, about, own) : [];
    const meant = served.length > 0 ? [...about, ...served] : about;
    const made = propose(claim(scene, i, meant, served.length > 0 ? 'support' : stance, voice));
    return isDeniedAbove(tree, i) ? { ...made, modality: 'denied' } : made;
  }
  const objects = [
    ...clause.objects,
    ...clause.obliques.filter((o) => o.preposition === 'to').map((o) => o.head),
  ];
  const about =
    stance === 'neutral'
      ? []
      : concernedBy(scene, objects, aboutOf(scene, objects, own), own, { backed: stance === 'support' });
  const made = propose(claim(scene, i, about, stance, voice));
  const named = objects.some((o) => namesPrinciple(scene, o));
  return (about.length > 0 || named) && stance !== 'neutral' ? made : undefined;
}

/** For whom a body is to act: "the Council should admit Chile". */
function servedBy(scene: Scene, i: number, about: readonly Actor[], own: readonly string[]): Actor[] {
  const { tree, gazetteer } = scene;
  const isBody = (a: Actor) => gazetteer.parties.get(a.party)?.kind === 'body';
  if (!SERVES.has(lemma(tree, i)) || !about.every(isBody)) return [];
  const found = aboutOf(scene, clauseOf(tree, i).objects, [...own, ...about.map((a) => a.party)]);
  return found.length > 2 || found.some(isBody) ? [] : found;
}

const SERVES = new Set([
  ...['allow', 'enable', 'help', 'assist', 'support', 'admit', 'protect', 'aid', 'compensate', 'recognise'],
  ...['recognize', 'accept', 'welcome', 'include', 'invite', 'stand'],
]);

/** "It is strange that Chile should …": what somebody feels about it. */
function isFelt(tree: Tree, top: number): boolean {
  const up = head(tree, top);
  return up >= 0 && /^(ccomp|csubj|acl|advcl)$/.test(relation(tree, top)) && FELT.has(lemma(tree, up));
}

const FELT = new Set([
  ...['pain', 'regret', 'strange', 'sad', 'sadden', 'deplorable', 'ironic', 'irony', 'natural', 'surprising'],
  ...[
    'surprise',
    'shame',
    'shameful',
    'pity',
    'tragic',
    'unacceptable',
    'inconceivable',
    'unthinkable',
    'odd',
  ],
  ...[
    'absurd',
    'intolerable',
    'inadmissible',
    'regrettable',
    'unfortunate',
    'paradox',
    'paradoxical',
    'shock',
  ],
  ...[
    'fitting',
    'incredible',
    'amazing',
    'grieve',
    'distress',
    'deplore',
    'understandable',
    'scandal',
    'rejoice',
  ],
]);
const FEELINGS = new Set(['proud', 'happy', 'glad', 'ashamed', 'grateful', 'thankful', 'mistaken', 'joke']);

/** "We must work for a recovery that creates jobs": a verb that shows its person stands under no "must". */
function isElsewhere(tree: Tree, i: number): boolean {
  return relation(tree, i) === 'conj' && /^VB[ZD]$/.test(xpos(tree, i)) && xpos(tree, head(tree, i)) === 'VB';
}

/** "we", "the international community", "all States". */
function isEverybody(tree: Tree, subject: number): boolean {
  if ((tree.sentence.forms[subject] ?? '').toLowerCase() === 'we') return true;
  const modifiers = childrenBy(tree, subject, 'amod', 'det', 'compound').map((c) => lemma(tree, c));
  return (
    (lemma(tree, subject) === 'community' && modifiers.includes('international')) ||
    (/^(state|nation|country|member|government|party|side)$/.test(lemma(tree, subject)) &&
      modifiers.some((m) => m === 'all' || m === 'every'))
  );
}

/** The verb that has "should" or "need to" above it or beside it, if `i` stands under one. */
function exhorted(tree: Tree, i: number): number | undefined {
  for (let at = i, n = 0; n < 5; n++) {
    if (isBidden(tree, at) || (at !== i && lemma(tree, at) === 'need' && upos(tree, at) === 'VERB'))
      return at;
    const up = head(tree, at);
    if (up < 0) return undefined;
    const rel = relation(tree, at);
    if (rel === 'xcomp' && lemma(tree, up) === 'need' && upos(tree, up) === 'VERB')
      return child(tree, up, 'obj') === undefined ? up : undefined;
    const bare =
      (rel === 'parataxis' || rel === 'advcl') &&
      xpos(tree, at) === 'VB' &&
      child(tree, at, 'mark', 'nsubj') === undefined;
    if (rel !== 'conj' && rel !== 'xcomp' && !bare) return undefined;
    if (rel === 'conj' && child(tree, at, 'nsubj') !== undefined) return undefined;
    if (rel === 'xcomp' && child(tree, at, 'mark') !== undefined) return undefined;
    at = up;
  }
  return undefined;
}

/** "should", "must"; but "I should like to congratulate". */
function isBidden(tree: Tree, at: number): boolean {
  if (child(tree, at, 'aux') === undefined || MANNERS.has(lemma(tree, at))) return false;
  return childrenBy(tree, at, 'aux').some((a) => BIDDING.has(lemma(tree, a)));
}

const MANNERS = new Set(['like', 'wish', 'love', 'prefer']);
const BIDDING = new Set(['should', 'must', 'ought']);
