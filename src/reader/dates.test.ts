import { describe, expect, it } from 'vitest';
import { findDates } from './dates.js';

describe('findDates', () => {
  it.each([
    ['They met on 22 November 2021.', '2021-11-22', 'explicit'],
    ['They met on November 22, 2021.', '2021-11-22', 'explicit'],
    ['They met in November 2021.', '2021-11', 'explicit'],
    ['They met in 1967.', '1967', 'explicit'],
    ['They met in late November.', '2021-11', 'relative'],
    ['They met last year.', '2020', 'relative'],
    ['They met last month.', '2021-11', 'relative'],
    ['They met yesterday.', '2021-12-04', 'relative'],
    ['They met on Monday.', '2021-11-29', 'relative'],
    ['They met three years ago.', '2018', 'relative'],
    ['Trade fell in the third quarter.', '2021-07/2021-09', 'relative'],
    ['It was so in the 1990s.', '1990/1999', 'explicit'],
    ['It held from 2003 to 2010.', '2003/2010', 'explicit'],
  ])('%s → %s (%s)', (text, date, basis) => {
    expect(findDates(text, '2021-12-05')).toMatchObject([{ date, basis }]);
  });

  it.each([
    ['They have met since 2014.', 'since'],
    ['They will meet by 2030.', 'by'],
    ['It lasts until 2025.', 'until'],
    ['They met in 2025.', 'at'],
  ])('%s has the role %s', (text, role) => {
    expect(findDates(text, '2021-12-05')[0]?.role).toBe(role);
  });

  it('takes no number for a year that counts something', () => {
    expect(findDates('It sent 2000 troops and 1,950 tons of rice.', '2021-12-05')).toEqual([]);
  });

  it('leaves relative dates out when the document has none', () => {
    expect(findDates('They met last week.', undefined)).toEqual([]);
  });

  it('is no finer than the document', () => {
    expect(findDates('They met last month and yesterday.', '2021')).toEqual([]);
  });
});
