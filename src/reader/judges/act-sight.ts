import type { WordVectors } from '../../language/index.js';
import { clauseOf, prepositionOf } from '../clause.js';
import { codingOfDeed } from '../coding.js';
import { rootByCameo } from '../relations/roots.js';
import type { Scene } from '../scene.js';
import {
  child,
  children,
  childrenBy,
  deprel,
  head,
  isPredicate,
  lemma,
  relation,
  type Tree,
  upos,
  xpos,
} from '../tree.js';
import { N, OUTER, type PlaceNames, TOKEN } from './act-features.js';
import type { FeatureName } from './features.js';
import { kindOf } from './kinds.js';
import type { Player } from './player.js';
import { playersOf } from './players.js';
import { ACT_SLOTS, type AddFeature, type Show, upTo } from './sight.js';
import type { Trigger } from './triggers.js';
import { vectorRow } from './vector-rows.js';

/** What the judge of acts sees of a word that may tell an event. */
export function actSight(scene: Scene, trigger: Trigger, vectors: WordVectors): Show {
  return (add) => showAct(scene, trigger, vectors, add);
}

function showAct(scene: Scene, trigger: Trigger, vectors: WordVectors, add: AddFeature): Int32Array {
  const { tree } = scene;
  const { token, outer } = trigger.deed;
  const players = playersOf(scene);
  ruleFeatures(scene, trigger, players, add);
  wordFeatures(tree, token, TOKEN, add);
  if (outer !== token) wordFeatures(tree, outer, OUTER, add);
  else add(N.outer, 'same');
  pathUp(tree, outer, add);
  argumentFeatures(scene, outer, players, OUTER, add);
  if (outer !== token) argumentFeatures(scene, token, players, TOKEN, add);
  nearFeatures(tree, outer, add);
  textFeatures(scene, trigger.silent ? 'none' : trigger.deed.act, players, add);
  const words = new Int32Array(ACT_SLOTS);
  const row = (i: number): number => vectorRow(tree, vectors, i);
  words[0] = row(token);
  words[1] = outer === token ? -1 : row(outer);
  words[2] = row(child(tree, outer, 'nsubj') ?? -1);
  words[3] = row(child(tree, token, 'obj', 'nmod', 'obl') ?? -1);
  words[4] = row(head(tree, outer));
  return words;
}

function ruleFeatures(
  scene: Scene,
  { deed, silent }: Trigger,
  players: readonly Player[],
  add: AddFeature,
): void {
  const coding = silent ? undefined : codingOfDeed(scene.lexicon, deed);
  const root = coding ? rootByCameo(scene.lexicon, coding) : 'none';
  const kind = deed.noun ? 'noun' : 'verb';
  const ended = deed.reversed ? 'ended' : undefined;
  add(N.root, root, kind);
  add(N.type, coding?.type);
  add(N.cameo, coding?.cameo);
  add(N.act, silent ? 'none' : deed.act);
  add(N.actStage, silent ? 'none' : deed.act, deed.stage);
  if (!silent) add(N.classStage, deed.actClass, deed.stage, ended);
  add(N.stage, deed.stage, ended ?? kind, ended && kind);
  add(N.specificity, upTo(2, deed.specificity), kind);
  if (deed.hypothetical) add(N.deed, 'hypothetical');
  if (deed.weak) add(N.deed, 'weak');
  if (deed.symmetric) add(N.deed, 'symmetric');
  if (deed.addressed) add(N.deed, 'addressed');
  if (deed.appeal) add(N.deed, 'appeal');
  add(N.reports, upTo(2, deed.reports.length));
  for (const { row } of deed.reports) add(N.reported, row.modality ?? 'asserted');
  const sources = amongThem(players, deed.sources);
  const recipients = amongThem(players, deed.recipients);
  add(N.sources, upTo(2, sources.length), kind);
  add(N.recipients, upTo(2, recipients.length), kind);
  for (const player of sources) add(N.sourceKind, kindOf(scene, player), root);
  for (const player of recipients) add(N.recipientKind, kindOf(scene, player), root);
  add(N.parties, upTo(1, sources.length) + upTo(1, recipients.length), root, kind);
  const [source] = deed.sources;
  const [recipient] = deed.recipients;
  if (source !== undefined) add(N.sourceWord, lemma(scene.tree, source));
  if (recipient !== undefined) add(N.recipientWord, lemma(scene.tree, recipient));
}

const NOBODY: readonly Player[] = [];

function amongThem(players: readonly Player[], tokens: readonly number[]): readonly Player[] {
  if (players.length === 0 || tokens.length === 0) return NOBODY;
  return players.filter((p) => tokens.includes(p.token));
}

function wordFeatures(tree: Tree, i: number, names: PlaceNames, add: AddFeature): void {
  const word = lemma(tree, i);
  const tag = xpos(tree, i);
  add(names.lemma, word);
  add(names.tag, tag, relation(tree, i));
  add(names.relation, deprel(tree, i));
  add(names.lemmaTag, word, tag);
  if (isPredicate(tree, i)) {
    const clause = clauseOf(tree, i);
    if (clause.passive) add(names.voice, clause.subjects.length > 0 ? 'passive by' : 'passive');
    if (clause.negated) add(names.is, 'negated');
    if (clause.future) add(names.is, 'future');
    if (clause.past) add(names.is, 'past');
    add(names.modal, clause.modal);
    add(names.particle, clause.particle);
    add(names.objects, upTo(1, clause.objects.length));
    add(names.subjects, upTo(1, clause.subjects.length));
  } else {
    const det = child(tree, i, 'det');
    add(names.det, det === undefined ? 'none' : lemma(tree, det));
    add(names.preposition, prepositionOf(tree, i));
    add(names.owned, child(tree, i, 'nmod:poss') === undefined ? 'no' : 'yes');
    const modifiers = childrenBy(tree, i, 'amod', 'compound');
    for (let k = 0; k < modifiers.length && k < 3; k++)
      add(names.modifier, lemma(tree, modifiers[k] as number));
  }
  for (const c of children(tree, i)) {
    const rel = relation(tree, c);
    if (rel === 'mark') add(names.mark, lemma(tree, c));
    else if (rel === 'aux') add(names.aux, lemma(tree, c));
    else if (rel === 'advmod') add(names.advmod, lemma(tree, c));
    else if (rel === 'xcomp' || rel === 'ccomp' || rel === 'advcl' || rel === 'acl') add(names.has, rel);
  }
}

const FARTHEST = 4;

/** What a word hangs on: words and arcs up to the root. */
function pathUp(tree: Tree, i: number, add: AddFeature): void {
  const own = deprel(tree, i);
  let next = '';
  for (let at = head(tree, i), n = 1; at >= 0 && n <= FARTHEST; at = head(tree, at), n++) {
    const word = lemma(tree, at);
    if (n === 1) {
      add(N.up, own, word);
      add(N.upTag, own, upos(tree, at));
      const preposition = prepositionOf(tree, i);
      if (preposition !== '') add(N.upPreposition, preposition, word);
    }
    add(N.above, word);
    add(N.aboveAt[n] as FeatureName, upos(tree, at), relation(tree, at));
    for (const c of children(tree, at)) {
      if (c === i) continue;
      const rel = relation(tree, c);
      if (rel === 'mark') add(N.aboveMark, lemma(tree, c));
      else if (rel === 'aux') add(N.aboveAux, lemma(tree, c));
    }
    if (n === 1) {
      next = deprel(tree, at);
      add(N.path, own, next);
    } else if (n === 2) add(N.path, own, next, deprel(tree, at));
  }
  if (head(tree, i) < 0) add(N.path, 'root');
}

function argumentFeatures(
  scene: Scene,
  i: number,
  players: readonly Player[],
  names: PlaceNames,
  add: AddFeature,
): void {
  const { tree } = scene;
  for (const c of children(tree, i)) {
    const rel = relation(tree, c);
    const asWord = names.words.get(rel);
    if (asWord === undefined) continue;
    const player = players.find((p) => p.token === c);
    const kind = player && kindOf(scene, player);
    const preposition = rel === 'obl' || rel === 'nmod' ? prepositionOf(tree, c) : '';
    const slot = preposition === '' ? deprel(tree, c) : `${rel}:${preposition}`;
    add(names.argument, slot, kind ?? upos(tree, c));
    add(asWord, kind ?? lemma(tree, c));
    if (rel === 'obj') add(names.object, lemma(tree, i), kind ?? lemma(tree, c));
    if (preposition !== '') add(names.with, lemma(tree, i), preposition);
  }
}

/** Words before and after, as they stand. */
function nearFeatures(tree: Tree, i: number, add: AddFeature): void {
  add(N.left, i > 0 ? lemma(tree, i - 1) : 'start');
  if (i > 1) add(N.left2, lemma(tree, i - 2), lemma(tree, i - 1));
  else add(N.left2, 'start');
  add(N.right, i + 1 < tree.length ? lemma(tree, i + 1) : 'end');
  if (i + 2 < tree.length) add(N.right2, lemma(tree, i + 1), lemma(tree, i + 2));
  else add(N.right2, 'end');
}

/** @param act what the rules take it for */
function textFeatures(scene: Scene, act: string, players: readonly Player[], add: AddFeature): void {
  const { tree, document } = scene;
  add(N.genre, document.genre ?? 'none');
  add(N.genreAct, document.genre === 'speech' ? 'speech' : 'other', act);
  add(N.length, upTo(6, Math.floor(tree.length / 8)));
  add(N.players, upTo(4, players.length));
  if (tree.sentence.forms[tree.length - 1] === '?') add(N.mark, '?');
  add(N.dates, upTo(1, scene.dates.length));
}
