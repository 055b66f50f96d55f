import type { Party } from '../../record/index.js';
import type { Codes } from './codes.js';
import { createRemarks } from './remarks.js';
import { yearText } from './spells.js';
import { csvLine, readRegisterTable, wholeOf } from './table.js';
import type { Register, RegisterTie } from './types.js';

/** What its states are members of. */
const SYSTEM: Party = {
  id: 'COW-SYSTEM',
  kind: 'body',
  name: 'the system of states (Correlates of War)',
  aliases: [],
};

const COLUMNS = [
  ...['stateabb', 'ccode', 'statenme', 'styear', 'stmonth', 'stday'],
  ...['endyear', 'endmonth', 'endday', 'version'],
];

interface Life {
  readonly code: string;
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly line: number;
  readonly at: number;
}

/** The Correlates of War list of states: each spell of statehood is a membership in the system of states. */
export async function readCowStates(file: string, codes: Codes): Promise<Register> {
  const leftOut = createRemarks();
  const doubtful = createRemarks();
  const table = await readRegisterTable(file, COLUMNS, 'cow-states', leftOut);
  const rows = [...table.rows];
  const lines = [...new Set(rows.map(({ cells }) => csvLine(cells)))].sort();
  const lineOf = new Map(lines.map((line, i) => [line, i]));
  const lives = new Map<number, Life>();
  for (const { line: at, cells } of rows) {
    const [, code = '', name = '', ...numbers] = cells;
    const number = wholeOf(code);
    const [first, last] = [dayOf(numbers.slice(0, 3)), dayOf(numbers.slice(3, 6))];
    if (number === undefined) leftOut.add(`code '${code}' is no number`, at);
    else if (first === undefined || last === undefined)
      leftOut.add(`'${numbers.slice(0, 6).join(',')}' are not two days`, at);
    else if (last < first) leftOut.add(`the state ends before it begins: ${first}, ${last}`, at);
    else {
      const line = lineOf.get(csvLine(cells)) ?? 0;
      lives.set(line, { code: String(number), name, first, last, line, at });
    }
  }
  const first = [...lives.values()].reduce((day, life) => (life.first < day ? life.first : day), '9999');
  const last = [...lives.values()].reduce((day, life) => (life.last > day ? life.last : day), '');
  const coverage = { since: first, until: last };
  const ties = [...lives.values()].flatMap((life): RegisterTie[] => {
    const parts = partsOf(life, codes);
    if (parts.length === 0) leftOut.add(`code ${life.code} ('${life.name}') is no state's of ours`, life.at);
    for (const { doubt } of parts) if (doubt !== undefined) doubtful.add(doubt, life.at);
    return parts.map((part) => {
      const since = part.first > first ? part.first : undefined;
      const until = part.last < last ? part.last : undefined;
      return {
        tie: 'membership',
        parties: [
          { party: part.party, role: 'member' },
          { party: SYSTEM.id, role: 'body' },
        ],
        name: `${SYSTEM.id} member`,
        ...(since !== undefined && { since }),
        ...(until !== undefined && { until }),
        status: until === undefined ? 'in-force' : 'ended',
        coverage,
        lines: [life.line],
      };
    });
  });
  return {
    title: `Correlates of War list of states, ${first} to ${last}`,
    coverage,
    columns: COLUMNS,
    lines,
    ties,
    parties: [SYSTEM, ...codes.added()],
    ...{ instruments: [], rows: table.read(), leftOut: leftOut.list(), doubtful: doubtful.list() },
  };
}

interface Part {
  readonly party: string;
  readonly doubt?: string;
  first: string;
  last: string;
}

/** A code that goes on under other parties of ours is parted by the years in which they follow each other. */
function partsOf(life: Life, codes: Codes): Part[] {
  const parts: Part[] = [];
  const [from, to] = [Number(life.first.slice(0, 4)), Number(life.last.slice(0, 4))];
  for (let year = from; year <= to; year++) {
    const coded = codes.state('cow', life.code, life.name, year);
    if (!coded) return [];
    const before = parts.at(-1);
    if (before?.party === coded.party) before.last = yearText(year);
    else parts.push({ ...coded, first: yearText(year), last: yearText(year) });
  }
  const [head, tail] = [parts[0], parts.at(-1)];
  if (head) head.first = life.first;
  if (tail) tail.last = life.last;
  return parts;
}

function dayOf([year = '', month = '', day = '']: readonly string[]): string | undefined {
  const [y, m, d] = [wholeOf(year), wholeOf(month), wholeOf(day)];
  if (y === undefined || m === undefined || d === undefined) return undefined;
  const text = [yearText(y), String(m).padStart(2, '0'), String(d).padStart(2, '0')].join('-');
  const there = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(there.getTime()) && there.toISOString().startsWith(text) ? text : undefined;
}
