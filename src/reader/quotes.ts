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
  /**
   * Takes a sentence; `start` and `end` are UTF-16 offsets into the document's text.
   *
   * @returns how many quotation marks it holds
   */
  pass(text: string, start: number, end: number, reporter: Attribution | undefined): number;
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
      let marks = 0;
      for (let i = start; i < end; i++) {
        const code = text.charCodeAt(i);
        if (!isMark(code)) continue;
        marks++;
        open = code === STRAIGHT ? !open : code === OPENING;
      }
      current = open ? (reporter ?? current ?? lastReporter) : undefined;
      return marks;
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
  const context = { lexicon, namesActor: (token: number) => namesActor(cast, token) };
  for (let i = 0; i < tree.length; i++) {
    if (upos(tree, i) !== 'VERB') continue;
    const row = reportRow(tree, i, context);
    if (!row) continue;
    const [actor] = actorsOf(cast, clauseOf(tree, i).subjects);
    if (actor) return { party: actor.party, verb: lemma(tree, i), modality: row.modality ?? 'asserted' };
  }
  return undefined;
}

const STRAIGHT = 0x22;
const OPENING = 0x201c;
const CLOSING = 0x201d;

/** Whether a UTF-16 code unit is a quotation mark: “, ” or ". */
function isMark(code: number): boolean {
  return code === STRAIGHT || code === OPENING || code === CLOSING;
}
