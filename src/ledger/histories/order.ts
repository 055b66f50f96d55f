import type { TieHistory } from './fold.js';

/** Closest ties first. */
const KINDS: readonly TieHistory['subject']['tie'][] = [
  ...(['partnership', 'alliance', 'diplomatic-relations', 'membership', 'dialogue'] as const),
  ...(['dispute', 'sanctions', 'agreement'] as const),
];

/** By kind, those of few parties before those of many, older before newer. */
export function inOrder(histories: readonly TieHistory[]): TieHistory[] {
  const rank = ({ subject }: TieHistory) => KINDS.indexOf(subject.tie) * 1000 + subject.parties.length;
  return [...histories].sort((a, b) => rank(a) - rank(b) || compare(a.since, b.since));
}

function compare(a = '9999', b = '9999'): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
