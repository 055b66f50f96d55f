import { actorsOf } from './actors.js';
import type { Placed } from './measure.js';
import type { Scene } from './scene.js';
import { childrenBy, isPredicate, lemma, type Tree, upos } from './tree.js';

/** "a billion children worldwide", "we remain a continent in which …", "of the Earth's surface": nobody's own figure. */
export function isOfTheWorld(tree: Tree, at: Placed): boolean {
  const worlds = [at.predicate, tree.root].flatMap((i) => [
    i,
    ...(/^(be|remain|become|stay)$/.test(lemma(tree, i)) ? childrenBy(tree, i, 'xcomp', 'obj') : []),
  ]);
  if (worlds.some((w) => /^(continent|subcontinent|region|hemisphere|planet|world)$/.test(lemma(tree, w))))
    return true;
  for (let i = at.last; i < Math.min(at.last + 8, tree.length); i++)
    if (
      /^(planet|earth|globe)$/.test(lemma(tree, i)) ||
      (/^(global|world)$/.test(lemma(tree, i)) && /^our$/i.test(tree.sentence.forms[i - 1] ?? ''))
    )
      return true;
  for (let i = at.from; i < at.to; i++)
    if (/^(worldwide|humankind|mankind|humanity|globally)$/.test(lemma(tree, i))) return true;
  return false;
}

/** "They now hold 30 per cent of the seats": of whom only an earlier sentence tells, and no party is meant. */
export function isOfUnnamed({ tree, cast }: Scene, { predicate, figure }: Placed): boolean {
  if (!isPredicate(tree, predicate) || figure.unit === 'deaths' || figure.unit === 'injuries') return false;
  return childrenBy(tree, predicate, 'nsubj', 'nsubj:pass').some(
    (s) =>
      /^(they|these|those)$/.test(lemma(tree, s)) &&
      upos(tree, s) === 'PRON' &&
      (cast.partyAt[s] ?? -1) < 0 &&
      actorsOf(cast, [s]).length === 0,
  );
}

/**
 * The 100 billion dollars a year that developed countries mean to mobilise together (UNFCCC, decision 1/CP.16, paragraph 98): "our
 * commitment of $100 billion" is no single state's.
 */
export function isCommonGoal({ tree, text }: Scene, { figure }: Placed): boolean {
  if (figure.unit !== 'USD' || figure.value !== 1e11) return false;
  const written = text.slice(tree.sentence.start, tree.sentence.end);
  return (
    /\b(?:climate|mitigation|adaptation|loss and damage|develop(?:ed|ing) (?:countries|nations|world)|donor community|SIDS|COP\s?-?\d\d)\b/i.test(
      written,
    ) &&
    /\b(?:commit\w*|pledge\w*|promise\w*|goal|target|(?:per|a|every|each) (?:year|annum)|annual(?:ly)?)\b/i.test(
      written,
    )
  );
}

/** Fines of private persons, crowds, guests and those asked in a survey are no matter of parties. */
export function isPrivate({ tree, document }: Scene, at: Placed): boolean {
  const near = (pattern: RegExp) => {
    for (let i = at.from; i < at.to; i++) if (pattern.test(lemma(tree, i))) return true;
    return false;
  };
  if (
    /^(march|protest|rally|demonstrate|attend|gather|cheer|watch|survey|compete)$/.test(
      lemma(tree, at.predicate),
    )
  )
    return true;
  if (
    near(
      /^(spectator|guest|attendee|viewer|fan|survey|surveyed|poll|respondent|protester|protestor|demonstrator|audience|ticket|prize|box)$/,
    )
  )
    return true;
  if (document.genre !== 'news') return false;
  if (
    at.figure.kind === 'money' &&
    near(/^(jail|prison|sentence|bail|heiress|salary|compensation|lawsuit|bid|guilty|jury|convict)$/)
  )
    return true;
  if (at.figure.unit === 'people' && near(/^(town|suburb|hamlet|township)$/)) return true;
  return (
    at.figure.kind === 'count' &&
    near(/^(speak|language|protest|march|rally|demonstrate|settlement|village|hamlet)$/)
  );
}
