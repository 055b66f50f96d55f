import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readConllu } from '../src/language/conllu.js';
import { languageOf } from '../src/language/language.js';
import { knownForms, type Model, type ModelCard, writeModel } from '../src/language/model-file.js';
import { scoreSyntax } from '../src/language/score.js';
import { cardText } from './card.js';
import { diplomaticSentences } from './diplomatic.js';
import { exportNetwork } from './export-network.js';
import type { TrainedShape } from './network-parameters.js';
import { readOptions, type TrainOptions } from './options.js';
import { labelled, rawSentences } from './silver.js';
import { trainLemmas } from './train-lemmas.js';
import { type DevelopmentSet, newNetwork, type TrainedNetwork, trainNetwork } from './train-network.js';
import { readTreebanks, type Treebanks } from './treebanks.js';
import { variantForms } from './variants.js';
import { readVectors } from './vectors.js';
import { vocabulary } from './vocabulary.js';

/** The network at work: what it costs is what reading costs. */
const STUDENT = { hidden: 320, width: 192, layers: 3, tagLayer: 2, arc: 80, relation: 64 };
/** One that has learnt as the student does, and teaches it with the others. */
const WIDE = { ...STUDENT, width: 256 };
/** Teachers are seen only here, and differ so that their mistakes do. */
const TEACHERS = [
  { hidden: 320, width: 256, layers: 3, tagLayer: 2, arc: 96, relation: 96 },
  { hidden: 256, width: 192, layers: 4, tagLayer: 3, arc: 96, relation: 96 },
  { hidden: 320, width: 224, layers: 3, tagLayer: 3, arc: 128, relation: 96 },
];
const FEATURES = 96;
/** The end, on the treebanks alone, goes in smaller steps. */
const FINISH_RATE = 0.23;

/**
 * Trains teachers, labels raw text with them, trains the network that is shipped on the treebanks and that text, then on the
 * treebanks alone, and writes `english.bin` and `english.md`. What is finished lies in the working folder, so that a run that was stopped goes on.
 */
export async function main(argv: readonly string[]): Promise<void> {
  const options = readOptions(argv);
  const log = logTo(options.log);
  mkdirSync(options.work, { recursive: true });
  const banks = readTreebanks(options.treebanks);
  const vectors = readVectors(options.vectors, options.vectorCount);
  const sentences = [...banks.train, ...diplomaticSentences(options.patterns, options.seed + 3)];
  const words = vocabulary(sentences, vectors.forms);
  const dev = [...banks.dev].map(([name, text]) => ({ name, sentences: readConllu(text) }));
  log(`${sentences.length} sentences, ${words.tags.length} joint tags, ${words.labels.length} relations`);
  const shapeOf = (
    sizes: Omit<TrainedShape, 'features' | 'vector' | 'rows' | 'tags' | 'labels'>,
  ): TrainedShape => ({
    ...sizes,
    features: FEATURES,
    vector: vectors.columns,
    rows: words.rows,
    tags: words.tags.length,
    labels: words.labels.length,
  });
  const gold = (random: () => number) =>
    sentences.map((sentence) => words.example(variantForms(sentence, random), sentence));
  const settings = {
    vectors: vectors.floats,
    batch: options.batch,
    rate: options.rate,
    native: options.native,
  };
  const stage = (
    name: string,
    shape: TrainedShape,
    seed: number,
    run: () => TrainedNetwork,
  ): TrainedNetwork => {
    const file = join(options.work, `${name}.f32`);
    if (existsSync(file)) {
      const network = newNetwork({ ...settings, shape, seed });
      network.parameters.load(floatsOf(readFileSync(file)));
      return network;
    }
    const network = run();
    const saved = network.parameters.save();
    writeFileSync(`${file}.part`, Buffer.from(saved.buffer, saved.byteOffset, saved.byteLength));
    renameSync(`${file}.part`, file);
    return network;
  };
  const teachers: TrainedNetwork[] = [];
  for (const [number, sizes] of TEACHERS.slice(0, options.teachers).entries()) {
    const name = `teacher-${number + 1}`;
    if (options.stage?.startsWith('teacher') && options.stage !== name) continue;
    const shape = shapeOf(sizes);
    const seed = options.seed + 10 * (number + 1);
    const train = () =>
      trainNetwork(gold, words, dev, {
        ...settings,
        shape,
        seed,
        epochs: options.epochs,
        drop: 0.25,
        log: (line) => log(`${name}: ${line}`),
      });
    teachers.push(stage(name, shape, seed, train));
    log(`${name} is ready`);
  }
  if (options.stage?.startsWith('teacher')) return;
  /** Learns from the treebanks and from raw text as the teachers label it, and last from the treebanks alone. */
  const pupil = (names: readonly [string, string], shape: TrainedShape, seed: number): TrainedNetwork => {
    const [first, last] = names;
    const student = stage(first, shape, seed, () => {
      const raw = rawSentences(options.raw, options.rawWords, seed, heldOut(banks, dev));
      const silver = teachers.length === 0 ? [] : labelled(raw, teachers, words, log);
      log(`${silver.length} sentences of raw text, labelled by ${teachers.length} teachers`);
      return trainNetwork((random) => [...gold(random), ...silver], words, dev, {
        ...settings,
        shape,
        seed,
        epochs: silver.length > 0 ? options.studentEpochs : options.epochs,
        drop: silver.length > 0 ? 0.15 : 0.25,
        log: (line) => log(`${first}: ${line}`),
      });
    });
    return stage(last, shape, seed, () =>
      trainNetwork(gold, words, dev, {
        ...settings,
        shape,
        seed: seed + 2,
        epochs: options.finishEpochs,
        rate: FINISH_RATE * options.rate,
        drop: 0.25,
        from: student.parameters.save(),
        log: (line) => log(`${last}: ${line}`),
      }),
    );
  };
  if (teachers.length > 0) teachers.push(pupil(['wide', 'wide-finished'], shapeOf(WIDE), options.seed));
  const shape = shapeOf(STUDENT);
  const finished = pupil(['student', 'finished'], shape, options.seed + 1);
  const network = exportNetwork(finished.parameters, shape, words.forms, vectors);
  const lemmas = trainLemmas(sentences, knownForms(network));
  log(`lemmas: ${lemmas.endings.size} endings, ${lemmas.exceptions.size} exceptions`);
  const card: ModelCard = {
    name: 'english',
    version: '2',
    licence: 'CC BY-SA 4.0',
    treebanks: dev.map(({ name }) => name.replace(/-dev$/, '')),
    figures: {},
  };
  write(options, banks, { card, lemmas, tags: words.tags, labels: words.labels, network }, log);
}

/** Writes the model, with the figures of the test sets, which are read here alone. */
function write(
  { out, command }: TrainOptions,
  { test }: Treebanks,
  model: Model,
  log: (line: string) => void,
): void {
  const language = languageOf(model);
  const figures: Record<string, Record<string, number>> = {};
  for (const [name, text] of test) {
    const { tokensPerSecond, ...shares } = scoreSyntax(text, language);
    figures[name] = Object.fromEntries(
      Object.entries(shares).map(([key, share]) => [key, Math.round(share * 100) / 100]),
    );
    log(`${name}: ${JSON.stringify(figures[name])}, ${Math.round(tokensPerSecond)} tokens/s`);
  }
  const card = { ...model.card, figures };
  const bytes = gzipSync(writeModel({ ...model, card }), { level: 9 });
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'english.bin'), bytes);
  writeFileSync(join(out, 'english.md'), cardText(card, bytes.length, command));
  log(`wrote ${join(out, 'english.bin')}, ${(bytes.length / 1e6).toFixed(1)} MB`);
}

/** Sentences of development and test sets, which no network may see as raw text either. */
function heldOut({ test }: Treebanks, dev: readonly DevelopmentSet[]): Set<string> {
  const sentences = [...dev.flatMap((set) => set.sentences), ...[...test.values()].flatMap(readConllu)];
  return new Set(sentences.map(({ forms }) => forms.join(' ')));
}

function floatsOf(bytes: Buffer): Float32Array {
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

function logTo(file: string | undefined): (line: string) => void {
  const began = Date.now();
  return (line) => {
    const stamped = `${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${line}`;
    process.stderr.write(`${stamped}\n`);
    if (file) appendFileSync(file, `${stamped}\n`);
  };
}
