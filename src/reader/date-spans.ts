import { isEdtf } from '../record/index.js';
import type { DateMention } from './dates.js';
import type { Scene } from './scene.js';

/** "from 2021 to 2025", "between 1 August 2017 and 31 August 2020": two dates that bound one period are one. */
export function joined(text: string, dates: readonly DateMention[]): DateMention[] {
  const sorted = [...dates].sort((a, b) => a.start - b.start);
  const found: DateMention[] = [];
  for (const date of sorted) {
    const first = found.at(-1);
    const span = `${first?.date}/${date.date}`;
    if (first === undefined || !bounds(text, first, date) || !isEdtf(span)) found.push(date);
    else found.splice(-1, 1, { ...first, end: date.end, date: span, role: 'at' });
  }
  return found;
}

function bounds(text: string, first: DateMention, last: DateMention): boolean {
  if (first.date >= last.date || `${first.date}${last.date}`.includes('/')) return false;
  const lead = text.slice(Math.max(0, first.start - 10), first.start) + text.slice(first.start, first.end);
  const gap = text.slice(first.end, last.start);
  // "last year and this year"
  if (/^\d{4}$/.test(first.date) && Number(last.date) - Number(first.date) === 1 && gap === ' and ')
    return true;
  return (
    (/\bbetween (?:the )?/i.test(lead) && /^\s?and\s$/.test(gap)) ||
    (/\bfrom (?:the )?/i.test(lead) && /^\s?(?:to|until|till|through)\s$/.test(gap))
  );
}

/** "on June 15 of that year": of the year told before. */
export function ofThatYear({ text, recall, tree }: Scene, date: DateMention): DateMention {
  const words = text.slice(date.start, date.end + 20);
  if (!/\bof (?:that|the same) year\b/i.test(words) || !/^\d{4}-[\d-]+$/.test(date.date)) return date;
  const { dated } = recall;
  const year =
    dated !== undefined && tree.sentence.start - dated.end < 400
      ? dated.dates.at(-1)?.date.slice(0, 4)
      : undefined;
  const moved = `${year}${date.date.slice(4)}`;
  return year !== undefined && isDay(moved) ? { ...date, date: moved } : date;
}

/** Whether the calendar has a month or day: no 29 February of 2019. */
function isDay(date: string): boolean {
  const time = Date.parse(date);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
