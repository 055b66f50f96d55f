import { clauseExtent, type Scene, wordsOf } from './scene.js';
import {
  child,
  childrenBy,
  extent,
  head,
  isPredicate,
  lemma,
  relation,
  type Tree,
  upos,
  xpos,
} from './tree.js';

/** The words that a claim gives as its proposition, and the tokens that they rest on; end exclusive. */
export interface WholeClause {
  readonly first: number;
  readonly last: number;
  readonly text: string;
}

/** How many words before a coordinated verb its subject's clause may begin. */
const FAR = 14;
/** How many words a clause that was cut short may run on. */
const CUT = 30;

/**
 * The clause that `i` heads, widened where it would be a fragment. An infinitive or participle takes the verb that governs it
 * ("remains committed to …"), a coordinated verb without a subject of its own the clause that has it, or where that is far the
 * subject alone ("Chile … condemns the attack"); a clause that a parser cut short runs on to the next mark. Salutations stay out.
 */
export function wholeClause(scene: Scene, i: number): WholeClause {
  const { tree } = scene;
  let { first, last } = clauseExtent(tree, i);
  const that = childrenBy(tree, i, 'mark').find((m) => lemma(tree, m) === 'that');
  if (that !== undefined && that < i && that >= first) first = that + 1;
  let subject: Lead | undefined;
  const nearer = intervening(scene, i);
  if (nearer) first = nearer.first;
  for (let at = i, n = 0; n < 4 && !nearer && !hasSubject(tree, at); n++) {
    const up = head(tree, at);
    const rel = relation(tree, at);
    if (up < 0 || up > i || (rel !== 'xcomp' && rel !== 'conj')) break;
    const above = clauseExtent(tree, up).first;
    if (rel === 'conj' && i - above > FAR) {
      subject = leadOf(tree, i, up);
      break;
    }
    first = Math.min(first, above);
    at = up;
  }
  if (isNotOnly(tree, i)) last = Math.max(last, coordinatedEnd(tree, i));
  else last = beforeConjunction(tree, i, last);
  last = untilMark(tree, last);
  ({ first, last } = withinSentence(tree, i, first, last));
  ({ first, last } = balanced(tree, i, afterSalutation(tree, i, first), last));
  last = beforeRest(tree, i, last);
  const words = wordsOf(scene, first, last);
  // "…, and before that, it should act": its subject was given to another word.
  for (let k = first; k < i; k++) if (relation(tree, k) === 'nsubj') subject = undefined;
  if (subject === undefined || subject.last > first) return { first, last, text: words };
  return { first, last, text: `${wordsOf(scene, subject.first, subject.last)} … ${words}` };
}

interface Lead {
  readonly first: number;
  readonly last: number;
}

function hasSubject(tree: Tree, at: number): boolean {
  return child(tree, at, 'nsubj', 'csubj', 'nsubj:pass') !== undefined;
}

/** The subject that a coordinated verb shares, with what a bare verb shares beside it: "we must", "my country". */
function leadOf(tree: Tree, i: number, first: number): Lead | undefined {
  let at = first;
  for (let n = 0; n < 4 && !hasSubject(tree, at); n++) {
    if (!/^(conj|xcomp)$/.test(relation(tree, at)) || head(tree, at) < 0) return undefined;
    at = head(tree, at);
  }
  const subject = child(tree, at, 'nsubj', 'nsubj:pass');
  if (subject === undefined || subject > at) return undefined;
  const phrase = extent(tree, subject, (c) => /^(acl|appos|parataxis|punct)$/.test(relation(tree, c)));
  const isBare = xpos(tree, i) === 'VB' && child(tree, i, 'aux', 'mark') === undefined;
  const helper = isBare ? childrenBy(tree, at, 'aux').find((a) => a === phrase.last + 1) : undefined;
  return { first: phrase.first, last: (helper ?? phrase.last) + 1 };
}

/** "Not only is … but also": half of it says another thing than the whole. */
function isNotOnly(tree: Tree, i: number): boolean {
  return childrenBy(tree, i, 'advmod', 'aux').some(
    (c) => lemma(tree, c) === 'not' && /^(only|just|merely|simply|solely)$/.test(lemma(tree, c + 1)),
  );
}

/** "Chile has done much and, as a result, | trust has grown": the conjunction and what follows it are of the next clause. */
function beforeConjunction(tree: Tree, i: number, last: number): number {
  for (let k = i + 1; k < last; k++)
    if (relation(tree, k) === 'cc' && head(tree, k) >= last)
      return tree.sentence.forms[k - 1] === ',' ? k - 1 : k;
  return last;
}

/** Before "; none can justify that", and past ", an action that |", since no clause ends so. */
function beforeRest(tree: Tree, i: number, last: number): number {
  const { forms } = tree.sentence;
  for (let k = i + 1; k < last; k++) if (forms[k] === ';' && hasClauseBetween(tree, k, last)) return k;
  if (!DANGLING.test(forms[last - 1] ?? '')) return last;
  for (let k = last; k < tree.length && k < last + CUT; k++) if (/^[.;?!]$/.test(forms[k] ?? '')) return k;
  for (let k = last - 1; k > i && k > last - 6; k--) if (forms[k] === ',') return k;
  return last;
}

/** Words that something must follow. */
const DANGLING = /^(that|which|who|whom|why|how|of|to|the|a|an|by|with|our|its|their|his|her|my|this)$/i;

function hasClauseBetween(tree: Tree, from: number, last: number): boolean {
  for (let k = from + 1; k < last; k++)
    if (relation(tree, k) === 'nsubj' && head(tree, k) > from && !/^W/.test(xpos(tree, k))) return true;
  return false;
}

function coordinatedEnd(tree: Tree, i: number): number {
  const { last } = extent(
    tree,
    i,
    (c) => relation(tree, c) === 'parataxis' || (relation(tree, c) === 'punct' && c > i),
  );
  return last + 1;
}

/** Where a clause ends that a parser cut short: the next mark, unless what follows is another clause. */
function untilMark(tree: Tree, last: number): number {
  const next = lemma(tree, last);
  if (last >= tree.length || upos(tree, last) === 'CCONJ') return last;
  if (upos(tree, last) === 'PUNCT') return afterComma(tree, last);
  // "Distorts | history": an object that the parser lost.
  if (upos(tree, last - 1) === 'VERB' && /^(NOUN|PROPN|DET|ADJ|NUM)$/.test(upos(tree, last)))
    return endAt(tree, last, (k) => upos(tree, k) === 'CCONJ' || isMark(tree, k));
  // "The confidence in the Council | has grown": a verb that the parser gave to another.
  if (upos(tree, last) === 'AUX') return endAt(tree, last, (k) => isMark(tree, k));
  // What is said of the last word belongs to it; another clause does not.
  if (
    !/^(VERB|ADP|SCONJ|PRON|ADV)$/.test(upos(tree, last)) ||
    /^(while|although|because|since|so)$/.test(next)
  )
    return last;
  return endAt(tree, last, (k) => isMark(tree, k));
}

/**
 * "The initiative, | launched in Oslo, which …" and "…, because Chile, | is still …": a participle of the last noun, and a verb
 * whose subject stands before the comma.
 */
function afterComma(tree: Tree, last: number): number {
  if (tree.sentence.forms[last] !== ',') return last;
  const next = last + 1;
  const isParticiple =
    isPredicate(tree, next) &&
    /^VB[ND]$/.test(xpos(tree, next)) &&
    !hasSubject(tree, next) &&
    isNounBefore(tree, last);
  const isCut = upos(tree, next) === 'AUX' && head(tree, next) > next && !hasSubjectAfter(tree, next);
  if (!isParticiple && !isCut) return last;
  const end = endAt(
    tree,
    next,
    (k) => isMark(tree, k) && (tree.sentence.forms[k] !== ',' || isClauseAfter(tree, k)),
  );
  return end > next ? end : last;
}

function isNounBefore(tree: Tree, comma: number): boolean {
  return /^(NOUN|PROPN|NUM)$/.test(upos(tree, comma - 1));
}

function hasSubjectAfter(tree: Tree, helper: number): boolean {
  return childrenBy(tree, head(tree, helper), 'nsubj', 'csubj', 'expl').some((s) => s > helper);
}

/** Whether a comma parts clauses: after it comes a conjunction, or words with a subject of their own. */
function isClauseAfter(tree: Tree, comma: number): boolean {
  return /^(CCONJ|PRON|SCONJ)$/.test(upos(tree, comma + 1)) && !/^W/.test(xpos(tree, comma + 1));
}

function endAt(tree: Tree, last: number, isEnd: (k: number) => boolean): number {
  for (let k = last; k < tree.length && k < last + CUT; k++) if (isEnd(k)) return k;
  return last;
}

function isMark(tree: Tree, k: number): boolean {
  return /^[.,;:!?—–)]$/.test(tree.sentence.forms[k] ?? '');
}

/** Between a full stop that closes a quotation or reference and the next: "…as legal.” (resolution 2625) | Chile adheres …". */
function withinSentence(tree: Tree, i: number, first: number, last: number): Lead {
  const { forms } = tree.sentence;
  let from = first;
  let to = last;
  for (let k = first; k < last - 1; k++) {
    if (!/^[.?!]$/.test(forms[k] ?? '') || !/^[”"’)]$/.test(forms[k + 1] ?? '')) continue;
    if (k < i) from = afterReference(tree, i, k + 2);
    else if (to > k) to = k;
  }
  return { first: from, last: to };
}

/** Past "(resolution 2625)". */
function afterReference({ sentence }: Tree, i: number, first: number): number {
  if (sentence.forms[first] !== '(') return first;
  let depth = 0;
  for (let k = first; k < i; k++) {
    if (sentence.forms[k] === '(') depth++;
    else if (sentence.forms[k] === ')' && --depth === 0) return k + 1;
  }
  return first;
}

/** Past "Mr. President, Excellencies," and a list's number. */
function afterSalutation(tree: Tree, i: number, first: number): number {
  const { forms } = tree.sentence;
  let from = first;
  for (let k = first; k < i; k++) {
    if (!/^[,.!:]$/.test(forms[k] ?? '') || /^mr$/i.test(forms[k - 1] ?? '')) continue;
    const words = forms.slice(from, k).join(' ');
    if (!SALUTATION.test(words)) break;
    from = k + 1;
  }
  return from;
}

const SALUTATION =
  /^(?:and )?(?:(?:your |their )?excellenc(?:y|ies)|ladies(?: and gentlemen)?|gentlemen|(?:dear |distinguished |esteemed |my )*(?:friends?|colleagues?|delegates?|representatives?|participants?|guests?|brothers and sisters)|(?:honourable |honorable )?(?:mr ?\.?|mrs ?\.?|ms ?\.?|madam|mister|sir|madame)(?: (?:president|chair(?:man|person|woman)?|speaker|secretary ?[-–]? ?general|moderator))*(?: of the (?:general )?assembly)?|members of the (?:general )?assembly)(?: and (?:your )?(?:excellencies|ladies|gentlemen|colleagues|friends))*$/i;

/** Brackets come in pairs: the other one is taken along, or what stands outside of the clause is left out. */
function balanced(tree: Tree, i: number, first: number, last: number): Lead {
  const { forms } = tree.sentence;
  let open: number[] = [];
  let from = first;
  for (let k = first; k < last; k++) {
    if (forms[k] === '(') open.push(k);
    else if (forms[k] === ')') {
      if (open.length > 0) open.pop();
      else if (k < i) {
        from = k + 1;
        open = [];
      }
    }
  }
  const [bracket] = open;
  if (bracket === undefined) return { first: from, last };
  for (let k = last; k < tree.length && k < last + 4; k++)
    if (forms[k] === ')') return { first: from, last: k + 1 };
  return bracket > i ? { first: from, last: bracket } : { first: from, last };
}

/** "Iraq invaded Kuwait, and Peru, like others, condemns it": a party between the two verbs is the subject of the second. */
export function intervening({ tree, cast }: Scene, i: number) {
  if (relation(tree, i) !== 'conj' || child(tree, i, 'nsubj') !== undefined) return undefined;
  const { forms } = tree.sentence;
  const joined = child(tree, i, 'cc');
  return cast.mentions.find(
    (m) =>
      m.kind === 'party' &&
      m.last < i &&
      forms[m.last] === ',' &&
      (m.first - 1 === joined ||
        // The parser may have joined it to the object before.
        (m.first > head(tree, i) && lemma(tree, m.first - 1) === 'and' && forms[i - 1] === ',')),
  );
}
