import { fold } from './atoms.js';
import type { Lexicon, TrieNode } from './lexicon.js';
import { holds, type PartySense, type PersonSense } from './senses.js';

/** A form, folded, and the id that it names. */
interface Name {
  readonly form: string;
  readonly id: string;
  readonly sense?: PartySense | PersonSense;
}

/** Looking up parties by the names that users type. */
export interface NameIndex {
  lookup(name: string, day?: string): string | undefined;
  suggest(name: string, limit?: number): readonly string[];
}

/** Indexes every name in the lexicon, and the ids themselves. */
export function nameIndex(ids: readonly string[], lexicon: Lexicon): NameIndex {
  // Most runs read documents and look up nothing.
  let index:
    | { readonly names: readonly Name[]; readonly byForm: ReadonlyMap<string, readonly Name[]> }
    | undefined;
  const indexed = () => {
    index ??= indexOf(ids, lexicon);
    return index;
  };
  return {
    lookup(name, day) {
      const found = indexed().byForm.get(keyOf(fold(name.trim())));
      if (found === undefined) return undefined;
      return (found.find(({ sense }) => sense === undefined || holds(sense, day)) ?? found[0])?.id;
    },
    suggest(name, limit = 5) {
      const wanted = fold(name.trim());
      const best = new Map<string, number>();
      for (const { form, id } of indexed().names) {
        const score = similarity(wanted, form);
        if (score > (best.get(id) ?? 0.45)) best.set(id, score);
      }
      return [...best]
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .slice(0, limit)
        .map(([id]) => id);
    },
  };
}

function indexOf(ids: readonly string[], lexicon: Lexicon) {
  const names: Name[] = ids.map((id) => ({ form: fold(id), id }));
  collect(lexicon.root, '', words(lexicon), names);
  const byForm = new Map<string, Name[]>();
  for (const name of names) {
    const key = keyOf(name.form);
    const same = byForm.get(key);
    if (same === undefined) byForm.set(key, [name]);
    else same.push(name);
  }
  return { names, byForm };
}

/** Spaces, full stops and a leading article do not matter to a lookup. */
function keyOf(form: string): string {
  return form.replace(/^the /, '').replace(/[\s.]/g, '');
}

function words(lexicon: Lexicon): readonly string[] {
  const list: string[] = [];
  for (const [word, id] of lexicon.atomIds) list[id] = word;
  return list;
}

function collect(node: TrieNode, prefix: string, atoms: readonly string[], into: Name[]): void {
  for (const sense of node.senses)
    if (sense.role === 'party' || sense.role === 'person') into.push({ form: prefix, id: sense.id, sense });
  for (const [atom, next] of node.next) {
    const word = atoms[atom] ?? '';
    const glue = prefix === '' || !/\w$/.test(prefix) || !/^\w/.test(word) ? '' : ' ';
    collect(next, prefix + glue + word, atoms, into);
  }
}

/** 0–1: the share of letters that need no editing, a little more where the beginning agrees. */
function similarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0 || Math.abs(a.length - b.length) / longest > 0.5) return 0;
  return 1 - editDistance(a, b) / longest + (a.charAt(0) === b.charAt(0) ? 0.05 : 0);
}

/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a.charAt(i - 1) === b.charAt(j - 1);
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1))
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
