import type { CommitmentState, Evidence, FollowThrough } from '../api-standing.js';

/** The last day of a window without end: a promise not to do something. */
export const EVER = '9999-12-31';

export const STATES: Readonly<Record<CommitmentState, { label: string; means: string }>> = {
  kept: { label: 'kept', means: 'it was done, and nothing shows that it was undone' },
  'in-part': { label: 'in part', means: 'part of it was done or begun; or it was done and undone' },
  broken: { label: 'broken', means: 'the contrary was done' },
  open: { label: 'open', means: 'its window is not over, and nothing that scores is known' },
  lapsed: {
    label: 'lapsed',
    means: 'its window is over, and nothing that scores is known; that is no finding that nothing was done',
  },
};

export const BEARINGS: Readonly<Record<Evidence['bearing'], string>> = {
  fulfils: 'shows that it was kept',
  'in-part': 'shows that it was kept in part',
  breaks: 'shows that it was broken',
  reaffirms: 'only says it again, which scores nothing',
  figure: 'gives a figure, of which people must say what it shows',
};

export const STANDINGS: Readonly<Record<Evidence['standing'] | 'none', string>> = {
  proposed: 'evidence to judge',
  confirmed: 'confirmed evidence',
  rejected: 'rejected evidence',
  none: 'no evidence',
};

/**
 * A score as the G7 and G20 Research Groups write it.
 *
 * @example
 * scoreText(1) // '+1'
 */
export function scoreText(score: -1 | 0 | 1 | undefined): string {
  if (score === undefined) return 'no score';
  return score > 0 ? `+${score}` : score < 0 ? `−${-score}` : '0';
}

/** "1 confirmed, 2 proposed"; nothing where there is no evidence. */
export function evidenceText(evidence: readonly Pick<Evidence, 'standing'>[]): string {
  return (['confirmed', 'proposed', 'rejected'] as const)
    .map((standing) => [evidence.filter((one) => one.standing === standing).length, standing] as const)
    .filter(([count]) => count > 0)
    .map(([count, standing]) => `${count} ${standing}`)
    .join(', ');
}

/** All days that the drawings of commitments need. */
export function daysOf(rows: readonly Pick<FollowThrough, 'window' | 'evidence'>[]): string[] {
  return rows
    .flatMap(({ window, evidence }) => [
      ...(window ? [window.first, window.last] : []),
      ...evidence.flatMap(({ days }) => days?.first ?? []),
    ])
    .filter((day) => day !== EVER);
}
