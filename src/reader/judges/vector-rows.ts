import type { WordVectors } from '../../language/index.js';
import type { Tree } from '../tree.js';

const UNASKED = -2;

const kept = new WeakMap<Tree, Int32Array>();

/** Rows of the words of a sentence in the table of vectors, −1 where there is none; each is looked up once. */
export function vectorRows(tree: Tree, vectors: WordVectors): (token: number) => number {
  const known = kept.get(tree);
  const rows = known ?? new Int32Array(tree.length).fill(UNASKED);
  if (!known) kept.set(tree, rows);
  return (token) => {
    if (token < 0) return -1;
    const row = rows[token] as number;
    if (row !== UNASKED) return row;
    const found = vectors.rowOf(tree.sentence.forms[token] ?? '');
    rows[token] = found;
    return found;
  };
}
