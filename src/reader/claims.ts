import type { Stance } from '../record/index.js';
import { type Actor, actorsOf, actorsWithin } from './actors.js';
import { type Clause, clauseOf } from './clause.js';
import {
  clauseExtent,
  clausePassage,
  type Made,
  refs,
  type Scene,
  type Voice,
  voiceOf,
  wordsOf,
} from './scene.js';
import { child, childrenBy, head, isPredicate, lemma, relation, type Tree, upos, xpos } from './tree.js';

type Claim = Made<'claim'>;

/** Verbs by which a party takes a stand on a proposition or principle. */
const STANDS = new Map<string, Stance>([
  ...(
    [
      ...[
        'support',
        'endorse',
        'uphold',
        'advocate',
        'welcome',
        'favour',
        'favor',
        'champion',
        'back',
        'defend',
        'adhere',
      ],
      ...[
        'believe',
        'respect',
        'embrace',
        'praise',
        'applaud',
        'commend',
        'hail',
        'appreciate',
        'reaffirm',
        'value',
        'safeguard',
      ],
    ] as const
  ).map((v) => [v, 'support'] as const),
  ...(
    [
      ...[
        'oppose',
        'reject',
        'condemn',
        'denounce',
        'deplore',
        'criticise',
        'criticize',
        'resist',
        'object',
        'regret',
      ],
      ...['decry', 'protest', 'disapprove', 'rebut', 'refute', 'deny'],
    ] as const
  ).map((v) => [v, 'oppose'] as const),
]);

/**
 * What somebody holds: a party's stand on a proposition or principle, and what a speaker or an author says of a
 * party that is not a deed. Facts of the narrator in news are no claims.
 */
export function claimsOf(scene: Scene): Claim[] {
  const { tree } = scene;
  const found: Claim[] = [];
  for (let i = 0; i < tree.length; i++) {
    if (!isPredicate(tree, i)) continue;
    if (!isFinite(tree, i)) {
      const urged = exhortationAt(scene, i);
      if (urged) found.push(urged);
      continue;
    }
    const claim = standAt(scene, i) ?? exhortationAt(scene, i) ?? appraisalAt(scene, i);
    if (claim) found.push(claim);
  }
  return found;
}

/** A clause that states something: no infinitive, participle or relative clause, nor what is coordinated with one. */
function isFinite(tree: Tree, i: number): boolean {
  switch (relation(tree, i)) {
    case 'conj':
      if (child(tree, i, 'nsubj') !== undefined) return true;
      return isPredicate(tree, head(tree, i)) && isFinite(tree, head(tree, i));
    case 'root':
    case 'ccomp':
    case 'parataxis':
      return true;
    case 'advcl':
      return child(tree, i, 'nsubj') !== undefined && xpos(tree, i) !== 'VBG';
    default:
      return false;
  }
}

/** "China opposes hegemonism": the subject's stand. */
function standAt(scene: Scene, i: number): Claim | undefined {
  const { tree } = scene;
  const stance = STANDS.get(lemma(tree, i));
  if (stance === undefined || underCondition(tree, i)) return undefined;
  const clause = clauseOf(tree, i);
  if (clause.passive) return undefined;
  const holders = actorsOf(scene.cast, clause.subjects).filter(isNamed);
  const imperative =
    clause.subjects.length === 0 && relation(tree, i) === 'root' && scene.document.speaker !== undefined;
  if (holders.length === 0 && !imperative) return undefined;
  const objects = [
    ...clause.objects,
    ...clause.obliques
      .filter((o) => o.preposition === 'to' || o.preposition === 'in' || o.preposition === 'against')
      .map((o) => o.head),
  ];
  const proposition = child(tree, i, 'ccomp', 'xcomp') ?? objects[0];
  if (proposition === undefined) return undefined;
  const about = aboutOf(scene, objects, holders);
  const held = clause.negated ? opposite(stance) : stance;
  const voice = voiceOf(scene, i);
  const holder = holders[0];
  return {
    ...claim(scene, i, about, held, voice),
    speaker: holder ? principal(holder.party) : voice.speaker,
    confidence: 0.7,
  };
}

/** "We should support the WHO", "we need to conclude the talks": what the speaker holds that should be done. */
function exhortationAt(scene: Scene, i: number): Claim | undefined {
  const { tree } = scene;
  const top = exhorted(tree, i);
  if (top === undefined) return undefined;
  const subjects = clauseOf(tree, top).subjects;
  const written = subjects.map((s) => (tree.sentence.forms[s] ?? '').toLowerCase());
  if (!written.some((w) => w === 'we')) return undefined;
  const clause = clauseOf(tree, i);
  const voice = voiceOf(scene, top);
  const about = aboutOf(
    scene,
    [...clause.objects, ...clause.obliques.map((o) => o.head)],
    [{ party: voice.speaker, first: i, last: i + 1, confidence: 1 }],
  );
  const stance = STANDS.get(lemma(tree, i)) ?? 'neutral';
  const made = claim(scene, i, about, clause.negated ? opposite(stance) : stance, voice);
  return { ...made, modality: 'proposed', confidence: 0.6 };
}

/** The verb that has "should" or "need to" above it or beside it, if `i` stands under one. */
function exhorted(tree: Tree, i: number): number | undefined {
  const should = (at: number) =>
    childrenBy(tree, at, 'aux').some((a) => /^(should|must|ought)$/.test(lemma(tree, a)));
  for (let at = i, n = 0; n < 5; n++) {
    if (should(at) || (at !== i && lemma(tree, at) === 'need' && upos(tree, at) === 'VERB')) return at;
    const up = head(tree, at);
    if (up < 0) return undefined;
    const rel = relation(tree, at);
    if (rel === 'xcomp' && lemma(tree, up) === 'need' && upos(tree, up) === 'VERB') return up;
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

/** What is said of a party: "the US regularly engages in provocations", "Germany has set a shining example". */
function appraisalAt(scene: Scene, i: number): Claim | undefined {
  const { tree, document } = scene;
  if (underCondition(tree, i)) return undefined;
  const clause = clauseOf(tree, i);
  const subjects = clause.passive ? clause.objects : clause.subjects;
  const about = actorsOf(scene.cast, subjects).filter(isNamed).map(toPrincipal);
  if (about.length === 0 || about.length > 3) return undefined;
  const voice = voiceOf(scene, i);
  const partisan =
    voice.attribution.length > 0 ||
    document.genre === 'opinion' ||
    document.genre === 'speech' ||
    document.genre === 'statement';
  if (!partisan) return undefined;
  const { first, last } = clauseExtent(tree, i);
  const score = polarityOf(scene, first, last, about);
  const forecast = clause.future && !about.some((a) => a.party === voice.speaker);
  const ranking =
    tree.lemmas
      .slice(first, last)
      .some((w) => /^(large|big|top|great|small|strong|first|close|important)$/.test(w)) &&
    upos(tree, i) !== 'ADJ' &&
    (child(tree, i, 'cop') !== undefined || /^(become|overtake|remain|surpass|rank)$/.test(lemma(tree, i)));
  if (score === 0 && !forecast && !ranking) return undefined;
  const stance: Stance = score > 0 ? 'support' : score < 0 ? 'oppose' : 'neutral';
  const made = claim(scene, i, about, stance, voice);
  return { ...made, modality: forecast ? 'planned' : made.modality, confidence: score === 0 ? 0.5 : 0.6 };
}

function claim(scene: Scene, i: number, about: readonly Actor[], stance: Stance, voice: Voice): Claim {
  const { first, last } = clauseExtent(scene.tree, i);
  const clause = clauseOf(scene.tree, i);
  return {
    kind: 'claim',
    about: refs(scene, about),
    stance,
    proposition: wordsOf(scene, first, last),
    principles: principlesOf(scene, first, last),
    passages: [clausePassage(scene, i)],
    speaker: voice.speaker,
    attribution: [...voice.attribution],
    modality: voice.attribution.some((a) => a.modality === 'alleged')
      ? 'alleged'
      : clause.modal === 'could' || clause.modal === 'may' || clause.modal === 'might'
        ? 'hypothetical'
        : 'asserted',
    confidence: 0.6,
  };
}

/** Parties in what the stand is about, without those who take it. */
function aboutOf(scene: Scene, objects: readonly number[], holders: readonly Actor[]): Actor[] {
  const { tree } = scene;
  const found = objects.flatMap((o) => {
    const direct = actorsOf(scene.cast, [o]);
    if (direct.length > 0) return direct;
    const { first, last } = clauseExtent(tree, o);
    return actorsWithin(scene.cast, first, last);
  });
  const seen = new Set(holders.map((h) => principal(h.party)));
  return found
    .filter(isNamed)
    .map(toPrincipal)
    .filter((a) => !seen.has(a.party) && seen.add(a.party) !== undefined);
}

/** Sum of the polarity of the clause's words; a negation turns what follows it. */
function polarityOf(scene: Scene, first: number, last: number, about: readonly Actor[]): number {
  const { tree, lexicon } = scene;
  let score = 0;
  let sign = 1;
  for (let i = first; i < last; i++) {
    const word = lemma(tree, i);
    if (about.some((a) => i >= a.first && i < a.last)) continue;
    if (word === 'not' || word === "n't" || word === 'never' || word === 'no' || word === 'without')
      sign = -1;
    else if (word === 'instead' || upos(tree, i) === 'PUNCT') sign = 1;
    const written = (tree.sentence.forms[i] ?? '').toLowerCase();
    score += sign * (lexicon.polarity.get(word) ?? lexicon.polarity.get(written) ?? 0);
  }
  return score;
}

export function principlesOf(scene: Scene, first: number, last: number): string[] {
  const text = ` ${scene.tree.sentence.forms.slice(first, last).join(' ').toLowerCase()} `;
  const found: string[] = [];
  for (const [principle, forms] of scene.lexicon.principles) {
    if (forms.some((form) => text.includes(` ${form} `))) found.push(principle);
  }
  return found;
}

function underCondition(tree: Tree, i: number): boolean {
  return childrenBy(tree, i, 'mark').some((m) => ['if', 'unless', 'whether'].includes(lemma(tree, m)));
}

function opposite(stance: Stance): Stance {
  return stance === 'support' ? 'oppose' : stance === 'oppose' ? 'support' : 'neutral';
}

function isNamed(actor: Actor): boolean {
  return !actor.party.startsWith('-');
}

function principal(party: string): string {
  return party.replace(/(?<=[^-])\/.*$/, '');
}

function toPrincipal(actor: Actor): Actor {
  return { ...actor, party: principal(actor.party) };
}

export type { Clause };
