import { actorsOf } from './actors.js';
import type { Actor } from './cast.js';
import { clauseOf, prepositionOf } from './clause.js';
import { direct, isOther, isSeveral } from './concerned.js';
import type { Placed } from './measure.js';
import { topOf } from './measured.js';
import { isNamed, toPrincipal } from './named.js';
import type { Scene } from './scene.js';
import { child, childrenBy, head, isPredicate, lemma, relation, type Tree, upos, xpos } from './tree.js';

/** Subjects of the clause, or of the one above it where it has none of its own. Sources of figures do not act. */
export function actingAt(scene: Scene, at: Placed): Actor[] {
  const { tree } = scene;
  for (let i = at.predicate, n = 0; i >= 0 && n < 3; i = head(tree, i), n++) {
    if (!isPredicate(tree, i)) continue;
    // "Chile's commitment to cut emissions": the owner of the commitment cuts.
    const plan = planOver(tree, i);
    // "our collective commitment": of many.
    if (plan !== undefined && isOther(tree, plan)) return [];
    const owners = plan === undefined ? [] : plannersOf(scene, plan, i);
    if (owners.length > 0) return CALLS.has(lemma(tree, plan ?? -1)) ? [] : owners;
    // "supported the decision to issue": whoever supports it does not issue.
    if (plan !== undefined && relation(tree, i) !== 'acl' && KNOWS.has(lemma(tree, head(tree, i)))) return [];
    // "appreciation to Chile for doubling": not who appreciates it.
    const thanked = childrenBy(tree, i, 'mark', 'case').some((m) => lemma(tree, m) === 'for');
    if (thanked && child(tree, i, 'nsubj') === undefined) return [];
    // "the decision of the board to give", "the target of giving": nobody is named who gives.
    if (
      relation(tree, i) === 'acl' &&
      (xpos(tree, i) === 'VB' || child(tree, i, 'mark', 'case') !== undefined) &&
      !childrenBy(tree, i, 'nsubj').length
    )
      return [];
    // "The Bank estimated losses at", "we deplore the death of": whoever knows or says it.
    const withIt = lemma(tree, i) === 'support' && prepositionOf(tree, topOf(tree, at)) === 'with';
    // Who welcomes people takes them in.
    const takesIn =
      lemma(tree, i) === 'welcome' && /^(refugees|migrants|people|families|households)$/.test(at.figure.unit);
    if (
      KNOWS.has(lemma(tree, i)) &&
      !withIt &&
      !takesIn &&
      !(n > 0 && /^(xcomp|conj)$/.test(relation(tree, at.predicate)))
    )
      return [];
    // "to alleviate a crisis, affecting 20 million people": not who alleviates it.
    if (
      relation(tree, i) === 'advcl' &&
      xpos(tree, i) === 'VBG' &&
      /^(affect|threaten|displace)$/.test(lemma(tree, i))
    )
      return [];
    const clause = clauseOf(tree, i);
    // "called upon the developed countries to give": whoever calls does not give.
    const up = orderOver(tree, i);
    if (
      up >= 0 &&
      relation(tree, i) !== 'conj' &&
      (ORDERS.has(lemma(tree, up)) ||
        (lemma(tree, up) === 'commit' &&
          clauseOf(tree, up).objects.some((o) => o < i && upos(tree, o) !== 'PRON'))) &&
      child(tree, i, 'nsubj') === undefined
    ) {
      const asked = clauseOf(tree, up);
      const called = asked.obliques.filter((o) => /^(on|upon|to)$/.test(o.preposition)).map((o) => o.head);
      const isCall = /^(call|appeal)$/.test(lemma(tree, up)) && called.length > 0;
      const bidden = !isCall && (asked.passive || asked.objects.length > 0) ? asked.objects : called;
      return actorsOf(scene.cast, bidden).filter(isNamed).map(toPrincipal);
    }
    const subjects = clause.passive ? [...clause.subjects, ...clause.objects] : clause.subjects;
    if (subjects.some((s) => !agrees(tree, s, i))) return [];
    const acting = actorsOf(
      scene.cast,
      subjects.filter(
        (s) =>
          (s < at.first || s >= at.last) &&
          !SOURCES.has(lemma(tree, s)) &&
          !isOther(tree, s) &&
          !isSeveral(scene, s),
      ),
    );
    const known = acting.filter(isNamed).map(toPrincipal);
    // "helping our neighbour get a million": of somebody who is not named.
    if (known.length === 0 && subjects.some((s) => isOther(tree, s) || isSeveral(scene, s))) return [];
    // "Thirteen governments and the authority of Hong Kong": of a list that is known in part the rest would be missed.
    const unknown = (s: number) =>
      /^(country|nation|state|government|partner|donor|authority|bank|member)$/.test(lemma(tree, s)) &&
      actorsOf(scene.cast, [s]).length === 0;
    // "With our bilateral trade taking up a quarter, Peru …": the other of the two is the subject of the sentence.
    if (i !== tree.root && known.length < 2 && subjects.some((s) => isMutual(tree, s)))
      return [...known, ...rootSubjects(scene)];
    if (known.length > 0) return subjects.length > 1 && subjects.some(unknown) ? [] : known;
    if (child(tree, i, 'nsubj') !== undefined || !/^(advcl|xcomp|conj)$/.test(relation(tree, i))) return [];
  }
  return [];
}

/**
 * The noun that an infinitive or gerund explains, also where the parser hangs that on the verb: "recognize Chile's commitment to
 * cutting emissions".
 */
function planOver(tree: Tree, i: number): number | undefined {
  const up = head(tree, i);
  if (up < 0) return undefined;
  if (relation(tree, i) === 'acl') return up;
  const marker = child(tree, i, 'mark');
  if (marker === undefined || marker === 0 || !/^VBG?$/.test(xpos(tree, i))) return undefined;
  if (!/^(advcl|xcomp)$/.test(relation(tree, i)) || !/^(to|of)$/.test(lemma(tree, marker))) return undefined;
  for (let noun = marker - 1, n = 0; noun >= 0 && n < 6; noun = head(tree, noun), n++)
    if (PLANS.has(lemma(tree, noun)) || CALLS.has(lemma(tree, noun)))
      return upos(tree, noun) === 'NOUN' && noun < marker ? noun : undefined;
  return undefined;
}

function plannersOf(scene: Scene, plan: number, verb: number): Actor[] {
  const { tree } = scene;
  return [
    ...childrenBy(tree, plan, 'nmod:poss'),
    ...childrenBy(tree, plan, 'nmod').filter((n) => n < verb && /^(by|of)$/.test(prepositionOf(tree, n))),
    ...(PLANS.has(lemma(tree, plan)) ? childrenBy(tree, plan, 'compound', 'amod') : []),
  ].flatMap((o) => direct(scene, o));
}

/** What somebody means to do, and what somebody wants others to do. */
const PLANS = new Set([
  ...['commitment', 'pledge', 'promise', 'decision', 'goal', 'target', 'plan', 'effort', 'initiative', 'aim'],
  ...['intention', 'offer', 'obligation', 'ambition', 'readiness', 'willingness', 'undertaking', 'objective'],
  ...['resolve', 'determination', 'agreement', 'move', 'campaign', 'announcement'],
]);
const CALLS = new Set(['call', 'appeal', 'request', 'demand', 'proposal', 'recommendation']);

/** "It is a region that … but has suffered": a verb in the third person is not that of "we" or "I". Nor is "I" a person in "Annex I". */
function agrees(tree: Tree, subject: number, verb: number): boolean {
  const form = (tree.sentence.forms[subject] ?? '').toLowerCase();
  if (!/^(i|we|they|you)$/.test(form)) return true;
  if (form === 'i' && NUMBERED.test(tree.sentence.forms[subject - 1] ?? '')) return false;
  if (head(tree, subject) === verb) return true;
  const [finite = verb] = childrenBy(tree, verb, 'aux', 'cop');
  return xpos(tree, finite) !== 'VBZ';
}

const NUMBERED = /^(annex|article|chapter|part|phase|stage|tier|title|war)$/i;

/** The verb over an infinitive, or over those that it stands in ("call on them to keep their promise to give"). */
function orderOver(tree: Tree, i: number): number {
  let up = head(tree, i);
  for (
    let n = 0;
    n < 2 &&
    up >= 0 &&
    xpos(tree, up) === 'VB' &&
    /^(advcl|xcomp)$/.test(relation(tree, up)) &&
    !ORDERS.has(lemma(tree, up));
    n++
  ) {
    if (child(tree, up, 'nsubj') !== undefined) break;
    const next = head(tree, up);
    if (next >= 0 && ORDERS.has(lemma(tree, next))) return next;
    up = next;
  }
  return head(tree, i);
}

/** Verbs whose subject only knows, says or feels what is so. */
const KNOWS = new Set([
  ...[
    'estimate',
    'project',
    'forecast',
    'predict',
    'calculate',
    'think',
    'recall',
    'remember',
    'imagine',
    'note',
  ],
  ...[
    'consider',
    'regret',
    'deplore',
    'condemn',
    'commend',
    'applaud',
    'hail',
    'praise',
    'witness',
    'know',
    'believe',
    'learn',
  ],
  ...[
    'mourn',
    'thank',
    'congratulate',
    'salute',
    'welcome',
    'support',
    'acknowledge',
    'appreciate',
    'hear',
    'read',
    'warn',
    'forget',
    'observe',
  ],
]);

const ORDERS = new Set([
  'call',
  'urge',
  'ask',
  'request',
  'invite',
  'want',
  'allow',
  'encourage',
  'appeal',
  'oblige',
  'force',
  'require',
  'enable',
  'help',
]);

const SOURCES = new Set([
  ...['projection', 'estimate', 'report', 'data', 'study', 'figure', 'statistics', 'survey', 'forecast'],
]);

/** Whether a noun is of two: "bilateral trade". */
export function isMutual(tree: Tree, noun: number): boolean {
  return childrenBy(tree, noun, 'amod', 'compound').some((a) =>
    /^(bilateral|mutual|two-way|bidirectional)$/.test(lemma(tree, a)),
  );
}

/** Whoever the sentence is about. */
export function rootSubjects(scene: Scene): Actor[] {
  const { tree } = scene;
  if (!isPredicate(tree, tree.root)) return [];
  const subjects = clauseOf(tree, tree.root).subjects.filter((s) => !SOURCES.has(lemma(tree, s)));
  return actorsOf(scene.cast, subjects).filter(isNamed).map(toPrincipal);
}
