import { MONTH_DAY, monthDay, writtenDates } from './dates.js';

/** Where, when and by whom a report was filed, as its first line says. */
export interface Dateline {
  readonly place: string;
  readonly agency?: string;
  /** EDTF, where the year is written. */
  readonly date?: string;
  /** `11-22`, where it is not. */
  readonly monthDay?: string;
  /** UTF-16 offset in the line at which the report itself begins. */
  readonly end: number;
}

const WEEKDAY = /\b(mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(day)?\b\.?,?\s*/gi;
const REACH = 110;

/**
 * The dateline that a paragraph begins with: `BEIJING, Nov. 22 (Xinhua) —`, `WASHINGTON (AP) -`,
 * `HANOI, 12 May 2020 —`, `MOSCOW, November 22. /TASS/.`, `Paris (AFP) –`.
 *
 * @example
 * parseDateline('BEIJING, Nov. 22 (Xinhua) — Two ministers met.') // { place: 'BEIJING', agency: 'Xinhua', monthDay: '11-22', end: 28 }
 */
export function parseDateline(line: string): Dateline | undefined {
  for (const separator of separators(line)) {
    const found = parseHead(line.slice(0, separator.start), separator.strong);
    if (found) return { ...found, end: separator.end };
  }
  return undefined;
}

interface Separator {
  readonly start: number;
  readonly end: number;
  /** A dash; a colon or a stop divides only after an agency or a date. */
  readonly strong: boolean;
}

function* separators(line: string): Generator<Separator> {
  const pattern = /\s*(?:—|–|-{2,})\s*|\s+-\s+|(?<=[)\d])\s*-\s+|:\s+|(?<=[)/])\.?\s+(?=\p{Lu})/gu;
  for (const match of line.slice(0, REACH).matchAll(pattern)) {
    if (match.index === 0 || match.index + match[0].length >= line.length) continue;
    yield { start: match.index, end: match.index + match[0].length, strong: /[—–-]/.test(match[0]) };
  }
}

function parseHead(head: string, strong: boolean): Omit<Dateline, 'end'> | undefined {
  const agency = /\s*(?:\(([^()]{2,40})\)|\/([^/]{2,30})\/)\.?$/.exec(head);
  const agencyName = agency?.[1] ?? agency?.[2];
  if (agencyName && !/^\p{Lu}/u.test(agencyName)) return undefined;
  const rest = (agency ? head.slice(0, agency.index) : head).replace(/[.,\s]+$/, (end) =>
    /^\.$/.test(end) ? end : '',
  );
  const [place = '', ...parts] = rest.split(/,\s*/);
  const when = whenOf(parts);
  if (!when || place.length > 40) return undefined;
  const attested = agencyName !== undefined || when.date !== undefined || when.monthDay !== undefined;
  const capitals =
    /^\p{Lu}[\p{Lu}.'’-]+(?:[ /-]\p{Lu}[\p{Lu}.'’-]*)*$/u.test(place) && /\p{Lu}{2}/u.test(place);
  const titled = /^\p{Lu}[\p{L}.'’-]+(?:[ /-](?:(?:de|la|of|the|al|el)[ -])?\p{Lu}[\p{L}.'’-]*){0,3}$/u.test(
    place,
  );
  if (!(attested ? capitals || titled : strong && capitals && !NOT_A_PLACE.test(place) && place.length > 4))
    return undefined;
  return { place, agency: agencyName, ...when };
}

/** Words in capitals before a dash that are no places. */
const NOT_A_PLACE =
  /^(ANALYSIS|OPINION|EDITORIAL|COMMENT(ARY)?|EXCLUSIVE|UPDATE|BREAKING|FACTBOX|EXPLAINER|INTERVIEW|FEATURE|SUMMARY|NOTE|UNICEF|UNESCO|ASEAN|MERCOSUR|BRICS|AUKUS|QUESTION|ANSWER|MODERATOR|PART|CHAPTER|SECTION|ARTICLE|ANNEX)\b/;

/** A region, a weekday and a date may follow the place; anything else means that this is no dateline. */
function whenOf(parts: readonly string[]): Pick<Dateline, 'date' | 'monthDay'> | undefined {
  for (let regions = 0; regions <= Math.min(2, parts.length); regions++) {
    if (!parts.slice(0, regions).every(isRegion)) return undefined;
    const text = parts
      .slice(regions)
      .join(', ')
      .replace(WEEKDAY, '')
      .replace(/[.,\s]+$/, '');
    if (text === '') return {};
    const [written] = writtenDates(text);
    if (written && written.start === 0 && written.end === text.length) return { date: written.date };
    const day = new RegExp(`^${MONTH_DAY}$`, 'i').test(text) ? monthDay(text) : undefined;
    if (day) return { monthDay: day };
  }
  return undefined;
}

function isRegion(text: string): boolean {
  return /^(\p{Lu}[\p{L}.'’-]*)( \p{Lu}[\p{L}.'’-]*){0,2}$/u.test(text) && !/\d/.test(text);
}

/** A line that holds nothing but a date, perhaps with a label, a place or a time of day. */
export interface DateLine {
  readonly date: string;
  /** `Published`, `Updated` … where the line says what the date is. */
  readonly label?: string;
}

const DATE_LABEL =
  /^(first published|published|publication date|posted|last updated|updated|last modified|modified|date|released?|release date|issued)\b(\s+(on|at))?\s*[:：]?\s*/i;

/**
 * The date of a line such as `Friday, January 4, 2019`, `Beijing, 14 May 2017` or `Published on 22 Nov 2021 10:32 GMT`.
 *
 * @example
 * parseDateLine('Beijing, 14 May 2017') // { date: '2017-05-14' }
 */
export function parseDateLine(line: string): DateLine | undefined {
  if (line.length > 100) return undefined;
  const label = DATE_LABEL.exec(line)?.[1];
  const text = line.replace(DATE_LABEL, '').replace(/^\((.*)\)$/, '$1');
  const [written, other] = writtenDates(text);
  if (!written || other) return undefined;
  const before = text.slice(0, written.start).replace(WEEKDAY, '');
  const after = text.slice(written.end);
  const time =
    /^[\s,|·•T]*(at\s+)?(\d{1,2}[:.]\d{2}([:.]\d{2})?\s*([ap]\.?m\.?)?\s*(\(?(GMT|UTC|[A-Z]{2,5})?([+-]\d{1,4})?\)?)?)?[\s,|·•.]*$/i;
  const placeOrTime = /^((\p{Lu}[\p{L}.'’-]*)([ ,]+\p{Lu}[\p{L}.'’-]*){0,4}[\s,|·•:]*|[\d:\s,apm.|·•-]*)$/u;
  return time.test(after) && placeOrTime.test(before.trim()) ? { date: written.date, label } : undefined;
}
