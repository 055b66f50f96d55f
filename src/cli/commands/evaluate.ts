import { basename } from 'node:path';
import { Command } from 'commander';
import { scoreSyntax } from '../../language/index.js';
import {
  type Convention,
  createReader,
  type Evaluation,
  evaluateActors,
  evaluateEvents,
  evaluateRelation,
  evaluateSpans,
  type Reader,
} from '../../reader/index.js';
import { EntenteError } from '../../record/index.js';
import { dataOption, jsonOption } from '../options.js';
import { bold, print } from '../output.js';
import { evaluateRecord } from './evaluate-record.js';
import { type EvaluateOptions, readText } from './labelled.js';

const TASKS = ['relation', 'spans', 'events', 'actors', 'syntax', 'record'] as const;

export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description('measures the reader on labelled files')
    .argument('<task>', TASKS.join(', '))
    .argument('<file...>', 'labelled files; JSON Lines, for syntax CoNLL-U (plain or .gz)')
    .option('--documents <dir>', 'for record: the folder with the texts that the gold files are about')
    .option('--metadata <csv>', 'for record: sidecar with dates, speakers and genres of the texts')
    .option(
      '--convention <name>',
      'type of an event by the CAMEO crosswalk or by the PLOVER manual',
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
  entente evaluate record gold/*.jsonl --documents texts/ --metadata texts/metadata.csv --json`,
    )
    .action(run);
}

async function run(task: string, files: readonly string[], options: EvaluateOptions): Promise<void> {
  if (!TASKS.some((t) => t === task))
    throw new EntenteError('usage', `unknown task '${task}'`, { remedy: `one of: ${TASKS.join(', ')}` });
  if (options.convention !== 'crosswalk' && options.convention !== 'manual') {
    throw new EntenteError('usage', `unknown convention '${options.convention}'`, {
      remedy: 'crosswalk or manual',
    });
  }
  const reader = await createReader({ dataDirs: options.data ?? [] });
  if (task === 'record') {
    show(await evaluateRecord(reader, files, options), options);
    return;
  }
  // Several files of one task are one set.
  const text = files.map(readText).join('\n');
  show(evaluate(task, reader, text, files.map((f) => basename(f)).join('+'), options.convention), options);
}

function evaluate(
  task: string,
  reader: Reader,
  text: string,
  name: string,
  convention: Convention,
): Evaluation {
  switch (task) {
    case 'relation':
      return evaluateRelation(reader.resources, text, name, convention);
    case 'spans':
      return evaluateSpans(reader.resources, text, name, convention);
    case 'events':
      return evaluateEvents(reader.resources, text, name, convention);
    case 'actors':
      return evaluateActors(reader.resources, text, name);
    default: {
      const started = performance.now();
      const figures = scoreSyntax(text, reader.language);
      const rows = text.split(/\n\s*\n/).filter((block) => block.trim() !== '').length;
      return { task, rows, seconds: Math.round(performance.now() - started) / 1000, figures: { ...figures } };
    }
  }
}

function show(evaluation: Evaluation, options: EvaluateOptions): void {
  if (options.json) {
    print(JSON.stringify(evaluation, null, 2));
    return;
  }
  print(bold(`${evaluation.task}: ${evaluation.rows} rows in ${evaluation.seconds} s`));
  for (const [name, value] of Object.entries(evaluation.figures)) {
    if (typeof value === 'object' && value !== null) {
      print(`  ${name}:`);
      for (const [key, inner] of Object.entries(value)) print(`    ${key}: ${JSON.stringify(inner)}`);
    } else print(`  ${name}: ${value ?? 'no gold'}`);
  }
}
