import { sectorOf, stateOf } from '../../gazetteer/index.js';
import { actorsAt } from '../actors.js';
import type { Actor } from '../cast.js';
import { clauseOf } from '../clause.js';
import { ownVoice } from '../own-voice.js';
import type { Scene } from '../scene.js';
import { child, childrenBy, conjuncts, head, lemma, relation, type Tree, upos } from '../tree.js';

/** Nouns that stand for a party that can bind itself; "our climate" or "China's economy" cannot. */
const BINDABLE = new Set([
  ...['government', 'country', 'nation', 'state', 'delegation', 'ministry', 'side', 'party', 'leader'],
  ...['president', 'minister', 'administration', 'authority', 'parliament', 'congress', 'senate', 'army'],
  ...['force', 'official', 'member', 'bloc', 'group', 'alliance', 'union', 'association', 'republic'],
  ...['kingdom', 'partner', 'representative', 'secretariat', 'commission', 'cabinet', 'navy', 'military'],
  ...['colleague', 'counterpart'],
  ...['presidency', 'premier', 'chancellor', 'spokesman', 'spokesperson'],
]);
/** Who speaks for no one but himself: a scholar's "we will" binds no state. */
const PRIVATE = new Set(['EDU', 'JRN', 'CVL', 'SOC', 'MED', 'REF', 'ELI']);
const CONTRACTING = new Set([
  'party',
  'side',
  'participant',
  'signatory',
  'country',
  'state',
  'leader',
  'member',
]);

/** The parties that subjects name and that can bind themselves, each once. */
export function bindable(scene: Scene, subjects: readonly number[]): Actor[] {
  const { tree } = scene;
  const found = new Map<string, Actor>();
  for (const token of subjects.flatMap((s) => conjuncts(tree, s)))
    for (const actor of namedAt(scene, token))
      if (!actor.party.startsWith('-') && !found.has(actor.party)) found.set(actor.party, actor);
  return [...found.values()];
}

function namedAt(scene: Scene, token: number): readonly Actor[] {
  const { tree, cast } = scene;
  const named = (cast.partyAt[token] ?? -1) >= 0;
  if (!named && upos(tree, token) !== 'PRON' && !BINDABLE.has(lemma(tree, token))) return [];
  const actors = actorsAt(cast, token);
  if (actors.length > 0 || !isContract(scene) || !CONTRACTING.has(lemma(tree, token))) return actors;
  // "The parties shall …": those whom the text names together.
  return cast.discourse.pair().map((party) => ({ party, first: token, last: token + 1, confidence: 0.6 }));
}

/** A text that parties make together: whom it names, it binds. */
function isContract({ document }: Scene): boolean {
  const { genre, speaker } = document;
  return genre === 'agreement' || (genre === 'statement' && speaker === undefined);
}

/** Of the parties, those whose own word the clause at `predicate` is. */
export function bound(scene: Scene, predicate: number, subjects: readonly number[]): Actor[] {
  const { tree, document } = scene;
  const words = subjects.map((s) => lemma(tree, s));
  const { attribution } = ownVoice(scene, predicate);
  const speaker = document.speaker === undefined ? undefined : stateOf(document.speaker);
  const actors = bindable(scene, subjects);
  if (attribution.length === 0) {
    if (isContract(scene)) return actors;
    // In a speech "it" and "they" are mostly others, or no party at all.
    if (words.every((word) => word === 'it' || word === 'they')) return [];
    // What the people will do is foretold.
    const own = actors.filter((actor) => stateOf(actor.party) === speaker && sectorOf(actor.party) !== 'CVL');
    // "Both sides will": one party's statement tells what both have agreed on.
    return own.length > 0 && document.genre === 'statement' ? actors : own;
  }
  // "Trump announced he would": the pronoun is whoever tells it.
  if (subjects.length === 1 && words.every((word) => /^(?:it|they|he|she)$/.test(word))) {
    const tellers =
      relation(tree, predicate) === 'ccomp' ? clauseOf(tree, head(tree, predicate)).subjects : [];
    if (words[0] === 'it' && tellers.some((t) => lemma(tree, t) === 'they')) return [];
    if (tellers.length > 0)
      return bindable(scene, tellers).filter((a) => !PRIVATE.has(sectorOf(a.party) ?? ''));
  }
  return actors.flatMap((actor) => {
    const own = attribution.find((a) => stateOf(a.party) === stateOf(actor.party));
    if (!own) return stateOf(actor.party) === speaker ? [actor] : [];
    if (PRIVATE.has(sectorOf(own.party) ?? '')) return [];
    return [isFirstPerson(tree, actor) ? { ...actor, party: own.party } : actor];
  });
}

function isFirstPerson(tree: Tree, { first }: Actor): boolean {
  return upos(tree, first) === 'PRON' && /^(i|we)$/.test(lemma(tree, first));
}

const HOPES = new Set([
  ...['hope', 'believe', 'trust', 'expect', 'think', 'fear', 'doubt', 'wish', 'know', 'see', 'understand'],
  ...[
    'feel',
    'predict',
    'mean',
    'suggest',
    'imagine',
    'assume',
    'wonder',
    'demand',
    'want',
    'suppose',
    'ask',
  ],
  ...['hopeful', 'confident', 'sure', 'certain', 'convinced', 'optimistic', 'convince', 'likely', 'possible'],
  ...['time', 'belief', 'expectation', 'chance', 'question', 'prospect', 'fact', 'conviction', 'dream'],
]);

/** "I hope that we will …": what is hoped for, believed or asked is not promised. */
export function isOnlyHoped(tree: Tree, predicate: number): boolean {
  if (tree.sentence.forms[tree.length - 1] === '?') return true;
  for (let at = predicate, n = 0; at >= 0 && n < 8; n++) {
    const up = tree.heads[at] ?? -1;
    if (up < 0 || !['ccomp', 'conj', 'csubj', 'acl', 'xcomp', 'advcl'].includes(relation(tree, at)))
      return false;
    if (relation(tree, at) !== 'conj' && HOPES.has(lemma(tree, up))) return true;
    at = up;
  }
  return false;
}

/**
 * "If we do not act, we will …", "otherwise", "only thus": what follows from something is foretold. A promise may still
 * hang on what another party does ("if they attack, we will") or on a wish fulfilled ("if we find a cure, we will share it").
 */
export function isOnlyConsequence(scene: Scene, predicate: number): boolean {
  const { tree } = scene;
  if (
    /^(?:otherwise|only|until)$/.test(lemma(tree, 0)) ||
    (lemma(tree, 0) === 'if' && lemma(tree, 1) === 'not')
  )
    return true;
  // A consequence may have several verbs: "we will fail, and we will push more people into slavery".
  const above = relation(tree, predicate) === 'conj' ? head(tree, predicate) : predicate;
  const mine = (form: string | undefined) => /^(?:we|i)$/i.test(form ?? '');
  return [predicate, above]
    .flatMap((at) => childrenBy(tree, at, 'advcl'))
    .some((c) => {
      if (!underCondition(tree, c)) return false;
      const clause = clauseOf(tree, c);
      // "if we do so, we shall be contributing to"
      if (clause.subjects.some((s) => mine(tree.sentence.forms[s])) && c < predicate) return true;
      return clause.negated || bindable(scene, clause.subjects).length === 0;
    });
}

/** "if", "unless", "whether". */
export function underCondition(tree: Tree, i: number): boolean {
  return childrenBy(tree, i, 'mark').some((m) => ['if', 'unless', 'whether'].includes(lemma(tree, m)));
}

/** An infinitive with "to": what it names is governed by the verb above it. */
export function isInfinitive(tree: Tree, i: number): boolean {
  if (child(tree, i, 'nsubj') !== undefined) return false;
  return childrenBy(tree, i, 'mark').some((m) => lemma(tree, m) === 'to');
}
