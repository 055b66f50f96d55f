import { describe, expect, it } from 'vitest';
import { figureInWords } from './figure-words.js';

const plain = (value: number): string => value.toLocaleString('en');

describe('a measure in words', () => {
  it('puts the figure where it stood in its clause', () => {
    expect(
      figureInWords(
        { quantity: 'provided scholarships to … students', value: 4_000_000, unit: 'people' },
        plain,
      ),
    ).toBe('provided scholarships to 4,000,000 students');
    expect(
      figureInWords({ quantity: 'cut emissions from cars by …', value: 12, unit: '%', change: -12 }, plain),
    ).toBe('cut emissions from cars by 12 %, change -12');
  });

  it('tells a short name with its base', () => {
    expect(figureInWords({ quantity: 'share of women', of: 'seats', value: 40, unit: '%' }, plain)).toBe(
      'share of women of seats: 40 %',
    );
  });
});
