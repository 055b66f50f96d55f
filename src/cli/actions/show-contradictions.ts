import {
  type Opposed,
  type OpposedSide,
  opposedOf,
  type TieHistory,
  type ToldTies,
} from '../../ledger/index.js';

/** Two accounts that cannot both be true, each in one line. */
export interface ShownContradiction {
  readonly tie: string;
  readonly about: Opposed['about'];
  readonly one: string;
  readonly other: string;
}

/** The contradictions of one history, those that say the same taken together. */
export function contradictionsOf(history: TieHistory, ties: ToldTies, tie: string): ShownContradiction[] {
  return opposedOf(history, ties).map(({ about, sides: [one, other] }) => ({
    tie,
    about,
    one: sideOf(one),
    other: sideOf(other),
  }));
}

function sideOf({ said, sources }: OpposedSide): string {
  const told = sources.map(({ speaker, source, sentence }) =>
    sentence === undefined ? `${speaker}: ${source}` : `${speaker} in ${source}: “${sentence}”`,
  );
  return `${said} (${[...new Set(told)].join('; ')})`;
}
