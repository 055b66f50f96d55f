import { stateOf } from '../gazetteer/index.js';
import type { Genre, PloverType } from '../record/index.js';

/** What the confidence of a judged event depends on. */
export interface Sureness {
  readonly type: PloverType;
  readonly genre: Genre | undefined;
  /** Share of the type by the judge of acts, 0 to 1. */
  readonly share: number;
  /** Share of all parties by the judge of roles, 0 to 1. */
  readonly castShare: number;
  readonly symmetric: boolean;
  /** Party ids. */
  readonly source: readonly string[];
  readonly recipient: readonly string[];
}

/** What is seen of an event, in numbers: the first is 1, two are log odds, the others 0 or 1. */
export function traitsOf(event: Sureness, isBody: (party: string) => boolean): number[] {
  const { type, genre, source, recipient, symmetric } = event;
  const told = symmetric || recipient.length > 0;
  const own = recipient.some((to) => source.some((from) => stateOf(from) === stateOf(to)));
  return [
    1,
    logOdds(event.share),
    logOdds(event.castShare),
    told ? 1 : 0,
    // Appeals to everybody are as good as those to one.
    !told && type === 'REQUEST' ? 1 : 0,
    recipient.some((party) => party.startsWith('-')) ? 1 : 0,
    genre === 'speech' && own ? 1 : 0,
    type === 'REJECT' || type === 'SANCTION' ? 1 : 0,
    recipient.some(isBody) ? 1 : 0,
    genre === 'news' ? 1 : 0,
  ];
}

/** By the same order; as `npx tsx bench/handcheck/calibrate.ts` prints them. */
const WEIGHTS = [-2.5, 0.31, 0.36, 1.93, 0.7, -1.39, -1.54, -0.95, 0.73, -0.42];

/**
 * How likely an event is right in type, source, recipient and modality, 0 to 1 in hundredths. Fitted to events that were judged by
 * hand, see bench/handcheck/calibrate.ts.
 */
export function confidenceOf(event: Sureness, isBody: (party: string) => boolean): number {
  const logit = traitsOf(event, isBody).reduce((sum, x, k) => sum + x * (WEIGHTS[k] as number), 0);
  return Math.round(100 / (1 + Math.exp(-logit))) / 100;
}

function logOdds(share: number): number {
  const p = Math.max(0.005, Math.min(0.995, share));
  return Math.log(p / (1 - p));
}
