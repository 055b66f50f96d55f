import type { Stance } from '../record/index.js';
import { aboutOf, HARMS } from './about.js';
import { actorsOf } from './actors.js';
import type { Actor } from './cast.js';
import { type Claim, claim, isPartisan, isPartyOrConduct, opposite, underCondition } from './claim.js';
import { clauseOf, prepositionOf } from './clause.js';
import { concernedBy, topicOf } from './concern.js';
import { isDeniedAbove } from './denied.js';
import { isNamed, principal, toHolder } from './named.js';
import { type OwnVoice, ownVoice } from './own-voice.js';
import { namesPrinciple } from './principles.js';
import type { Scene } from './scene.js';
import { STANDS } from './stands.js';
import { isStated } from './stated.js';
import {
  child,
  childrenBy,
  conjuncts,
  head,
  isNominal,
  lemma,
  relation,
  type Tree,
  upos,
  xpos,
} from './tree.js';

/** Verbs that say little themselves: their object judges. */
const LIGHT = new Set([
  ...['be', 'have', 'make', 'play', 'set', 'show', 'engage', 'commit', 'pose', 'provide', 'take', 'remain'],
  ...['become', 'represent', 'constitute', 'continue', 'demonstrate', 'pursue', 'conduct', 'carry', 'launch'],
  ...['use', 'spread', 'cause', 'perpetrate', 'practise', 'practice', 'bring', 'create', 'give', 'offer'],
  ...['serve', 'act', 'behave', 'do', 'prove', 'sow', 'wage', 'sponsor', 'display', 'exercise', 'impose'],
  ...['resort', 'spark', 'fuel', 'deserve', 'adopt', 'maintain', 'apply', 'base', 'stand'],
]);
/** "tries to mislead", "continues to ignore": the verb below judges. */
const AUXILIARY = new Set([
  'try',
  'seek',
  'attempt',
  'continue',
  'tend',
  'keep',
  'want',
  'intend',
  'persist',
]);

/** What is said of a party or a principle that is not a deed: "Germany has set a shining example". */
export function appraisalAt(scene: Scene, i: number): Claim | undefined {
  const { tree } = scene;
  if (relation(tree, i) === 'xcomp') return undefined;
  const clause = clauseOf(tree, i);
  if (clause.passive || clause.modal !== undefined || !isStated(tree, i) || underCondition(tree, i))
    return undefined;
  // "The United States opposed it": a stand of theirs, no judgement on them. "To exploit": no statement.
  const loose =
    xpos(tree, i) === 'VB' && relation(tree, i) === 'conj' && /^VB[DZP]$/.test(xpos(tree, head(tree, i)));
  if (childrenBy(tree, i, 'mark').some((m) => m < i && lemma(tree, m) === 'to')) return undefined;
  const stands = STANDS.get(lemma(tree, i));
  const theirs = stands === 'oppose' || (stands === 'support' && !clause.negated);
  if (upos(tree, i) === 'VERB' && (theirs || loose) && !clause.future) return undefined;
  // "must embrace reform and be more effective": what is coordinated is to be, too.
  const first = relation(tree, i) === 'conj' && child(tree, i, 'nsubj') === undefined ? head(tree, i) : -1;
  if (first >= 0 && clauseOf(tree, first).modal !== undefined) return undefined;
  // What most predicates say is no judgement: looked at before all that takes longer.
  const verdict = clause.future ? 0 : verdictOf(scene, i, 0);
  if (!clause.future && (verdict === 0 || clause.particle !== undefined)) return undefined;
  const voice = ownVoice(scene, i);
  if (!isPartisan(scene, voice)) return undefined;
  const subjects =
    child(tree, i, 'nsubj') === undefined && relation(tree, i) !== 'conj' ? [] : clause.subjects;
  const about = judgedParties(scene, subjects, voice);
  if (about === undefined) return undefined;
  if (about.length > 0 && clause.future) return forecast(scene, i, about, voice);
  if (clause.future) return undefined;
  const principled = subjects.filter((s) => isNominal(tree, s) && namesPrinciple(scene, s));
  if (about.length === 0 && principled.length === 0) return undefined;
  // "The theme of this session, human rights, …".
  if (about.length === 0 && principled.some((s) => TOPICS.has(lemma(tree, s)))) return undefined;
  // "The challenges to human rights remain relevant" praises nobody.
  if (about.length === 0 && verdict > 0 && principled.some((s) => WOES.has(lemma(tree, s)))) return undefined;
  const stance: Stance = verdict > 0 ? 'support' : 'oppose';
  const denied = isDeniedAbove(tree, i);
  const own = [voice.speaker, scene.document.speaker ?? voice.speaker].map(principal);
  const concerned = concernedBy(scene, principled, about, own, { backed: verdict > 0 });
  const topic = concerned.length > 0 ? concerned : topicOf(scene, i, voice);
  const made = claim(scene, i, topic, denied ? opposite(stance) : stance, voice);
  if (about.length === 0 && made.principles.length === 0) return undefined;
  return { ...made, ...(denied ? { modality: 'denied' as const } : {}), confidence: 0.6 };
}

/** What a text is about is not what it judges, nor is an enemy what it is the enemy of. */
const TOPICS = new Set([
  'theme',
  'topic',
  'title',
  'item',
  'motto',
  'debate',
  'enemy',
  'adversary',
  'opponent',
  'foe',
]);

/** What goes wrong: of which a principle is only the object. */
const WOES = new Set([
  ...[
    'challenge',
    'threat',
    'problem',
    'violation',
    'abuse',
    'lack',
    'absence',
    'denial',
    'erosion',
    'issue',
  ],
  ...['question', 'crisis', 'situation', 'struggle', 'fight', 'obstacle', 'breach', 'panorama', 'victim'],
]);

/** Parties that the subjects are; `undefined` where the speaker is among them, since self-praise is no claim. */
function judgedParties(scene: Scene, subjects: readonly number[], voice: OwnVoice): Actor[] | undefined {
  const conduct = subjects.filter((s) => isPartyOrConduct(scene, s));
  const about = conduct
    .flatMap((s) => doersOf(scene, s))
    .filter(isNamed)
    .map(toHolder);
  const unique = about.filter((a, k) => about.findIndex((b) => b.party === a.party) === k);
  const own = [scene.document.speaker, voice.speaker, ...voice.attribution.map((a) => a.party)].map(
    (party) => party && principal(party),
  );
  return unique.length > 3 || unique.some((a) => own.includes(a.party)) ? undefined : unique;
}

/** Of whom it is said: of an invasion not those who suffer it. */
function doersOf(scene: Scene, subject: number): Actor[] {
  return HARMS.has(lemma(scene.tree, subject)) && upos(scene.tree, subject) === 'NOUN'
    ? aboutOf(scene, [subject], [], { harmful: true })
    : actorsOf(scene.cast, [subject]);
}

/** "India will do so too": what somebody foresees of another party. Statements promise instead. */
function forecast(scene: Scene, i: number, about: readonly Actor[], voice: OwnVoice): Claim | undefined {
  const { genre } = scene.document;
  if (genre === 'statement' || genre === 'agreement') return undefined;
  if (
    genre === 'speech' &&
    about.some((a) => scene.cast.mentions.some((m) => m.first === a.first && m.id.includes('/')))
  )
    return undefined;
  const subject = child(scene.tree, i, 'nsubj');
  if (childrenBy(scene.tree, i, 'advmod').some((a) => lemma(scene.tree, a) === 'hopefully')) return undefined;
  if (subject === undefined || (scene.cast.partyAt[subject] ?? -1) < 0) return undefined;
  // "Hopes are high that it will": a hope.
  const above = relation(scene.tree, i) === 'root' ? -1 : head(scene.tree, i);
  if (
    above >= 0 &&
    (/^hope$/.test(lemma(scene.tree, above)) ||
      childrenBy(scene.tree, above, 'nsubj').some((s) => lemma(scene.tree, s) === 'hope'))
  )
    return undefined;
  // "Will offer a contribution", "will hold a meeting": what is planned is no judgement.
  const { objects } = clauseOf(scene.tree, i);
  if (objects.length > 0 && GIVING.has(lemma(scene.tree, i)) && scene.dates.length === 0) return undefined;
  const verdict = verdictOf(scene, i, 0);
  // "The General Assembly will recall", "shall promote": manner of speaking, and what a charter lays down. What is foretold for a
  // time is no such thing.
  const vague = genre === 'news' || scene.dates.length === 0;
  if (verdict === 0 && (genre === 'speech' || genre === 'news') && vague) return undefined;
  const stance: Stance = verdict > 0 ? 'support' : verdict < 0 ? 'oppose' : 'neutral';
  // What somebody foresees of others is that one's assertion, and nobody's plan.
  return { ...claim(scene, i, about, stance, voice), confidence: 0.5 };
}

const GIVING = new Set([
  ...[
    'offer',
    'provide',
    'give',
    'launch',
    'conduct',
    'adopt',
    'apply',
    'make',
    'take',
    'bring',
    'create',
    'set',
    'hold',
  ],
]);

/** 1 praise, −1 blame, 0 neither: what the predicate itself says, or the object of a verb that says little. */
export function verdictOf(scene: Scene, i: number, depth: number): number {
  const { tree } = scene;
  const clause = clauseOf(tree, i);
  // "Has no credibility" is denied in the phrase.
  const sign = clause.negated && !clause.objects.some((o) => isDenied(tree, o)) ? -1 : 1;
  const word = lemma(tree, i);
  const below = child(tree, i, 'xcomp');
  if (below !== undefined && AUXILIARY.has(word) && depth < 3)
    return sign * verdictOf(scene, below, depth + 1);
  if (upos(tree, i) !== 'VERB') return sign * phraseVerdict(scene, i, 0);
  const manner = childrenBy(tree, i, 'advmod')
    .map((a) => polarityOf(scene, a))
    .find((p) => p !== 0);
  if (manner !== undefined) return sign * manner;
  const own = polarityOf(scene, i);
  if (own !== 0) return sign * own;
  if (!LIGHT.has(word)) return 0;
  const objects = [
    ...clause.objects,
    ...clause.obliques.filter((o) => /^(in|as|like|to)$/.test(o.preposition)).map((o) => o.head),
    ...(below === undefined ? [] : [below]),
  ];
  // "Has a duty to act": what one owes is no praise.
  if (objects.some((o) => /^(duty|obligation|responsibility)$/.test(lemma(tree, o)))) return 0;
  const verdicts = objects.map((o) => phraseVerdict(scene, o, 0));
  return sign * (verdicts.find((v) => v !== 0) ?? 0);
}

/** Of whom this is said, it is not the doing. */
const SUFFERS = new Set(['victim', 'target', 'subject', 'object', 'prey', 'casualty']);
/** What is called so befell somebody: "a tragic example". */
const PITIED = new Set(['tragic', 'sad', 'painful', 'unfortunate', 'heartbreaking', 'telling']);

/** Blame in a phrase outweighs praise: "a flagrant violation of fundamental norms". */
function phraseVerdict(scene: Scene, token: number, depth: number): number {
  const { tree } = scene;
  if (SUFFERS.has(lemma(tree, token))) return 0;
  // "An example of oppression" is what it is an example of; "less effective" is no praise.
  const instance = childrenBy(tree, token, 'nmod').find((n) => prepositionOf(tree, n) === 'of');
  if (/^(example|case|instance|part)$/.test(lemma(tree, token)) && instance !== undefined && depth < 3)
    return lemma(tree, token) === 'part' && isIntegral(tree, token)
      ? 0
      : phraseVerdict(scene, instance, depth + 1);
  const lessened = childrenBy(tree, token, 'advmod').some((a) => /^(less|least)$/.test(lemma(tree, a)));
  if (lessened && polarityOf(scene, token) > 0) return -1;
  if (childrenBy(tree, token, 'amod', 'nmod').some((c) => isPitied(tree, c))) return 0;
  const words = conjuncts(tree, token).flatMap((t) => [t, ...childrenBy(tree, t, 'amod', 'compound')]);
  const scores = words.map((w) => polarityOf(scene, w));
  if (isDenied(tree, token)) return -Math.sign(scores.find((s) => s !== 0) ?? 0);
  if (scores.some((s) => s < 0)) return -1;
  return scores.some((s) => s > 0) ? 1 : depth > 0 ? 0 : ofPart(scene, token);
}

/** "an act of aggression", "a policy of domination": the noun after "of" where the first says nothing. */
function ofPart(scene: Scene, token: number): number {
  const { tree } = scene;
  const part = childrenBy(tree, token, 'nmod').find((n) => lemma(tree, child(tree, n, 'case') ?? n) === 'of');
  return part === undefined ? 0 : phraseVerdict(scene, part, 1);
}

/** "An integral part of Central Asia": a place, no praise. */
function isIntegral(tree: Tree, token: number): boolean {
  return childrenBy(tree, token, 'amod').some((a) => lemma(tree, a) === 'integral');
}

function isPitied(tree: Tree, c: number): boolean {
  return PITIED.has(lemma(tree, c)) || childrenBy(tree, c, 'amod').some((a) => PITIED.has(lemma(tree, a)));
}

function isDenied(tree: Tree, token: number): boolean {
  return childrenBy(tree, token, 'det').some((d) => lemma(tree, d) === 'no');
}

function polarityOf(scene: Scene, token: number): number {
  const { polarity } = scene.lexicon;
  const written = (scene.tree.sentence.forms[token] ?? '').toLowerCase();
  return polarity.get(lemma(scene.tree, token)) ?? polarity.get(written) ?? 0;
}
