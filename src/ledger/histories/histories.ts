import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import type { Register } from '../../gazetteer/index.js';
import { holderOf } from '../access/holder.js';
import type { Beside } from '../query/beside.js';
import { entryCondition } from '../query/condition.js';
import { bodyIds } from '../query/parties.js';
import { count } from '../store/fields.js';
import { rowsOf } from '../store/rows.js';
import { inTransaction } from '../store/transaction.js';
import type { Ledger } from '../types.js';
import { adoptNames } from './adopt-names.js';
import type { TieAssertion } from './assertion.js';
import { foldTies, type TieHistory } from './fold.js';
import { inOrder } from './order.js';
import { registerAssertions } from './register.js';
import { sharedAgreements } from './shared-agreements.js';
import { levelOf } from './subject.js';
import { type ToldTie, toldTies } from './told-ties.js';

export interface HistoryOptions {
  /** Only ties that all of these stand in, at state or body level. */
  readonly parties?: readonly string[];
  /** EDTF: how the ties stood on that day. */
  readonly asOf?: string;
  /** EDTF: as known from documents that came out until then. */
  readonly knownBy?: string;
  /** What else asserts ties, beside the documents; nothing if not given. */
  readonly register?: Register;
}

/** Histories, closest ties first, and what they are made of by id. */
export interface FoldedTies {
  readonly histories: readonly TieHistory[];
  readonly assertions: ReadonlyMap<string, TieAssertion>;
}

/**
 * The histories of the ties in a ledger, and of the register where it is given, closest first.
 *
 * @example
 * const [partnership] = await tieHistories(ledger, { parties: ['CHN', 'VNM'], asOf: '2010' });
 */
export async function tieHistories(ledger: Ledger, options: HistoryOptions = {}): Promise<TieHistory[]> {
  return [...(await foldedTies(ledger, options)).histories];
}

/** The same with all assertions that they rest on. */
export function foldedTies(ledger: Ledger, options: HistoryOptions = {}): Promise<FoldedTies> {
  return holderOf(ledger.file).use('read', (connection) =>
    inTransaction(connection, async () => {
      const condition = await entryCondition(connection, {
        kind: 'tie',
        parties: (options.parties ?? []).map(levelOf),
      });
      const keys = await rowsOf(
        connection,
        z.object({ key: count }),
        `SELECT e.key FROM store.entry e JOIN store.reading r ON r.key = e.reading WHERE ${condition.sql}`,
        condition.values,
      );
      const ties = await tiesWithShared(
        connection,
        keys.map(({ key }) => key),
        options.parties ?? [],
      );
      return foldTold(
        ties.map(({ told }) => told),
        await bodyIds(connection),
        options,
      );
    }),
  );
}

/** Ties by key, and all that is told of the agreements that the parties share. */
export async function tiesWithShared(
  connection: DuckDBConnection,
  keys: readonly number[],
  parties: readonly string[],
  beside?: Beside,
): Promise<ToldTie[]> {
  const shared = await sharedAgreements(connection, parties.map(levelOf));
  return toldTies(connection, [...new Set([...keys, ...shared])], beside);
}

/** Folds ties as told, with what the register says of the same parties. */
export function foldTold(
  told: readonly TieAssertion[],
  bodies: ReadonlySet<string>,
  { parties = [], register, asOf, knownBy }: HistoryOptions,
): FoldedTies {
  const rows = register === undefined ? [] : registerAssertions(register, parties);
  const assertions = [...adoptNames(told, rows), ...rows];
  const folded = foldTies(assertions, {
    ...(asOf !== undefined && { asOf }),
    ...(knownBy !== undefined && { knownBy }),
    bodies,
  });
  const asked = parties.map(levelOf);
  return {
    histories: inOrder(
      folded.filter(({ subject }) => asked.every((party) => subject.parties.includes(party))),
    ),
    assertions: new Map(assertions.map((assertion) => [assertion.entry.id, assertion])),
  };
}
