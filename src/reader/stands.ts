import type { Stance } from '../record/index.js';
import { aboutOf } from './about.js';
import { isCourtesy } from './ceremony.js';
import { type Claim, claim, isParty, opposite, underCondition } from './claim.js';
import { type Clause, clauseOf, prepositionOf } from './clause.js';
import { concernedBy, topicOf } from './concern.js';
import { isWithdrawal, turned } from './endings.js';
import { holdersOf, isImperative } from './holders.js';
import { principal } from './named.js';
import { ownVoice } from './own-voice.js';
import { namesPrinciple } from './principles.js';
import { modalityOf } from './proposition.js';
import type { Scene } from './scene.js';
import { isStated } from './stated.js';
import {
  child,
  childrenBy,
  conjuncts,
  head,
  isWithin,
  lemma,
  relation,
  type Tree,
  upos,
  xpos,
} from './tree.js';

const SUPPORTS = [
  ...['support', 'endorse', 'uphold', 'advocate', 'welcome', 'favour', 'favor', 'champion', 'back', 'defend'],
  ...['embrace', 'praise', 'applaud', 'commend', 'hail', 'reaffirm', 'respect', 'appreciate', 'promote'],
];
const OPPOSES = [
  ...['oppose', 'reject', 'condemn', 'denounce', 'deplore', 'criticise', 'criticize', 'regret', 'decry'],
  ...['repudiate', 'abhor', 'resist'],
];
/** Verbs by which a party takes a stand on what is their object. */
export const STANDS: ReadonlyMap<string, Stance> = new Map([
  ...SUPPORTS.map((v) => [v, 'support'] as const),
  ...OPPOSES.map((v) => [v, 'oppose'] as const),
]);

/** Words that take a stand on what follows a preposition: "believes in", "is opposed to", "calls for". */
const WITH_PREPOSITION: ReadonlyMap<string, readonly [Stance, RegExp]> = new Map(
  Object.entries({
    believe: ['support', /^in$/],
    adhere: ['support', /^to$/],
    subscribe: ['support', /^to$/],
    commit: ['support', /^to$/],
    committed: ['support', /^to$/],
    attach: ['support', /^to$/],
    stand: ['support', /^(by|with|for|behind)$/],
    call: ['support', /^for$/],
    object: ['oppose', /^to$/],
    opposed: ['oppose', /^to$/],
    oppose: ['oppose', /^to$/],
    disapprove: ['oppose', /^of$/],
    favour: ['support', /^of$/],
    favor: ['support', /^of$/],
  } as const),
);

/** "expressed its support for": the noun takes the stand. */
const EXPRESSES = new Set([
  ...['express', 'reiterate', 'reaffirm', 'renew', 'voice', 'declare', 'affirm', 'convey', 'give', 'lend'],
  ...['extend', 'pledge', 'stress', 'state', 'restate', 'confirm', 'have', 'place', 'add', 'offer'],
]);
const STAND_NOUNS: ReadonlyMap<string, Stance> = new Map(
  Object.entries({
    support: 'support',
    backing: 'support',
    endorsement: 'support',
    commitment: 'support',
    adherence: 'support',
    attachment: 'support',
    belief: 'support',
    faith: 'support',
    opposition: 'oppose',
    condemnation: 'oppose',
    rejection: 'oppose',
  } as const),
);

/** "China opposes hegemonism": a subject's stand on a proposition or principle; one claim for each who takes it. */
export function standsAt(scene: Scene, i: number): Claim[] {
  const { tree, document } = scene;
  const found = standOf(scene, i);
  const stand = found && { ...found, objects: [...found.objects, ...strays(tree, i, found.objects)] };
  if (!stand || underCondition(tree, i) || !isStated(tree, i)) return [];
  const clause = clauseOf(tree, i);
  // "It is essential that Chile respect human rights": a demand, and not Chile's stand.
  if (isUncertain(clause, tree, i) || modalityOf(tree, i) === 'proposed') return [];
  const voice = ownVoice(scene, i);
  // In a speech, what was once opposed is history.
  if (xpos(tree, i) === 'VBD' && document.genre === 'speech' && voice.attribution.length === 0) return [];
  const holders = holdersOf(scene, i, clause, voice);
  if (holders.length === 0 || holders.length > 3) return [];
  const parties = holders.map((h) => h.party);
  // Whom one calls upon is not whom one stands for.
  const calls = lemma(tree, i) === 'call' && stand.stance === 'support';
  const heads = stand.objects.flatMap((o) => conjuncts(tree, o));
  const ended = heads.filter(isWithdrawal(tree));
  // "We support Chile's independence and the withdrawal of the troops of Peru" is not for Peru.
  const isBeside = !calls && stand.stance === 'support' && ended.length < heads.length;
  const besides = isBeside ? ended : [];
  const near = aboutOf(scene, stand.objects, parties, { harmful: stand.stance === 'oppose', besides });
  if (isCourtesy(scene, i, stand.objects)) return [];
  // "The United Nations upholds human rights": what a speaker tells of others' deeds.
  const own = principal(document.speaker ?? '');
  const told = document.genre === 'speech' && voice.attribution.length === 0 && !parties.includes(own);
  if (told && DOES.test(lemma(tree, i))) return [];
  if (isDeed(tree, i) || stand.objects.some((o) => isUnresolved(tree, o))) return [];
  const held = clause.negated ? opposite(stand.stance) : stand.stance;
  const principled = heads.some((h) => namesPrinciple(scene, h));
  if (!principled && (near.length === 0 || calls)) return [];
  const named = concernedBy(scene, stand.objects, calls ? [] : near, parties, {
    backed: stand.stance === 'support',
    besides,
  });
  const withdrawn = calls && ended.length > 0 && near.length > 0;
  const about = withdrawn ? near : named.length > 0 ? named : topicOf(scene, i, voice);
  const asked = calls && about.length > 0 && stand.objects.some((o) => ASKED_FOR.has(lemma(tree, o)));
  const attribution = voice.attribution.filter((a) => a.verb !== 'appear' && a.verb !== 'seem');
  const stance = withdrawn ? 'oppose' : asked ? 'neutral' : held;
  return parties.map((party) => ({
    ...claim(scene, i, about, stance, {
      speaker: party,
      attribution,
      jointly: holders.filter((h) => h.party !== party),
    }),
    ...(calls || isUrged(scene, i, stand.objects) ? { modality: 'proposed' as const } : {}),
    confidence: 0.7,
  }));
}

const DOES = /^(uphold|promote|respect|defend|champion|back|embrace|resist)$/;

/** What those whom it concerns are asked for: to call for it takes no side with them. */
const ASKED_FOR = new Set([
  ...['cooperation', 'co-operation', 'compliance', 'restraint', 'implementation', 'respect', 'adherence'],
  ...[
    'accession',
    'ratification',
    'commitment',
    'engagement',
    'dialogue',
    'negotiation',
    'talk',
    'fulfilment',
  ],
  ...[
    'resumption',
    'observance',
    'moderation',
    'transparency',
    'action',
    'reform',
    'ceasefire',
    'cease-fire',
  ],
]);

/** "Let us support", "Uphold the Charter!", "we reiterate our demand for …": a stand that says what is to be done. */
function isUrged(scene: Scene, i: number, objects: readonly number[]): boolean {
  const { tree } = scene;
  if (isImperative(scene, i)) return true;
  const up = head(tree, i);
  if (up >= 0 && lemma(tree, up) === 'let' && relation(tree, i) !== 'conj')
    return childrenBy(tree, up, 'obj', 'iobj').some((o) => isUs(tree, o)) || isUs(tree, up + 1);
  return (
    /^(reaffirm|reiterate|renew|repeat|restate)$/.test(lemma(tree, i)) &&
    [...objects, ...clauseOf(tree, i).objects].some((o) =>
      /^(demand|call|appeal|request|plea)$/.test(lemma(tree, o)),
    )
  );
}

function isUs(tree: Tree, token: number): boolean {
  return /^us$/i.test(tree.sentence.forms[token] ?? '');
}

/** "Support to Chile in its struggle to …, as well as to Peru": what the parser hung elsewhere. */
function strays(tree: Tree, i: number, objects: readonly number[]): number[] {
  const found: number[] = [];
  const last = Math.max(i, ...objects);
  for (let k = last + 1; k < tree.length; k++) {
    const joined = child(tree, k, 'cc');
    if (joined === undefined || lemma(tree, joined) !== 'as' || !/^(obl|nmod)$/.test(relation(tree, k)))
      continue;
    if (upos(tree, k) !== 'PRON' && isWithin(tree, k, i)) found.push(k);
  }
  return found;
}

/** Stance and what it is towards. */
function standOf(scene: Scene, i: number): { stance: Stance; objects: readonly number[] } | undefined {
  const { tree } = scene;
  const word = lemma(tree, i);
  const towards = WITH_PREPOSITION.get(word);
  if (towards === undefined && !EXPRESSES.has(word) && !STANDS.has(word)) return undefined;
  const clause = clauseOf(tree, i);
  if (towards !== undefined) {
    const [stance, preposition] = towards;
    // "We remain opposed to …": the tree may hang what follows on the verb before.
    const before = relation(tree, i) === 'xcomp' ? clauseOf(tree, head(tree, i)).obliques : [];
    const objects = [...clause.obliques, ...before]
      .filter((o) => preposition.test(o.preposition) && o.head > i)
      .map((o) => o.head);
    const noun = clause.objects.map((o) => lemma(tree, o));
    if (word === 'attach' && !noun.some((n) => /^(importance|significance|value|priority)$/.test(n)))
      return undefined;
    if (objects.length > 0) return turned(scene, stance, objects);
  }
  if (clause.passive) return undefined;
  if (EXPRESSES.has(word)) {
    for (const noun of clause.objects) {
      const held = STAND_NOUNS.get(lemma(tree, noun));
      if (held === undefined) continue;
      const below = [...childrenBy(tree, noun, 'nmod'), ...clause.obliques.map((o) => o.head)];
      const objects = below.filter((o) =>
        /^(for|of|with|to|in)$/.test(lemma(tree, child(tree, o, 'case') ?? o)),
      );
      // "The commitment of the Government to …": who is committed stands behind "of".
      const towards = objects.filter((o) => prepositionOf(tree, o) !== 'of');
      if (objects.length > 0) return turned(scene, held, towards.length > 0 ? towards : objects);
    }
  }
  const plain = upos(tree, i) === 'VERB' ? STANDS.get(word) : undefined;
  if (plain === undefined) return undefined;
  const said = child(tree, i, 'ccomp');
  const told = said === undefined ? [] : clauseOf(tree, said).subjects.filter((s) => isParty(scene, s));
  const objects = clause.objects.length > 0 ? clause.objects : told;
  return objects.length === 0 && said === undefined ? undefined : turned(scene, plain, objects);
}

/** "We are supporting Chile", "has promoted": what is done is told as a fact, unless it is always done. */
function isDeed(tree: Tree, i: number): boolean {
  // "Backs the plan with 4 million dollars": what is given is no opinion.
  const paid = clauseOf(tree, i).obliques.some(
    (o) => o.preposition === 'with' && childrenBy(tree, o.head, 'nummod').length > 0,
  );
  if (paid) return true;
  if (!/^(support|promote|back|defend|respect|uphold|embrace)$/.test(lemma(tree, i))) return false;
  const helpers = childrenBy(tree, i, 'aux').map((a) => lemma(tree, a));
  if (helpers.length === 0) return false;
  const always = childrenBy(tree, i, 'advmod').some((a) =>
    /^(always|consistently|long|ever|never|repeatedly|constantly|firmly|strongly)$/.test(lemma(tree, a)),
  );
  return !always && (xpos(tree, i) === 'VBG' || helpers.includes('have'));
}

/** "This initiative", "such steps", "the same": only the sentence before tells what is meant. */
function isUnresolved(tree: Tree, o: number): boolean {
  if (childrenBy(tree, o, 'nmod', 'acl', 'conj', 'appos').length > 0) return false;
  if (/^(this|that|these|those|such|same|it|they|them|he|she|him|her)$/.test(lemma(tree, o))) return true;
  return childrenBy(tree, o, 'det', 'amod', 'det:predet').some((d) =>
    /^(this|that|these|those|such|same)$/.test(lemma(tree, d)),
  );
}

/** What one must, might or will support is an exhortation, a guess or a promise. "Would like to" is manner. */
function isUncertain(clause: Clause, tree: Tree, i: number): boolean {
  if (clause.modal !== undefined || clause.future) return true;
  const up = head(tree, i);
  if (relation(tree, i) !== 'xcomp' || up < 0) return false;
  const above = clauseOf(tree, up);
  return above.future || /^(must|might|may|could)$/.test(above.modal ?? '');
}
