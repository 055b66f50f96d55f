import type { Coded, Codes } from './codes.js';
import { createRemarks, type Remarks } from './remarks.js';
import { coverageOf, datesOf, sortedByKey, spellsOf } from './spells.js';
import { csvLine, readRegisterTable, type TableRow, wholeOf } from './table.js';
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

/** Obligations are bits, the first the highest; what both owe each other is one number. */
const DUTIES = 2 ** OBLIGATIONS.length;

/** Rows of one dyad. */
interface Dyad {
  readonly line: number;
  /** By year, what the lower code owes the higher one, and the other way round. */
  readonly low: Map<number, number>;
  readonly high: Map<number, number>;
}

type Dyads = ReadonlyMap<number, Dyad>;
type StateOf = (code: number, year: number) => Coded | undefined;

/** Alliances by dyad and year, the dyad in one direction or both; each spell of equal obligations is an alliance. */
export async function readAtop(file: string, codes: Codes): Promise<Register> {
  const leftOut = createRemarks();
  const doubtful = createRemarks();
  const table = await readRegisterTable(file, COLUMNS, 'ATOP', leftOut);
  const stateOf = remembered(codes);
  const dyads = dyadsOf(table.rows, stateOf, leftOut, doubtful);
  const years = new Set<number>();
  for (const { low, high } of dyads.values())
    for (const year of [...low.keys(), ...high.keys()]) years.add(year);
  const covered = { first: Math.min(...years), last: Math.max(...years) };
  const { lines, alliances } = collapse(dyads, stateOf, doubtful);
  const ties = sortedByKey(alliances).flatMap(([pair, told]) => tiesOf(pair.split(' '), told, covered));
  return {
    title: `Alliance Treaty Obligations and Provisions (ATOP): alliances by dyad, ${covered.first} to ${covered.last}`,
    coverage: coverageOf(covered.first, covered.last),
    columns: [
      ...['ccode1', 'ccode2', 'first year', 'last year'],
      ...OBLIGATIONS.map(([column]) => `${column} of ccode1`),
      ...OBLIGATIONS.map(([column]) => `${column} of ccode2`),
    ],
    ...{ lines, ties, parties: codes.added(), instruments: [], rows: table.read() },
    ...{ leftOut: leftOut.list(), doubtful: doubtful.list() },
  };
}

function dyadsOf(rows: Iterable<TableRow>, stateOf: StateOf, leftOut: Remarks, doubtful: Remarks): Dyads {
  const dyads = new Map<number, Dyad>();
  for (const { line, cells } of rows) {
    const from = wholeOf(cells[0] ?? '') ?? CODES;
    const to = wholeOf(cells[1] ?? '') ?? CODES;
    const year = wholeOf(cells[2] ?? '');
    if (year === undefined || from >= CODES || to >= CODES || from === to) {
      leftOut.add(`'${cells.slice(0, 3).join(',')}' are no two codes and a year`, line);
      continue;
    }
    const owed = dutiesOf(cells);
    if (owed === undefined) {
      leftOut.add(`obligations '${cells.slice(3).join(',')}' are not all 0 or 1`, line);
      continue;
    }
    const [one, other] = [stateOf(from, year), stateOf(to, year)];
    if (!one || !other) {
      leftOut.add(`code ${one ? to : from} is not on the list of states`, line);
      continue;
    }
    if (one.doubt !== undefined) doubtful.add(one.doubt, line);
    if (other.doubt !== undefined) doubtful.add(other.doubt, line);
    const key = Math.min(from, to) * CODES + Math.max(from, to);
    const dyad = dyads.get(key) ?? { line, low: new Map(), high: new Map() };
    dyads.set(key, dyad);
    const side = from < to ? dyad.low : dyad.high;
    const before = side.get(year);
    if (before !== undefined && before !== owed)
      leftOut.add(`${from},${to},${year} stands twice with other obligations`, line);
    else side.set(year, owed);
  }
  return dyads;
}

function dutiesOf(cells: readonly string[]): number | undefined {
  let duties = 0;
  for (let i = 3; i < COLUMNS.length; i++) {
    const duty = wholeOf(cells[i] ?? '');
    if (duty !== 0 && duty !== 1) return undefined;
    duties = duties * 2 + duty;
  }
  return duties;
}

/** Asked for half a million times; there are some thousand answers. */
function remembered(codes: Codes): StateOf {
  const known = new Map<number, Coded | undefined>();
  return (code, year) => {
    const key = code * CODES + year;
    if (!known.has(key)) known.set(key, codes.state('cow', String(code), '', year));
    return known.get(key);
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

function collapse(dyads: Dyads, stateOf: StateOf, doubtful: Remarks): Collapsed {
  const lines: string[] = [];
  const alliances = new Map<string, Map<number, Said>>();
  for (const [key, dyad] of [...dyads].sort(([a], [b]) => a - b)) {
    const [one, other] = [Math.floor(key / CODES), key % CODES];
    for (const spell of spellsOf(bothWays(dyad))) {
      const [low, high] = [Math.floor(spell.says / DUTIES), spell.says % DUTIES];
      const line =
        lines.push(csvLine([one, other, spell.first, spell.last, ...bits(low), ...bits(high)])) - 1;
      let said: Said | undefined;
      let [a, b] = ['', ''];
      for (let year = spell.first; year <= spell.last; year++) {
        const [party = '', ally = ''] = [stateOf(one, year)?.party, stateOf(other, year)?.party];
        if (!said || party !== a || ally !== b) said = { grade: gradeOf(low, high, party, ally), line };
        [a, b] = [party, ally];
        const pair = a < b ? `${a} ${b}` : `${b} ${a}`;
        const told = alliances.get(pair) ?? new Map<number, Said>();
        alliances.set(pair, told);
        const before = told.get(year);
        if (!before) told.set(year, said);
        else if (before.grade !== said.grade)
          doubtful.add(
            `${pair} stand under two codes with other obligations; the lower code's are kept`,
            dyad.line,
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
function bothWays({ low, high }: Dyad): Map<number, number> {
  const both = new Map<number, number>();
  for (const [year, owed] of low) both.set(year, owed * DUTIES + (high.get(year) ?? owed));
  for (const [year, owed] of high) if (!low.has(year)) both.set(year, owed * DUTIES + owed);
  return both;
}

/** `defence and consultation`; where the two owe each other different things, who owes what. */
function gradeOf(low: number, high: number, a: string, b: string): string {
  if (low === high) return wordsOf(low);
  const owed = [`${a}: ${wordsOf(low) || 'nothing'}`, `${b}: ${wordsOf(high) || 'nothing'}`];
  return owed.sort().join('; ');
}

function bits(duties: number): readonly number[] {
  return [...duties.toString(2).padStart(OBLIGATIONS.length, '0')].map(Number);
}

function wordsOf(duties: number): string {
  const words = OBLIGATIONS.filter((_, i) => bits(duties)[i] === 1).map(([, word]) => word);
  return words.join(', ').replace(/, ([^,]*)$/, ' and $1');
}
