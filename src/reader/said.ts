import { clauseOf, isNegated, isTemporal, prepositionOf } from './clause.js';
import { participleOf } from './participles.js';
import { belowOf, isParty, phraseOf, type Without } from './phrase.js';
import type { Scene } from './scene.js';
import { child, childrenBy, head, lemma, relation, upos, xpos } from './tree.js';
import { wordingOf, written } from './wording.js';

/**
 * What is said of a subject, as it may follow a noun: "vaccinated", "living in poverty", "that depend on agriculture", "under the
 * poverty line". A noun that it is comes as `noun`. Undefined where it is only about parties or says nothing.
 */
export function saidOf(
  scene: Scene,
  predicate: number,
  without?: Without,
): { readonly noun?: string; readonly words?: string } | undefined {
  const { tree } = scene;
  const not = isNegated(tree, predicate) ? 'not ' : '';
  if (isParty(scene, predicate)) return undefined;
  const tag = upos(tree, predicate);
  const marked = child(tree, predicate, 'case');
  if (tag === 'NOUN' || tag === 'PROPN') {
    const phrase = phraseOf(scene, predicate, without);
    if (phrase === '' || isTemporal(tree, predicate)) return undefined;
    if (marked !== undefined) return { words: `${not}${lemma(tree, marked)} ${phrase}` };
    return not ? undefined : { noun: phrase };
  }
  const tail = tailOf(scene, predicate, without);
  // "lower than five feet"
  if (tag === 'ADJ' && xpos(tree, predicate) === 'JJR') return undefined;
  if (tag === 'ADJ') return { words: `${not}${formOf(scene, predicate)}${tail}` };
  if (tag !== 'VERB') return undefined;
  const passive =
    child(tree, predicate, 'nsubj:pass', 'aux:pass') !== undefined ||
    (xpos(tree, predicate) === 'VBN' && relation(tree, predicate) === 'acl');
  if (
    tail === '' &&
    xpos(tree, predicate) !== 'VBP' &&
    /^(live|reside|stay|belong|base)$/.test(lemma(tree, predicate))
  )
    return undefined;
  if (passive || xpos(tree, predicate) === 'VBG')
    return { words: `${not}${formOf(scene, predicate)}${tail}` };
  const verb = lemma(tree, predicate);
  if (tail === '' && /^(have|be|make|include|come|go|take|get|do)$/.test(verb)) return undefined;
  // "that support us": whom or what is not told in words.
  if (tail === '' && child(tree, predicate, 'obj') !== undefined) return undefined;
  return { words: `that ${not && 'do not '}${verb}${tail}` };
}

/** What stands behind a verb, as it is written: objects, phrases, "overseas", and what is joined to it. */
function tailOf(scene: Scene, predicate: number, without?: Without): string {
  const words = wordingOf(scene, predicate, without, predicate + 1);
  return words === '' ? '' : ` ${words}`;
}

/** A verb or adjective as it is written, with its manner: "fully vaccinated". */
function formOf({ tree }: Scene, predicate: number): string {
  const manner = predicate - 1;
  const isManner =
    relation(tree, manner) === 'advmod' &&
    head(tree, manner) === predicate &&
    /ly$/.test(lemma(tree, manner));
  return written(tree, isManner ? [manner, predicate] : [predicate]);
}

/** " aside", " in": the particle of a verb. */
function aside({ tree }: Scene, verb: number): string {
  const particle = clauseOf(tree, verb).particle;
  // "provide up to 60 million"
  if (/^(up|over)$/.test(lemma(tree, verb + 1)) && /^to$|^\d/.test(lemma(tree, verb + 2))) return '';
  if (particle !== undefined) return ` ${particle}`;
  const next = verb + 1;
  if (lemma(tree, verb) === 'take' && lemma(tree, next) === 'in') return ' in';
  const isAdverb = relation(tree, next) === 'advmod' && head(tree, next) === verb;
  return isAdverb && /^(aside|away|back|behind|out|up|down|over|off|in)$/.test(lemma(tree, next))
    ? ` ${lemma(tree, next)}`
    : '';
}

/** "arrested", "set aside": what a verb does to its object, as it may follow the noun. */
export function doneTo(scene: Scene, verb: number): string {
  return `${participleOf(lemma(scene.tree, verb))}${aside(scene, verb)}`;
}

/**
 * What a sum or share is for, or where it goes: the first phrase behind the figure that hangs on the verb or on one of `heads` with such a
 * preposition, else the clause of purpose. Null where the text only points to it ("to this sector").
 */
export function purposeOf(
  scene: Scene,
  predicate: number,
  heads: readonly number[],
  at: Without,
  by = /^(for|on|into|to|towards?|in|as)$/,
  from = at.last,
): string | null | undefined {
  const { tree } = scene;
  const found = [...childrenBy(tree, predicate, 'obl'), ...heads.flatMap((h) => childrenBy(tree, h, 'nmod'))]
    .filter(
      (o) =>
        o >= from &&
        (o < at.first || o >= at.last) &&
        !heads.includes(o) &&
        by.test(prepositionOf(tree, o)) &&
        !isTemporal(tree, o),
    )
    .sort((a, b) => a - b);
  for (const o of found) {
    const words = belowOf(scene, o, at);
    if (words !== '') return words;
    const points = childrenBy(tree, o, 'det').some((d) => /^(this|that|these|those)$/.test(lemma(tree, d)));
    if ((points || upos(tree, o) === 'PRON') && /^(for|on|in|into|to|towards?)$/.test(prepositionOf(tree, o)))
      return null;
  }
  return purposeClause(scene, [predicate, ...heads], at);
}

/** "spent 5 million on building schools", "to support the needy": the deed that a sum is for. */
function purposeClause(scene: Scene, heads: readonly number[], at: Without): string | null | undefined {
  const { tree } = scene;
  for (const c of heads.flatMap((h) => childrenBy(tree, h, 'advcl', 'xcomp', 'acl'))) {
    if (c < at.last || !(xpos(tree, c) === 'VBG' || xpos(tree, c) === 'VB')) continue;
    const marker = child(tree, c, 'mark', 'case');
    const lead = marker === undefined ? '' : lemma(tree, marker);
    // "…, stressing its commitment" is no purpose; "in order to" is "to".
    const isTo = xpos(tree, c) === 'VB' && marker !== undefined && /^(to|in)$/.test(lead);
    // "spent 2 million rebuilding houses"
    const isNext = lead === '' && c === at.last;
    if (!isTo && !isNext && !/^(to|on|for|in|towards?)$/.test(lead)) continue;
    const words = wordingOf(scene, c, at);
    if (!/\s/.test(words)) continue;
    return isNext ? `on ${words}` : words.replace(/^in order to /i, 'to ');
  }
  return undefined;
}

/** The noun that a relative pronoun stands for, else the token itself; "tourism, one of our main trades, which" is tourism. */
export function antecedentOf(scene: Scene, token: number): number {
  const { tree } = scene;
  if (!/^(which|who|that|whom|whose)$/.test(lemma(tree, token))) return token;
  for (let i = head(tree, token), n = 0; i >= 0 && n < 4; i = head(tree, i), n++)
    if (relation(tree, i) === 'acl') {
      let noun = head(tree, i);
      if (relation(tree, noun) === 'nmod' && lemma(tree, head(tree, noun)) === 'one') noun = head(tree, noun);
      return relation(tree, noun) === 'appos' ? head(tree, noun) : noun;
    }
  return token;
}
