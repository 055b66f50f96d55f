import type { Stance } from '../record/index.js';
import type { Actor } from './cast.js';
import { contrastOf } from './contrast.js';
import { distancedIn } from './distance.js';
import { principal } from './named.js';
import type { OwnVoice } from './own-voice.js';
import { principlesOf } from './principles.js';
import { modalityOf } from './proposition.js';
import { clauseExtent, type Made, refs, type Scene, spanOf, type Voice, wordsOf } from './scene.js';
import { child, childrenBy, head, lemma, type Tree, upos } from './tree.js';
import { wholeClause } from './whole-clause.js';

export type Claim = Made<'claim'>;

/** A claim whose proposition is the clause that `i` heads. */
export function claim(
  scene: Scene,
  i: number,
  about: readonly Actor[],
  stance: Stance,
  voice: OwnVoice,
): Claim {
  const { first } = clauseExtent(scene.tree, i);
  const whole = wholeClause(scene, i);
  const contrast = contrastOf(scene, i);
  const others = about.filter((a) => !contrast.some((c) => c.party === a.party));
  const distanced = distancedIn(scene, whole.text, voice.attribution.length > 0);
  return {
    kind: 'claim',
    about: refs(
      scene,
      (others.length > 0 ? others : about).filter((a) => !isContinent(scene, a)),
    ),
    stance,
    proposition: whole.text,
    principles: principlesOf(scene, Math.max(first, whole.first), whole.last),
    ...(voice.jointly.length > 0 ? { jointly: refs(scene, voice.jointly) } : {}),
    ...(contrast.length > 0 ? { contrast: refs(scene, contrast) } : {}),
    ...(distanced.length > 0 ? { distanced } : {}),
    passages: [spanOf(scene, whole.first, whole.last)],
    speaker: voice.speaker,
    attribution: [...voice.attribution],
    modality: voice.attribution.some((a) => a.modality === 'alleged' && !BELIEVING.has(a.verb))
      ? 'alleged'
      : modalityOf(scene.tree, i),
    confidence: 0.6,
  };
}

/** Before the United Nations "America" alone is often the continent: only the United States mean themselves by it. */
function isContinent(scene: Scene, { party, first, last }: Actor): boolean {
  const { genre, speaker } = scene.document;
  return (
    genre === 'speech' && party === 'USA' && speaker !== 'USA' && wordsOf(scene, first, last) === 'America'
  );
}

/** Who believes something asserts it. */
const BELIEVING = new Set(['believe', 'consider', 'think', 'hold', 'feel', 'see', 'regard', 'view']);

/** Nouns that stand for the party that owns or qualifies them: "my delegation", "the Chinese government". */
export const SPOKESPEOPLE = new Set([
  ...['delegation', 'government', 'country', 'people', 'nation', 'state', 'leader', 'president', 'minister'],
  ...[
    'side',
    'party',
    'ministry',
    'spokesperson',
    'spokesman',
    'spokeswoman',
    'parliament',
    'administration',
  ],
  ...['authority', 'member', 'union', 'association', 'king', 'premier', 'chancellor', 'ambassador', 'army'],
  ...['representative', 'official', 'congress', 'senate', 'council', 'commission', 'leadership', 'regime'],
  ...['republic', 'kingdom', 'diplomacy', 'military', 'secretary'],
]);

/** Nouns of what a party does: what is said of them is said of the party. */
const CONDUCT = new Set([
  ...['policy', 'action', 'decision', 'conduct', 'behaviour', 'behavior', 'position', 'attitude', 'stance'],
  ...['measure', 'act', 'move', 'practice', 'law', 'approach', 'role', 'leadership', 'record', 'refusal'],
  ...['claim', 'argument', 'regime', 'rule', 'forces', 'troops', 'proposal', 'statement', 'failure'],
]);

/** Whether the phrase headed by `token` is a party, and not a thing of the party's. */
export function isParty(scene: Scene, token: number): boolean {
  const { tree, cast } = scene;
  if (upos(tree, token) === 'PRON') return isClearPronoun(scene, token);
  return (cast.partyAt[token] ?? -1) >= 0 || SPOKESPEOPLE.has(lemma(tree, token));
}

/** "We" is the speaker. "It" and "they" are often things or persons: not taken in speeches, nor of a state of being. */
function isClearPronoun(scene: Scene, token: number): boolean {
  const { tree, document } = scene;
  const word = (tree.sentence.forms[token] ?? '').toLowerCase();
  if (/^(i|we|me|us|both)$/.test(word)) return true;
  const up = head(tree, token);
  if (word === 'it')
    return up >= 0 && upos(tree, up) === 'VERB' && child(tree, up, 'expl', 'csubj') === undefined;
  return document.genre === 'statement' || document.genre === 'agreement' || document.genre === 'news';
}

/** Whether the phrase headed by `token` is a party or what it does. */
export function isPartyOrConduct(scene: Scene, token: number): boolean {
  const word = lemma(scene.tree, token);
  if (isParty(scene, token) || CONDUCT.has(word)) return true;
  // Criticism of a party is not the party's.
  const owners = childrenBy(scene.tree, token, 'nmod:poss', 'amod', 'compound');
  return scene.lexicon.nouns.has(word) && owners.some((o) => (scene.cast.partyAt[o] ?? -1) >= 0);
}

export function underCondition(tree: Tree, i: number): boolean {
  return childrenBy(tree, i, 'mark').some((m) => CONDITIONS.has(lemma(tree, m)));
}

const CONDITIONS = new Set(['if', 'unless', 'whether']);

/** Questions claim nothing. */
export function isQuestion(tree: Tree): boolean {
  return tree.sentence.forms.slice(-2).includes('?');
}

/** In a speech a quotation that an earlier sentence opened, or a stray mark: nobody can tell whose word it is. */
export function isQuotedAtLength({ document, quoted }: Scene): boolean {
  if (document.genre !== 'speech' || document.speaker === undefined || quoted === undefined) return false;
  return principal(quoted.party) !== principal(document.speaker);
}

export function opposite(stance: Stance): Stance {
  return stance === 'support' ? 'oppose' : stance === 'oppose' ? 'support' : 'neutral';
}

/** Whether somebody is made to speak for a view: an opinion, a speech, a statement of a party, or who is reported. */
export function isPartisan(scene: Scene, voice: Voice): boolean {
  const { genre, speaker } = scene.document;
  if (voice.attribution.length > 0)
    return (
      !voice.attribution.some((a) => BYSTANDERS.test(a.party)) &&
      !voice.speaker.startsWith('-') &&
      // In news a quotation runs on past people who are nobody known, and the last one known is not who speaks.
      !(genre === 'news' && voice.attribution[0] === scene.quoted)
    );
  return genre === 'opinion' || ((genre === 'speech' || genre === 'statement') && speaker !== undefined);
}

/** Sectors whose words are not a party's: citizens, doctors, journalists, police. */
const BYSTANDERS = /\/(?:CVL|MED|JRN|COP|EDU|BUS|CRM)$/;
