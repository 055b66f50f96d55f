import { EntenteError } from '../record/index.js';
import { type Clause, prepositionOf } from './clause.js';
import { child, children, childrenBy, isNominal, lemma, relation, type Tree } from './tree.js';

/** What a word's surroundings must be for a row of `data/acts.tsv` or `data/stages.tsv` to hold. */
export interface Frame {
  readonly conditions: readonly Condition[];
  /** Words that an object must be one of for the frame to hold, if it says so. */
  readonly objects: ReadonlySet<string> | undefined;
  /** Conditions that name a phrase with a preposition. */
  readonly obliques: readonly Condition[];
}

interface Condition {
  readonly test:
    | 'prt'
    | 'obj'
    | 'obl'
    | 'oblobj'
    | 'xcomp'
    | 'subj'
    | 'noobj'
    | 'hasobj'
    | 'mod'
    | 'ccomp'
    | 'objparty'
    | 'subjparty';
  readonly words: ReadonlySet<string>;
  readonly preposition: string;
  readonly negated: boolean;
}

/** Whether a phrase names a party or people; given by the caller, since frames know no gazetteer. */
export type NamesActor = (token: number) => boolean;

const TESTS = new Set([
  'prt',
  'obj',
  'obl',
  'oblobj',
  'xcomp',
  'subj',
  'noobj',
  'hasobj',
  'mod',
  'ccomp',
  'objparty',
  'subjparty',
]);

/**
 * A frame from its notation: space-separated conditions such as `prt:off`, `obj:deal|accord`, `oblobj:with=talks`,
 * `!hasobj`. Throws `data` on a condition that does not exist.
 */
export function parseFrame(text: string): Frame {
  const conditions = text
    .split(/\s+/)
    .filter(Boolean)
    .map((part): Condition => {
      const negated = part.startsWith('!');
      const [test = '', value = ''] = splitOnce(negated ? part.slice(1) : part, ':');
      if (!TESTS.has(test)) {
        throw new EntenteError('data', `unknown condition '${part}' in a frame`, {
          remedy: `one of: ${[...TESTS].join(', ')}`,
        });
      }
      const [preposition, words] = test === 'oblobj' ? splitOnce(value, '=') : ['', value];
      return {
        // The set of tests was checked just above.
        test: test as Condition['test'],
        negated,
        preposition: preposition ?? '',
        words: new Set((words ?? '').split('|').filter(Boolean)),
      };
    });
  const positive = conditions.filter(({ negated }) => !negated);
  return {
    conditions,
    objects: positive.find(({ test }) => test === 'obj')?.words,
    obliques: positive.filter(({ test }) => test === 'oblobj'),
  };
}

/** A word in its sentence, as frames look at it. */
export interface Surroundings {
  readonly tree: Tree;
  readonly token: number;
  /** Absent for nouns. */
  readonly clause: Clause | undefined;
  readonly namesActor: NamesActor;
  /** Heads of what hangs on it by a preposition, once somebody has asked for them. */
  obliques: readonly number[] | undefined;
}

export function surroundings(
  tree: Tree,
  token: number,
  clause: Clause | undefined,
  namesActor: NamesActor,
): Surroundings {
  return { tree, token, clause, namesActor, obliques: undefined };
}

/** Number of conditions when all hold; −1 when one does not. */
export function matchFrame({ conditions }: Frame, around: Surroundings): number {
  for (let k = 0; k < conditions.length; k++) {
    const condition = conditions[k] as Condition;
    if (holds(condition, around) === condition.negated) return -1;
  }
  return conditions.length;
}

const NONE: readonly number[] = [];

function holds(c: Condition, around: Surroundings): boolean {
  const { tree, token, clause, namesActor } = around;
  switch (c.test) {
    case 'prt':
      return clause !== undefined && hasParticle(c.words, around, clause);
    case 'obj':
      return anyHeadIn(c.words, tree, clause?.objects ?? NONE);
    case 'subj':
      return anyHeadIn(c.words, tree, clause?.subjects ?? NONE);
    case 'hasobj':
      return (clause?.objects.length ?? 0) > 0;
    case 'noobj':
      return (clause?.objects.length ?? 0) === 0;
    case 'obl':
      for (const h of obliqueHeads(around)) if (c.words.has(prepositionOf(tree, h))) return true;
      return false;
    case 'oblobj':
      for (const h of obliqueHeads(around))
        if (prepositionOf(tree, h) === c.preposition && headIn(c.words, tree, h)) return true;
      return false;
    case 'xcomp':
      for (const x of childrenBy(tree, token, 'xcomp', 'advcl'))
        if (
          (relation(tree, x) === 'xcomp' || isInfinitive(tree, x)) &&
          (c.words.size === 0 || c.words.has(lemma(tree, x)))
        )
          return true;
      return false;
    case 'ccomp':
      return child(tree, token, 'ccomp') !== undefined;
    case 'mod': {
      for (const noun of clause === undefined ? [token] : clause.objects)
        for (const n of contained(tree, noun)) if (hasModifier(c.words, tree, n)) return true;
      return false;
    }
    case 'objparty':
      return clause?.objects.some(namesActor) ?? false;
    case 'subjparty':
      return clause?.subjects.some(namesActor) ?? false;
  }
}

function hasModifier(words: ReadonlySet<string>, tree: Tree, noun: number): boolean {
  for (const m of childrenBy(tree, noun, 'amod', 'compound', 'nmod'))
    if (words.has(lemma(tree, m)) && child(tree, m, 'case') === undefined) return true;
  return false;
}

/** Parsers often hang an infinitive that a verb asks for as if it told a purpose. */
function isInfinitive(tree: Tree, i: number): boolean {
  return childrenBy(tree, i, 'mark').some((m) => lemma(tree, m) === 'to');
}

function hasParticle(words: ReadonlySet<string>, around: Surroundings, clause: Clause): boolean {
  const { tree, token } = around;
  if (clause.particle !== undefined) return words.has(clause.particle);
  // Parsers often call a particle an adverb or a preposition: "pulled out of", "stepped down", "backed away".
  for (const k of children(tree, token))
    if (k > token && k <= token + 3 && relation(tree, k) === 'advmod' && words.has(lemma(tree, k)))
      return true;
  if (relation(tree, token + 1) !== 'case' || !words.has(lemma(tree, token + 1))) return false;
  for (const h of obliqueHeads(around)) if (child(tree, h, 'case') === token + 1) return true;
  return false;
}

function obliqueHeads(around: Surroundings): readonly number[] {
  if (around.obliques !== undefined) return around.obliques;
  const { tree, token, clause } = around;
  const own = childrenBy(tree, token, 'obl', 'nmod');
  if (clause !== undefined)
    for (const o of clause.objects) for (const n of childrenBy(tree, o, 'nmod')) own.push(n);
  around.obliques = own;
  return own;
}

/** A noun, and what it measures if it is a measure word: "a round of joint exercises". */
function contained(tree: Tree, token: number): number[] {
  return CONTAINERS.has(lemma(tree, token)) ? [token, ...childrenBy(tree, token, 'nmod')] : [token];
}

/** Whether one of the tokens is such a word: the head noun itself, or what a measure word holds ("a series of sanctions"). */
export function anyHeadIn(words: ReadonlySet<string>, tree: Tree, tokens: readonly number[]): boolean {
  for (let k = 0; k < tokens.length; k++) if (headIn(words, tree, tokens[k] as number)) return true;
  return false;
}

function headIn(words: ReadonlySet<string>, tree: Tree, token: number): boolean {
  const word = lemma(tree, token);
  if (words.has(word)) return true;
  if (!CONTAINERS.has(word) || !isNominal(tree, token)) return false;
  return childrenBy(tree, token, 'nmod').some((n) => words.has(lemma(tree, n)));
}

const CONTAINERS = new Set([
  ...[
    'series',
    'round',
    'number',
    'set',
    'range',
    'wave',
    'package',
    'lot',
    'kind',
    'sort',
    'form',
    'act',
    'variety',
  ],
  ...[
    'batch',
    'spate',
    'raft',
    'host',
    'string',
    'piece',
    'threat',
    'hundred',
    'thousand',
    'dozen',
    'couple',
    'score',
    'handful',
    'million',
    'ten',
    'half',
    'rest',
    'last',
    'most',
    'all',
    'part',
    'load',
    'barrage',
    'salvo',
  ],
]);

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
