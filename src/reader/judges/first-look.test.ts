import { describe, expect, it } from 'vitest';
import { createReader } from '../index.js';
import { firstLook, mayTell, weightsOf } from './first-look.js';

const WEIGHTS = { bias: -1, bound: -2, lemmas: { condemn: 1.5, develop: -0.5 }, tags: { 'VBG amod': -0.75 } };

describe('the first look', () => {
  it.each([
    ['condemn', 'VBZ', 'root', true],
    ['develop', 'VBZ', 'root', true],
    ['develop', 'VBG', 'amod', false],
    ['unheard', 'VBG', 'acl', true],
  ])('adds up what speaks for %s, %s, %s', (lemma, tag, relation, told) => {
    expect(mayTell(firstLook(WEIGHTS), lemma, tag, relation)).toBe(told);
  });

  it('is kept as it was', () => {
    expect(weightsOf(firstLook(WEIGHTS))).toEqual(WEIGHTS);
  });

  it('ships with the judges', async () => {
    const look = (await createReader()).resources.judges?.firstLook;
    expect(look && mayTell(look, 'develop', 'VBG', 'amod')).toBe(false);
    expect(look && mayTell(look, 'attack', 'VBD', 'root')).toBe(true);
  });
});
