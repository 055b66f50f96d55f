import { describe, expect, it } from 'vitest';
import { featureTable } from '../src/language/feature-table.js';
import { lemmaOf } from '../src/language/lemmatiser.js';
import { lexicon } from '../src/language/lexicon.js';
import { parser } from '../src/language/parser.js';
import { tagger } from '../src/language/tagger.js';
import { apply, begin, finished, isLegal, parseState } from '../src/language/transitions.js';
import { diplomaticSentences } from './diplomatic.js';
import { tagSentence } from './jackknife.js';
import { buildEntries } from './lexicon.js';
import { actionCosts, type Costs } from './oracle.js';
import { compact } from './perceptron.js';
import { trainLemmas } from './train-lemmas.js';
import { trainParser } from './train-parser.js';
import { trainTagger } from './train-tagger.js';

const sentences = diplomaticSentences(120, 7);
const tags = [...new Set(sentences.flatMap(({ upos, xpos }) => upos.map((one, i) => `${one}|${xpos[i]}`)))];
const labels = [...new Set(sentences.flatMap(({ deprels }) => deprels))];
const examples = sentences.map((sentence) => ({
  sentence,
  tags: Int32Array.from(sentence.upos, (one, i) => tags.indexOf(`${one}|${sentence.xpos[i]}`)),
}));
const trees = examples.map(({ sentence, tags: found }) => ({
  words: Int32Array.from(sentence.forms, (form) => form.length * 31 + form.charCodeAt(0)),
  tags: found,
  upos: found,
  heads: sentence.heads.map((head) => (head < 0 ? sentence.length : head)),
  relations: Int32Array.from(sentence.deprels, (relation) => labels.indexOf(relation)),
}));

describe('the patterns', () => {
  it('are trees, the same for the same seed', () => {
    expect(diplomaticSentences(120, 7)).toEqual(sentences);
    expect(diplomaticSentences(120, 8)).not.toEqual(sentences);
    for (const { heads, length } of sentences) {
      expect([...heads].filter((head) => head === -1)).toHaveLength(1);
      for (let i = 0; i < length; i++) {
        let at = i;
        for (let steps = 0; at >= 0; steps++) {
          expect(steps).toBeLessThanOrEqual(length);
          at = heads[at] ?? -1;
        }
      }
    }
  });
});

describe('the oracle', () => {
  it('always offers an action that costs nothing on a projective tree, and leads to that tree', () => {
    const state = parseState(labels.length, labels.indexOf('root'));
    const costs: Costs = { shift: 0, left: 0, right: 0 };
    for (const { heads, relations, words } of trees) {
      begin(state, words.length);
      while (!finished(state)) {
        actionCosts(state, heads, costs);
        const top = state.stack[state.stackSize - 1] ?? -1;
        const label = relations[top] ?? 0;
        const actions: [number, number][] = [
          [costs.left, 1 + label],
          [costs.right, 1 + labels.length + label],
          [costs.shift, 0],
        ];
        const free = actions.find(([cost, action]) => cost === 0 && isLegal(state, action));
        expect(free).toBeDefined();
        apply(state, free?.[1] ?? 0);
      }
      expect([...state.heads.slice(0, words.length)]).toEqual([...heads]);
    }
  });
});

describe('training', () => {
  it('learns a few sentences by heart', () => {
    const words = lexicon(buildEntries(examples));
    const model = trainTagger(examples, words, tags.length, { epochs: 6, seed: 1 });
    const run = tagger(words, featureTable(compact(model, 0, 64)), tags.length);
    const right = examples.filter(
      ({ sentence, tags: gold }) => tagSentence(words, run, sentence.forms).join() === gold.join(),
    );
    expect(right.length).toBeGreaterThan(110);
    const root = labels.indexOf('root');
    const parse = parser(
      featureTable(compact(trainParser(trees, labels.length, root, { epochs: 10, seed: 1 }), 0, 64)),
      labels.length,
    );
    const state = parseState(labels.length, root);
    const learnt = trees.filter((tree) => {
      begin(state, tree.words.length);
      state.words.set(tree.words);
      state.tags.set(tree.tags);
      state.upos.set(tree.upos);
      parse(state);
      return state.heads.slice(0, tree.words.length).join() === tree.heads.join();
    });
    expect(learnt.length).toBeGreaterThan(100);
  });

  it('gives the same weights for the same seed', () => {
    const train = () =>
      compact(
        trainTagger(examples.slice(0, 30), lexicon(new Map()), tags.length, { epochs: 2, seed: 3 }),
        0,
        8,
      );
    expect(train()).toEqual(train());
  });

  it('gives each word of the text its lemma, by ending or by exception', () => {
    const known = new Set(sentences.flatMap(({ forms }) => forms.map((form) => form.toLowerCase())));
    const rules = trainLemmas(sentences, known);
    for (const { forms, xpos, lemmas } of sentences) {
      forms.forEach((form, i) => {
        if (form === form.toUpperCase()) return; // headlines in capitals
        expect(lemmaOf(rules, form, xpos[i] ?? '', i === 0)).toBe(lemmas[i]);
      });
    }
    expect(rules.exceptions.size).toBeLessThan(100);
  });
});
