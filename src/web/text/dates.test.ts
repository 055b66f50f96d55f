import { expect, test } from 'vitest';
import { instants, readableDate } from './dates.js';

test.each([
  ['2021-11-22', 'explicit', '22 Nov 2021'],
  ['2021-11', 'relative', 'Nov 2021 (relative)'],
  ['2021', 'document', '2021 (document)'],
  ['1955~', undefined, 'about 1955'],
  ['1955?', undefined, 'perhaps 1955'],
  ['2020-01/2020-03', undefined, 'Jan 2020 to Mar 2020'],
] as const)('%s, %s', (edtf, basis, readable) => {
  expect(readableDate(edtf, basis)).toBe(readable);
});

test.each([
  ['2021-11-22', '2021-11-22', '2021-11-22'],
  ['2020-02', '2020-02-01', '2020-02-29'],
  ['2021', '2021-01-01', '2021-12-31'],
  ['1955~', '1955-01-01', '1955-12-31'],
  ['2020-01/2020-03', '2020-01-01', '2020-03-31'],
])('%s covers %s to %s', (edtf, first, last) => {
  const days = instants(edtf);
  expect([days?.first, days?.last].map((day) => day?.toISOString().slice(0, 10))).toEqual([first, last]);
});
