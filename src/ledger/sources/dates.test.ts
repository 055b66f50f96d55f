import { describe, expect, it } from 'vitest';
import { givenDate, writtenDates } from './dates.js';

describe('dates', () => {
  it.each([
    ['2021-11-22', '2021-11-22'],
    ['2021-11', '2021-11'],
    ['2021~', '2021~'],
    ['2021-01/2021-03', '2021-01/2021-03'],
    ['2021-11-22T23:30:00+07:00', '2021-11-22'],
    ['2021-11-22 10:05:00', '2021-11-22'],
    ['2021/11/22', '2021-11-22'],
    ['20211122', '2021-11-22'],
    ['22 November 2021', '2021-11-22'],
    ['November 22, 2021', '2021-11-22'],
    ['Nov. 22, 2021', '2021-11-22'],
    ['Mon, 22 Nov 2021 10:05:00 GMT', '2021-11-22'],
    ['22nd of November 2021', '2021-11-22'],
    ['November 2021', '2021-11'],
    ['22.11.2021', '2021-11-22'],
    ['11/22/2021', '2021-11-22'],
    ['05/05/2021', '2021-05-05'],
    ['2021年5月7日', '2021-05-07'],
  ])('reads %s', (value, date) => {
    expect(givenDate(value, '--date')).toBe(date);
  });

  it.each([
    ['03/04/2021', 'two ways'],
    ['2021-13-01', 'not a date'],
    ['2021-02-30', 'not a date'],
    ['30 February 2021', 'not a date'],
    ['yesterday', 'not a date'],
    ['around 3 May 2021 or so', 'not a date'],
    ['3 May 2021 to 5 May 2021', 'not a date'],
  ])('refuses %s', (value, why) => {
    expect(() => givenDate(value, '--date')).toThrow(`'${value}' (--date)`);
    expect(() => givenDate(value, '--date')).toThrow(why);
  });

  it('finds dates in running text', () => {
    const text =
      'Signed on 3 May 1999, in force from June 2001; see 2004-01-02. In May the talks ended at 14.30.';
    expect(writtenDates(text).map(({ date, start, end }) => [date, text.slice(start, end)])).toEqual([
      ['1999-05-03', '3 May 1999'],
      ['2001-06', 'June 2001'],
      ['2004-01-02', '2004-01-02'],
    ]);
  });
});
