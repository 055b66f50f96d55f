import { sectorOf, stateOf } from '../../gazetteer/index.js';
import type { Actor } from '../cast.js';
import { clauseOf } from '../clause.js';
import { ownVoice } from '../own-voice.js';
import { clauseExtent, clausePassage, type Made, refs, type Scene, wordsOf } from '../scene.js';
import { child, childrenBy, head, isPredicate, lemma, relation, type Tree, upos, xpos } from '../tree.js';
import { dueOf } from './deadlines.js';
import { bindable } from './obligors.js';

export type Commitment = Made<'commitment'>;

/** A promised act: the verb, and what is coordinated with it and shares its object ("educate and inform"). */
export interface Promised {
  readonly verb: number;
  readonly last: number;
}

/** The acts that one promise names: "to hold talks and to open a hotline" are two, "educate and inform our people" is one. */
export function promisedActs(tree: Tree, verb: number): Promised[] {
  const acts: Promised[] = [];
  // "will be open, inclusive and fair": one state of things.
  if (child(tree, verb, 'cop') !== undefined)
    return [
      {
        verb,
        last: childrenBy(tree, verb, 'conj').findLast((c) => child(tree, c, 'nsubj') === undefined) ?? verb,
      },
    ];
  const verbs = [verb, ...childrenBy(tree, verb, 'conj').filter((c) => isBareAct(tree, c))];
  let lead: number | undefined;
  for (const [i, at] of verbs.entries()) {
    const shares = i < verbs.length - 1 && upos(tree, at) === 'VERB' && !hasComplement(tree, at, verbs);
    if (shares) {
      lead ??= at;
      continue;
    }
    acts.push({ verb: lead ?? at, last: at });
    lead = undefined;
  }
  return acts;
}

/** A coordinated verb without a subject or an auxiliary of its own. */
export function isBareAct(tree: Tree, i: number): boolean {
  return (
    upos(tree, i) === 'VERB' &&
    /^VB[GP]?$/.test(xpos(tree, i)) &&
    child(tree, i, 'nsubj', 'aux', 'cop', 'expl') === undefined
  );
}

function hasComplement(tree: Tree, verb: number, verbs: readonly number[]): boolean {
  return childrenBy(tree, verb, 'obj', 'iobj', 'obl', 'xcomp', 'ccomp', 'advcl', 'compound:prt').some(
    (c) => c > verb && !verbs.includes(c),
  );
}

/**
 * A commitment to `act`.
 *
 * @param outer the predicate that makes the promise; the passage is its clause
 */
export function commitment(
  scene: Scene,
  outer: number,
  act: Promised,
  obligors: readonly Actor[],
  confidence: number,
): Commitment {
  const { tree } = scene;
  const own = clauseExtent(tree, act.verb);
  const last = closed(tree, own.first, Math.max(own.last, clauseExtent(tree, act.last).last));
  const first = isOthers(scene, act.verb, obligors) ? own.first : trimmed(tree, own.first, act.verb);
  const voice = ownVoice(scene, outer);
  const due = dueOf(scene, outer, act.verb, own.first, last);
  return {
    kind: 'commitment',
    obligors: refs(scene, obligors),
    beneficiaries: refs(scene, beneficiariesOf(scene, outer, act, obligors)),
    action: wordsOf(scene, first, last),
    areas: areasOf(scene, first, last),
    ...(due === undefined ? {} : { due: due.date, dueBasis: due.basis }),
    passages: [clausePassage(scene, outer)],
    speaker: voice.speaker,
    attribution: [...voice.attribution],
    modality:
      voice.attribution.find((a) => a.modality === 'alleged' || a.modality === 'denied')?.modality ??
      'asserted',
    confidence,
  };
}

/** "agreed that Myanmar would chair it": whose act it is belongs to what is promised. */
function isOthers(scene: Scene, verb: number, obligors: readonly Actor[]): boolean {
  const subject = child(scene.tree, verb, 'nsubj');
  if (subject === undefined || relation(scene.tree, verb) !== 'ccomp') return false;
  if (upos(scene.tree, subject) === 'PRON') return false;
  return !bindable(scene, [subject]).some((a) => obligors.some((o) => stateOf(o.party) === stateOf(a.party)));
}

/** With the bracket or mark that closes what the clause has opened. */
function closed({ sentence }: Tree, first: number, last: number): number {
  const next = sentence.forms[last];
  const open = next === ')' ? '(' : next === '”' ? '“' : undefined;
  return open !== undefined && sentence.forms.slice(first, last).includes(open) ? last + 1 : last;
}

const TOWARDS = new Set(['to', 'for', 'with']);
/** Of these the object is not the one that the act is for. */
const AGAINST = new Set([
  ...[
    'leave',
    'quit',
    'exit',
    'pressure',
    'condemn',
    'oppose',
    'fight',
    'attack',
    'sanction',
    'counter',
    'resist',
  ],
  ...['defeat', 'punish', 'confront', 'join', 'denounce', 'destroy', 'deter', 'isolate', 'make', 'propose'],
]);

/** To whom or with whom it is done: parties that the act names, not what merely qualifies a thing. */
function beneficiariesOf(scene: Scene, outer: number, act: Promised, obligors: readonly Actor[]): Actor[] {
  const { tree } = scene;
  const named: number[] = [];
  // "promised aid to Nepal": what is promised is a noun, and to whom stands beside it.
  const own = isPredicate(tree, act.verb) ? act.last : outer;
  for (
    let at: number | undefined = own, n = 0;
    at !== undefined && n < 3;
    at = child(tree, at, 'xcomp'), n++
  ) {
    const clause = clauseOf(tree, at);
    const objects = AGAINST.has(lemma(tree, at)) ? [] : clause.objects;
    const obliques = clause.obliques.filter((o) => TOWARDS.has(o.preposition)).map((o) => o.head);
    named.push(
      ...clause.indirect,
      ...objects,
      ...obliques,
      ...clause.objects.flatMap((o) => within(tree, o, 2)),
    );
    if (own === outer) break;
  }
  const actors = bindable(
    scene,
    named.filter((token) => !/^(it|they|we|i)$/.test(lemma(tree, token))),
  );
  return actors.filter(
    (b) => sectorOf(b.party) !== 'REL' && !obligors.some((o) => stateOf(o.party) === stateOf(b.party)),
  );
}

/** Phrases with "to", "for", "with" inside a noun's: "the partnership of mutual benefit with Japan". */
function within(tree: Tree, noun: number, depth: number): number[] {
  if (depth === 0) return [];
  return childrenBy(tree, noun, 'nmod').flatMap((n) => [
    ...(TOWARDS.has(lemma(tree, child(tree, n, 'case') ?? n)) ? [n] : []),
    ...within(tree, n, depth - 1),
  ]);
}

/** The action without its subject, auxiliaries, list number and "to": "lift the tariffs"; a negation stays. */
function trimmed(tree: Tree, first: number, action: number): number {
  const negation = negationBefore(tree, action);
  if (negation !== undefined) return negation;
  let from = first;
  for (let k = first; k < action; k++) {
    const rel = head(tree, k) === action ? relation(tree, k) : '';
    if (['nsubj', 'aux', 'mark', 'case', 'cc'].includes(rel)) from = k + 1;
    else if (k === from && (upos(tree, k) === 'PUNCT' || isListMark(tree, k))) from = k + 1;
  }
  while (from < action && (upos(tree, from) === 'PUNCT' || CONNECTIVE.has(lemma(tree, from)))) from++;
  return from;
}

const ORDINAL = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|final|last)(?:ly)?$/;
const CONNECTIVE = new Set([
  'also',
  'therefore',
  'thus',
  'hence',
  'then',
  'moreover',
  'accordingly',
  'however',
]);

/** "First,", "(a)", "3." before what is promised. */
function isListMark(tree: Tree, token: number): boolean {
  if (upos(tree, token + 1) !== 'PUNCT') return false;
  return ORDINAL.test(lemma(tree, token)) || /^(?:\d{1,2}|[a-h]|[ivx]{1,4})$/.test(lemma(tree, token));
}

/** Where the action begins when it is denied: "never seek", "won't extract", "not going to wait", "nor will we bully". */
function negationBefore(tree: Tree, action: number): number | undefined {
  const going = relation(tree, action) === 'xcomp' && lemma(tree, head(tree, action)) === 'go';
  const at = going ? head(tree, action) : action;
  for (const c of [...childrenBy(tree, at, 'advmod', 'aux', 'cc')].sort((a, b) => a - b)) {
    if (c > action) continue;
    const word = lemma(tree, c);
    // "wo" "n't": the word is not cut.
    if (/^n[’']?t$/.test(tree.sentence.forms[c] ?? '')) return c - 1;
    if (/^(?:not|never|neither|nor|no)$/.test(word)) return c;
    // "still less will we bully"
    if (word === 'less') return lemma(tree, c - 1) === 'still' || lemma(tree, c - 1) === 'much' ? c - 1 : c;
  }
  return undefined;
}

/** Longest run of words that is one term of data/areas.tsv: "freedom of navigation". */
const LONGEST_TERM = 3;

/**
 * Areas of policy that words of the action name, in the order of the text. The longest term wins; `-` is none
 * ("international community"), names of parties are none, and verbs are none ("exchange views").
 */
export function areasOf(scene: Scene, first: number, last: number): string[] {
  const { tree, cast, lexicon } = scene;
  const areas = new Set<string>();
  const areaOf = (words: readonly string[], from: number, n: number) =>
    lexicon.areas.get(
      words
        .slice(from, from + n)
        .join('-')
        .replace(/-+/g, '-')
        .toLowerCase(),
    );
  for (let i = first; i < last; ) {
    let taken = 1;
    if (!isName(cast, tree, i))
      for (let n = Math.min(LONGEST_TERM, last - i); n >= 1; n--) {
        if (n === 1 && !/^(?:NOUN|PROPN|ADJ)$/.test(upos(tree, i))) break;
        const area = areaOf(tree.lemmas, i, n) ?? areaOf(tree.sentence.forms, i, n);
        if (area === undefined) continue;
        if (area !== '-') areas.add(area);
        taken = n;
        break;
      }
    i += taken;
  }
  return [...areas];
}

function isName({ partyAt, instrumentAt, placeAt }: Scene['cast'], tree: Tree, i: number): boolean {
  return upos(tree, i) === 'PROPN' && [partyAt, instrumentAt, placeAt].some((at) => (at[i] ?? -1) >= 0);
}

/** Whether a clause with a subject of its own tells what will be done, not how things are. */
export function tellsOfFuture(tree: Tree, i: number): boolean {
  if (!isPredicate(tree, i)) return false;
  const { future, modal } = clauseOf(tree, i);
  return future || modal === 'would' || modal === 'should' || xpos(tree, i) === 'VB';
}
