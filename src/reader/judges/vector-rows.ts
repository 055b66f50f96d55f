import type { WordVectors } from '../../language/index.js';
import type { Tree } from '../tree.js';

/** The row of a word of a sentence in the table of vectors, −1 where there is none; each is looked up once. */
export function vectorRow(tree: Tree, vectors: WordVectors, token: number): number {
  if (token < 0) return -1;
  const { rows } = tree.kept;
  const known = rows[token];
  if (known !== undefined) return known;
  const found = vectors.rowOf(tree.sentence.forms[token] ?? '');
  rows[token] = found;
  return found;
}
