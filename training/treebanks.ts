import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type ConlluSentence, readConllu } from '../src/language/conllu.js';

/** A training sentence with its joint tags as numbers. */
export interface Example {
  readonly sentence: ConlluSentence;
  readonly tags: Int32Array;
}

export interface Treebanks {
  /** By treebank, in the order of the files' names. */
  readonly train: readonly (readonly ConlluSentence[])[];
  /** Development sets by file name. Test sets are read by the model card only. */
  readonly dev: ReadonlyMap<string, string>;
  readonly test: ReadonlyMap<string, string>;
}

/** Reads `*-train.conllu(.gz)`, `*-dev…` and `*-test…` of a folder. */
export function readTreebanks(folder: string): Treebanks {
  const files = readdirSync(folder)
    .filter((name) => /\.conllu(\.gz)?$/.test(name))
    .sort();
  const texts = (part: string): Map<string, string> =>
    new Map(
      files
        .filter((name) => new RegExp(`-${part}\\.conllu`).test(name))
        .map((name) => [name.replace(/\.conllu(\.gz)?$/, ''), readText(join(folder, name))]),
    );
  const train = texts('train');
  if (train.size === 0)
    throw new Error(`no *-train.conllu or *-train.conllu.gz in '${folder}'; pass --treebanks FOLDER`);
  return { train: [...train.values()].map(readConllu), dev: texts('dev'), test: texts('test') };
}

function readText(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** The joint tag of a word: universal and Penn tag. */
export const jointTag = (sentence: ConlluSentence, i: number): string =>
  `${sentence.upos[i]}|${sentence.xpos[i]}`;
