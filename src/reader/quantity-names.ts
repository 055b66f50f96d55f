import { isTemporal, prepositionOf } from './clause.js';
import type { Placed } from './measure.js';
import { topOf } from './measured.js';
import { isParty, phraseOf } from './phrase.js';
import { directionOf, type Named, quantityAt } from './quantities.js';
import { antecedentOf, purposeOf } from './said.js';
import type { Scene } from './scene.js';
import { child, childrenBy, deprel, head, isPredicate, lemma, relation, upos } from './tree.js';

/**
 * What a noun measures: under its usual name where the noun stands alone ("GDP" is gross domestic product), else in the text's own words
 * ("greenhouse gas emissions"). Undefined for parties, pronouns and times.
 */
export function nameAt(
  scene: Scene,
  token: number,
  without?: Pick<Placed, 'first' | 'last'>,
): Named | undefined {
  const { tree } = scene;
  if (!/^(NOUN|PROPN)$/.test(upos(tree, token)) || isTemporal(tree, token)) return undefined;
  const phrase = phraseOf(scene, token, without);
  if (phrase === '') return undefined;
  const single = !/\s/.test(phrase);
  if (isParty(scene, token)) return undefined;
  const usual =
    single || /^gross (domestic|national) (product|income)$/.test(phrase)
      ? quantityAt(tree, token)
      : undefined;
  const isUsual =
    usual !== undefined && USUAL.has(usual) && (usual !== 'aid' || AID.test(lemma(tree, token)));
  // "gross domestic product (GDP) per capita"
  const each = /^.{0,12}?\bper (capita|head|person)\b/.exec(
    tree.lemmas.slice(token + 1, token + 6).join(' '),
  )?.[1];
  return { quantity: `${isUsual ? usual : phrase}${each ? ` per ${each}` : ''}`, token };
}

const AID = /^(aid|assistance|relief|oda)$/;
/** Usual names that say what the noun says. */
const USUAL = new Set([
  'trade',
  'exports',
  'imports',
  'output',
  'gross domestic product',
  'gross national product',
  'gross national income',
  'aid',
  'debt',
  'deficit',
  'surplus',
  'reserves',
  'remittances',
  'investment',
  'emissions',
  'tariff',
  'population',
]);
/** Nouns that say nothing of what a sum is. */
const EMPTY =
  /^(amount|total|sum|equivalent|worth|value|figure|level|target|goal|number|tune|rate|year|part|one|excess|minimum|maximum|portion|rest|half|remainder|thing|something|what|more|most|time|way|result|plan|effort|addition|period|tranche|instalment|installment|order)$/;
/** What verbs of giving, spending and taking make of a sum. */
const SUMS: Readonly<Record<string, string>> = {
  ...{
    invest: 'investment',
    spend: 'spending',
    donate: 'donation',
    contribute: 'contribution',
    lend: 'loans',
  },
  ...{ owe: 'debt', export: 'exports', import: 'imports', lose: 'loss', cost: 'cost', earn: 'earnings' },
  ...{ pledge: 'pledge', allocate: 'allocation', grant: 'grant', borrow: 'borrowing', save: 'savings' },
  ...{
    give: 'funding',
    provide: 'funding',
    commit: 'commitment',
    offer: 'funding',
    extend: 'funding',
    pay: 'payment',
  },
  ...{
    disburse: 'disbursement',
    transfer: 'transfer',
    promise: 'pledge',
    earmark: 'allocation',
    mobilize: 'funding',
  },
  ...{ mobilise: 'funding', raise: 'funding', receive: 'funding', inject: 'investment', finance: 'funding' },
  ...{
    fund: 'funding',
    release: 'funding',
    secure: 'funding',
    need: 'funding needed',
    require: 'funding needed',
    seek: 'funding sought',
    devote: 'spending',
    repay: 'repayment',
    announce: 'funding announced',
    approve: 'funding approved',
    set: 'funding set aside',
    dedicate: 'funding',
  },
};

/**
 * What a sum of money is: the noun that it stands at ("investments of $5 billion"), what it is in ("$5 billion in loans"), the object or
 * subject that it is told of, or what the verb does, with what for ("spending on roads").
 */
export function sumName(scene: Scene, at: Placed): Named | undefined {
  const { tree } = scene;
  const { predicate } = at;
  const top = topOf(tree, at);
  const inside = (i: number) => i >= at.first && i < at.last;
  const named = (token: number): Named | undefined => {
    if (inside(token) || directionOf(lemma(tree, token)) !== 0) return undefined;
    // "an investment plan for hospitals" says what "a plan" does not.
    const isMade = /^(plan|effort)$/.test(lemma(tree, token)) && child(tree, token, 'compound') !== undefined;
    return EMPTY.test(lemma(tree, token)) && !isMade ? undefined : nameAt(scene, token, at);
  };
  const verb = isPredicate(tree, predicate) ? lemma(tree, predicate) : '';
  // "22 per cent of output, or $750 million": the same again.
  if (lemma(tree, at.first - 1) === 'or') return ownedBefore(scene, at);
  let up = head(tree, top);
  // "a $100 million women’s safety package"
  while (up >= at.last && /^(compound|amod|nmod:poss)$/.test(deprel(tree, up))) up = head(tree, up);
  const rel = relation(tree, top);
  // Whose fund a sum goes to says more than the party that it is.
  const spoken = { ...at, names: true };
  // A contribution or fund is told with what it is for.
  const meant = (found: Named): Named => {
    const heads = [...new Set([top, found.token])].filter((h) => h !== predicate);
    const goal = OPEN.test(found.quantity)
      ? purposeOf(scene, predicate, heads, spoken, GOALS, found.token + 1)
      : undefined;
    return goal ? { ...found, quantity: `${found.quantity} ${goal}` } : found;
  };
  // "$5 billion in loans", "$5 million of aid", "$5 billion worth of goods"
  const ofWhat = [top, ...(lemma(tree, at.last) === 'worth' ? [at.last] : [])]
    .flatMap((h) => childrenBy(tree, h, 'nmod'))
    .filter((n) => n >= at.last && /^(in|of|as)$/.test(prepositionOf(tree, n)))
    .filter((n) => prepositionOf(tree, n) !== 'in' || !SPENDS.test(verb));
  // "gave 50 million dollars in aid", where the parser hangs it on the verb
  if (lemma(tree, at.last) === 'in' && !SPENDS.test(verb))
    ofWhat.push(...childrenBy(tree, predicate, 'obl').filter((o) => child(tree, o, 'case') === at.last));
  // "a shortfall of 5 million in contributions": what falls short, and not what is given.
  const whole = rel === 'nmod' && up >= 0 && prepositionOf(tree, top) === 'of' ? named(up) : undefined;
  if (whole !== undefined && !MONEY.test(lemma(tree, up))) return meant(whole);
  // "of national funds to support the transition"
  const money: number[] = [];
  for (const n of ofWhat) {
    // "in two tranches"; "€24 billion of national funds", where the verb says what becomes of them.
    const isMoney = MONEY.test(lemma(tree, n)) && SUMS[verb] !== undefined;
    if (isMoney) money.push(n);
    if (isMoney || childrenBy(tree, n, 'nummod').length > 0) continue;
    const found = named(n);
    if (found) return meant(found);
  }
  // "a $5 million loan", "a loan of $5 million"
  if (/^(compound|nmod|amod|nummod|appos|dep)$/.test(rel) && up >= 0) {
    const found =
      named(up) ?? (relation(tree, up) === 'nmod' && head(tree, up) >= 0 ? named(head(tree, up)) : undefined);
    if (found) return meant(found);
    if (!EMPTY.test(lemma(tree, up)) && lemma(tree, up) !== 'worth') return undefined;
    // "made contributions in the amount of $10 million"
    if (/^(amount|sum|tune|total)$/.test(lemma(tree, up)) && relation(tree, up) === 'obl')
      for (const o of childrenBy(tree, predicate, 'obj')) {
        const given = named(o);
        if (given) return given;
      }
    // "a target of 20 billion for their trade"
    for (const n of [...childrenBy(tree, up, 'nmod'), ...childrenBy(tree, predicate, 'obl')])
      if (n !== top && /^(for|of|in|on)$/.test(prepositionOf(tree, n))) {
        const below = named(n);
        if (below) return below;
      }
  }
  // "a project worth $5 billion"
  const worth =
    [up, top].find((i) => i >= 0 && lemma(tree, i) === 'worth') ??
    (lemma(tree, at.first - 1) === 'worth' ? at.first - 1 : undefined);
  if (worth !== undefined) {
    const found = head(tree, worth) >= 0 ? named(head(tree, worth)) : undefined;
    if (found)
      return {
        ...found,
        quantity: /^(trade|exports|imports|investment|aid)$/.test(found.quantity)
          ? found.quantity
          : `value of ${found.quantity}`,
      };
  }
  if (verb === '') return undefined;
  const subject = child(tree, predicate, 'nsubj', 'nsubj:pass');
  const told = subject === undefined ? undefined : antecedentOf(scene, subject);
  // "Exports reached $5 billion", "the cost was $5 billion"
  if (told !== undefined && told !== top && /^(obj|obl|root|xcomp|ccomp|advcl|conj)$/.test(rel)) {
    const found = named(told);
    const passive = child(tree, predicate, 'nsubj:pass') !== undefined;
    if (found !== undefined && (IS.test(verb) || predicate === top || directionOf(verb) !== 0)) return found;
    if (found !== undefined && verb === 'cost') return { ...found, quantity: `cost of ${found.quantity}` };
    if (found !== undefined && passive && rel === 'obl') return found;
    if (
      found !== undefined &&
      !/^(programme|program|fund|project|government|bank|plan|company|package|group|ministry)$/.test(
        lemma(tree, told),
      ) &&
      SUMS[verb] === undefined
    )
      return undefined;
  }
  if (predicate === top || (rel === 'obl' && prepositionOf(tree, top) !== 'with')) {
    const object = childrenBy(tree, predicate, 'obj').find((o) => !inside(o));
    const found = object === undefined ? undefined : named(object);
    if (found !== undefined) {
      const trade = TRADES[verb];
      return trade === undefined ? meant(found) : { ...found, quantity: `${trade} of ${found.quantity}` };
    }
  }
  const sum = SUMS[verb];
  if (sum === undefined || !/^(obj|nsubj|obl|iobj|xcomp)$/.test(rel)) return undefined;
  const goal = purposeOf(scene, predicate, [top, ...money], spoken);
  if (goal === null) return undefined;
  // "the plan has been allocated 3 billion"
  const whom = goal === undefined && rel === 'obj' ? child(tree, predicate, 'nsubj:pass') : undefined;
  const plan = whom === undefined || isParty(scene, whom) ? '' : phraseOf(scene, whom, at, 1);
  if (plan !== '') return { quantity: `${sum} to ${plan}`, token: predicate };
  return { quantity: goal === undefined ? sum : `${sum} ${goal}`, token: predicate };
}

/** The debt, deficit or the like that was named before a figure. */
function ownedBefore(scene: Scene, at: Placed): Named | undefined {
  const { tree } = scene;
  for (let i = at.first - 2; i >= Math.max(0, at.first - 16); i--)
    if (
      /^(NOUN)$/.test(upos(tree, i)) &&
      /^(debt|deficit|surplus|trade|aid|loss|cost|spending|investment)$/.test(lemma(tree, i))
    )
      return nameAt(scene, i, at);
  return undefined;
}

/** Nouns of money that say nothing of what it is for. */
const MONEY = /^(fund|money|dollar|euro|resource|currency|cash)$/;
const GOALS = /^(for|on|in|into|to|towards?|under|through)$/;
const OPEN =
  /^(?:[\p{L}-]+ ){0,3}(?:funding|funds?|support|assistance|aid|help|resources|contributions?|allocation|commitment|pledge|package|grants?|money|investments?|finance|financing|plan|programme|loans?|credits?|budget|shortfall|deficit|gap)$/u;
/** What those who buy and sell do with goods. */
const TRADES: Readonly<Record<string, string>> = {
  buy: 'purchases',
  purchase: 'purchases',
  sell: 'sales',
  export: 'exports',
  import: 'imports',
};

/** After these "in" tells what for. */
const SPENDS = /^(invest|spend|inject|put|pour)$/;
const IS =
  /^(be|reach|total|amount|exceed|stand|become|hit|remain|surpass|top|average|come|equal|constitute|represent|climb|go|run)$/;
