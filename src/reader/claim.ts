import type { Stance } from '../record/index.js';
import { actorsAt } from './actors.js';
import type { Actor } from './cast.js';
import { clauseOf, prepositionOf } from './clause.js';
import type { Lexicon } from './lexicon.js';
import { clauseExtent, clausePassage, type Made, refs, type Scene, type Voice, wordsOf } from './scene.js';
import {
  child,
  childrenBy,
  conjuncts,
  deprel,
  extent,
  head,
  lemma,
  relation,
  type Tree,
  upos,
  xpos,
} from './tree.js';

export type Claim = Made<'claim'>;

/** A claim whose proposition is the clause that `i` heads. */
export function claim(scene: Scene, i: number, about: readonly Actor[], stance: Stance, voice: Voice): Claim {
  const { first, last } = clauseExtent(scene.tree, i);
  const { modal } = clauseOf(scene.tree, i);
  return {
    kind: 'claim',
    about: refs(scene, about),
    stance,
    proposition: wordsOf(scene, first, last),
    principles: principlesOf(scene, first, last),
    passages: [clausePassage(scene, i)],
    speaker: voice.speaker,
    attribution: [...voice.attribution],
    modality: voice.attribution.some((a) => a.modality === 'alleged' && !BELIEVING.has(a.verb))
      ? 'alleged'
      : modal === 'could' || modal === 'can' || modal === 'may' || modal === 'might'
        ? 'hypothetical'
        : 'asserted',
    confidence: 0.6,
  };
}

/** Who believes something asserts it. */
const BELIEVING = new Set(['believe', 'consider', 'think', 'hold', 'feel', 'see', 'regard', 'view']);

/**
 * Parties that the phrases headed by `objects` are about: those that own them, are their source or their object.
 * Whom something is directed against or withheld from is its victim, and a relative clause tells another story.
 *
 * @param harmful whether the deed is opposed: then whose oppression or blockade it is is the victim, too
 */
export function aboutOf(
  scene: Scene,
  objects: readonly number[],
  holders: readonly string[],
  harmful = false,
): Actor[] {
  const seen = new Set(holders);
  return objects
    .flatMap((o) => {
      const heads = conjuncts(scene.tree, o);
      // "The government and people of Chile": who is named goes before whom "the government" might refer to.
      const known = heads.filter((h) =>
        childrenBy(scene.tree, h, 'nmod').some((n) => (scene.cast.partyAt[n] ?? -1) >= 0),
      );
      const bare = heads.filter((h) => known.length === 0 || !SPOKESPEOPLE.has(lemma(scene.tree, h)));
      return [...known, ...bare.filter((h) => !known.includes(h))];
    })
    .flatMap((o) => partiesBelow(scene, o, 0, harmful))
    .filter(isNamed)
    .map(toPrincipal)
    .filter((a) => !seen.has(a.party) && seen.add(a.party) !== undefined);
}

const VICTIMS = new Set([
  'against',
  'from',
  'on',
  'upon',
  'despite',
  'without',
  'through',
  'under',
  'before',
]);

/** Nouns whose "of" names whoever suffers it. */
const HARMS = new Set([
  ...['blockade', 'embargo', 'oppression', 'occupation', 'invasion', 'bombing', 'killing', 'persecution'],
  ...['annexation', 'isolation', 'massacre', 'genocide', 'exclusion', 'dismemberment', 'partition', 'murder'],
  ...['assassination', 'violation', 'colonization', 'bombardment', 'destruction', 'repression', 'siege'],
]);

function partiesBelow(scene: Scene, token: number, depth: number, harmful: boolean): Actor[] {
  const { tree, cast } = scene;
  if ((cast.partyAt[token] ?? -1) >= 0) return actorsAt(cast, token);
  const doers = childrenBy(tree, token, 'nmod', 'obl').filter((c) => prepositionOf(tree, c) === 'by');
  if (doers.length > 0) return doers.flatMap((d) => conjuncts(tree, d)).flatMap((d) => actorsAt(cast, d));
  // "Its" and "their" may be anybody's.
  const suffered = harmful && HARMS.has(lemma(tree, token));
  if (
    suffered &&
    childrenBy(tree, token, 'nmod:poss', 'amod', 'compound').every((c) => (cast.partyAt[c] ?? -1) < 0)
  )
    return [];
  const owners = childrenBy(tree, token, 'nmod:poss').some((o) =>
    /^(its|their|his|her)$/i.test(tree.sentence.forms[o] ?? ''),
  )
    ? []
    : actorsAt(cast, token);
  if (owners.length > 0) return owners;
  if (depth > 3) return [];
  return childrenBy(tree, token, 'nmod', 'acl')
    .filter((c) => deprel(tree, c) !== 'acl:relcl' && !VICTIMS.has(prepositionOf(tree, c)))
    .filter((c) => relation(tree, c) === 'nmod' || xpos(tree, c) === 'VBN')
    .flatMap((c) => conjuncts(tree, c))
    .flatMap((c) => partiesBelow(scene, c, depth + 1, harmful));
}

const forms = new WeakMap<Lexicon, readonly (readonly [string, readonly string[]])[]>();

/** Principles that the words from `first` to `last` (exclusive) name. */
export function principlesOf(scene: Scene, first: number, last: number): string[] {
  const { lexicon } = scene;
  const known =
    forms.get(lexicon) ??
    [...lexicon.principles].map(([principle, names]) => [principle, names.map(plain)] as const);
  forms.set(lexicon, known);
  const text = plain(wordsOf(scene, first, last));
  return known
    .filter(([, names]) => names.some((name) => text.includes(name)))
    .map(([principle]) => principle);
}

/** Lower case, hyphens and all else that is no letter as one space, so that "non-aggression" is "non aggression". */
function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()} `;
}

/** Nouns that stand for the party that owns or qualifies them: "my delegation", "the Chinese government". */
const SPOKESPEOPLE = new Set([
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

/** Principles that the phrase headed by `token` is about; what its relative clauses name are side matters. */
export function namesPrinciple(scene: Scene, token: number): boolean {
  const { tree } = scene;
  const { first, last } = extent(
    tree,
    token,
    (c) =>
      ['acl:relcl', 'advcl', 'parataxis', 'appos'].includes(deprel(tree, c)) ||
      (relation(tree, c) === 'conj' && head(tree, c) === token),
  );
  return principlesOf(scene, first, last + 1).length > 0;
}

export function underCondition(tree: Tree, i: number): boolean {
  return childrenBy(tree, i, 'mark').some((m) => ['if', 'unless', 'whether'].includes(lemma(tree, m)));
}

/** Questions claim nothing. */
export function isQuestion(tree: Tree): boolean {
  return tree.sentence.forms.slice(-2).includes('?');
}

export function opposite(stance: Stance): Stance {
  return stance === 'support' ? 'oppose' : stance === 'oppose' ? 'support' : 'neutral';
}

export function isNamed(actor: Actor): boolean {
  return !actor.party.startsWith('-');
}

export function principal(party: string): string {
  return party.replace(/(?<=[^-])\/.*$/, '');
}

export function toPrincipal(actor: Actor): Actor {
  return { ...actor, party: principal(actor.party) };
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
