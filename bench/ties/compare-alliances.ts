import { dayRange } from '../../src/record/index.js';
import type { Difference } from './compare-agreements.js';

/** An alliance of data/ties.tsv. */
export interface OurAlliance {
  readonly parties: readonly string[];
  readonly name: string;
  /** Its signature, and its entry into force. */
  readonly signed?: string;
  readonly force?: string;
  readonly ended?: string;
}

/** Years in which ATOP has an obligation of any kind between two states, by `A|B` of their COW numbers, the lower first. */
export type AllianceYears = ReadonlyMap<string, ReadonlySet<number>>;

export interface AllianceComparison {
  /** Pairs of states within our alliances that ATOP's system of states and years can have. */
  readonly pairs: number;
  readonly missing: readonly string[];
  /** Years that both cover, and how many of them ATOP has, too. */
  readonly years: number;
  readonly agreeing: number;
  readonly differences: readonly Difference[];
}

/** ATOP 5.1 as packaged ends with this year. */
const LAST_YEAR = 2018;

/** Years by pair, of rows with the columns of ATOP's dyad-year file. */
export function allianceYears(rows: Iterable<Readonly<Record<string, string>>>): AllianceYears {
  const years = new Map<string, Set<number>>();
  for (const row of rows) {
    if (!OBLIGATIONS.some((column) => Number(row[column]) === 1)) continue;
    const key = pairKey(Number(row.ccode1), Number(row.ccode2));
    const known = years.get(key) ?? new Set<number>();
    years.set(key, known.add(Number(row.year)));
  }
  return years;
}

const OBLIGATIONS = ['atop_defense', 'atop_offense', 'atop_neutral', 'atop_nonagg', 'atop_consul'];

/**
 * Whether ATOP has the pairs of our alliances, in the years from the one after their beginning to the one before their
 * end; of those without an end of ours, only the year after the beginning.
 *
 * @param cow our ids to numbers of the Correlates of War
 */
export function compareAlliances(
  ours: readonly OurAlliance[],
  theirs: AllianceYears,
  cow: ReadonlyMap<string, number>,
): AllianceComparison {
  const missing: string[] = [];
  const differences: Difference[] = [];
  let pairs = 0;
  let years = 0;
  let agreeing = 0;
  for (const own of ours) {
    const covered = yearsOf(own);
    if (covered.length === 0) {
      missing.push(own.name);
      continue;
    }
    for (const [a, b] of pairsOf(own.parties)) {
      const [one, other] = [cow.get(a), cow.get(b)];
      if (one === undefined || other === undefined) continue;
      pairs++;
      const listed = theirs.get(pairKey(one, other)) ?? new Set<number>();
      const lacking = covered.filter((year) => !listed.has(year));
      years += covered.length;
      agreeing += covered.length - lacking.length;
      if (lacking.length > 0)
        differences.push({
          parties: `${a}|${b}`,
          what: `${own.name}: in-force`,
          ours: runs(covered),
          theirs: `ATOP lacks ${runs(lacking)}`,
        });
    }
  }
  return { pairs, missing, years, agreeing, differences };
}

function yearsOf({ signed, force, ended }: OurAlliance): number[] {
  const begin = force ?? signed;
  if (begin === undefined) return [];
  const first = Number(dayRange(begin)?.last.slice(0, 4)) + 1;
  const last = ended === undefined ? first : Number(dayRange(ended)?.first.slice(0, 4)) - 1;
  return Array.from({ length: Math.max(0, Math.min(last, LAST_YEAR) - first + 1) }, (_, i) => first + i);
}

function pairsOf(parties: readonly string[]): [string, string][] {
  return parties.flatMap((a, i) => parties.slice(i + 1).map((b): [string, string] => [a, b]));
}

function pairKey(a: number, b: number): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}

/** `1951-1959 1962`. */
function runs(years: readonly number[]): string {
  const found: [number, number][] = [];
  for (const year of years) {
    const run = found.at(-1);
    if (run !== undefined && run[1] === year - 1) run[1] = year;
    else found.push([year, year]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(' ');
}
