import { dayRange } from '../record/index.js';
import { actorsOf } from './actors.js';
import type { Actor } from './cast.js';
import { type Clause, clauseOf } from './clause.js';
import type { DateMention } from './dates.js';
import {
  clauseExtent,
  clausePassage,
  dateAt,
  type Made,
  refs,
  type Scene,
  voiceOf,
  wordsOf,
} from './scene.js';
import { child, childrenBy, head, isPredicate, lemma, relation, type Tree, upos, xpos } from './tree.js';

type Commitment = Made<'commitment'>;

/** "pledged to", "is committed to", "promised that": reported or made, these bind whoever is the subject. */
const PROMISING = new Set(['pledge', 'promise', 'vow', 'commit', 'undertake', 'agree', 'guarantee', 'swear']);
/** "is ready to", "is determined to". */
const WILLING = new Set(['ready', 'willing', 'determined', 'committed', 'resolved', 'prepared', 'dedicated']);
/** Nouns that carry a promise: "a commitment to", "its pledge to". */
const PROMISES = new Set(['commitment', 'pledge', 'promise', 'undertaking', 'determination']);
/** Verbs of which the future is no promise: "it will be", "this will bring". */
const STATES = new Set([
  'be',
  'have',
  'need',
  'see',
  'know',
  'face',
  'suffer',
  'benefit',
  'depend',
  'lose',
  'become',
  'seem',
  'remember',
  'find',
  'like',
]);

/**
 * What parties bind themselves to. The obligor speaks ("we will", "China will never"), or is reported promising;
 * what a text expects of others is a claim.
 */
export function commitmentsOf(scene: Scene): Commitment[] {
  const { tree } = scene;
  const found: Commitment[] = [];
  for (let i = 0; i < tree.length; i++) {
    const made = isPredicate(tree, i)
      ? promiseAt(scene, i)
      : PROMISES.has(lemma(tree, i))
        ? promiseNoun(scene, i)
        : undefined;
    if (made) found.push(made);
  }
  return found;
}

function promiseAt(scene: Scene, i: number): Commitment | undefined {
  const { tree } = scene;
  const clause = clauseOf(tree, i);
  const word = lemma(tree, i);
  if (underCondition(tree, i) || relation(tree, i) === 'acl') return undefined;
  if (PROMISING.has(word) || (WILLING.has(word) && (upos(tree, i) === 'ADJ' || upos(tree, i) === 'VERB'))) {
    const action = actionOf(tree, i);
    if (action === undefined || clause.negated) return undefined;
    const obligors = namedParties(actorsOf(scene.cast, subjectsOf(clause)));
    return obligors.length === 0
      ? undefined
      : commitment(scene, i, action, obligors, WILLING.has(word) && word !== 'committed' ? 0.6 : 0.75);
  }
  if (clause.future && !clause.passive && !STATES.has(word)) {
    const obligors = namedParties(actorsOf(scene.cast, clause.subjects));
    const own = obligors.filter((o) => isOwnVoice(scene, i, o));
    return own.length === 0 ? undefined : commitment(scene, i, i, own, 0.7);
  }
  return goalAt(scene, i, clause) ?? programme(scene, i, clause);
}

/** A list of what is to be done, without a subject: "Second, foster new highlights of cooperation." */
function programme(scene: Scene, i: number, clause: Clause): Commitment | undefined {
  const { tree, document } = scene;
  const speaker = document.speaker;
  const rel = relation(tree, i);
  const bare =
    (xpos(tree, i) === 'VB' || xpos(tree, i) === 'VBP') &&
    (rel === 'root' || (rel === 'conj' && head(tree, i) === tree.root));
  if (
    speaker === undefined ||
    !bare ||
    clause.subjects.length > 0 ||
    clause.modal !== undefined ||
    clause.future
  ) {
    return undefined;
  }
  if (lemma(tree, i) === 'let' || childrenBy(tree, i, 'obj').length === 0) return undefined;
  for (const at of [i, tree.root])
    if (childrenBy(tree, at, 'aux', 'mark', 'nsubj', 'expl').length > 0) return undefined;
  const made = commitment(scene, i, i, [{ party: speaker, first: i, last: i + 1, confidence: 0.5 }], 0.5);
  return { ...made, obligors: [{ party: speaker }], modality: 'proposed' };
}

const GOALS = new Set([
  'vision',
  'goal',
  'target',
  'plan',
  'roadmap',
  'blueprint',
  'deadline',
  'objective',
  'timetable',
]);
const SETTING = new Set([
  'formulate',
  'set',
  'adopt',
  'announce',
  'agree',
  'outline',
  'unveil',
  'draw',
  'lay',
  'endorse',
  'approve',
]);

/** "formulated a vision for a community by 2020": a goal that a party sets itself, with a date. */
function goalAt(scene: Scene, i: number, clause: Clause): Commitment | undefined {
  if (!SETTING.has(lemma(scene.tree, i))) return undefined;
  const goal = clause.objects.find((o) => GOALS.has(lemma(scene.tree, o)));
  const due = goal === undefined ? undefined : dateAt(scene, i, ['by']);
  if (goal === undefined || due === undefined) return undefined;
  const obligors = namedParties(actorsOf(scene.cast, clause.subjects));
  if (obligors.length === 0) return undefined;
  return { ...commitment(scene, i, goal, obligors, 0.6), due: due.date, dueBasis: due.basis };
}

function promiseNoun(scene: Scene, i: number): Commitment | undefined {
  const { tree } = scene;
  const action = childrenBy(tree, i, 'acl').find((c) => xpos(tree, c) === 'VB');
  if (action === undefined) return undefined;
  const owners = childrenBy(tree, i, 'nmod:poss');
  const up = head(tree, i);
  const subjects =
    owners.length > 0 ? owners : up >= 0 && isPredicate(tree, up) ? clauseOf(tree, up).subjects : [];
  const obligors = namedParties(actorsOf(scene.cast, subjects));
  return obligors.length === 0
    ? undefined
    : commitment(scene, up >= 0 && isPredicate(tree, up) ? up : i, action, obligors, 0.65);
}

/** The promised clause: infinitive, that-clause, or gerund after "to". */
function actionOf(tree: Tree, i: number): number | undefined {
  const clause =
    child(tree, i, 'xcomp', 'ccomp') ??
    childrenBy(tree, i, 'advcl').find(
      (c) => child(tree, c, 'mark') !== undefined && (xpos(tree, c) === 'VB' || xpos(tree, c) === 'VBG'),
    );
  if (clause !== undefined) return clause;
  const oblique = childrenBy(tree, i, 'obl').find((o) => lemma(tree, child(tree, o, 'case') ?? o) === 'to');
  return oblique ?? child(tree, i, 'obj');
}

function subjectsOf(clause: Clause): readonly number[] {
  return clause.passive && clause.subjects.length === 0 ? clause.objects : clause.subjects;
}

/** Whether the party speaks here: it is the document's speaker, or whoever is quoted. */
function isOwnVoice(scene: Scene, i: number, obligor: Actor): boolean {
  const party = principal(obligor.party);
  if (scene.document.speaker !== undefined && principal(scene.document.speaker) === party) return true;
  return voiceOf(scene, i).attribution.some((a) => principal(a.party) === party);
}

function principal(party: string): string {
  return party.replace(/(?<=[^-])\/.*$/, '');
}

function namedParties(actors: readonly Actor[]): Actor[] {
  return actors.filter((a) => !a.party.startsWith('-'));
}

function underCondition(tree: Tree, i: number): boolean {
  return childrenBy(tree, i, 'mark').some((m) => ['if', 'unless', 'whether'].includes(lemma(tree, m)));
}

function commitment(
  scene: Scene,
  outer: number,
  action: number,
  obligors: readonly Actor[],
  confidence: number,
): Commitment {
  const { tree } = scene;
  const { first, last } = clauseExtent(tree, action);
  const from = trimmed(tree, first, action);
  const voice = voiceOf(scene, outer);
  const due = dateAt(scene, action, ['by', 'at']);
  const clause = clauseOf(tree, action);
  const beneficiaries = namedParties(
    actorsOf(scene.cast, [
      ...clause.objects,
      ...clause.indirect,
      ...clause.obliques.filter((o) => BENEFIT.has(o.preposition)).map((o) => o.head),
    ]),
  ).filter((b) => !obligors.some((o) => principal(o.party) === principal(b.party)));
  const today = scene.document.delivered ?? scene.document.published;
  const future = due && fallsDue(due, today) ? due : undefined;
  return {
    kind: 'commitment',
    obligors: refs(scene, obligors),
    beneficiaries: refs(scene, beneficiaries),
    action: wordsOf(scene, from, last),
    areas: areasOf(scene, first, last),
    ...(future === undefined ? {} : { due: future.date, dueBasis: future.basis }),
    passages: [clausePassage(scene, outer)],
    speaker: voice.speaker,
    attribution: [...voice.attribution],
    modality:
      voice.attribution.find((a) => a.modality === 'alleged' || a.modality === 'denied')?.modality ??
      'asserted',
    confidence,
  };
}

/** A deadline, or a day after the document's; the day of the meeting at which it was promised is neither. */
function fallsDue(due: DateMention, today: string | undefined): boolean {
  const known = today === undefined ? undefined : dayRange(today);
  const last = dayRange(due.date)?.last;
  if (!known || last === undefined) return due.role === 'by';
  return due.role === 'by'
    ? last >= known.first
    : last > known.last || (due.date.length < (today ?? '').length && last >= known.last);
}

const BENEFIT = new Set(['to', 'for', 'with']);

/** The action without its subject, auxiliaries and "to": "lift the tariffs". */
function trimmed(tree: Tree, first: number, action: number): number {
  const negation = childrenBy(tree, action, 'advmod').find(
    (c) => c < action && /^(not|never)$/.test(lemma(tree, c)),
  );
  if (negation !== undefined) return negation;
  let from = first;
  for (let k = first; k < action; k++) {
    const rel = relation(tree, k);
    const top = head(tree, k) === action ? rel : '';
    if (top === 'nsubj' || top === 'aux' || top === 'mark' || top === 'case' || top === 'cc') from = k + 1;
  }
  return from;
}

/** Areas of policy that words of the action name. */
export function areasOf(scene: Scene, first: number, last: number): string[] {
  const areas = new Set<string>();
  for (let i = first; i < last; i++) {
    const area = scene.lexicon.areas.get(lemma(scene.tree, i));
    if (area !== undefined) areas.add(area);
  }
  return [...areas];
}
