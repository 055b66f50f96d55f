import type { Clause } from './clause.js';
import type { DeedContext } from './deed.js';
import { matchFrame } from './frame.js';
import type { ActRow } from './lexicon.js';
import type { Tree } from './tree.js';

/** The row whose frame holds with the most conditions: the first that holds, since rows stand by their number of conditions. */
export function bestRow(
  tree: Tree,
  i: number,
  rows: readonly ActRow[],
  clause: Clause | undefined,
  context: DeedContext,
): { row: ActRow | undefined; specificity: number } {
  for (const row of rows) {
    const specificity = matchFrame(row.frame, tree, i, clause, context.namesActor);
    if (specificity >= 0) return { row, specificity };
  }
  return { row: undefined, specificity: -1 };
}
