import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { EntryKind } from '../../record/index.js';
import { holderOf } from '../access/holder.js';
import { documentPages, entryPages } from '../query/pages.js';
import { allParties } from '../query/parties.js';
import { countAll } from '../query/totals.js';
import { allInstruments } from '../store/gazette.js';
import { allAssessments, allVerdicts } from '../store/review.js';
import { inTransaction } from '../store/transaction.js';
import type { Ledger, ListedEntry, Totals } from '../types.js';
import { FILE_OF_KIND, FILES, type Format } from './files.js';
import { folderFailure, replaceFolder } from './folder.js';
import { type LineWriter, lineWriter } from './jsonl.js';
import { writeTables } from './tables.js';

/**
 * Writes all that a ledger holds now into a folder: a file for documents, parties, instruments, each kind of entry,
 * assessments and verdicts. `jsonl` can be read back with `importLedger`; `csv` is flat, lists joined with `|`; `parquet`
 * has lists and structures. The folder appears when it is complete; an earlier export there is replaced.
 *
 * @param options.signal ends it; nothing is left of it then
 * @returns how much was written
 * @throws EntenteError `usage` when the folder holds something else, `disk-full`
 * @example
 * await exportLedger(ledger, 'out', 'parquet');
 */
export async function exportLedger(
  ledger: Ledger,
  folder: string,
  format: Format,
  options: { readonly signal?: AbortSignal } = {},
): Promise<Totals> {
  const stopped = () => options.signal?.throwIfAborted();
  let totals: Totals | undefined;
  await replaceFolder(folder, isExported, (partial) =>
    holderOf(ledger.file).use('read', (connection) =>
      inTransaction(connection, async () => {
        totals = await countAll(connection);
        try {
          await writeLines(connection, partial, stopped);
          if (format !== 'jsonl') await writeTables(connection, partial, format);
          stopped();
        } catch (error) {
          throw folderFailure(error, folder);
        }
      }),
    ),
  );
  return totals ?? ledger.totals();
}

/** A name that some export gives a file. */
function isExported(name: string): boolean {
  const { name: stem, ext } = path.parse(name);
  return FILES.includes(stem) && ['.jsonl', '.csv', '.parquet'].includes(ext);
}

async function writeLines(connection: DuckDBConnection, folder: string, onPage: () => void): Promise<void> {
  const file = (name: string) => lineWriter(path.join(folder, `${name}.jsonl`));
  const writing = async (names: readonly string[], work: (...writers: LineWriter[]) => Promise<void>) => {
    const writers = names.map(file);
    try {
      await work(...writers);
    } finally {
      await Promise.all(writers.map((writer) => writer.close()));
    }
  };
  await writing(['documents', 'readings'], async (documents, readings) => {
    for await (const page of documentPages(connection)) {
      for (const { document, reading } of page) {
        await documents?.write(document);
        await readings?.write(reading);
      }
      onPage();
    }
  });
  await writing(Object.values(FILE_OF_KIND), async (...writers) => {
    const kinds = Object.keys(FILE_OF_KIND);
    const writerOf = (kind: EntryKind) => writers[kinds.indexOf(kind)];
    for await (const page of entryPages(connection)) {
      for (const listed of page) await writerOf(listed.entry.kind)?.write(withExact(listed));
      onPage();
    }
  });
  const small = {
    parties: await allParties(connection),
    instruments: await allInstruments(connection),
    assessments: await allAssessments(connection),
    verdicts: await allVerdicts(connection),
  };
  for (const [name, values] of Object.entries(small))
    await writing([name], async (writer) => {
      for (const value of values) await writer?.write(value);
    });
}

function withExact({ entry, exact }: ListedEntry): object {
  return { ...entry, passages: entry.passages.map((span, i) => ({ ...span, exact: exact[i] })) };
}
