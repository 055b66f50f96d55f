import { clauseOf, prepositionOf } from '../clause.js';
import { parts } from '../date-arithmetic.js';
import { clauseExtent, predicateOf, type Scene } from '../scene.js';
import { child, childrenBy, extent, head, lemma, type Tree, xpos } from '../tree.js';
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
  const modifiers = childrenBy(tree, i, 'amod', 'compound').map(
    (c) => tree.sentence.forms[c]?.toLowerCase() ?? '',
  );
  const year = parts(scene.document.delivered ?? scene.document.published ?? '')?.year;
  const [from, to] = termOf(scene, i)?.date.split('/') ?? [];
  if (from && to && tie.modality !== 'denied') {
    const { since: _s, sinceBasis: _b, ...rest } = tie;
    const over = year !== undefined && Number(to.slice(0, 4)) < year;
    const ahead = year !== undefined && Number(from.slice(0, 4)) > year;
    const stands = tie.modality === 'asserted' && tie.status === 'in-force';
    return {
      ...rest,
      ...{ since: from, sinceBasis: 'explicit', until: to, untilBasis: 'explicit' },
      ...(stands && over ? { status: 'ended' as const } : {}),
      // Who was elected will be; who only stands or means to may be.
      ...(stands && ahead && isElected(tree) ? { status: 'announced' as const } : {}),
      ...(stands && ahead && !isElected(tree)
        ? { status: 'absent' as const, modality: 'planned' as const }
        : {}),
    };
  }
  const named = scene.dates.find(
    (d) => d.start - (tree.sentence.ends[i] ?? 0) === 1 && /^\d{4}$/.test(d.date),
  );
  // "our presidency in 2021" told in 2020 is still to come.
  if (named !== undefined && year !== undefined && Number(named.date) > year && tie.status === 'in-force')
    return { ...tie, since: named.date, sinceBasis: named.basis, status: 'absent', modality: 'planned' };
  if (named !== undefined && tie.since === undefined)
    return { ...tie, since: named.date, sinceBasis: named.basis };
  // "the recent admission of" is no former one.
  const isEntry = /^(admission|accession|readmission|entry)$/.test(lemma(tree, i));
  if (!isEntry && modifiers.some((m) => PAST.test(m)))
    return { ...tie, status: 'ended', modality: 'asserted' };
  const past = isPreterite(tree, predicateOf(tree, i));
  const ahead = comingDate(scene, i);
  const isChair = ROLES.get(lemma(tree, i)) === 'chair';
  if ((isChair && !past && ahead !== undefined) || modifiers.some((m) => COMING.test(m)))
    return {
      ...tie,
      ...(ahead === undefined
        ? {}
        : { since: ahead.date.split('/')[0] ?? ahead.date, sinceBasis: ahead.basis }),
      status: 'absent',
      modality: 'planned',
    };
  const during = prepositionOf(tree, i) === 'during' && past;
  if (during && isChair && !isThisYear(tree)) return { ...tie, status: 'ended' };
  return served(scene, i, tie);
}

/** "was a member of the Council in 2006", "has held the presidency": a role for a time that is over. */
function served(scene: Scene, i: number, tie: Tie): Tie {
  const { tree } = scene;
  if (tie.status !== 'in-force' || tie.modality !== 'asserted') return tie;
  const governor = predicateOf(tree, i);
  const then = childrenBy(tree, i, 'advmod', 'amod').some((c) => lemma(tree, c) === 'then');
  const isTermed = ROLES.get(lemma(tree, i)) === 'chair' || tie.parties.some((p) => TERMED.test(p.party));
  const first = childrenBy(tree, i, 'amod').some((c) =>
    /^(first|original|founding|permanent)$/.test(lemma(tree, c)),
  );
  const told = Number((scene.document.delivered ?? scene.document.published ?? '').slice(0, 4));
  const isChair = ROLES.get(lemma(tree, i)) === 'chair';
  // Chairs change every year or few: one that was taken three years ago is over.
  const isLong = tie.since !== undefined && told - Number(tie.since.slice(0, 4)) >= 3;
  if (then || (isChair && isLong && isPreterite(tree, governor))) return { ...tie, status: 'ended' };
  if (!isTermed || first || isThisYear(tree)) return tie;
  const { starts, ends } = tree.sentence;
  const { first: a, last: z } = clauseExtent(tree, governor);
  const within = (d: { start: number; end: number }) =>
    d.start >= (starts[a] ?? 0) && d.end <= (ends[z - 1] ?? 0);
  const above = head(tree, governor);
  const isTold = above >= 0 && isPreterite(tree, predicateOf(tree, above));
  const until = scene.dates.find((d) => d.role === 'until' && (within(d) || isTold));
  const year = (scene.document.delivered ?? scene.document.published ?? '').slice(0, 4);
  // "its term came to an end in December".
  const close = scene.dates.find((d) => d.role === 'at' && within(d));
  if (
    /^(end|expire|conclude|finish)$/.test(lemma(tree, governor)) ||
    childrenBy(tree, governor, 'obl').some((c) => lemma(tree, c) === 'end')
  )
    return isPreterite(tree, governor)
      ? {
          ...tie,
          ...(close === undefined ? {} : { until: close.date, untilBasis: close.basis }),
          status: 'ended',
        }
      : tie;
  const held =
    /^(hold|serve|exercise|occupy|chair|be)$/.test(lemma(tree, governor)) ||
    child(tree, i, 'cop') !== undefined;
  if (!held) return tie;
  const perfect = childrenBy(tree, governor, 'aux').some((c) => lemma(tree, c) === 'have');
  const at = scene.dates.find((d) => d.role === 'at' && within(d));
  const years = at?.date.split('/') ?? [];
  const over =
    isPreterite(tree, governor) ||
    (until !== undefined && isTold) ||
    (perfect && lemma(tree, governor) === 'hold' && at === undefined && tie.since === undefined);
  const own =
    tie.since === undefined && at !== undefined ? { since: years[0] ?? at.date, sinceBasis: at.basis } : {};
  const last = years[years.length - 1] ?? '';
  if (perfect && at !== undefined && last.slice(0, 4) >= year) return { ...tie, ...own };
  if (!over && !(perfect && at !== undefined)) return tie;
  if (at !== undefined && last.slice(0, 4) >= year && !until) return { ...tie, ...own };
  const end =
    until === undefined
      ? at === undefined
        ? {}
        : { until: last, untilBasis: at.basis }
      : { until: until.date, untilBasis: until.basis };
  return { ...tie, ...own, ...(tie.since === undefined || until !== undefined ? end : {}), status: 'ended' };
}

/** Bodies whose members are elected for a term. */
const TERMED = /^(UNSC|UNHRC|ECOSOC|PBC|UNPBC)$/;

/** A simple past; a perfect may go on. */
function isPreterite(tree: Tree, governor: number): boolean {
  const auxiliaries = childrenBy(tree, governor, 'aux', 'cop', 'aux:pass');
  return (
    (xpos(tree, governor) === 'VBD' || auxiliaries.some((a) => xpos(tree, a) === 'VBD')) &&
    !auxiliaries.some((a) => lemma(tree, a) === 'have')
  );
}

function isElected(tree: Tree): boolean {
  const words = tree.sentence.forms.map((_, k) => lemma(tree, k));
  // "presented its candidature for election": only stands for it.
  return words.some((w) => /^(elect|elected|election)$/.test(w)) && !words.some((w) => STANDS.test(w));
}

const STANDS = /^(candidacy|candidature|bid|candidate|aspire|vie|contest|hope|seek)$/;

/** A date after the text's beside a role or with the verb that takes it: "our presidency next year", "assumes it in 2022". */
function comingDate(scene: Scene, i: number) {
  const told = scene.document.delivered ?? scene.document.published;
  if (told === undefined) return undefined;
  const { tree } = scene;
  const { starts, ends } = tree.sentence;
  const start = starts[i] ?? 0;
  const own = extent(tree, i);
  const taken =
    /^(assume|take|hold|become|begin|be|preside)$/.test(lemma(tree, predicateOf(tree, i))) ||
    child(tree, i, 'cop') !== undefined;
  const isBeside = (d: { start: number; end: number }) =>
    taken ||
    (d.start >= (starts[own.first] ?? 0) && d.start - (ends[own.last] ?? 0) <= 6) ||
    Math.abs(d.start - (ends[i] ?? 0)) <= 2;
  const coming = scene.dates.filter(
    (d) => d.role === 'at' && isBeside(d) && d.date.slice(0, 7) > told.slice(0, d.date.slice(0, 7).length),
  );
  return coming.sort((p, q) => Math.abs(p.start - start) - Math.abs(q.start - start))[0];
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
  const own = childrenBy(tree, i, 'nummod', 'compound').find((c) =>
    /^(19|20)\d\d$/.test(tree.sentence.forms[c] ?? ''),
  );
  if (own !== undefined && tie.since === undefined)
    return { ...tie, since: tree.sentence.forms[own] ?? '', sinceBasis: 'explicit' };
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
