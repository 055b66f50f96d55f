import { describe, expect, it } from 'vitest';
import { confidenceOf, type Sureness } from './confidence.js';

const event: Sureness = {
  type: 'SUPPORT',
  genre: 'speech',
  share: 0.9,
  castShare: 0.8,
  symmetric: false,
  source: ['FJI'],
  recipient: ['CHL'],
};
const sure = (change: Partial<Sureness> = {}): number =>
  confidenceOf({ ...event, ...change }, (party) => party === 'ASEAN');

describe('the confidence of an event', () => {
  it('is a share in hundredths', () => {
    for (const share of [0, 0.3, 1]) {
      const value = sure({ share });
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
      expect(Math.round(value * 100)).toBeCloseTo(value * 100, 8);
    }
  });

  it('rises with the shares of type and parties', () => {
    expect(sure({ share: 0.5 })).toBeLessThan(sure());
    expect(sure({ castShare: 0.3 })).toBeLessThan(sure());
  });

  it('is less where nobody is told whom it concerns, but not for appeals to all', () => {
    const loss = (type: Sureness['type']) => sure({ type }) - sure({ type, recipient: [] });
    expect(loss('SUPPORT')).toBeGreaterThan(0.2);
    expect(loss('REQUEST')).toBeLessThan(loss('SUPPORT') - 0.1);
  });

  it('is less towards unnamed groups, the own state, and for refusals and sanctions; more towards bodies', () => {
    expect(sure({ recipient: ['-/CVL'] })).toBeLessThan(sure());
    expect(sure({ recipient: ['FJI/GOV'] })).toBeLessThan(sure());
    expect(sure({ recipient: ['FJI/GOV'], genre: 'news' })).toBe(sure({ genre: 'news' }));
    expect(sure({ genre: 'news' })).toBeLessThan(sure());
    expect(sure({ type: 'REJECT' })).toBeLessThan(sure());
    expect(sure({ recipient: ['ASEAN'] })).toBeGreaterThan(sure());
  });
});
