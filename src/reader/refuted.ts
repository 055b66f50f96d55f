import { actorsOf } from './actors.js';
import { verdictOf } from './appraisals.js';
import { type Claim, claim, isPartisan, isPartyOrConduct } from './claim.js';
import { clauseOf } from './clause.js';
import { isNamed, toHolder } from './named.js';
import { ownVoice } from './own-voice.js';
import type { Scene } from './scene.js';
import { child, childrenBy, head, isPredicate, lemma, relation, type Tree } from './tree.js';

/** Nouns that call what they introduce untrue. */
const UNTRUTHS = new Set([
  ...['myth', 'lie', 'fiction', 'fabrication', 'disinformation', 'propaganda', 'slander', 'smear', 'hoax'],
  ...['falsehood', 'nonsense', 'canard', 'fantasy', 'fallacy', 'illusion', 'pretext', 'calumny', 'delusion'],
]);
/** Nouns of what is said by others, which an adjective or a verb may call untrue. */
const SAYINGS = new Set([
  ...[
    'claim',
    'allegation',
    'accusation',
    'narrative',
    'idea',
    'notion',
    'charge',
    'story',
    'theory',
    'rumour',
  ],
  ...[
    'rumor',
    'suggestion',
    'assertion',
    'argument',
    'view',
    'insinuation',
    'talk',
    'campaign',
    'news',
    'belief',
  ],
]);
const UNTRUE = new Set([
  ...[
    'ridiculous',
    'false',
    'baseless',
    'absurd',
    'unfounded',
    'groundless',
    'fake',
    'preposterous',
    'untrue',
  ],
  ...['wrong', 'mistaken', 'ludicrous', 'outlandish', 'malicious', 'slanderous', 'laughable', 'fictitious'],
  ...['conspiracy', 'unsubstantiated', 'bogus', 'misleading', 'fabricated', 'fanciful', 'erroneous'],
]);
const REFUTES = new Set([
  ...[
    'debunk',
    'refute',
    'reject',
    'dismiss',
    'deny',
    'rebut',
    'disprove',
    'belie',
    'repudiate',
    'contradict',
  ],
]);

/**
 * What is reported only to be denied: "the ridiculous conspiracy theory that Chile wants war", "that Chile wants war is a myth". The
 * holder denies it, so its stance is the opposite of what the proposition says.
 */
export function refutedAt(scene: Scene, i: number): Claim | undefined {
  const { tree } = scene;
  if (!isPredicate(tree, i) || !isRefuted(tree, i)) return undefined;
  const voice = ownVoice(scene, head(tree, i));
  if (!isPartisan(scene, voice)) return undefined;
  const subjects = clauseOf(tree, i).subjects.filter((s) => isPartyOrConduct(scene, s));
  const about = actorsOf(scene.cast, subjects).filter(isNamed).map(toHolder);
  if (about.length === 0 || about.length > 3) return undefined;
  const verdict = verdictOf(scene, i, 0);
  const stance = verdict < 0 ? 'support' : verdict > 0 ? 'oppose' : 'neutral';
  return { ...claim(scene, i, about, stance, voice), modality: 'denied', confidence: 0.6 };
}

function isRefuted(tree: Tree, i: number): boolean {
  const up = head(tree, i);
  if (up < 0) return false;
  const rel = relation(tree, i);
  if (rel === 'csubj') return isUntrue(tree, up);
  if (rel !== 'ccomp' && rel !== 'acl' && rel !== 'appos') return false;
  // Parsers waver between a marker and a relative pronoun.
  const that = childrenBy(tree, i, 'mark', 'obj', 'nsubj').some((m) => lemma(tree, m) === 'that');
  if (rel === 'ccomp') return that && REFUTES.has(lemma(tree, up)) && !clauseOf(tree, up).negated;
  if (!that) return false;
  if (isUntrue(tree, up)) return true;
  if (!SAYINGS.has(lemma(tree, up))) return false;
  const governor = head(tree, up);
  if (governor < 0) return false;
  const told = relation(tree, up);
  // "The claim that … is absurd", "… refutes the claim that".
  if (told === 'nsubj' && child(tree, governor, 'cop') !== undefined)
    return isUntrue(tree, governor) && !clauseOf(tree, governor).negated;
  return (
    (told === 'obj' || told === 'nsubj') &&
    REFUTES.has(lemma(tree, governor)) &&
    !clauseOf(tree, governor).negated
  );
}

/** "a myth", "absurd", "a ridiculous theory", "a fake news campaign". */
function isUntrue(tree: Tree, token: number): boolean {
  const word = lemma(tree, token);
  if (UNTRUTHS.has(word) || UNTRUE.has(word)) return true;
  return (
    SAYINGS.has(word) &&
    childrenBy(tree, token, 'amod', 'compound').some(
      (m) =>
        UNTRUE.has(lemma(tree, m)) ||
        UNTRUTHS.has(lemma(tree, m)) ||
        childrenBy(tree, m, 'amod', 'compound').some((n) => UNTRUE.has(lemma(tree, n))),
    )
  );
}
