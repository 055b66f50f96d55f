import { dayRange, type TieEntry } from '../../record/index.js';

/** What a history needs to know of a tie. */
export type AssertedTie = Pick<
  TieEntry,
  | 'id'
  | 'tie'
  | 'grade'
  | 'name'
  | 'parties'
  | 'instrument'
  | 'since'
  | 'until'
  | 'status'
  | 'modality'
  | 'speaker'
  | 'coverage'
> &
  Partial<Pick<TieEntry, 'document'>>;

/** A tie as one document, or a row of the register, asserts it. */
export interface TieAssertion {
  readonly entry: AssertedTie;
  /** When the document came out or was delivered; of a row, the day of its step. EDTF. */
  readonly published?: string;
  readonly register?: RegisterRow;
}

/** What a row of the register has that an entry has not. */
export interface RegisterRow {
  /** Treaty, declaration or organisation, with its date. */
  readonly source: string;
  /** The treaty's name. */
  readonly title?: string;
  readonly move?: 'raised' | 'downgraded';
  /** The last day on which what it says is known to hold, `YYYY-MM-DD`. */
  readonly through: string;
  /** The day up to which the register goes. */
  readonly now: string;
}

/** Who speaks in the register. */
export const REGISTER = 'register';

/** When it was told: as its document came out; of an imported register, the days that it covers. EDTF. */
export function toldOn({ entry: { coverage }, published }: TieAssertion): string | undefined {
  if (coverage === undefined) return published;
  return coverage.since === coverage.until ? coverage.since : `${coverage.since}/${coverage.until}`;
}

/** The grade on its ladder if it stands there, else as written. */
export function gradeOf({ entry }: TieAssertion): string | undefined {
  const { grade } = entry;
  // "a partnership of the same grade" does not say which.
  if (grade === undefined || (grade.normalised === undefined && BY_REFERENCE.test(grade.written)))
    return undefined;
  return grade.normalised ?? grade.written;
}

const BY_REFERENCE = /\bof the (?:new|same|highest) (?:grade|level|rank)$/i;

/**
 * Ids of assertions that another of the same document takes up on the very next day: the years of a register in which
 * allies owe each other something else. What ends there is the grade, not the tie.
 */
export function takenUp(assertions: readonly TieAssertion[]): ReadonlySet<string> {
  const begins = new Set(
    assertions.flatMap(({ entry }) => {
      const first = entry.since === undefined ? undefined : dayRange(entry.since)?.first;
      return first === undefined ? [] : [`${entry.document} ${first}`];
    }),
  );
  return new Set(
    assertions.flatMap(({ entry }) => {
      const last = entry.until === undefined ? undefined : dayRange(entry.until)?.last;
      return last !== undefined && begins.has(`${entry.document} ${dayAfter(last)}`) ? [entry.id] : [];
    }),
  );
}

/** The day after one, `YYYY-MM-DD`. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
