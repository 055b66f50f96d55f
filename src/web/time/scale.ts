/** Days on a line, as shares of its length: 0 at its beginning, 100 at its end. */
export interface TimeScale {
  /** Where a day `YYYY-MM-DD` stands; days beyond the ends stand at them. */
  at(day: string): number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly first: string;
  readonly last: string;
}

/** Steps between ticks, in years. */
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/**
 * A scale over the whole years of some days, so that a few days do not look like an age.
 *
 * @param days `YYYY-MM-DD`; without any, undefined
 * @param most how many ticks there may be
 * @example
 * timeScale(['1991-07-19', '2021-11-22'], 8)?.ticks.map(({ label }) => label) // ['1995', '2000', … '2020']
 */
export function timeScale(days: readonly string[], most: number): TimeScale | undefined {
  const years = days.map((day) => Number(day.slice(0, 4))).filter((year) => year > 0);
  if (years.length === 0) return undefined;
  const [from, to] = [Math.min(...years), Math.max(...years) + 1];
  const [start, end] = [instant(`${padded(from)}-01-01`), instant(`${padded(to)}-01-01`)];
  const at = (day: string) => {
    const share = ((instant(day) - start) / (end - start)) * 100;
    return Math.round(Math.min(100, Math.max(0, share)) * 1000) / 1000;
  };
  const step = STEPS.find((years) => (to - from) / years <= most) ?? 1000;
  const ticks = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step)
    ticks.push({ at: at(`${padded(year)}-01-01`), label: String(year) });
  return { at, ticks, first: `${padded(from)}-01-01`, last: `${padded(to - 1)}-12-31` };
}

function instant(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function padded(year: number): string {
  return String(year).padStart(4, '0');
}

/** The earlier of two days. */
export function earlier(a: string, b: string): string {
  return [a, b].sort()[0] ?? a;
}

/** The later of two days. */
export function later(a: string, b: string): string {
  return [a, b].sort()[1] ?? a;
}
