import { sectorOf, stateOf } from '../../gazetteer/index.js';
import { actorsAt } from '../actors.js';
import { type Actor, partyMention } from '../cast.js';
import { clauseOf } from '../clause.js';
import { ownVoice } from '../own-voice.js';
import type { Scene } from '../scene.js';
import { child, childrenBy, conjuncts, deprel, head, lemma, relation, type Tree, upos } from '../tree.js';

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
  const every = [...new Set(subjects.flatMap((s) => conjuncts(tree, s)))].filter((t) => !isEvent(scene, t));
  // "For those countries — Mali and Chad — my country": a list that a parser took for part of the subject.
  const own = every.filter((t) => BINDABLE.has(lemma(tree, t)) && isOwn(tree, t));
  const tokens =
    own.length > 0 && upos(tree, every[0] ?? 0) === 'PROPN' && own[0] === every.at(-1) ? own : every;
  for (const token of [...listedBefore(scene, tokens), ...tokens])
    for (const actor of namedAt(scene, token))
      if (!actor.party.startsWith('-') && !found.has(actor.party)) found.set(actor.party, actor);
  return [...found.values()];
}

/** "the Addis Ababa Conference": what is held there promises nothing by itself. */
function isEvent({ tree, cast, gazetteer }: Scene, token: number): boolean {
  const id = partyMention(cast, token)?.id ?? '';
  if (gazetteer.parties.get(id)?.kind === 'body') return false;
  return /^(?:conference|summit|meeting|session|declaration|agreement|treaty|charter|forum|process)$/.test(
    lemma(tree, token),
  );
}

/** "my country", "our Government". */
function isOwn(tree: Tree, token: number): boolean {
  return childrenBy(tree, token, 'nmod:poss').some((p) => /^(?:my|our|i|we)$/.test(lemma(tree, p)));
}

/** "Russia, the United Kingdom and the United States": states of a list that a parser hung elsewhere. */
function listedBefore({ tree, cast }: Scene, tokens: readonly number[]): number[] {
  if (tokens.length < 2) return [];
  const missed: number[] = [];
  let at = Math.min(...tokens);
  const party = cast.partyAt[at] ?? -1;
  if (party < 0) return [];
  at = (cast.mentions[party]?.first ?? at) - 1;
  for (let n = 0; n < 6; n++) {
    if (lemma(tree, at) === 'the') at--;
    if (tree.sentence.forms[at] !== ',' && lemma(tree, at) !== 'then') return missed;
    if (tree.sentence.forms[at] === 'then' && tree.sentence.forms[at - 1] === ',') at--;
    const before = partyMention(cast, at - 1);
    if (before === undefined || before.via !== 'name' || relation(tree, at - 1) === 'nmod') return missed;
    missed.unshift(at - 1);
    at = before.first - 1;
  }
  return missed;
}

function namedAt(scene: Scene, token: number): readonly Actor[] {
  const { tree, cast } = scene;
  const named = (cast.partyAt[token] ?? -1) >= 0;
  if (!named && upos(tree, token) !== 'PRON' && !BINDABLE.has(lemma(tree, token))) return [];
  const actors = !named && isPair(tree, token) ? pairAt(scene, token) : actorsAt(cast, token);
  if (actors.length > 0 || !isContract(scene) || !CONTRACTING.has(lemma(tree, token))) return actors;
  // "The parties shall …": those whom the text names together; "the five states" are others.
  const pair = cast.discourse.pair();
  if (childrenBy(tree, token, 'nummod').some((n) => !isCount(lemma(tree, n), pair.length))) return [];
  if (childrenBy(tree, token, 'compound', 'nmod').some((n) => deprel(tree, n) !== 'nmod:poss')) return [];
  return pair.map((party) => ({ party, first: token, last: token + 1, confidence: 0.6 }));
}

function isPair(tree: Tree, token: number): boolean {
  return (
    upos(tree, token) === 'NOUN' &&
    childrenBy(tree, token, 'det', 'nummod', 'amod').some((d) => /^(?:both|two)$/.test(lemma(tree, d)))
  );
}

/** "When Xi visited Hanoi, the two sides agreed": those whom the sentence itself names, before those named last. */
function pairAt({ cast, tree }: Scene, token: number): readonly Actor[] {
  const named = new Set<string>();
  for (const m of cast.mentions) {
    if (m.last > token || m.id.startsWith('-')) continue;
    if (m.kind === 'party') named.add(stateOf(m.id));
    // Who is visited.
    if (m.kind === 'place' && m.within !== undefined && relation(tree, m.last - 1) === 'obj')
      named.add(m.within);
  }
  const known = actorsAt(cast, token);
  if (named.size === 2)
    return [...named].map((party) => ({ party, first: token, last: token + 1, confidence: 0.7 }));
  if (known.length === 2 && [...named].some((n) => !known.some((k) => stateOf(k.party) === n))) return [];
  return known;
}

function isCount(word: string, many: number): boolean {
  return word === String(many) || word === { 2: 'two', 3: 'three', 4: 'four' }[many];
}

/** A text that parties make together: whom it names, it binds. */
function isContract({ document }: Scene): boolean {
  const { genre, speaker } = document;
  return genre === 'agreement' || (genre === 'statement' && speaker === undefined);
}

const PERSONS = /^(?:i|we|he|she|they|it|us)$/i;

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
    // "There will", "one that will", "which will": nobody's promise.
    if (subjects.every((s) => upos(tree, s) === 'PRON' && !PERSONS.test(tree.sentence.forms[s] ?? '')))
      return [];
    // What the people will do is foretold.
    const own = actors.filter((actor) => stateOf(actor.party) === speaker && sectorOf(actor.party) !== 'CVL');
    // "Both sides will", "Israel and Egypt will": one party tells what both have agreed on.
    return own.length > 0 && (document.genre === 'statement' || isJoint(scene, subjects)) ? actors : own;
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

/** "Israel and Egypt", "both sides", "our two countries"; not "we", nor one party named in two ways. */
function isJoint({ tree }: Scene, subjects: readonly number[]): boolean {
  if (subjects.some((s) => upos(tree, s) === 'PRON')) return false;
  if (subjects.length > 1) return subjects.every((s) => upos(tree, s) === 'PROPN');
  return subjects.some((s) =>
    childrenBy(tree, s, 'det', 'nummod', 'amod').some((d) => /^(?:both|two)$/.test(lemma(tree, d))),
  );
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
  ...['satisfied', 'satisfy', 'certainty', 'faith', 'indicate', 'estimate', 'forecast'],
  ...['time', 'belief', 'expectation', 'chance', 'question', 'prospect', 'fact', 'conviction', 'dream'],
]);

/** "I hope that we will …": what is hoped for, believed or asked is not promised. */
export function isOnlyHoped(tree: Tree, predicate: number): boolean {
  if (tree.sentence.forms[tree.length - 1] === '?') return true;
  for (let at = predicate, n = 0; at >= 0 && n < 8; n++) {
    const up = tree.heads[at] ?? -1;
    if (up < 0 || !['ccomp', 'conj', 'csubj', 'acl', 'xcomp', 'advcl'].includes(relation(tree, at)))
      return false;
    // "I believe that we will go on, and that we will work"
    const isThat = childrenBy(tree, at, 'mark').some((m) => lemma(tree, m) === 'that');
    if ((relation(tree, at) !== 'conj' || isThat) && HOPES.has(lemma(tree, up))) return true;
    // "we express the hope that they will"
    if (relation(tree, at) === 'ccomp' && childrenBy(tree, up, 'obj').some((o) => HOPES.has(lemma(tree, o))))
      return true;
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
