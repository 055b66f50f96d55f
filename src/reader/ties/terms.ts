import { clauseOf, prepositionOf } from '../clause.js';
import { parts } from '../date-arithmetic.js';
import { predicateOf, type Scene } from '../scene.js';
import { child, childrenBy, lemma, type Tree } from '../tree.js';
import type { Tie } from './standing.js';

/** What a role in a body is called in the tie's name. */
export const ROLES: ReadonlyMap<string, string> = new Map([
  ['chair', 'chair'],
  ['chairmanship', 'chair'],
  ['chairman', 'chair'],
  ['presidency', 'chair'],
  ['observer', 'observer'],
  ['candidate', 'candidate'],
  ['candidacy', 'candidate'],
]);

/** What the words beside the role tell of its time: "recent membership", "for the period 2018 to 2019". */
export function timed(scene: Scene, i: number, tie: Tie): Tie {
  const { tree } = scene;
  const modifiers = childrenBy(tree, i, 'amod', 'compound').map((c) => lemma(tree, c));
  const year = parts(scene.document.delivered ?? scene.document.published ?? '')?.year;
  const [from, to] = termOf(scene, i)?.date.split('/') ?? [];
  if (from && to) {
    const { since: _s, sinceBasis: _b, ...rest } = tie;
    const over = year !== undefined && Number(to.slice(0, 4)) < year;
    const ahead = year !== undefined && Number(from.slice(0, 4)) > year;
    const stands = tie.modality === 'asserted' && tie.status === 'in-force';
    return {
      ...rest,
      ...{ since: from, sinceBasis: 'explicit', until: to, untilBasis: 'explicit' },
      ...(stands && over ? { status: 'ended' as const } : {}),
      ...(stands && ahead ? { status: 'announced' as const } : {}),
    };
  }
  const named = scene.dates.find(
    (d) => d.start - (tree.sentence.ends[i] ?? 0) === 1 && /^\d{4}$/.test(d.date),
  );
  // "our presidency in 2021" told in 2020 is still to come.
  if (named !== undefined && year !== undefined && Number(named.date) > year && tie.status === 'in-force')
    return { ...tie, since: named.date, sinceBasis: named.basis, status: 'announced', modality: 'planned' };
  if (named !== undefined && tie.since === undefined)
    return { ...tie, since: named.date, sinceBasis: named.basis };
  if (modifiers.some((m) => PAST.test(m))) return { ...tie, status: 'ended', modality: 'asserted' };
  const past = clauseOf(tree, predicateOf(tree, i)).past;
  const nextYear =
    ROLES.get(lemma(tree, i)) === 'chair' &&
    !past &&
    (scene.dates.some((d) => d.role === 'at' && Number(d.date.slice(0, 4)) > (year ?? 9999)) ||
      tree.sentence.forms.some(
        (form, k) => /^next$/i.test(form) && /^(year|month|week)$/.test(lemma(tree, k + 1)),
      ));
  if (nextYear || modifiers.some((m) => COMING.test(m)))
    return { ...tie, status: 'announced', modality: 'planned' };
  const during = prepositionOf(tree, i) === 'during' && clauseOf(tree, predicateOf(tree, i)).past;
  if (during && ROLES.get(lemma(tree, i)) === 'chair' && !isThisYear(tree))
    return { ...tie, status: 'ended' };
  return tie;
}

const PAST = /^(recent|previous|outgoing|past|last|former|earlier|prior)$/;
const COMING = /^(upcoming|forthcoming|incoming|next|future|eventual|prospective)$/;

/** A term of years beside the role: "the Security Council for 2018-2019". */
function termOf(scene: Scene, i: number) {
  const { tree } = scene;
  const { sentence } = tree;
  const from = sentence.starts[i] ?? 0;
  return scene.dates.find((d) => d.start > from - 30 && d.start - from < 90 && /^\d{4}\/\d{4}$/.test(d.date));
}

function isThisYear(tree: Tree): boolean {
  return tree.sentence.forms.some(
    (form, k) =>
      /^(incumbent|current|currently)$/i.test(form) ||
      (/^this$/i.test(form) && lemma(tree, k + 1) === 'year'),
  );
}

/** A chair that the text calls present began in the document's year at the earliest known; a past or coming one is neither. */
export function chaired(scene: Scene, i: number, tie: Tie): Tie {
  const { tree } = scene;
  const governor = predicateOf(tree, i);
  const year = parts(scene.document.delivered ?? scene.document.published ?? '')?.year;
  const said = isThisYear(tree);
  if (
    tie.since !== undefined ||
    year === undefined ||
    tie.modality !== 'asserted' ||
    tie.status !== 'in-force'
  )
    return tie;
  if (!said && (scene.dates.length > 0 || clauseOf(tree, governor).past)) return tie;
  return said || child(tree, i, 'cop') !== undefined || lemma(tree, governor) === 'hold'
    ? { ...tie, since: String(year), sinceBasis: 'document' }
    : tie;
}
