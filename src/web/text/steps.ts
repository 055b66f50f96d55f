import type { Modality } from '../../record/index.js';
import type { ListedEntry, Names, TieHistory } from '../api.js';
import { dateOf, type EntryDate } from './describe.js';
import { STATUSES } from './kinds.js';

/** What a tie's history says of one date, and every passage that says it. */
export interface Step {
  readonly date: EntryDate | undefined;
  /** Grade or name as written, and status. */
  readonly what: string;
  readonly modality: Modality;
  readonly rows: readonly ListedEntry[];
}

/** The steps of a history; passages that say the same of the same date make one step. */
export function stepsOf(history: TieHistory): Step[] {
  const steps = new Map<
    string,
    { date: EntryDate | undefined; what: string; modality: Modality; rows: ListedEntry[] }
  >();
  for (const row of history.steps) {
    const { entry } = row;
    if (entry.kind !== 'tie') continue;
    const date = dateOf(entry);
    const called = entry.grade?.written ?? (history.name === undefined ? entry.name : undefined);
    const what = [called, STATUSES[entry.status]].filter(Boolean).join(', ');
    const key = JSON.stringify([date?.label, date?.edtf, what.toLowerCase(), entry.modality]);
    const same = steps.get(key);
    if (same) same.rows.push(row);
    else steps.set(key, { date, what, modality: entry.modality, rows: [row] });
  }
  return [...steps.values()];
}

/** What a history is of, besides its parties: the name of the tie or of its instrument. */
export function subjectOf(history: TieHistory, names: Names): string | undefined {
  const { instrument, name } = history;
  return instrument === undefined ? name : (names.instruments[instrument]?.name ?? name ?? instrument);
}
