import { partyMention } from './cast.js';
import { isTemporal, prepositionOf } from './clause.js';
import type { Placed } from './placed.js';
import type { Scene } from './scene.js';
import {
  child,
  childrenBy,
  extent,
  head,
  isPredicate,
  isWithin,
  lemma,
  relation,
  type Tree,
  upos,
} from './tree.js';
import { isDate } from './wording.js';

/** What is no part of what a clause says of a figure. */
export function leftOut(scene: Scene, at: Placed, top: number): ReadonlySet<number> {
  const { tree } = scene;
  const out = new Set<number>();
  const drop = (c: number) => {
    for (let i = 0; i < tree.length; i++) if (isWithin(tree, i, c)) out.add(i);
  };
  for (let c = 0; c < tree.length; c++) {
    if (c === top || !isWithin(tree, c, top) || out.has(c)) continue;
    if (isTime(scene, c) || isOfTime(scene, c)) out.add(c);
    else if (
      /^(mark|cc|case)$/.test(relation(tree, c)) &&
      head(tree, c) === top &&
      c < at.first &&
      // "our target is to ensure growth"
      !(
        lemma(tree, c) === 'to' &&
        child(tree, top, 'cop') !== undefined &&
        child(tree, top, 'nsubj', 'nsubj:outer') !== undefined
      )
    )
      out.add(c);
    else if (!isWithin(tree, at.first, c) && !isWithin(tree, at.last - 1, c) && isBeside(scene, at, top, c))
      drop(c);
  }
  return out;
}

/** Whether what hangs on `c` tells another thing, a time, or who it is. */
function isBeside(scene: Scene, at: Placed, top: number, c: number): boolean {
  const { tree } = scene;
  const up = head(tree, c);
  const isHigh = up === top || up === at.predicate;
  switch (relation(tree, c)) {
    case 'discourse':
    case 'vocative':
    case 'parataxis':
    case 'dislocated':
      return true;
    case 'appos':
      return c > at.last;
    case 'acl':
      return c > at.last && tree.sentence.forms[extent(tree, c).first - 1] === ',';
    case 'conj':
      // "by 2030, and neutrality by 2050": without the times both would be of one.
      return (isHigh && isPredicate(tree, c)) || (c > at.last && hasTime(scene, c));
    case 'advcl':
      return isHigh && (c < at.predicate || child(tree, c, 'nsubj', 'nsubj:pass') !== undefined);
    case 'nsubj':
      // "Companies that employ … people" keeps its "that".
      return up === at.predicate && top === at.predicate && isSilent(scene, c);
    case 'nmod':
    case 'obl':
    case 'advmod':
      return (
        (isTemporal(tree, c) && !isCompared(scene, c) && !isRate(tree, at, c)) ||
        isTime(scene, c) ||
        ENDS.test(lemma(tree, c)) ||
        (isHigh && isBeforeSubject(tree, up, c))
      );
    default:
      return false;
  }
}

/** A word of a date, but not the year of "2005 levels". */
function isTime(scene: Scene, i: number): boolean {
  const { tree } = scene;
  if (!isDate(scene, i) || isCompared(scene, i)) return false;
  const up = head(tree, i);
  return (
    !/^(nummod|compound|amod)$/.test(relation(tree, i)) ||
    !/^\d/.test(tree.sentence.forms[i] ?? '') ||
    isDate(scene, up) ||
    isTemporal(tree, up) ||
    ENDS.test(lemma(tree, up))
  );
}

/** What only says how near a time is: "only yesterday", "last year alone", "less than two years ago". */
function isOfTime(scene: Scene, c: number): boolean {
  const { tree } = scene;
  if (relation(tree, c) === 'case') return isTime(scene, head(tree, c));
  for (let i = c, n = 0; n < 3 && /^(advmod|amod|fixed|nummod|case|obl|nmod)$/.test(relation(tree, i)); n++) {
    if (!ABOUT_TIME.test(lemma(tree, i))) return false;
    i = head(tree, i);
    if (i >= 0 && isTime(scene, i)) return true;
  }
  return false;
}

const ABOUT_TIME = /^(only|just|alone|less|more|than|about|nearly|almost|some|over|as|early|late|recently)$/;

function hasTime(scene: Scene, c: number): boolean {
  for (let i = c + 1; i < scene.tree.length && i < c + 6; i++)
    if (isDate(scene, i) && (isWithin(scene.tree, i, c) || i === c + 2)) return true;
  return false;
}

/** "live on less than two dollars a day": no time of a share. */
function isRate(tree: Tree, { figure, last }: Placed, c: number): boolean {
  return (
    figure.kind === 'percent' &&
    c > last + 1 &&
    /^(an?|each|every)$/i.test(tree.sentence.forms[c - 1] ?? '') &&
    child(tree, c, 'case') === undefined
  );
}

/** "compared with 2008": a base, and no time of the figure. */
function isCompared({ tree, text }: Scene, i: number): boolean {
  const start = tree.sentence.starts[i] ?? 0;
  return COMPARES.test(text.slice(Math.max(tree.sentence.start, start - 40), start));
}

const COMPARES =
  /\b(?:compared (?:to|with)|relative to|than in|from(?: the)? levels? (?:of|in)) (?:the year )?$/i;

/** Nouns of "at the end of" a time. */
const ENDS =
  /^(course|end|beginning|start|midst|period|eve|outset|moment|far|now|today|currently|recently|already)$/;

function isBeforeSubject(tree: Tree, predicate: number, c: number): boolean {
  const subject = child(tree, predicate, 'nsubj', 'nsubj:pass');
  return subject !== undefined && c < subject && !isPlace(tree, c);
}

/** "In the Amazon region, we have seen …" says where; "in that context" says nothing. */
function isPlace(tree: Tree, c: number): boolean {
  return (
    relation(tree, c) === 'obl' &&
    /^(in|at|across|within|among|on)$/.test(prepositionOf(tree, c)) &&
    !childrenBy(tree, c, 'det').some((d) => /^(this|that|these|those)$/.test(lemma(tree, d))) &&
    !/^(addition|fact|order|response|line|way|particular|context|regard|spirit|effort|light|view|total|conclusion|case|connection|accordance|face|wake|aftermath|interest|hope|absence|short|behalf|occasion|part|process|framework|level|front|field|area|mind|hand|moment|account|basis|ground|spring|summer|autumn|fall|winter|season|session|debate)$/.test(
      lemma(tree, c),
    ) &&
    extent(tree, c).last - extent(tree, c).first < 6
  );
}

/** A subject that the parties tell: a pronoun, or a name alone. */
function isSilent({ tree, cast }: Scene, subject: number): boolean {
  if (upos(tree, subject) === 'PRON') return true;
  const { first, last } = extent(tree, subject, (c) => /^(acl|appos)$/.test(relation(tree, c)));
  const own = partyMention(cast, subject);
  // "Women hold half of the seats" would lose them.
  if (
    own === undefined ||
    !/^\p{Lu}/u.test(tree.sentence.forms[subject] ?? '') ||
    (subject === 0 && upos(tree, subject) !== 'PROPN')
  )
    return false;
  for (let i = first; i <= last; i++)
    if ((i < own.first || i >= own.last) && !/^(DET|PUNCT|ADJ)$/.test(upos(tree, i))) return false;
  return true;
}
