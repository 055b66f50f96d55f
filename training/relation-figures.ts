import { macroF1 } from '../src/reader/evaluate/f1.js';
import type { Resources } from '../src/reader/read.js';
import { namedClass } from '../src/reader/relations/classes.js';
import { judge, largest, type RelationModel } from '../src/reader/relations/relation-model.js';
import type { RelationOptions } from './relation-options.js';
import type { Example } from './train-relation.js';

export interface Figures {
  readonly rootMacroF1: number;
  readonly rightRoots: number;
  readonly sources: number;
  readonly recipients: number;
}

/** On sentences that were held out: roots where the parties are marked, parties where they are not. In hundredths. */
export function figures(model: RelationModel, resources: Resources, examples: readonly Example[]): Figures {
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

export const told = (f: Figures): string =>
  `roots ${f.rightRoots.toFixed(1)} % right, macro-F1 ${f.rootMacroF1.toFixed(1)}; unmarked: sources ${f.sources.toFixed(1)}, recipients ${f.recipients.toFixed(1)} % right`;

export function card(
  model: RelationModel,
  sentences: number,
  measured: Figures,
  options: RelationOptions,
  bytes: number,
): string {
  return `# relations.bin

${model.networks.length} small networks over the dependency tree that judge what a source does to a recipient (one of ${model.classes.length} classes: a PLOVER
type and the quad class of its CAMEO code), and which words are source and recipient where they are not given. They see the words'
vectors, the tree, and what the rules of data/ found, and may overrule these. [The decision](../docs/decisions/009-relations.md).

- Data: ${sentences} sentences that we wrote, training/sentences; no sentence of anybody else. Licence: that of this package; the
  word vectors are those of english.bin.
- Made by \`npm run train:relations -- ${options.repeat}\`${apart(options)}.
- Size: ${Math.round(bytes / 1000)} kB compressed.

| on sentences held out | figure |
|---|---|
| roots right, parties marked | ${measured.rightRoots.toFixed(1)} % |
| macro-F1 over roots | ${measured.rootMacroF1.toFixed(1)} |
| source found, parties not marked | ${measured.sources.toFixed(1)} % |
| recipient found, parties not marked | ${measured.recipients.toFixed(1)} % |
`;
}

/** Networks that were trained apart are no longer made by one command. */
function apart({ join }: RelationOptions): string {
  return join.length === 0 ? '' : `, joined of ${join.length} files by \`--join\``;
}
