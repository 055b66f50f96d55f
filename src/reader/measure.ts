import { dayRange } from '../record/index.js';
import type { Actor } from './cast.js';
import { clauseOf } from './clause.js';
import type { DateMention } from './dates.js';
import type { Figure } from './figures.js';
import { clauseExtent, type Made, refs, type Scene, spanOf, voiceOf } from './scene.js';
import { child, head, isPredicate, lemma, relation, xpos } from './tree.js';

export type Measure = Made<'measure'>;

/** A figure on the tokens it covers, with the clause it stands in. Token indices, ends exclusive. */
export interface Placed {
  readonly figure: Figure;
  readonly first: number;
  readonly last: number;
  readonly predicate: number;
  readonly from: number;
  readonly to: number;
}

/** All of a measure but what is measured. */
export function frameOf(
  scene: Scene,
  at: Placed,
  parties: readonly Actor[],
): Omit<Measure, 'quantity' | 'value' | 'unit'> {
  const period = periodAt(scene, at);
  const voice = voiceOf(scene, at.predicate);
  return {
    kind: 'measure',
    parties: refs(scene, parties),
    ...(period === undefined ? {} : { period: period.date, periodBasis: period.basis }),
    passages: [spanOf(scene, at.from, at.to)],
    speaker: voice.speaker,
    attribution: [...voice.attribution],
    modality: voice.attribution.some((a) => a.modality === 'alleged')
      ? 'alleged'
      : modalityAt(scene, at, period),
    confidence: 0.6,
  };
}

/** The date nearest to the figure in its own clause. */
function periodAt(scene: Scene, at: Placed): DateMention | undefined {
  const { tree } = scene;
  const { sentence } = tree;
  // "… recorded 11,000 accidents in 2018, leading to 750 deaths": a clause without a subject shares the dates of its own.
  const above = head(tree, at.predicate);
  const shares = above >= 0 && child(tree, at.predicate, 'nsubj') === undefined && isPredicate(tree, above);
  const wide = shares ? clauseExtent(tree, above) : { first: at.from, last: at.to };
  const from = sentence.starts[Math.min(at.from, wide.first)] ?? sentence.start;
  const to = sentence.ends[Math.max(at.to, wide.last) - 1] ?? sentence.end;
  const here = sentence.starts[at.first] ?? from;
  const apart = (d: DateMention) => (d.start >= here ? d.start - here : (here - d.end) * 1.5);
  const [nearest] = scene.dates
    .filter((d) => d.start >= from && d.end <= to && d.role !== 'until' && !isBase(scene.text, d))
    .sort((a, b) => apart(a) - apart(b));
  return nearest;
}

/** "from 2008 levels", "the level of 2017", "compared to 1990": what a change is measured from. */
function isBase(text: string, date: DateMention): boolean {
  return (
    /(levels? (of|in)|compared (to|with)|than (in|of)|relative to|from)\s$/i.test(
      text.slice(date.start - 20, date.start),
    ) || /^\s(levels?|baseline)/i.test(text.slice(date.end, date.end + 12))
  );
}

const AIMS = new Set([
  ...[
    'aim',
    'plan',
    'target',
    'goal',
    'agree',
    'pledge',
    'promise',
    'commit',
    'hope',
    'intend',
    'seek',
    'want',
  ],
  ...[
    'oblige',
    'undertake',
    'expect',
    'set',
    'wish',
    'commitment',
    'propose',
    'call',
    'ambition',
    'objective',
  ],
]);

/** What is aimed at or foretold is planned; what could be is hypothetical. */
function modalityAt(scene: Scene, at: Placed, period: DateMention | undefined): Measure['modality'] {
  const { tree, document } = scene;
  const clause = isPredicate(tree, at.predicate) ? clauseOf(tree, at.predicate) : undefined;
  if (clause?.future || /^(should|must)$/.test(clause?.modal ?? '') || AIMS.has(lemma(tree, at.predicate)))
    return 'planned';
  // "said that it would establish a fund" plans.
  if (clause?.modal === 'would' && relation(tree, at.predicate) === 'ccomp') return 'planned';
  if (clause?.modal !== undefined) return 'hypothetical';
  const up = head(tree, at.predicate);
  const infinitive =
    xpos(tree, at.predicate) === 'VB' && /^(xcomp|acl|advcl|ccomp)$/.test(relation(tree, at.predicate));
  if (infinitive && up >= 0 && AIMS.has(lemma(tree, up))) return 'planned';
  const today = document.delivered ?? document.published;
  const known = today === undefined ? undefined : dayRange(today)?.last;
  const due = period === undefined ? undefined : dayRange(period.date)?.first;
  return known !== undefined && due !== undefined && due > known ? 'planned' : 'asserted';
}
