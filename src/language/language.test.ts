import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConllu, writeConllu } from './conllu.js';
import { type Language, loadLanguage, parse, tag } from './index.js';
import { scoreSyntax } from './score.js';

let english: Language;
beforeAll(async () => {
  english = await loadLanguage();
});

describe('loadLanguage', () => {
  it('says what to do when there is no model', async () => {
    await expect(loadLanguage({ dir: '/nowhere' })).rejects.toThrow(
      /no language model at '\/nowhere.english\.bin'; run npm run train/,
    );
  });

  it('knows its data, licence and figures', () => {
    expect(english.card.licence).toBe('CC BY-SA 4.0');
    expect(Object.keys(english.card.figures).length).toBeGreaterThan(0);
  });
});

/** `word/UPOS/lemma` in the order of the text. */
const tagged = (text: string): string =>
  english
    .analyse(text)
    .map(({ forms, upos, lemmas }) => forms.map((form, i) => `${form}/${upos[i]}/${lemmas[i]}`).join(' '))
    .join(' | ');

/** The triples `dependent relation head` of some words. */
const arcs = (text: string): string[] =>
  english
    .analyse(text)
    .flatMap(({ forms, heads, deprels }) =>
      forms.map((form, i) => `${form} ${deprels[i]} ${forms[heads[i] ?? -1] ?? 'ROOT'}`),
    );

describe('tags and lemmas', () => {
  it.each([
    ['Ministers met.', 'Ministers/NOUN/minister met/VERB/meet ./PUNCT/.'],
    ["They haven't left.", "They/PRON/they have/AUX/have n't/PART/not left/VERB/leave ./PUNCT/."],
    [
      "China's envoys were told.",
      "China/PROPN/China 's/PART/'s envoys/NOUN/envoy were/AUX/be told/VERB/tell ./PUNCT/.",
    ],
    [
      'The talks resumed in Seoul.',
      'The/DET/the talks/NOUN/talk resumed/VERB/resume in/ADP/in Seoul/PROPN/Seoul ./PUNCT/.',
    ],
    [
      'A Gambian official protested.',
      'A/DET/a Gambian/ADJ/Gambian official/NOUN/official protested/VERB/protest ./PUNCT/.',
    ],
  ])('%s', (text, wanted) => {
    expect(tagged(text)).toBe(wanted);
  });
});

describe('trees', () => {
  it.each<[string, string[]]>([
    [
      'President Xi Jinping said that China opposes the sanctions.',
      [
        'President nmod:desc Xi',
        'Jinping flat Xi',
        'Xi nsubj said',
        'China nsubj opposes',
        'opposes ccomp said',
        'sanctions obj opposes',
      ],
    ],
    [
      'The China-Japan-ROK FTA talks resumed.',
      ['talks nsubj resumed', 'FTA compound talks', 'resumed root ROOT'],
    ],
    ['Sino-US relations soured.', ['US compound relations', 'relations nsubj soured']],
    [
      'Iranian Foreign Minister Javad Zarif met his Chinese counterpart Wang Yi in Beijing.',
      ['Minister nmod:desc Javad', 'Javad nsubj met', 'counterpart obj met', 'Beijing obl met'],
    ],
    [
      'Japan was urged by South Korea to apologise.',
      ['Japan nsubj:pass urged', 'Korea obl:agent urged', 'apologise xcomp urged'],
    ],
    [
      'The US-led coalition attacked Iraq.',
      ['led amod coalition', 'coalition nsubj attacked', 'Iraq obj attacked'],
    ],
    [
      '“We will not yield,” the foreign minister said.',
      ['We nsubj yield', 'yield ccomp said', 'minister nsubj said'],
    ],
    [
      'Vietnam and Japan signed an agreement with the European Union.',
      ['Vietnam nsubj signed', 'Japan conj Vietnam', 'agreement obj signed', 'with case Union'],
    ],
  ])('%s', (text, wanted) => {
    expect(arcs(text)).toEqual(expect.arrayContaining(wanted));
  });

  it('keep the tags that a sentence brings, and are those of its words', () => {
    const [sentence] = english.segment('They can fish.');
    if (!sentence) throw new Error('no sentence');
    const upos = ['PRON', 'VERB', 'NOUN', 'PUNCT'] as const;
    const xpos = ['PRP', 'VBP', 'NN', '.'];
    const given = english.parse({ ...english.tag(sentence), upos, xpos });
    expect(given).toMatchObject({ upos, xpos });
    expect(given.heads).toEqual(english.parse(sentence).heads);
  });

  it('are one tree for a sentence that is longer than any that segment makes', () => {
    const forms = Array.from({ length: 1300 }, (_, i) => ['Fiji', 'thanked', 'Peru', ','][i % 4] as string);
    const starts = Int32Array.from(forms, (_, i) => 8 * i);
    const ends = starts.map((start, i) => start + (forms[i]?.length ?? 0));
    const { heads, deprels, length } = english.parse({
      start: 0,
      end: 10_400,
      length: 1300,
      forms,
      starts,
      ends,
    });
    expect(length).toBe(1300);
    expect(deprels.filter((relation) => relation === 'root')).toHaveLength(1);
    for (let i = 0; i < 1300; i++) {
      let at = i;
      for (let steps = 0; at >= 0; steps++) {
        expect(steps).toBeLessThanOrEqual(1300);
        at = heads[at] ?? -1;
      }
    }
  });

  it('are whole for any text, and the same on every run', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const sentences = english.analyse(text);
        for (const { heads, length, deprels } of sentences) {
          expect([...heads].filter((head) => head === -1)).toHaveLength(1);
          expect(deprels.filter((relation) => relation === 'root')).toHaveLength(1);
          for (let i = 0; i < length; i++) {
            let at = i;
            for (let steps = 0; at >= 0; steps++) {
              if (steps > length) throw new Error(`a circle at word ${i} of ${JSON.stringify(text)}`);
              at = heads[at] ?? -1;
            }
          }
        }
        expect(english.analyse(text)).toEqual(sentences);
      }),
      { numRuns: 200 },
    );
  });

  it('survive CoNLL-U', () => {
    const text = "Seoul's envoy can't go to the U.S. (yet).";
    const sentences = english.analyse(text);
    const [again] = readConllu(writeConllu(sentences, text));
    expect(again).toMatchObject({
      text,
      forms: sentences[0]?.forms,
      heads: sentences[0]?.heads,
      deprels: sentences[0]?.deprels,
    });
  });
});

describe('odd input', () => {
  it.each([
    ['a long word', 'x'.repeat(2_000_000)],
    ['brackets', '(['.repeat(20_000)],
    ['capitals', 'RUSSIA AND CHINA SIGN PACT '.repeat(500)],
    ['no stops', 'the minister met the president '.repeat(2000)],
  ])('is parsed in bounded time: %s', (_, text) => {
    const began = performance.now();
    const words = english.analyse(text).reduce((sum, { length }) => sum + length, 0);
    expect(words).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(5000 + words);
  });
});

const treebank = (name: string): string =>
  fileURLToPath(new URL(`../../../shared/treebanks/${name}-ud-test.conllu.gz`, import.meta.url));

/** What the model reaches, a little below: less is a step back. */
describe('figures on the test sets (skipped without ../shared/treebanks)', () => {
  it.skipIf(!existsSync(treebank('en_ewt'))).each([
    {
      name: 'en_ewt',
      least: {
        las: 85,
        uas: 87.5,
        upos: 95.9,
        lemma: 97.4,
        rawSentencesF1: 87,
        rawWordsF1: 99,
        rawLasF1: 83,
      },
    },
    {
      name: 'en_gum',
      least: {
        las: 85,
        uas: 87.5,
        upos: 96.3,
        lemma: 97.7,
        rawSentencesF1: 96,
        rawWordsF1: 99.4,
        rawLasF1: 84.3,
      },
    },
  ])('$name', ({ name, least }) => {
    const figures = scoreSyntax(gunzipSync(readFileSync(treebank(name))).toString('utf8'), english);
    for (const [figure, bar] of Object.entries(least))
      expect(figures[figure as keyof typeof least], figure).toBeGreaterThanOrEqual(bar);
  });
});

describe('columns over a text', () => {
  const text =
    "Fiji's envoy thanked Peru. 😀 Talks, held in the U.S., go on. “We agree,” she said.\n\nThe end.";

  it('hold what the sentences hold', () => {
    const read = english.read(text);
    expect([...read]).toEqual(english.analyse(text));
    expect(read.length).toBe(read.starts.length);
    expect(read.sentenceStarts.at(-1)).toBe(read.length);
  });

  it('say that a sentence is not there', () => {
    expect(() => english.read('One.').sentence(1)).toThrow('no sentence 1; the text has 1');
    expect([...english.read('')]).toEqual([]);
  });

  it('come from parse and tag, too, which load the packaged model', async () => {
    expect([...(await parse(text))]).toEqual(english.analyse(text));
    expect(await tag(text)).toEqual(english.segment(text).map(english.tag));
  });
});
