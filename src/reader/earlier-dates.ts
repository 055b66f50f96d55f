import { isEdtf } from '../record/index.js';
import { clauseOf } from './clause.js';
import { INCIDENTS, type Period } from './period-place.js';
import type { Placed } from './placed.js';
import type { Scene } from './scene.js';
import { isPredicate, xpos } from './tree.js';

/** How far back, in UTF-16 units, a date may stand that a sentence refers to. */
const NEAR = 400;

/** The day told before of what a figure refers to: "in 2016 it attacked. In this attack, six died", "at the time". */
export function periodBefore(scene: Scene, at: Placed): Period | undefined {
  const { recall, text, tree, document } = scene;
  const { dated } = recall;
  const { sentence } = tree;
  if (!isPredicate(tree, at.predicate) || !clauseOf(tree, at.predicate).past) return undefined;
  if (dated === undefined || sentence.start - dated.end > NEAR) return undefined;
  const own = text.slice(
    sentence.starts[at.from] ?? sentence.start,
    sentence.ends[at.to - 1] ?? sentence.end,
  );
  const lead = text.slice(sentence.start, sentence.starts[at.from] ?? sentence.start);
  const today = document.delivered ?? document.published;
  const dates = dated.dates.filter((d) => d.date !== today && d.role !== 'by' && d.role !== 'until');
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const follows = sentence.start - dated.end < 8 && dates.length < 3;
  if (follows && /\b(?:during|over|in) (?:this|that|the same) period\b/i.test(own)) {
    const span = `${first.date}/${last.date}`;
    return first !== last && isEdtf(span) ? { date: span, basis: first.basis } : last;
  }
  const then =
    /\b(?:at (?:the|that) (time)|(?:in|during|on) (?:that|the same) (year|month|week|day))\b/i.exec(own) ??
    /^There,? (?:they|we|he|she|it)\b/.exec(lead + own);
  // "In April 2016 …. In the same year": no finer than what is referred to.
  const length = then?.[2] === 'year' ? 4 : then?.[2] === 'month' ? 7 : last.date.length;
  if (follows && then !== null) return { date: last.date.slice(0, length), basis: last.basis };
  // "In 2014 exports grew by 7 per cent. Imports fell by 3 per cent."
  const told = text.slice(dated.start, dated.end);
  const isSimple = xpos(tree, at.predicate) === 'VBD';
  if (
    sentence.start - dated.end < 3 &&
    isSimple &&
    dates.length === 1 &&
    /^\d{4}(?:-\d\d)?(?:\/\d{4}(?:-\d\d)?)?$/.test(last.date) &&
    last.role === 'at' &&
    FIGURE.test(told) &&
    at.figure.kind === 'percent' &&
    !OTHER_TIME.test(own)
  )
    return last;
  const incident = INCIDENT.exec(lead + own)?.[1]?.toLowerCase();
  if (incident === undefined || at.figure.kind !== 'count' || dates.length > 1) return undefined;
  return told.toLowerCase().includes(incident.slice(0, 5)) ? last : undefined;
}

const FIGURE = /\d (?:per cent|percent|[mb]illion)|\d ?%/i;
const OTHER_TIME =
  /\b(?:ago|since|now|then|today|before|after|earlier|later|last|next|recent\w*|(?:year|decade|month|centur)\w*)\b/i;

/** What has just been told of, by its noun. */
const INCIDENT = new RegExp(
  `\\b(?:in|during|after|by|from|of|following) (?:the|this|that|these|those) (?:[a-z-]+ )?(${INCIDENTS})(?:e?s)?\\b`,
  'i',
);
