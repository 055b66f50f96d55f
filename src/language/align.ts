import type { ConlluSentence } from './conllu.js';
import type { ParsedSentence } from './types.js';

/** A word as the CoNLL 2018 shared task sees it: a span over the characters that are not white space. */
export interface SpannedWord {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly upos: string;
  /** Universal relation, without subtype. */
  readonly relation: string;
  /** Index of the head among the words of the paragraph; −1 for a root. */
  readonly head: number;
  /** The span of the multiword that holds the word, as its index among spans; −1 outside multiwords. */
  readonly multiword: number;
}

export interface SpannedParagraph {
  readonly words: readonly SpannedWord[];
  /** Number of the first visible character of each sentence and of the character after it. */
  readonly sentences: readonly (readonly [number, number])[];
}

export const universal = (relation: string): string => {
  const colon = relation.indexOf(':');
  return colon < 0 ? relation : relation.slice(0, colon);
};

/** Joins the gold sentences of a paragraph to one text. `offsets` says where each sentence begins in it. */
export function paragraphText(sentences: readonly ConlluSentence[]): { text: string; offsets: number[] } {
  let text = '';
  const offsets: number[] = [];
  for (const sentence of sentences) {
    offsets.push(text.length);
    text += sentence.text + (sentence.spaceAfter ? ' ' : '');
  }
  return { text, offsets };
}

/** Words and sentences of a paragraph, their offsets shifted by `offsets` and counted without white space. */
export function span(
  text: string,
  sentences: readonly (ParsedSentence | ConlluSentence)[],
  offsets?: readonly number[],
): SpannedParagraph {
  const visible = visibleBefore(text);
  const words: SpannedWord[] = [];
  const bounds: [number, number][] = [];
  sentences.forEach((sentence, number) => {
    const offset = offsets?.[number] ?? 0;
    const base = words.length;
    const multiwords = 'multiwords' in sentence ? sentence.multiwords : [];
    for (let i = 0; i < sentence.length; i++) {
      const multiword = multiwords.find((one) => one.first <= i && i <= one.last);
      const head = sentence.heads[i] ?? -1;
      words.push({
        start: visible[offset + (sentence.starts[multiword?.first ?? i] ?? 0)] ?? 0,
        end: visible[offset + (sentence.ends[multiword?.last ?? i] ?? 0)] ?? 0,
        form: sentence.forms[i] ?? '',
        upos: sentence.upos[i] ?? '',
        relation: universal(sentence.deprels[i] ?? ''),
        head: head < 0 ? -1 : base + head,
        multiword: multiword ? base + multiword.first : -1,
      });
    }
    bounds.push([visible[offset + sentence.start] ?? 0, visible[offset + sentence.end] ?? 0]);
  });
  return { words, sentences: bounds };
}

function visibleBefore(text: string): Int32Array {
  const counts = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i++)
    counts[i + 1] = (counts[i] ?? 0) + (/\s/.test(text.charAt(i)) ? 0 : 1);
  return counts;
}

/**
 * Which system word each gold word is, −1 where none: equal spans, and inside multiwords the longest common
 * subsequence of forms (CoNLL 2018, `conll18_ud_eval.py`).
 */
export function alignWords(gold: readonly SpannedWord[], system: readonly SpannedWord[]): Int32Array {
  const aligned = new Int32Array(gold.length).fill(-1);
  let g = 0;
  let s = 0;
  while (g < gold.length && s < system.length) {
    const [mine, theirs] = [gold[g], system[s]];
    if (!mine || !theirs) break;
    if (mine.multiword >= 0 || theirs.multiword >= 0) {
      const end = multiwordEnd(gold, system, g, s);
      if (end === undefined) {
        if (mine.end <= theirs.start) g++;
        else s++;
        continue;
      }
      alignInside(gold, system, [g, end[0]], [s, end[1]], aligned);
      [g, s] = end;
    } else if (mine.start === theirs.start && mine.end === theirs.end) {
      aligned[g++] = s++;
    } else if (mine.start <= theirs.start) g++;
    else s++;
  }
  return aligned;
}

/** The ends of the words that lie in the multiword at the front; undefined where the two do not overlap. */
function multiwordEnd(
  gold: readonly SpannedWord[],
  system: readonly SpannedWord[],
  g: number,
  s: number,
): [number, number] | undefined {
  const [mine, theirs] = [gold[g], system[s]];
  if (!mine || !theirs || mine.end <= theirs.start || theirs.end <= mine.start) return undefined;
  let end = mine.multiword >= 0 ? mine.end : theirs.end;
  let toGold = g;
  let toSystem = s;
  for (;;) {
    const one = gold[toGold];
    const other = system[toSystem];
    if (one && one.start < end && (one.multiword >= 0 || one.end <= end)) {
      end = Math.max(end, one.multiword >= 0 ? one.end : end);
      toGold++;
    } else if (other && other.start < end && (other.multiword >= 0 || other.end <= end)) {
      end = Math.max(end, other.multiword >= 0 ? other.end : end);
      toSystem++;
    } else break;
  }
  return [Math.max(toGold, g + 1), Math.max(toSystem, s)];
}

function alignInside(
  gold: readonly SpannedWord[],
  system: readonly SpannedWord[],
  [g, gEnd]: readonly [number, number],
  [s, sEnd]: readonly [number, number],
  aligned: Int32Array,
): void {
  const same = (i: number, j: number): boolean =>
    gold[i]?.form.toLowerCase() === system[j]?.form.toLowerCase();
  const width = sEnd - s + 1;
  const table = new Int32Array((gEnd - g + 1) * width);
  const cell = (i: number, j: number): number => table[(i - g) * width + (j - s)] ?? 0;
  for (let i = gEnd - 1; i >= g; i--) {
    for (let j = sEnd - 1; j >= s; j--) {
      const best = same(i, j) ? 1 + cell(i + 1, j + 1) : Math.max(cell(i + 1, j), cell(i, j + 1));
      table[(i - g) * width + (j - s)] = best;
    }
  }
  for (let i = g, j = s; i < gEnd && j < sEnd; ) {
    if (same(i, j)) aligned[i++] = j++;
    else if (cell(i + 1, j) >= cell(i, j + 1)) i++;
    else j++;
  }
}
