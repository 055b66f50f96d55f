import { type Features, wordFeatures, writeFeatures } from './feats.js';
import type { ParsedSentence } from './types.js';

/**
 * UD features of every word of a parsed sentence: those of `featsOf`, and what the tree tells besides: agreement of verbs
 * with their subjects, imperatives, gerunds, passive participles, case of "it" and "you", relative pronouns.
 *
 * @returns a FEATS column, one string for each word
 */
export function featuresOf(sentence: ParsedSentence): string[] {
  const tree = treeOf(sentence);
  const features: Features[] = [];
  for (let i = 0; i < sentence.length; i++) features.push(ofWord(tree, i));
  return features.map(writeFeatures);
}

interface Tree {
  readonly sentence: ParsedSentence;
  readonly children: readonly (readonly number[])[];
}

function treeOf(sentence: ParsedSentence): Tree {
  const children: number[][] = Array.from({ length: sentence.length }, () => []);
  for (let i = 0; i < sentence.length; i++) children[sentence.heads[i] ?? -1]?.push(i);
  return { sentence, children };
}

const relation = ({ sentence }: Tree, i: number): string => sentence.deprels[i] ?? '';
const headOf = ({ sentence }: Tree, i: number): number => sentence.heads[i] ?? -1;
const lower = ({ sentence }: Tree, i: number): string => (sentence.forms[i] ?? '').toLowerCase();
const tagOf = ({ sentence }: Tree, i: number): string => sentence.xpos[i] ?? '';
/** The first of the words that word `i` is joined to by "and"; −1 where it is joined to none. It stands before it. */
const joinedTo = (tree: Tree, i: number): number =>
  relation(tree, i) === 'conj' && headOf(tree, i) < i ? headOf(tree, i) : -1;
const child = (tree: Tree, i: number, relations: RegExp): number | undefined =>
  tree.children[i]?.find((c) => relations.test(relation(tree, c)));

/** What a word's features are without its tree. */
function alone({ sentence }: Tree, i: number): Features {
  const { xpos, upos, forms, lemmas } = sentence;
  return wordFeatures(xpos[i] ?? '', upos[i] ?? 'X', forms[i] ?? '', lemmas[i] ?? '');
}

function ofWord(tree: Tree, i: number): Features {
  const upos = tree.sentence.upos[i];
  const word = alone(tree, i);
  const fixed = child(tree, i, /^fixed$/) === undefined ? {} : { ExtPos: EXTERNAL.get(relation(tree, i)) };
  if (upos === 'VERB' || upos === 'AUX') return { ...word, ...ofVerb(tree, i, word), ...fixed };
  if (upos === 'PRON' || upos === 'DET' || upos === 'ADV')
    return { ...word, ...ofPronoun(tree, i, word), ...fixed };
  return { ...word, ...fixed };
}

/** What a fixed expression is as a whole ("because of", "as well as"), by its relation. */
const EXTERNAL: ReadonlyMap<string, string> = new Map([
  ['case', 'ADP'],
  ['mark', 'SCONJ'],
  ['cc', 'CCONJ'],
  ['cc:preconj', 'CCONJ'],
  ['advmod', 'ADV'],
  ['obj', 'PRON'],
  ['obl', 'PRON'],
  ['nmod', 'PRON'],
  ['nmod:poss', 'PRON'],
]);

function ofVerb(tree: Tree, i: number, word: Features): Features {
  switch (tagOf(tree, i)) {
    case 'VBP':
    case 'VBD':
      return agreement(tree, i, word);
    case 'VB':
      return ofBase(tree, i);
    case 'VBG':
      return isGerund(tree, i) ? { Tense: undefined, VerbForm: 'Ger' } : {};
    case 'VBN':
      return isPassive(tree, i) ? { Voice: 'Pass' } : {};
    default:
      return {};
  }
}

const SUBJECT = /^nsubj(?::pass)?$/;

/** The clause that a verb belongs to is headed by itself, or by what an auxiliary or copula helps. */
function clauseOf(tree: Tree, i: number): number {
  return /^(?:aux|cop)/.test(relation(tree, i)) ? headOf(tree, i) : i;
}

/** The word that a verb agrees with: the subject, also that of the verb it is joined to; −1 where none is said. */
function subjectOf(tree: Tree, clause: number): number {
  for (let at = clause; at >= 0; ) {
    const subject = child(tree, at, SUBJECT);
    if (subject !== undefined) {
      const relative = /^W/.test(tagOf(tree, subject)) && relation(tree, at) === 'acl:relcl';
      return relative ? headOf(tree, at) : subject;
    }
    if (relation(tree, at) === 'acl:relcl') return headOf(tree, at);
    at = joinedTo(tree, at);
  }
  return -1;
}

/** The EWT gives every finite verb the number and person of its subject, though English shows few of them. */
function agreement(tree: Tree, i: number, word: Features): Features {
  const subject = subjectOf(tree, clauseOf(tree, i));
  const present = tagOf(tree, i) === 'VBP';
  const plural = present || lower(tree, i) === 'were' || lower(tree, i) === "'re";
  if (subject < 0) return { Number: word.Number ?? 'Sing', Person: word.Person ?? (present ? '1' : '3') };
  const own = alone(tree, subject);
  const person = word.Person ?? own.Person ?? '3';
  if (person === '2') return { Number: 'Sing', Person: '2' };
  if (person === '1') return { Number: own.Number ?? 'Sing', Person: '1' };
  if (word.Number !== undefined) return { Number: word.Number, Person: person };
  return { Number: plural || isPlural(tree, subject) ? 'Plur' : 'Sing', Person: person };
}

/** Plural nouns and pronouns, numbers ("two signed"), "all" and "both", and what is joined by "and". */
function isPlural(tree: Tree, subject: number): boolean {
  if (child(tree, subject, /^conj$/) !== undefined) return true;
  const { Number: number, PronType, NumType } = alone(tree, subject);
  if (number !== undefined) return number === 'Plur' || number === 'Ptan';
  return tree.sentence.upos[subject] !== 'PRON' && (PronType === 'Tot' || NumType === 'Card');
}

/** Base forms are infinitives, but imperatives where nothing goes before them, and subjunctives with a subject. */
function ofBase(tree: Tree, i: number): Features {
  if (relation(tree, i) === 'aux') return lower(tree, i) === 'do' ? IMPERATIVE : {};
  const clause = clauseOf(tree, i);
  const helpers = tree.children[clause]?.filter((c) => c !== i && /^aux/.test(relation(tree, c))) ?? [];
  const ordered = helpers.every((c) => lower(tree, c) === 'do' && tagOf(tree, c) === 'VB');
  const mark = child(tree, clause, /^mark$/);
  const subject = child(tree, clause, SUBJECT);
  if (!ordered || (mark !== undefined && tagOf(tree, mark) === 'TO')) return {};
  if (subject !== undefined && relation(tree, clause) === 'ccomp' && helpers.length === 0)
    return {
      Mood: 'Sub',
      Number: isPlural(tree, subject) ? 'Plur' : 'Sing',
      Person: alone(tree, subject).Person ?? '3',
      Tense: 'Pres',
      VerbForm: 'Fin',
    };
  if (subject !== undefined || mark !== undefined) return {};
  const rank = relation(tree, clause);
  if (rank === 'root' || rank === 'parataxis' || rank === 'ccomp') return IMPERATIVE;
  const first = joinedTo(tree, clause);
  return first >= 0 && tagOf(tree, first) === 'VB' && ofBase(tree, first).Mood === 'Imp' ? IMPERATIVE : {};
}

const IMPERATIVE: Features = { Mood: 'Imp', VerbForm: 'Fin' };

/** Clauses that stand where a noun or adjective does; participles of adverbial clauses and of tenses are none. */
function isGerund(tree: Tree, i: number): boolean {
  if (tree.sentence.upos[i] !== 'VERB' || child(tree, i, /^aux/) !== undefined) return false;
  const rank = relation(tree, i);
  const first = joinedTo(tree, i);
  if (first >= 0) return tagOf(tree, first) === 'VBG' && isGerund(tree, first);
  return !/^(?:root|advcl(?::relcl)?|acl:relcl|case|parataxis|mark|cc|discourse|fixed)$/.test(rank);
}

/** Participles are passive with a passive auxiliary or subject, and where no auxiliary makes a perfect of them. */
function isPassive(tree: Tree, i: number): boolean {
  if (tree.sentence.upos[i] !== 'VERB') return false;
  if (child(tree, i, /:pass$/) !== undefined) return true;
  if (child(tree, i, /^aux$/) !== undefined) return false;
  const first = joinedTo(tree, i);
  return first < 0 || tagOf(tree, first) !== 'VBN' || isPassive(tree, first);
}

function ofPronoun(tree: Tree, i: number, word: Features): Features {
  const form = lower(tree, i);
  const rank = relation(tree, i);
  if (tagOf(tree, i).startsWith('W') && word.PronType !== undefined)
    return { PronType: relativeOrNot(tree, i, word.PronType) };
  if (form === 'it' || form === 'you') return /^(?:obj|iobj|obl|nmod)/.test(rank) ? { Case: 'Acc' } : {};
  if (word.Reflex === 'Yes')
    return /^(?:obj|iobj|obl|nmod|conj|nsubj|root)$/.test(rank) ? {} : { PronType: 'Emp' };
  if ((form === 'each' || form === 'one') && child(tree, i, /^fixed$/) !== undefined)
    return { Number: undefined, Person: undefined, PronType: 'Rcp', ExtPos: 'PRON' };
  return {};
}

/** Relative where it stands in a relative clause or heads one ("what they want"); else asking. */
function relativeOrNot(tree: Tree, i: number, usual: string): string {
  if (tagOf(tree, i) === 'WDT' && tree.sentence.upos[i] === 'PRON') return usual;
  if (child(tree, i, /:relcl$/) !== undefined) return 'Rel';
  let at = i;
  for (let steps = 0; at >= 0 && steps < tree.sentence.length; steps++) {
    const rank = relation(tree, at);
    if (rank.endsWith(':relcl')) return 'Rel';
    if (/^(?:ccomp|csubj|root|parataxis|advcl|acl)/.test(rank)) break;
    at = headOf(tree, at);
  }
  return lower(tree, i) === 'whenever' ? usual : 'Int';
}
