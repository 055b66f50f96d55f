import { isTemporal, prepositionOf } from './clause.js';
import type { Placed } from './measure.js';
import { topOf } from './measured.js';
import { antecedentOf, belowOf, phraseOf } from './phrase.js';
import { directionOf, type Named, quantityAt } from './quantities.js';
import type { Scene } from './scene.js';
import { child, childrenBy, head, isPredicate, lemma, relation, upos, xpos } from './tree.js';

/**
 * What a noun measures: under its usual name where the noun stands alone ("GDP" is output), else in the text's own words
 * ("greenhouse gas emissions"). Undefined for parties, pronouns and times.
 */
export function nameAt(
  scene: Scene,
  token: number,
  without?: Pick<Placed, 'first' | 'last'>,
): Named | undefined {
  const { tree, cast } = scene;
  if (!/^(NOUN|PROPN)$/.test(upos(tree, token)) || isTemporal(tree, token)) return undefined;
  const phrase = phraseOf(scene, token, without);
  if (phrase === '') return undefined;
  const single = !/\s/.test(phrase);
  if ((cast.partyAt[token] ?? -1) >= 0) return undefined;
  const usual =
    single || /^gross (domestic|national) (product|income)$/.test(phrase)
      ? quantityAt(tree, token)
      : undefined;
  const isUsual =
    usual !== undefined && USUAL.has(usual) && (usual !== 'aid' || AID.test(lemma(tree, token)));
  return { quantity: isUsual ? usual : phrase, token };
}

const AID = /^(aid|assistance|relief|oda)$/;
/** Usual names that say what the noun says. */
const USUAL = new Set([
  'trade',
  'exports',
  'imports',
  'output',
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
  /^(amount|total|sum|equivalent|worth|value|figure|level|target|goal|number|tune|rate|year|part|one|excess|minimum|maximum|portion|rest|half|remainder|thing|something|what|more|most|time|way|result|plan|effort|addition|addition)$/;
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
    if (inside(token) || EMPTY.test(lemma(tree, token)) || directionOf(lemma(tree, token)) !== 0)
      return undefined;
    return nameAt(scene, token, at);
  };
  const verb = isPredicate(tree, predicate) ? lemma(tree, predicate) : '';
  const up = head(tree, top);
  const rel = relation(tree, top);
  // "$5 billion in loans", "$5 million of aid", "$5 billion worth of goods"
  const ofWhat = [top, ...(lemma(tree, at.last) === 'worth' ? [at.last] : [])]
    .flatMap((h) => childrenBy(tree, h, 'nmod'))
    .filter((n) => n >= at.last && /^(in|of|as)$/.test(prepositionOf(tree, n)))
    .filter((n) => prepositionOf(tree, n) !== 'in' || !SPENDS.test(verb));
  // "gave 50 million dollars in aid", where the parser hangs it on the verb
  if (lemma(tree, at.last) === 'in' && !SPENDS.test(verb))
    ofWhat.push(...childrenBy(tree, predicate, 'obl').filter((o) => child(tree, o, 'case') === at.last));
  for (const n of ofWhat) {
    const found = named(n);
    if (found) return found;
  }
  // "a $5 million loan", "a loan of $5 million"
  if (/^(compound|nmod|amod|nummod|appos|dep)$/.test(rel) && up >= 0) {
    const found =
      named(up) ?? (relation(tree, up) === 'nmod' && head(tree, up) >= 0 ? named(head(tree, up)) : undefined);
    if (found) return found;
    if (!EMPTY.test(lemma(tree, up)) && lemma(tree, up) !== 'worth') return undefined;
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
  if (predicate === top || rel === 'obl') {
    const object = childrenBy(tree, predicate, 'obj').find((o) => !inside(o));
    const found = object === undefined ? undefined : named(object);
    if (found !== undefined) return found;
  }
  const sum = SUMS[verb];
  if (sum === undefined || !/^(obj|nsubj|obl|iobj|xcomp)$/.test(rel)) return undefined;
  const purpose = [...childrenBy(tree, predicate, 'obl'), ...childrenBy(tree, top, 'nmod')]
    .filter((o) => o >= at.last && /^(for|on|in|into|to|towards)$/.test(prepositionOf(tree, o)))
    .map((o) => belowOf(scene, o, at))
    .find((w) => w !== '');
  const goal = purpose ?? purposeClause(scene, predicate, at);
  return { quantity: goal === undefined ? sum : `${sum} ${goal}`, token: predicate };
}

/** "spent 5 million on building schools": the deed that a sum is for. */
function purposeClause(scene: Scene, predicate: number, at: Placed): string | undefined {
  const { tree } = scene;
  for (const c of childrenBy(tree, predicate, 'advcl', 'xcomp')) {
    if (c < at.last || !(xpos(tree, c) === 'VBG' || xpos(tree, c) === 'VB')) continue;
    const object = child(tree, c, 'obj');
    const phrase = object === undefined ? '' : phraseOf(scene, object, at);
    if (phrase === '') continue;
    const marker = child(tree, c, 'mark', 'case');
    const lead =
      marker !== undefined && /^(to|on|for|in|towards)$/.test(lemma(tree, marker))
        ? `${lemma(tree, marker)} `
        : '';
    return `${lead === '' && xpos(tree, c) === 'VBG' ? 'on ' : lead}${(tree.sentence.forms[c] ?? '').toLowerCase()} ${phrase}`;
  }
  return undefined;
}

/** After these "in" tells what for. */
const SPENDS = /^(invest|spend|allocate|inject|put|commit)$/;
const IS =
  /^(be|reach|total|amount|exceed|stand|become|hit|remain|surpass|top|average|come|equal|constitute|represent|climb|go|run)$/;
