import { describe, expect, it } from 'vitest';
import { parseByline, parseFields } from './byline.js';

describe('bylines', () => {
  it.each([
    ['By Jane Doe', ['Jane Doe'], undefined],
    ['BY JANE DOE', ['Jane Doe'], undefined],
    ['By Jane Doe and John Smith', ['Jane Doe', 'John Smith'], undefined],
    ['By Jane Doe, John Smith and Li Wei', ['Jane Doe', 'John Smith', 'Li Wei'], undefined],
    ['By Jane Doe in Hanoi', ['Jane Doe'], undefined],
    ['By Jane Doe | Reuters', ['Jane Doe'], undefined],
    ['By Dr. Maria van der Berg', ['Maria van der Berg'], undefined],
    ['By Siti binti Rahman, Staff Writer', ['Siti binti Rahman'], 'Staff Writer'],
    ['By Li Wei, Ambassador of China to Fiji', ['Li Wei'], 'Ambassador of China to Fiji'],
    ['Written by: Jane Doe', ['Jane Doe'], undefined],
    ["By Jean-Luc O'Neill", ["Jean-Luc O'Neill"], undefined],
  ])('%s', (line, authors, description) => {
    const byline = parseByline(line);
    expect(byline?.authors).toEqual(authors);
    expect(byline?.description).toBe(description);
  });

  it('takes an agency for the publisher', () => {
    expect(parseByline('By Reuters')).toEqual({ authors: [], publisher: 'Reuters' });
    expect(parseByline('By The Associated Press')).toEqual({ authors: [], publisher: 'Associated Press' });
    expect(parseByline('By Jane Doe | Reuters')?.publisher).toBe('Reuters');
  });

  it.each([
    'By Monday, the two sides had agreed on all but one of the points that had kept them apart for so long.',
    'by far the largest partner',
    'By then it was over.',
  ])('none in: %s', (line) => {
    expect(parseByline(line)).toBeUndefined();
  });

  it.each([
    ['时间: 2015-05-27', { published: '2015-05-27' }],
    ['Author: Li Wei | Date: 3 May 2019', { authors: 'Li Wei', published: '3 May 2019' }],
    [
      'Harbour Review, Mar/Apr 2016 | 作者：Li Wei | 时间：2016-04-02',
      { '': 'Harbour Review, Mar/Apr 2016', authors: 'Li Wei', published: '2016-04-02' },
    ],
    ['Source: Harbour Gazette', { publisher: 'Harbour Gazette' }],
    [
      'Speaker: H.E. Li Wei, Minister of Transport of China',
      { speaker: 'H.E. Li Wei, Minister of Transport of China' },
    ],
  ])('labelled header: %s', (line, fields) => {
    expect(Object.fromEntries(parseFields(line) ?? [])).toEqual(fields);
  });

  it.each(['The aim: peace', 'First, we must act', 'ASEAN: a view from the harbour'])(
    'no header: %s',
    (line) => {
      expect(parseFields(line)).toBeUndefined();
    },
  );
});
