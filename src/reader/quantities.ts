import { lemma, premodifiers, type Tree } from './tree.js';

/** What is measured, by lemmas that name it. */
const QUANTITIES: readonly (readonly [string, readonly string[]])[] = [
  ['trade', ['trade', 'commerce', 'turnover']],
  ['exports', ['export', 'exporter']],
  ['imports', ['import']],
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
  ['output', ['economy', 'output']],
  ['gross domestic product', ['gdp']],
  ['gross national product', ['gnp']],
  ['gross national income', ['gni']],
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
  if (word === 'gross') {
    const next = [token + 1, token + 2].find((i) => /^(income|product)$/.test(lemma(tree, i)));
    return next === undefined ? 'output' : quantityAt(tree, next);
  }
  if (word === 'income' || word === 'product') {
    // "gross national income", "gross domestic product", "net national income", as told
    const before = premodifiers(tree, token).map((m) => lemma(tree, m));
    const whose = before.find((w) => w === 'national' || w === 'domestic');
    const sort = before.find((w) => w === 'gross' || w === 'net');
    if (whose !== undefined && (sort !== undefined || word === 'income'))
      return [sort, whose, word].filter(Boolean).join(' ');
  }
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
