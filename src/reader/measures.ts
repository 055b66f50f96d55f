import { changeAt, changeBy, changing, isAddition } from './changes.js';
import { isQuotedAtLength } from './claim.js';
import { prepositionOf } from './clause.js';
import { type Concerned, unique } from './concerned.js';
import { countName } from './counted.js';
import { partiesOfCount } from './counted-parties.js';
import { figureWording } from './figure-wording.js';
import { type Figure, figuresOf } from './figures.js';
import { frameOf, type Measure, type Placed } from './measure.js';
import { measureConfidence } from './measure-confidence.js';
import { besideAt, certain, topOf } from './measured.js';
import { multiplesOf } from './multiples.js';
import { withDisease } from './named-disease.js';
import { isCommonGoal, isOfTheWorld, isOfUnnamed, isPrivate } from './not-told.js';
import { belowOf, phraseOf } from './phrase.js';
import { type Named, nearestQuantity, quantityAt } from './quantities.js';
import { sumName } from './quantity-names.js';
import { partiesOfQuantity } from './quantity-parties.js';
import { ranksOf } from './ranks.js';
import { reachedAt } from './reached.js';
import { clauseExtent, predicateOf, type Scene } from './scene.js';
import { BASES, sharedAt, toldBefore } from './share-bases.js';
import { namedShare, partName, shareName } from './share-names.js';
import { partiesOfShare } from './shares.js';
import { saysAll } from './short-name.js';
import { childrenBy, head, isWithin, lemma, relation, upos } from './tree.js';

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
  const { leastSureOfMeasures } = scene;
  return [...found, ...multiplesOf(scene), ...ranksOf(scene)]
    .map((made) => ({ ...made, confidence: measureConfidence(scene, made) }))
    .filter(({ confidence }) => confidence >= leastSureOfMeasures);
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
  if (isAddition(scene, at)) return undefined;
  const change = isOf ? 0 : figure.kind === 'percent' ? changeAt(tree, at) : changeBy(tree, at);
  const shared = isOf ? sharedAt(scene, at) : figure.kind === 'percent' ? namedShare(scene, at) : undefined;
  const share = shared !== undefined;
  const what = shared ?? (isOf ? undefined : change === 0 ? nameOf(scene, at) : changing(scene, at));
  // No state has ten million refugees: that is the world's number.
  if (figure.unit === 'refugees' && figure.value >= 1e7) return undefined;
  if (what === undefined || isOfTheWorld(tree, at) || isPrivate(scene, at)) return undefined;
  if (isOfUnnamed(scene, at) || isCommonGoal(scene, at)) return undefined;
  if (
    figure.kind === 'percent' &&
    !share &&
    change === 0 &&
    !RATES.has(what.quantity) &&
    !RATES.has(quantityAt(tree, what.token) ?? '')
  )
    return undefined;
  const found = isOf
    ? partiesOfShare(scene, at, what.token)
    : figure.kind === 'count'
      ? partiesOfCount(scene, at)
      : partiesOfQuantity(scene, at, what.token);
  const owned = certain(
    scene,
    at,
    found.length === 0 || isOf || figure.kind === 'percent'
      ? found
      : unique([...found, ...besideAt(scene, at)]),
  );
  if (owned.length === 0) return undefined;
  const parties = unique([...owned, ...reachedAt(scene, at, owned)]);
  if (parties.length > 10) return undefined;
  // "a debt of 70 per cent of gross domestic product"
  const base = isOf && BASES.test(lemma(tree, what.token));
  const told = base ? toldBefore(scene, at, what.token) : undefined;
  const named =
    isOf && told === undefined
      ? (shareName(scene, at, what.token) ?? partName(scene, at, what.token, parties))
      : undefined;
  if (told === null || (isOf && told === undefined && named === undefined)) return undefined;
  // Of a part that nobody is and nothing names the figure says nothing.
  if (named?.told === false && parties.every((p) => p.role === 'whole')) return undefined;
  const quantity = told ?? named?.quantity ?? (change === 0 ? what.quantity : `change of ${what.quantity}`);
  const whole = isOf
    ? (named?.of ?? phraseOf(scene, what.token, { first: at.first, last: at.last, only: /^(of|in)$/ }))
    : (shared?.of ?? '');
  return {
    ...frameOf(scene, { ...at, noun: what.token, isChange: change !== 0 }, parties),
    quantity: withDisease(scene, toldBy(scene, at, quantity, whole, parties), whole),
    ...(share && whole !== '' ? { of: whole } : {}),
    value: figure.value,
    unit: unitOf(scene, figure, parties),
    ...(change === 0 ? {} : { change: change * figure.value }),
  };
}

/** The short name where it says all that is told of the figure, else the words of its clause. */
function toldBy(
  scene: Scene,
  at: Placed,
  name: string,
  whole: string,
  parties: readonly Concerned[],
): string {
  const rate = rateAt(scene, at);
  const clause = figureWording(scene, at);
  // "share of output" of the output does not tell what has that share, unless a party is it.
  const isOpen = name === `share of ${whole}` && !parties.some((p) => p.role === 'part');
  if (clause === undefined || KNOWN.test(name) || (!isOpen && saysAll(scene, `${name} ${whole}`, clause)))
    return `${name}${rate}`;
  return RATED.test(clause.words) ? clause.words : `${clause.words}${rate}`;
}

/** Names that say what is counted, whatever the clause says of them. */
const KNOWN = /^(deaths|injuries|population)\b/;
const RATED = /\b(per(?! ?cent)|annual(ly)?|yearly|(an?|each|every) (day|week|month|year|tonne|barrel))\b/;

/** Quantities that are told in per cent of what goes without saying. */
const RATES = new Set([
  ...['tariff', 'inflation', 'unemployment', 'poverty', 'literacy', 'vote', 'mortality', 'deficit', 'debt'],
  'surplus',
]);

function nameOf(scene: Scene, at: Placed): Named | undefined {
  const { figure } = at;
  if (figure.kind === 'count') return countName(scene, at);
  if (figure.kind === 'money') return sumName(scene, at);
  const found = nearestQuantity(scene.tree, at.first, at.last, at.from, at.to);
  return found && rateName(scene, at, found);
}

/** "extreme poverty", "infant mortality rate": a rate in the text's own words; undefined where the figure is not told of it. */
function rateName(scene: Scene, at: Placed, { quantity, token }: Named): Named | undefined {
  const { tree } = scene;
  let noun = token;
  while (/^(compound|amod)$/.test(relation(tree, noun)) && head(tree, noun) > noun) noun = head(tree, noun);
  if (!/^(NOUN|PROPN)$/.test(upos(tree, noun)) || (noun >= at.first && noun < at.last))
    return { quantity, token };
  const top = topOf(tree, at);
  let over = noun;
  for (let n = 0; n < 3 && relation(tree, over) === 'nmod' && head(tree, over) >= 0; n++)
    over = head(tree, over);
  const isTold = [noun, over].some(
    (i) =>
      isWithin(tree, top, i) || (head(tree, i) === at.predicate && /^(nsubj|obj)$/.test(relation(tree, i))),
  );
  if (!isTold && at.predicate !== noun) return undefined;
  const below = [...childrenBy(tree, top, 'nmod'), ...childrenBy(tree, at.predicate, 'obl')]
    .filter((n) => n > top && /^(on|among|for)$/.test(prepositionOf(tree, n)))
    .map((n) => belowOf(scene, n, at))
    .find((w) => w !== '');
  const phrase = [phraseOf(scene, noun, at), below].filter(Boolean).join(' ');
  const isPlain =
    phrase === '' ||
    new RegExp(
      `^(?:${lemma(tree, token)}s?|${(tree.sentence.forms[token] ?? '').toLowerCase()})(?: (?:rate|level|ratio|figure))?s?$`,
    ).test(phrase);
  return { quantity: isPlain ? quantity : phrase, token };
}

/** " per year", " per tonne": what a figure is counted by. */
function rateAt({ text, tree }: Scene, { figure }: Placed): string {
  const after = text.slice(
    tree.sentence.start + figure.end,
    Math.min(tree.sentence.end, tree.sentence.start + figure.end + 40),
  );
  if (/^\W*(annually|per annum|(?:per|a|each|every) year|yearly)\b/i.test(after)) return ' per year';
  const later =
    /^(?: of)?(?: [\w’'-]+){1,4} (?:per|a|every|each) (day|month|year|week)\b(?! (?:ago|earlier|later|before|after|when|of))/i.exec(
      after,
    )?.[1];
  if (later !== undefined && figure.kind !== 'percent') return ` per ${later.toLowerCase()}`;
  const by = /^\W*(?:per|a|an) (capita|person|head|tonne?|barrel|kilogram|litre|day|month|hour|week)\b/i.exec(
    after,
  )?.[1];
  return by === undefined || (figure.kind === 'count' && /capita|person|head/i.test(by))
    ? ''
    : ` per ${by.toLowerCase()}`;
}

/** Dollars of a speaker whose own they are. */
const DOLLARS: Readonly<Record<string, string>> = { AUS: 'AUD', CAN: 'CAD', NZL: 'NZD', SGP: 'SGD' };

function unitOf(
  { document, text, tree }: Scene,
  { unit, start }: Figure,
  parties: readonly Concerned[],
): string {
  const own = DOLLARS[document.speaker ?? ''];
  if (own === undefined || unit !== 'USD' || !parties.some((p) => p.party === document.speaker)) return unit;
  const from = tree.sentence.start + start;
  return /^(US|USD|United)/.test(text.slice(from, from + 6)) ? unit : own;
}
