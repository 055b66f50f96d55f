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
import { kindOf } from './kinds.js';
import type { Player } from './player.js';
import { playersOf } from './players.js';
import { ACT_SLOTS, type AddFeature, type Show } from './sight.js';
import type { Trigger } from './triggers.js';

/** What the judge of acts sees of a word that may tell an event. */
export function actSight(scene: Scene, trigger: Trigger, vectors: WordVectors): Show {
  return (add) => showAct(scene, trigger, vectors, add);
}

function showAct(scene: Scene, trigger: Trigger, vectors: WordVectors, add: AddFeature): Int32Array {
  const { tree } = scene;
  const { deed } = trigger;
  ruleFeatures(scene, trigger, add);
  wordFeatures(tree, deed.token, 't', add);
  if (deed.outer !== deed.token) wordFeatures(tree, deed.outer, 'o', add);
  else add('outer', 'same');
  pathUp(tree, deed.outer, add);
  argumentFeatures(scene, deed.outer, 'o', add);
  if (deed.outer !== deed.token) argumentFeatures(scene, deed.token, 't', add);
  nearFeatures(tree, deed.outer, add);
  textFeatures(scene, trigger, add);
  const subject = child(tree, deed.outer, 'nsubj');
  const object = child(tree, deed.token, 'obj', 'nmod', 'obl');
  const words = new Int32Array(ACT_SLOTS).fill(-1);
  [
    deed.token,
    deed.outer === deed.token ? -1 : deed.outer,
    subject ?? -1,
    object ?? -1,
    head(tree, deed.outer),
  ].forEach((token, slot) => {
    if (token >= 0) words[slot] = vectors.rowOf(tree.sentence.forms[token] ?? '');
  });
  return words;
}

function ruleFeatures(scene: Scene, { deed, silent }: Trigger, add: AddFeature): void {
  const coding = silent ? undefined : codingOfDeed(scene.lexicon, deed);
  const root = coding ? rootByCameo(scene.lexicon, coding) : 'none';
  const kind = deed.noun ? 'noun' : 'verb';
  add('root', `${root} ${kind}`);
  add('type', coding?.type);
  add('cameo', coding?.cameo);
  add('act', silent ? 'none' : deed.act);
  add('act-stage', silent ? `none ${deed.stage}` : `${deed.act} ${deed.stage}`);
  add('class-stage', silent ? undefined : `${deed.actClass} ${deed.stage}${deed.reversed ? ' ended' : ''}`);
  add('stage', `${deed.stage}${deed.reversed ? ' ended' : ''} ${kind}`);
  add('specificity', `${Math.min(2, deed.specificity)} ${kind}`);
  if (deed.hypothetical) add('deed', 'hypothetical');
  if (deed.weak) add('deed', 'weak');
  if (deed.symmetric) add('deed', 'symmetric');
  if (deed.addressed) add('deed', 'addressed');
  if (deed.appeal) add('deed', 'appeal');
  add('reports', Math.min(2, deed.reports.length));
  for (const { row } of deed.reports) add('reported', row.modality ?? 'asserted');
  const players = playersOf(scene);
  const of = (tokens: readonly number[]): readonly Player[] =>
    players.filter((p) => tokens.includes(p.token));
  const sources = of(deed.sources);
  const recipients = of(deed.recipients);
  add('sources', `${Math.min(2, sources.length)} ${kind}`);
  add('recipients', `${Math.min(2, recipients.length)} ${kind}`);
  for (const player of sources) add('source-kind', `${kindOf(scene, player)} ${root}`);
  for (const player of recipients) add('recipient-kind', `${kindOf(scene, player)} ${root}`);
  add('parties', `${Math.min(1, sources.length)}${Math.min(1, recipients.length)} ${root} ${kind}`);
  for (const s of deed.sources.slice(0, 1)) add('source-word', lemma(scene.tree, s));
  for (const r of deed.recipients.slice(0, 1)) add('recipient-word', lemma(scene.tree, r));
}

function wordFeatures(tree: Tree, i: number, place: string, add: AddFeature): void {
  const word = lemma(tree, i);
  add(`${place}-lemma`, word);
  add(`${place}-tag`, `${xpos(tree, i)} ${relation(tree, i)}`);
  add(`${place}-relation`, deprel(tree, i));
  add(`${place}-lemma-tag`, `${word} ${xpos(tree, i)}`);
  if (isPredicate(tree, i)) {
    const clause = clauseOf(tree, i);
    if (clause.passive) add(`${place}-voice`, clause.subjects.length > 0 ? 'passive by' : 'passive');
    if (clause.negated) add(`${place}-is`, 'negated');
    if (clause.future) add(`${place}-is`, 'future');
    if (clause.past) add(`${place}-is`, 'past');
    add(`${place}-modal`, clause.modal);
    add(`${place}-particle`, clause.particle);
    add(`${place}-objects`, Math.min(1, clause.objects.length));
    add(`${place}-subjects`, Math.min(1, clause.subjects.length));
  } else {
    add(`${place}-det`, childrenBy(tree, i, 'det').map((d) => lemma(tree, d))[0] ?? 'none');
    add(`${place}-preposition`, prepositionOf(tree, i));
    add(`${place}-owned`, child(tree, i, 'nmod:poss') === undefined ? 'no' : 'yes');
    for (const m of childrenBy(tree, i, 'amod', 'compound').slice(0, 3))
      add(`${place}-modifier`, lemma(tree, m));
  }
  for (const c of children(tree, i)) {
    const rel = relation(tree, c);
    if (rel === 'mark' || rel === 'aux' || rel === 'advmod') add(`${place}-${rel}`, lemma(tree, c));
    else if (rel === 'xcomp' || rel === 'ccomp' || rel === 'advcl' || rel === 'acl') add(`${place}-has`, rel);
  }
}

const FARTHEST = 4;

/** What a word hangs on: words and arcs up to the root. */
function pathUp(tree: Tree, i: number, add: AddFeature): void {
  let path = deprel(tree, i);
  for (let at = head(tree, i), n = 1; at >= 0 && n <= FARTHEST; at = head(tree, at), n++) {
    const word = lemma(tree, at);
    if (n === 1) {
      add('up', `${deprel(tree, i)} ${word}`);
      add('up-tag', `${deprel(tree, i)} ${upos(tree, at)}`);
      const preposition = prepositionOf(tree, i);
      if (preposition !== '') add('up-preposition', `${preposition} ${word}`);
    }
    add('above', word);
    add(`above-${n}`, `${upos(tree, at)} ${relation(tree, at)}`);
    for (const c of children(tree, at)) {
      if (c === i) continue;
      const rel = relation(tree, c);
      if (rel === 'mark') add('above-mark', lemma(tree, c));
      else if (rel === 'aux') add('above-aux', lemma(tree, c));
    }
    if (n < 3) {
      path = `${path} ${deprel(tree, at)}`;
      add('path', path);
    }
  }
  if (head(tree, i) < 0) add('path', 'root');
}

function argumentFeatures(scene: Scene, i: number, place: string, add: AddFeature): void {
  const { tree } = scene;
  const players = playersOf(scene);
  for (const c of children(tree, i)) {
    const rel = relation(tree, c);
    if (!/^(nsubj|obj|iobj|obl|nmod|xcomp|ccomp)$/.test(rel)) continue;
    const player = players.find((p) => p.token === c);
    const preposition = rel === 'obl' || rel === 'nmod' ? prepositionOf(tree, c) : '';
    const slot = preposition === '' ? deprel(tree, c) : `${rel}:${preposition}`;
    add(`${place}-argument`, `${slot} ${player ? kindOf(scene, player) : upos(tree, c)}`);
    add(`${place}-${rel}-word`, player ? kindOf(scene, player) : lemma(tree, c));
    if (rel === 'obj')
      add(`${place}-object`, `${lemma(tree, i)} ${player ? kindOf(scene, player) : lemma(tree, c)}`);
    if (preposition !== '') add(`${place}-with`, `${lemma(tree, i)} ${preposition}`);
  }
}

/** Words before and after, as they stand. */
function nearFeatures(tree: Tree, i: number, add: AddFeature): void {
  add('left', i > 0 ? lemma(tree, i - 1) : 'start');
  add('left-2', i > 1 ? `${lemma(tree, i - 2)} ${lemma(tree, i - 1)}` : 'start');
  add('right', i + 1 < tree.length ? lemma(tree, i + 1) : 'end');
  add('right-2', i + 2 < tree.length ? `${lemma(tree, i + 1)} ${lemma(tree, i + 2)}` : 'end');
}

function textFeatures(scene: Scene, { deed, silent }: Trigger, add: AddFeature): void {
  const { tree, document } = scene;
  add('genre', document.genre ?? 'none');
  const root = silent ? 'none' : deed.act;
  add('genre-act', `${document.genre === 'speech' ? 'speech' : 'other'} ${root}`);
  add('length', Math.min(6, Math.floor(tree.length / 8)));
  add('players', Math.min(4, playersOf(scene).length));
  if (tree.sentence.forms[tree.length - 1] === '?') add('mark', '?');
  add('dates', Math.min(1, scene.dates.length));
}
