import { childrenBy, head, lemma, premodifiers, type Tree, upos } from './tree.js';

/** What is measured, by lemmas that name it. */
const QUANTITIES: readonly (readonly [string, readonly string[]])[] = [
  ['trade', ['trade', 'export', 'import', 'commerce', 'turnover', 'exporter']],
  ['investment', ['invest', 'investment', 'fdi']],
  [
    'aid',
    [
      'aid',
      'assistance',
      'grant',
      'donate',
      'donation',
      'loan',
      'relief',
      'oda',
      'contribution',
      'contribute',
    ],
  ],
  ['aid', ['pledge', 'credit', 'lend', 'help']],
  ['funding', ['fund', 'funding', 'finance', 'financing', 'package']],
  ['military spending', ['defence', 'defense', 'military', 'arms', 'armament', 'weapon']],
  [
    'spending',
    ['spend', 'spending', 'expenditure', 'budget', 'allocate', 'allocation', 'programme', 'program'],
  ],
  ['output', ['gdp', 'economy', 'output', 'gnp', 'gni', 'gross']],
  ['debt', ['debt', 'owe', 'indebtedness']],
  ['deficit', ['deficit']],
  ['surplus', ['surplus']],
  ['reserves', ['reserve']],
  ['remittances', ['remittance']],
  ['revenue', ['revenue', 'income', 'earnings']],
  ['loss', ['loss', 'lose', 'damage']],
  ['cost', ['cost']],
  ['fine', ['fine', 'compensation', 'penalty', 'fee']],
  ['tariff', ['tariff', 'duty', 'levy', 'tax']],
  ['price', ['price']],
  ['inflation', ['inflation']],
  ['unemployment', ['unemployment', 'jobless', 'unemployed']],
  ['poverty', ['poverty', 'poor']],
  ['emissions', ['emission', 'greenhouse', 'carbon']],
  ['energy', ['energy', 'electricity', 'renewable', 'power', 'gas', 'oil']],
  ['forest', ['forest', 'reforestation']],
  ['population', ['population', 'inhabitant']],
  ['vote', ['vote', 'turnout', 'electorate', 'voter']],
  ['literacy', ['literacy']],
  ['enrolment', ['enrolment', 'enrollment']],
  ['mortality', ['mortality']],
  ['production', ['production', 'produce', 'harvest']],
  ['sales', ['sale', 'sell', 'buy', 'purchase', 'contract', 'deal']],
  ['women', ['woman', 'gender', 'female']],
  ['vaccination', ['vaccinate', 'vaccination', 'immunization', 'immunisation']],
  ['migration', ['migrant', 'refugee']],
  ['oceans', ['ocean', 'marine']],
  ['aid', ['commit', 'disburse', 'mobilize', 'mobilise']],
];
const BY_LEMMA = new Map(QUANTITIES.flatMap(([quantity, words]) => words.map((w) => [w, quantity] as const)));

export interface Named {
  readonly quantity: string;
  readonly token: number;
}

/** The quantity that a word names. */
export function quantityAt(tree: Tree, token: number): string | undefined {
  const word = lemma(tree, token);
  // "gross national income", "gross domestic product"
  if (
    (word === 'income' || word === 'product') &&
    premodifiers(tree, token).some((m) => /^(national|domestic)$/.test(lemma(tree, m)))
  )
    return 'output';
  return BY_LEMMA.get(word);
}

/** The quantity named nearest to the figure (tokens `first` to `last`, exclusive) within `from` to `to`. */
export function nearestQuantity(
  tree: Tree,
  first: number,
  last: number,
  from: number,
  to: number,
): Named | undefined {
  for (let d = 1; d <= 14; d++) {
    for (const token of [last - 1 + d, first - d]) {
      if (token < from || token >= to) continue;
      const quantity = directionOf(lemma(tree, token)) === 0 ? quantityAt(tree, token) : undefined;
      if (quantity !== undefined) return { quantity, token };
    }
  }
  return undefined;
}

/**
 * The quantity of a sum of money: of the noun that the sum stands at ("investments of $5 billion"), of what it is in ("$5 billion in
 * loans"), of the verb ("spent"), its subject and objects, else of a word close by.
 */
export function quantityOfSum(
  tree: Tree,
  top: number,
  predicate: number,
  from: number,
  to: number,
): Named | undefined {
  const named = (token: number | undefined): Named | undefined => {
    const quantity = token === undefined ? undefined : quantityAt(tree, token);
    return token === undefined || quantity === undefined || directionOf(lemma(tree, token)) !== 0
      ? undefined
      : { quantity, token };
  };
  const phrase = (token: number) => [...premodifiers(tree, token).slice(0, 3).reverse(), token].reverse();
  const near: number[] = [];
  for (
    let at = head(tree, top), n = 0;
    at >= 0 && n < 2 && upos(tree, at) === 'NOUN';
    at = head(tree, at), n++
  )
    near.push(...phrase(at));
  for (const c of childrenBy(tree, top, 'nmod', 'compound', 'appos')) near.push(...phrase(c));
  near.push(predicate);
  for (const c of childrenBy(tree, predicate, 'obj', 'nsubj', 'nsubj:pass', 'obl', 'xcomp'))
    if (c !== top) near.push(...phrase(c));
  for (const token of near) {
    const found = named(token);
    if (found) return found;
  }
  for (let d = 1; d <= 7; d++)
    for (const token of [top + d, top - d]) {
      const found = token >= from && token < to ? named(token) : undefined;
      if (found) return found;
    }
  return GIVES.has(lemma(tree, predicate)) ? { quantity: 'funding', token: predicate } : undefined;
}

/** Verbs of giving that do not say what for. */
const GIVES = new Set([
  ...['give', 'provide', 'commit', 'pledge', 'offer', 'extend', 'pay', 'disburse', 'transfer', 'promise'],
  ...['earmark', 'mobilize', 'mobilise', 'allocate', 'contribute', 'raise', 'receive', 'inject'],
]);

/** +1 and −1 for words of rise and fall: "grew by", "a decline of". */
export function directionOf(word: string): number {
  return RISES.has(word) ? 1 : FALLS.has(word) ? -1 : 0;
}

const RISES = new Set([
  ...['rise', 'increase', 'grow', 'growth', 'climb', 'jump', 'surge', 'expand', 'gain', 'soar', 'expansion'],
  ...['raise', 'higher', 'high', 'boost', 'add', 'up'],
]);
const FALLS = new Set([
  ...['fall', 'decrease', 'drop', 'decline', 'shrink', 'plunge', 'slump', 'contract', 'dip', 'reduce', 'cut'],
  ...['reduction', 'contraction', 'lower', 'low', 'lessen', 'down', 'slash'],
]);
