import type { Codes } from './codes.js';
import { createRemarks, type Remarks } from './remarks.js';
import { coverageOf, datesOf, sortedByKey, spellsOf } from './spells.js';
import { csvLine, readRegisterTable, type TableRow, wholeOf } from './table.js';
import type { Register, RegisterTie } from './types.js';

/** Kinds of membership by their numbers in the Correlates of War IGO data. */
const ROLES: Readonly<Record<string, string>> = { 1: 'member', 2: 'associate', 3: 'observer' };

interface Told {
  /** What each year says, and the years of the state's coverage. */
  readonly years: Map<number, string>;
  readonly lines: Map<number, number>;
  first: number;
  last: number;
}

/**
 * Memberships by year. The rows of a year tell; `Begin` and `End` are the years for which the register covers the state, and
 * the body is covered from its first row to its last.
 */
export async function readMigo(file: string, codes: Codes): Promise<Register> {
  const leftOut = createRemarks();
  const doubtful = createRemarks();
  const columns = ['igoID', 'stateID', 'StateName', 'membership', 'Year', 'Begin', 'End'];
  const table = await readRegisterTable(file, columns, 'migo', leftOut);
  const told = new Map<string, Map<string, Told>>();
  const spans = new Map<string, { first: number; last: number }>();
  const lined = linesOf([...table.rows].flatMap((row) => migoRow(row, leftOut)));
  for (const { row, line } of lined.rows) {
    const coded = codes.state('letters', row.state, row.name, row.year);
    if (!coded) {
      leftOut.add(`code '${row.state}' ('${row.name}') is no state's`, row.at);
      continue;
    }
    if (coded.doubt !== undefined) doubtful.add(coded.doubt, row.at);
    const body = codes.body('migo', row.igo, '');
    const members = told.get(body) ?? new Map<string, Told>();
    told.set(body, members);
    const member = members.get(coded.party) ?? {
      ...{ years: new Map<number, string>(), lines: new Map<number, number>() },
      ...{ first: row.begin, last: row.end },
    };
    members.set(coded.party, member);
    const before = member.years.get(row.year);
    if (before !== undefined && before !== row.role)
      doubtful.add(`${coded.party} is both ${before} and ${row.role} of ${body} in one year`, row.at);
    member.years.set(row.year, before ?? row.role);
    member.lines.set(row.year, line);
    member.first = Math.min(member.first, row.begin);
    member.last = Math.max(member.last, row.end);
    const span = spans.get(body) ?? { first: row.year, last: row.year };
    spans.set(body, { first: Math.min(span.first, row.year), last: Math.max(span.last, row.year) });
  }
  const ties = sortedByKey(told).flatMap(([body, members]) =>
    sortedByKey(members).flatMap(([party, member]) =>
      membershipsOf(body, party, member, spans.get(body) ?? member),
    ),
  );
  const first = Math.min(...[...spans.values()].map((span) => span.first));
  const last = Math.max(...[...spans.values()].map((span) => span.last));
  return {
    title: `Memberships in informal intergovernmental organisations by year (migo), ${first} to ${last}`,
    coverage: coverageOf(first, last),
    columns: ['igoID', 'stateID', 'StateName', 'membership', 'first year', 'last year', 'Begin', 'End'],
    lines: lined.lines,
    ties,
    states: statesOf(told),
    ...{ parties: codes.added(), instruments: [], rows: table.read() },
    ...{ leftOut: leftOut.list(), doubtful: doubtful.list() },
  };
}

function statesOf(told: ReadonlyMap<string, ReadonlyMap<string, Told>>): NonNullable<Register['states']> {
  const states = new Map<string, { first: number; last: number }>();
  for (const members of told.values())
    for (const [party, { first, last }] of members) {
      const before = states.get(party);
      states.set(party, {
        first: Math.min(first, before?.first ?? first),
        last: Math.max(last, before?.last ?? last),
      });
    }
  return states;
}

interface MigoRow {
  readonly igo: string;
  readonly state: string;
  readonly name: string;
  readonly role: string;
  readonly membership: string;
  readonly year: number;
  readonly begin: number;
  readonly end: number;
  readonly at: number;
}

function migoRow({ line: at, cells }: TableRow, leftOut: Remarks): MigoRow[] {
  const [igo = '', state = '', name = '', membership = '', ...dates] = cells;
  const [year, begin, end] = dates.map(wholeOf);
  const role = ROLES[membership];
  if (igo === '') leftOut.add('the code of the body is empty', at);
  else if (role === undefined) leftOut.add(`membership '${membership}' is not 1, 2 or 3`, at);
  else if (year === undefined || begin === undefined || end === undefined)
    leftOut.add(`Year, Begin, End '${dates.join(',')}' are not all years`, at);
  else if (year < begin || year > end)
    leftOut.add(`Year ${year} lies outside Begin and End ${begin}, ${end}`, at);
  else return [{ igo, state, name, role, membership, year, begin, end, at }];
  return [];
}

/** The register's lines, its years collapsed, in an order of their own; each row with its line. */
function linesOf(rows: readonly MigoRow[]): { lines: string[]; rows: { row: MigoRow; line: number }[] } {
  const groups = new Map<string, MigoRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.igo, row.state, row.name, row.membership, row.begin, row.end]);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const lines: string[] = [];
  const lined: { row: MigoRow; line: number }[] = [];
  for (const [, group] of sortedByKey(groups)) {
    const byYear = new Map(group.map((row) => [row.year, row]));
    for (const { first, last } of spellsOf(new Map(group.map(({ year }) => [year, ''])))) {
      const row = byYear.get(first);
      if (!row) continue;
      const line =
        lines.push(csvLine([row.igo, row.state, row.name, row.membership, first, last, row.begin, row.end])) -
        1;
      for (const other of group)
        if (other.year >= first && other.year <= last) lined.push({ row: other, line });
    }
  }
  return { lines, rows: lined };
}

function membershipsOf(
  body: string,
  party: string,
  { years, lines, ...state }: Told,
  span: { readonly first: number; readonly last: number },
): RegisterTie[] {
  const covered = { first: Math.max(state.first, span.first), last: Math.min(state.last, span.last) };
  return spellsOf(years).map((spell) => {
    const { since, until } = datesOf(spell, covered);
    const where = new Set<number>();
    for (let year = spell.first; year <= spell.last; year++) where.add(lines.get(year) ?? 0);
    return {
      tie: 'membership',
      parties: [
        { party, role: spell.says },
        { party: body, role: 'body' },
      ],
      name: `${body} ${spell.says}`,
      ...(since !== undefined && { since }),
      ...(until !== undefined && { until }),
      status: until === undefined ? 'in-force' : 'ended',
      coverage: coverageOf(covered.first, covered.last),
      lines: [...where].sort((a, b) => a - b),
    };
  });
}
