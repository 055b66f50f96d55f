import type { Stance } from '../record/index.js';
import { aboutOf, concernedBy, topicOf } from './about.js';
import { actorsOf } from './actors.js';
import type { Actor } from './cast.js';
import { type Claim, claim, isParty, opposite, underCondition } from './claim.js';
import { type Clause, clauseOf } from './clause.js';
import { isNamed, principal } from './named.js';
import { ownVoice } from './own-voice.js';
import { namesPrinciple } from './principles.js';
import { modalityOf } from './proposition.js';
import type { Scene, Voice } from './scene.js';
import { child, childrenBy, conjuncts, head, lemma, relation, type Tree, upos, xpos } from './tree.js';

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

/** What is to end: who supports the end of something opposes it. */
const ENDINGS = new Set([
  ...['end', 'halt', 'cessation', 'elimination', 'eradication', 'abolition', 'removal', 'lifting', 'repeal'],
  ...['dismantling', 'prohibition', 'rejection', 'suspension'],
]);

/** Ceremony is no stand: whoever is greeted, thanked, congratulated or admitted. */
const CEREMONY = new Set([
  ...['election', 'admission', 'accession', 'presence', 'delegation', 'participation', 'visit', 'convening'],
  ...['honour', 'honor', 'opportunity', 'secretary', 'president', 'predecessor', 'member', 'membership'],
  ...['theme', 'appointment', 'reappointment', 'reelection', 'session', 'assumption', 'candidacy'],
  ...['chairman', 'chair', 'ambassador', 'excellency', 'statement', 'report', 'holding', 'entry', 'debate'],
]);
const GREETINGS = new Set(['welcome', 'commend', 'praise', 'applaud', 'hail', 'appreciate']);

/** What a speaker says of saying it: "I should like to reaffirm", "we continue to support", "let me welcome". */
const PERFORMS = new Set([
  'like',
  'wish',
  'want',
  'continue',
  'let',
  'join',
  'take',
  'allow',
  'permit',
  'love',
  'remain',
  'stay',
]);

/** "China opposes hegemonism": a subject's stand on a proposition or principle; one claim for each who takes it. */
export function standsAt(scene: Scene, i: number): Claim[] {
  const { tree, document } = scene;
  const stand = standOf(scene, i);
  if (!stand || underCondition(tree, i) || !isStated(tree, i)) return [];
  const clause = clauseOf(tree, i);
  // "It is essential that Chile respect human rights": a demand, and not Chile's stand.
  if (isUncertain(clause, tree, i) || modalityOf(tree, i) === 'proposed') return [];
  const voice = ownVoice(scene, i);
  // In a speech, what was once opposed is history.
  if (xpos(tree, i) === 'VBD' && document.genre === 'speech' && voice.attribution.length === 0) return [];
  const holders = holdersOf(scene, i, clause, voice);
  if (holders.length === 0 || holders.length > 3) return [];
  const parties = holders.map((h) => principal(h));
  const near = aboutOf(scene, stand.objects, [...parties, ...holders], stand.stance === 'oppose');
  if (GREETINGS.has(lemma(tree, i)) && isCeremony(scene, stand.objects)) return [];
  if (isDeed(tree, i) || stand.objects.some((o) => isUnresolved(tree, o))) return [];
  const held = clause.negated ? opposite(stand.stance) : stand.stance;
  const principled = stand.objects.some((o) => conjuncts(tree, o).some((c) => namesPrinciple(scene, c)));
  // Whom one calls upon is not whom one stands for.
  const calls = lemma(tree, i) === 'call' && stand.stance === 'support';
  if (!principled && (near.length === 0 || calls)) return [];
  const named = concernedBy(scene, stand.objects, calls ? [] : near, parties, stand.stance === 'support');
  const withdrawn = stand.objects.some((o) => conjuncts(tree, o).some(isWithdrawal(tree)));
  const about = calls && withdrawn ? near : named.length > 0 ? named : topicOf(scene, i, voice);
  const attribution = voice.attribution.filter((a) => a.verb !== 'appear' && a.verb !== 'seem');
  return parties.map((party) => ({
    ...claim(scene, i, about, calls && withdrawn && about.length > 0 ? 'oppose' : held, {
      ...voice,
      attribution,
    }),
    ...(calls ? { modality: 'proposed' as const } : {}),
    speaker: party,
    confidence: 0.7,
  }));
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
    if (objects.length > 0) return turned(tree, stance, objects);
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
      if (objects.length > 0) return turned(tree, held, objects);
    }
  }
  const plain = upos(tree, i) === 'VERB' ? STANDS.get(word) : undefined;
  if (plain === undefined) return undefined;
  const said = child(tree, i, 'ccomp');
  const told = said === undefined ? [] : clauseOf(tree, said).subjects.filter((s) => isParty(scene, s));
  const objects = clause.objects.length > 0 ? clause.objects : told;
  return objects.length === 0 && said === undefined ? undefined : turned(tree, plain, objects);
}

/** "We are supporting Chile", "has promoted": what is done is told as a fact, unless it is always done. */
function isDeed(tree: Tree, i: number): boolean {
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
  if (/^(this|that|these|those|such|same|it)$/.test(lemma(tree, o))) return true;
  return childrenBy(tree, o, 'det', 'amod', 'det:predet').some((d) =>
    /^(this|that|these|those|such|same)$/.test(lemma(tree, d)),
  );
}

/** "Calls for the Iraqi withdrawal". */
function isWithdrawal(tree: Tree) {
  return (o: number) =>
    ENDINGS.has(lemma(tree, o)) || /^(withdrawal|departure|retreat|pullout)$/.test(lemma(tree, o));
}

/** The elimination of weapons is a principle of its own. */
function isOfWeapons(tree: Tree, o: number): boolean {
  return childrenBy(tree, o, 'nmod').some((n) =>
    conjuncts(tree, n).some((c) =>
      /^(weapons?|arms|mines?|arsenals?|stockpiles?|munitions?)$/.test(lemma(tree, c)),
    ),
  );
}

function turned(tree: Tree, stance: Stance, objects: readonly number[]) {
  const ends = objects.some((o) => ENDINGS.has(lemma(tree, o)) && !isOfWeapons(tree, o));
  return { stance: ends ? opposite(stance) : stance, objects };
}

/** A clause that states something: no infinitive, participle or relative clause, nor what is coordinated with one. */
export function isStated(tree: Tree, i: number): boolean {
  const up = head(tree, i);
  switch (relation(tree, i)) {
    case 'conj':
      return child(tree, i, 'nsubj') !== undefined || isStated(tree, up);
    case 'root':
    case 'parataxis':
      return true;
    case 'ccomp':
      return !UNREAL.has(lemma(tree, up));
    case 'xcomp':
      return PERFORMS.has(lemma(tree, up)) && isStated(tree, up);
    case 'advcl':
      return (
        child(tree, i, 'nsubj') !== undefined &&
        childrenBy(tree, i, 'mark').some((m) => /^(while|although|though|because)$/.test(lemma(tree, m)))
      );
    default:
      return false;
  }
}

/** What is hoped, asked for or made sure of is not said to be so. */
const UNREAL = new Set([
  ...['hope', 'wish', 'hopeful', 'ask', 'urge', 'ensure', 'request', 'demand', 'pray', 'trust', 'expect'],
  ...['require', 'suggest', 'propose', 'recommend', 'confident', 'deny', 'doubt', 'mean', 'wonder', 'see'],
  ...['optimistic', 'fear', 'imagine', 'suppose', 'pretend', 'appeal', 'call', 'insist', 'desire', 'know'],
]);

/** What one must, might or will support is an exhortation, a guess or a promise. "Would like to" is manner. */
function isUncertain(clause: Clause, tree: Tree, i: number): boolean {
  if (clause.modal !== undefined || clause.future) return true;
  const up = head(tree, i);
  if (relation(tree, i) !== 'xcomp' || up < 0) return false;
  const above = clauseOf(tree, up);
  return above.future || /^(must|might|may|could)$/.test(above.modal ?? '');
}

function holdersOf(scene: Scene, i: number, clause: Clause, voice: Voice): string[] {
  const { tree } = scene;
  const subjects = clause.passive ? clause.objects : clause.subjects;
  const nearer = intervening(scene, i);
  const persons = nearer ? [nearer.first] : subjects.filter((s) => isParty(scene, s));
  const named: Actor[] = actorsOf(scene.cast, persons).filter(isNamed);
  if (named.length > 0) return [...new Set(named.map((n) => principal(n.party)))];
  // "Firmly oppose protectionism": a list of what a speaker stands for.
  const imperative = subjects.length === 0 && relation(tree, i) === 'root' && xpos(tree, i) === 'VB';
  return imperative && voice.attribution.length === 0 && scene.document.speaker !== undefined
    ? [principal(scene.document.speaker)]
    : [];
}

/** "Iraq invaded Kuwait, and Peru, like others, condemns it": a party between the two verbs is the subject of the second. */
function intervening({ tree, cast }: Scene, i: number) {
  if (relation(tree, i) !== 'conj' || child(tree, i, 'nsubj') !== undefined) return undefined;
  const joined = child(tree, i, 'cc');
  if (joined === undefined) return undefined;
  return cast.mentions.find(
    (m) => m.kind === 'party' && m.first === joined + 1 && m.last < i && tree.sentence.forms[m.last] === ',',
  );
}

/** "We commend his able leadership": courtesy to whoever presides. */
function isTribute(tree: Tree, o: number): boolean {
  return (
    /^(leadership|direction|dedication|commitment|effort|work|stewardship|skill|guidance|service)$/.test(
      lemma(tree, o),
    ) && childrenBy(tree, o, 'nmod:poss').some((p) => /^(he|she|his|her|your|you)$/.test(lemma(tree, p)))
  );
}

function isCeremony(scene: Scene, objects: readonly number[]): boolean {
  const { tree, cast } = scene;
  return objects.some(
    (o) =>
      CEREMONY.has(lemma(tree, o)) ||
      upos(tree, o) === 'PRON' ||
      isTribute(tree, o) ||
      (cast.partyAt[o] ?? -1) >= 0 ||
      actorsOf(cast, [o]).some((a) => a.party.includes('/')),
  );
}
