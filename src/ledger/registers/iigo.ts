import type { Codes } from './codes.js';
import { createRemarks } from './remarks.js';
import { coverageOf, sortedByKey } from './spells.js';
import { csvLine, readRegisterTable, wholeOf } from './table.js';
import type { Register, RegisterTie } from './types.js';

/**
 * Members of informal bodies as of one year. `Begin` and `End` are the life of the body: who is listed in one that has ended
 * belonged to it at some time in its life.
 */
export async function readIigo(file: string, codes: Codes): Promise<Register> {
  const leftOut = createRemarks();
  const doubtful = createRemarks();
  const columns = ['stateID', 'StateName', 'igoID', 'Title', 'Begin', 'End', 'Year'];
  const table = await readRegisterTable(file, columns, 'iigo', leftOut);
  const rows = [...table.rows];
  const listed = new Map<string, RegisterTie>();
  const lines = [...new Set(rows.map(({ cells }) => csvLine(cells)))].sort();
  const lineOf = new Map(lines.map((line, i) => [line, i]));
  const years = new Set<number>();
  for (const { line, cells } of rows) {
    const [state = '', name = '', igo = '', title = '', begin = '', end = '', asOf = ''] = cells;
    const [from, to, year] = [begin, end, asOf].map(wholeOf);
    if (year === undefined || (begin !== '' && from === undefined) || (end !== '' && to === undefined)) {
      leftOut.add(`Begin, End, Year '${[begin, end, asOf].join(',')}' are no years`, line);
      continue;
    }
    if (from !== undefined && to !== undefined && to < from) {
      leftOut.add(`the body ends before it begins: ${begin}, ${end}`, line);
      continue;
    }
    if (igo === '' && title === '') {
      leftOut.add('the body has neither code nor title', line);
      continue;
    }
    const coded = codes.state('letters', state, name, to ?? year);
    if (!coded) {
      leftOut.add(`code '${state}' ('${name}') is no state's`, line);
      continue;
    }
    if (coded.doubt !== undefined) doubtful.add(coded.doubt, line);
    years.add(year);
    const body = codes.body('iigo', igo, title);
    const life = to === undefined ? coverageOf(year, year) : coverageOf(from ?? to, to);
    const sometime = life.since === life.until ? life.since : `${life.since}/${life.until}`;
    const key = `${body} ${coded.party} ${sometime}`;
    const at = lineOf.get(csvLine(cells)) ?? 0;
    listed.set(key, {
      tie: 'membership',
      parties: [
        { party: coded.party, role: 'member' },
        { party: body, role: 'body' },
      ],
      name: `${body} member`,
      ...(to !== undefined && { since: sometime }),
      status: 'in-force',
      coverage: life,
      lines: [...new Set([...(listed.get(key)?.lines ?? []), at])].sort((a, b) => a - b),
    });
  }
  const first = Math.min(...years);
  const last = Math.max(...years);
  return {
    title: `Members of informal intergovernmental organisations (iigo), as of ${first === last ? first : `${first} to ${last}`}`,
    coverage: coverageOf(first, last),
    columns,
    lines,
    ties: sortedByKey(listed).map(([, tie]) => tie),
    states: new Map(
      [...listed.values()].flatMap(({ parties: [state] }) => (state ? [[state.party, { first, last }]] : [])),
    ),
    ...{ parties: codes.added(), instruments: [], rows: table.read() },
    ...{ leftOut: leftOut.list(), doubtful: doubtful.list() },
  };
}
