import { namesActor } from '../actors.js';
import { clauseOf, isTemporal } from '../clause.js';
import type { Scene } from '../scene.js';
import { childrenBy, conjuncts, deprel, head, isPredicate, lemma, relation, type Tree } from '../tree.js';
import type { Candidate } from './candidate.js';

/**
 * Whom it concerns: whom the roles name, if that is someone; in giving, yielding and mere statements else someone or
 * somewhere named in the object, an oblique or a purpose ("sent medicine to Fiji", "to help Fiji"); else the object,
 * unless it only names the act ("held talks").
 */
export function undergoers(scene: Scene, best: Candidate): readonly number[] {
  const { tree } = scene;
  const somebody = (tokens: readonly number[]) => tokens.filter((t) => namesSomebody(scene, t));
  const isActNoun = (t: number) =>
    best.deed?.specificity !== 0 && scene.lexicon.nouns.has(lemma(tree, t)) && tree.upos[t] === 'NOUN';
  const targeted =
    best.deed !== undefined && !GIVING.has(best.deed.actClass) && best.recipients.some((r) => !isActNoun(r));
  if (targeted || somebody(best.recipients).length > 0 || !isPredicate(tree, best.token))
    return best.recipients;
  const predicate = best.deed?.clause?.predicate ?? best.token;
  const clause = clauseOf(tree, predicate);
  const free = (tokens: readonly number[]) => tokens.filter((t) => !best.sources.includes(t));
  const objects = free(clause.objects);
  const acted = somebody(objects);
  if (acted.length > 0) return acted;
  const obliques = free(
    clause.obliques.filter((o) => !ASIDE_PREPOSITIONS.has(o.preposition)).map((o) => o.head),
  );
  const held = best.recipients.length > 0 ? best.recipients : objects;
  const content = held.flatMap((o) =>
    childrenBy(tree, o, 'acl', 'ccomp').flatMap((c) => childrenBy(tree, c, 'nsubj')),
  );
  const purpose = childrenBy(tree, predicate, 'advcl', 'xcomp').flatMap((c) => clauseOf(tree, c).objects);
  const named = somebody([
    ...held.flatMap((o) => complements(tree, o, 0)),
    ...obliques,
    ...obliques.flatMap((o) => complements(tree, o, 0)),
    ...purpose,
    ...purpose.flatMap((o) => complements(tree, o, 0)),
  ])[0];
  if (named !== undefined) return conjuncts(tree, named);
  if (content.length > 0) return content;
  if (best.recipients.length > 0) return best.recipients;
  const patients = objects.filter((o) => !scene.lexicon.nouns.has(lemma(tree, o)));
  return patients.length > 0 || best.deed ? patients : obliques.slice(0, 1);
}

const GIVING = new Set(['material-cooperation', 'yielding', 'verbal-cooperation']);
const ASIDE_PREPOSITIONS = new Set([
  'by',
  'after',
  'before',
  'during',
  'since',
  'because of',
  'due to',
  'amid',
  'despite',
]);

/** "The group said it would …": who "it" is, where the report says so. */
export function unveiled(scene: Scene, sources: readonly number[], token: number): readonly number[] {
  const { tree } = scene;
  if (sources.length !== 1 || tree.upos[sources[0] ?? -1] !== 'PRON') return sources;
  for (let at = token, n = 0; at >= 0 && n < 6; at = head(tree, at), n++) {
    const up = head(tree, at);
    if (up < 0 || !/^(ccomp|xcomp|conj)$/.test(relation(tree, at))) continue;
    const subjects = clauseOf(tree, up).subjects;
    if (subjects.length > 0 && !subjects.some((s) => tree.upos[s] === 'PRON')) return subjects;
  }
  return sources;
}

/** Nouns that hang on a noun by a preposition, nearest first. */
function complements(tree: Tree, noun: number, depth: number): number[] {
  if (depth > 2) return [];
  const own = childrenBy(tree, noun, 'nmod', 'obl').filter(
    (c) => deprel(tree, c) !== 'nmod:poss' && !isTemporal(tree, c),
  );
  return [...own, ...own.flatMap((c) => complements(tree, c, depth + 1))];
}

function namesSomebody(scene: Scene, token: number): boolean {
  return namesActor(scene.cast, token) || (scene.cast.placeAt[token] ?? -1) >= 0;
}
