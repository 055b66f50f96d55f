import { isTemporal, prepositionOf } from './clause.js';
import type { Placed } from './measure.js';
import { topOf } from './measured.js';
import { isParty, phraseOf } from './phrase.js';
import { directionOf, type Named } from './quantities.js';
import { doneTo, purposeOf, saidOf } from './said.js';
import type { Scene } from './scene.js';
import { causeOf, isLost, ofWhom, sufferedBy } from './tolls.js';
import { child, childrenBy, head, isPredicate, lemma, relation, type Tree, upos, xpos } from './tree.js';

/** Units that are no quantity themselves: what is weighed, measured or dosed names it. */
const MEASURED_IN = new Set(['tonnes', 'barrels', 'hectares', 'megawatts']);
/** What a number counts: "1,000 people were killed" deaths, "tons of wheat" wheat, "Peru has 30 million people" population. */
export function countName(scene: Scene, at: Placed): Named | undefined {
  const { tree } = scene;
  const { unit, value } = at.figure;
  const top = topOf(tree, at);
  // "eleven women and nine men": parts of a number.
  if (unit === 'people' && isPart(tree, top)) return undefined;
  // Lives that are saved are no deaths.
  if (unit === 'deaths' && !isLost(tree, at, top)) return undefined;
  if (MEASURED_IN.has(unit)) return measuredIn(scene, at, top);
  if (unit === 'vaccine doses' && !tree.lemmas.some((w) => /vaccin|immuni[sz]|covid|jab/.test(w)))
    return undefined;
  const isActing =
    head(tree, top) === at.predicate &&
    isPredicate(tree, at.predicate) &&
    upos(tree, at.predicate) === 'VERB' &&
    !THERE.has(lemma(tree, at.predicate));
  if (/^(deaths|injuries)$/.test(unit)) {
    const toll = ofWhom(scene, at, top, unit);
    return { quantity: toll === 'deaths' ? `${toll}${causeOf(scene, at)}` : toll, token: top };
  }
  if (unit === 'members' && !isActing) {
    const whole = childrenBy(tree, top, 'nmod').find(
      (n) => prepositionOf(tree, n) === 'of' && !isParty(scene, n),
    );
    const phrase = whole === undefined ? '' : phraseOf(scene, whole, at);
    return { quantity: phrase === '' ? unit : `${unit} of ${phrase}`, token: top };
  }
  const suffered = /^(people|refugees|migrants|families|households|troops)$/.test(unit)
    ? sufferedBy(tree, at, top)
    : undefined;
  if (suffered) {
    const toll = ofWhom(scene, at, top, suffered);
    return { quantity: toll === 'deaths' ? `${toll}${causeOf(scene, at)}` : toll, token: top };
  }
  const owned =
    childrenBy(tree, top, 'nmod:poss').length > 0 || /^(have|home)$/.test(lemma(tree, at.predicate));
  const isOfParty = childrenBy(tree, top, 'amod', 'compound', 'nmod').some(
    (c) =>
      isParty(scene, c) &&
      (/^(|of)$/.test(prepositionOf(tree, c)) ||
        (prepositionOf(tree, c) === 'in' && child(tree, top, 'det') !== undefined)),
  );
  const whole = /^(people|inhabitant|citizen|person)$/.test(lemma(tree, top)) && value >= 100_000;
  if (
    unit === 'people' &&
    (owned || (isOfParty && value >= 1e6)) &&
    whole &&
    // "140 million citizens have been vaccinated" are not all; "the 23 million people of Taiwan" are.
    (!isActing || owned || child(tree, top, 'det') !== undefined) &&
    child(tree, top, 'acl') === undefined
  )
    return { quantity: 'population', token: top };
  const up = head(tree, top);
  if (up >= 0 && lemma(tree, up) === 'population' && relation(tree, top) === 'nmod')
    return { quantity: 'population', token: top };
  return toldCount(scene, at, top);
}

/** Verbs that only tell that there are so many. */
const THERE = new Set([
  ...[
    'be',
    'have',
    'include',
    'number',
    'total',
    'see',
    'reach',
    'host',
    'exceed',
    'amount',
    'comprise',
    'say',
    'estimate',
  ],
  ...[
    'contain',
    'involve',
    'count',
    'represent',
    'consist',
    'remain',
    'become',
    'know',
    'mean',
    'believe',
    'add',
  ],
]);
/** Counted nouns that say nothing without what was done. */
const BARE =
  /^(people|person|individual|member|man|woman|child|country|state|nation|case|family|household|government|citizen|soldier|troop|personnel|peacekeeper|serviceman|civilian|worker)$/;

/** "people arrested", "vaccine doses donated", "countries that recognize": who are counted, and what is told of them. */
function toldCount(scene: Scene, at: Placed, top: number): Named | undefined {
  const { tree } = scene;
  const phrase = phraseOf(scene, top, { first: at.first, last: at.first, clauses: false });
  const noun = at.figure.unit === 'vaccine doses' && !/vaccin/.test(phrase) ? 'vaccine doses' : phrase;
  if (noun === '') return undefined;
  const named = (words: string | undefined): Named => ({
    quantity: words ? `${noun} ${words}` : noun,
    token: top,
  });
  const { predicate } = at;
  const rel = relation(tree, top);
  const isObject = rel === 'obj' && head(tree, top) === predicate && !THERE.has(lemma(tree, predicate));
  const clause = childrenBy(tree, top, 'acl').find(
    (c) =>
      c > top &&
      xpos(tree, c) !== 'VB' &&
      !childrenBy(tree, c, 'nsubj', 'nsubj:pass').some((s) => upos(tree, s) === 'NUM'),
  );
  const said = clause === undefined ? undefined : saidOf(scene, clause, { ...at, names: true })?.words;
  if (said !== undefined && !isObject) return named(said);
  // "recover the 100,000 jobs lost to the storm"
  const restricted = isObject && said !== undefined && xpos(tree, clause ?? 0) === 'VBN' ? ` ${said}` : '';
  // "a standby force of 8,000 troops"
  const up = head(tree, top);
  const unit = rel === 'nmod' && up >= 0 && upos(tree, up) === 'NOUN' && prepositionOf(tree, top) === 'of';
  if (
    unit &&
    /^(force|unit|contingent|brigade|battalion|team|mission|army|corps|network|fleet|reserve)$/.test(
      lemma(tree, up),
    )
  ) {
    const body = phraseOf(scene, up, at, 2);
    return body === '' ? undefined : { quantity: `${noun} of ${body}`, token: top };
  }
  if (prepositionOf(tree, top) === 'include') return undefined;
  const isBare =
    at.figure.unit === 'countries' ||
    (BARE.test(lemma(tree, top)) && noun === (tree.sentence.forms[top] ?? '').toLowerCase());
  const plain = () => (isBare ? undefined : named(undefined));
  if (!isPredicate(tree, predicate) || head(tree, top) !== predicate) return plain();
  if (
    upos(tree, predicate) === 'VERB' &&
    THERE.has(lemma(tree, predicate)) &&
    !/^host$/.test(lemma(tree, predicate))
  )
    return plain();
  if (rel === 'nsubj') {
    const said = saidOf(scene, predicate, at);
    return said?.words === undefined ? plain() : named(said.words);
  }
  const simple = phraseOf(scene, top, { first: at.first, last: at.first, only: /^(of|in|from)$/ });
  if (rel === 'obj' && prepositionOf(tree, top) === '') {
    const goal = TRIVIAL.test(lemma(tree, predicate))
      ? undefined
      : purposeOf(scene, predicate, [top], at, /^(to|in|into|from|for|under|as|near|through)$/);
    if (
      goal === undefined &&
      /^(bring|put|make|get|give|allow|enable|find|see|place)$/.test(lemma(tree, predicate))
    )
      return undefined;
    const done = `${noun === phrase ? simple : noun}${restricted} ${doneTo(scene, predicate)}`;
    return { quantity: [done, done.includes(goal ?? '') ? '' : goal].filter(Boolean).join(' '), token: top };
  }
  if (
    rel === 'obl' &&
    prepositionOf(tree, top) === 'by' &&
    child(tree, predicate, 'nsubj:pass') !== undefined
  ) {
    const suffered = child(tree, predicate, 'nsubj:pass');
    const what = suffered === undefined ? '' : phraseOf(scene, suffered, at, 1);
    return what === '' ? undefined : named(`that ${lemma(tree, predicate)} ${what}`);
  }
  return plain();
}

/** Verbs whose further phrases say nothing of those counted. */
const TRIVIAL = /^(create|make|build|produce|add)$/;

const DEEDS =
  /^(delivery|shipment|export|import|production|supply|purchase|sale|donation|destruction|consumption|transfer)$/;

function isPart(tree: Tree, top: number): boolean {
  const counts = (i: number) => childrenBy(tree, i, 'nummod').length > 0;
  const up = head(tree, top);
  if (/^(conj|appos)$/.test(relation(tree, top)) && up >= 0 && counts(up)) return true;
  return childrenBy(tree, top, 'conj').some(counts);
}

function measuredIn(scene: Scene, at: Placed, top: number): Named | undefined {
  const { tree } = scene;
  const done =
    relation(tree, top) === 'obj' &&
    isPredicate(tree, at.predicate) &&
    !THERE.has(lemma(tree, at.predicate)) &&
    !/^(put|bring|make|get|give)$/.test(lemma(tree, at.predicate));
  const passive = relation(tree, top) === 'nsubj' && child(tree, at.predicate, 'nsubj:pass') !== undefined;
  const deed = done
    ? ` ${doneTo(scene, at.predicate)}`
    : passive
      ? ` ${lemma(tree, at.predicate) && doneTo(scene, at.predicate)}`
      : '';
  const of = childrenBy(tree, top, 'nmod').find(
    (n) => prepositionOf(tree, n) === 'of' && !isTemporal(tree, n),
  );
  const whole = of === undefined ? '' : phraseOf(scene, of, at);
  const over = head(tree, top);
  // "the delivery of a thousand tons of arms"
  const act =
    relation(tree, top) === 'nmod' && over >= 0 && DEEDS.test(lemma(tree, over))
      ? `${lemma(tree, over)} of `
      : '';
  if (of !== undefined && whole !== '') return { quantity: `${act}${whole}${deed}`, token: of };
  // "five million tons": of what the noun before or the subject tells, "oil production of …".
  const up = head(tree, top);
  const noun = relation(tree, top) === 'nmod' && up >= 0 && upos(tree, up) === 'NOUN' ? up : undefined;
  const subject = child(tree, at.predicate, 'nsubj', 'nsubj:pass');
  for (const token of [noun, subject]) {
    if (token === undefined || token === top || (scene.cast.partyAt[token] ?? -1) >= 0) continue;
    if (
      token === subject &&
      !THERE.has(lemma(tree, at.predicate)) &&
      at.predicate !== top &&
      directionOf(lemma(tree, at.predicate)) === 0
    )
      continue;
    const phrase = upos(tree, token) === 'NOUN' ? phraseOf(scene, token, at) : '';
    if (phrase !== '') return { quantity: phrase, token };
  }
  return undefined;
}
