import { child, children, childrenBy, head, lemma, relation, type Tree, upos, xpos } from './tree.js';

/** A clause that states something: no infinitive, participle or relative clause, nor what is coordinated with one. */
export function isStated(tree: Tree, i: number): boolean {
  const up = head(tree, i);
  if (relation(tree, i) !== 'root' && isAdverbial(tree, i)) return false;
  if (isRelative(tree, i) || isSubjunctive(tree, i)) return false;
  switch (relation(tree, i)) {
    case 'conj':
      return child(tree, i, 'nsubj') !== undefined || (!isNonfinite(tree, i) && isStated(tree, up));
    case 'root':
    case 'parataxis':
      return true;
    case 'ccomp':
      // "It is vital to restore peace, support Chile": cut loose from the infinitive before it.
      return (
        !UNREAL.has(lemma(tree, up)) && (xpos(tree, i) !== 'VB' || child(tree, i, 'nsubj') !== undefined)
      );
    case 'xcomp':
      return PERFORMS.has(lemma(tree, up)) && isStated(tree, up);
    case 'advcl':
      // "because they are dangerous": only the sentence before tells who.
      return (
        childrenBy(tree, i, 'nsubj').some((s) => upos(tree, s) !== 'PRON' || lemma(tree, s) !== 'they') &&
        childrenBy(tree, i, 'mark').some((m) => /^(while|although|though|because)$/.test(lemma(tree, m)))
      );
    default:
      return false;
  }
}

/** "Where the League had failed", "this explains why the Council acted": parsers may coordinate them with a statement. */
function isAdverbial(tree: Tree, i: number): boolean {
  for (const c of children(tree, i)) {
    if (c >= i) continue;
    const rel = relation(tree, c);
    if ((rel === 'advmod' || rel === 'mark') && ADVERBIAL.has(lemma(tree, c))) return true;
  }
  return false;
}

const ADVERBIAL = new Set(['why', 'where', 'when', 'how', 'wherever', 'whenever']);

/** "…, and to whom we convey our support": a relative clause, even where a parser coordinates it. */
function isRelative(tree: Tree, i: number): boolean {
  const subject = child(tree, i, 'nsubj') ?? i;
  for (const c of children(tree, i)) {
    if (c >= subject) continue;
    const rel = relation(tree, c);
    if ((rel === 'obl' || rel === 'obj') && xpos(tree, c).startsWith('W')) return true;
  }
  return false;
}

/** "We ask that Chile honour its promises": what is asked for shows no person. */
function isSubjunctive(tree: Tree, i: number): boolean {
  const tag = xpos(tree, i);
  if ((tag !== 'VB' && tag !== 'VBP') || child(tree, i, 'aux', 'cop') !== undefined) return false;
  if (!childrenBy(tree, i, 'mark').some((m) => lemma(tree, m) === 'that')) return false;
  const subject = child(tree, i, 'nsubj');
  return (
    subject !== undefined && /^NNP?$/.test(xpos(tree, subject)) && child(tree, subject, 'conj') === undefined
  );
}

/**
 * "He means to reform the Council, enhance its role and support peace": the bare verbs go with the infinitive before them, even where
 * a parser coordinates them with the verb of the clause.
 */
function isOfInfinitives(tree: Tree, i: number): boolean {
  if (!/^VBP?$/.test(xpos(tree, i)) || child(tree, i, 'aux', 'cop', 'mark') !== undefined) return false;
  const first = firstConjunct(tree, i);
  // "hopes to work …, adhere to": the person of the verb before tells.
  if (xpos(tree, first) === 'VBZ') return true;
  // "We joined it in 1945 and support its law" does support it.
  if (xpos(tree, first) === 'VBD' && xpos(tree, i) === 'VB') return true;
  if (xpos(tree, first) !== 'VBD' && (xpos(tree, i) !== 'VB' || xpos(tree, first) !== 'VBP')) return false;
  for (let k = first + 1; k < i; k++) if (isInfinitive(tree, k)) return true;
  return false;
}

/** What shows no tense of its own beside a verb that does: "takes steps, … constantly defending". */
function isNonfinite(tree: Tree, i: number): boolean {
  const isParticiple = xpos(tree, i) === 'VBG' && child(tree, i, 'aux', 'cop') === undefined;
  return (isParticiple && xpos(tree, head(tree, i)) !== 'VBG') || isOfInfinitives(tree, i);
}

function isInfinitive(tree: Tree, k: number): boolean {
  return xpos(tree, k) === 'VB' && xpos(tree, k - 1) === 'TO';
}

/** The verb that a list of bare verbs is coordinated with. */
function firstConjunct(tree: Tree, i: number): number {
  let at = i;
  for (let n = 0; n < 4 && relation(tree, at) === 'conj'; n++) {
    if (at !== i && child(tree, at, 'nsubj', 'aux') !== undefined) break;
    at = head(tree, at);
  }
  return at;
}

/** What is hoped, asked for or made sure of is not said to be so. */
const UNREAL = new Set([
  ...['hope', 'wish', 'hopeful', 'ask', 'urge', 'ensure', 'request', 'demand', 'pray', 'trust', 'expect'],
  ...['require', 'suggest', 'propose', 'recommend', 'confident', 'deny', 'doubt', 'mean', 'wonder', 'see'],
  ...['optimistic', 'fear', 'imagine', 'suppose', 'pretend', 'appeal', 'call', 'insist', 'desire', 'know'],
]);

/** What a speaker says of saying it: "I should like to reaffirm", "we continue to support", "let me welcome". */
const PERFORMS = new Set([
  'like',
  'wish',
  'want',
  'continue',
  'let',
  'join',
  'take',
  'allow',
  'permit',
  'love',
  'remain',
  'stay',
]);
