import {
  type Convention,
  createReader,
  type Evaluation,
  evaluateActors,
  evaluateEvents,
  evaluateRelation,
  evaluateSpans,
  type LabelledFile,
  type Reader,
} from '../../reader/index.js';
import { bold, counted, print } from '../output.js';
import { choice } from '../values.js';
import { evaluateMemberships } from './evaluate-memberships.js';
import { evaluateRecord } from './evaluate-record.js';
import { evaluateSyntax } from './evaluate-syntax.js';
import { readLabelled } from './labelled.js';

export interface EvaluateOptions {
  readonly metadata?: string;
  readonly documents?: string;
  readonly convention: string;
  readonly data?: readonly string[];
  readonly json?: boolean;
}

const TASKS = ['relation', 'spans', 'events', 'actors', 'syntax', 'record', 'memberships'] as const;
type Task = (typeof TASKS)[number];

const CONVENTIONS: readonly Convention[] = ['crosswalk', 'manual'];

export async function runEvaluate(
  typed: string,
  paths: readonly string[],
  options: EvaluateOptions,
): Promise<void> {
  const task = choice(typed, TASKS, 'task');
  const convention = choice(options.convention, CONVENTIONS, 'convention');
  const evaluation =
    task === 'memberships'
      ? await evaluateMemberships(paths, options.data ?? [])
      : await evaluateReader(task, paths, convention, options);
  if (options.json) print(JSON.stringify(evaluation, null, 2));
  else show(evaluation);
}

async function evaluateReader(
  task: Exclude<Task, 'memberships'>,
  paths: readonly string[],
  convention: Convention,
  options: EvaluateOptions,
): Promise<Evaluation> {
  const files = paths.map(readLabelled);
  const load = () => createReader({ dataDirs: options.data ?? [] });
  return task === 'record'
    ? evaluateRecord(load, files, options)
    : evaluate(task, await load(), files, convention);
}

function evaluate(
  task: Exclude<Task, 'record' | 'memberships'>,
  reader: Reader,
  files: readonly LabelledFile[],
  convention: Convention,
): Evaluation {
  switch (task) {
    case 'relation':
      return evaluateRelation(reader.resources, files, convention);
    case 'spans':
      return evaluateSpans(reader.resources, files, convention);
    case 'events':
      return evaluateEvents(reader.resources, files, convention);
    case 'actors':
      return evaluateActors(reader.resources, files);
    case 'syntax':
      return evaluateSyntax(reader.language, files);
  }
}

function isInterval(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length === 2 && value.every((end) => typeof end === 'number');
}

function show({ task, rows, seconds, figures }: Evaluation): void {
  print(bold(`${task}: ${counted(rows, 'row')} in ${seconds} s`));
  for (const [name, value] of Object.entries(figures)) {
    if (isInterval(value)) print(`  ${name}: ${value.join(' to ')}`);
    else if (typeof value === 'object' && value !== null) {
      print(`  ${name}:`);
      for (const [key, inner] of Object.entries(value)) print(`    ${key}: ${JSON.stringify(inner)}`);
    } else print(`  ${name}: ${value ?? 'no gold'}`);
  }
}
