import { loadGazetteer } from '../../src/gazetteer/index.js';
import { confidenceOf, type Sureness, traitsOf } from '../../src/reader/confidence.js';
import { confidenceByTraits } from '../../src/reader/measure-confidence.js';
import { printAgreement, rowsOf, type Verdicts, wholly } from './judged.js';
import { weightsFor } from './logistic.js';

/**
 * Fits the confidence of events and measures to what judges said of earlier samples (`events-fitted.jsonl`, `measures-fitted.jsonl`): how
 * likely one is to be right in all fields, by its traits (src/reader/confidence.ts and measure-confidence.ts; logistic
 * regression), and prints the weights. Then, for the sample that nothing was fitted to (`events.jsonl`, `measures.jsonl`): the
 * agreement of its two judges, how many are right at a least confidence, and the expected calibration error, all by the confidence
 * that the reader has.
 *
 *   npx tsx bench/handcheck/calibrate.ts [events] [measures]
 */
type Judged<Row> = Row & Pick<Verdicts, 'genre' | 'judgeA'> & { readonly judgeB?: readonly number[] };

const asked = process.argv.slice(2);
for (const kind of asked.length > 0 ? asked : ['events', 'measures'])
  if (kind === 'events') ofEvents();
  else if (kind === 'measures') ofMeasures();
  else throw new Error(`'${kind}' has no fitted confidence; events or measures`);

function ofEvents(): void {
  const gazetteer = loadGazetteer();
  const isBody = (party: string): boolean => gazetteer.parties.get(party)?.kind === 'body';
  report<Sureness>(
    'events',
    ['type', 'source', 'recipient', 'modality'],
    (row) => traitsOf(row, isBody),
    (row) => confidenceOf(row, isBody),
  );
}

function ofMeasures(): void {
  const fields = ['is', 'quantity', 'parties', 'value', 'period'];
  // The traits stand in the files, since quantities are in the words of texts that are others'.
  report<{ readonly traits: readonly number[] }>(
    'measures',
    fields,
    ({ traits }) => [...traits],
    ({ traits }) => confidenceByTraits(traits),
    2,
  );
}

function report<Row>(
  kind: string,
  fields: readonly string[],
  traits: (row: Row) => number[],
  confidence: (row: Row) => number,
  pull = 1,
): void {
  const rightness = ({ judgeA, judgeB = judgeA }: Judged<Row>): number =>
    (wholly(judgeA) + wholly(judgeB)) / 2;
  const weights = weightsFor(
    rowsOf<Judged<Row>>(`${kind}-fitted`).map((row) => ({ x: traits(row), y: rightness(row) })),
    pull,
  );
  process.stdout.write(`${kind}\nweights: ${weights.map((w) => w.toFixed(2)).join(', ')}\n`);
  const rows = rowsOf<Row & Verdicts>(kind);
  printAgreement(rows, fields);
  const judged = rows.map((row) => ({ genre: row.genre, said: confidence(row), right: rightness(row) }));
  const rightOf = (kept: typeof judged): string => {
    const right = kept.reduce((sum, one) => sum + one.right, 0);
    return `${kept.length} told, ${((100 * right) / Math.max(1, kept.length)).toFixed(0)} % right`;
  };
  for (const least of [0, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8]) {
    const kept = judged.filter(({ said }) => said >= least);
    const genres = [...new Set(judged.map(({ genre }) => genre))].map(
      (genre) => `${genre} ${rightOf(kept.filter((one) => one.genre === genre))}`,
    );
    process.stdout.write(`least confidence ${least}: ${rightOf(kept)} (${genres.join('; ')})\n`);
  }
  const bins = Array.from({ length: 5 }, () => ({ said: 0, right: 0 }));
  for (const { said, right } of judged) {
    const bin = bins[Math.min(4, Math.floor(5 * said))] as { said: number; right: number };
    bin.said += said;
    bin.right += right;
  }
  const error = bins.reduce((sum, bin) => sum + Math.abs(bin.said - bin.right), 0) / judged.length;
  process.stdout.write(`expected calibration error: ${error.toFixed(3)}\n`);
}
