import { type DateBasis, type Entry, figureInWords, type PartyRef } from '../../record/index.js';
import type { Names } from '../api.js';
import { readableDate } from './dates.js';
import { STATUSES, TIES } from './kinds.js';
import { partyName } from './parties.js';

/** A piece of a line: words, or a party to link to. */
export type Piece = string | { readonly party: string };

/** An entry in one line: who, and what of them. */
export interface Line {
  readonly who: readonly Piece[];
  readonly what: string;
  /** Words of the text itself. */
  readonly quote?: string;
  readonly date?: EntryDate;
}

export interface EntryDate {
  readonly edtf: string;
  readonly basis?: DateBasis | undefined;
  /** What the date is of: `since`, `due`. */
  readonly label?: string;
}

/** An entry as a line that a person reads, from its fields alone. */
export function describe(entry: Entry, names: Names): Line {
  const date = dateOf(entry);
  switch (entry.kind) {
    case 'event': {
      const mode = entry.mode ? ` (${entry.mode})` : '';
      const arrow = entry.recipient.length > 0 ? [' → ', ...list(entry.recipient)] : [];
      return { who: [...someone(entry.source), ...arrow], what: entry.type + mode, date };
    }
    case 'tie': {
      const called = entry.grade?.written ?? entry.name ?? instrumentName(entry.instrument, names);
      const against = entry.against?.length
        ? `, against ${entry.against.map((ref) => partyName(ref.party, names)).join(', ')}`
        : '';
      const { coverage } = entry;
      const covered = coverage ? ` (register of ${coverage.since} to ${coverage.until})` : '';
      const members = entry.parties.filter((ref) => ref.role === 'member');
      const others = entry.parties.filter((ref) => ref.role !== 'member');
      const inBody = entry.tie === 'membership' && members.length > 0 && others.length > 0;
      return {
        who: inBody ? [...list(members), ' in ', ...list(others)] : list(entry.parties),
        what: `${TIES[entry.tie].label}${called ? ` ‘${called}’` : ''}${against}, ${STATUSES[entry.status]}${covered}`,
        date,
      };
    }
    case 'commitment': {
      const to = entry.beneficiaries.length > 0 ? [' to ', ...list(entry.beneficiaries)] : [];
      return { who: [...someone(entry.obligors), ...to], what: 'commitment', quote: entry.action, date };
    }
    case 'claim': {
      const about = entry.about.length > 0 ? [' on ', ...list(entry.about)] : [];
      return {
        who: [...list([{ party: entry.speaker }, ...(entry.jointly ?? [])]), ...about],
        what: { support: 'in support', oppose: 'in opposition', neutral: 'neutral' }[entry.stance],
        quote: entry.proposition,
      };
    }
    case 'measure': {
      return {
        who: list(entry.parties),
        what: figureInWords(entry, number),
        date,
      };
    }
  }
}

/** The line as plain text, for tooltips and titles. */
export function lineText(line: Line, names: Names): string {
  const who = line.who
    .map((piece) => (typeof piece === 'string' ? piece : partyName(piece.party, names)))
    .join('');
  const quote = line.quote === undefined ? '' : `: “${line.quote}”`;
  const when = line.date ? `, ${dateText(line.date)}` : '';
  return `${who} — ${line.what}${quote}${when}`;
}

export function dateText({ edtf, basis, label }: EntryDate): string {
  return `${label ? `${label} ` : ''}${readableDate(edtf, basis)}`;
}

/** An entry's own date, if it has one. */
export function dateOf(entry: Entry): EntryDate | undefined {
  switch (entry.kind) {
    case 'event':
      return entry.date === undefined ? undefined : { edtf: entry.date, basis: entry.dateBasis };
    case 'tie':
      if (entry.since !== undefined) return { edtf: entry.since, basis: entry.sinceBasis, label: 'since' };
      if (entry.until !== undefined) return { edtf: entry.until, basis: entry.untilBasis, label: 'until' };
      return undefined;
    case 'commitment':
      return entry.due === undefined ? undefined : { edtf: entry.due, basis: entry.dueBasis, label: 'due' };
    case 'measure':
      return entry.period === undefined ? undefined : { edtf: entry.period, basis: entry.periodBasis };
    case 'claim':
      return undefined;
  }
}

function list(refs: readonly PartyRef[]): Piece[] {
  const ids = [...new Set(refs.map((ref) => ref.party))];
  return ids.flatMap((party, i): Piece[] => (i === 0 ? [{ party }] : [', ', { party }]));
}

/** A side that the text leaves out is said to be left out. */
function someone(refs: readonly PartyRef[]): Piece[] {
  return refs.length > 0 ? list(refs) : ['not named'];
}

function instrumentName(id: string | undefined, names: Names): string | undefined {
  return id === undefined ? undefined : (names.instruments[id]?.name ?? id);
}

const figures = new Intl.NumberFormat('en', {
  notation: 'compact',
  compactDisplay: 'long',
  maximumSignificantDigits: 4,
});

function number(value: number): string {
  return figures.format(value);
}
