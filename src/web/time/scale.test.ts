import { describe, expect, test } from 'vitest';
import { nextPlace } from './roving.js';
import { earlier, later, timeScale } from './scale.js';

describe('timeScale', () => {
  test('goes over whole years, with no more ticks than there is room for', () => {
    const scale = timeScale(['2021-11-22', '1991-07-19'], 8);
    expect([scale?.first, scale?.last]).toEqual(['1991-01-01', '2021-12-31']);
    expect(scale?.ticks.map(({ label }) => label)).toEqual(['1995', '2000', '2005', '2010', '2015', '2020']);
    expect([scale?.at('1991-01-01'), scale?.at('2022-01-01')]).toEqual([0, 100]);
    expect(scale?.at('2006-07-02')).toBeCloseTo(50, 1);
  });

  test('one day has its year; days beyond stand at the ends', () => {
    const scale = timeScale(['2020-02-29'], 8);
    expect(scale?.ticks.map(({ at, label }) => [at, label])).toEqual([
      [0, '2020'],
      [100, '2021'],
    ]);
    expect([scale?.at('1900-01-01'), scale?.at('9999-12-31')]).toEqual([0, 100]);
  });

  test.each([
    [['0079-10-24', '2020-01-01'], 5],
    [['1648-10-24'], 1],
  ])('%j has at most %i ticks and one more', (days, most) => {
    expect(timeScale(days, most)?.ticks.length).toBeLessThanOrEqual(most + 1);
  });

  test('no days, no scale', () => {
    expect(timeScale([], 8)).toBeUndefined();
    expect(timeScale([''], 8)).toBeUndefined();
  });
});

test('the earlier and the later of two days', () => {
  expect([earlier('2001-01-01', '1999-12-31'), later('2001-01-01', '1999-12-31')]).toEqual([
    '1999-12-31',
    '2001-01-01',
  ]);
});

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowDown', 2, 2],
  ['ArrowLeft', 0, 0],
  ['ArrowUp', 2, 1],
  ['Home', 2, 0],
  ['End', 0, 2],
  ['Enter', 1, undefined],
])('%s goes from place %i of three to %s', (key, now, next) => {
  expect(nextPlace(key, now, 3)).toBe(next);
});
