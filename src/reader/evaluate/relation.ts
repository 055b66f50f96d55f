import { z } from 'zod';
import { codePointLength, type PloverType, QUAD_OF } from '../../record/index.js';
import { codingOfDeed } from '../coding.js';
import type { Deed } from '../deed.js';
import type { Resources } from '../read.js';
import { opinionOn, type RuleAnswer, relationGraph } from '../relations/opinion.js';
import { rootByCameo, rootOf } from '../relations/roots.js';
import type { Part } from '../relations/word-graph.js';
import { head, isWithin, type Tree } from '../tree.js';
import { bootstrap } from './bootstrap.js';
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

type Score = ReturnType<typeof macroF1<string>>;
/** Of roots, quads, and conflict or cooperation. */
type Scores = [Score, Score, Score];

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
 * @returns `rootMacroF1 quadMacroF1 binaryMacroF1 sentencesPerSecond byType`, shares in per cent, and of the first three the
 *   95 % bootstrap interval `[low, high]` as `rootInterval quadInterval binaryInterval`
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
  const told = [gold, gold.map(quadOf), gold.map(isConflict)] as const;
  const given = [predicted, predicted.map(quadOf), predicted.map(isConflict)] as const;
  const [roots, quads, binary] = [0, 1, 2].map((i) => macroF1(told[i] ?? [], given[i] ?? [])) as Scores;
  const of = (values: readonly string[], drawn: readonly number[]) => drawn.map((row) => values[row] ?? '');
  const intervals = bootstrap(rows.length, (drawn) =>
    told.map((one, i) => macroF1(of(one, drawn), of(given[i] ?? [], drawn)).value),
  );
  const interval = (i: number) => intervals[i]?.map(round) ?? null;
  return {
    task: 'relation',
    rows: rows.length,
    seconds: round(seconds),
    figures: {
      rootMacroF1: roots.value === null ? null : round(roots.value),
      quadMacroF1: quads.value === null ? null : round(quads.value),
      binaryMacroF1: binary.value === null ? null : round(binary.value),
      rootInterval: interval(0),
      quadInterval: interval(1),
      binaryInterval: interval(2),
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
  const graph = relationGraph(language.vectors, parts, answer);
  const { best, runnerUp, words } = opinionOn(relations, language.vectors, graph, rootOf);
  return {
    type: best.type,
    because: answer.type === best.type ? answer.because : [],
    words,
    share: best.share,
    runnerUp,
  };
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
  const type = convention === 'manual' ? rootOf(coding.type) : rootByCameo(resources.lexicon, coding);
  const { deed, part } = best;
  const acts = deed.sources.some((i) => part.source.has(i));
  const suffers = deed.symmetric || deed.recipients.some((i) => part.recipient.has(i));
  const fit = acts ? (suffers ? 'both' : 'source') : suffers ? 'recipient' : 'neither';
  return { parts, answer: { type, because: deed.because, silent: false, fit } };
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
