import { dayRange, type Instrument, type TieStatus } from '../../record/index.js';
import type { Codes } from './codes.js';
import { createRemarks } from './remarks.js';
import { csvLine, readRegisterTable } from './table.js';
import type { Register, RegisterTie } from './types.js';

/** How a register of trade agreements is called, and which columns it has beside those that all have. */
export interface TradeRegister {
  readonly title: string;
  /** Whether it dates each state's own signature, entry into force and end. */
  readonly byState: boolean;
}

export const TRADE_REGISTERS: Readonly<Record<'desta' | 'huggo' | 'gptad', TradeRegister>> = {
  desta: { title: 'Design of Trade Agreements (DESTA): who takes part', byState: false },
  huggo: { title: 'HUGGO trade agreements: who takes part, by state', byState: true },
  gptad: { title: 'Global Preferential Trade Agreements Database (GPTAD): who takes part', byState: false },
};

const COLUMNS = ['manyID', 'treatyID', 'Title', 'stateID', 'StateName', 'Signature', 'Force'];
const BY_STATE = ['End', 'StateSignature', 'StateForce', 'StateEnd'];
/** What stands for "no end is known". */
const OPEN = '9999-12-31';

/** Parties of one agreement for which all dates are the same. */
interface Group {
  readonly instrument: string;
  readonly name: string;
  readonly dates: Dates;
  readonly parties: Map<string, string[]>;
}

interface Dates {
  readonly since?: string;
  readonly until?: string;
  readonly inForce: boolean;
}

/**
 * Who takes part in trade agreements. The parties of an agreement that have the same dates are one tie; the register covers
 * the years from the first signature that it has to the last.
 */
export async function readTrade(file: string, codes: Codes, register: TradeRegister): Promise<Register> {
  const leftOut = createRemarks();
  const doubtful = createRemarks();
  const columns = register.byState ? [...COLUMNS, ...BY_STATE] : COLUMNS;
  const table = await readRegisterTable(file, columns, register.title.replace(/:.*/, ''), leftOut);
  const rows = [...table.rows];
  const groups = new Map<string, Group>();
  const instruments = new Map<string, Instrument>();
  const years = new Set<string>();
  // By their text, so that the order of the rows makes no difference.
  const ordered = rows.map((row) => ({ ...row, text: csvLine(row.cells) }));
  for (const { line, cells, text } of ordered.sort((a, b) => (a.text < b.text ? -1 : 1))) {
    const [many = '', treaty = '', title = '', state = '', name = '', signed = '', force = ''] = cells;
    const instrument = many || treaty;
    if (instrument === '') {
      leftOut.add('manyID and treatyID are empty', line);
      continue;
    }
    const wrong = cells.slice(5).find((cell) => cell !== '' && dayRange(cell) === undefined);
    if (wrong !== undefined) {
      leftOut.add(`'${wrong}' is no date`, line);
      continue;
    }
    const dates = register.byState ? datesByState(cells) : datesOf(signed, force);
    if (dates.since !== undefined && dates.until !== undefined && dates.until < dates.since.slice(0, 10)) {
      leftOut.add(`it ends before it begins: ${dates.since}, ${dates.until} (${instrument}, ${name})`, line);
      continue;
    }
    const year = (dates.since ?? (signed || force)).slice(0, 4);
    const coded = codes.state('letters', state, name, year === '' ? undefined : Number(year));
    if (!coded) {
      leftOut.add(`code '${state}' ('${name}') is no party's`, line);
      continue;
    }
    if (coded.doubt !== undefined) doubtful.add(coded.doubt, line);
    if (dates.since === undefined && !dates.inForce) doubtful.add('no date of signature or force', line);
    if (signed !== '') years.add(signed.slice(0, 4));
    const key = JSON.stringify([instrument, dates.since ?? '', dates.until ?? '', dates.inForce]);
    const group = groups.get(key) ?? { instrument, name: title, dates, parties: new Map<string, string[]>() };
    groups.set(key, group);
    group.parties.set(coded.party, [...(group.parties.get(coded.party) ?? []), text]);
    instruments.set(
      instrument,
      instruments.get(instrument) ?? {
        ...{ id: instrument, kind: 'agreement', name: title, aliases: [] },
        ...(signed !== '' && { signed }),
        ...(force !== '' && { inForce: force }),
        parties: [],
      },
    );
  }
  const covered = [...years].sort();
  const coverage = { since: covered[0] ?? '', until: covered.at(-1) ?? '' };
  const lines: string[] = [];
  const ties = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { instrument, name, dates, parties }]): RegisterTie => {
      const own = [...new Set([...parties.values()].flat())].sort();
      const first = lines.length;
      lines.push(...own);
      const { since, until } = dates;
      return {
        tie: 'agreement',
        parties: [...parties.keys()].sort().map((party) => ({ party })),
        name,
        instrument,
        ...(since !== undefined && { since }),
        ...(until !== undefined && { until }),
        status: statusOf(dates, coverage.until),
        coverage,
        lines: own.map((_, i) => first + i),
      };
    });
  return {
    title: `${register.title}, ${coverage.since} to ${coverage.until}`,
    ...{ coverage, columns, lines, ties, parties: codes.added() },
    instruments: [...instruments.values()],
    ...{ rows: table.read(), leftOut: leftOut.list(), doubtful: doubtful.list() },
  };
}

function statusOf({ inForce, until }: Dates, covered: string): TieStatus {
  if (!inForce) return 'announced';
  return until !== undefined && until.slice(0, 4) <= covered ? 'ended' : 'in-force';
}

/** Where the register dates only the agreement. */
function datesOf(signed: string, force: string): Dates {
  const since = force || signed;
  return { ...(since !== '' && { since }), inForce: force !== '' };
}

/**
 * Where it dates each state. A state that signed before the agreement came into force, and that has no date of its own, is
 * bound from then on; when one that signed later was bound is not known.
 */
function datesByState(cells: readonly string[]): Dates {
  const [signed = '', force = '', end = '', stateSigned = '', stateForce = '', stateEnd = ''] =
    cells.slice(5);
  const ended = [stateEnd, end].find((day) => day !== '');
  const until = ended === undefined || ended === OPEN ? {} : { until: ended };
  if (stateForce !== '') return { since: stateForce, ...until, inForce: true };
  if (force === '') {
    const since = stateSigned || signed;
    return { ...(since !== '' && { since }), inForce: false };
  }
  return stateSigned === '' || stateSigned <= force
    ? { since: force, ...until, inForce: true }
    : { ...until, inForce: true };
}
