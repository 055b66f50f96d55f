import type { Sentence } from '../../src/language/index.js';
import { LONGEST_SENTENCE } from '../../src/language/segment.js';

/** White space and characters that cannot be seen, which belong to no word. */
const UNSEEN = /[\s\p{Z}\p{Cc}\p{Cf}]/gu;

/**
 * What is wrong with the sentences of a text, in one line; undefined when nothing is. Words must be slices of the text,
 * in order, without overlap, and hold every visible character; sentences must be of bounded length.
 */
export function fault(text: string, sentences: readonly Sentence[]): string | undefined {
  let last = 0;
  for (const [number, { start, end, length, forms, starts, ends }] of sentences.entries()) {
    const at = `sentence ${number}`;
    if (length < 1 || length > LONGEST_SENTENCE) return `${at} has ${length} words`;
    if (starts.length !== length || ends.length !== length || forms.length !== length)
      return `${at} has columns of several lengths`;
    if (start !== starts[0] || end !== ends[length - 1]) return `${at} does not span its words`;
    for (let i = 0; i < length; i++) {
      const [from, to] = [starts[i] ?? -1, ends[i] ?? -1];
      if (from < last) return `${at}, word ${i} begins at ${from}, before ${last}`;
      if (to <= from) return `${at}, word ${i} is empty at ${from}`;
      if (text.slice(from, to) !== forms[i]) return `${at}, word ${i} is not the text at ${from}`;
      if (text.slice(last, from).replace(UNSEEN, '') !== '') return `text is left out before ${from}`;
      last = to;
    }
  }
  return text.slice(last).replace(UNSEEN, '') === '' ? undefined : `text is left out after ${last}`;
}

/** What is wrong with trees over the sentences' words: heads out of range, roots but one, columns too short. */
export function treeFault(
  sentences: readonly (Sentence & { readonly heads: Int32Array; readonly deprels: readonly string[] })[],
): string | undefined {
  for (const [number, { length, heads, deprels }] of sentences.entries()) {
    if (heads.length !== length || deprels.length !== length) return `tree ${number} has too few words`;
    if (heads.some((head) => head < -1 || head >= length)) return `tree ${number} has a head outside it`;
    const roots = heads.reduce((sum, head) => sum + Number(head === -1), 0);
    if (roots !== 1) return `tree ${number} has ${roots} roots`;
    for (let word = 0; word < length; word++) {
      let at = word;
      for (let steps = 0; at >= 0; steps++) {
        if (steps > length) return `tree ${number} has a circle through word ${word}`;
        at = heads[at] as number;
      }
    }
  }
  return undefined;
}
