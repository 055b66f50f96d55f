import { Command } from 'commander';
import type { EvaluateOptions } from '../actions/evaluate.js';
import { dataOption, jsonOption } from '../options.js';

export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description('measures the reader on labelled files, and our table of memberships on registers')
    .argument('<task>', 'relation, spans, events, actors, syntax, record or memberships')
    .argument(
      '<file...>',
      'labelled files; JSON Lines, for syntax CoNLL-U (plain or .gz), for memberships registers',
    )
    .option('--documents <dir>', 'for record: the folder with the texts that the gold files are about')
    .option('--metadata <csv>', 'for record: sidecar with dates, speakers and genres of the texts')
    .option(
      '--convention <name>',
      'type of an event by the CAMEO crosswalk or by the PLOVER manual: crosswalk or manual',
      'crosswalk',
    )
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  entente evaluate relation my-sentences.jsonl
  entente evaluate syntax en_ewt-ud-test.conllu
  entente evaluate memberships migo.csv.gz iigo.csv.gz
  entente evaluate record gold/*.jsonl --documents texts/ --metadata texts/metadata.csv --json`,
    )
    .action(async (task: string, files: readonly string[], options: EvaluateOptions) => {
      const { runEvaluate } = await import('../actions/evaluate.js');
      await runEvaluate(task, files, options);
    });
}
