import type { ReportedAct } from '../ledger/index.js';
import { type Entry, figureInWords, type PartyRef } from '../record/index.js';

/**
 * An entry in one neutral line.
 *
 * @example
 * describe(event) // 'JPN → IND CONSULT visit'
 */
export function describe(entry: Entry): string {
  switch (entry.kind) {
    case 'event': {
      const what = [entry.type, entry.mode].filter(Boolean).join(' ');
      if (entry.symmetric) return `${names(entry.source)} ${what}`;
      return entry.recipient.length === 0
        ? `${names(entry.source)} ${what}`
        : `${names(entry.source)} → ${names(entry.recipient)} ${what}`;
    }
    case 'tie': {
      const grade = entry.grade?.written ?? entry.name;
      const since = entry.since === undefined ? '' : ` since ${entry.since}`;
      const until = entry.until === undefined ? '' : ` until ${entry.until}`;
      const against =
        entry.against === undefined || entry.against.length === 0 ? '' : ` against ${names(entry.against)}`;
      const { coverage } = entry;
      const covered = coverage === undefined ? '' : ` (register of ${coverage.since} to ${coverage.until})`;
      return `${names(entry.parties)} ${entry.tie}${grade === undefined ? '' : ` “${grade}”`} ${entry.status}${since}${until}${against}${covered}`;
    }
    case 'commitment':
      return `${names(entry.obligors)}: ${entry.action}${entry.due === undefined ? '' : ` (due ${entry.due})`}`;
    case 'claim': {
      const about = entry.about.length === 0 ? '' : ` about ${names(entry.about)}`;
      const held = [entry.speaker, ...(entry.jointly ?? []).map((p) => p.party)].join(', ');
      return `${held} ${STANCE[entry.stance]}${about}: ${entry.proposition}`;
    }
    case 'measure':
      return `${names(entry.parties)} ${figureInWords(entry, (value) => value.toLocaleString('en'))}`;
  }
}

/** The same of a reported act. */
export function describeAct({ source, recipient, type }: ReportedAct): string {
  const by = source.join(', ') || '(nobody named)';
  return recipient.length === 0 ? `${by} ${type}` : `${by} → ${recipient.join(', ')} ${type}`;
}

const STANCE = { support: 'in favour', oppose: 'against', neutral: 'holds' } as const;

function names(refs: readonly PartyRef[]): string {
  return refs.length === 0 ? '(nobody named)' : [...new Set(refs.map((r) => r.party))].join(', ');
}

/** The date of an entry's own, if it has one. */
export function dateOf(entry: Entry): string {
  switch (entry.kind) {
    case 'event':
      return entry.date ?? '';
    case 'tie':
      return entry.since ?? entry.until ?? '';
    case 'commitment':
      return entry.due ?? '';
    case 'measure':
      return entry.period ?? '';
    case 'claim':
      return '';
  }
}
