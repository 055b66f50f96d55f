import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemSentence, type ItemToken } from 'wink-nlp';
import type { ParsedSentence, Sentence, Upos } from '../src/language/index.js';

const wink = winkNLP(model, ['sbd', 'pos']);

/** What is timed: wink-nlp's sentences and tags, its fastest pipe that has both. */
export function winkTags(text: string): unknown {
  return wink.readDoc(text);
}

/** wink-nlp's sentences, words and universal tags in our shape, so that the same scorer reads both; it makes no trees. */
export const winkParser = {
  parse: (sentence: Sentence): ParsedSentence => ({
    ...sentence,
    upos: sentence.forms.map(() => 'X'),
    xpos: [...sentence.forms],
    lemmas: [...sentence.forms],
    heads: new Int32Array(sentence.length).fill(-1),
    deprels: sentence.forms.map(() => 'root'),
  }),
  analyse(text: string): ParsedSentence[] {
    const { its } = wink;
    const sentences: ParsedSentence[] = [];
    let at = 0;
    wink
      .readDoc(text)
      .sentences()
      .each((sentence: ItemSentence) => {
        const forms: string[] = [];
        const upos: Upos[] = [];
        const starts: number[] = [];
        const ends: number[] = [];
        sentence.tokens().each((token: ItemToken) => {
          const form = token.out();
          const found = text.indexOf(form, at);
          if (found < 0) return;
          at = found + form.length;
          forms.push(form);
          // wink's tags are the 17 of Universal Dependencies.
          upos.push(token.out(its.pos) as Upos);
          starts.push(found);
          ends.push(at);
        });
        if (forms.length === 0) return;
        sentences.push({
          start: starts[0] ?? 0,
          end: at,
          length: forms.length,
          forms,
          upos,
          xpos: forms,
          lemmas: forms,
          starts: Int32Array.from(starts),
          ends: Int32Array.from(ends),
          heads: new Int32Array(forms.length).fill(-1),
          deprels: forms.map(() => 'root'),
        });
      });
    return sentences;
  },
};
