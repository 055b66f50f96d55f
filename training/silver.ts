import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { segment } from '../src/language/segment.js';
import { type TrainingExample, uncertain } from './examples.js';
import { treeOf } from './network-trainer.js';
import { randomNumbers, shuffle } from './random.js';
import type { TrainedNetwork } from './train-network.js';
import type { Vocabulary } from './vocabulary.js';

const SHORTEST = 4;
const LONGEST = 70;
/** Sentences that are labelled together. */
const AT_ONCE = 30;

/**
 * Sentences of raw text to learn from: of all `.txt` files, of `.json` files that are arrays of strings, and of the `text`
 * column of `.csv` files, below these folders; every sentence once, drawn by the seed until there are so many words. From
 * each folder comes the same share, as far as it goes.
 *
 * @param without sentences, words joined by spaces, that must not be learnt from: those of development and test sets
 */
export function rawSentences(
  folders: readonly string[],
  words: number,
  seed: number,
  without: ReadonlySet<string>,
): string[][] {
  const seen = new Set(without);
  return folders.flatMap((folder) => {
    const found: string[][] = [];
    for (const text of textsBelow(folder)) {
      for (const { length, forms } of segment(text)) {
        if (length < SHORTEST || length > LONGEST) continue;
        const key = forms.join(' ');
        if (seen.has(key) || !/\p{Ll}/u.test(key)) continue;
        seen.add(key);
        found.push([...forms]);
      }
    }
    const order = Int32Array.from(found, (_, i) => i);
    shuffle(order, randomNumbers(seed));
    const taken: string[][] = [];
    let count = 0;
    for (const number of order) {
      if (count >= words / folders.length) break;
      const forms = found[number] as string[];
      taken.push(forms);
      count += forms.length;
    }
    return taken;
  });
}

function* textsBelow(path: string): Generator<string> {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) yield* textsBelow(join(path, name));
    return;
  }
  if (path.endsWith('.txt')) yield readFileSync(path, 'utf8');
  else if (path.endsWith('.csv')) {
    const rows = parseCsv(readFileSync(path), { columns: true, relax_column_count: true }) as {
      text?: string;
    }[];
    for (const { text } of rows) if (text) yield text;
  } else if (path.endsWith('.json')) {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (Array.isArray(content)) for (const text of content) if (typeof text === 'string') yield text;
  }
}

/** What several networks together say of raw sentences, with its doubts (Hinton et al. 2015; Kuncoro et al. 2016). */
export function labelled(
  sentences: readonly (readonly string[])[],
  teachers: readonly TrainedNetwork[],
  words: Vocabulary,
  log: (line: string) => void,
): TrainingExample[] {
  const examples: TrainingExample[] = [];
  const { length: tags } = words.tags;
  const { length: labels } = words.labels;
  for (let at = 0; at < sentences.length; at += AT_ONCE) {
    const batch = sentences.slice(at, at + AT_ONCE).map((forms) => words.example(forms));
    const opinions = teachers.map(({ trainer }) => trainer.predict(batch));
    const heads = batch.map((_, s) => mean(opinions.map((one) => one[s]?.heads as Float32Array)));
    const trees = batch.map(({ length }, s) => treeOf(length + 1, heads[s] as Float32Array));
    const relations = teachers.map(({ trainer }) => trainer.relations(trees));
    batch.forEach((example, s) => {
      const size = example.length + 1;
      const own = heads[s] as Float32Array;
      const tag = mean(opinions.map((one) => one[s]?.tags as Float32Array));
      const relation = mean(relations.map((one) => one[s] as Float32Array));
      examples.push({
        ...example,
        tree: trees[s] as Int32Array,
        heads: uncertain(size, size, (i, j) => own[i * size + j] as number),
        tags: uncertain(size, tags, (i, j) => tag[i * tags + j] as number),
        relations: uncertain(size, labels, (i, j) => relation[i * labels + j] as number),
      });
    });
    if ((at / AT_ONCE) % 200 === 199) log(`labelled ${at + AT_ONCE} of ${sentences.length} raw sentences`);
  }
  return examples;
}

function mean(arrays: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array()] = arrays;
  return first.map((_, i) => arrays.reduce((sum, one) => sum + (one[i] as number), 0) / arrays.length);
}
