import { describe, expect, it } from 'vitest';
import { countedIn, figuresOf } from './figures.js';

describe('what figures count', () => {
  it.each([
    ['40,000 poor families', 'people', 'families'],
    ['two million households', 'people', 'households'],
    ['300 workers', 'people', 'people'],
    ['7,000 migrants', 'refugees', 'migrants'],
    ['7,000 refugees', 'refugees', 'refugees'],
  ])('%s', (written, unit, told) => {
    expect(countedIn(written, unit)).toBe(told);
  });

  it('takes the exact figure where it follows a rounded share', () => {
    const found = figuresOf('More than half of the seats, at 50.6 per cent, are held by women.');
    expect(found.map((f) => f.value)).toEqual([50.6]);
  });
});
