import type { Ladder, LadderStep } from '../../src/web/api-standing.js';

/** A step of a ladder on whole days, for tests; `date` may also be a month or a year, whose days must then be given. */
export function step(date: string | undefined, own: Partial<LadderStep> = {}): LadderStep {
  return {
    ...(date !== undefined && { date, days: { first: date, last: date } }),
    basis: 'since',
    status: 'in-force',
    modality: 'asserted',
    step: 'in force',
    opposed: false,
    sources: [],
    more: 0,
    ...(date !== undefined && { knownTo: date }),
    ...own,
  };
}

/** A tie with these steps. */
export function ladder(steps: readonly LadderStep[], subject: Partial<Ladder['subject']> = {}): Ladder {
  return {
    subject: { tie: 'partnership', parties: ['ASEAN', 'CHN'], ...subject },
    steps,
    status: ['in-force'],
    contradictions: [],
  };
}
