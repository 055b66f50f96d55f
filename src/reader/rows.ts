import type { Clause } from './clause.js';
import type { DeedContext } from './deed.js';
import { anyHeadIn, matchFrame, surroundings } from './frame.js';
import type { ActRow } from './lexicon.js';
import type { Tree } from './tree.js';

/** The rows of a word, and those that are left where none of the objects that they name is there. */
interface Choice {
  readonly objects: ReadonlySet<string>;
  readonly others: readonly ActRow[];
}

const choices = new WeakMap<readonly ActRow[], Choice>();

/** The row whose frame holds with the most conditions: the first that holds, since rows stand by their number of conditions. */
export function bestRow(
  tree: Tree,
  i: number,
  rows: readonly ActRow[],
  clause: Clause | undefined,
  context: DeedContext,
): { row: ActRow | undefined; specificity: number } {
  const around = surroundings(tree, i, clause, context.namesActor);
  for (const row of possible(tree, rows, clause)) {
    const specificity = matchFrame(row.frame, around);
    if (specificity >= 0) return { row, specificity };
  }
  return { row: undefined, specificity: -1 };
}

/** A look at the objects, which are few, sorts out most rows of a light verb. */
function possible(tree: Tree, rows: readonly ActRow[], clause: Clause | undefined): readonly ActRow[] {
  if (rows.length < 2) return rows;
  const known = choices.get(rows);
  const { objects, others } = known ?? choiceOf(rows);
  if (!known) choices.set(rows, { objects, others });
  if (others.length === rows.length) return rows;
  return clause !== undefined && anyHeadIn(objects, tree, clause.objects) ? rows : others;
}

function choiceOf(rows: readonly ActRow[]): Choice {
  const objects = new Set<string>();
  for (const { frame } of rows) for (const word of frame.objects ?? []) objects.add(word);
  return { objects, others: rows.filter(({ frame }) => frame.objects === undefined) };
}
