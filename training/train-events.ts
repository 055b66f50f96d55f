import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { type BagModel, bagInput } from '../src/reader/judges/bag-model.js';
import type { BagShape } from '../src/reader/judges/bag-network.js';
import { writeJudges } from '../src/reader/judges/judges-file.js';
import { ROLES } from '../src/reader/judges/models.js';
import { ACT_SLOTS, ROLE_SLOTS } from '../src/reader/judges/sight.js';
import { PLOVER_TYPES } from '../src/record/index.js';
import { type EventExample, type Examples, passageExamples, sentenceExamples } from './event-examples.js';
import { card, figuresOf, told } from './event-figures.js';
import { readOptions } from './event-options.js';
import { learnFirstLook } from './first-look.js';
import { readPassages } from './passages.js';
import { logTo, ruleResources } from './preparation.js';
import { readMarkedSentences } from './relation-sentences.js';
import type { BagExample, BagOptions } from './train-bag.js';

type Kind = 'acts' | 'roles';
interface Weighed {
  readonly example: EventExample;
  readonly weight: number;
}

/** Features that only few examples have teach nothing. */
const RAREST = 8;

/** Trains the judges of events, and writes `events.bin` and its card. */
export async function main(argv: readonly string[]): Promise<void> {
  const options = readOptions(argv);
  const log = logTo(options.log);
  const resources = await ruleResources();
  const { vectors } = resources.language;
  const taught: Record<Kind, Weighed[]> = { acts: [], roles: [] };
  const held: Record<Kind, EventExample[]> = { acts: [], roles: [] };
  const teach = ({ acts, roles }: Examples, weight: number): void => {
    for (const example of acts) taught.acts.push({ example, weight });
    for (const example of roles) taught.roles.push({ example, weight });
  };
  const passages = readPassages(options.passages);
  const events = passages.reduce((sum, passage) => sum + passage.events.length, 0);
  const every = options.heldOut > 0 ? Math.round(1 / options.heldOut) : 0;
  let missed = 0;
  for (const [k, passage] of passages.entries()) {
    const made = passageExamples(resources, passage);
    missed += made.missed;
    if (every > 0 && k % every === every - 1) {
      held.acts.push(...made.acts);
      held.roles.push(...made.roles);
    } else teach(made, 1);
    if (k % 1000 === 999) log(`read ${k + 1} of ${passages.length} passages`);
  }
  log(`${passages.length} passages, ${events} events, of which ${missed} have no word that may tell them`);
  const sentences = options.share > 0 ? readMarkedSentences(options.sentences) : [];
  for (const [k, sentence] of sentences.entries()) {
    teach(sentenceExamples(resources, sentence), options.share);
    if (k % 5000 === 4999) log(`read ${k + 1} of ${sentences.length} sentences`);
  }
  const acts = await learn('acts', [...PLOVER_TYPES, 'none'], ACT_SLOTS);
  const roles = await learn('roles', ROLES, ROLE_SLOTS);
  const firstLook = learnFirstLook(
    taught.acts.map(({ example }) => example),
    options.seed,
  );
  const measured = {
    acts: figuresOf(acts, vectors, held.acts),
    roles: figuresOf(roles, vectors, held.roles),
  };
  log(`held out: acts ${told(measured.acts)}; roles ${told(measured.roles)}`);
  const bytes = gzipSync(writeJudges({ acts, roles, firstLook }), { level: 9 });
  mkdirSync(options.out, { recursive: true });
  writeFileSync(join(options.out, 'events.bin'), bytes);
  const counts = {
    passages: passages.length,
    events,
    sentences: sentences.length,
    networks: options.networks,
  };
  writeFileSync(join(options.out, 'events.md'), card(counts, measured, options.repeat, bytes.length));
  log(`wrote ${join(options.out, 'events.bin')}, ${Math.round(bytes.length / 1000)} kB`);

  async function learn(kind: Kind, classes: readonly string[], slots: number): Promise<BagModel> {
    const examples = taught[kind];
    const features = frequent(examples);
    const { hidden, networks, epochs, rate, drop, seed } = options;
    const shape = {
      features: features.length,
      slots,
      vector: vectors.columns,
      hidden,
      classes: classes.length,
    };
    log(`${kind}: ${examples.length} examples, ${features.length} features`);
    const inputs = examples.map(({ example, weight }) => ({
      input: bagInput({ shape, features }, vectors, example.sight),
      target: classes.indexOf(example.answer),
      weight,
    }));
    const trained = Array.from({ length: networks }, (_, k) =>
      apart(shape, inputs, { seed: seed + k, epochs, rate, drop }, (line) =>
        log(`${kind} ${k + 1}: ${line}`),
      ),
    );
    return { shape, features, classes, networks: await Promise.all(trained) };
  }
}

/** Trains a network in a thread of its own. */
function apart(
  shape: BagShape,
  examples: readonly BagExample[],
  options: BagOptions,
  log: (line: string) => void,
): Promise<Float64Array> {
  return new Promise((resolve, reject) => {
    const workerData = { shape, examples, options };
    const worker = new Worker(new URL('./bag-worker.mjs', import.meta.url), { workerData });
    worker.on('message', (message: { line?: string; weights?: Float64Array }) => {
      if (message.line !== undefined) log(message.line);
      if (message.weights) resolve(message.weights);
    });
    worker.on('error', reject);
  });
}

function frequent(examples: readonly Weighed[]): string[] {
  const counts = new Map<string, number>();
  for (const { example } of examples)
    for (const name of new Set(example.sight.features)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= RAREST)
    .map(([name]) => name)
    .sort();
}
