import type { Clause, Oblique } from './clause-type.js';
import {
  allConjuncts,
  child,
  children,
  childrenBy,
  conjuncts,
  deprel,
  head,
  isNominal,
  lemma,
  relation,
  type Tree,
  upos,
  xpos,
} from './tree.js';

export type { Clause, Oblique } from './clause-type.js';

const NEGATIONS = new Set(['not', "n't", 'never', 'no', 'hardly', 'neither', 'nor', 'nt', 'n’t']);
const FUTURE = new Set(['will', 'shall', "'ll", '’ll', 'wo', 'll']);
const MODALS = new Set(['may', 'might', 'could', 'can', 'should', 'must', 'would', 'ought', 'ca', "'d"]);
const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose']);
/** With these, the object of the matrix verb is not the subject of the infinitive ("promised Hanoi to lift"). */
const SUBJECT_CONTROL = new Set(['promise', 'threaten', 'vow', 'pledge', 'use', 'take', 'need', 'have']);

/** The clause that `predicate` (a verb, or a word with a copula) heads; worked out once, since many ask for it. */
export function clauseOf(tree: Tree, predicate: number): Clause {
  const { clauses } = tree.kept;
  const known = predicate < 0 ? undefined : clauses[predicate];
  if (known !== undefined) return known;
  const clause = readClause(tree, predicate);
  if (predicate >= 0) clauses[predicate] = clause;
  return clause;
}

function readClause(tree: Tree, predicate: number): Clause {
  const passive = isPassive(tree, predicate);
  const auxiliaries = auxiliariesOf(tree, predicate);
  const obliques = obliquesOf(tree, predicate);
  const surface = surfaceSubjects(tree, predicate, 0);
  const agents = passive
    ? obliques.filter((o) => o.preposition === 'by').flatMap((o) => conjuncts(tree, o.head))
    : [];
  const own = allAntecedents(tree, objectsOf(tree, predicate), predicate);
  return {
    predicate,
    passive,
    negated:
      isNegated(tree, predicate) || (isGoingTo(tree, predicate) && isNegated(tree, head(tree, predicate))),
    future: auxiliaries.some((a) => FUTURE.has(lemma(tree, a))) || isGoingTo(tree, predicate),
    past: isPast(tree, predicate, auxiliaries),
    modal: modalOf(tree, auxiliaries),
    particle: particleOf(tree, predicate),
    subjects: passive ? agents : surface,
    objects: passive ? [...surface, ...own] : own.length > 0 ? own : gapObject(tree, predicate),
    indirect: allConjuncts(tree, childrenBy(tree, predicate, 'iobj')),
    obliques,
  };
}

function modalOf(tree: Tree, auxiliaries: readonly number[]): string | undefined {
  for (const a of auxiliaries) if (MODALS.has(lemma(tree, a))) return lemma(tree, a);
  return undefined;
}

/** Direct objects; a phrase without a preposition that parsers take for an oblique is one, too: "returned more than 40 statues". */
function objectsOf(tree: Tree, predicate: number): number[] {
  const objects = childrenBy(tree, predicate, 'obj');
  if (objects.length > 0) return objects;
  return childrenBy(tree, predicate, 'obl').filter(
    (o) =>
      o > predicate &&
      deprel(tree, o) === 'obl' &&
      isNominal(tree, o) &&
      child(tree, o, 'case', 'mark') === undefined &&
      !isTemporal(tree, o),
  );
}

/** Auxiliaries; a bare verb shares those of the verb that it is coordinated with: "will meet and discuss". */
function auxiliariesOf(tree: Tree, predicate: number): number[] {
  for (let at = predicate, n = 0; n < 4; n++) {
    const own = childrenBy(tree, at, 'aux', 'cop');
    if (own.length > 0 || relation(tree, at) !== 'conj' || xpos(tree, predicate) !== 'VB') return own;
    if (child(tree, at, 'nsubj', 'mark') !== undefined) return own;
    at = head(tree, at);
  }
  return [];
}

/** Particle of a phrasal verb: "called off". */
function particleOf(tree: Tree, predicate: number): string | undefined {
  const particle = child(tree, predicate, 'compound:prt');
  if (particle !== undefined) return lemma(tree, particle);
  const next = predicate + 1;
  const isAdverb =
    relation(tree, next) === 'advmod' && head(tree, next) === predicate && xpos(tree, next) === 'RP';
  return isAdverb ? lemma(tree, next) : undefined;
}

export function isPassive(tree: Tree, i: number): boolean {
  if (child(tree, i, 'aux:pass', 'nsubj:pass') !== undefined) return true;
  if (xpos(tree, i) !== 'VBN' || child(tree, i, 'aux') !== undefined) return false;
  const up = deprel(tree, i);
  if (up === 'acl' || up === 'advcl') return child(tree, i, 'obj') === undefined;
  return up === 'conj' && isPassive(tree, head(tree, i)) && child(tree, i, 'nsubj') === undefined;
}

export function isNegated(tree: Tree, i: number): boolean {
  for (const c of children(tree, i)) {
    if ((relation(tree, c) === 'advmod' || relation(tree, c) === 'aux') && NEGATIONS.has(lemma(tree, c)))
      // "Not only … but also" denies nothing.
      return !/^(only|just|merely|simply|solely)$/.test(lemma(tree, c + 1));
    if (relation(tree, c) === 'advmod' && isNoLonger(tree, c)) return true;
    // "no agreement was reached", "signed no treaty"
    if (relation(tree, c) === 'nsubj' || relation(tree, c) === 'obj') {
      for (const d of children(tree, c)) {
        if (relation(tree, d) === 'det' && (lemma(tree, d) === 'no' || lemma(tree, d) === 'neither'))
          return true;
      }
    }
  }
  return false;
}

/** "No longer". */
function isNoLonger({ sentence }: Tree, adverb: number): boolean {
  return /^longer$/i.test(sentence.forms[adverb] ?? '') && /^no$/i.test(sentence.forms[adverb - 1] ?? '');
}

function isGoingTo(tree: Tree, i: number): boolean {
  const up = head(tree, i);
  return relation(tree, i) === 'xcomp' && lemma(tree, up) === 'go' && xpos(tree, up) === 'VBG';
}

function isPast(tree: Tree, i: number, auxiliaries: readonly number[]): boolean {
  if (xpos(tree, i) === 'VBD') return true;
  if (xpos(tree, i) === 'VBN' && auxiliaries.length === 0) return true;
  return auxiliaries.some((a) => xpos(tree, a) === 'VBD' || lemma(tree, a) === 'have');
}

/** Grammatical subjects, with those that syntax leaves out: coordination, control, participles, relative clauses. */
export function surfaceSubjects(tree: Tree, i: number, depth = 0): number[] {
  if (depth > 8) return [];
  const own = childrenBy(tree, i, 'nsubj', 'csubj');
  if (own.length > 0) return allAntecedents(tree, own, i);
  const up = head(tree, i);
  if (up < 0) return [];
  switch (deprel(tree, i)) {
    case 'conj':
      return isNominal(tree, up) && child(tree, up, 'cop') === undefined
        ? []
        : surfaceSubjects(tree, up, depth + 1);
    case 'xcomp':
    case 'ccomp': {
      if (!SUBJECT_CONTROL.has(lemma(tree, up)) && !isPassive(tree, up)) {
        const objects = childrenBy(tree, up, 'obj', 'iobj');
        if (objects.length > 0) return allAntecedents(tree, objects, up);
        // "called on Iran to release"
        const called = childrenBy(tree, up, 'obl').filter((o) => {
          const p = prepositionOf(tree, o);
          return (
            (p === 'on' || p === 'upon' || p === 'for' || p === 'to') && o < i && CALLERS.has(lemma(tree, up))
          );
        });
        if (called.length > 0) return allConjuncts(tree, called);
      }
      return surfaceSubjects(tree, up, depth + 1);
    }
    case 'advcl':
      return child(tree, i, 'mark') !== undefined && xpos(tree, i) !== 'VB' && xpos(tree, i) !== 'VBG'
        ? []
        : surfaceSubjects(tree, up, depth + 1);
    case 'acl:relcl':
      return [up];
    case 'acl':
      return xpos(tree, i) === 'VB' ? holders(tree, up, depth) : [up];
    default:
      return [];
  }
}

const CALLERS = new Set(['call', 'appeal', 'wait', 'press', 'push', 'urge']);

/** Who holds the noun that an infinitive explains: "Japan's decision to lift", "Japan made a decision to lift". */
function holders(tree: Tree, noun: number, depth: number): number[] {
  const owner = childrenBy(tree, noun, 'nmod:poss');
  if (owner.length > 0) return owner;
  const up = head(tree, noun);
  if (child(tree, noun, 'cop') !== undefined) return surfaceSubjects(tree, noun, depth + 1);
  // "the first to hold talks": whoever became or was that.
  if (up >= 0 && /^(obj|xcomp)$/.test(relation(tree, noun))) return surfaceSubjects(tree, up, depth + 1);
  return [];
}

function allAntecedents(tree: Tree, tokens: readonly number[], predicate: number): number[] {
  const all: number[] = [];
  for (const token of tokens) for (const one of antecedents(tree, token, predicate)) all.push(one);
  return all;
}

/** `i` with its conjuncts; a relative pronoun stands for the noun that its clause explains. */
function antecedents(tree: Tree, i: number, predicate: number): number[] {
  if (RELATIVE.has(lemma(tree, i)) && upos(tree, i) === 'PRON') {
    for (let at = predicate, n = 0; at >= 0 && n < 4; at = head(tree, at), n++) {
      if (deprel(tree, at) === 'acl:relcl') return conjuncts(tree, head(tree, at));
      if (relation(tree, at) !== 'conj') break;
    }
  }
  return conjuncts(tree, i);
}

/** The object that a relative clause leaves out: "the sanctions that Washington imposed". */
function gapObject(tree: Tree, predicate: number): number[] {
  if (deprel(tree, predicate) !== 'acl:relcl' || child(tree, predicate, 'nsubj') === undefined) return [];
  const subject = child(tree, predicate, 'nsubj');
  if (subject !== undefined && RELATIVE.has(lemma(tree, subject))) return [];
  return [head(tree, predicate)];
}

function obliquesOf(tree: Tree, predicate: number): Oblique[] {
  const found: Oblique[] = [];
  for (const c of children(tree, predicate)) {
    const r = relation(tree, c);
    if (r !== 'obl' && r !== 'nmod') continue;
    if (isTemporal(tree, c)) continue;
    const preposition = prepositionOf(tree, c);
    for (const h of conjuncts(tree, c)) found.push({ preposition, head: h });
  }
  return found;
}

/** Lemma of the preposition that marks `i`; empty when there is none ("last week"). */
export function prepositionOf(tree: Tree, i: number): string {
  const { prepositions } = tree.kept;
  if (i < 0) return '';
  const known = prepositions[i];
  if (known !== undefined) return known;
  const marker = child(tree, i, 'case');
  let words = marker === undefined ? '' : lemma(tree, marker);
  if (marker !== undefined)
    for (const f of childrenBy(tree, marker, 'fixed')) words = `${words} ${lemma(tree, f)}`;
  if (i < tree.length) prepositions[i] = words;
  return words;
}

const YEAR = /^(1[89]|20)\d\d$/;
const TIMES = new Set([
  ...[
    'monday',
    'tuesday',
    'wednesday',
    'thursday',
    'friday',
    'saturday',
    'sunday',
    'january',
    'february',
    'march',
  ],
  ...[
    'april',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
    'today',
    'yesterday',
  ],
  ...[
    'tomorrow',
    'tonight',
    'day',
    'week',
    'month',
    'year',
    'decade',
    'century',
    'hour',
    'minute',
    'morning',
  ],
  ...['afternoon', 'evening', 'night', 'time', 'weekend', 'quarter', 'moment', 'eve', 'past', 'future'],
]);

/** Whether a phrase says when: "on Friday", "last week", "in 2015". */
export function isTemporal(tree: Tree, i: number): boolean {
  const word = lemma(tree, i);
  // "children under 5 years of age"
  if (lemma(tree, i + 1) === 'of' && lemma(tree, i + 2) === 'age') return false;
  return (
    TIMES.has(word) ||
    deprel(tree, i) === 'obl:tmod' ||
    YEAR.test(word) ||
    (word === 'may' && upos(tree, i) === 'PROPN')
  );
}
