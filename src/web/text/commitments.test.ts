import { expect, test } from 'vitest';
import { daysOf, EVER, evidenceText, scoreText } from './commitments.js';

test.each([
  [1, '+1'],
  [0, '0'],
  [-1, '−1'],
  [undefined, 'no score'],
] as const)('%s reads %s', (score, text) => {
  expect(scoreText(score)).toBe(text);
});

test('evidence is counted by standing, and none is not counted as zero', () => {
  const of = (...standings: ('proposed' | 'confirmed' | 'rejected')[]) =>
    evidenceText(standings.map((standing) => ({ standing })));
  expect(of('proposed', 'confirmed', 'proposed')).toBe('1 confirmed, 2 proposed');
  expect(of()).toBe('');
});

test('a window without end does not stretch the drawing', () => {
  const rows = [
    { window: { first: '2019-05-03', last: EVER }, evidence: [] },
    { window: { first: '2018-01-01', last: '2018-12-31' }, evidence: [] },
  ];
  expect(daysOf(rows)).toEqual(['2019-05-03', '2018-01-01', '2018-12-31']);
});
