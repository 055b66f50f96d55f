import { isTemporal } from './clause.js';
import type { DateMention } from './dates.js';
import type { Placed } from './placed.js';
import { directionOf, quantityAt } from './quantities.js';
import type { Scene } from './scene.js';
import { child, head, isWithin, lemma, relation, type Tree, upos, xpos } from './tree.js';

/** When a figure holds. */
export type Period = Pick<DateMention, 'date' | 'basis'>;

/** Whether a date tells when of the figure or its verb, and not of something else: "the agreement of January 2020 obliged …". */
export function belongs(tree: Tree, date: DateMention, at: Placed): boolean {
  let token = 0;
  for (let i = tree.length - 1; i >= 0; i--)
    if ((tree.sentence.starts[i] ?? 0) < date.end) {
      token = i;
      break;
    }
  for (let n = 0; token >= 0 && n < 6; n++) {
    if (token === at.predicate || (token >= at.first && token < at.last)) return true;
    // "namely a 55 per cent reduction in emissions by 2030"
    if (/^(NOUN|PROPN)$/.test(upos(tree, token)) && isWithin(tree, at.first, token)) return true;
    const up = head(tree, token);
    if (up < 0) return true;
    const rel = relation(tree, token);
    // "is 15 per cent, although in 2011 it was 50": another clause's.
    if (/^(advcl|ccomp|parataxis)$/.test(rel) && !isWithin(tree, at.first, token) && hasSubject(tree, token))
      return false;
    // "has the potential to become …  within the next 20 years, with a growth of"
    const isHorizon = date.role === 'by' && date.date.includes('/') && xpos(tree, token) === 'VB';
    if ((rel === 'acl' && !isHorizon) || rel === 'appos')
      return (up >= at.first && up < at.last) || HAPPENINGS.test(lemma(tree, up));
    // Inside a name or the phrase of a noun that is not measured.
    const isNoun =
      /^(NOUN|PROPN)$/.test(upos(tree, up)) && !isTemporal(tree, up) && !SPELLS.test(lemma(tree, up));
    // Deadlines are those of the clause, wherever the parser hangs them.
    if (/^(nmod|compound|amod)$/.test(rel) && isNoun && head(tree, up) >= 0 && date.role !== 'by') {
      const measured =
        (up >= at.first && up < at.last) || up === at.noun || quantityAt(tree, up) !== undefined;
      const told = isAbove(tree, up, at) || isOfPlan(tree, up, date, at) || HAPPENINGS.test(lemma(tree, up));
      if (!measured && !told) return false;
    }
    token = up;
  }
  return true;
}

function hasSubject(tree: Tree, token: number): boolean {
  return child(tree, token, 'nsubj', 'nsubj:pass', 'expl') !== undefined;
}

const SPELLS =
  /^(period|season|term|half|beginning|start|end|middle|course|time|night|morning|evening|eve|annum)$/;

/** What has a date of its own, on which its figures are: "died in last night's attack", "in the 2017 election". */
export const INCIDENTS =
  'crash|attack|explosion|blast|bombing|shooting|strike|raid|earthquake|flood|storm|hurricane|cyclone|typhoon|accident|incident|fire|eruption|massacre|clash|battle|tsunami|shelling|assault';
const HAPPENINGS = new RegExp(
  `^(?:${INCIDENTS}|genocide|war|drought|famine|election|referendum|census|harvest)$`,
);

/** Whether the figure stands inside the noun's phrase, or the noun is what is measured: "exports in 2018 of 5 billion". */
function isAbove(tree: Tree, noun: number, at: Placed): boolean {
  return isWithin(tree, at.first, noun) || directionOf(lemma(tree, noun)) !== 0;
}

/** "our strategic plan for equal opportunities 2014-2016 has been allocated": the money is for the plan's years. */
function isOfPlan(tree: Tree, noun: number, date: DateMention, at: Placed): boolean {
  if (at.figure.kind !== 'money' || !/^\d{4}\/\d{4}$/.test(date.date)) return false;
  for (let up = noun, n = 0; up >= 0 && n < 3; up = head(tree, up), n++) {
    if (/^(plan|programme|program|strategy|budget|framework|cycle)$/.test(lemma(tree, up))) return true;
    if (!/^(nmod|compound)$/.test(relation(tree, up))) return false;
  }
  return false;
}

/** "since the last census, in 2013", "since the campaign on 20 November": what it is since has that date. */
export function isAfterSince(text: string, date: Pick<DateMention, 'start'>, from: number): boolean {
  return /\bsince (?:the|its|our|their)\b[^.;:]{0,60}?,? (?:in|on|of)\s$/i.test(
    text.slice(Math.max(from, date.start - 80), date.start),
  );
}

/** "predict that by 2050, our reserves will", "ran aground on 25 July, following which": in front of the figure's clause. */
export function isInFront({ text, tree }: Scene, date: DateMention, at: Placed): boolean {
  const { starts, start } = tree.sentence;
  const clause = starts[at.from] ?? start;
  if (date.end > clause || clause - date.end > 20) return false;
  const gap = text.slice(date.end, clause);
  const own = text.slice(clause, clause + 20);
  if (
    /^, (?:following|after|during) $/i.test(gap) ||
    (gap === ', ' && /^(?:following|after) which\b/i.test(own))
  )
    return true;
  return (
    /^,? $/.test(gap) &&
    /(?:^|[,;:—–] |\b(?:that|and|but|while|because) )(?:(?:by|in|since|on|until|during|before|at|as of) (?:the )?(?:(?:end|start|beginning|course|middle) (?:of )?)?)?$/i.test(
      text.slice(start, date.start),
    )
  );
}

/** "from 2008 levels", "the level of 2017", "compared to 1990", "doubled the output of 1980": what a change is measured from. */
export function isBase({ text, tree }: Scene, date: DateMention, at: Placed): boolean {
  return (
    (at.isChange === true &&
      /\bof (?:the year (?:of )?)?$/i.test(text.slice(Math.max(0, date.start - 20), date.start))) ||
    (!date.date.includes('/') && /from\s$/i.test(text.slice(date.start - 6, date.start))) ||
    /((?<!\d{4} )levels? (of|in)|compared (to|with)|(?<!\b(?:later|earlier|sooner) )than(?: in| of)?|relative to|(?:up|down)(?: by)? [\d.,]+ ?(?:%|per cent|percent)(?: points?)? (?:on|from))\s$/i.test(
      text.slice(date.start - 30, date.start),
    ) ||
    isCompared(text, date, { ...at.figure, from: tree.sentence.start }) ||
    /^\s(levels?|baseline)/i.test(text.slice(date.end, date.end + 12))
  );
}

/** "up from 150,000 in March 2016", "although in 2011 it was 50 per cent": of another figure than this one. */
function isCompared(
  text: string,
  date: DateMention,
  figure: { readonly start: number; readonly end: number; readonly from: number },
): boolean {
  const first = Math.max(0, date.start - 90);
  const before = text.slice(first, date.start);
  if (/\b(?:although|whereas|compared (?:to|with))\s(?:in |on )?$/i.test(before)) return true;
  const other = FORMER.exec(before)?.indices?.[1]?.[0];
  if (other === undefined) return false;
  const at = first + other - figure.from;
  return at < figure.start || at >= figure.end;
}

const FORMER =
  /\b(?:up|down|rising|rose|fell|falling|increase|decrease|rise|fall|grew|growing|dropped|went|compared|than|against)\s(?:from|to|with)?\s?(?:about |around |only |just |some |nearly |over )*([$€£]?\d[\d,.]*)(?:\s?%| [\w-]+){0,3} (?:in|on)(?: early| late)?\s$/di;
