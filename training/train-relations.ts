import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { loadGazetteer } from '../src/gazetteer/index.js';
import { loadLanguage } from '../src/language/index.js';
import { macroF1 } from '../src/reader/evaluate/f1.js';
import { mainGraph } from '../src/reader/evaluate/main-act.js';
import { rulesOf } from '../src/reader/evaluate/relation.js';
import { loadLexicon } from '../src/reader/lexicon.js';
import type { Resources } from '../src/reader/read.js';
import { classOf, namedClass } from '../src/reader/relations/classes.js';
import type { WordGraph } from '../src/reader/relations/graph.js';
import { relationGraph } from '../src/reader/relations/opinion.js';
import {
  inputOf,
  judge,
  type RelationModel,
  readRelationModel,
  sharpened,
  writeRelationModel,
} from '../src/reader/relations/relation-model.js';
import {
  layout,
  PARTS,
  type PartName,
  type RelationInput,
  type RelationShape,
} from '../src/reader/relations/relation-network.js';
import { topOf } from '../src/reader/relations/word-graph.js';
import { randomNumbers, shuffle } from './random.js';
import { learnRelation, type RelationTarget } from './relation-gradients.js';
import { type MarkedSentence, readMarkedSentences } from './relation-sentences.js';

const USAGE = `npm run train:relations -- [options]

  --sentences FOLDER  our sentences with marked parties and CAMEO codes (training/sentences)
  --networks N        networks that judge together (4)
  --hidden N          width of what is made of each word (48)
  --epochs N          passes over the sentences (8)
  --rate X            rate of learning (0.002)
  --seed N            (1)
  --held-out SHARE    sentences kept back to measure with, every twentieth for 0.05 (0.05)
  --join FILE         instead of training, takes the networks of relations.bin files that were trained apart by other
                      seeds, side by side; may be given again
  --out FOLDER        where relations.bin and relations.md go (models)
  --log FILE          appends what is told`;

interface Example {
  readonly graph: WordGraph;
  readonly target: RelationTarget;
  readonly seen: boolean;
  readonly marked: boolean;
}

const BATCH = 16;
const WARM_UP = 100;
/** Share of a word's features, and of words' vectors, left out in training. */
const DROP = 0.15;
/** How often the answer of the rules is hidden; more often where the tables were written with the sentence in view. */
const HIDE_RULES = { seen: 0.35, unseen: 0.15 };
/** Features that only few sentences have teach nothing. */
const RAREST = 5;
const DECAY = 1e-3;
const MEAN_OVER = 1500;
const RULES = /^(deed|outer|by-source|to-recipient|by-both|main)/;

/** Trains the networks that judge relations, and writes `relations.bin` and its card. */
export async function main(argv: readonly string[]): Promise<void> {
  const options = readOptions(argv);
  const log = (line: string): void => {
    process.stderr.write(`${line}\n`);
    if (options.log) appendFileSync(options.log, `${line}\n`);
  };
  const resources: Resources = {
    language: await loadLanguage(),
    gazetteer: loadGazetteer(),
    lexicon: loadLexicon(),
  };
  const sentences = readMarkedSentences(options.sentences);
  const classes = [...new Set(sentences.map(({ cameo }) => classOf(resources.lexicon, cameo)))].sort();
  const each = options.heldOut > 0 ? Math.round(1 / options.heldOut) : 0;
  const held = sentences.map((_, k) => each > 0 && k % each === each - 1);
  const examples = sentences.map((sentence, k) => {
    if (k % 2000 === 1999) log(`read ${k + 1} of ${sentences.length} sentences`);
    return examplesOf(resources, sentence, classes.indexOf(classOf(resources.lexicon, sentence.cameo)));
  });
  const train = examples.filter((_, k) => !held[k]).flat();
  const heldOut = examples.filter((_, k) => held[k]).flat();
  const features = frequent(train.flatMap(({ graph }) => graph.features.flat()));
  const whole = frequent(train.flatMap(({ graph }) => graph.whole));
  const shape: RelationShape = {
    features: features.length,
    whole: whole.length,
    vector: resources.language.vectors.columns,
    hidden: options.hidden,
    heads: 4,
    classes: classes.length,
  };
  log(
    `${train.length} examples, ${heldOut.length} held out, ${shape.features} features, ${classes.length} classes`,
  );
  const names = { shape, features, whole, classes };
  const networks: Float64Array[] = options.join.flatMap((file) => joined(file, names));
  const inputs =
    networks.length > 0 ? [] : train.map(({ graph }) => inputOf(names, resources.language.vectors, graph));
  for (let k = 0; k < (options.join.length > 0 ? 0 : options.networks); k++) {
    const own = { ...options, seed: options.seed + 1 + k };
    networks.push(trainOne(names, train, inputs, own, (line) => log(`network ${k + 1}: ${line}`)));
  }
  const model = calibrated({ ...names, networks, sharpness: 1 }, resources, heldOut);
  log(
    `shares are raised to the power ${model.sharpness.toFixed(2)}; held out: ${told(figures(model, resources, heldOut))}`,
  );
  const bytes = gzipSync(writeRelationModel(model), { level: 9 });
  mkdirSync(options.out, { recursive: true });
  writeFileSync(join(options.out, 'relations.bin'), bytes);
  writeFileSync(
    join(options.out, 'relations.md'),
    card(model, sentences.length, figures(model, resources, heldOut), options, bytes.length),
  );
  log(`wrote ${join(options.out, 'relations.bin')}, ${Math.round(bytes.length / 1000)} kB`);
}

/** Networks of another run, by the same sentences and tables. */
function joined(
  file: string,
  names: Pick<RelationModel, 'shape' | 'features' | 'whole' | 'classes'>,
): readonly Float64Array[] {
  const model = readRelationModel(gunzipSync(readFileSync(file)));
  const alike = (k: 'shape' | 'features' | 'whole' | 'classes') =>
    JSON.stringify(model[k]) === JSON.stringify(names[k]);
  const same = alike('shape') && alike('features') && alike('whole') && alike('classes');
  if (!same) throw new Error(`--join ${file}: it was trained on other sentences or tables; train it again`);
  return model.networks;
}

/** Finds the power that makes the shares of the right classes most likely. */
function calibrated(model: RelationModel, resources: Resources, examples: readonly Example[]): RelationModel {
  const judged = examples.flatMap(({ graph, target, marked }) =>
    marked ? [{ shares: judge(model, resources.language.vectors, graph).classes, type: target.type }] : [],
  );
  if (judged.length === 0) return model;
  let best = { sharpness: 1, loss: Number.POSITIVE_INFINITY };
  for (let power = 0.5; power <= 2.5; power += 0.05) {
    const loss = judged.reduce(
      (sum, { shares, type }) => sum - Math.log((sharpened(shares, power)[type] as number) + 1e-9),
      0,
    );
    if (loss < best.loss) best = { sharpness: power, loss };
  }
  return { ...model, sharpness: best.sharpness };
}

/** A sentence twice: with its parties marked, and without, so that they have to be found. */
function examplesOf(resources: Resources, sentence: MarkedSentence, type: number): Example[] {
  const { parts, answer } = rulesOf(resources, sentence, 'crosswalk');
  const graph = relationGraph(resources.language.vectors, parts, answer);
  const nobody = graph.forms.length;
  const pointed = (side: 'source' | 'recipient'): number => {
    let offset = 0;
    for (const part of parts) {
      const top = topOf(part.scene.tree, part[side]);
      if (top !== undefined) return offset + top;
      offset += part.scene.tree.length;
    }
    return nobody;
  };
  const target = { type, source: pointed('source'), recipient: pointed('recipient') };
  return [
    { graph, target: { type, source: -1, recipient: -1 }, seen: sentence.seen, marked: true },
    {
      graph: mainGraph(
        resources.language.vectors,
        parts.map(({ scene }) => scene),
      ),
      target,
      seen: sentence.seen,
      marked: false,
    },
  ];
}

function trainOne(
  { shape, features }: Pick<RelationModel, 'shape' | 'features'>,
  examples: readonly Example[],
  inputs: readonly RelationInput[],
  { seed, epochs, rate }: { seed: number; epochs: number; rate: number },
  log: (line: string) => void,
): Float64Array {
  const random = randomNumbers(seed);
  const weights = initial(shape, random);
  const ofRules = new Set([...features.keys()].filter((f) => RULES.test(features[f] as string)));
  const gradients = new Float64Array(weights.length);
  const first = new Float64Array(weights.length);
  const second = new Float64Array(weights.length);
  const mean = weights.slice();
  const steps = epochs * Math.ceil(examples.length / BATCH);
  const order = Int32Array.from(examples, (_, k) => k);
  let step = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const began = Date.now();
    shuffle(order, random);
    let loss = 0;
    for (let at = 0; at < order.length; at += BATCH) {
      const batch = order.subarray(at, at + BATCH);
      for (const k of batch) {
        const { target, seen } = examples[k] as Example;
        const hide = random() < (seen ? HIDE_RULES.seen : HIDE_RULES.unseen);
        const input = thinned(inputs[k] as RelationInput, shape.vector, hide ? ofRules : undefined, random);
        loss += learnRelation(shape, weights, gradients, input, target);
      }
      step++;
      const now = rate * Math.min(1, step / WARM_UP) * (0.5 + 0.5 * Math.cos((Math.PI * step) / steps));
      const keep = Math.min(1 - 1 / MEAN_OVER, step / (step + 10));
      const [c1, c2] = [1 - 0.9 ** step, 1 - 0.999 ** step];
      for (let w = 0; w < weights.length; w++) {
        const g = (gradients[w] as number) / batch.length;
        gradients[w] = 0;
        const m = 0.9 * (first[w] as number) + 0.1 * g;
        const v = 0.999 * (second[w] as number) + 0.001 * g * g;
        first[w] = m;
        second[w] = v;
        const old = weights[w] as number;
        weights[w] = old - now * (m / c1 / (Math.sqrt(v / c2) + 1e-8) + DECAY * old);
        mean[w] = keep * (mean[w] as number) + (1 - keep) * (weights[w] as number);
      }
    }
    log(
      `epoch ${epoch}: loss ${(loss / examples.length).toFixed(3)}, ${Math.round((Date.now() - began) / 1000)} s`,
    );
  }
  return mean;
}

/** A text of which a part is left out, so that the network does not lean on any one thing. */
function thinned(
  input: RelationInput,
  vector: number,
  hidden: ReadonlySet<number> | undefined,
  random: () => number,
): RelationInput {
  const vectors = input.vectors.slice();
  for (let i = 0; i < input.length; i++) if (random() < DROP) vectors.fill(0, i * vector, (i + 1) * vector);
  return {
    ...input,
    vectors,
    features: input.features.map((own) => own.filter((f) => !hidden?.has(f) && random() >= DROP)),
    whole: hidden ? [] : input.whole,
  };
}

function initial(shape: RelationShape, random: () => number): Float64Array {
  const at = layout(shape);
  const weights = new Float64Array(at.length);
  const gain: Partial<Record<PartName, number>> = {
    features: 0.25,
    vectors: 1 / Math.sqrt(shape.vector),
    own: 1 / Math.sqrt(shape.hidden),
    edges: 0.5 / Math.sqrt(shape.hidden),
    attention: 1 / Math.sqrt(shape.hidden),
    values: 1 / Math.sqrt(shape.hidden),
    classes: 1 / Math.sqrt(shape.hidden),
    pointers: 1 / Math.sqrt(shape.hidden),
  };
  for (const [name, deviation] of Object.entries(gain) as [PartName, number][]) {
    const [rows, columns] = PARTS[name](shape);
    for (let k = 0; k < rows * columns; k++) weights[at[name] + k] = deviation * normal(random);
  }
  return weights;
}

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());

function frequent(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= RAREST)
    .map(([name]) => name)
    .sort();
}

interface Figures {
  readonly rootMacroF1: number;
  readonly rightRoots: number;
  readonly sources: number;
  readonly recipients: number;
}

/** On sentences that were held out: roots where the parties are marked, parties where they are not. In hundredths. */
function figures(model: RelationModel, resources: Resources, examples: readonly Example[]): Figures {
  const gold: string[] = [];
  const found: string[] = [];
  let count = 0;
  const right = { source: 0, recipient: 0 };
  for (const { graph, target, marked } of examples) {
    const judgement = judge(model, resources.language.vectors, graph);
    if (marked) {
      const root = (k: number): string => namedClass(model.classes[k] as string).root;
      if (root(target.type) === 'none') continue;
      gold.push(root(target.type));
      const scores = judgement.classes.map((p, k) => (root(k) === 'none' ? 0 : p));
      found.push(root(largest(scores)));
    } else {
      count++;
      if (largest(judgement.source) === target.source) right.source++;
      if (largest(judgement.recipient) === target.recipient) right.recipient++;
    }
  }
  return {
    rootMacroF1: macroF1(gold, found).value ?? 0,
    rightRoots: (100 * gold.filter((g, k) => g === found[k]).length) / Math.max(1, gold.length),
    sources: (100 * right.source) / Math.max(1, count),
    recipients: (100 * right.recipient) / Math.max(1, count),
  };
}

const told = (f: Figures): string =>
  `roots ${f.rightRoots.toFixed(1)} % right, macro-F1 ${f.rootMacroF1.toFixed(1)}; unmarked: sources ${f.sources.toFixed(1)}, recipients ${f.recipients.toFixed(1)} % right`;

function largest(values: Float64Array): number {
  let best = 0;
  for (let k = 1; k < values.length; k++) if ((values[k] as number) > (values[best] as number)) best = k;
  return best;
}

function card(
  model: RelationModel,
  sentences: number,
  measured: Figures,
  options: ReturnType<typeof readOptions>,
  bytes: number,
): string {
  return `# relations.bin

${model.networks.length} small networks over the dependency tree that judge what a source does to a recipient (one of ${model.classes.length} classes: a PLOVER
type and the quad class of its CAMEO code), and which words are source and recipient where they are not given. They see the words'
vectors, the tree, and what the rules of data/ found, and may overrule these. [The decision](../docs/decisions/009-relations.md).

- Data: ${sentences} sentences that we wrote, training/sentences; no sentence of anybody else. Licence: that of this package; the
  word vectors are those of english.bin.
- Made by \`npm run train:relations -- ${options.repeat}\`.
- Size: ${Math.round(bytes / 1000)} kB compressed.

| on sentences held out | figure |
|---|---|
| roots right, parties marked | ${measured.rightRoots.toFixed(1)} % |
| macro-F1 over roots | ${measured.rootMacroF1.toFixed(1)} |
| source found, parties not marked | ${measured.sources.toFixed(1)} % |
| recipient found, parties not marked | ${measured.recipients.toFixed(1)} % |
`;
}

function readOptions(argv: readonly string[]) {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      sentences: { type: 'string', default: 'training/sentences' },
      networks: { type: 'string', default: '4' },
      hidden: { type: 'string', default: '48' },
      epochs: { type: 'string', default: '8' },
      rate: { type: 'string', default: '0.002' },
      seed: { type: 'string', default: '1' },
      'held-out': { type: 'string', default: '0.05' },
      join: { type: 'string', multiple: true, default: [] },
      out: { type: 'string', default: 'models' },
      log: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    process.exit(0);
  }
  const number = (name: 'networks' | 'hidden' | 'epochs' | 'rate' | 'seed' | 'held-out'): number => {
    const value = Number(values[name]);
    if (!(value >= 0)) throw new Error(`--${name} must be a number, not '${values[name]}'\n\n${USAGE}`);
    return value;
  };
  const given = ['networks', 'hidden', 'epochs', 'rate', 'seed', 'held-out'] as const;
  return {
    sentences: values.sentences,
    networks: number('networks'),
    hidden: number('hidden'),
    epochs: number('epochs'),
    rate: number('rate'),
    seed: number('seed'),
    heldOut: number('held-out'),
    join: values.join,
    out: values.out,
    log: values.log,
    repeat: given.map((name) => `--${name} ${values[name]}`).join(' '),
  };
}
