import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type ConlluSentence, readConllu } from '../src/language/conllu.js';
import type { FeatureRows } from '../src/language/feature-table.js';
import { featureTable } from '../src/language/feature-table.js';
import { languageOf } from '../src/language/language.js';
import { lexicon, rowOf, STRIDE, WORD } from '../src/language/lexicon.js';
import { type Model, type ModelCard, writeModel } from '../src/language/model-file.js';
import { parser } from '../src/language/parser.js';
import { scoreSyntax } from '../src/language/score.js';
import { tagger } from '../src/language/tagger.js';
import { begin, parseState } from '../src/language/transitions.js';
import { UPOS } from '../src/language/types.js';
import { cardText } from './card.js';
import { diplomaticSentences } from './diplomatic.js';
import { jackknife, TAGGER_SCALE, TAGGER_THRESHOLD, tagSentence } from './jackknife.js';
import { buildEntries } from './lexicon.js';
import { compact } from './perceptron.js';
import { trainLemmas } from './train-lemmas.js';
import { type ParserExample, trainParser } from './train-parser.js';
import { trainTagger } from './train-tagger.js';
import { type Example, jointTag, readTreebanks } from './treebanks.js';

const USAGE = `npm run train -- --treebanks FOLDER [--out models] [--epochs 14] [--tagger-epochs 10] [--seed 20] [--log FILE]`;

/** Trains tagger, parser and lemmatiser and writes \`english.bin\` and \`english.md\`. */
export async function main(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      treebanks: { type: 'string' },
      out: { type: 'string', default: 'models' },
      epochs: { type: 'string', default: '14' },
      'tagger-epochs': { type: 'string', default: '10' },
      seed: { type: 'string', default: '20' },
      log: { type: 'string' },
    },
  });
  if (!values.treebanks) throw new Error(`--treebanks is missing: ${USAGE}`);
  const began = Date.now();
  const log = (line: string): void => {
    const stamped = `${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${line}`;
    process.stderr.write(`${stamped}\n`);
    if (values.log) appendFileSync(values.log, `${stamped}\n`);
  };
  const seed = Number(values.seed);
  const banks = readTreebanks(values.treebanks);
  const sentences = [...banks.train, ...diplomaticSentences(PATTERN_SENTENCES, seed + 3)];
  const dev = [...banks.dev].map(([name, text]) => ({ name, sentences: readConllu(text) }));
  const tags = names(sentences.flatMap((sentence) => sentence.forms.map((_, i) => jointTag(sentence, i))));
  const labels = names(sentences.flatMap(({ deprels }) => deprels));
  const tagNumber = new Map(tags.map((tag, number) => [tag, number]));
  const examples: Example[] = sentences.map((sentence) => ({
    sentence,
    tags: Int32Array.from(sentence.forms, (_, i) => tagNumber.get(jointTag(sentence, i)) ?? 0),
  }));
  log(`${examples.length} sentences, ${tags.length} joint tags, ${labels.length} relations`);

  const entries = buildEntries(examples);
  const words = lexicon(entries);
  const upos = tags.map((tag) => tag.slice(0, tag.indexOf('|')));
  const bestTagger = keepBest(log, 'tagger: mean UPOS of the development sets');
  trainTagger(examples, words, tags.length, {
    epochs: Number(values['tagger-epochs']),
    seed,
    onEpoch: (epoch, model) => {
      const rows = compact(model, TAGGER_THRESHOLD, TAGGER_SCALE);
      const run = tagger(words, featureTable(rows), tags.length);
      const shares = dev.map(({ sentences }) =>
        share(sentences, (sentence) => {
          const found = tagSentence(words, run, sentence.forms);
          return sentence.upos.map((gold, i) => gold === upos[found[i] ?? 0]);
        }),
      );
      bestTagger.offer(epoch, shares, rows);
    },
  });
  const taggerRows = bestTagger.rows();
  const runTagger = tagger(words, featureTable(taggerRows), tags.length);

  const guessed = jackknife(examples, tags.length, { epochs: 5, seed: seed + 1, log });
  const order: readonly string[] = UPOS;
  const uposNumber = upos.map((one) => order.indexOf(one));
  const labelNumber = new Map(labels.map((label, number) => [label, number]));
  const prepare = (sentence: ConlluSentence, found: Int32Array): ParserExample => ({
    words: Int32Array.from(sentence.forms, (form) => words.columns[rowOf(words, form) * STRIDE + WORD] ?? 0),
    tags: found,
    upos: Int32Array.from(found, (tag) => uposNumber[tag] ?? 0),
    heads: Int32Array.from(sentence.heads, (head) => (head < 0 ? sentence.length : head)),
    relations: Int32Array.from(sentence.deprels, (relation) => labelNumber.get(relation) ?? -1),
  });
  const state = parseState(labels.length, labels.indexOf('root'));
  const bestParser = keepBest(log, 'parser: mean LAS of the development sets');
  const devExamples = dev.map(({ sentences }) =>
    sentences.map((sentence) => ({
      sentence,
      example: prepare(sentence, tagSentence(words, runTagger, sentence.forms)),
    })),
  );
  const universal = labels.map((label) => label.replace(/:.*/, ''));
  trainParser(
    examples.map(({ sentence }, i) => prepare(sentence, guessed[i] ?? new Int32Array())),
    labels.length,
    labels.indexOf('root'),
    {
      epochs: Number(values.epochs),
      seed: seed + 2,
      onEpoch: (epoch, model) => {
        const rows = compact(model, PARSER_THRESHOLD, PARSER_SCALE);
        const run = parser(featureTable(rows), labels.length);
        const shares = devExamples.map((sentences) =>
          share(sentences, ({ sentence, example }) => {
            begin(state, sentence.length);
            state.words.set(example.words);
            state.tags.set(example.tags);
            state.upos.set(example.upos);
            run(state);
            return sentence.deprels.map(
              (gold, i) =>
                state.heads[i] === example.heads[i] &&
                universal[state.relations[i] ?? 0] === gold.replace(/:.*/, ''),
            );
          }),
        );
        bestParser.offer(epoch, shares, rows);
      },
    },
  );

  const lemmas = trainLemmas(sentences, entries);
  log(`lemmas: ${lemmas.endings.size} endings, ${lemmas.exceptions.size} exceptions`);
  const card: ModelCard = {
    name: 'english',
    version: '1',
    licence: 'CC BY-SA 4.0',
    treebanks: [...banks.dev.keys()].map((name) => name.replace(/-dev$/, '')),
    figures: {},
  };
  const model: Model = { card, tags, labels, entries, lemmas, tagger: taggerRows, parser: bestParser.rows() };
  const language = languageOf(model);
  const figures: Record<string, Record<string, number>> = {};
  for (const [name, text] of banks.test) {
    const { tokensPerSecond, ...shares } = scoreSyntax(text, language);
    figures[name] = Object.fromEntries(
      Object.entries(shares).map(([key, share]) => [key, Math.round(share * 100) / 100]),
    );
    log(`${name}: ${JSON.stringify(figures[name])}, ${Math.round(tokensPerSecond)} tokens/s`);
  }
  const bytes = gzipSync(writeModel({ ...model, card: { ...card, figures } }), { level: 9 });
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, 'english.bin'), bytes);
  const { epochs, seed: chosen, 'tagger-epochs': taggerEpochs } = values;
  const command = `npm run train -- --treebanks FOLDER --epochs ${epochs} --tagger-epochs ${taggerEpochs} --seed ${chosen}`;
  writeFileSync(join(values.out, 'english.md'), cardText({ ...card, figures }, bytes.length, command));
  log(`wrote ${join(values.out, 'english.bin')}, ${(bytes.length / 1e6).toFixed(1)} MB`);
}

/** Our own sentences beside the treebanks': one in thirteen. */
const PATTERN_SENTENCES = 1500;
const PARSER_THRESHOLD = 1;
const PARSER_SCALE = 8;

const names = (all: readonly string[]): string[] => {
  const counts = new Map<string, number>();
  for (const name of all) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
};

function share<T>(sentences: readonly T[], judge: (sentence: T) => readonly boolean[]): number {
  let right = 0;
  let all = 0;
  for (const sentence of sentences) {
    const verdicts = judge(sentence);
    all += verdicts.length;
    for (const verdict of verdicts) if (verdict) right++;
  }
  return (100 * right) / all;
}

/** Keeps the weights of the pass that does best on the development sets. */
function keepBest(log: (line: string) => void, what: string) {
  let best = -1;
  let kept: FeatureRows | undefined;
  return {
    offer(epoch: number, shares: readonly number[], rows: FeatureRows): void {
      const mean = shares.reduce((sum, one) => sum + one, 0) / Math.max(1, shares.length);
      const mark = mean > best || !kept ? ' *' : '';
      if (mark) {
        best = mean;
        kept = rows;
      }
      const each = shares.map((one) => one.toFixed(2)).join(' ');
      log(
        `${what}, epoch ${epoch}: ${mean.toFixed(2)} (${each}); ${rows.keys.length} rows, ${rows.weights.length} weights${mark}`,
      );
    },
    rows(): FeatureRows {
      if (!kept) throw new Error(`no epoch was run: ${USAGE}`);
      return kept;
    },
  };
}
