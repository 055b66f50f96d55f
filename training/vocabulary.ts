import type { ConlluSentence } from '../src/language/conllu.js';
import { hashIndex } from '../src/language/hash-index.js';
import {
  BUCKETS,
  FIRST_FORM_ROW,
  featureRows,
  formHash,
  MOST_FEATURES,
  ROOT_ROW,
  vectorRow,
} from '../src/language/word-rows.js';
import { certain, type TrainingExample } from './examples.js';
import { jointTag } from './treebanks.js';

/** Forms that the treebanks have but once are left to their ends and shapes. */
const LEAST_COUNT = 2;

/** Numbers of forms, tags and relations. */
export interface Vocabulary {
  readonly forms: Uint32Array;
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  /** Rows of the table of features. */
  readonly rows: number;
  example(forms: readonly string[], gold?: ConlluSentence): TrainingExample;
}

export function vocabulary(sentences: readonly ConlluSentence[], vectorForms: Uint32Array): Vocabulary {
  const counts = new Map<string, number>();
  for (const { forms } of sentences)
    for (const form of forms) counts.set(form.toLowerCase(), (counts.get(form.toLowerCase()) ?? 0) + 1);
  const forms = Uint32Array.from(
    [...counts].filter(([, count]) => count >= LEAST_COUNT).map(([form]) => formHash(form)),
  );
  const tags = byFrequency(
    sentences.flatMap((sentence) => sentence.forms.map((_, i) => jointTag(sentence, i))),
  );
  const labels = byFrequency(sentences.flatMap(({ deprels }) => deprels));
  const tagNumber = new Map(tags.map((tag, number) => [tag, number]));
  const labelNumber = new Map(labels.map((label, number) => [label, number]));
  const known = hashIndex(forms);
  const vectors = hashIndex(vectorForms);
  const cache = new Map<string, { features: Int32Array; vector: number }>();
  const rows = new Int32Array(MOST_FEATURES);
  const describe = (form: string) => {
    let found = cache.get(form);
    if (!found) {
      const count = featureRows(form, known, rows);
      found = { features: rows.slice(0, count), vector: vectorRow(form, vectors) };
      cache.set(form, found);
    }
    return found;
  };
  const root = { features: Int32Array.of(ROOT_ROW), vector: -1 };
  return {
    forms,
    tags,
    labels,
    rows: FIRST_FORM_ROW + forms.length + BUCKETS,
    example(words, gold) {
      const described = [root, ...words.map(describe)];
      const none = new Int32Array(words.length + 1).fill(-1);
      const tree = gold ? Int32Array.from([0, ...Array.from(gold.heads, (head) => head + 1)]) : none;
      return {
        length: words.length,
        features: described.map(({ features }) => features),
        vectors: Int32Array.from(described, ({ vector }) => vector),
        tags: certain(gold ? [-1, ...words.map((_, i) => tagNumber.get(jointTag(gold, i)) ?? -1)] : none),
        heads: certain(tree),
        relations: certain(gold ? [-1, ...gold.deprels.map((label) => labelNumber.get(label) ?? -1)] : none),
        tree,
      };
    },
  };
}

/** Names by falling frequency, equal ones by the alphabet. */
function byFrequency(all: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of all) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}
