import type { DateMention } from './dates.js';
import { INCIDENTS, type Period } from './period-place.js';
import type { Placed } from './placed.js';
import type { Scene } from './scene.js';

/** What strikes: its noun, or the verb that tells it. */
const STRUCK = new RegExp(
  `\\b(?:(?:${INCIDENTS})(?:e?s)?|(?:\\w+quake|avalanche|landslide|collapse|derailment|stampede|wildfire|tornado)s?|explod(?:ed|es)|bombed|erupted|collapsed|crashed|derailed|struck|opened fire|stormed)\\b`,
  'i',
);
/** What it left behind. */
const HARM =
  /\b(?:kill|die|dead|death|fatalit|injur|wound|missing|evacuat|casualt|hospitali[sz]|arrest|detain|trapped|stranded|rescue|lost their lives|los(?:t|ing) \d)/i;
/** Tolls that run on, and those of other days: their day is told with them or not at all. */
const OTHERWISE =
  /\b(?:since|so far|to date|total(?:l?ed|s)?|annual(?:ly)?|each year|every year|per year|years?|decades?|months?|previous(?:ly)?|earlier|similar|history|another|war|worldwide|nationwide|every|usually|often|will|would|could|may|might)\b/i;

/** "according to officials on Thursday", "On Friday the police said": when it was said, not when it was. */
const SAYING =
  /\b(?:said|says|told|according to|announced|reported|confirmed|claimed|stated|arrested|charged|appeared|suspended|visited|tweeted|statement)\b[^.;]{0,60}$/i;
const SAID_AFTER =
  /^,? (?:[\w'’-]+ ){0,5}(?:said|told|announced|reported|confirmed|claimed|stated|arrested|charged|suspended|visited|tweeted)\b/i;

/** The days of what struck, as far as the document has told them, the first sentences' headings apart. */
export function incidentDays({ dates, text, tree, document }: Scene): string[] {
  const { start, end } = tree.sentence;
  if (document.genre !== 'news' || !STRUCK.test(text.slice(start, end))) return [];
  return dates
    .filter((d) => isDay(d) && d.date !== document.published)
    .filter((d) => !SAYING.test(text.slice(start, d.start)) && !SAID_AFTER.test(text.slice(d.end, end)))
    .map((d) => d.date);
}

/** The one day on which it struck, where the news tells of one only: "A fire broke out yesterday. … Nine died." */
export function dayOfIncident(scene: Scene, at: Placed): Period | undefined {
  const { recall, text, tree, document } = scene;
  const { start, end } = tree.sentence;
  const own = text.slice(start, end);
  if (document.genre !== 'news' || at.figure.kind !== 'count' || at.isChange) return undefined;
  if (scene.dates.some((d) => d.date !== document.published) || OTHERWISE.test(own) || !HARM.test(own))
    return undefined;
  const [day, second] = recall.incidentDays;
  return day === undefined || second !== undefined || !isRecent(day, document.published)
    ? undefined
    : { date: day, basis: 'relative' };
}

function isDay({ date, role }: DateMention): boolean {
  return role === 'at' && /^\d{4}-\d\d-\d\d$/.test(date);
}

/** What struck longer ago than this is told for comparison. */
const DAYS = 14;

function isRecent(day: string, published: string | undefined): boolean {
  const apart = (Date.parse(published ?? '') - Date.parse(day)) / 864e5;
  return apart > 0 && apart <= DAYS;
}
