import type { Attribution } from '../record/index.js';
import { actorsOf, namesActor } from './actors.js';
import type { Cast } from './cast.js';
import { clauseOf } from './clause.js';
import type { Lexicon } from './lexicon.js';
import { reportRow } from './staging.js';
import { lemma, type Tree, upos } from './tree.js';

/**
 * Follows quotation marks through a document: a quotation that a sentence leaves open is the same party's word in
 * the next. Straight marks toggle; a blank line closes what a forgotten mark left open.
 */
export interface Quotes {
  /** Who is being quoted when the sentence begins. */
  readonly current: Attribution | undefined;
  /** Who was last reported as speaking in this paragraph: a quotation that opens a sentence without one is theirs. */
  readonly last: Attribution | undefined;
  /** Takes a sentence; `start` and `end` are UTF-16 offsets into the document's text. */
  pass(text: string, start: number, end: number, reporter: Attribution | undefined): void;
  newParagraph(): void;
}

export function createQuotes(): Quotes {
  let open = false;
  let current: Attribution | undefined;
  let lastReporter: Attribution | undefined;
  return {
    get current() {
      return current;
    },
    get last() {
      return lastReporter;
    },
    pass(text, start, end, reporter) {
      if (reporter) lastReporter = reporter;
      for (let i = start; i < end; i++) {
        const c = text[i];
        if (c === '“') open = true;
        else if (c === '”') open = false;
        else if (c === '"') open = !open;
      }
      current = open ? (reporter ?? current ?? lastReporter) : undefined;
    },
    newParagraph() {
      open = false;
      current = undefined;
      lastReporter = undefined;
    },
  };
}

/** The first party that the sentence reports as saying something. */
export function reporterOf(tree: Tree, cast: Cast, lexicon: Lexicon): Attribution | undefined {
  for (let i = 0; i < tree.length; i++) {
    if (upos(tree, i) !== 'VERB') continue;
    const row = reportRow(tree, i, { lexicon, namesActor: (token) => namesActor(cast, token) });
    if (!row) continue;
    const [actor] = actorsOf(cast, clauseOf(tree, i).subjects);
    if (actor) return { party: actor.party, verb: lemma(tree, i), modality: row.modality ?? 'asserted' };
  }
  return undefined;
}

/** Whether the sentence holds a quotation mark or stands inside a quotation. */
export function hasQuotation(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const c = text[i];
    if (c === '“' || c === '”' || c === '"') return true;
  }
  return false;
}
