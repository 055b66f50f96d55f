import { expect, it } from 'vitest';
import { tableKey, WEIGHT_STEP } from '../src/language/boundary-table.js';
import { readConllu } from '../src/language/conllu.js';
import { trainBoundaries } from './train-boundaries.js';

/** Sentences of one paragraph, as CoNLL-U. */
const paragraph = (...sentences: string[]): string =>
  sentences
    .map((sentence, number) => {
      const rows = sentence.split(' ').map((form, i) => `${i + 1}\t${form}\t_\tX\t_\t_\t${i}\tdep\t_\t_`);
      return `${number === 0 ? '# newpar\n' : ''}# text = ${sentence}\n${rows.join('\n')}\n\n`;
    })
    .join('');

it('learns where sentences end, the same each time', () => {
  const conllu =
    paragraph('so long', 'Regards', 'They met').repeat(40) + paragraph('They met Regards again').repeat(5);
  const weights = trainBoundaries(readConllu(conllu));
  expect(weights.size).toBeGreaterThan(10);
  expect([...weights.values()].every((steps) => steps !== 0 && Math.abs(steps * WEIGHT_STEP) < 4)).toBe(true);
  expect([...weights.keys()].every((key) => key === tableKey(key << 8))).toBe(true);
  expect(trainBoundaries(readConllu(conllu))).toEqual(weights);
});
