import { existsSync, rmSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type Gazetteer, loadGazetteer } from '../../gazetteer/index.js';
import { type Coverage, EntenteError, type Instrument, type Party } from '../../record/index.js';
import { holderOf } from '../access/holder.js';
import { tidy } from '../access/tidy.js';
import { allParties } from '../query/parties.js';
import { allInstruments, putGazette } from '../store/gazette.js';
import { storeReadings } from '../store/store.js';
import { inTransaction } from '../store/transaction.js';
import type { Stored } from '../types.js';
import { loadCodes } from './codes.js';
import { registerReading } from './document.js';
import { readRegister } from './read.js';
import type { Remark } from './remarks.js';
import type { Register, RegisterFormat } from './types.js';

export interface RegisterOptions {
  /** Folders of the user's own tables. */
  readonly dirs?: readonly string[];
  readonly waitMs?: number;
  /** Ends it; nothing of it is in the ledger then. */
  readonly signal?: Pick<AbortSignal, 'throwIfAborted'>;
}

/** What an import of a register did. */
export interface ImportedRegister {
  readonly document: string;
  readonly title: string;
  readonly coverage: Coverage;
  readonly stored: Stored;
  /** Rows of the file. */
  readonly rows: number;
  /** Ties that they collapsed to. */
  readonly ties: number;
  readonly leftOut: readonly Remark[];
  readonly doubtful: readonly Remark[];
}

/**
 * Brings a register of states, alliances, agreements or memberships into a ledger, making it if there is none: the register
 * is a document, its rows collapsed to spells are ties. All of it comes in, or nothing; the same file again changes nothing.
 *
 * @throws EntenteError `input` for a file that cannot be read, lacks a column or has no row that can be taken
 * @example
 * await importRegister('atop', 'atop.csv.gz', 'entente.duckdb')
 */
export async function importRegister(
  format: RegisterFormat,
  file: string,
  ledger: string,
  options: RegisterOptions = {},
): Promise<ImportedRegister> {
  const gazetteer = loadGazetteer({ dirs: options.dirs ?? [] });
  const register = await readRegister(format, file, loadCodes(gazetteer, options.dirs));
  if (register.ties.length === 0)
    throw new EntenteError(
      'input',
      `none of the ${register.rows} rows of ${file} can be taken: ${register.leftOut[0]?.what ?? ''}`,
      { remedy: 'check that the file is of this format; docs/cli.md tells which columns it has' },
    );
  options.signal?.throwIfAborted();
  const reading = registerReading(register, file);
  const existed = existsSync(ledger);
  const holder = holderOf(ledger);
  try {
    const stored = await holder.use(
      'write',
      (connection) =>
        inTransaction(connection, async () => {
          const [result] = await storeReadings(connection, [reading]);
          await putNew(connection, register, gazetteer);
          options.signal?.throwIfAborted();
          return result ?? 'unchanged';
        }),
      options.waitMs,
    );
    await tidy(holder);
    await holder.release();
    const { title, coverage, rows, leftOut, doubtful } = register;
    const { document, entries } = reading;
    return {
      ...{ document: document.id, title, coverage, stored, rows },
      ties: entries.length,
      leftOut,
      doubtful,
    };
  } catch (error) {
    await holder.release();
    if (!existed) for (const made of [ledger, `${ledger}.wal`]) rmSync(made, { force: true });
    throw error;
  }
}

/** Parties and instruments that the ties name; what the ledger has of them already is left alone. */
async function putNew(connection: DuckDBConnection, register: Register, gazetteer: Gazetteer): Promise<void> {
  const named = new Set(register.ties.flatMap(({ parties }) => parties.map(({ party }) => party)));
  const known = new Map<string, Party>(gazetteer.parties);
  for (const party of register.parties) known.set(party.id, known.get(party.id) ?? party);
  const parties = [...named].sort().flatMap((id) => known.get(id) ?? []);
  const there = new Set([
    ...(await allParties(connection)).map(({ id }) => id),
    ...(await allInstruments(connection)).map(({ id }) => id),
  ]);
  const isNew = ({ id }: Party | Instrument) => !there.has(id);
  await putGazette(connection, parties.filter(isNew), register.instruments.filter(isNew));
}
