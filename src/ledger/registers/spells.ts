import type { Coverage } from '../../record/index.js';

/** Years one after another in which a register says the same. */
export interface Spell<T> {
  readonly first: number;
  readonly last: number;
  readonly says: T;
}

/**
 * Collapses years to spells.
 *
 * @param years what the register says of each year, as a value that is equal where it says the same
 * @example
 * spellsOf(new Map([[1950, 'a'], [1951, 'a'], [1953, 'a']])).length // 2
 */
export function spellsOf<T extends string | number>(years: ReadonlyMap<number, T>): Spell<T>[] {
  const spells: { first: number; last: number; says: T }[] = [];
  for (const [year, says] of [...years].sort(([a], [b]) => a - b)) {
    const before = spells.at(-1);
    if (before && before.last === year - 1 && before.says === says) before.last = year;
    else spells.push({ first: year, last: year, says });
  }
  return spells;
}

/** Years as a coverage. */
export function coverageOf(first: number, last: number): Coverage {
  return { since: yearText(first), until: yearText(last) };
}

/**
 * When a spell began and ended, as far as the register can tell: what touches the edge of its coverage may have begun
 * before or gone on after.
 */
export function datesOf(
  spell: { readonly first: number; readonly last: number },
  covered: { readonly first: number; readonly last: number },
): { readonly since?: string; readonly until?: string } {
  return {
    ...(spell.first > covered.first && { since: yearText(spell.first) }),
    ...(spell.last < covered.last && { until: yearText(spell.last) }),
  };
}

export function yearText(year: number): string {
  return String(year).padStart(4, '0');
}

/** Entries of a map in the order of their keys. */
export function sortedByKey<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
