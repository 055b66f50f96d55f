import { gapFeatures, MOST_FEATURES } from './boundary-features.js';
import { ENDS, ENDS_DATE, endsLine, type Page, ruleAt } from './boundary-rules.js';
import { beginSentence, beginStretch, isCertain, newStretch, take } from './boundary-stretch.js';
import { unpackWeights, WEIGHT_STEP, type WeightTable, weigh } from './boundary-table.js';
import { describe } from './boundary-units.js';
import { WEIGHTS } from './boundary-weights.js';
import { GAP_LINE, GAP_PARAGRAPH, type TokenBuffer } from './token-buffer.js';

/** What a verdict of the rules counts before any weight is added, in logits. */
export const priorOf = (rule: number): number => (rule === ENDS_DATE ? 8 : rule === ENDS ? 2 : -2);

let table: WeightTable | undefined;
const keys = new Int32Array(MOST_FEATURES);
const stretch = newStretch();

/** A text as the search for sentence ends needs it. */
export function pageOf(text: string, tokens: TokenBuffer): Page {
  return { text, tokens, units: describe(text, tokens) };
}

/**
 * Where sentences end: a mark for each token, 1 where it is the last of its sentence.
 *
 * Paragraphs and lines that were ended on purpose end a sentence. Between those, each gap is weighed: a linear model over
 * hashed features of the tokens around it, with the verdict of hand-written rules as its strongest feature (compare
 * Gillick 2009, "Sentence Boundary Detection and the Problem with the U.S."). It decides from left to right, so that it
 * knows how the sentence began.
 */
export function sentenceEnds(text: string, tokens: TokenBuffer): Uint8Array {
  const ends = new Uint8Array(tokens.count);
  const page = pageOf(text, tokens);
  const { units } = page;
  for (let from = 0; from < units.count; ) {
    const end = stretchEnd(page, from);
    weighGaps(page, from, end, ends);
    ends[end < units.count ? (units.tokens[end] as number) - 1 : tokens.count - 1] = 1;
    from = end;
  }
  return ends;
}

/** The unit after the last of the stretch that begins at `from`. */
export function stretchEnd(page: Page, from: number): number {
  const { gaps, count } = page.units;
  for (let unit = from + 1; unit < count; unit++) {
    const gap = gaps[unit] as number;
    if (gap === GAP_PARAGRAPH || (gap === GAP_LINE && endsLine(page, unit - 1))) return unit;
  }
  return count;
}

function weighGaps(page: Page, from: number, end: number, ends: Uint8Array): void {
  table ??= unpackWeights(WEIGHTS);
  const { units } = page;
  beginStretch(stretch, units, from, end);
  for (let unit = from; unit + 1 < end; unit++) {
    take(stretch, units, unit);
    if (isCertain(units, stretch, unit)) continue;
    const rule = ruleAt(page, unit);
    const count = gapFeatures(units, stretch, unit, rule, keys);
    if (weigh(table, keys, count) * WEIGHT_STEP + priorOf(rule) <= 0) continue;
    ends[(units.tokens[unit + 1] as number) - 1] = 1;
    beginSentence(stretch, unit + 1);
  }
}
