import type { Scene } from '../scene.js';
import { lemma, upos } from '../tree.js';
import { agreements } from './agreement.js';
import { alliances, nonAlignment } from './alliance.js';
import { dialogueRelations, MECHANISM, mechanisms } from './dialogue.js';
import { disputes } from './dispute.js';
import { membershipByVerb } from './membership.js';
import { diplomaticRelations, PARTNERSHIP, partnerships } from './partnership.js';
import { membershipByNoun } from './roles.js';
import { sanctions } from './sanctions.js';
import type { FoundTie, Tie } from './standing.js';

/** Ties that a sentence states: their nouns and verbs, never inferred from events. */
export function foundTies(scene: Scene): FoundTie[] {
  const found: FoundTie[] = [];
  for (let i = 0; i < scene.tree.length; i++) for (const tie of tiesAt(scene, i)) found.push(tie);
  return found.length < 2
    ? found
    : found.filter(({ tie }, k) => !found.slice(0, k).some((before) => isSame(before.tie, tie)));
}

/** Those that the sentence tells made or raised, as their founding announces them. */
export function foundingsOf(found: readonly FoundTie[]): Tie[] {
  return found.filter(({ founding }) => founding).map(({ tie }) => ({ ...tie, status: 'announced' }));
}

/** "signed the continental free trade area agreement" names one agreement by two nouns. */
function isSame(a: Tie, b: Tie): boolean {
  if (
    a.tie !== b.tie ||
    a.parties.length !== b.parties.length ||
    a.passages[0]?.start !== b.passages[0]?.start
  )
    return false;
  if (
    a.tie === 'agreement' &&
    a.instrument !== undefined &&
    b.instrument !== undefined &&
    a.instrument !== b.instrument
  )
    return false;
  if (a.tie === 'membership' && a.name !== b.name) return false;
  if (a.tie === 'agreement' && a.instrument === undefined && a.name !== b.name) return false;
  return a.parties.every((p) => b.parties.some((q) => q.party === p.party));
}

const NO_TIES: readonly FoundTie[] = [];

function tiesAt(scene: Scene, i: number): readonly FoundTie[] {
  const { tree } = scene;
  const tag = upos(tree, i);
  const word = lemma(tree, i);
  if (tag === 'VERB') return MEMBER_VERBS.has(word) ? membershipByVerb(scene, i) : NO_TIES;
  if (tag !== 'NOUN' && tag !== 'PROPN') return NO_TIES;
  if ((scene.cast.instrumentAt[i] ?? -1) >= 0) return agreements(scene, i);
  if (!NOUNS.has(word)) return NO_TIES;
  if (PARTNERSHIP.has(word)) {
    const partnered = partnerships(scene, i);
    if (partnered.length > 0) return partnered;
    const talking = dialogueRelations(scene, i);
    return talking.length > 0 ? talking : diplomaticRelations(scene, i);
  }
  if (ALLIANCE.has(word)) {
    const allied = alliances(scene, i);
    if (allied.length > 0 || word !== 'pact') return allied;
  }
  if (word === 'non-alignment' || word === 'nonalignment') return nonAlignment(scene, i);
  if (AGREEMENT.has(word)) return agreements(scene, i);
  if (MEMBERSHIP.has(word)) return membershipByNoun(scene, i);
  if (word === 'dispute') return disputes(scene, i);
  if (word === 'sanction' || word === 'embargo' || word === 'blockade') return sanctions(scene, i);
  return MECHANISM.has(word) ? mechanisms(scene, i) : [];
}

const ALLIANCE = new Set(['alliance', 'ally', 'bloc', 'pact']);
const AGREEMENT = new Set([
  ...['agreement', 'treaty', 'accord', 'fta', 'pact', 'memorandum', 'mou', 'convention', 'protocol', 'deal'],
  'compact',
]);
const MEMBERSHIP = new Set([
  ...['member', 'membership', 'chair', 'chairmanship', 'presidency', 'founder', 'observer', 'chairman'],
  ...['candidate', 'candidacy', 'admission', 'accession', 'withdrawal', 'readmission'],
]);
/** All nouns that are looked at: most nouns are none of them. */
const NOUNS = new Set([
  ...[...PARTNERSHIP, ...ALLIANCE, ...AGREEMENT, ...MEMBERSHIP, ...MECHANISM],
  ...['non-alignment', 'nonalignment', 'dispute', 'sanction', 'embargo', 'blockade'],
]);
const MEMBER_VERBS = new Set([
  ...[
    'join',
    'accede',
    'leave',
    'rejoin',
    'withdraw',
    'quit',
    'enter',
    'admit',
    'expel',
    'suspend',
    'exit',
    'elect',
  ],
]);
