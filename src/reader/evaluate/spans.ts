import { z } from 'zod';
import { codePointLength } from '../../record/index.js';
import type { Resources } from '../read.js';
import { loadParties } from '../relations/load-relations.js';
import type { MarkedSpan } from './candidate.js';
import { f1, macroF1, round, type Tally } from './f1.js';
import { mainActOf } from './main-act.js';
import type { Convention } from './relation.js';
import { checkSpan, type Evaluation, type LabelledFile, readRows } from './rows.js';

const Row = z.object({
  text: z.string(),
  spans: z.array(z.object({ role: z.enum(['S', 'T', 'R']), start: z.number(), end: z.number() })),
  quad: z.number(),
});

/**
 * The spans task: who does it and to whom, and the quad class of the main act (0: a statement).
 *
 * @returns `sourceOverlapF1 recipientOverlapF1 sourceExactF1 recipientExactF1 quadMacroF1`, in per cent;
 *   overlap is a token intersection over union of at least one half; R counts as both roles
 */
export function evaluateSpans(
  resources: Resources,
  files: readonly LabelledFile[],
  convention: Convention = 'crosswalk',
): Evaluation {
  const rows = readRows(files, Row).map(({ row, where }) => {
    const length = codePointLength(row.text);
    for (const { start, end } of row.spans) checkSpan(start, end, length, where);
    return row;
  });
  const ready = convention === 'crosswalk' ? withParties(resources) : resources;
  const started = performance.now();
  const answers = rows.map((row) => mainActOf(ready, row.text, convention));
  const seconds = (performance.now() - started) / 1000;
  const figure = (roles: string, exact: boolean): number | null => {
    const tally: Tally = { hit: 0, wrong: 0, missed: 0 };
    rows.forEach((row, i) => {
      const gold = row.spans.filter((s) => roles.includes(s.role));
      const found = (answers[i]?.spans ?? []).filter((s) => roles.includes(s.role));
      count(tally, row.text, gold, found, exact);
    });
    const value = f1(tally);
    return value === null ? null : round(value);
  };
  const quads = macroF1(
    rows.map((r) => r.quad),
    answers.map((a) => a.quad),
  );
  return {
    task: 'spans',
    rows: rows.length,
    seconds: round(seconds),
    figures: {
      sourceOverlapF1: figure('SR', false),
      recipientOverlapF1: figure('TR', false),
      sourceExactF1: figure('SR', true),
      recipientExactF1: figure('TR', true),
      quadMacroF1: quads.value === null ? null : round(quads.value),
    },
  };
}

/** With the networks that point to parties, where there are others to judge what is done. */
function withParties(resources: Resources): Resources {
  if (!resources.relations) return resources;
  const parties = resources.parties ?? loadParties();
  if (parties.shape.vector !== resources.language.vectors.columns)
    throw new Error('models/parties.bin was trained with other word vectors; run npm run train:parties');
  return { ...resources, parties };
}

function count(
  tally: Tally,
  text: string,
  gold: readonly MarkedSpan[],
  found: readonly MarkedSpan[],
  exact: boolean,
): void {
  const left = [...gold];
  for (const f of found) {
    const index = left.findIndex((g) =>
      exact ? g.start === f.start && g.end === f.end : overlap(text, g, f) >= 0.5,
    );
    if (index < 0) tally.wrong++;
    else {
      tally.hit++;
      left.splice(index, 1);
    }
  }
  tally.missed += left.length;
}

/** Intersection over union, in white-space tokens. */
function overlap(text: string, a: MarkedSpan, b: MarkedSpan): number {
  const points = [...text];
  const starts: number[] = [];
  for (let i = 0; i < points.length; i++) {
    if (points[i]?.trim() !== '' && (i === 0 || points[i - 1]?.trim() === '')) starts.push(i);
  }
  const within = (s: MarkedSpan) =>
    new Set(
      starts.filter(
        (t, k) => t < s.end && (starts[k + 1] ?? points.length) > s.start && lastOf(points, t) > s.start,
      ),
    );
  const left = within(a);
  const right = within(b);
  let both = 0;
  for (const t of left) if (right.has(t)) both++;
  const all = left.size + right.size - both;
  return all === 0 ? 0 : both / all;
}

function lastOf(points: readonly string[], start: number): number {
  let i = start;
  while (i < points.length && points[i]?.trim() !== '') i++;
  return i;
}
