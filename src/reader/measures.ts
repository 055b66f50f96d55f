import { isQuotedAtLength } from './claim.js';
import { clauseOf, isTemporal, prepositionOf } from './clause.js';
import { type Concerned, unique } from './concerned.js';
import { countName } from './counted.js';
import { type Figure, figuresOf } from './figures.js';
import { frameOf, type Measure, type Placed } from './measure.js';
import { besideAt, certain, partiesOfCount, partiesOfQuantity, topOf } from './measured.js';
import { multiplesOf } from './multiples.js';
import { belowOf, phraseOf } from './phrase.js';
import { directionOf, type Named, nearestQuantity, quantityAt } from './quantities.js';
import { nameAt, sumName } from './quantity-names.js';
import { ranksOf } from './ranks.js';
import { antecedentOf, purposeOf } from './said.js';
import { clauseExtent, predicateOf, type Scene } from './scene.js';
import { namedShare, partName, shareName } from './share-names.js';
import { partiesOfShare } from './shares.js';
import { child, childrenBy, head, isWithin, lemma, relation, type Tree, upos, xpos } from './tree.js';

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
  if (isAddition(scene, at)) return undefined;
  const change = isOf ? 0 : figure.kind === 'percent' ? changeAt(tree, at) : changeBy(tree, at);
  const shared = isOf ? sharedAt(scene, at) : figure.kind === 'percent' ? namedShare(scene, at) : undefined;
  const share = shared !== undefined;
  const what = shared ?? (isOf ? undefined : change === 0 ? nameOf(scene, at) : changing(scene, at));
  if (what === undefined || isOfTheWorld(tree, at) || isPrivate(scene, at)) return undefined;
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
  const parties = certain(
    scene,
    at,
    found.length === 0 || isOf || figure.kind === 'percent'
      ? found
      : unique([...found, ...besideAt(scene, at)]),
  );
  if (parties.length === 0 || parties.length > 10) return undefined;
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
    ...frameOf(scene, { ...at, noun: what.token }, parties),
    quantity: `${quantity}${rateAt(scene, at)}`,
    ...(share && whole !== '' ? { of: whole } : {}),
    value: figure.value,
    unit: unitOf(scene, figure, parties),
    ...(change === 0 ? {} : { change: change * figure.value }),
  };
}

/** "a billion children worldwide", "we remain a continent in which …", "of the Earth's surface": nobody's own figure. */
function isOfTheWorld(tree: Tree, at: Placed): boolean {
  const worlds = [at.predicate, tree.root].map((i) => lemma(tree, i));
  if (worlds.some((w) => /^(continent|region|planet|world)$/.test(w))) return true;
  for (let i = at.last; i < Math.min(at.last + 8, tree.length); i++)
    if (/^(planet|earth|globe)$/.test(lemma(tree, i)) || (/^(global|world)$/.test(lemma(tree, i)) && /^our$/i.test(tree.sentence.forms[i - 1] ?? '')))
      return true;
  for (let i = at.from; i < at.to; i++)
    if (/^(worldwide|humankind|mankind|humanity|globally)$/.test(lemma(tree, i))) return true;
  return false;
}

/** What a share is of: the noun after "of", under its usual name where it has one. Of a time there is none. */
function sharedAt(scene: Scene, at: Placed) {
  const { tree, cast } = scene;
  const next = head(tree, at.last);
  // "73 per cent of the total of Iran's voters"
  const counted = /^(total|number)$/.test(lemma(tree, next)) ? child(tree, next, 'nmod') : undefined;
  const noun = counted ?? next;
  if (noun < at.last || !/^(NOUN|PROPN)$/.test(upos(tree, noun)) || isTemporal(tree, noun)) return undefined;
  if ((cast.partyAt[noun] ?? -1) >= 0 && upos(tree, noun) === 'PROPN' && !/^NNP?S$/.test(xpos(tree, noun)))
    return undefined;
  if (
    /^(period|term|existence|time|history|life|lifetime|duration|home|prize|award|\d{4}s)$/.test(
      lemma(tree, noun),
    )
  )
    return undefined;
  return { quantity: phraseOf(scene, noun, at), of: '', token: noun };
}

/** "reduced its emissions by 30 per cent": what the verb of rise or fall has for its object, else its subject; "a cut of 5 per cent in". */
function changing(scene: Scene, at: Placed): Named | undefined {
  const { tree } = scene;
  const named = (token: number | undefined) => (token === undefined ? undefined : nameAt(scene, token, at));
  if (directionOf(lemma(tree, at.predicate)) !== 0) {
    const clause = clauseOf(tree, at.predicate);
    for (const token of [...clause.objects, ...clause.subjects.map((t) => antecedentOf(scene, t))]) {
      if (token >= at.first && token < at.last) continue;
      const found = directionOf(lemma(tree, token)) !== 0 ? changedBy(scene, token, at) : named(token);
      if (found !== undefined) return found;
    }
  }
  for (const token of [...[0, 1, 2].map((n) => at.last + n), ...[1, 2, 3, 4, 5].map((n) => at.first - n)])
    if (directionOf(lemma(tree, token)) !== 0 && upos(tree, token) === 'NOUN')
      return changedBy(scene, token, at);
  return undefined;
}

/** What a noun of rise or fall is of: "reduction in emissions", "trade growth", "grew: a rise in". */
function changedBy(scene: Scene, noun: number, at: Placed): Named | undefined {
  const { tree } = scene;
  const below = childrenBy(tree, noun, 'nmod').filter((n) => /^(in|of)$/.test(prepositionOf(tree, n)));
  const before = childrenBy(tree, noun, 'compound', 'amod', 'nmod:poss').reverse();
  const rate =
    lemma(tree, noun + 1) === 'rate'
      ? childrenBy(tree, noun + 1, 'compound', 'amod').filter((c) => c !== noun)
      : [];
  for (const token of [...below, ...before, ...rate]) {
    if (token >= at.first && token < at.last) continue;
    if (lemma(tree, token) === 'economic') return { quantity: 'output', token };
    if (!/^(NOUN|PROPN)$/.test(upos(tree, token))) continue;
    const found = nameAt(scene, token, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Quantities that are told in per cent of what goes without saying. */
const RATES = new Set([
  ...['tariff', 'inflation', 'unemployment', 'poverty', 'literacy', 'vote', 'mortality', 'deficit', 'debt'],
  ...['vaccination', 'surplus'],
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
  if (!/^(NOUN|PROPN)$/.test(upos(tree, noun)) || (noun >= at.first && noun < at.last)) return { quantity, token };
  const top = topOf(tree, at);
  let over = noun;
  for (let n = 0; n < 3 && relation(tree, over) === 'nmod' && head(tree, over) >= 0; n++) over = head(tree, over);
  const isTold = [noun, over].some((i) => isWithin(tree, top, i) || (head(tree, i) === at.predicate && /^(nsubj|obj)$/.test(relation(tree, i))));
  if (!isTold && at.predicate !== noun) return undefined;
  const below = [...childrenBy(tree, top, 'nmod'), ...childrenBy(tree, at.predicate, 'obl')]
    .filter((n) => n > top && /^(on|among|for)$/.test(prepositionOf(tree, n)))
    .map((n) => belowOf(scene, n, at))
    .find((w) => w !== '');
  const phrase = [phraseOf(scene, noun, at), below].filter(Boolean).join(' ');
  const isPlain = phrase === '' || new RegExp(`^(?:${lemma(tree, token)}s?|${(tree.sentence.forms[token] ?? '').toLowerCase()})(?: (?:rate|level|ratio|figure))?s?$`).test(phrase);
  return { quantity: isPlain ? quantity : phrase, token };
}

/** What a share of output or income may be: "aid of 0.7 per cent of national income". */
const BASES = /^(gdp|gnp|gni|product|income|revenue|budget|output|economy|expenditure|spending)$/;
const SHARING = new Set([
  ...['debt', 'aid', 'military spending', 'deficit', 'surplus', 'investment', 'trade', 'exports', 'imports'],
  ...['remittances', 'reserves', 'spending', 'tax', 'loss', 'cost'],
]);

function toldBefore(scene: Scene, at: Placed, token: number): string | null | undefined {
  const { tree } = scene;
  // "official development assistance totalling 0.7 per cent"
  const above = relation(tree, at.predicate) === 'acl' ? head(tree, at.predicate) : at.from;
  for (let i = at.first - 1; i >= Math.min(at.from, above); i--) {
    let noun = i;
    while (noun < at.first && /^(compound|amod|conj)$/.test(relation(tree, noun)) &&
      upos(tree, head(tree, noun)) === 'NOUN' && head(tree, noun) > noun)
      noun = head(tree, noun);
    const quantity = quantityAt(tree, i);
    const isNoun = upos(tree, i) === 'NOUN' && noun < at.first;
    if (isNoun && quantity !== undefined && SHARING.has(quantity)) return nameAt(scene, noun, at)?.quantity;
    if (isNoun && relation(tree, i) === 'nsubj') break;
  }
  // "devote 1 per cent of national income to development assistance"
  if (
    !/^(spend|devote|allocate|dedicate|invest|earmark|commit|give|provide|contribute)$/.test(
      lemma(tree, at.predicate),
    )
  )
    return undefined;
  const purpose = purposeOf(scene, at.predicate, [topOf(tree, at), token], at);
  if (purpose === null) return null;
  const phrase = /^(?:on|to|in|for|as|into|towards?) (?!\w+ing )(.+)$/.exec(purpose ?? '')?.[1];
  if (phrase === undefined) return undefined;
  return /spending|expenditure|\b(assistance|aid)\b/.test(phrase) ? phrase : `spending on ${phrase}`;
}

/** " per year", " per tonne": what a figure is counted by. */
function rateAt({ text, tree }: Scene, { figure }: Placed): string {
  const after = text.slice(
    tree.sentence.start + figure.end,
    Math.min(tree.sentence.end, tree.sentence.start + figure.end + 40),
  );
  if (/^\W*(annually|per annum|(?:per|a|each|every) year|yearly)\b/i.test(after)) return ' per year';
  const later = /^(?: of)?(?: [\w’'-]+){1,4} (?:per|a|every|each) (day|month|year|week)\b(?! (?:ago|earlier|later|before|after|when|of))/i.exec(after)?.[1];
  if (later !== undefined && figure.kind !== 'percent') return ` per ${later.toLowerCase()}`;
  const by = /^\W*(?:per|a|an) (capita|person|head|tonne?|barrel|kilogram|litre|day|month|hour|week)\b/i.exec(
    after,
  )?.[1];
  return by === undefined || (figure.kind === 'count' && /capita|person|head/i.test(by))
    ? ''
    : ` per ${by.toLowerCase()}`;
}

/** Fines of private persons, crowds, guests and those asked in a survey are no matter of parties. */
function isPrivate({ tree, document }: Scene, at: Placed): boolean {
  const near = (pattern: RegExp) => {
    for (let i = at.from; i < at.to; i++) if (pattern.test(lemma(tree, i))) return true;
    return false;
  };
  if (
    /^(march|protest|rally|demonstrate|attend|gather|cheer|watch|survey|compete)$/.test(
      lemma(tree, at.predicate),
    )
  )
    return true;
  if (
    near(
      /^(spectator|guest|attendee|viewer|fan|survey|surveyed|poll|respondent|protester|protestor|demonstrator|audience|ticket|prize|box)$/,
    )
  )
    return true;
  if (document.genre !== 'news') return false;
  if (
    at.figure.kind === 'money' &&
    near(/^(jail|prison|sentence|bail|heiress|salary|compensation|lawsuit|bid|guilty|jury|convict)$/)
  )
    return true;
  return (
    at.figure.kind === 'count' &&
    near(/^(speak|language|protest|march|rally|demonstrate|settlement|village|hamlet)$/)
  );
}

/** Dollars of a speaker whose own they are. */
const DOLLARS: Readonly<Record<string, string>> = { AUS: 'AUD', CAN: 'CAD', NZL: 'NZD', SGP: 'SGD' };

function unitOf({ document, text, tree }: Scene, { unit, start }: Figure, parties: readonly Concerned[]): string {
  const own = DOLLARS[document.speaker ?? ''];
  if (own === undefined || unit !== 'USD' || !parties.some((p) => p.party === document.speaker)) return unit;
  const from = tree.sentence.start + start;
  return /^(US|USD|United)/.test(text.slice(from, from + 6)) ? unit : own;
}

/** "will increase its budget by $350 million": a sum or number by which something changes. */
function changeBy(tree: Tree, at: Placed): number {
  let before = at.first - 1;
  while (before > at.from && /^(about|around|nearly|almost|over|only|some|more|than|approximately|up|to|a|an)$/.test(lemma(tree, before))) before--;
  return lemma(tree, before) === 'by' ? directionOf(lemma(tree, at.predicate)) : 0;
}

/** "exceed the level of 2017 by 200 billion", "200 billion more than in 2017": not how much it is. */
function isAddition({ tree, text }: Scene, at: Placed): boolean {
  const after = text.slice(tree.sentence.start + at.figure.end, tree.sentence.end);
  if (/^\s(?:more|less|higher|lower)\b[^,;:]{0,80}\bthan (?:in|over|during|at|a|the|what)\b/i.test(after)) return true;
  return (
    /^(exceed|outstrip|surpass|miss|beat|overtake|outpace)$/.test(lemma(tree, at.predicate)) &&
    prepositionOf(tree, topOf(tree, at)) === 'by'
  );
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
