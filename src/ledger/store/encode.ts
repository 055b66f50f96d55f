import type { DuckDBListValue, DuckDBValue } from '@duckdb/node-api';
import { codePointLength, dayRange, type Entry, type PartyRef, type Span } from '../../record/index.js';
import { DuckDBDateValue, DuckDBUUIDValue, listValue, structValue } from '../duckdb.js';
import type { Slicer } from '../slicer.js';

/** Which list of an entry a party stands in. */
export type Side =
  | 'source'
  | 'recipient'
  | 'party'
  | 'against'
  | 'obligor'
  | 'beneficiary'
  | 'about'
  | 'contrast'
  | 'jointly';

/** Lists of parties that an entry has, by side. */
export function sidesOf(entry: Entry): readonly (readonly [Side, readonly PartyRef[]])[] {
  switch (entry.kind) {
    case 'event':
      return [
        ['source', entry.source],
        ['recipient', entry.recipient],
      ];
    case 'tie':
      return [
        ['party', entry.parties],
        ['against', entry.against ?? []],
      ];
    case 'commitment':
      return [
        ['obligor', entry.obligors],
        ['beneficiary', entry.beneficiaries],
      ];
    case 'claim':
      return [
        ['about', entry.about],
        ['contrast', entry.contrast ?? []],
        ['jointly', entry.jointly ?? []],
      ];
    case 'measure':
      return [['party', entry.parties]];
  }
}

/** A row of `store.entry`, its columns in the table's order. */
export function entryRow(
  entry: Entry,
  key: bigint,
  reading: { readonly key: number; readonly reader: string },
  cut: Slicer,
): DuckDBValue[] {
  const [first, ...further] = entry.passages;
  const dates = datesOf(entry);
  const covered = entry.kind === 'tie' ? entry.coverage : undefined;
  const dated = dates.date !== undefined || dates.until !== undefined;
  const days = dated ? daysOf(dates.date, dates.until) : daysOf(covered?.since, covered?.until);
  return [
    key,
    reading.key,
    DuckDBUUIDValue.fromUint128(BigInt(`0x${entry.id}`)),
    entry.kind,
    typeOf(entry),
    entry.speaker,
    entry.modality,
    entry.confidence,
    entry.reader === reading.reader ? null : entry.reader,
    listOrNull(entry.attribution.map(({ party, verb, modality }) => structValue({ party, verb, modality }))),
    first?.start ?? null,
    first ? first.end - first.start : null,
    listOrNull(further.map(({ start, end }) => structValue({ start, end }))),
    days.first,
    days.last,
    dates.date ?? null,
    dates.basis ?? null,
    dates.until ?? null,
    dates.untilBasis ?? null,
    listOrNull(labelsOf(entry)),
    ...wordsOf(entry, first, cut),
    ...ownColumns(entry),
  ];
}

/** First and last day of up to two dates, as the store keeps them; nothing where a date has no days. */
export function daysOf(date?: string, until?: string): { first: DuckDBValue; last: DuckDBValue } {
  const from = date === undefined ? undefined : dayRange(date);
  const to = until === undefined ? undefined : dayRange(until);
  return { first: day((from ?? to)?.first), last: day((to ?? from)?.last) };
}

function day(iso: string | undefined): DuckDBValue {
  return iso === undefined ? null : new DuckDBDateValue(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
}

function typeOf(entry: Entry): string | null {
  if (entry.kind === 'event') return entry.type;
  if (entry.kind === 'tie') return entry.tie;
  return entry.kind === 'measure' ? entry.quantity : null;
}

interface Dates {
  readonly date?: string;
  readonly basis?: string;
  readonly until?: string;
  readonly untilBasis?: string;
}

function datesOf(entry: Entry): Dates {
  switch (entry.kind) {
    case 'event':
      return { date: entry.date, basis: entry.dateBasis };
    case 'tie':
      return {
        date: entry.since,
        basis: entry.sinceBasis,
        until: entry.until,
        untilBasis: entry.untilBasis,
      };
    case 'commitment':
      return { date: entry.due, basis: entry.dueBasis };
    case 'measure':
      return { date: entry.period, basis: entry.periodBasis };
    case 'claim':
      return {};
  }
}

function labelsOf(entry: Entry): readonly string[] {
  if (entry.kind === 'event') return entry.contexts;
  if (entry.kind === 'commitment') return entry.areas;
  return entry.kind === 'claim' ? entry.principles : [];
}

/** Start and length where the words stand in the first passage, else the words. */
function wordsOf(entry: Entry, passage: Span | undefined, cut: Slicer): DuckDBValue[] {
  if (entry.kind !== 'commitment' && entry.kind !== 'claim') return [null, null, null];
  const words = entry.kind === 'commitment' ? entry.action : entry.proposition;
  const quote = passage ? cut(passage.start, passage.end) : '';
  const at = quote.indexOf(words);
  if (at < 0 || !passage) return [null, null, words];
  const start = passage.start + codePointLength(quote.slice(0, at));
  const length = codePointLength(words);
  // Half of a surrogate pair may match; then the offsets would not give the words back.
  return cut(start, start + length) === words ? [start, length, null] : [null, null, words];
}

/** Columns from `cameo` to the last, of which each kind has its own. */
function ownColumns(entry: Entry): DuckDBValue[] {
  const event = entry.kind === 'event' ? entry : undefined;
  const tie = entry.kind === 'tie' ? entry : undefined;
  const measure = entry.kind === 'measure' ? entry : undefined;
  return [
    event?.cameo ?? null,
    event?.mode ?? null,
    event?.symmetric ?? null,
    event?.place ?? null,
    event?.quad ?? null,
    event?.intensity ?? null,
    tie?.grade?.written ?? null,
    tie?.grade?.normalised ?? null,
    tie?.name ?? null,
    tie?.instrument ?? null,
    tie?.status ?? null,
    tie ? tie.against !== undefined : null,
    entry.kind === 'claim' ? entry.stance : null,
    measure?.of ?? null,
    measure?.value ?? null,
    measure?.unit ?? null,
    measure?.change ?? null,
    tie?.coverage?.since ?? null,
    tie?.coverage?.until ?? null,
    listOrNull(entry.kind === 'claim' ? (entry.distanced ?? []) : []),
  ];
}

function listOrNull(items: readonly DuckDBValue[]): DuckDBListValue | null {
  return items.length === 0 ? null : listValue(items);
}
