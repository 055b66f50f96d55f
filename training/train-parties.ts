import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { mainGraph } from '../src/reader/evaluate/main-act.js';
import { rulesOf } from '../src/reader/evaluate/relation.js';
import type { Resources } from '../src/reader/read.js';
import type { WordGraph } from '../src/reader/relations/graph.js';
import { partyGraph } from '../src/reader/relations/party-graph.js';
import {
  NOBODY,
  type PartyModel,
  partyInput,
  pointersOf,
  readPartyModel,
  writePartyModel,
} from '../src/reader/relations/party-model.js';
import { largest } from '../src/reader/relations/relation-model.js';
import { type PartyTrainingOptions, readPartyOptions } from './party-options.js';
import { trainParties } from './party-trainer.js';
import { logTo, ruleResources } from './preparation.js';
import { frequent, pointed, RULES } from './relation-examples.js';
import { type MarkedSentence, readMarkedSentences } from './relation-sentences.js';

/** A sentence as a network sees it, and the words that are to be found; the number of words stands for nobody. */
interface Example {
  readonly graph: WordGraph;
  readonly source: number;
  readonly recipient: number;
  readonly seen: boolean;
}

/** Trains the networks that point to the parties of a text's main act, and writes `parties.bin` and its card. */
export async function main(argv: readonly string[]): Promise<void> {
  const options = readPartyOptions(argv);
  const log = logTo(options.log);
  const resources = await ruleResources();
  const { vectors } = resources.language;
  const sentences = readMarkedSentences(options.sentences);
  const each = options.heldOut > 0 ? Math.round(1 / options.heldOut) : 0;
  const held = (_: unknown, k: number): boolean => each > 0 && k % each === each - 1;
  const examples = sentences.map((sentence, k) => {
    if (k % 2000 === 1999) log(`read ${k + 1} of ${sentences.length} sentences`);
    return exampleOf(resources, sentence);
  });
  const train = examples.filter((example, k) => !held(example, k));
  const heldOut = examples.filter(held);
  const model = options.join.length > 0 ? joined(options.join) : trained();
  const right = (side: 'source' | 'recipient'): number => {
    const found = heldOut.filter(({ graph, ...wanted }) => {
      return largest(pointersOf(model, vectors, graph)[side]) === wanted[side];
    });
    return (100 * found.length) / Math.max(1, heldOut.length);
  };
  const measured = { source: right('source'), recipient: right('recipient') };
  log(`held out: sources ${measured.source.toFixed(1)}, recipients ${measured.recipient.toFixed(1)} % right`);
  const bytes = gzipSync(writePartyModel(model), { level: 9 });
  mkdirSync(options.out, { recursive: true });
  const file = join(options.out, 'parties.bin');
  writeFileSync(file, bytes);
  writeFileSync(
    join(options.out, 'parties.md'),
    card(model, sentences.length, measured, options, bytes.length),
  );
  log(`wrote ${file}, ${Math.round(bytes.length / 1000)} kB`);

  function trained(): PartyModel {
    const features = frequent(train.flatMap(({ graph }) => graphNames(graph)));
    const shape = {
      features: features.length,
      sum: options.sum,
      vector: vectors.columns,
      width: options.hidden,
    };
    log(`${train.length} examples, ${heldOut.length} held out, ${features.length} features`);
    const inputs = train.map(({ graph, ...example }) => ({ ...example, input: partyInput(features, graph) }));
    const ofRules = new Set([...features.keys()].filter((f) => RULES.test(features[f] as string)));
    const networks = Array.from({ length: options.networks }, (_, k) =>
      trainParties(shape, vectors, inputs, ofRules, { ...options, seed: options.seed + k }, (line) =>
        log(`network ${k + 1}: ${line}`),
      ),
    );
    return { shape, features, networks };
  }
}

function exampleOf(resources: Resources, sentence: MarkedSentence): Example {
  const { parts } = rulesOf(resources, sentence, 'crosswalk');
  const scenes = parts.map(({ scene }) => scene);
  return {
    graph: partyGraph(mainGraph(resources.language.vectors, scenes), scenes),
    source: pointed(parts, 'source'),
    recipient: pointed(parts, 'recipient'),
    seen: sentence.seen,
  };
}

const graphNames = ({ features, whole }: WordGraph): string[] => [...features.flat(), ...whole, NOBODY];

/** @throws Error that names the file that was trained on other sentences or is of another width */
function joined(files: readonly string[]): PartyModel {
  const models = files.map((file) => ({ file, ...readPartyModel(gunzipSync(readFileSync(file))) }));
  const [first] = models;
  if (!first) throw new Error('--join: no file is given');
  for (const { file, shape, features } of models)
    if (JSON.stringify([shape, features]) !== JSON.stringify([first.shape, first.features]))
      throw new Error(`--join ${file}: it sees other features or is of another width; train it again`);
  return {
    shape: first.shape,
    features: first.features,
    networks: models.flatMap(({ networks }) => networks),
  };
}

function card(
  { networks, shape }: PartyModel,
  sentences: number,
  measured: { readonly source: number; readonly recipient: number },
  { repeat, join: files }: PartyTrainingOptions,
  bytes: number,
): string {
  return `# parties.bin

${networks.length} small networks that point to who acts and upon whom in the main act of a text, where nobody is marked; for
\`entente evaluate spans\`. They read the words in both directions and along the dependency tree. [The decision](../docs/decisions/014-parties.md).

- Data: ${sentences} sentences that we wrote, training/sentences; no sentence of anybody else. Licence: that of this package; the
  word vectors are those of english.bin.
- Made by \`npm run train:parties -- ${repeat}\`${files.length === 0 ? '' : `, joined of ${files.length} files by \`--join\``}.
- Size: ${Math.round(bytes / 1000)} kB compressed, ${shape.features} features.

| on sentences held out | figure |
|---|---|
| source found | ${measured.source.toFixed(1)} % |
| recipient found | ${measured.recipient.toFixed(1)} % |
`;
}
