import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ENDINGS, loadDocuments, readSidecar } from '../../ledger/index.js';
import {
  type Evaluation,
  type Reader,
  type RecordScore,
  recordFigures,
  scoreRecord,
} from '../../reader/index.js';
import { EntenteError } from '../../record/index.js';
import { type EvaluateOptions, readText } from './labelled.js';

/** Reads each gold file's document (`NAME.txt` for `NAME.jsonl`) and compares. */
export async function evaluateRecord(
  reader: Reader,
  files: readonly string[],
  options: EvaluateOptions,
): Promise<Evaluation> {
  if (options.documents === undefined) {
    throw new EntenteError('usage', 'the record task needs the texts', {
      remedy: 'give their folder with --documents DIR',
    });
  }
  const sidecar = options.metadata === undefined ? undefined : await readSidecar(options.metadata);
  const scores: RecordScore[] = [];
  const started = performance.now();
  for (const file of files) {
    const path = textFor(file, options.documents);
    const load = {
      resolveParty: (name: string, day?: string) => reader.gazetteer.lookup(name, day),
      ...(sidecar === undefined ? {} : { metadata: sidecar }),
    };
    for await (const result of loadDocuments({ path }, load)) {
      if (!result.ok) throw result.error;
      const entries = reader.read(result.document, { skip: result.boilerplate });
      scores.push(scoreRecord(readText(file), basename(file), result.document, entries));
    }
  }
  const figures = recordFigures(scores);
  const rows = typeof figures.lines === 'number' ? figures.lines : 0;
  return { task: 'record', rows, seconds: Math.round(performance.now() - started) / 1000, figures };
}

function textFor(gold: string, folder: string): string {
  const name = basename(gold).replace(/\.jsonl$/, '');
  const found = ENDINGS.split(' ')
    .map((ending) => join(folder, `${name}${ending}`))
    .find((path) => existsSync(path));
  if (found) return found;
  throw new EntenteError('input', `no text for '${gold}' in '${folder}'`, {
    remedy: `a file named ${name}.txt is expected there`,
  });
}
