import { describe, expect, it } from 'vitest';
import { featureIndex, featureName, featureNumber } from './features.js';
import { showing, sightOf } from './sight.js';

const FEATURES = ['t-lemma=urge', 'up=obl of help', 'stage=done  verb', 'preposition=', 'mark=a=b'];
const index = featureIndex(FEATURES);
const numberOf = (name: string, first: string, second?: string, third?: string): number =>
  featureNumber(index, featureName(name), first, second, third);

describe('features of the judges', () => {
  it('are found by their whole value or by its parts, however it is cut', () => {
    expect(numberOf('t-lemma', 'urge')).toBe(0);
    expect(numberOf('up', 'obl of help')).toBe(1);
    expect(numberOf('up', 'obl', 'of', 'help')).toBe(1);
    expect(numberOf('up', 'obl of', 'help')).toBe(1);
    expect(numberOf('stage', 'done', '', 'verb')).toBe(2);
    expect(numberOf('preposition', '')).toBe(3);
    expect(numberOf('mark', 'a=b')).toBe(4);
  });

  it('are not taken for others', () => {
    expect(numberOf('o-lemma', 'urge')).toBe(-1);
    expect(numberOf('t-lemma', 'urges')).toBe(-1);
    expect(numberOf('up', 'obl', 'help')).toBe(-1);
    expect(numberOf('preposition', '', '')).toBe(-1);
  });

  it('are kept with their parts joined, and shown again as they were', () => {
    const words = Int32Array.of(-1);
    const sight = sightOf((add) => {
      add(featureName('up'), 'obl', 'of', 'help');
      add(featureName('modal'), undefined);
      add(featureName('preposition'), '');
      return words;
    });
    expect(sight.features).toEqual(['up=obl of help', 'preposition=']);
    expect(sightOf(showing(sight)).features).toEqual(sight.features);
  });
});
