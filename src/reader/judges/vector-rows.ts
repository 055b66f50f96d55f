import type { WordVectors } from '../../language/index.js';
import type { Tree } from '../tree.js';
import type { Word } from '../word.js';

/** The row of a word of a sentence in the table of vectors, −1 where there is none; each form is looked up once. */
export function vectorRow(tree: Tree, vectors: WordVectors, token: number): number {
  if (token < 0 || token >= tree.length) return -1;
  const word = tree.words[token] as Word;
  if (word.rowsOf !== vectors) {
    word.row = vectors.rowOf(tree.sentence.forms[token] ?? '');
    word.rowsOf = vectors;
  }
  return word.row;
}
