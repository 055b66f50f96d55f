import { describe, expect, it } from 'vitest';
import { hashIndex } from './hash-index.js';
import { speller } from './spelling.js';
import { formHash } from './word-rows.js';

const hashes = (words: string) => hashIndex(Uint32Array.from(words.split(' '), formHash));
const spelt = speller(
  hashes('people authority recommend amazing treaty there the recieved treats'),
  hashes('people authority recommend amazing treaty there the treats treatise'),
);

describe('speller', () => {
  it.each([
    ['peopel', 'people'],
    ['auhtority', 'authority'],
    ['recomend', 'recommend'],
    ['ammazing', 'amazing'],
    ['treeaty', 'treaty'],
    ['authrity', 'authority'],
    ['authoritye', 'authority'],
  ])('takes %s for %s', (form, word) => {
    expect(spelt(form)).toBe(word);
  });

  it.each([
    ['there', 'is seen'],
    ['treatise', 'has a vector'],
    ['thx', 'is too short'],
    ['Peopel', 'may be a name'],
    ['people’s', 'is no plain word'],
    ['reciewed', 'is near to nothing but a slip of the treebanks'],
    ['outhority', 'begins otherwise'],
    ['a'.repeat(5000), 'is no word'],
  ])('leaves alone what needs it or cannot be mended: %s %s', (form) => {
    expect(spelt(form)).toBeUndefined();
  });

  it('prefers letters turned round, then the word that the treebanks have first', () => {
    expect(spelt('treayt')).toBe('treaty');
    expect(spelt('treat')).toBe('treaty');
  });
});
