import { type Ladders, laddersOf } from './grades.js';
import { stateOf } from './parties.js';
import {
  Grade,
  InstrumentParty,
  InstrumentRow,
  Membership,
  type Membership as MembershipRow,
  TieStepRow,
} from './schemas.js';
import { aboutInstrumentParty, aboutMembership, tableReader } from './tables.js';

/** One row of data/ties.tsv. */
export interface RegisteredStep extends Omit<TieStepRow, 'grade'> {
  readonly grade?: { readonly written: string; readonly normalised?: string };
}

/** An instrument with its dated parties. */
export interface RegisteredInstrument extends InstrumentRow {
  readonly parties: readonly Omit<InstrumentParty, 'instrument'>[];
}

/** What data/ tells of who stands in which tie since when: a source beside the documents. */
export interface Register {
  readonly steps: readonly RegisteredStep[];
  readonly memberships: readonly MembershipRow[];
  readonly instruments: readonly RegisteredInstrument[];
  readonly ladders: Ladders;
  /** The day up to which the tables are known to hold, `YYYY-MM-DD`. */
  readonly through: string;
}

/** The tables were last gone through for this day. */
const THROUGH = '2025-11-01';

/**
 * Reads ties, memberships, instruments and grades of data/ and of the user's own folders.
 *
 * @param options.parties ids: only what concerns all of these together, which takes a tenth of the time
 * @throws EntenteError `data` naming table and line of a wrong row, `input` for a missing folder
 * @example
 * loadRegister().steps.filter(({ parties }) => parties.includes('ASEAN'))
 */
export function loadRegister(
  options: { readonly dirs?: readonly string[]; readonly parties?: readonly string[] } = {},
): Register {
  const asked = (options.parties ?? []).map(stateOf);
  const namesAll = (line: string) => asked.every((id) => line.includes(id));
  const namesOne = (line: string) => asked.length === 0 || asked.some((id) => line.includes(id));
  const read = tableReader(options.dirs ?? []);
  // Rows of the user's own come last and are looked at first.
  const grades = read('grades', Grade, (row) => `${row.party} ${row.grade}`);
  const ladders = laddersOf(grades.reverse());
  const parties = new Map<string, InstrumentParty[]>();
  for (const row of read('instrument-parties', InstrumentParty, aboutInstrumentParty, namesOne))
    parties.set(row.instrument, [...(parties.get(row.instrument) ?? []), row]);
  return {
    steps: read('ties', TieStepRow, aboutTie, namesAll).map((row) => placed(row, ladders)),
    memberships: read('memberships', Membership, aboutMembership, namesAll),
    instruments: read('instruments', InstrumentRow, (row) => row.id).map((row) => ({
      ...row,
      parties: parties.get(row.id) ?? [],
    })),
    ladders,
    through: THROUGH,
  };
}

function aboutTie({ tie, parties, name }: TieStepRow): string {
  return [tie, [...parties].sort().join('|'), name ?? ''].join(' ');
}

function placed({ grade, ...row }: TieStepRow, ladders: Ladders): RegisteredStep {
  if (grade === undefined) return row;
  const place = ladders.place(grade, row.parties);
  return { ...row, grade: { written: grade, ...(place && { normalised: place.grade }) } };
}
