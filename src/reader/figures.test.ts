import { describe, expect, it } from 'vitest';
import { figuresOf } from './figures.js';

describe('what figures count', () => {
  it.each([
    ['40,000 poor families', 'families'],
    ['two million households', 'households'],
    ['300 workers', 'people'],
    ['7,000 migrants', 'migrants'],
    ['7,000 refugees', 'refugees'],
  ])('%s', (written, unit) => {
    expect(figuresOf(written)[0]?.unit).toBe(unit);
  });

  it('takes the exact figure where it follows a rounded share', () => {
    const found = figuresOf('More than half of the seats, at 50.6 per cent, are held by women.');
    expect(found.map((f) => f.value)).toEqual([50.6]);
  });
});
