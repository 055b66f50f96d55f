import { type Part, topOf } from '../src/reader/relations/word-graph.js';

/** Features that only few sentences have teach nothing. */
const RAREST = 5;

/** Features that tell what the rules found. */
export const RULES = /^(deed|outer|by-source|to-recipient|by-both|main)/;

/** Names that are met often enough to be learnt, sorted. */
export function frequent(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= RAREST)
    .map(([name]) => name)
    .sort();
}

/** Place in the text of the head of the first marked source or recipient; the number of words where none is marked. */
export function pointed(parts: readonly Part[], side: 'source' | 'recipient'): number {
  let offset = 0;
  let found: number | undefined;
  for (const part of parts) {
    const top = topOf(part.scene.tree, part[side]);
    if (found === undefined && top !== undefined) found = offset + top;
    offset += part.scene.tree.length;
  }
  return found ?? offset;
}
