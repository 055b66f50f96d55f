import { dayRange, isEdtf } from '../record/index.js';
import { underCondition } from './claim.js';

import { clauseOf, isTemporal } from './clause.js';
import type { Concerned } from './concerned.js';
import type { DateMention } from './dates.js';
import type { Figure } from './figures.js';
import { ownVoice } from './own-voice.js';
import { countedDeadlines } from './promises/deadlines.js';
import { directionOf, quantityAt } from './quantities.js';
import { clauseExtent, type Made, predicateOf, refs, type Scene, spanOf } from './scene.js';
import { child, head, isPredicate, isWithin, lemma, relation, type Tree, upos, xpos } from './tree.js';

export type Measure = Made<'measure'>;

/** A figure on the tokens it covers, with the clause it stands in. Token indices, ends exclusive. */
export interface Placed {
  readonly figure: Figure;
  readonly first: number;
  readonly last: number;
  readonly predicate: number;
  readonly from: number;
  readonly to: number;
  /** The word that names what is measured, where it is known. */
  readonly noun?: number | undefined;
}

/** All of a measure but what is measured. */
export function frameOf(
  scene: Scene,
  at: Placed,
  parties: readonly Concerned[],
): Omit<Measure, 'quantity' | 'value' | 'unit'> {
  const period = periodAt(scene, at);
  const voice = ownVoice(scene, at.predicate);
  const found = modalityAt(scene, at, period);
  return {
    kind: 'measure',
    parties: refs(scene, parties).map((ref, k) => {
      const role = parties[k]?.role;
      return role === undefined ? ref : { ...ref, role };
    }),
    // What has been cannot be of a day to come.
    ...(period === undefined || (found === 'asserted' && isToCome(scene, period))
      ? {}
      : { period: period.date, periodBasis: period.basis }),
    passages: [spanOf(scene, at.from, at.to)],
    speaker: voice.speaker,
    attribution: [...voice.attribution],
    modality: voice.attribution.some((a) => a.modality === 'alleged') ? 'alleged' : found,
    confidence: 0.6,
  };
}

/** When it is, was or will be: the date nearest to the figure in its own clause. What began in a year lasts until the document's day. */
function periodAt(scene: Scene, at: Placed): Pick<DateMention, 'date' | 'basis'> | undefined {
  const { tree, document, text } = scene;
  const { sentence } = tree;
  // "… recorded 11,000 accidents in 2018, leading to 750 deaths": a clause without a subject shares the dates of its own.
  let above = head(tree, at.predicate);
  // "launch bonds by May to raise 15 million"
  if (xpos(tree, at.predicate) === 'VB' && relation(tree, at.predicate) === 'acl' && above >= 0)
    above = predicateOf(tree, above);
  const shares = above >= 0 && child(tree, at.predicate, 'nsubj') === undefined && isPredicate(tree, above);
  // "In the first quarter, trade grew and Chile became …": a date that opens the sentence holds for what is joined to it.
  const joined = above >= 0 && relation(tree, at.predicate) === 'conj' && isPredicate(tree, above);
  const wide = shares
    ? clauseExtent(tree, above)
    : joined
      ? openingOf(tree, above, at)
      : { first: at.from, last: at.to };
  const from = sentence.starts[Math.min(at.from, wide.first)] ?? sentence.start;
  const to = sentence.ends[Math.max(at.to, wide.last) - 1] ?? sentence.end;
  const here = sentence.starts[at.first] ?? from;
  const apart = (d: DateMention) => (d.start >= here ? d.start - here : (here - d.end) * 1.5);
  const today = document.delivered ?? document.published;
  const written = text.slice(sentence.start, sentence.end);
  const coming = countedDeadlines(written, today).filter((d) =>
    isComing(tree, at, written.slice(d.start, d.end)),
  );
  const counted = coming.map((d) => ({
    ...d,
    date: spanned(today, d),
    start: d.start + sentence.start,
    end: d.end + sentence.start,
  }));
  const free = scene.dates.filter((d) => !counted.some((c) => c.start < d.end && d.start < c.end));
  const [nearest] = [...counted, ...free]
    .filter((d) => d.start >= from && d.end <= to && d.role !== 'until' && !isBase(text, d))
    .filter((d) => belongs(tree, d, at) || isAfterSince(text, d, from))
    .sort((a, b) => apart(a) - apart(b));
  if (nearest === undefined) return undefined;
  const since = isAfterSince(text, nearest, from);
  const until = (nearest.role === 'since' || since) && today !== undefined && !nearest.date.includes('/');
  const spell = `${nearest.date}/${today ?? ''}`;
  return { date: until && isEdtf(spell) ? spell : nearest.date, basis: nearest.basis };
}

/** "since the last census, in 2013", "since the campaign on 20 November": what it is since has that date. */
function isAfterSince(text: string, date: Pick<DateMention, 'start'>, from: number): boolean {
  return /\bsince (?:the|its|our|their)\b[^.;:]{0,60}?,? (?:in|on|of)\s$/i.test(
    text.slice(Math.max(from, date.start - 80), date.start),
  );
}

/** From the first word of a clause to its first verb, where a time may stand that holds for all that follows. */
function openingOf(tree: Tree, above: number, at: Placed): { first: number; last: number } {
  const subject = child(tree, above, 'nsubj', 'nsubj:pass') ?? above;
  return { first: Math.min(clauseExtent(tree, above).first, subject), last: at.to };
}

/** "over the next five years"; "within 17 years" may have passed. */
function isComing(tree: Tree, at: Placed, words: string): boolean {
  if (/next|coming|following/i.test(words)) return true;
  return /within/i.test(words) && isPredicate(tree, at.predicate) && !clauseOf(tree, at.predicate).past;
}

/** "over the next five years": from the document's year on. */
function spanned(today: string | undefined, { date }: DateMention): string {
  const end = date.replace(/~$/, '');
  const spell = `${today?.slice(0, end.length) ?? ''}/${end}`;
  return isEdtf(spell) ? spell : date;
}

/** Whether a date tells when of the figure or its verb, and not of something else: "the agreement of January 2020 obliged …". */
function belongs(tree: Tree, date: DateMention, at: Placed): boolean {
  let token = 0;
  for (let i = tree.length - 1; i >= 0; i--)
    if ((tree.sentence.starts[i] ?? 0) < date.end) {
      token = i;
      break;
    }
  for (let n = 0; token >= 0 && n < 6; n++) {
    if (token === at.predicate || (token >= at.first && token < at.last)) return true;
    const up = head(tree, token);
    if (up < 0) return true;
    const rel = relation(tree, token);
    if (rel === 'acl' || rel === 'appos') return up >= at.first && up < at.last;
    // Inside a name or the phrase of a noun that is not measured.
    const isNoun =
      /^(NOUN|PROPN)$/.test(upos(tree, up)) &&
      !isTemporal(tree, up) &&
      !/^(period|season|term|beginning|start|end|middle|course|time|night|morning|evening|eve)$/.test(
        lemma(tree, up),
      );
    // Deadlines are those of the clause, wherever the parser hangs them.
    if (/^(nmod|compound|amod)$/.test(rel) && isNoun && head(tree, up) >= 0 && date.role !== 'by') {
      const measured =
        (up >= at.first && up < at.last) || up === at.noun || quantityAt(tree, up) !== undefined;
      if (!measured && !isAbove(tree, up, at)) return false;
    }
    token = up;
  }
  return true;
}

/** Whether the figure stands inside the noun's phrase, or the noun is what is measured: "exports in 2018 of 5 billion". */
function isAbove(tree: Tree, noun: number, at: Placed): boolean {
  return isWithin(tree, at.first, noun) || directionOf(lemma(tree, noun)) !== 0;
}

/** "from 2008 levels", "the level of 2017", "compared to 1990": what a change is measured from. */
function isBase(text: string, date: DateMention): boolean {
  return (
    (!date.date.includes('/') && /from\s$/i.test(text.slice(date.start - 6, date.start))) ||
    /(levels? (of|in)|compared (to|with)|than (in|of)|relative to)\s$/i.test(
      text.slice(date.start - 20, date.start),
    ) ||
    /^\s(levels?|baseline)/i.test(text.slice(date.end, date.end + 12))
  );
}

const AIMS = new Set([
  ...[
    'aim',
    'plan',
    'target',
    'goal',
    'agree',
    'pledge',
    'promise',
    'commit',
    'hope',
    'intend',
    'seek',
    'want',
  ],
  ...[
    'oblige',
    'undertake',
    'expect',
    'wish',
    'commitment',
    'propose',
    'ambition',
    'objective',
    'decision',
    'decide',
  ],
  ...['intention', 'proposal', 'agreement', 'ready'],
]);

/** Whether a date begins after the document's day. */
function isToCome({ document }: Scene, { date }: Pick<DateMention, 'date'>): boolean {
  const today = document.delivered ?? document.published;
  const known = today === undefined ? undefined : dayRange(today)?.last;
  const first = dayRange(date)?.first;
  return known !== undefined && first !== undefined && first > known;
}

/** Whether the figure is the subject, so that the verb tells something of a number that stands already. */
function isGiven(tree: Tree, at: Placed): boolean {
  const clause = isPredicate(tree, at.predicate) ? clauseOf(tree, at.predicate) : undefined;
  if (!/^(must|should|ought|can)$/.test(clause?.modal ?? '')) return false;
  const subject = child(tree, at.predicate, 'nsubj', 'nsubj:pass');
  return subject !== undefined && isWithin(tree, at.first, subject);
}

/** What is aimed at or foretold is planned; what could be is hypothetical. */
function modalityAt(
  scene: Scene,
  at: Placed,
  period: Pick<DateMention, 'date'> | undefined,
): Measure['modality'] {
  const { tree } = scene;
  // "Taiwan's 23 million people must be heard": what is to be done is not how many they are.
  if (at.figure.kind === 'count' && isGiven(tree, at)) return 'asserted';
  const clause = isPredicate(tree, at.predicate) ? clauseOf(tree, at.predicate) : undefined;
  if (underCondition(tree, at.predicate)) return 'hypothetical';
  // "set a target of 20 billion dollars"
  if (clause?.objects.some((o) => /^(target|goal|aim|objective|ceiling)$/.test(lemma(tree, o))))
    return 'planned';
  if (clause?.future || /^(should|must)$/.test(clause?.modal ?? '') || AIMS.has(lemma(tree, at.predicate)))
    return 'planned';
  // "said that it would establish a fund" plans.
  if (clause?.modal === 'would' && relation(tree, at.predicate) === 'ccomp') return 'planned';
  if (clause?.modal !== undefined) return 'hypothetical';
  // "committed to cutting emissions and raising the share": both are aimed at.
  let first = at.predicate;
  for (let n = 0; n < 3 && relation(tree, first) === 'conj' && /^VBG?$/.test(xpos(tree, first)); n++)
    first = head(tree, first);
  const up = head(tree, first);
  if (/^VBG$/.test(xpos(tree, first)) && up >= 0 && AIMS.has(lemma(tree, up))) return 'planned';
  // "should improve its terms by cancelling …": under what is to be.
  const above = up >= 0 && isPredicate(tree, up) ? clauseOf(tree, up) : undefined;
  const below =
    /^VBG?$/.test(xpos(tree, at.predicate)) && /^(xcomp|advcl|acl)$/.test(relation(tree, at.predicate));
  if (below && (above?.future || /^(should|must)$/.test(above?.modal ?? ''))) return 'planned';
  if (
    child(tree, at.predicate, 'cop') === undefined &&
    relation(tree, at.predicate) === 'xcomp' &&
    /^(goal|aim|target|objective|ambition)$/.test(lemma(tree, child(tree, up, 'nsubj') ?? up))
  )
    return 'planned';
  const infinitive =
    xpos(tree, at.predicate) === 'VB' && /^(xcomp|acl|advcl|ccomp)$/.test(relation(tree, at.predicate));
  if (infinitive && up >= 0 && AIMS.has(lemma(tree, up))) return 'planned';
  const due = period !== undefined && isToCome(scene, period);
  const past = (i: number) => i >= 0 && /^VB[DN]$/.test(xpos(tree, i));
  const done = clause !== undefined && (past(at.predicate) || (below && past(up)));
  return !done && due ? 'planned' : 'asserted';
}
