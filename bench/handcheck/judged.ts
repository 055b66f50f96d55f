import { readFileSync } from 'node:fs';

/** What two judges said of an entry: by field, 1 right, 0 wrong. */
export interface Verdicts {
  readonly genre: string;
  readonly judgeA: readonly number[];
  readonly judgeB: readonly number[];
}

export function rowsOf<Row>(name: string): Row[] {
  return readFileSync(new URL(`./${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
}

/** Whether all fields are right. */
export const wholly = (fields: readonly number[]): number => Math.min(...fields);

/**
 * For each genre and for all: how much is right by either judge and how far they agree (Krippendorff's alpha for two judges and two
 * values), field by field and for all fields together.
 */
export function printAgreement(rows: readonly Verdicts[], fields: readonly string[]): void {
  for (const genre of [...new Set(rows.map((row) => row.genre)), 'all']) {
    const own = rows.filter((row) => genre === 'all' || row.genre === genre);
    const told = [...fields.keys(), -1].map((field) => {
      const of = (verdict: readonly number[]): number =>
        field < 0 ? wholly(verdict) : (verdict[field] as number);
      const pairs = own.map(({ judgeA, judgeB }) => [of(judgeA), of(judgeB)] as const);
      const shares = [0, 1].map(
        (j) => pairs.reduce((sum, pair) => sum + (pair[j] as number), 0) / pairs.length,
      );
      const percent = shares.map((share) => (100 * share).toFixed(0)).join(' and ');
      return `${field < 0 ? 'all fields' : fields[field]} ${percent} %, alpha ${alpha(pairs).toFixed(2)}`;
    });
    process.stdout.write(`${genre} (${own.length}): ${told.join('; ')}\n`);
  }
}

function alpha(pairs: readonly (readonly [number, number])[]): number {
  const count = 2 * pairs.length;
  const ones = pairs.reduce((sum, [a, b]) => sum + a + b, 0) / count;
  const observed = pairs.filter(([a, b]) => a !== b).length / pairs.length;
  const expected = (2 * ones * (1 - ones) * count) / (count - 1);
  return expected === 0 ? 1 : 1 - observed / expected;
}
