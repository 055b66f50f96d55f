import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { mainGraph } from '../src/reader/evaluate/main-act.js';
import { rulesOf } from '../src/reader/evaluate/relation.js';
import type { Resources } from '../src/reader/read.js';
import { classOf } from '../src/reader/relations/classes.js';
import { relationGraph } from '../src/reader/relations/opinion.js';
import {
  inputOf,
  judge,
  type RelationModel,
  readRelationModel,
  sharpened,
  writeRelationModel,
} from '../src/reader/relations/relation-model.js';
import type { RelationShape } from '../src/reader/relations/relation-network.js';
import { joinModels } from './join-relations.js';
import { logTo, ruleResources } from './preparation.js';
import { frequent, pointed } from './relation-examples.js';
import { card, figures, told } from './relation-figures.js';
import { readOptions } from './relation-options.js';
import { type MarkedSentence, readMarkedSentences } from './relation-sentences.js';
import { type Example, trainOne } from './train-relation.js';

/** Trains the networks that judge relations, and writes `relations.bin` and its card. */
export async function main(argv: readonly string[]): Promise<void> {
  const options = readOptions(argv);
  const log = logTo(options.log);
  const resources = await ruleResources();
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
  const trained = (): RelationModel => {
    const inputs = train.map(({ graph }) => inputOf(names, resources.language.vectors, graph));
    const networks = Array.from({ length: options.networks }, (_, k) => {
      const own = { ...options, seed: options.seed + 1 + k };
      return trainOne(names, train, inputs, own, (line) => log(`network ${k + 1}: ${line}`));
    });
    return { ...names, networks, sharpness: 1 };
  };
  const joined = options.join.map((file) => ({ file, ...readRelationModel(gunzipSync(readFileSync(file))) }));
  const model = calibrated(joined.length > 0 ? joinModels(joined) : trained(), resources, heldOut);
  const measured = figures(model, resources, heldOut);
  log(`shares are raised to the power ${model.sharpness.toFixed(2)}; held out: ${told(measured)}`);
  const bytes = gzipSync(writeRelationModel(model), { level: 9 });
  mkdirSync(options.out, { recursive: true });
  writeFileSync(join(options.out, 'relations.bin'), bytes);
  writeFileSync(
    join(options.out, 'relations.md'),
    card(model, sentences.length, measured, options, bytes.length),
  );
  log(`wrote ${join(options.out, 'relations.bin')}, ${Math.round(bytes.length / 1000)} kB`);
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
  const target = { type, source: pointed(parts, 'source'), recipient: pointed(parts, 'recipient') };
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
