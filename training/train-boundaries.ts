// Trains the weights of the sentence splitter from the training parts of treebanks:
// npx tsx training/train-boundaries.ts --treebanks ../shared/treebanks [--out src/language/boundary-weights.ts]
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { paragraphText } from '../src/language/align.js';
import { pageOf, priorOf } from '../src/language/boundaries.js';
import { gapFeatures, MOST_FEATURES } from '../src/language/boundary-features.js';
import { ruleAt } from '../src/language/boundary-rules.js';
import {
  BARE,
  beginSentence,
  beginStretch,
  isCertain,
  newStretch,
  take,
} from '../src/language/boundary-stretch.js';
import { packWeights, tableKey, WEIGHT_STEP } from '../src/language/boundary-table.js';
import type { ConlluSentence } from '../src/language/conllu.js';
import { tokenise } from '../src/language/tokenise.js';
import { randomNumbers, shuffle } from './random.js';
import { readTreebanks } from './treebanks.js';

const SEED = 1;
const ORDERS = 5;
const EPOCHS = 3;
const RATE = 0.1;
/** Soft threshold of the first fit, which chooses the features; the second fit has none. */
const SPARSITY = 0.1;
const FEATURES = 28_000;
const BARE_FEATURES = 6_000;
/** Share of the training text that is added once more without its stops. */
const BARE_SHARE = 0.3;
const LARGEST_WEIGHT = 127;

/** Gaps with their features, as numbers of rows. */
interface Gaps {
  readonly keys: readonly number[];
  readonly features: Uint32Array;
  /** Where the features of each gap begin; one more at the end. */
  readonly starts: Uint32Array;
  readonly ends: Uint8Array;
  readonly priors: Float32Array;
}

/** A paragraph as one text, and where its sentences begin. */
interface Paragraph {
  readonly text: string;
  readonly starts: ReadonlySet<number>;
}

/** Weights by key in steps of `WEIGHT_STEP`, learnt from sentences in the order of their documents. */
export function trainBoundaries(sentences: readonly ConlluSentence[]): Map<number, number> {
  const paragraphs = groups(sentences).map(paragraph);
  const bare = [...paragraphs, ...withoutStops(sentences)];
  return new Map([...fitted(paragraphs, false, FEATURES), ...fitted(bare, true, BARE_FEATURES)]);
}

function fitted(paragraphs: readonly Paragraph[], bare: boolean, most: number): Map<number, number> {
  const all = gapsOf(paragraphs, bare);
  const kept = strongest(all, leastLoss(all, SPARSITY), most);
  const few = gapsOf(paragraphs, bare, kept);
  const weights = leastLoss(few, 0);
  const steps = new Map<number, number>();
  few.keys.forEach((key, row) => {
    const weight = Math.round((weights[row] as number) / WEIGHT_STEP);
    if (weight !== 0) steps.set(key, Math.max(-LARGEST_WEIGHT, Math.min(LARGEST_WEIGHT, weight)));
  });
  return steps;
}

function groups(sentences: readonly ConlluSentence[]): ConlluSentence[][] {
  const all: ConlluSentence[][] = [];
  for (const sentence of sentences) {
    const last = all[all.length - 1];
    if (sentence.newParagraph || !last) all.push([sentence]);
    else last.push(sentence);
  }
  return all;
}

function paragraph(sentences: readonly ConlluSentence[]): Paragraph {
  const { text, offsets } = paragraphText(sentences);
  return { text, starts: new Set(sentences.map(({ start }, i) => (offsets[i] ?? 0) + start)) };
}

/** Some of the text again as transcripts have it: without stops, without any sign, with and without capitals. */
function withoutStops(sentences: readonly ConlluSentence[]): Paragraph[] {
  const random = randomNumbers(SEED);
  const unstopped = (text: string): string => text.replace(/[\s.!?;:,"”)]+$/, '') || text;
  const unsigned = (text: string): string => text.replace(/[.,!?;:"“”()]+/g, '').trim() || text;
  const lower = (text: string): string => text.toLowerCase();
  const ways = [
    unstopped,
    unsigned,
    (text: string) => lower(unstopped(text)),
    (text: string) => lower(unsigned(text)),
  ];
  const made: Paragraph[] = [];
  const several = groups(sentences).filter(({ length }) => length > 1);
  for (let first = 0; first < several.length; first += PARAGRAPHS_JOINED) {
    const joined = several.slice(first, first + PARAGRAPHS_JOINED).flat();
    for (const way of ways) {
      if (random() >= BARE_SHARE) continue;
      let text = '';
      const starts = new Set<number>();
      for (const sentence of joined) {
        starts.add(text.length);
        text += `${way(sentence.text)} `;
      }
      made.push({ text, starts });
    }
  }
  return made;
}

const PARAGRAPHS_JOINED = 6;

/** The gaps of the paragraphs, bare or not, with the sentence so far as the treebank has it. */
function gapsOf(paragraphs: readonly Paragraph[], bare: boolean, kept?: ReadonlySet<number>): Gaps {
  const rows = new Map<number, number>();
  const features: number[] = [];
  const starts = [0];
  const ends: number[] = [];
  const priors: number[] = [];
  const keys = new Int32Array(MOST_FEATURES);
  const stretch = newStretch();
  for (const { text, starts: sentenceStarts } of paragraphs) {
    const tokens = tokenise(text);
    const page = pageOf(text, tokens);
    const { units } = page;
    beginStretch(stretch, units, 0, units.count);
    if ((stretch.style === BARE) !== bare) continue;
    for (let unit = 0; unit + 1 < units.count; unit++) {
      take(stretch, units, unit);
      const ending = sentenceStarts.has(tokens.starts[units.tokens[unit + 1] as number] as number);
      if (!isCertain(units, stretch, unit)) {
        const rule = ruleAt(page, unit);
        const count = gapFeatures(units, stretch, unit, rule, keys);
        for (let i = 0; i < count; i++) {
          const key = tableKey(keys[i] as number);
          if (kept && !kept.has(key)) continue;
          const row = rows.get(key) ?? rows.size;
          if (row === rows.size) rows.set(key, row);
          features.push(row);
        }
        starts.push(features.length);
        ends.push(ending ? 1 : 0);
        priors.push(priorOf(rule));
      }
      if (ending) beginSentence(stretch, unit + 1);
    }
  }
  return {
    keys: [...rows.keys()],
    features: Uint32Array.from(features),
    starts: Uint32Array.from(starts),
    ends: Uint8Array.from(ends),
    priors: Float32Array.from(priors),
  };
}

/** The mean of the weights that several orders of the gaps lead to: they differ, and each by chance. */
function leastLoss(gaps: Gaps, sparsity: number): Float32Array {
  const mean = new Float32Array(gaps.keys.length);
  for (let seed = 1; seed <= ORDERS; seed++) {
    const weights = descend(gaps, sparsity, randomNumbers(seed));
    for (let row = 0; row < mean.length; row++)
      mean[row] = (mean[row] as number) + (weights[row] as number) / ORDERS;
  }
  return mean;
}

/**
 * Logistic regression by stochastic gradient with a rate for each weight (AdaGrad: Duchi, Hazan & Singer 2011).
 *
 * @param sparsity soft threshold at each step, in gradients; it sets weights that earn little to 0
 */
function descend(
  { keys, features, starts, ends, priors }: Gaps,
  sparsity: number,
  random: () => number,
): Float32Array {
  const weights = new Float32Array(keys.length);
  const squares = new Float32Array(keys.length).fill(1e-3);
  const order = Int32Array.from(ends, (_, gap) => gap);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    const rate = RATE * (1 - epoch / EPOCHS);
    for (const gap of order) {
      const first = starts[gap] as number;
      const end = starts[gap + 1] as number;
      let logit = priors[gap] as number;
      for (let at = first; at < end; at++) logit += weights[features[at] as number] as number;
      const slope = 1 / (1 + Math.exp(-logit)) - (ends[gap] as number);
      if (Math.abs(slope) < 1e-3) continue;
      for (let at = first; at < end; at++) {
        const row = features[at] as number;
        squares[row] = (squares[row] as number) + slope * slope;
        const pace = rate / Math.sqrt(squares[row] as number);
        const moved = (weights[row] as number) - pace * slope;
        weights[row] = Math.sign(moved) * Math.max(0, Math.abs(moved) - pace * sparsity);
      }
    }
  }
  return weights;
}

/** Keys of the features that weigh most, for those that occur more than once. */
function strongest({ keys, features }: Gaps, weights: Float32Array, most: number): Set<number> {
  const counts = new Int32Array(keys.length);
  for (const row of features) counts[row] = (counts[row] as number) + 1;
  const worth = (row: number): number =>
    Math.abs(weights[row] as number) * Math.sqrt(Math.min(OFTEN, counts[row] as number));
  return new Set(
    keys
      .map((key, row) => ({ key, worth: worth(row) }))
      .filter((one) => one.worth > 0)
      .sort((a, b) => b.worth - a.worth || a.key - b.key)
      .slice(0, most)
      .map(({ key }) => key),
  );
}

const OFTEN = 20;

function main(): void {
  const { values } = parseArgs({
    options: {
      treebanks: { type: 'string' },
      out: { type: 'string', default: 'src/language/boundary-weights.ts' },
    },
  });
  if (!values.treebanks)
    throw new Error('usage: npx tsx training/train-boundaries.ts --treebanks FOLDER [--out FILE]');
  const weights = trainBoundaries(readTreebanks(values.treebanks).train.flat());
  const packed = packWeights(weights);
  const lines = [
    '// Made by training/train-boundaries.ts from the training parts of UD English EWT and GUM; do not edit.',
    `/** Weights of ${weights.size} features, see boundary-table.ts. */`,
    `export const WEIGHTS =\n  '${packed}';`,
  ];
  writeFileSync(values.out, `${lines.join('\n')}\n`);
  process.stderr.write(`${weights.size} features, ${packed.length} characters: ${values.out}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
