import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import {
  Assessment,
  Document,
  documentId,
  EntenteError,
  Instrument,
  Party,
  Verdict,
} from '../../record/index.js';
import { holderOf } from '../access/holder.js';
import { tidy } from '../access/tidy.js';
import { putGazette } from '../store/gazette.js';
import { appendReview } from '../store/review.js';
import { type IncomingReading, storeReadings } from '../store/store.js';
import { inTransaction } from '../store/transaction.js';
import type { Stored } from '../types.js';
import { entryLines } from './entry-lines.js';
import { FILES } from './files.js';
import { readLines } from './jsonl.js';
import { check } from './line.js';

const BATCH_ENTRIES = 5_000;

const Reading = z.object({ document: z.string(), reader: z.string(), recorded: z.string() });

/**
 * Reads an export in JSON lines into a ledger, making it if there is none; documents that are there already are treated as
 * by `store`. All of it comes in, or nothing: every line is checked, and an error names file and line.
 *
 * @returns how many documents were new, unchanged, …
 * @throws EntenteError `not-found`, `input`, `disk-full`
 */
export async function importLedger(
  folder: string,
  file: string,
  options: { readonly waitMs?: number } = {},
): Promise<Record<Stored, number>> {
  for (const name of FILES) mustHave(folder, name);
  const existed = existsSync(file);
  const holder = holderOf(file);
  try {
    const counts = await holder.use(
      'write',
      (connection) => inTransaction(connection, () => importAll(connection, folder)),
      options.waitMs,
    );
    await tidy(holder);
    await holder.release();
    return counts;
  } catch (error) {
    await holder.release();
    if (!existed) for (const made of [file, `${file}.wal`]) rmSync(made, { force: true });
    throw error;
  }
}

async function importAll(connection: DuckDBConnection, folder: string): Promise<Record<Stored, number>> {
  const counts = { new: 0, unchanged: 0, 'source-added': 0, replaced: 0 };
  const readings = await readingsOf(folder);
  const entriesOf = entryLines(folder);
  let batch: IncomingReading[] = [];
  let size = 0;
  const storeBatch = async () => {
    for (const stored of await storeReadings(connection, batch)) counts[stored]++;
    batch = [];
    size = 0;
  };
  for await (const { at, value } of readLines(path.join(folder, 'documents.jsonl'))) {
    const document = check(Document, value, at);
    if (documentId(document.text) !== document.id)
      throw new EntenteError('input', `${at}: the text is not that of document ${document.id.slice(0, 12)}`, {
        remedy: 'the id is the SHA-256 of the text; read changed texts with entente read',
      });
    const entries = await entriesOf.take(document);
    const reader = readings.get(document.id)?.reader ?? entries[0]?.reader ?? '';
    batch.push({ document, entries, reader, recorded: readings.get(document.id)?.recorded });
    size += 100 + entries.length;
    if (size > BATCH_ENTRIES) await storeBatch();
  }
  await storeBatch();
  await entriesOf.mustBeDone();
  await putGazette(
    connection,
    await all(folder, 'parties', Party),
    await all(folder, 'instruments', Instrument),
  );
  await appendReview(
    connection,
    await all(folder, 'assessments', Assessment),
    await all(folder, 'verdicts', Verdict),
  );
  return counts;
}

async function readingsOf(folder: string): Promise<Map<string, z.infer<typeof Reading>>> {
  const readings = await all(folder, 'readings', Reading);
  return new Map(readings.map((reading) => [reading.document, reading]));
}

async function all<T extends object>(folder: string, name: string, schema: z.ZodType<T>): Promise<T[]> {
  const values: T[] = [];
  for await (const { at, value } of readLines(path.join(folder, `${name}.jsonl`)))
    values.push(check(schema, value, at));
  return values;
}

function mustHave(folder: string, name: string): void {
  const file = path.join(folder, `${name}.jsonl`);
  if (!existsSync(file))
    throw new EntenteError('not-found', `no ${name}.jsonl in ${folder}`, {
      remedy:
        'name the folder that entente export --format jsonl wrote; an empty file will do if there are none',
    });
}
