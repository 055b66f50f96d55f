import type { Drawable, ParsedSentence } from '../../language/index.js';

/** The words of a sentence as its text had them, with one space for any white space. */
export function wordsOf({ forms, starts, ends }: ParsedSentence): string {
  return forms.map((form, i) => (i > 0 && ends[i - 1] !== starts[i] ? ` ${form}` : form)).join('');
}

/** The sentences among the steps of an explanation; those whose words are not as the reader gives them are left out. */
export function sentencesOf(steps: unknown): Drawable[] {
  const sentences = field(steps, 'sentences');
  return Array.isArray(sentences)
    ? sentences.flatMap((sentence) => sentenceOf(field(sentence, 'tokens')) ?? [])
    : [];
}

function sentenceOf(tokens: unknown): Drawable | undefined {
  if (!Array.isArray(tokens)) return undefined;
  const column = (name: string): string[] => tokens.map((token) => String(field(token, name) ?? '_'));
  const heads = tokens.map((token) => Number(field(token, 'head') ?? Number.NaN) - 1);
  if (tokens.length === 0 || heads.some(Number.isNaN)) return undefined;
  return {
    length: tokens.length,
    forms: column('form'),
    lemmas: column('lemma'),
    upos: column('upos'),
    xpos: column('xpos'),
    heads,
    deprels: column('deprel'),
  };
}

function field(value: unknown, name: string): unknown {
  return value !== null && typeof value === 'object'
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}
