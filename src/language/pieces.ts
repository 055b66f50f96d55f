import { LONGEST_PARSED } from './network.js';
import type { ParsedSentence, Sentence, TaggedSentence } from './types.js';

/** A sentence without more than its words. */
export const places = ({ start, end, length, forms, starts, ends }: Sentence): Sentence => ({
  start,
  end,
  length,
  forms,
  starts,
  ends,
});

/** A sentence that is too long, cut. `segment` makes none, but a caller may. */
export function pieces(sentence: Sentence | TaggedSentence): Sentence[] {
  if (sentence.length <= LONGEST_PARSED) return [sentence];
  const cut: Sentence[] = [];
  for (let from = 0; from < sentence.length; from += LONGEST_PARSED) {
    const to = Math.min(sentence.length, from + LONGEST_PARSED);
    const starts = sentence.starts.slice(from, to);
    const ends = sentence.ends.slice(from, to);
    cut.push({
      start: starts[0] ?? sentence.start,
      end: ends.at(-1) ?? sentence.end,
      length: to - from,
      forms: sentence.forms.slice(from, to),
      starts,
      ends,
      ...('upos' in sentence && {
        upos: sentence.upos.slice(from, to),
        xpos: sentence.xpos.slice(from, to),
        lemmas: sentence.lemmas.slice(from, to),
      }),
    });
  }
  return cut;
}

const isParsed = (sentence: TaggedSentence): sentence is ParsedSentence => 'heads' in sentence;

/** The pieces made one again: the roots of the later ones hang on the first's. */
export function joined(
  read: readonly (TaggedSentence | ParsedSentence)[],
  whole: Sentence,
): TaggedSentence | ParsedSentence {
  const [only] = read;
  if (only && read.length === 1) return only;
  const columns = {
    ...places(whole),
    upos: read.flatMap(({ upos }) => upos),
    xpos: read.flatMap(({ xpos }) => xpos),
    lemmas: read.flatMap(({ lemmas }) => lemmas),
  };
  if (!only || !isParsed(only)) return columns;
  const root = only.heads.indexOf(-1);
  const heads = new Int32Array(whole.length);
  const deprels: string[] = [];
  let from = 0;
  for (const piece of read as readonly ParsedSentence[]) {
    for (let i = 0; i < piece.length; i++) {
      const head = piece.heads[i] as number;
      const later = head < 0 && from > 0;
      heads[from + i] = later ? root : head < 0 ? -1 : head + from;
      deprels.push(later ? 'parataxis' : (piece.deprels[i] as string));
    }
    from += piece.length;
  }
  return { ...columns, heads, deprels };
}
