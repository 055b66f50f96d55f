import { z } from 'zod';
import { codePointLength, type PloverType, QUAD_OF } from '../../record/index.js';
import type { Deed } from '../deed.js';
import { codingOfDeed } from '../events.js';
import { crosswalkType } from '../lexicon.js';
import type { Resources } from '../read.js';
import type { Scene } from '../scene.js';
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

/** Chooses the root for marked spans (code points). */
export function relationOf(
  resources: Resources,
  row: {
    text: string;
    source: readonly (readonly [number, number])[];
    recipient: readonly (readonly [number, number])[];
  },
  convention: Convention = 'crosswalk',
): Answer {
  let best: { deed: Deed; scene: Scene; score: number } | undefined;
  for (const scene of scenesOf(resources, row.text)) {
    const source = tokensIn(scene, row.source);
    const recipient = tokensIn(scene, row.recipient);
    const marked = new Set([...source, ...recipient]);
    for (const deed of deedsWith(scene, marked)) {
      if (codingOfDeed(resources.lexicon, deed) === undefined) continue;
      const score = aptness(scene.tree, deed, source, recipient);
      if (!best || score > best.score) best = { deed, scene, score };
    }
  }
  const coding = best && codingOfDeed(resources.lexicon, best.deed);
  if (!best || !coding) return { type: 'ACCUSE', because: ['no word names an act'] };
  const type = convention === 'manual' ? coding.type : crosswalkType(resources.lexicon, coding);
  return { type: rootOf(type), because: best.deed.because };
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

export function rootOf(type: string): string {
  return type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type;
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
