import { alignWords, paragraphText, span, universal } from './align.js';
import { type ConlluSentence, readConllu } from './conllu.js';
import type { Language } from './language.js';

/** As much of a language as is scored. */
type Parser = Pick<Language, 'parse' | 'analyse'>;

/** Figures of the `syntax` task; shares are percentages. */
export interface SyntaxFigures {
  readonly upos: number;
  readonly lemma: number;
  readonly uas: number;
  readonly las: number;
  readonly rawSentencesF1: number;
  readonly rawWordsF1: number;
  readonly rawUposF1: number;
  readonly rawLasF1: number;
  /** Words a second from raw text to parse, one thread. */
  readonly tokensPerSecond: number;
}

/**
 * Scores a language against a CoNLL-U file: tags, lemmas and attachments on gold words (universal relations without
 * subtypes, punctuation counted), and CoNLL 2018 F1 from raw text, paragraph by paragraph.
 *
 * @param conllu the text of the file
 */
export function scoreSyntax(conllu: string, language: Parser): SyntaxFigures {
  const gold = readConllu(conllu);
  return { ...scoreGoldWords(gold, language), ...scoreRawText(gold, language) };
}

function scoreGoldWords(gold: readonly ConlluSentence[], language: Parser) {
  let words = 0;
  let upos = 0;
  let lemma = 0;
  let uas = 0;
  let las = 0;
  for (const sentence of gold) {
    const { start, end, length, forms, starts, ends } = sentence; // without its gold tags
    const parsed = language.parse({ start, end, length, forms, starts, ends });
    for (let i = 0; i < sentence.length; i++) {
      words++;
      if (parsed.upos[i] === sentence.upos[i]) upos++;
      const wanted = sentence.lemmas[i];
      if (wanted === '_' || parsed.lemmas[i] === wanted) lemma++;
      if (parsed.heads[i] !== sentence.heads[i]) continue;
      uas++;
      if (universal(parsed.deprels[i] ?? '') === universal(sentence.deprels[i] ?? '')) las++;
    }
  }
  const share = (count: number): number => (100 * count) / Math.max(1, words);
  return { upos: share(upos), lemma: share(lemma), uas: share(uas), las: share(las) };
}

function scoreRawText(gold: readonly ConlluSentence[], language: Parser) {
  const sentences = new Counts();
  const words = new Counts();
  const upos = new Counts();
  const las = new Counts();
  const texts = paragraphs(gold).map((paragraph) => ({ paragraph, ...paragraphText(paragraph) }));
  for (const { text } of texts.slice(0, 50)) language.analyse(text); // let the compiler warm up before the clock runs
  const began = performance.now();
  const analysed = texts.map(({ text }) => language.analyse(text));
  const seconds = (performance.now() - began) / 1000;
  texts.forEach(({ paragraph, text, offsets }, number) => {
    const theirs = span(text, analysed[number] ?? []);
    const ours = span(text, paragraph, offsets);
    const bounds = new Set(theirs.sentences.map(([start, end]) => `${start}-${end}`));
    const found = ours.sentences.filter(([start, end]) => bounds.has(`${start}-${end}`)).length;
    sentences.add(found, ours.sentences.length, theirs.sentences.length);
    const aligned = alignWords(ours.words, theirs.words);
    let same = 0;
    let tagged = 0;
    let attached = 0;
    ours.words.forEach((word, i) => {
      const other = theirs.words[aligned[i] ?? -1];
      if (!other) return;
      same++;
      if (word.upos === other.upos) tagged++;
      const head = word.head < 0 ? -1 : (aligned[word.head] ?? -1);
      const rooted = word.head < 0 ? other.head < 0 : head >= 0 && head === other.head;
      if (rooted && word.relation === other.relation) attached++;
    });
    for (const [counts, right] of [
      [words, same],
      [upos, tagged],
      [las, attached],
    ] as const) {
      counts.add(right, ours.words.length, theirs.words.length);
    }
  });
  return {
    rawSentencesF1: sentences.f1(),
    rawWordsF1: words.f1(),
    rawUposF1: upos.f1(),
    rawLasF1: las.f1(),
    tokensPerSecond: words.found / seconds,
  };
}

function paragraphs(gold: readonly ConlluSentence[]): ConlluSentence[][] {
  const all: ConlluSentence[][] = [];
  for (const sentence of gold) {
    const last = all[all.length - 1];
    if (sentence.newParagraph || !last) all.push([sentence]);
    else last.push(sentence);
  }
  return all;
}

class Counts {
  right = 0;
  wanted = 0;
  found = 0;

  add(right: number, wanted: number, found: number): void {
    this.right += right;
    this.wanted += wanted;
    this.found += found;
  }

  f1(): number {
    return this.wanted + this.found === 0 ? 100 : (200 * this.right) / (this.wanted + this.found);
  }
}
