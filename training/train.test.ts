import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ConlluSentence } from '../src/language/conllu.js';
import { network } from '../src/language/network.js';
import { formHash } from '../src/language/word-rows.js';
import { diplomaticSentences } from './diplomatic.js';
import { certain, uncertain } from './examples.js';
import { exportNetwork } from './export-network.js';
import type { TrainedShape } from './network-parameters.js';
import { treeOf } from './network-trainer.js';
import { readOptions } from './options.js';
import { randomNumbers } from './random.js';
import { labelled, rawSentences } from './silver.js';
import { slopeError } from './slopes.js';
import { newNetwork, trainNetwork } from './train-network.js';
import { frequent, readVectors } from './vectors.js';
import { vocabulary } from './vocabulary.js';

const folder = mkdtempSync(path.join(tmpdir(), 'train-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sentences = diplomaticSentences(60, 7);
const random = randomNumbers(5);
const forms = [...new Set(sentences.flatMap((one) => one.forms.map((form) => form.toLowerCase())))];
const file = path.join(folder, 'vectors.txt');
writeFileSync(
  file,
  forms.map((form) => `${form} ${Array.from({ length: 8 }, () => random().toFixed(3)).join(' ')}`).join('\n'),
);
const vectors = readVectors(file, forms.length);
const words = vocabulary(sentences, vectors.forms);
const shape: TrainedShape = {
  features: 16,
  vector: 8,
  hidden: 32,
  width: 32,
  layers: 2,
  tagLayer: 1,
  arc: 32,
  relation: 32,
  rows: words.rows,
  tags: words.tags.length,
  labels: words.labels.length,
};
const settings = { shape, vectors: vectors.floats, seed: 3, native: false };
const examples = sentences.map((sentence) => words.example(sentence.forms, sentence));
const told: string[] = [];
const train = (epochs: number) =>
  trainNetwork(() => examples, words, [{ name: 'dev', sentences }], {
    ...settings,
    epochs,
    batch: 120,
    rate: 0.01,
    drop: 0.05,
    log: (line) => told.push(line),
  });
const trained = train(40);

/** Numbers of tags and heads that the network at work finds. */
function atWork(all: readonly ConlluSentence[]) {
  const weights = exportNetwork(trained.parameters, shape, words.forms, vectors);
  const { read } = network(weights, words.tags.length, words.labels.indexOf('root'));
  return all.map(({ forms: own }) => {
    const { tags, heads, relations } = read([own], true);
    const from = (column: Int32Array) => [...column.subarray(1, own.length + 1)];
    return { tags: from(tags), heads: from(heads), relations: from(relations) };
  });
}

describe('training', () => {
  it('learns a few sentences by heart', () => {
    const best = Math.max(...told.map((line) => Number(/LAS ([\d.]+)/.exec(line)?.[1] ?? 0)));
    expect(best).toBeGreaterThan(97);
  });

  it('gives the same weights for the same seed', () => {
    expect(train(2).parameters.save()).toEqual(train(2).parameters.save());
  });

  it('goes the way that the loss falls: gradients are those of small differences', () => {
    const { trainer, parameters } = newNetwork(settings);
    const batch = examples.slice(0, 4);
    const pass = { drop: 0, dropForms: 0, dropVectors: 0, random: () => 1 };
    for (const name of [
      'features',
      'hidden',
      'input.bias',
      'layer1',
      'layer0.forward',
      'layer1.backward',
      'tags',
      'arcs',
      'relations',
      'bilinear',
      'labels.bias',
      'distances',
    ]) {
      expect(
        slopeError(parameters, name, () => trainer.learn(batch, pass).loss),
        name,
      ).toBeLessThan(0.05);
    }
  });
});

describe('the network at work', () => {
  it('finds in 16 bits what the trained one finds in floats', () => {
    const found = atWork(sentences);
    let same = 0;
    let all = 0;
    sentences.forEach((sentence, s) => {
      const [prediction] = trained.trainer.predict([words.example(sentence.forms)]);
      if (!prediction) throw new Error('no prediction');
      const tree = treeOf(sentence.length + 1, prediction.heads);
      for (let i = 1; i <= sentence.length; i++) {
        const own = prediction.tags.subarray(i * words.tags.length, (i + 1) * words.tags.length);
        all += 2;
        if (own.indexOf(Math.max(...own)) === found[s]?.tags[i - 1]) same++;
        if (tree[i] === found[s]?.heads[i - 1]) same++;
      }
    });
    expect(same / all).toBeGreaterThan(0.995);
  });

  it('finds the same whatever sentences are read beside', () => {
    const weights = exportNetwork(trained.parameters, shape, words.forms, vectors);
    const { read } = network(weights, words.tags.length, words.labels.indexOf('root'));
    const alone = atWork(sentences.slice(0, 9));
    const { tags, heads } = read(
      sentences.slice(0, 9).map((one) => one.forms),
      true,
    );
    let at = 0;
    for (const one of alone) {
      expect([...tags.subarray(at + 1, at + 1 + one.tags.length)]).toEqual(one.tags);
      expect([...heads.subarray(at + 1, at + 1 + one.heads.length)]).toEqual(one.heads);
      at += one.tags.length + 1;
    }
  });
});

describe('raw text', () => {
  it('is drawn once a sentence, without what is held out, and labelled with doubts', () => {
    const raw = path.join(folder, 'raw');
    const text =
      'Japan thanked India for its help. The talks in Hanoi went on for days. Japan thanked India for its help.';
    mkdirSync(raw);
    writeFileSync(path.join(raw, 'a.txt'), text);
    writeFileSync(path.join(raw, 'b.json'), JSON.stringify([text, 'Norway will host the next meeting.', 7]));
    const drawn = rawSentences([raw], 1000, 1, new Set(['The talks in Hanoi went on for days .']));
    expect(drawn.map((one) => one.join(' ')).sort()).toEqual([
      'Japan thanked India for its help .',
      'Norway will host the next meeting .',
    ]);
    const [example] = labelled(drawn, [trained, trained], words, () => undefined);
    expect(example?.tree).toHaveLength((drawn[0]?.length ?? 0) + 1);
    const shares = [...(example?.heads.shares ?? [])];
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(drawn[0]?.length ?? 0, 3);
  });
});

describe('targets', () => {
  it('are one answer where it is known', () => {
    expect(certain([-1, 4, -1, 2])).toMatchObject({
      starts: Int32Array.of(0, 0, 1, 1, 2),
      answers: Int32Array.of(4, 2),
    });
  });

  it('leave out what is unlikely, and make up for it', () => {
    const { answers, shares } = uncertain(2, 3, (_, answer) => [0.01, 0.66, 0.33][answer] ?? 0);
    expect([...answers]).toEqual([1, 2]);
    expect(shares[0]).toBeCloseTo(2 / 3, 5);
  });
});

describe('vectors', () => {
  it('are read in the order of the file, as many as are wanted', () => {
    expect(readVectors(file, 3).forms).toEqual(Uint32Array.from(forms.slice(0, 3), formHash));
  });

  it('are rounded more coarsely beyond the frequent words, and those alone can be had', () => {
    const fine = readVectors(file, forms.length, 9);
    const { columns, values } = fine;
    expect(values.subarray(9 * columns).every((value) => value % 4 === 0)).toBe(true);
    expect(values.subarray(0, 9 * columns).some((value) => value % 4 !== 0)).toBe(true);
    expect(frequent(fine, 9)).toEqual(readVectors(file, 9));
  });

  it('of uneven length are refused', () => {
    const wrong = path.join(folder, 'wrong.vec');
    writeFileSync(wrong, 'the 1 2\nof 1 2 3');
    expect(() => readVectors(wrong, 9)).toThrow(/'.*wrong\.vec' has no vectors of one even length/);
  });
});

describe('options', () => {
  it('are told again in the command that makes the same model', () => {
    const { finishes, command } = readOptions(['--treebanks', 'x', '--vectors', 'y', '--finishes', '2']);
    expect(finishes).toBe(2);
    expect(command).toContain('--vector-count 120000');
    expect(command).toContain('--finish-epochs 3 --finishes 2');
  });

  it('name what is missing or wrong', () => {
    expect(() => readOptions([])).toThrow('--treebanks is missing');
    expect(() => readOptions(['--treebanks', 'x', '--vectors', 'y', '--epochs', 'many'])).toThrow(
      "--epochs must be a number, not 'many'",
    );
    expect(() => readOptions(['--treebanks', 'x', '--vectors', 'y', '--stage', 'pupil'])).toThrow(
      "not 'pupil'",
    );
  });
});
