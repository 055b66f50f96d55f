import type { WordVectors } from '../../language/index.js';
import { clauseOf } from '../clause.js';
import { codingOfDeed } from '../coding.js';
import type { Deed } from '../deed.js';
import { type ActRow, codingOf, type Lexicon } from '../lexicon.js';
import type { Scene } from '../scene.js';
import { child, deprel, head, lemma, type Tree, upos, xpos } from '../tree.js';
import { EDGES, type WordGraph } from './graph.js';
import { rootByCameo } from './roots.js';

/** A sentence of the text with what is known of it. */
export interface Part {
  readonly scene: Scene;
  readonly deeds: readonly Deed[];
  /** Words inside the marked source and recipient, where they are given. */
  readonly source: ReadonlySet<number>;
  readonly recipient: ReadonlySet<number>;
  /** Words that the rules take for the main act and its parties, where none are given. */
  readonly main?: {
    readonly token: number;
    readonly sources: readonly number[];
    readonly recipients: readonly number[];
  };
}

const DEEPEST = 4;
const CONTENT = new Set(['VERB', 'AUX', 'NOUN', 'PROPN', 'ADJ']);
const VERBAL = /^(VB|MD)/;

/** @param whole features of the text as a whole, such as the answer of the rules */
export function wordGraph(parts: readonly Part[], vectors: WordVectors, whole: readonly string[]): WordGraph {
  const length = parts.reduce((sum, { scene }) => sum + scene.tree.length, 0);
  const graph = {
    forms: [] as string[],
    features: [] as string[][],
    vectors: new Int32Array(length),
    heads: new Int32Array(length),
    edges: new Uint8Array(length),
    whole,
  };
  const found = { source: false, recipient: false };
  let offset = 0;
  for (const part of parts) {
    const { tree } = part.scene;
    const own = wordFeatures(part, found);
    for (let i = 0; i < tree.length; i++) {
      const form = tree.sentence.forms[i] ?? '';
      graph.forms.push(form);
      graph.features.push(own[i] as string[]);
      graph.vectors[offset + i] = vectors.rowOf(form);
      graph.heads[offset + i] = head(tree, i) < 0 ? -1 : head(tree, i) + offset;
      graph.edges[offset + i] = edgeOf(deprel(tree, i));
      if (graph.vectors[offset + i] === -1) (own[i] as string[]).push('no-vector');
    }
    offset += tree.length;
  }
  return graph;
}

function wordFeatures(part: Part, found: { source: boolean; recipient: boolean }): string[][] {
  const { scene, deeds, source, recipient, main } = part;
  const { tree, lexicon } = scene;
  const features = tree.lemmas.map((_, i) => ownFeatures(tree, lexicon, i));
  const add = (i: number, name: string): void => void features[i]?.push(name);
  // Of several marked phrases the first one leads.
  const from = found.source ? undefined : topOf(tree, source);
  const to = found.recipient ? undefined : topOf(tree, recipient);
  if (from !== undefined) found.source = true;
  if (to !== undefined) found.recipient = true;
  const fromPath = from === undefined ? [] : ancestors(tree, from);
  const toPath = to === undefined ? [] : ancestors(tree, to);
  const meeting = fromPath.find((i) => toPath.includes(i));
  const path = new Set([...until(fromPath, meeting), ...until(toPath, meeting)]);
  for (let i = 0; i < tree.length; i++) {
    if (source.has(i)) add(i, 'source');
    if (recipient.has(i)) add(i, 'recipient');
    if (from !== undefined) add(i, i < from ? 'before-source' : 'after-source');
    if (to !== undefined) add(i, i < to ? 'before-recipient' : 'after-recipient');
    const ways = [
      { name: 'source', way: fromPath },
      { name: 'recipient', way: toPath },
    ];
    for (const { name, way } of ways) {
      const at = way.indexOf(i);
      if (at < 1) continue;
      const relation = deprel(tree, way[at - 1] as number);
      add(i, `over-${name}-by-${edgeOf(relation)}${relation === 'nsubj:pass' ? '-passive' : ''}`);
      add(i, `over-${name}-${Math.min(DEEPEST, at)}`);
    }
    if (fromPath.indexOf(i) > 0 && toPath.indexOf(i) > 0) add(i, 'over-both');
    if (i === meeting) add(i, 'meeting');
    if (meeting !== undefined && head(tree, i) === meeting) add(i, 'below-meeting');
    if (path.has(head(tree, i))) add(i, 'below-path');
    if (!path.has(i)) continue;
    add(i, 'path');
    for (const name of [...(features[i] as string[])]) if (name.startsWith('act-')) add(i, `path-${name}`);
  }
  for (const deed of deeds) deedFeatures(part, deed, add);
  if (main) {
    add(main.token, 'main');
    for (const i of main.sources) add(i, 'main-source');
    for (const i of main.recipients) add(i, 'main-recipient');
  }
  return features;
}

/** What a word is by itself: its class, its relation, what acts and stages the tables know it for. */
function ownFeatures(tree: Tree, lexicon: Lexicon, i: number): string[] {
  const tag = upos(tree, i);
  const features = [`upos-${tag}`, `relation-${deprel(tree, i)}`];
  if (VERBAL.test(xpos(tree, i))) features.push(`xpos-${xpos(tree, i)}`);
  if (tag === 'VERB') features.push(...clauseFeatures(tree, i));
  const key = lemma(tree, i);
  const noun = tag === 'NOUN' || tag === 'PROPN';
  if (CONTENT.has(tag)) {
    const rows = noun ? lexicon.nouns : tag === 'ADJ' ? lexicon.adjectives : lexicon.verbs;
    for (const type of typesOf(lexicon, rows.get(key))) features.push(`act-${type}`);
  }
  const stages = lexicon.stages.get(`${key}/${noun ? 'noun' : tag === 'ADJ' ? 'adj' : 'verb'}`) ?? [];
  for (const stage of new Set(stages.map((row) => row.stage))) features.push(`stage-${stage}`);
  return features;
}

/** What auxiliaries, negation and marks make of a verb. */
function clauseFeatures(tree: Tree, i: number): string[] {
  const { negated, future, modal, passive, past, particle } = clauseOf(tree, i);
  const mark = child(tree, i, 'mark');
  return [
    negated && 'negated',
    future && 'future',
    negated && future && 'will-not',
    passive && 'passive',
    past && 'past',
    modal !== undefined && `modal-${modal}`,
    particle !== undefined && `particle-${particle}`,
    mark !== undefined && `mark-${lemma(tree, mark)}`,
  ].filter((name) => name !== false);
}

const knownTypes = new WeakMap<readonly ActRow[], readonly string[]>();

/** Types of all acts that a lemma may name. */
function typesOf(lexicon: Lexicon, rows: readonly ActRow[] | undefined): readonly string[] {
  if (!rows) return [];
  let types = knownTypes.get(rows);
  if (types) return types;
  const all = rows.map(({ act }) => {
    const coding = act === undefined ? undefined : codingOf(lexicon, act, 'done');
    return coding ? rootByCameo(lexicon, coding) : 'none';
  });
  types = [...new Set(all)];
  knownTypes.set(rows, types);
  return types;
}

/** What the rules found: the type of each deed at its words, and whether its parties are those that are marked. */
function deedFeatures(part: Part, deed: Deed, add: (i: number, name: string) => void): void {
  const { scene, source, recipient } = part;
  const coding = codingOfDeed(scene.lexicon, deed);
  if (!coding) return;
  const type = rootByCameo(scene.lexicon, coding);
  add(deed.token, `deed-${type}`);
  add(deed.token, `deed-${deed.stage}`);
  add(deed.outer, `outer-${type}`);
  const acts = deed.sources.some((i) => source.has(i));
  const suffers = deed.recipients.some((i) => recipient.has(i));
  if (acts) add(deed.outer, `by-source-${type}`);
  if (suffers) add(deed.outer, `to-recipient-${type}`);
  if (acts && (suffers || deed.symmetric)) add(deed.outer, `by-both-${type}`);
  if (acts || suffers) add(deed.token, 'deed-marked');
  if (deed.hypothetical || deed.weak) add(deed.outer, 'deed-unsure');
}

/** The word of a phrase whose head is outside it. */
export function topOf(tree: Tree, phrase: ReadonlySet<number>): number | undefined {
  for (let i = 0; i < tree.length; i++) if (phrase.has(i) && !phrase.has(head(tree, i))) return i;
  return undefined;
}

function ancestors(tree: Tree, i: number): number[] {
  const path: number[] = [];
  for (let at = i; at >= 0 && path.length <= tree.length; at = head(tree, at)) path.push(at);
  return path;
}

function until(path: readonly number[], end: number | undefined): readonly number[] {
  return end === undefined ? path : path.slice(0, path.indexOf(end) + 1);
}

function edgeOf(relation: string): number {
  if (relation === 'nsubj:pass') return 2;
  switch (relation.replace(/:.*/, '')) {
    case 'nsubj':
      return 1;
    case 'obj':
    case 'iobj':
      return 2;
    case 'xcomp':
    case 'ccomp':
    case 'advcl':
    case 'acl':
    case 'parataxis':
    case 'csubj':
      return 3;
    case 'obl':
    case 'nmod':
      return 4;
    default:
      return EDGES;
  }
}
