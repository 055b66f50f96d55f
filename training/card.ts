import type { ModelCard } from '../src/language/model-file.js';

/** The model card as Markdown. */
export function cardText(card: ModelCard, size: number, command: string): string {
  const rows = Object.entries(card.figures).map(([name, figures]) => {
    const cell = (key: string): string => (figures[key] ?? 0).toFixed(1);
    const raw = ['rawSentencesF1', 'rawWordsF1', 'rawUposF1', 'rawLasF1'].map(cell).join(' | ');
    return `| ${name} | ${['upos', 'lemma', 'uas', 'las'].map(cell).join(' | ')} | ${raw} |`;
  });
  return `# english.bin

Segments nothing by itself: sentences and words are cut by rules in \`src/language\`. This file holds the weights of the
tagger (greedy averaged perceptron over joint universal and Penn tags), the lemmatiser (edit scripts by tag and ending)
and the dependency parser (greedy arc-hybrid transitions, dynamic oracle, averaged perceptron over hashed features,
trained on jackknifed tags). Training selects the epoch on the development sets; the test sets are read once, for this card.

| | |
|---|---|
| language | English, Universal Dependencies v2 |
| data | UD English EWT (CC BY-SA 4.0), UD English GUM, its freely licensed genres (annotations CC BY 4.0), training sets only; 1,500 sentences of diplomatic news made from our own patterns (\`training/diplomatic.ts\`) |
| licence of the weights | ${card.licence} |
| size | ${(size / 1e6).toFixed(1)} MB, gzip |
| made by | \`${command}\` |

| test set | UPOS | lemma | UAS | LAS | sentences F1 (raw) | words F1 | UPOS F1 | LAS F1 |
|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}

UPOS to LAS are on gold words with predicted tags; LAS counts universal relations without subtypes, punctuation included.
The last four are CoNLL 2018 F1 from raw text, paragraph by paragraph. Measure again with
\`entente evaluate syntax FILE.conllu\`.

## Limits

Written English of news, speeches, the web and encyclopaedias. Text in capitals only, chat and transcripts of talk are
read worse. A greedy parser's errors grow with the length of the sentence; sentences of more than 400 words are cut.

## Attribution

UD English EWT: Natalia Silveira, Timothy Dozat, Marie-Catherine de Marneffe, Samuel Bowman, Miriam Connor, John Bauer and
Christopher Manning (2014), "A Gold Standard Dependency Corpus for English", and later contributors. UD English GUM: Amir
Zeldes (2017), "The GUM Corpus: Creating Multilayer Resources in the Classroom", and later contributors.
`;
}
