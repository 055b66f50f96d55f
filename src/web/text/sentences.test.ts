import { describe, expect, test } from 'vitest';
import { readConllu, treeSvg } from '../../language/index.js';
import { sentencesOf, wordsOf } from './sentences.js';

const token = (form: string, head: number, deprel: string) => ({
  form,
  lemma: form,
  upos: 'NOUN',
  xpos: 'NN',
  head,
  deprel,
});

describe('sentencesOf', () => {
  test('takes the words of an explanation', () => {
    const steps = {
      sentences: [{ text: 'x', tokens: [token('Fiji', 2, 'nsubj'), token('thanks', 0, 'root')] }],
    };
    const [sentence] = sentencesOf(steps);
    expect(sentence).toMatchObject({ length: 2, forms: ['Fiji', 'thanks'], deprels: ['nsubj', 'root'] });
    expect(sentence?.heads).toEqual([1, -1]);
    expect(sentence && treeSvg(sentence)).toContain('nsubj');
  });

  test.each([
    undefined,
    null,
    'words',
    {},
    { sentences: 3 },
    { sentences: [{}, { tokens: [] }, { tokens: [{ form: 'x' }] }, null] },
  ])('%j holds none', (steps) => {
    expect(sentencesOf(steps)).toEqual([]);
  });
});

test('wordsOf keeps what is written together together', () => {
  const [sentence] = readConllu(
    "1-2\tdon't\t_\t_\t_\t_\t_\t_\n1\tdo\t_\tX\t_\t_\t0\troot\n2\tn't\t_\tX\t_\t_\t1\tdep\n3\t!\t_\tX\t_\t_\t1\tdep\n",
  );
  expect(sentence && wordsOf(sentence)).toBe("don't !");
});
