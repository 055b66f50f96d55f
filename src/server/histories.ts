import type { ListedEntry } from '../ledger/index.js';
import { dayRange, type TieEntry, TieType } from '../record/index.js';
import { principal } from './participants.js';
import type { TieHistory } from './schemas.js';

/**
 * Folds tie entries into histories: a membership by member and body; an agreement by instrument; the others by their
 * parties and name, not grade, so that a raised grade is a step in one history. Steps are ordered by the tie's own
 * date, or its document's where it has none; those that contradict each other stay side by side.
 */
export function tieHistories(rows: readonly ListedEntry[]): TieHistory[] {
  const histories = new Map<string, TieHistory>();
  for (const row of rows) {
    const { entry } = row;
    if (entry.kind !== 'tie') continue;
    const parties = [...new Set(entry.parties.map((ref) => principal(ref.party)))].sort();
    const key = subject(entry, parties);
    const history = histories.get(key);
    if (history) {
      history.steps.push(row);
      history.parties = [...new Set([...history.parties, ...parties])].sort();
    } else {
      histories.set(key, {
        tie: entry.tie,
        name: entry.name,
        instrument: entry.instrument,
        parties,
        steps: [row],
      });
    }
  }
  const folded = [...histories.values()];
  for (const history of folded) history.steps.sort((a, b) => compare(dateOf(a), dateOf(b)));
  return folded.sort((a, b) => compare(rank(a), rank(b)));
}

function subject(entry: TieEntry, parties: readonly string[]): string {
  if (entry.tie === 'agreement' && entry.instrument !== undefined) return `agreement ${entry.instrument}`;
  const name = entry.tie === 'membership' ? undefined : (entry.name ?? entry.instrument);
  return [entry.tie, ...parties, name?.toLowerCase()].join('|');
}

/** First day of a tie's own date or its document's; the undated come last. */
function dateOf({ entry, documentPublished }: ListedEntry): string {
  const date = (entry.kind === 'tie' ? (entry.since ?? entry.until) : undefined) ?? documentPublished;
  return (date && dayRange(date)?.first) ?? '9999';
}

/** By type in the model's order, then alphabetically: no party comes first for what it is. */
function rank({ tie, parties, name }: TieHistory): string {
  return `${TieType.options.indexOf(tie)} ${parties.join(' ')} ${name ?? ''}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
