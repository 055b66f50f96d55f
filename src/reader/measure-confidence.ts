import type { MeasureEntry } from '../record/index.js';

/** What the confidence of a measure depends on. */
export interface MeasureSureness
  extends Pick<MeasureEntry, 'quantity' | 'unit' | 'modality' | 'speaker' | 'of' | 'change' | 'period'> {
  /** Where it is told, in code points. */
  readonly passages: readonly { readonly start: number; readonly end: number }[];
  readonly parties: readonly { readonly party: string; readonly role?: string | undefined }[];
}

/** Quantities that say nothing without what they are for or of. */
const BARE =
  /^(?:(?:new|additional|further|financial|voluntary) )?(?:agreement|aid|allocations?|budget|capitali[sz]ation|commitments?|contributions?|cost|credits?|deal|donations?|financing|fund|funding|funds|grants?|help|investments?|loans?|money|package|payment|plan|pledge|programme|project|resources|sales|savings|spending|support|transfer)(?: per \w+)?$|^share (?:available|covered|given|held|kept|made|met|paid|provided|put|suffered|used)$/;
/** Ranks that say nothing without in what, or without whose partner. */
const BARE_RANK =
  /\b(?:contributor|creditor|donor|exporter|importer|investor|producer|provider|recipient|source|supplier)$/;
function isBareRank(rank: string, parties: number): boolean {
  return BARE_RANK.test(rank) || (parties === 1 && /\bpartner$/.test(rank));
}

/** Words that point to what was told before. */
const POINTING = /\b(?:this|that|these|those|such|its|their|it|them|there)\b/;

/** What is seen of a measure, in numbers: the first is 1, the others 0 or 1. */
export function measureTraits(measure: MeasureSureness): number[] {
  const { quantity, of, unit, parties, period, change, speaker, passages } = measure;
  const isMoney = /^[A-Z]{3}$/.test(unit);
  const isPercent = unit === '%' && change === undefined;
  const isShare = isPercent && quantity.startsWith('share');
  const words = quantity.split(' ').length;
  const length = passages.reduce((sum, { start, end }) => Math.max(sum, end - start), 0);
  const flag = (is: boolean): number => (is ? 1 : 0);
  return [
    1,
    flag(isMoney && !FOR.test(quantity)),
    flag(isMoney && FOR.test(quantity)),
    flag(isShare),
    flag(isPercent && !isShare && of !== undefined),
    flag(change !== undefined),
    // "Aid" from one to another needs no more words.
    flag(
      (BARE.test(quantity) && parties.length === 1) ||
        (unit === 'rank' && isBareRank(of ?? '', parties.length)),
    ),
    flag(POINTING.test(quantity)),
    flag(words > 9),
    flag(parties.length > 1),
    flag(parties.length === 1 && isMoney && parties[0]?.role !== undefined),
    flag(parties.some((p) => p.party === speaker)),
    flag(period !== undefined),
    flag(length > 200),
    flag(length < 60),
    // Tolls are those of a day that is mostly told nearby.
    flag(period === undefined && /^(?:deaths|injuries)\b/.test(quantity)),
  ];
}

/** A sum is told with what it is for or of. */
const FOR = /\b(?:for|to|on|in|into|under|of|towards?|through)\b/;

/** By the same order; as `npx tsx bench/handcheck/calibrate.ts measures` prints them. */
const WEIGHTS: readonly number[] = [
  0.65, 0.18, 0.3, -0.07, 0.45, 0.23, -2.82, -0.44, -0.68, 0.06, -0.41, 0.51, 0.41, 0.06, 0.07, -0.3,
];

/** How likely a measure with such traits is right in quantity, parties, value and period, 0 to 1 in hundredths. */
export function confidenceByTraits(traits: readonly number[]): number {
  const logit = traits.reduce((sum, x, k) => sum + x * (WEIGHTS[k] as number), 0);
  return Math.round(100 / (1 + Math.exp(-logit))) / 100;
}

/** The confidence of a measure. Fitted to measures that were judged by hand, see bench/handcheck/calibrate.ts. */
export function measureConfidence(measure: MeasureSureness): number {
  return confidenceByTraits(measureTraits(measure));
}
