import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readConllu } from '../src/language/conllu.js';
import { languageOf } from '../src/language/language.js';
import { knownForms, type Model, type ModelCard, spellerOf, writeModel } from '../src/language/model-file.js';
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
import { frequent, readVectors } from './vectors.js';
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
/** The end, on the treebanks alone, in smaller steps: its share of the rate, and what is added to the seed. */
interface Finish {
  readonly runs: number;
  readonly epochs: number;
  readonly rate: number;
  readonly seed: number;
}
const WIDE_FINISH: Finish = { runs: 1, epochs: 4, rate: 0.23, seed: 2 };
/** So many words' vectors are learnt with; rarer words' are added for reading, and look alike. */
const LEARNT_VECTORS = 66000;

/**
 * Trains teachers, labels raw text with them, trains the network that is shipped on the treebanks and that text, then on the
 * treebanks alone, and writes `english.bin` and `english.md`. What is finished lies in the working folder, so that a run that was stopped goes on.
 */
export async function main(argv: readonly string[]): Promise<void> {
  const options = readOptions(argv);
  const log = logTo(options.log);
  mkdirSync(options.work, { recursive: true });
  const banks = readTreebanks(options.treebanks);
  const allVectors = readVectors(options.vectors, options.vectorCount);
  const vectors = frequent(allVectors, LEARNT_VECTORS);
  const patterns = diplomaticSentences(options.patterns, options.seed + 3);
  const sentences = [...banks.train.flat(), ...patterns];
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
  const pupil = (
    names: readonly [string, string],
    shape: TrainedShape,
    seed: number,
    end: Finish,
  ): TrainedNetwork => {
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
    const finish = (name: string, number: number): TrainedNetwork =>
      stage(name, shape, seed, () =>
        trainNetwork(gold, words, dev, {
          ...settings,
          shape,
          seed: seed + end.seed + 10 * number,
          epochs: end.epochs,
          rate: end.rate * options.rate,
          drop: 0.25,
          from: student.parameters.save(),
          log: (line) => log(`${name}: ${line}`),
        }),
      );
    // Weights that began alike can be averaged, which reads better than each of them (Wortsman et al. 2022).
    const finished = finish(last, 0);
    const all = [finished.parameters.save()];
    for (let number = 1; number < end.runs; number++)
      all.push(finish(`${last}-${number + 1}`, number).parameters.save());
    finished.parameters.load(mean(all));
    return finished;
  };
  if (teachers.length > 0)
    teachers.push(pupil(['wide', 'wide-finished'], shapeOf(WIDE), options.seed, WIDE_FINISH));
  const shape = shapeOf(STUDENT);
  const finished = pupil(['student', 'finished'], shape, options.seed + 1, {
    runs: options.finishes,
    epochs: options.finishEpochs,
    rate: 1 / 3,
    seed: 40,
  });
  const network = exportNetwork(finished.parameters, shape, words.forms, allVectors);
  const lemmas = {
    ...trainLemmas([...banks.train, patterns], knownForms(network)),
    spelt: spellerOf(network),
  };
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

const mean = (all: readonly Float32Array[]): Float32Array =>
  (all[0] as Float32Array).map((_, i) => all.reduce((sum, one) => sum + (one[i] as number), 0) / all.length);

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
