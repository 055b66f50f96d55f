import { type ConlluSentence, type Language, readConllu, scoreSyntax } from '../../language/index.js';
import type { Evaluation, LabelledFile } from '../../reader/index.js';
import { EntenteError } from '../../record/index.js';

/** Compares tags, lemmas and trees with CoNLL-U files; several are one set. */
export function evaluateSyntax(language: Language, files: readonly LabelledFile[]): Evaluation {
  const sentences = files.flatMap(sentencesOf);
  const started = performance.now();
  const scored = scoreSyntax(files.map(({ text }) => text).join('\n\n'), language);
  const seconds = Math.round(performance.now() - started) / 1000;
  const figures = Object.fromEntries(Object.entries(scored).map(([name, value]) => [name, round(value)]));
  return { task: 'syntax', rows: sentences.length, seconds, figures: { ...figures, ...missing(sentences) } };
}

function sentencesOf({ name, text }: LabelledFile): ConlluSentence[] {
  const sentences = reading(name, text);
  if (sentences.length > 0) return sentences;
  throw new EntenteError('input', `${name} holds no sentences`, { remedy: 'give a file in CoNLL-U' });
}

/** The language floor knows no codes; what it throws here is always about the file. */
function reading(name: string, text: string): ConlluSentence[] {
  try {
    return readConllu(text);
  } catch (cause) {
    throw new EntenteError('input', `${name}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      remedy: 'give a file in CoNLL-U: ten columns separated by tabs, an empty line after each sentence',
      cause,
    });
  }
}

/** A column that is `_` throughout is no gold, and its figures say nothing. */
function missing(sentences: readonly ConlluSentence[]): Record<string, null> {
  const blank = (column: 'lemmas' | 'upos' | 'deprels') =>
    sentences.every((sentence) => (sentence[column] as readonly string[]).every((cell) => cell === '_'));
  const names = [
    ...(blank('lemmas') ? ['lemma'] : []),
    ...(blank('upos') ? ['upos', 'rawUposF1'] : []),
    ...(blank('deprels') ? ['uas', 'las', 'rawLasF1'] : []),
  ];
  return Object.fromEntries(names.map((name) => [name, null]));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
