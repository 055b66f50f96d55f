import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sliceCodePoints } from '../record/index.js';
import { slicer } from './slicer.js';

it('counts code points', () => {
  expect(slicer('a😀b')(1, 2)).toBe('😀');
  expect(slicer('a😀b').codePoints).toBe(3);
  expect(slicer('').codePoints).toBe(0);
});

it('cuts what the record cuts, also far into a long text', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '😀', 'é', '\ud800', '𝄞'), maxLength: 40 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 60 }), fc.nat(), fc.nat(), (part, times, a, b) => {
      const whole = part.repeat(times);
      const cut = slicer(whole);
      expect(cut.codePoints).toBe([...whole].length);
      const [start = 0, end = 0] = [a, b].map((n) => n % (cut.codePoints + 1)).sort((p, q) => p - q);
      expect(cut(start, end)).toBe(sliceCodePoints(whole, start, end));
    }),
  );
});
