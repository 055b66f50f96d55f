import type { Contradiction } from './contradictions.js';
import type { TieHistory } from './fold.js';
import { sourcesOf, type TieSource } from './sources.js';
import type { ToldTies } from './standing.js';

/** One of two accounts that cannot both be true. */
export interface OpposedSide {
  /** What it says of the matter: a date, a grade, a status. */
  readonly said: string;
  readonly sources: readonly TieSource[];
}

/** Two accounts that cannot both be true, side by side. */
export interface Opposed {
  readonly about: Contradiction['about'];
  readonly sides: readonly [OpposedSide, OpposedSide];
}

/** The contradictions of one history, those that say the same taken together. */
export function opposedOf(history: TieHistory, ties: ToldTies): Opposed[] {
  const found = new Map<string, { about: Contradiction['about']; sides: [Set<string>, Set<string>] }>();
  for (const { about, sides } of history.contradictions) {
    const said = sides.map((ids) =>
      [...new Set(ids.map((id) => saidBy(ties.assertions, id, about)))].join(' or '),
    );
    const key = JSON.stringify([about, said]);
    const known = found.get(key) ?? { about, sides: [new Set<string>(), new Set<string>()] };
    for (const i of [0, 1] as const) for (const id of sides[i]) known.sides[i].add(id);
    found.set(key, known);
  }
  return [...found.values()].map(({ about, sides: [one, other] }) => ({
    about,
    sides: [sideOf(ties, [...one], about), sideOf(ties, [...other], about)],
  }));
}

function sideOf(ties: ToldTies, ids: readonly string[], about: Contradiction['about']): OpposedSide {
  const [first] = ids;
  return {
    said: first === undefined ? '' : saidBy(ties.assertions, first, about),
    sources: sourcesOf(ties, ids),
  };
}

/** What the entry or row says of the matter. */
export function saidBy(
  assertions: ToldTies['assertions'],
  id: string,
  about: Contradiction['about'],
): string {
  const entry = assertions.get(id)?.entry;
  if (entry === undefined) return '';
  switch (about) {
    case 'since':
      return entry.since ?? '';
    case 'until':
      return entry.until ?? '';
    case 'grade':
      return entry.grade?.written ?? '';
    case 'status':
      return entry.modality === 'denied' ? 'denied' : entry.status.replace('-', ' ');
  }
}
