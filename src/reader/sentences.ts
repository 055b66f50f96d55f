import type { Language, ParsedSentence } from '../language/index.js';

/** Characters after which a text is cut at its next blank line, so that a document of 50 MB needs no more memory at once. */
const STRETCH = 1_000_000;

/** Sentences of a text in order, with offsets into the whole of it. */
export function* sentencesOf(language: Language, text: string): Generator<ParsedSentence> {
  for (let start = 0; start < text.length; ) {
    const end = stretchEnd(text, start);
    const stretch = start === 0 && end === text.length ? text : text.slice(start, end);
    for (const sentence of language.analyse(stretch))
      yield start === 0 ? plain(sentence) : shifted(sentence, start);
    start = end;
  }
}

/** The next blank line after a stretch; without one, the next white space; without that, the stretch's end. */
function stretchEnd(text: string, start: number): number {
  if (text.length - start <= 2 * STRETCH) return text.length;
  const from = start + STRETCH;
  const blank = text.indexOf('\n\n', from);
  if (blank >= 0 && blank < from + STRETCH) return blank + 2;
  const space = text.indexOf(' ', from);
  return space >= 0 && space < from + STRETCH ? space + 1 : wholeCharacter(text, from + STRETCH);
}

/** Never between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 ? at + 1 : at;
}

/**
 * The same sentence as an object of one shape: put together from several, each has a shape of its own to the engine, which then finds
 * its fields anew in every sentence.
 */
function plain(sentence: ParsedSentence): ParsedSentence {
  const { start, end, length, forms, starts, ends, upos, xpos, lemmas, heads, deprels } = sentence;
  return { start, end, length, forms, starts, ends, upos, xpos, lemmas, heads, deprels };
}

function shifted(sentence: ParsedSentence, by: number): ParsedSentence {
  const { start, end, length, forms, starts, ends, upos, xpos, lemmas, heads, deprels } = sentence;
  return {
    start: start + by,
    end: end + by,
    length,
    forms,
    starts: starts.map((offset) => offset + by),
    ends: ends.map((offset) => offset + by),
    upos,
    xpos,
    lemmas,
    heads,
    deprels,
  };
}
