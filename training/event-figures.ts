import type { WordVectors } from '../src/language/index.js';
import { judged } from '../src/reader/judges/bag-judge.js';
import type { BagModel } from '../src/reader/judges/bag-model.js';
import { showing } from '../src/reader/judges/sight.js';
import type { EventExample } from './event-examples.js';

/** In hundredths; `none` counts as nothing found. */
export interface Figures {
  readonly examples: number;
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
}

/** How a judge does on examples that were held out. */
export function figuresOf(model: BagModel, vectors: WordVectors, examples: readonly EventExample[]): Figures {
  const counts = { right: 0, found: 0, gold: 0, both: 0 };
  for (const { sight, answer } of examples) {
    const shares = judged(model, vectors, showing(sight));
    let best = 0;
    shares.forEach((share, k) => {
      if (share > (shares[best] as number)) best = k;
    });
    const said = model.classes[best] as string;
    if (said === answer) counts.right++;
    if (said !== 'none') counts.found++;
    if (answer !== 'none') counts.gold++;
    if (said === answer && answer !== 'none') counts.both++;
  }
  const share = (part: number, whole: number): number => (100 * part) / Math.max(1, whole);
  return {
    examples: examples.length,
    right: share(counts.right, examples.length),
    precision: share(counts.both, counts.found),
    recall: share(counts.both, counts.gold),
  };
}

export const told = (f: Figures): string =>
  `${f.right.toFixed(1)} % of ${f.examples} right, precision ${f.precision.toFixed(1)}, recall ${f.recall.toFixed(1)}`;

export function card(
  counts: {
    readonly passages: number;
    readonly events: number;
    readonly sentences: number;
    readonly networks: number;
  },
  { acts, roles }: { readonly acts: Figures; readonly roles: Figures },
  repeat: string,
  bytes: number,
): string {
  const row = (name: string, f: Figures) =>
    `| ${name} | ${f.examples} | ${f.right.toFixed(1)} | ${f.precision.toFixed(1)} | ${f.recall.toFixed(1)} |`;
  return `# events.bin

Two judges of what documents tell, each of ${counts.networks} small networks: one says of a word which PLOVER type of event it tells, or that it
tells none; the other says of a party named or referred to near it whether it is its source, its recipient, one of several
that do it together, or none of these. They see what the rules of data/ found, the words around in the tree, and the words'
vectors. Verbs that the rules know no act for are judged only where a first look at lemma, tag and relation, a logistic regression
learnt from the same examples, gives them odds of an event above about 1 to 7. [The decision](../docs/decisions/010-event-judges.md).

- Data: ${counts.passages} passages with ${counts.events} events that we wrote, training/passages, and ${counts.sentences} sentences of training/sentences; no sentence
  of anybody else. Licence: that of this package; the word vectors are those of english.bin.
- Made by \`npm run train:events -- ${repeat}\`.
- Size: ${Math.round(bytes / 1000)} kB compressed.

On passages held out; "precision" and "recall" count what is not "none":

| judge | examples | right, % | precision | recall |
|---|---|---|---|---|
${row('of acts', acts)}
${row('of roles, given the act', roles)}

How sure an event is (all four of type, source, recipient and modality right) is fitted to events judged by hand, and how far that
holds is measured by cross-validation: \`npx tsx bench/handcheck/calibrate.ts\`, [the sample](../bench/handcheck/README.md).
`;
}
