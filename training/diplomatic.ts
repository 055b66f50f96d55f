import { type ConlluSentence, readConllu } from '../src/language/conllu.js';
import { Sentences } from './diplomatic-sentences.js';
import type { Phrase } from './phrases.js';

/** Longer ones are rare in news of this kind, and trees of random parts are no use beyond. */
const MOST_WORDS = 45;

/**
 * Sentences of diplomatic news with their trees, made from patterns of our own, because the treebanks have few: short
 * statements of what parties do to each other, titles before foreign names, countries joined by hyphens, nouns such as
 * "talks" and "ties", headlines, treaties, speeches. Relations follow the usage of the treebanks (title `nmod:desc`, first
 * name heads the name, a fronted adverbial holds its comma). No two sentences are alike.
 *
 * @param count how many sentences
 * @param seed the same seed gives the same sentences
 * @example
 * diplomaticSentences(4000, 1).length // 4000
 */
export function diplomaticSentences(count: number, seed: number): ConlluSentence[] {
  const made = new Sentences(seed);
  const blocks = new Set<string>();
  while (blocks.size < count) {
    const sentence = made.sentence();
    if (sentence.words.length <= MOST_WORDS && !clashes(sentence)) blocks.add(write(sentence));
  }
  return readConllu([...blocks].join('\n'));
}

/** An apposition or relative clause at the end of its clause leaves a comma before another mark: such a sentence is made anew. */
function clashes({ words }: Phrase): boolean {
  return words.some(({ upos, form }, i) => {
    const next = words[i + 1];
    const closes = next?.xpos === "''" && form === ',' && next.head === words[i]?.head;
    const opens = next?.xpos === '``';
    return upos === 'PUNCT' && next?.upos === 'PUNCT' && (form === ',' || form === '-') && !closes && !opens;
  });
}

function write({ words }: Phrase): string {
  const lines = words.map(({ form, lemma, upos, xpos, head, relation }, i) =>
    [i + 1, form, lemma, upos, xpos, '_', head + 1, relation, '_', '_'].join('\t'),
  );
  return `${lines.join('\n')}\n`;
}
