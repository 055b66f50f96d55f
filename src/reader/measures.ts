import { isQuotedAtLength } from './claim.js';
import { clauseOf, isTemporal } from './clause.js';
import { countName } from './counted.js';
import { type Figure, figuresOf } from './figures.js';
import { frameOf, type Measure, type Placed } from './measure.js';
import { certain, partiesOfCount, partiesOfQuantity, topOf } from './measured.js';
import { multiplesOf } from './multiples.js';
import { directionOf, nearestQuantity, quantityAt, quantityOfSum } from './quantities.js';
import { ranksOf } from './ranks.js';
import { clauseExtent, predicateOf, type Scene } from './scene.js';
import { partiesOfShare } from './shares.js';
import { child, head, lemma, relation, type Tree, upos, xpos } from './tree.js';

/** Figures about parties: shares, sums of money, growth, numbers of states, people and things, ranks. */
export function measuresOf(scene: Scene): Measure[] {
  const { tree, text } = scene;
  if (isQuotedAtLength(scene)) return [];
  const { sentence } = tree;
  const written = text.slice(sentence.start, sentence.end);
  const found = /\d|hundred|thousand|[mb]illion|cent\b|half|third|quarter|fif|t[we]n|\w(?:teen|ty)\b/i.test(
    written,
  )
    ? figuresOf(written).flatMap((figure) => {
        const made = measure(scene, placed(scene, figure));
        return made ? [made] : [];
      })
    : [];
  return [...found, ...multiplesOf(scene), ...ranksOf(scene)];
}

function placed(scene: Scene, figure: Figure): Placed {
  const { tree } = scene;
  const { sentence } = tree;
  const start = sentence.start + figure.start;
  const end = sentence.start + figure.end;
  let first = 0;
  while (first < tree.length - 1 && (sentence.ends[first] ?? 0) <= start) first++;
  let last = first + 1;
  while (last < tree.length && (sentence.starts[last] ?? end) < end) last++;
  const predicate = predicateOf(tree, topOf(tree, { first, last }));
  const extent = clauseExtent(tree, predicate);
  return {
    figure,
    first,
    last,
    predicate,
    from: Math.min(extent.first, first),
    to: Math.max(extent.last, last),
  };
}

function measure(scene: Scene, at: Placed): Measure | undefined {
  const { tree } = scene;
  const { figure } = at;
  const isOf = figure.unit === '%' && lemma(tree, at.last) === 'of';
  const change = figure.kind === 'percent' && !isOf ? changeAt(tree, at) : 0;
  const shared = isOf ? sharedAt(scene, at) : figure.kind === 'percent' ? namedShare(tree, at) : undefined;
  const share = shared !== undefined;
  const what = isOf
    ? shared
    : (shared ?? (change === 0 ? undefined : changing(tree, at)) ?? nameOf(tree, at));
  if (what === undefined || isOfTheWorld(tree, at)) return undefined;
  if (figure.kind === 'percent' && !share && change === 0 && !RATES.has(what.quantity)) return undefined;
  const found = isOf
    ? partiesOfShare(scene, at, what.token)
    : figure.kind === 'count'
      ? partiesOfCount(scene, at)
      : partiesOfQuantity(scene, at, what.token);
  const parties = certain(scene, at, found);
  if (parties.length === 0 || parties.length > 10) return undefined;
  // "a debt of 70 per cent of gross domestic product"
  const told = isOf && BASES.has(what.quantity) ? toldBefore(tree, at) : undefined;
  const quantity =
    told ??
    (share ? `share of ${what.quantity}` : change === 0 ? what.quantity : `change of ${what.quantity}`);
  return {
    ...frameOf(scene, { ...at, noun: what.token }, parties),
    quantity,
    ...(share ? { of: what.quantity } : {}),
    value: figure.value,
    unit: unitOf(scene, figure),
    ...(change === 0 ? {} : { change: change * figure.value }),
  };
}

/** "a billion children worldwide", "we remain a continent in which …": nobody's own figure. */
function isOfTheWorld(tree: Tree, at: Placed): boolean {
  const worlds = [at.predicate, tree.root].map((i) => lemma(tree, i));
  if (worlds.some((w) => /^(continent|region|planet|world)$/.test(w))) return true;
  for (let i = at.from; i < at.to; i++)
    if (/^(worldwide|humankind|mankind|humanity|globally)$/.test(lemma(tree, i))) return true;
  return false;
}

/** What a share is of: the noun after "of", under its usual name where it has one. Of a time there is none. */
function sharedAt({ tree, cast }: Scene, at: Placed) {
  const next = head(tree, at.last);
  // "73 per cent of the total of Iran's voters"
  const counted = /^(total|number)$/.test(lemma(tree, next)) ? child(tree, next, 'nmod') : undefined;
  const noun = counted ?? next;
  if (noun < at.last || !/^(NOUN|PROPN)$/.test(upos(tree, noun)) || isTemporal(tree, noun)) return undefined;
  if ((cast.partyAt[noun] ?? -1) >= 0 && upos(tree, noun) === 'PROPN' && !/^NNP?S$/.test(xpos(tree, noun)))
    return undefined;
  if (/^(period|term|life|lifetime|duration|home|prize|award|\d{4}s)$/.test(lemma(tree, noun)))
    return undefined;
  // "16 per cent of the military" is no spending.
  if (/^(military|army|arms|weapon|defence|defense)$/.test(lemma(tree, noun)))
    return { quantity: plural(tree, noun), token: noun };
  return nearestQuantity(tree, noun, noun, noun, noun + 1) ?? { quantity: plural(tree, noun), token: noun };
}

/** "increase the share of renewable energy to 25 per cent": the noun whose share is named before the figure. */
function namedShare(tree: Tree, at: Placed) {
  for (let i = at.first - 1; i >= Math.max(at.from, at.first - 9); i--) {
    if (!/^(share|proportion|percentage)$/.test(lemma(tree, i)) || lemma(tree, i + 1) !== 'of') continue;
    const noun = head(tree, i + 1);
    if (noun <= i || upos(tree, noun) !== 'NOUN') return undefined;
    return (
      nearestQuantity(tree, noun, noun, i + 2, noun + 1) ?? { quantity: plural(tree, noun), token: noun }
    );
  }
  return undefined;
}

function plural(tree: Tree, i: number): string {
  return (tree.sentence.forms[i] ?? '').toLowerCase();
}

/** "reduced its emissions by 30 per cent": what the verb of rise or fall has for its object, else its subject. */
function changing(tree: Tree, at: Placed) {
  if (directionOf(lemma(tree, at.predicate)) === 0) return undefined;
  const clause = clauseOf(tree, at.predicate);
  for (const token of [...clause.objects, ...clause.subjects]) {
    const quantity = token >= at.first && token < at.last ? undefined : quantityAt(tree, token);
    if (quantity !== undefined) return { quantity, token };
  }
  return undefined;
}

/** Quantities that are told in per cent of what goes without saying. */
const RATES = new Set([
  ...['tariff', 'inflation', 'unemployment', 'poverty', 'literacy', 'vote', 'mortality', 'deficit', 'debt'],
  ...['vaccination', 'surplus'],
]);

function nameOf(tree: Tree, at: Placed) {
  const { figure } = at;
  if (figure.kind === 'count') return countName(tree, at);
  if (figure.kind === 'money') return quantityOfSum(tree, topOf(tree, at), at.predicate, at.from, at.to);
  const named = nearestQuantity(tree, at.first, at.last, at.from, at.to);
  if (named !== undefined || figure.kind !== 'percent') return named;
  // "Industry grew 18 per cent": what grew, by its own name.
  const subject = child(tree, at.predicate, 'nsubj');
  return subject !== undefined && upos(tree, subject) === 'NOUN'
    ? { quantity: tree.lemmas[subject] ?? '', token: subject }
    : undefined;
}

/** What a share of output or income may be: "aid of 0.7 per cent of national income". */
const BASES = new Set(['output', 'revenue', 'spending']);
const SHARING = new Set([
  ...['debt', 'aid', 'spending', 'military spending', 'deficit', 'surplus', 'investment', 'trade'],
  ...['remittances', 'loss', 'reserves'],
]);

function toldBefore(tree: Tree, at: Placed): string | undefined {
  for (let i = at.first - 1; i >= at.from; i--) {
    const quantity = quantityAt(tree, i);
    if (quantity !== undefined && SHARING.has(quantity)) return quantity;
    if (upos(tree, i) === 'NOUN' && relation(tree, i) === 'nsubj') break;
  }
  // "devote 1 per cent of national income to development assistance"
  for (let i = at.last; i < Math.min(at.to, at.last + 12); i++) {
    const quantity =
      lemma(tree, i) === 'assistance' || lemma(tree, i) === 'aid' ? 'aid' : quantityAt(tree, i);
    if (quantity === 'aid' || quantity === 'military spending') return quantity;
  }
  return undefined;
}

/** Dollars of a speaker whose own they are. */
const DOLLARS: Readonly<Record<string, string>> = { AUS: 'AUD', CAN: 'CAD', NZL: 'NZD', SGP: 'SGD' };

function unitOf({ document, text, tree }: Scene, { unit, start }: Figure): string {
  const own = DOLLARS[document.speaker ?? ''];
  if (own === undefined || unit !== 'USD') return unit;
  const from = tree.sentence.start + start;
  return /^(US|USD|United)/.test(text.slice(from, from + 6)) ? unit : own;
}

/** +1 or −1 where a percentage is that of a rise or fall: "grew by 5 per cent", "a 5 % increase", "growth of 5 %". */
function changeAt(tree: Tree, at: Placed): number {
  const verb = directionOf(lemma(tree, at.predicate));
  const marker = lemma(tree, at.first - 1);
  const adverbs =
    /^(about|around|nearly|almost|over|only|some|more|than|least|at|to|a|an|the|approximately)$/;
  let before = at.first - 1;
  while (before > at.from && adverbs.test(lemma(tree, before)) && lemma(tree, before) !== 'to') before--;
  const preposition = lemma(tree, before);
  if (verb !== 0 && (preposition === 'by' || before === at.predicate)) return verb;
  const after = [at.last, at.last + 1, at.last + 2]
    .map((i) => directionOf(lemma(tree, i)))
    .find((d) => d !== 0);
  if (after !== undefined && marker !== 'to') return after;
  // "a growth rate of 8 per cent"
  const noun = directionOf(lemma(tree, before - (lemma(tree, before - 1) === 'rate' ? 2 : 1)));
  return /^(of|by)$/.test(preposition) ? noun : 0;
}
