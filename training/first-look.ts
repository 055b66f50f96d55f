import { type FirstLook, firstLook } from '../src/reader/judges/first-look.js';
import type { EventExample } from './event-examples.js';
import { randomNumbers, shuffle } from './random.js';

const LEMMA = 't-lemma=';
const TAG = 't-tag=';
/** What the sight of a verb holds that the rules know no act for. */
const SILENT = 'act=none';

/** A verb with fewer examples is looked at by its tag alone. */
const RAREST = 4;
const EPOCHS = 6;
const RATE = 0.1;
/** Pulls weights to 0. */
const DECAY = 1e-4;
/** A verb is left alone where its odds of an event are below about 1 to 7. */
const BOUND = -2;

/**
 * Learns a first look from verbs that the rules know no act for: logistic regression, by AdaGrad (Duchi, Hazan and Singer, 2011).
 *
 * @param examples of the judge of acts
 */
export function learnFirstLook(examples: readonly EventExample[], seed: number): FirstLook {
  const silent = examples.filter(({ sight }) => sight.features.includes(SILENT));
  const counts = new Map<string, number>();
  const seen = silent.map(({ sight, answer }) => {
    const features = sight.features.filter((name) => name.startsWith(LEMMA) || name.startsWith(TAG));
    for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
    return { features, target: answer === 'none' ? 0 : 1 };
  });
  const weights = new Map<string, { value: number; squares: number }>();
  for (const [name, count] of counts) if (count >= RAREST) weights.set(name, { value: 0, squares: 0.01 });
  const random = randomNumbers(seed);
  const order = Int32Array.from(seen.keys());
  let bias = BOUND;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const place of order) {
      const { features, target } = seen[place] as (typeof seen)[number];
      const own = features.flatMap((name) => weights.get(name) ?? []);
      const logit = own.reduce((sum, { value }) => sum + value, bias);
      const error = 1 / (1 + Math.exp(-logit)) - target;
      bias -= 0.02 * error;
      for (const weight of own) {
        const slope = error + DECAY * weight.value;
        weight.squares += slope * slope;
        weight.value -= (RATE * slope) / Math.sqrt(weight.squares);
      }
    }
  }
  const named = (start: string): Record<string, number> =>
    Object.fromEntries(
      [...weights]
        .filter(([name]) => name.startsWith(start))
        .map(([name, { value }]) => [name.slice(start.length), hundredths(value)]),
    );
  return firstLook({ bias: hundredths(bias), bound: BOUND, lemmas: named(LEMMA), tags: named(TAG) });
}

const hundredths = (value: number): number => Math.round(100 * value) / 100;
