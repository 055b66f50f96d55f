import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ENDINGS, loadDocuments, readSidecar, type Sidecar } from '../../ledger/index.js';
import {
  type Evaluation,
  type LabelledFile,
  type Reader,
  type RecordScore,
  recordFigures,
  scoreRecord,
} from '../../reader/index.js';
import { EntenteError } from '../../record/index.js';

interface Options {
  readonly documents?: string;
  readonly metadata?: string;
}

/** Reads each gold file's document (`NAME.txt` for `NAME.jsonl`) and compares. */
export async function evaluateRecord(
  load: () => Promise<Reader>,
  files: readonly LabelledFile[],
  { documents: folder, metadata }: Options,
): Promise<Evaluation> {
  if (folder === undefined)
    throw new EntenteError('usage', 'the record task needs the texts', {
      remedy: 'give their folder with --documents DIR',
    });
  const sidecar = metadata === undefined ? undefined : await readSidecar(metadata);
  const gold = files.map((file) => ({ file, path: textFor(file.name, folder) }));
  const reader = await load();
  const started = performance.now();
  const scores: RecordScore[] = [];
  for (const { file, path } of gold) scores.push(await score(reader, file, path, sidecar));
  const rows = scores
    .flatMap(({ byKind }) => Object.values(byKind))
    .reduce((sum, { lines }) => sum + lines, 0);
  const seconds = Math.round(performance.now() - started) / 1000;
  return { task: 'record', rows, seconds, figures: recordFigures(scores) };
}

async function score(
  reader: Reader,
  gold: LabelledFile,
  path: string,
  metadata: Sidecar | undefined,
): Promise<RecordScore> {
  const resolveParty = (name: string, day?: string) => reader.gazetteer.lookup(name, day);
  const results = loadDocuments({ path }, { resolveParty, ...(metadata === undefined ? {} : { metadata }) });
  for await (const result of results) {
    if (!result.ok) throw result.error;
    return scoreRecord(gold, result.document, reader.read(result.document, { skip: result.boilerplate }));
  }
  throw new EntenteError('input', `${path} holds no document`, { remedy: 'give the text as a .txt file' });
}

function textFor(gold: string, folder: string): string {
  if (!existsSync(folder))
    throw new EntenteError('input', `there is no folder '${folder}' (--documents)`, {
      remedy: 'give the folder with the texts that the gold files are about',
    });
  const name = gold.replace(/(\.jsonl)?(\.gz)?$/, '');
  const found = ENDINGS.split(' ')
    .map((ending) => join(folder, `${name}${ending}`))
    .find((path) => existsSync(path) && !path.endsWith('.jsonl'));
  if (found) return found;
  throw new EntenteError('input', `no text for '${gold}' in '${folder}'`, {
    remedy: `a file named ${name}.txt is expected there`,
  });
}
