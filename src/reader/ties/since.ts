import { clauseOf, prepositionOf } from '../clause.js';
import type { DateMention } from '../dates.js';
import { clauseExtent, dateAt, type Scene } from '../scene.js';
import { children, childrenBy, head, lemma, relation, upos, xpos } from '../tree.js';
import { anniversary, type Since, yearsLasting, yearsOfTie, yearsSince } from './anniversary.js';
import { covers, dateWithin, isInside, notAhead } from './date-place.js';
import { BEGINS, dateOfStep } from './step-date.js';
import type { Step } from './steps.js';

/** When the tie began: "since 2003", the date of the step that made it, or an anniversary counted back. */
export function sinceOf(
  scene: Scene,
  i: number,
  governor: number,
  step: Step | undefined,
  parties: number,
): Since | undefined {
  const dated = withoutDateline(scene);
  // "signed the 1951 Convention": the year in the name of a treaty of many is that of no one's accession.
  const own = parties >= 2 ? dated : withoutNameYears(dated, i);
  return sinceIn(own, i, governor, step, parties);
}

/** Without the years that belong to the noun's name: "the 1951 Convention", "the Conventions of 1949". */
export function withoutNameYears(scene: Scene, i: number): Scene {
  const { tree, dates } = scene;
  if (!TREATY.test(lemma(tree, i))) return scene;
  const named = [
    ...childrenBy(tree, i, 'nummod', 'compound', 'amod').filter((c) => c < i),
    ...childrenBy(tree, i, 'nmod').filter((c) => prepositionOf(tree, c) === 'of'),
  ];
  const others = dates.filter((d) => !named.some((c) => covers(scene, d, c)));
  return others.length === dates.length ? scene : { ...scene, dates: others };
}

const TREATY =
  /^(agreement|treaty|accord|pact|memorandum|protocol|convention|deal|charter|covenant|statute|compact|alliance)$/;

/** "GENEVA, Jan. 3 — …": the day of the report is that of no step. */
function withoutDateline(scene: Scene): Scene {
  const { text, tree } = scene;
  // "more than 50 years ago" tells no year.
  const dates = scene.dates.filter((d) => !/^(?:more than|over) /i.test(text.slice(d.start, d.end)));
  const isDateline = (d: DateMention) =>
    d.start - tree.sentence.start < 40 &&
    /^\s*(?:\(\w+\)\s*)?(?:[—–]|--)/.test(text.slice(d.end, d.end + 20));
  const own = dates.filter((d) => !isDateline(d));
  return own.length === scene.dates.length ? scene : { ...scene, dates: own };
}

function sinceIn(
  scene: Scene,
  i: number,
  governor: number,
  step: Step | undefined,
  parties: number,
): Since | undefined {
  if (step?.status === 'ended' || step?.status === 'suspended')
    return parties >= 2 ? signedOf(scene, i) : undefined;
  if (step?.status === 'negotiating') {
    const begun = sinceWithin(scene, i, governor);
    return begun && { date: notAhead(scene, begun, undefined), basis: begun.basis };
  }
  const counted =
    anniversary(scene, step?.token ?? i) ??
    (step && anniversary(scene, i)) ??
    yearsOfTie(scene, i) ??
    yearsSince(scene, step?.token ?? i) ??
    yearsLasting(scene, governor);
  if (counted) return counted;
  const explicit = sinceWithin(scene, i, governor);
  if (explicit) return { date: notAhead(scene, explicit, undefined), basis: explicit.basis };
  const signed = parties >= 2 ? signedOf(scene, i) : undefined;
  if (step === undefined)
    return (
      madeBehind(scene, i) ??
      signed ??
      firstIn(scene, i) ??
      toCome(scene, i) ??
      dateBefore(scene, i) ??
      datesBack(scene, i)
    );
  if (!BEGINS.test(lemma(scene.tree, step.token))) return signed;
  return dateOfStep(scene, i, step) ?? madeBehind(scene, i);
}

/** "our partnership with Japan, established 40 years ago": the participle behind the noun, whatever the parser hangs it on. */
function madeBehind(scene: Scene, i: number): Since | undefined {
  const { tree } = scene;
  for (let t = i + 1; t < tree.length && t < i + 14; t++) {
    if (
      upos(tree, t) === 'CCONJ' ||
      /^(agreement|treaty|accord|pact|partnership|alliance)$/.test(lemma(tree, t))
    )
      return undefined;
    if (upos(tree, t) !== 'VERB') continue;
    if (xpos(tree, t) !== 'VBN' || !MADE.test(lemma(tree, t))) return undefined;
    const end = tree.sentence.ends[t] ?? 0;
    const date = scene.dates.find(
      (d) =>
        d.start > end &&
        d.start - end <= 8 &&
        !d.date.includes('/') &&
        /^ (?:back )?(?:in |on |as of )?(?:the )?$/.test(scene.text.slice(end, d.start)),
    );
    return date && { date: notAhead(scene, date, undefined), basis: date.basis };
  }
  return undefined;
}

const MADE =
  /^(establish|sign|conclude|found|form|launch|initiate|create|forge|impose|institute|begin|inaugurate)$/;

/** "when they are members of the Council next year": the day from which it will be. */
function toCome(scene: Scene, i: number): Since | undefined {
  if (!children(scene.tree, i).some((c) => relation(scene.tree, c) === 'cop')) return undefined;
  const told = scene.document.delivered ?? scene.document.published;
  const when = dateAt(scene, i, ['at'], i);
  if (told === undefined || when === undefined || !isInside(scene, when, i, i)) return undefined;
  const from = when.date.split('/')[0] ?? when.date;
  return from > told.slice(0, from.length) ? { date: from, basis: when.basis } : undefined;
}

/** "the border treaty of 21 July 1992". */
function signedOf(scene: Scene, i: number): Since | undefined {
  const { tree } = scene;
  if (!TREATY.test(lemma(tree, i))) return undefined;
  const date = [
    ...childrenBy(tree, i, 'nmod').filter((c) => prepositionOf(tree, c) === 'of'),
    ...childrenBy(tree, i, 'nummod', 'compound').filter((c) => c < i),
  ].flatMap((c) => scene.dates.filter((d) => covers(scene, d, c)))[0];
  return date && { date: date.date, basis: date.basis };
}

/** "began 42 years ago through our peace agreement with Egypt": the day that stands before its phrase. */
function dateBefore(scene: Scene, i: number): Since | undefined {
  const { tree } = scene;
  if (!TREATY.test(lemma(tree, i)) || prepositionOf(tree, i) !== 'through') return undefined;
  const marker = childrenBy(tree, i, 'case').find((c) => lemma(tree, c) === 'through');
  const start = marker === undefined ? -1 : (tree.sentence.starts[marker] ?? -1);
  const date = scene.dates.find((d) => d.role === 'at' && start - d.end === 1 && !d.date.includes('/'));
  return date && { date: date.date, basis: date.basis };
}

/** "our alliance dates back to 1951", "their dispute began in 1953". */
function datesBack(scene: Scene, i: number): Since | undefined {
  const { tree } = scene;
  const up = head(tree, i);
  if (up < 0 || relation(tree, i) !== 'nsubj' || !/^(date|begin|start|originate)$/.test(lemma(tree, up)))
    return undefined;
  const when = dateWithin(scene, up, up);
  const own = when !== undefined && !when.date.includes('/') && isInside(scene, when, up, up);
  return own ? { date: when.date, basis: when.basis } : undefined;
}

/** "was the first dialogue partner, in 1974". */
function firstIn(scene: Scene, i: number): Since | undefined {
  const { tree } = scene;
  if (!children(tree, i).some((c) => relation(tree, c) === 'cop') || !clauseOf(tree, i).past)
    return undefined;
  if (!childrenBy(tree, i, 'amod').some((c) => lemma(tree, c) === 'first')) return undefined;
  const when = dateAt(scene, i, ['at'], i);
  return when && isInside(scene, when, i, i) && !when.date.includes('/')
    ? { date: when.date, basis: when.basis }
    : undefined;
}

/** "since 2003" in the tie's own clause. */
function sinceWithin(scene: Scene, i: number, governor: number): DateMention | undefined {
  const { tree } = scene;
  const { sentence } = tree;
  const { first, last } = clauseExtent(tree, governor);
  const from = sentence.starts[first] ?? sentence.start;
  const to = sentence.ends[last - 1] ?? sentence.end;
  const found = scene.dates.find(
    (d) =>
      d.role === 'since' &&
      d.start >= from &&
      d.end <= to &&
      // "since last year's session"
      !/^['’]s/.test(scene.text.slice(d.end, d.end + 2)),
  );
  if (found === undefined) return sinceEvent(scene, from, to);
  return isInside(scene, found, governor, i) ? found : undefined;
}

/** "a member since its independence, in October 1970". */
function sinceEvent(scene: Scene, from: number, to: number): DateMention | undefined {
  return scene.dates.find(
    (d) =>
      d.role === 'at' &&
      d.start >= from &&
      d.end <= to &&
      /\bsince (?:its|our|their|his|the) [a-z -]{4,40},? (?:in|on) (?:the )?$/.test(
        scene.text.slice(Math.max(from, d.start - 80), d.start),
      ),
  );
}
