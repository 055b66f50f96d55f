import { z } from 'zod';
import type { WordVectors } from '../../language/index.js';
import { codePointLength, type PloverType, QUAD_OF } from '../../record/index.js';
import type { Deed } from '../deed.js';
import { codingOfDeed } from '../events.js';
import { crosswalkType } from '../lexicon.js';
import type { Resources } from '../read.js';
import { type Judgement, judge, type RelationModel } from '../relations/relation-model.js';
import { rootOf } from '../relations/roots.js';
import { type Part, type WordGraph, wordGraph } from '../relations/word-graph.js';
import { head, isWithin, type Tree } from '../tree.js';
import { macroF1, round } from './f1.js';
import { deedsWith, scenesOf, tokensIn } from './marked.js';
import { checkSpan, type Evaluation, type LabelledFile, readRows } from './rows.js';

const Pair = z.tuple([z.number(), z.number()]);
const Row = z.object({
  text: z.string(),
  source: z.array(Pair),
  recipient: z.array(Pair),
  type: z.string(),
  quad: z.number().optional(),
});

export type Convention = 'crosswalk' | 'manual';

/** One answer of the relation task, with what it rests on. */
export interface Answer {
  /** One of 15 roots: CONCEDE and RETREAT are YIELD. */
  readonly type: string;
  readonly because: readonly string[];
  /** Words that decided, where a network did; and how sure it was, of this root and of the next best. */
  readonly words?: readonly string[];
  readonly share?: number;
  readonly runnerUp?: { readonly type: string; readonly share: number };
}

/**
 * The relation task: source and recipient are given, one root is chosen, always.
 *
 * @returns `rootMacroF1 quadMacroF1 binaryMacroF1 sentencesPerSecond byType`, shares in per cent
 */
export function evaluateRelation(
  resources: Resources,
  files: readonly LabelledFile[],
  convention: Convention = 'crosswalk',
): Evaluation {
  const rows = readRows(files, Row).map(({ row, where }) => {
    const length = codePointLength(row.text);
    for (const [start, end] of [...row.source, ...row.recipient]) checkSpan(start, end, length, where);
    return row;
  });
  const started = performance.now();
  const predicted = rows.map((row) => relationOf(resources, row, convention).type);
  const seconds = (performance.now() - started) / 1000;
  const gold = rows.map((row) => rootOf(row.type));
  const roots = macroF1(gold, predicted);
  const quads = macroF1(gold.map(quadOf), predicted.map(quadOf));
  const binary = macroF1(gold.map(isConflict), predicted.map(isConflict));
  return {
    task: 'relation',
    rows: rows.length,
    seconds: round(seconds),
    figures: {
      rootMacroF1: roots.value === null ? null : round(roots.value),
      quadMacroF1: quads.value === null ? null : round(quads.value),
      binaryMacroF1: binary.value === null ? null : round(binary.value),
      sentencesPerSecond: Math.round(rows.length / seconds),
      byType: Object.fromEntries([...roots.byClass].sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
}

/** Spans of code points that are given. */
export interface Marked {
  readonly text: string;
  readonly source: readonly (readonly [number, number])[];
  readonly recipient: readonly (readonly [number, number])[];
}

/**
 * Chooses the root for marked spans. By the crosswalk the relation networks decide, who see what the rules found and may
 * overrule it; the manual's types are those of the rules alone.
 */
export function relationOf(resources: Resources, row: Marked, convention: Convention = 'crosswalk'): Answer {
  const { parts, answer } = rulesOf(resources, row, convention);
  const { relations, language } = resources;
  if (!relations || convention === 'manual') return { type: answer.type, because: answer.because };
  const judgement = judge(relations, language.vectors, relationGraph(language.vectors, parts, answer));
  const shares = sharesOfRoots(relations, judgement.classes);
  const [first, second] = [...shares].sort(([, a], [, b]) => b - a);
  const type = first?.[0] ?? answer.type;
  return {
    type,
    because: answer.type === type ? answer.because : [],
    words: decidingWords(relations, judgement, parts, type),
    share: first?.[1] ?? 0,
    ...(second === undefined ? {} : { runnerUp: { type: second[0], share: second[1] } }),
  };
}

/** What the network is shown of a row: its words, what the rules found, and what they would answer. */
export function relationGraph(vectors: WordVectors, parts: readonly Part[], answer: RuleAnswer): WordGraph {
  return wordGraph(
    parts,
    vectors,
    answer.silent ? ['silent'] : [`rule-${answer.type}`, `rule-${answer.fit}-${answer.type}`],
  );
}

/** The answer of the rules. */
export interface RuleAnswer extends Answer {
  /** No word names an act. */
  readonly silent: boolean;
  /** Which of the marked sides are the parties of the deed that decided. */
  readonly fit: 'both' | 'source' | 'recipient' | 'neither';
}

/** What the rules find between marked spans: the deed that fits best. */
export function rulesOf(
  resources: Resources,
  row: Marked,
  convention: Convention,
): { parts: Part[]; answer: RuleAnswer } {
  let best: { deed: Deed; part: Part; score: number } | undefined;
  const parts: Part[] = [];
  for (const scene of scenesOf(resources, row.text)) {
    const source = tokensIn(scene, row.source);
    const recipient = tokensIn(scene, row.recipient);
    const deeds = deedsWith(scene, new Set([...source, ...recipient]));
    const part = { scene, source, recipient, deeds };
    parts.push(part);
    for (const deed of deeds) {
      if (codingOfDeed(resources.lexicon, deed) === undefined) continue;
      const score = aptness(scene.tree, deed, source, recipient);
      if (!best || score > best.score) best = { deed, part, score };
    }
  }
  const coding = best && codingOfDeed(resources.lexicon, best.deed);
  if (!best || !coding) {
    const answer = {
      type: 'ACCUSE',
      because: ['no word names an act'],
      silent: true,
      fit: 'neither',
    } as const;
    return { parts, answer };
  }
  const type = convention === 'manual' ? coding.type : crosswalkType(resources.lexicon, coding);
  const { deed, part } = best;
  const acts = deed.sources.some((i) => part.source.has(i));
  const suffers = deed.symmetric || deed.recipients.some((i) => part.recipient.has(i));
  const fit = acts ? (suffers ? 'both' : 'source') : suffers ? 'recipient' : 'neither';
  return { parts, answer: { type: rootOf(type), because: deed.because, silent: false, fit } };
}

/** Probability of each root; what is no event is left out. */
function sharesOfRoots(model: RelationModel, classes: Float32Array): Map<string, number> {
  const shares = new Map<string, number>();
  model.classes.forEach((name, k) => {
    const root = name.replace(/\/.*/, '');
    if (root !== 'none') shares.set(root, (shares.get(root) ?? 0) + (classes[k] as number));
  });
  const sum = [...shares.values()].reduce((a, b) => a + b, 0);
  for (const [root, share] of shares) shares.set(root, share / sum);
  return shares;
}

const MOST_WORDS = 4;

/** The words that voted most for a root, first the one that did most. */
function decidingWords(
  model: RelationModel,
  judgement: Judgement,
  parts: readonly Part[],
  root: string,
): string[] {
  const chosen = model.classes.findIndex((name) => name.startsWith(`${root}/`));
  const votes = judgement.votes(chosen);
  const forms = parts.flatMap(({ scene }) => [...scene.tree.sentence.forms]);
  return [...votes.keys()]
    .filter((i) => (votes[i] as number) > 0)
    .sort((a, b) => (votes[b] as number) - (votes[a] as number))
    .slice(0, MOST_WORDS)
    .map((i) => forms[i] as string);
}

/** How well a deed fits between the two marked sides. */
function aptness(
  tree: Tree,
  deed: Deed,
  source: ReadonlySet<number>,
  recipient: ReadonlySet<number>,
): number {
  let score = 0;
  const touches = (tokens: readonly number[], side: ReadonlySet<number>) =>
    tokens.some(
      (t) =>
        side.has(t) ||
        [...side].some(
          (s) => isWithin(tree, s, t) || (isWithin(tree, t, s) === false && head(tree, s) === t),
        ),
    );
  const sourceRight = touches(deed.sources, source);
  const recipientRight = touches(deed.recipients, recipient);
  if (sourceRight) score += 3;
  if (recipientRight) score += 2;
  if (deed.symmetric && touches([...deed.sources, ...deed.recipients], recipient)) score += 1.5;
  if (!sourceRight && touches(deed.recipients, source)) score -= 1;
  if ([...recipient].some((t) => isWithin(tree, t, deed.outer))) score += 1;
  if ([...source].some((t) => isWithin(tree, t, deed.outer))) score += 1;
  if (source.has(deed.token) || recipient.has(deed.token)) score -= 3;
  if (deed.noun) score -= 1;
  if (deed.hypothetical) score -= 0.5;
  score += 0.3 * Math.min(2, deed.specificity);
  let depth = 0;
  for (let at = head(tree, deed.outer); at >= 0 && depth < 20; at = head(tree, at)) depth++;
  return score - 0.3 * depth;
}

function quadOf(root: string): string {
  if (root === 'YIELD') return '2';
  // Rows of other data sets may carry types that PLOVER has not; they count as a class of their own.
  return String(QUAD_OF[root as PloverType] ?? 0);
}

function isConflict(root: string): string {
  const quad = quadOf(root);
  return quad === '3' || quad === '4' ? 'conflict' : 'cooperation';
}
