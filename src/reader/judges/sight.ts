import { type FeatureName, featureName } from './features.js';

/** What a judge is shown of a thing: named features, and words by the place that they have (`token`, `object`, …). */
export interface Sight {
  readonly features: readonly string[];
  /** Rows of the table of word vectors by slot; −1 where there is no word, or none with a vector. */
  readonly words: Int32Array;
}

/** Takes note of a feature, its value in up to three parts to be joined by spaces; one without a first part is none. */
export type AddFeature = (
  name: FeatureName,
  first: string | undefined,
  second?: string,
  third?: string,
) => void;

/**
 * Shows a thing, feature by feature, and returns its words. A judge that reads looks its features up as they come: to build
 * and keep their names would take longer than all that follows.
 */
export type Show = (add: AddFeature) => Int32Array;

/** What is shown, kept: to learn from, or to explain by. */
export function sightOf(show: Show): Sight {
  const features: string[] = [];
  const words = show((name, first, ...rest) => {
    if (first === undefined) return;
    const value = [first, ...rest.filter((part) => part !== undefined)].join(' ');
    features.push(`${name.text}=${value}`);
  });
  return { features, words };
}

/** Shows again what was kept. */
export function showing({ features, words }: Sight): Show {
  return (add) => {
    for (const feature of features) {
      const at = feature.indexOf('=');
      add(featureName(feature.slice(0, at)), feature.slice(at + 1));
    }
    return words;
  };
}

const COUNTS = ['0', '1', '2', '3', '4', '5', '6'] as const;

/** A count as the value of a feature; `most`, 6 at most, stands for all that are more. */
export function upTo(most: number, count: number): string {
  return COUNTS[Math.min(count, most)] as string;
}

/** Places of words whose vectors the judge of acts sees: the act, what stages it, its subject, object, governor. */
export const ACT_SLOTS = 5;
/** Those of the judge of roles: the party's head, what that hangs on, the act. */
export const ROLE_SLOTS = 3;
