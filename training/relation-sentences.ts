import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A sentence that we wrote, with its marked parties and the CAMEO code of what the source does to the recipient. */
export interface MarkedSentence {
  readonly cameo: string;
  readonly text: string;
  /** Code points, end exclusive. */
  readonly source: readonly (readonly [number, number])[];
  readonly recipient: readonly (readonly [number, number])[];
  /** Whether the tables of acts were written with this sentence in view: the rules do better on it than on new ones. */
  readonly seen: boolean;
}

/**
 * All sentences of the `.tsv` files of a folder: a code, a tab, the sentence with `<s>…</s>` and `<r>…</r>`. The tables of acts
 * were widened with a look at every other line, the first of each file among them.
 *
 * @throws Error that names file and line of a sentence whose marks do not close
 */
export function readMarkedSentences(folder: string): MarkedSentence[] {
  const found: MarkedSentence[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.tsv')) continue;
    const lines = readFileSync(join(folder, file), 'utf8').split('\n');
    lines.forEach((line, n) => {
      if (line.trim() === '') return;
      const sentence = markedSentence(line);
      if (!sentence)
        throw new Error(`${file}, line ${n + 1}: not a code, a tab and a sentence with closed marks`);
      found.push({ ...sentence, seen: n % 2 === 0 });
    });
  }
  return found;
}

/** One line; `undefined` when it is malformed. */
export function markedSentence(line: string): Omit<MarkedSentence, 'seen'> | undefined {
  const [cameo = '', marked = ''] = line.split('\t');
  if (!/^\d{2,4}$/.test(cameo) || marked === '') return undefined;
  const spans: Record<'s' | 'r', [number, number][]> = { s: [], r: [] };
  let text = '';
  let length = 0;
  let open: { side: 's' | 'r'; start: number } | undefined;
  for (const [part, close, side] of marked.matchAll(/<(\/?)([sr])>|[^<]+/g)) {
    if (side === undefined) {
      text += part;
      length += [...part].length;
    } else if (close === '' && !open) open = { side: side as 's' | 'r', start: length };
    else if (close === '/' && open?.side === side) {
      spans[open.side].push([open.start, length]);
      open = undefined;
    } else return undefined;
  }
  return open ? undefined : { cameo, text, source: spans.s, recipient: spans.r };
}
