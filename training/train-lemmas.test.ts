import { describe, expect, it } from 'vitest';
import type { ConlluSentence } from '../src/language/conllu.js';
import { contextOf, lemmaOf } from '../src/language/lemmatiser.js';
import { diplomaticSentences } from './diplomatic.js';
import { trainLemmas } from './train-lemmas.js';

const sentences = diplomaticSentences(60, 7);
const shown = sentences.flatMap(({ forms }) => forms.map((form) => form.toLowerCase()));
const others =
  'veto bomb hope hop stop care car crawl enter restore wide big weather goose status mechanic so good president kabul';
const rules = trainLemmas([sentences], new Set([...shown, ...others.split(' ')]));

/** The lemma of the word that is tagged, in its sentence: "He|PRP 's|VBZ* been" asks for that of "'s". */
function lemmaIn(text: string): string {
  const words = text.split(' ');
  const at = words.findIndex((word) => word.includes('|'));
  const [form = '', upos = '', xpos = ''] = words[at]?.split('|') ?? [];
  const forms = words.with(at, form);
  return lemmaOf(rules, form, xpos, at === 0, upos, contextOf(forms, at));
}

describe('lemmas', () => {
  it('are those of the training text, by rule or by exception', () => {
    for (const { forms, upos, xpos, lemmas } of sentences) {
      forms.forEach((form, i) => {
        if (form === form.toUpperCase()) return; // headlines in capitals
        const lemma = lemmaOf(rules, form, xpos[i] ?? '', i === 0, upos[i], contextOf(forms, i));
        expect(lemma).toBe(lemmas[i]);
      });
    }
  });

  it.each([
    ['They were bombed|VERB|VBN', 'bomb'],
    ['hoping|VERB|VBG', 'hope'],
    ['hopping|VERB|VBG', 'hop'],
    ['They stopped|VERB|VBD', 'stop'],
    ['caring|VERB|VBG for them', 'care'],
    ['They crawled|VERB|VBD', 'crawl'],
    ['They entered|VERB|VBD', 'enter'],
    ['restored|VERB|VBN', 'restore'],
    ['it grew wider|ADJ|JJR', 'wide'],
    ['the biggest|ADJ|JJS', 'big'],
    ['the vetoes|NOUN|NNS', 'veto'],
    ['the gunboats|NOUN|NNS', 'gunboat'],
    ['the gunmen|NOUN|NNS', 'gunman'],
    ['the 1990s|NOUN|NNS', '1990s'],
    ['my parents-in-law|NOUN|NNS', 'parents-in-law'],
  ])('undo endings as English spells: %s', (text, lemma) => {
    expect(lemmaIn(text)).toBe(lemma);
  });

  it.each([
    ['It overthrew|VERB|VBD the king', 'overthrow'],
    ['It has forsaken|VERB|VBN them', 'forsake'],
    ['a re-sent|VERB|VBN letter', 're-send'],
    ['two hypotheses|NOUN|NNS', 'hypothesis'],
    ['the headquarters|NOUN|NNS', 'headquarters'],
    ['the farthest|ADJ|JJS one', 'far'],
    ['on Feb.|PROPN|NNP 3', 'February'],
    ['They strove|VERB|VBP', 'strive'], // as a tagger may have it
  ])('know irregular forms that no text has shown: %s', (text, lemma) => {
    expect(lemmaIn(text)).toBe(lemma);
  });

  it.each([
    ['The President|NOUN|NN spoke', 'president'],
    ['from KABUL|PROPN|NNP today', 'Kabul'],
    ['with ASEAN|PROPN|NNP today', 'ASEAN'],
    ['the XBRQ|PROPN|NNP said', 'XBRQ'],
    ["MRS O'NEILL|PROPN|NNP SAID", "O'Neill"],
    ['a Gambian|ADJ|JJ envoy', 'Gambian'],
    ['an Uncensored|ADJ|JJ account', 'uncensored'],
    ['Anti-American|ADJ|JJ slogans', 'anti-American'],
    ['Sino-Russian|ADJ|JJ trade', 'Sino-Russian'],
    ['the NGOs|NOUN|NNS', 'NGO'],
    ['Louis XIV|NUM|CD', 'XIV'],
  ])('have the capitals that their tag asks for: %s', (text, lemma) => {
    expect(lemmaIn(text)).toBe(lemma);
  });

  it.each([
    ["He 's|AUX|VBZ also been there", 'have'],
    ["He 's|AUX|VBZ there", 'be'],
    ["They 'd|AUX|MD better go", 'have'],
    ["They 'd|AUX|VBD probably begin again", 'would'],
  ])('of clitics hang on the next word: %s', (text, lemma) => {
    const clitics = new Map([
      ["'s\tVBZ", 'be'],
      ["'d\tMD", 'would'],
      ["'d\tVBD", 'have'],
      ['begin\tVB', 'begin'],
      ...rules.exceptions,
    ]);
    const words = text.split(' ');
    const [form = '', upos = '', xpos = ''] = words[1]?.split('|') ?? [];
    const context = contextOf(words.with(1, form), 1);
    expect(lemmaOf({ ...rules, exceptions: clitics }, form, xpos, false, upos, context)).toBe(lemma);
  });

  it('of letters that stand for themselves keep their capital', () => {
    expect(lemmaIn('plan B|NOUN|NN')).toBe('B');
  });

  it('of slips of the pen are those of the words meant, names excepted', () => {
    const spelt = (form: string) => (form === 'stoped' ? 'stopped' : undefined);
    expect(lemmaOf({ ...rules, spelt }, 'stoped', 'VBD', false, 'VERB')).toBe('stop');
    expect(lemmaOf({ ...rules, spelt }, 'stoped', 'NNP', false, 'PROPN')).toBe('stoped');
  });

  it('are as the first of the treebanks has them where these differ', () => {
    const sentence = (lemma: string) => ({
      ...(sentences[0] as ConlluSentence),
      forms: ['people'],
      upos: ['NOUN' as const],
      xpos: ['NNS'],
      lemmas: [lemma],
      feats: [''],
    });
    const [one, other] = [[sentence('people')], [sentence('person'), sentence('person')]];
    const lemmaBy = (sources: ConlluSentence[][]) =>
      lemmaOf(trainLemmas(sources, new Set()), 'people', 'NNS', false, 'NOUN');
    expect(lemmaBy([one, other])).toBe('people');
    expect(lemmaBy([other, one])).toBe('person');
  });

  it('of numbers are plain figures, and stretched words are drawn together', () => {
    expect(lemmaIn('some 1,250,000|NUM|CD people')).toBe('1250000');
    expect(lemmaIn('some 7,5|NUM|CD per cent')).toBe('7.5');
    expect(lemmaIn('Soooo|ADV|RB goood')).toBe('so');
    expect(lemmaIn('goood|ADJ|JJ')).toBe('good');
    expect(lemmaIn('Sooooo|PROPN|NNP good')).toBe('so');
  });
});
