import type { DuckDBConnection } from '@duckdb/node-api';
import type { Gazetteer } from '../../../gazetteer/index.js';
import { segment } from '../../../language/index.js';
import {
  codePointOffsets,
  type Document,
  EntenteError,
  type EventEntry,
  type Modality,
} from '../../../record/index.js';
import { holderOf } from '../../access/holder.js';
import { documentPages, entryPages } from '../../query/pages.js';
import { allParties } from '../../query/parties.js';
import { slicer } from '../../slicer.js';
import { inTransaction } from '../../store/transaction.js';
import type { Ledger } from '../../types.js';
import { delimited } from '../delimited.js';
import { type TextWriter, textWriter } from '../jsonl.js';
import { loadCodes } from './codes.js';
import type { Dataset } from './columns.js';
import { replaceFile } from './file.js';
import { ICEWS } from './icews.js';
import { directedPairs } from './pairs.js';
import { PHOENIX } from './phoenix.js';
import { POLECAT } from './polecat.js';
import { dayOf, type Known, rowOf, type Story } from './row.js';

/** Data sets whose columns an export can have. */
export const DATASETS = { icews: ICEWS, polecat: POLECAT, phoenix: PHOENIX } as const satisfies Record<
  string,
  Dataset
>;
export type DatasetFormat = keyof typeof DATASETS;

/** What was written, and what was not. */
export interface DatasetReport {
  readonly events: number;
  /** One for each direction of each pair. */
  readonly rows: number;
  /** Rows without an event date: it is known to the month or year only, or not at all. */
  readonly rowsWithoutDay: number;
  /** Events that nobody asserts, by modality: these data sets have no column for a denial, so they are not in it. */
  readonly leftOut: Readonly<Partial<Record<Modality, number>>>;
}

export interface DatasetOptions {
  /** Ends it; nothing is left of it then. */
  readonly signal?: AbortSignal;
  /** Told after each page how many events were written. */
  readonly onProgress?: (events: number) => void;
}

/**
 * Writes the ledger's asserted events with the columns of ICEWS, POLECAT or Phoenix: tab separated, one row for each source
 * and recipient, cells empty where nothing is known. The file appears when it is complete; an earlier one of the same columns
 * is replaced.
 *
 * @param gazetteer names of parties, and where places lie
 * @throws EntenteError `usage` when the file is something else, `disk-full`
 * @example
 * const { rows, leftOut } = await exportDataset(ledger, 'events.tab', 'icews', loadGazetteer());
 */
export async function exportDataset(
  ledger: Ledger,
  file: string,
  format: DatasetFormat,
  gazetteer: Gazetteer,
  options: DatasetOptions = {},
): Promise<DatasetReport> {
  const dataset: Dataset = DATASETS[format];
  const header = delimited(
    dataset.columns.map(([name]) => name),
    '\t',
  );
  return replaceFile(file, header, (partial) =>
    holderOf(ledger.file).use('read', (connection) =>
      inTransaction(connection, async () => {
        const parties = new Map((await allParties(connection)).map((party) => [party.id, party]));
        const writer = textWriter(partial);
        try {
          await writer.write(header);
          return await writeRows(
            connection,
            dataset,
            { gazetteer, parties, codes: loadCodes() },
            writer,
            options,
          );
        } finally {
          await writer.close();
        }
      }),
    ),
  );
}

async function writeRows(
  connection: DuckDBConnection,
  dataset: Dataset,
  known: Known,
  writer: TextWriter,
  { signal, onProgress }: DatasetOptions,
): Promise<DatasetReport> {
  const report = { events: 0, rows: 0, rowsWithoutDay: 0, leftOut: {} as Partial<Record<Modality, number>> };
  const storyOf = stories(connection);
  for await (const page of entryPages(connection)) {
    for (const { entry } of page) {
      if (entry.kind !== 'event') continue;
      if (entry.modality !== 'asserted') {
        report.leftOut[entry.modality] = (report.leftOut[entry.modality] ?? 0) + 1;
        continue;
      }
      report.events++;
      const story = await storyOf(entry);
      for (const [i, pair] of directedPairs(entry, dataset.visits).entries()) {
        const row = rowOf(entry, pair, i + 1, story, known);
        report.rows++;
        if (dayOf(row) === undefined) report.rowsWithoutDay++;
        await writer.write(
          delimited(
            dataset.columns.map(([, cell]) => cell(row)),
            '\t',
          ),
        );
      }
    }
    signal?.throwIfAborted();
    onProgress?.(report.events);
  }
  return report;
}

/** The document of each entry; entries come in the order of the documents. */
function stories(connection: DuckDBConnection): (entry: EventEntry) => Promise<Story> {
  const documents = allDocuments(connection);
  let story: Story | undefined;
  return async (entry) => {
    while (story?.document.id !== entry.document) {
      const { value, done } = await documents.next();
      if (done)
        throw new EntenteError(
          'ledger-broken',
          `document ${entry.document} of entry ${entry.id} is missing`,
          {
            remedy: 'read the documents again into a new ledger',
          },
        );
      story = storyOf(value);
    }
    return story;
  };
}

async function* allDocuments(connection: DuckDBConnection): AsyncGenerator<Document, undefined> {
  for await (const page of documentPages(connection)) for (const { document } of page) yield document;
  return undefined;
}

/** Sentences are looked for once, when the first is asked for. */
function storyOf(document: Document): Story {
  let starts: readonly number[] | undefined;
  return {
    document,
    cut: slicer(document.text),
    sentenceAt(codePoint) {
      if (!starts) {
        const toCodePoint = codePointOffsets(document.text);
        starts = segment(document.text).map(({ start }) => toCodePoint(start));
      }
      const after = starts.findIndex((start) => start > codePoint);
      return after < 0 ? starts.length : Math.max(1, after);
    },
  };
}
