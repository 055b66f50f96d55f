import { describe, expect, it } from 'vitest';
import { nameParts } from './name-parts.js';

const TAGS = ['NOUN|NN', 'NOUN|NNS', 'PROPN|NNP', 'PROPN|NNPS', 'VERB|VBD'];
const LABELS = ['root', 'compound', 'flat', 'nmod', 'nsubj'];
const mend = nameParts(TAGS, LABELS);

/** Tags after mending of words "form tag head relation", heads counted from 1. */
function mended(...words: string[]): string[] {
  const rows = words.map((word) => word.split(' '));
  const column = (values: number[]) => Int32Array.from([0, ...values]);
  const readings = {
    tags: column(rows.map(([, tag = '']) => TAGS.findIndex((one) => one.endsWith(`|${tag}`)))),
    heads: column(rows.map(([, , head]) => Number(head))),
    relations: column(rows.map(([, , , relation = '']) => LABELS.indexOf(relation))),
    slots: column(rows.map(() => 0)),
  };
  mend(
    rows.map(([form = '']) => form),
    readings,
    1,
  );
  return [...readings.tags.subarray(1)].map((tag) => TAGS[tag] ?? '');
}
const SPOKE = 'spoke VBD 0 root';

describe('parts of names', () => {
  it('are nouns with a capital that a name beside them is part of, or that are part of one', () => {
    expect(mended('the NN 3 nmod', 'Joke NNP 3 compound', 'List NN 4 nsubj', SPOKE)[2]).toBe('PROPN|NNP');
    expect(mended('the NN 3 nmod', 'Water NN 3 compound', 'Bridges NNPS 4 nsubj', SPOKE)[1]).toBe(
      'PROPN|NNP',
    );
    expect(mended('Israeli NNP 2 compound', 'Forces NNS 3 nsubj', SPOKE)[1]).toBe('PROPN|NNPS');
  });

  it.each([
    ['small letters', ['the NN 3 nmod', 'Joke NNP 3 compound', 'list NN 4 nsubj', SPOKE], 2],
    ['another relation', ['the NN 3 nmod', 'Joke NNP 3 nmod', 'List NN 4 nsubj', SPOKE], 2],
    ['a word between', ['Joke NNP 3 compound', 'on NN 3 nmod', 'List NN 4 nsubj', SPOKE], 2],
    ['no name beside', ['the NN 3 nmod', 'Joke NN 3 compound', 'List NN 4 nsubj', SPOKE], 2],
    ['a headline', ['The NN 3 nmod', 'Joke NNP 3 compound', 'List NN 4 nsubj', 'Spoke VBD 0 root'], 2],
    ['the first word', ['List NN 2 compound', 'Joke NNP 3 nsubj', SPOKE], 0],
  ])('are not: %s', (_, words, at) => {
    expect(mended(...words)[at]).toBe('NOUN|NN');
  });
});
