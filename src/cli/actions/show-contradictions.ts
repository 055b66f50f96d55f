import type { Contradiction, TieHistory, ToldTies } from '../../ledger/index.js';
import { sourcesOf } from './tie-sources.js';

/** Two accounts that cannot both be true, side by side. */
export interface ShownContradiction {
  readonly tie: string;
  readonly about: Contradiction['about'];
  readonly one: string;
  readonly other: string;
}

/** The contradictions of one history, those that say the same taken together. */
export function contradictionsOf(history: TieHistory, ties: ToldTies, tie: string): ShownContradiction[] {
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
    tie,
    about,
    one: sideOf(ties, [...one], about),
    other: sideOf(ties, [...other], about),
  }));
}

function sideOf(ties: ToldTies, ids: readonly string[], about: Contradiction['about']): string {
  const [first] = ids;
  const said = first === undefined ? '' : saidBy(ties.assertions, first, about);
  const sources = sourcesOf(ties, ids).map(({ speaker, source, sentence }) =>
    sentence === undefined ? `${speaker}: ${source}` : `${speaker} in ${source}: “${sentence}”`,
  );
  return `${said} (${[...new Set(sources)].join('; ')})`;
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
