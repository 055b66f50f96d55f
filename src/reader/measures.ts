import { actorsOf, actorsWithin } from './actors.js';
import type { Actor } from './cast.js';
import { clauseOf } from './clause.js';
import { clauseExtent, dateAt, type Made, predicateOf, refs, type Scene, spanOf, voiceOf } from './scene.js';
import { lemma, type Tree } from './tree.js';

type Measure = Made<'measure'>;

const SCALE: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  bn: 1e9,
  mn: 1e6,
  m: 1e6,
};
const CURRENCIES: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  a$: 'AUD',
  dollar: 'USD',
  euro: 'EUR',
  yuan: 'CNY',
  renminbi: 'CNY',
  rmb: 'CNY',
  yen: 'JPY',
  pound: 'GBP',
  rupee: 'INR',
  ruble: 'RUB',
  rouble: 'RUB',
  won: 'KRW',
};
/** What is measured, by the words near the figure; the first that fits. */
const QUANTITIES: readonly (readonly [string, RegExp])[] = [
  ['trade', /\b(trade|export|import|commerce)/],
  ['investment', /\b(invest|fdi)/],
  ['aid', /\b(aid|assistance|grant|donat|loan|relief)/],
  ['military spending', /\b(defen[cs]e|military) (spending|budget|expenditure)/],
  ['output', /\b(gdp|economy|output|growth)/],
  ['members', /\b(member|signator|ratif)/],
  ['troops', /\b(troops|soldiers|peacekeepers)\b/],
  ['tariff', /\btariff/],
];

/** Figures about parties: percentages, sums of money, numbers of members. */
export function measuresOf(scene: Scene): Measure[] {
  const { tree } = scene;
  const found: Measure[] = [];
  for (let i = 0; i < tree.length; i++) {
    const figure = figureAt(tree, i);
    if (!figure) continue;
    const made = measure(scene, figure);
    if (made) found.push(made);
    i = figure.last - 1;
  }
  return found;
}

interface Figure {
  readonly first: number;
  readonly last: number;
  readonly value: number;
  readonly unit: string;
}

/** Figures, signs of currencies, and the letters that stand before some. */
const BEGINS = /^(?:\d|[$€£¥]|[aAuU][sS]?\$)/;

/** A percentage or a sum of money that starts at token `i`. */
function figureAt(tree: Tree, i: number): Figure | undefined {
  const forms = tree.sentence.forms;
  const form = forms[i] ?? '';
  if (!BEGINS.test(form)) return undefined;
  const symbol =
    CURRENCIES[form.toLowerCase()] !== undefined && !/^[a-z]+$/i.test(form)
      ? CURRENCIES[form.toLowerCase()]
      : undefined;
  const at = symbol === undefined ? i : i + 1;
  const number = numberOf(forms[at]);
  if (number === undefined) return undefined;
  let last = at + 1;
  let value = number;
  const scale = SCALE[forms[last]?.toLowerCase() ?? ''];
  if (scale !== undefined) {
    value *= scale;
    last++;
  }
  if (symbol !== undefined) return { first: i, last, value, unit: symbol };
  const next = forms[last]?.toLowerCase() ?? '';
  if (next === '%' || next === 'percent') return { first: i, last: last + 1, value, unit: '%' };
  if (next === 'per' && /^cent/.test(forms[last + 1]?.toLowerCase() ?? ''))
    return { first: i, last: last + 2, value, unit: '%' };
  for (let k = last; k < last + 2; k++) {
    const currency = CURRENCIES[lemma(tree, k)];
    if (currency !== undefined && scale !== undefined)
      return { first: i, last: k + 1, value, unit: currency };
  }
  return undefined;
}

function numberOf(form: string | undefined): number | undefined {
  if (form === undefined || !/^\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(form)) return undefined;
  return Number(form.replaceAll(',', ''));
}

function measure(scene: Scene, figure: Figure): Measure | undefined {
  const { tree } = scene;
  const predicate = predicateOf(tree, figure.first);
  const { first, last } = clauseExtent(tree, predicate);
  const from = Math.min(first, figure.first);
  const to = Math.max(last, figure.last);
  const nearby = near(tree, figure.first, figure.last);
  const quantity =
    QUANTITIES.find(([, pattern]) => pattern.test(nearby))?.[0] ??
    QUANTITIES.find(([, p]) => p.test(tree.lemmas.slice(from, to).join(' ')))?.[0];
  if (quantity === undefined) return undefined;
  const parties = actorsWithin(scene.cast, from, to)
    .filter((a) => !a.party.startsWith('-'))
    .map((a) => ({ ...a, party: a.party.replace(/\/.*$/, '') }));
  const unique = parties.filter((p, k) => parties.findIndex((q) => q.party === p.party) === k);
  if (unique.length === 0) return undefined;
  const verb = tree.lemmas.slice(from, to).find((w) => RISES.has(w) || FALLS.has(w));
  const isShare = figure.unit === '%' && lemma(tree, figure.last) === 'of';
  const isChange = figure.unit === '%' && !isShare && verb !== undefined;
  const when = dateAt(scene, predicate, ['at']);
  const voice = voiceOf(scene, predicate);
  const narrowed = isShare ? shareParties(scene, figure, unique) : unique;
  return {
    kind: 'measure',
    quantity: isShare ? `share of ${quantity}` : isChange ? `change of ${quantity}` : quantity,
    ...(isShare ? { of: quantity } : {}),
    parties: refs(scene, narrowed),
    value: figure.value,
    unit: figure.unit,
    ...(when === undefined ? {} : { period: when.date, periodBasis: when.basis }),
    ...(isChange && verb !== undefined ? { change: RISES.has(verb) ? figure.value : -figure.value } : {}),
    passages: [spanOf(scene, from, to)],
    speaker: voice.speaker,
    attribution: [...voice.attribution],
    modality: voice.attribution.some((a) => a.modality === 'alleged') ? 'alleged' : 'asserted',
    confidence: isShare || figure.unit !== '%' ? 0.6 : 0.5,
  };
}

/**
 * The parties of a share: the owner of the whole ("China's trade with ASEAN") and whose part it is. "Our bilateral
 * trade" is that of the pair spoken of; failing that, the party of the main clause has the part.
 */
function shareParties(scene: Scene, figure: Figure, parties: readonly Actor[]): readonly Actor[] {
  const { tree, cast } = scene;
  const before = parties.filter((p) => p.first < figure.first);
  if (before.length >= 2) return before.slice(0, 2);
  const [whole] = parties.filter((p) => p.first >= figure.last);
  const main = actorsOf(cast, clauseOf(tree, tree.root).subjects).map((a) => ({
    ...a,
    party: a.party.replace(/\/.*$/, ''),
  }));
  const [part] = [...before, ...main].filter((p) => p.party !== whole?.party && !p.party.startsWith('-'));
  return whole && part ? [whole, part] : parties;
}

function near(tree: Tree, first: number, last: number): string {
  return tree.lemmas.slice(Math.max(0, first - 6), Math.min(tree.length, last + 7)).join(' ');
}

const RISES = new Set(['rise', 'increase', 'grow', 'climb', 'jump', 'surge', 'expand', 'gain', 'soar']);
const FALLS = new Set([
  'fall',
  'decrease',
  'drop',
  'decline',
  'shrink',
  'plunge',
  'slump',
  'contract',
  'dip',
]);
