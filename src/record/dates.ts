/** First and last day that an EDTF date may mean, each `YYYY-MM-DD`. */
export interface DayRange {
  readonly first: string;
  readonly last: string;
}

/**
 * The days that an EDTF level 1 date covers; `undefined` when it is not one or names a day that no calendar has.
 *
 * @example
 * dayRange('2020-02') // { first: '2020-02-01', last: '2020-02-29' }
 */
export function dayRange(edtf: string): DayRange | undefined {
  const [from, to, ...rest] = edtf.split('/');
  if (from === undefined || rest.length > 0) return undefined;
  const first = daysOf(from);
  const last = to === undefined ? first : daysOf(to);
  if (!first || !last || last.last < first.first) return undefined;
  return { first: first.first, last: last.last };
}

/** Whether `text` is a date that `dayRange` understands. */
export function isEdtf(text: string): boolean {
  return dayRange(text) !== undefined;
}

function daysOf(part: string): DayRange | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?$/.exec(part);
  if (!match) return undefined;
  const [, year = '', month, day] = match;
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const m = Number(month);
  if (m < 1 || m > 12) return undefined;
  const length = new Date(Date.UTC(Number(year), m, 0)).getUTCDate();
  if (day === undefined) return { first: `${year}-${month}-01`, last: `${year}-${month}-${length}` };
  const d = Number(day);
  return d < 1 || d > length ? undefined : { first: part.slice(0, 10), last: part.slice(0, 10) };
}
