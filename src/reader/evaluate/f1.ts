/** Counts of one class: right, wrongly given, missed. */
export interface Tally {
  hit: number;
  wrong: number;
  missed: number;
}

/** F1 in per cent; `null` where the class does not occur in the gold. */
export function f1(tally: Tally): number | null {
  if (tally.hit + tally.missed === 0) return null;
  return (200 * tally.hit) / (2 * tally.hit + tally.wrong + tally.missed);
}

/**
 * Mean F1 over the classes that occur in the gold, in per cent.
 *
 * @example
 * macroF1(['a', 'b'], ['a', 'a']).value // 33.33…
 */
export function macroF1<T extends string | number>(
  gold: readonly T[],
  predicted: readonly T[],
): { value: number | null; byClass: Map<T, { f1: number; gold: number; predicted: number }> } {
  const tallies = new Map<T, Tally>();
  const tally = (key: T): Tally => {
    let t = tallies.get(key);
    if (!t) {
      t = { hit: 0, wrong: 0, missed: 0 };
      tallies.set(key, t);
    }
    return t;
  };
  gold.forEach((g, i) => {
    const p = predicted[i];
    if (p === g) tally(g).hit++;
    else {
      tally(g).missed++;
      if (p !== undefined) tally(p).wrong++;
    }
  });
  const byClass = new Map<T, { f1: number; gold: number; predicted: number }>();
  for (const [key, t] of tallies) {
    const value = f1(t);
    if (value !== null)
      byClass.set(key, { f1: round(value), gold: t.hit + t.missed, predicted: t.hit + t.wrong });
  }
  const values = [...byClass.values()];
  return {
    value: values.length === 0 ? null : values.reduce((sum, v) => sum + v.f1, 0) / values.length,
    byClass,
  };
}

/** Two decimals. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : round((100 * part) / whole);
}
