import { expect, it } from 'vitest';
import { laddersOf } from './index.js';

const ladders = laddersOf([
  { party: 'CHN', grade: 'strategic partnership', rank: 3, forms: ['strategic partnership for peace'] },
  { party: 'VNM', grade: 'strategic partnership', rank: 7, forms: ['strategic partnership for peace'] },
  { party: 'PAK', grade: 'iron brotherhood', rank: undefined, forms: [] },
  { party: '*', grade: 'cooperative partnership', rank: undefined, forms: [] },
]);

it.each([
  ['on the ladder of a party, in their order', 'strategic partnership', ['VNM', 'CHN'], 'VNM', 7],
  ['by one of its forms', 'Strategic  Partnership for Peace', ['JPN', 'CHN'], 'CHN', 3],
  ['of partners', 'strategic partners', ['CHN'], 'CHN', 3],
  ['of several partnerships', 'strategic partnerships', ['CHN'], 'CHN', 3],
  ['on the ladder for any party', 'cooperative partnership', ['CHN'], '*', undefined],
  ['else on somebody else’s', 'iron brotherhood', ['CHN'], 'PAK', undefined],
])('finds a grade %s', (_, written, parties, party, rank) => {
  expect(ladders.place(written, parties)).toMatchObject({ party, ...(rank === undefined ? {} : { rank }) });
});

it('does not know a grade that stands nowhere', () => {
  expect(ladders.place('eternal friendship', ['CHN'])).toBeUndefined();
  expect(ladders.rank('strategic partnership', 'CHN')).toBe(3);
  expect(ladders.rank('strategic partnership', 'JPN')).toBeUndefined();
});
