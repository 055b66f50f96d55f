import type { Codes } from './codes.js';
import { createRemarks, type Remarks } from './remarks.js';
import { coverageOf, datesOf, spellsOf } from './spells.js';
import { csvLine, readRegisterTable, wholeOf } from './table.js';
import type { Register, RegisterTie } from './types.js';

/** Obligations by their columns, in the codebook's order (Leeds et al., Alliance Treaty Obligations and Provisions). */
const OBLIGATIONS: readonly (readonly [column: string, words: string])[] = [
  ['atop_defense', 'defence'],
  ['atop_offense', 'offence'],
  ['atop_neutral', 'neutrality'],
  ['atop_nonagg', 'nonaggression'],
  ['atop_consul', 'consultation'],
];
const COLUMNS = ['ccode1', 'ccode2', 'year', ...OBLIGATIONS.map(([column]) => column)];

/** Codes are below it. */
const CODES = 10_000;

/** What two states owe each other in a year: `11000`, a digit for each obligation. */
interface Year {
  /** Of the file. */
  readonly line: number;
  low?: string;
  high?: string;
}

/** Alliances by dyad and year, the dyad in one direction or both; each spell of equal obligations is an alliance. */
export async function readAtop(file: string, codes: Codes): Promise<Register> {
  const leftOut = createRemarks();
  const doubtful = createRemarks();
  const { rows, read } = await readRegisterTable(file, COLUMNS, 'ATOP', leftOut);
  const dyads = new Map<number, Map<number, Year>>();
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { line, cells } of rows) {
    const [from, to, year] = [wholeOf(cells[0] ?? ''), wholeOf(cells[1] ?? ''), wholeOf(cells[2] ?? '')];
    const duties = cells.slice(3).map((cell) => wholeOf(cell));
    if (
      from === undefined ||
      to === undefined ||
      year === undefined ||
      from === to ||
      from >= CODES ||
      to >= CODES
    ) {
      leftOut.add(`'${cells.slice(0, 3).join(',')}' are no two codes and a year`, line);
      continue;
    }
    if (duties.some((duty) => duty !== 0 && duty !== 1)) {
      leftOut.add(`obligations '${cells.slice(3).join(',')}' are not all 0 or 1`, line);
      continue;
    }
    const coded = [from, to].map((code) => [code, codes.state('cow', String(code), '', year)] as const);
    const unknown = coded.find(([, found]) => found === undefined);
    if (unknown) {
      leftOut.add(`code ${unknown[0]} is not on the list of states`, line);
      continue;
    }
    for (const [, found] of coded) if (found?.doubt !== undefined) doubtful.add(found.doubt, line);
    const key = Math.min(from, to) * CODES + Math.max(from, to);
    const years = dyads.get(key) ?? new Map<number, Year>();
    if (years.size === 0) dyads.set(key, years);
    const before = years.get(year) ?? { line };
    const side = from < to ? 'low' : 'high';
    const owed = duties.join('');
    if (before[side] !== undefined && before[side] !== owed) {
      leftOut.add(`${from},${to},${year} stands twice with other obligations`, line);
      continue;
    }
    before[side] = owed;
    years.set(year, before);
    first = Math.min(first, year);
    last = Math.max(last, year);
  }
  const { lines, alliances } = collapse(dyads, codes, doubtful);
  const ties = [...alliances]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([pair, years]) => tiesOf(pair.split(' '), years, { first, last }));
  return {
    title: `Alliance Treaty Obligations and Provisions (ATOP): alliances by dyad, ${first} to ${last}`,
    coverage: coverageOf(first, last),
    columns: [
      ...['ccode1', 'ccode2', 'first year', 'last year'],
      ...OBLIGATIONS.map(([column]) => `${column} of ccode1`),
      ...OBLIGATIONS.map(([column]) => `${column} of ccode2`),
    ],
    lines,
    ties,
    parties: codes.added(),
    instruments: [],
    rows: read,
    leftOut: leftOut.list(),
    doubtful: doubtful.list(),
  };
}

interface Collapsed {
  readonly lines: readonly string[];
  /** What two parties of ours owe each other by year, and the line that says so; by the parties in their order. */
  readonly alliances: ReadonlyMap<string, ReadonlyMap<number, Said>>;
}

interface Said {
  readonly grade: string;
  readonly line: number;
}

function collapse(
  dyads: ReadonlyMap<number, ReadonlyMap<number, Year>>,
  codes: Codes,
  doubtful: Remarks,
): Collapsed {
  const lines: string[] = [];
  const alliances = new Map<string, Map<number, Said>>();
  for (const [key, years] of [...dyads].sort(([a], [b]) => a - b)) {
    const pair = [Math.floor(key / CODES), key % CODES] as const;
    const says = new Map([...years].map(([year, owed]) => [year, saysOf(owed)]));
    for (const { first, last, says: owed } of spellsOf(says)) {
      const [low = '', high = ''] = owed.split(' ');
      const line = lines.push(csvLine([...pair, first, last, ...low, ...high])) - 1;
      for (let year = first; year <= last; year++) {
        const [a = '', b = ''] = pair.map((code) => codes.state('cow', String(code), '', year)?.party);
        const parties = [a, b].sort().join(' ');
        const told = alliances.get(parties) ?? new Map<number, Said>();
        alliances.set(parties, told);
        const grade = gradeOf(low, high, a, b);
        const before = told.get(year);
        if (!before) told.set(year, { grade, line });
        else if (before.grade !== grade)
          doubtful.add(
            `${parties} stand under two codes with other obligations; the lower code's are kept`,
            years.get(year)?.line ?? 0,
          );
      }
    }
  }
  return { lines, alliances };
}

function tiesOf(
  parties: readonly string[],
  years: ReadonlyMap<number, Said>,
  covered: { readonly first: number; readonly last: number },
): RegisterTie[] {
  // Two codes of one state of ours, such as those of the two Germanies' list, are no alliance.
  if (parties[0] === parties[1]) return [];
  return spellsOf(new Map([...years].map(([year, { grade }]) => [year, grade]))).map((spell) => {
    const { since, until } = datesOf(spell, covered);
    const lines = new Set<number>();
    for (let year = spell.first; year <= spell.last; year++) lines.add(years.get(year)?.line ?? 0);
    return {
      tie: 'alliance',
      parties: parties.map((party) => ({ party })),
      ...(spell.says !== '' && { grade: spell.says }),
      ...(since !== undefined && { since }),
      ...(until !== undefined && { until }),
      status: until === undefined ? 'in-force' : 'ended',
      coverage: coverageOf(covered.first, covered.last),
      lines: [...lines].sort((a, b) => a - b),
    };
  });
}

/** A dyad that stands in one direction only owes the same both ways. */
function saysOf({ low, high }: Year): string {
  return `${low ?? high} ${high ?? low}`;
}

/** `defence and consultation`; where the two owe each other different things, who owes what. */
function gradeOf(low: string, high: string, a: string, b: string): string {
  if (low === high) return wordsOf(low);
  const owed = [`${a}: ${wordsOf(low) || 'nothing'}`, `${b}: ${wordsOf(high) || 'nothing'}`];
  return owed.sort().join('; ');
}

function wordsOf(duties: string): string {
  const words = OBLIGATIONS.filter((_, i) => duties[i] === '1').map(([, word]) => word);
  return words.join(', ').replace(/, ([^,]*)$/, ' and $1');
}
