import type { Clause } from './clause.js';
import type { DeedContext } from './deed.js';
import { matchFrame } from './frame.js';
import type { ActRow } from './lexicon.js';
import type { Tree } from './tree.js';

/** The row whose frame holds with the most conditions. */
export function bestRow(
  tree: Tree,
  i: number,
  rows: readonly ActRow[],
  clause: Clause | undefined,
  context: DeedContext,
): { row: ActRow | undefined; specificity: number } {
  let row: ActRow | undefined;
  let specificity = -1;
  for (const candidate of rows) {
    const n = matchFrame(candidate.frame, tree, i, clause, context.namesActor);
    if (n > specificity) {
      row = candidate;
      specificity = n;
    }
  }
  return { row, specificity };
}
