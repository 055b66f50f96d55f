import type { ListedEntry } from '../ledger/index.js';
import type { Entry, PartyRef } from '../record/index.js';

/** The parties that take part in what an entry records; its speaker only tells of it. */
export function participants(entry: Entry): readonly PartyRef[] {
  switch (entry.kind) {
    case 'event':
      return [...entry.source, ...entry.recipient];
    case 'tie':
      return [...entry.parties, ...(entry.against ?? [])];
    case 'commitment':
      return [...entry.obligors, ...entry.beneficiaries];
    case 'claim':
      return entry.about;
    case 'measure':
      return entry.parties;
  }
}

/** Whether `id` is `party` or acts for it: `CHN/GOV` acts for `CHN`. */
export function actsFor(id: string, party: string): boolean {
  return id === party || id.startsWith(`${party}/`);
}

/** Whether one of `refs` is `party` or acts for it. */
export function names(refs: readonly PartyRef[], party: string): boolean {
  return refs.some((ref) => actsFor(ref.party, party));
}

/**
 * The state or body that a party acts for; a group without a state is itself.
 *
 * @example
 * principal('CHN/GOV') // 'CHN'
 */
export function principal(id: string): string {
  const [of = id, sector] = id.split('/');
  return sector === undefined || of === '-' ? id : of;
}

/** Every party id that the rows mention, speakers and those they cite too. */
export function mentioned(rows: readonly ListedEntry[]): Set<string> {
  const ids = new Set<string>();
  for (const { entry } of rows) {
    for (const ref of participants(entry)) ids.add(ref.party);
    for (const step of entry.attribution) ids.add(step.party);
    if (entry.speaker !== 'author') ids.add(entry.speaker);
  }
  return ids;
}
