import { actorsOf } from './actors.js';
import type { Actor } from './cast.js';
import { clauseOf, prepositionOf } from './clause.js';
import { direct, isOther } from './concerned.js';
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
    const owners =
      head(tree, i) < 0
        ? []
        : [
            ...childrenBy(tree, head(tree, i), 'nmod:poss'),
            ...childrenBy(tree, head(tree, i), 'nmod').filter((n) => prepositionOf(tree, n) === 'by'),
          ].flatMap((o) => direct(scene, o));
    if (relation(tree, i) === 'acl' && owners.length > 0) return owners;
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
    if (
      KNOWS.has(lemma(tree, i)) &&
      !withIt &&
      !(n > 0 && /^(xcomp|conj)$/.test(relation(tree, at.predicate)))
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
    const acting = actorsOf(
      scene.cast,
      subjects.filter(
        (s) => (s < at.first || s >= at.last) && !SOURCES.has(lemma(tree, s)) && !isOther(tree, s),
      ),
    );
    const known = acting.filter(isNamed).map(toPrincipal);
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
    'witness',
    'know',
    'believe',
    'learn',
  ],
  ...[
    'mourn',
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
