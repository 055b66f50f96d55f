import type { Register } from '../../gazetteer/index.js';
import { holderOf } from '../access/holder.js';
import { listEntries } from '../query/entries.js';
import { bodyIds } from '../query/parties.js';
import { inTransaction } from '../store/transaction.js';
import type { Ledger, ListedEntry } from '../types.js';
import { adoptNames } from './adopt-names.js';
import type { TieAssertion } from './assertion.js';
import { foldTies, type TieHistory } from './fold.js';
import { registerAssertions } from './register.js';
import { sharedAgreements } from './shared-agreements.js';
import { levelOf } from './subject.js';

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

/** Histories, and the entries that they rest on by id. */
export interface ToldHistories {
  readonly histories: readonly TieHistory[];
  readonly told: ReadonlyMap<string, ListedEntry>;
}

/**
 * The histories of the ties in a ledger.
 *
 * @example
 * const [partnership] = await tieHistories(ledger, { parties: ['CHN', 'VNM'], asOf: '2010' });
 */
export async function tieHistories(ledger: Ledger, options: HistoryOptions = {}): Promise<TieHistory[]> {
  return [...(await toldHistories(ledger, options)).histories];
}

/** The same with the sentences that tell them. */
export function toldHistories(ledger: Ledger, options: HistoryOptions = {}): Promise<ToldHistories> {
  return holderOf(ledger.file).use('read', (connection) =>
    inTransaction(connection, async () => {
      const parties = (options.parties ?? []).map(levelOf);
      const { rows } = await listEntries(connection, { kind: 'tie', parties });
      const named = new Set(rows.map(({ entry }) => entry.id));
      const shared = await sharedAgreements(connection, parties);
      const ties = [...rows, ...shared.filter(({ entry }) => !named.has(entry.id))];
      return historiesOf(ties, await bodyIds(connection), options);
    }),
  );
}

/** Folds ties that were listed already, with what the register says of the same parties. */
export function historiesOf(
  rows: readonly ListedEntry[],
  bodies: ReadonlySet<string>,
  options: HistoryOptions,
): ToldHistories {
  const { parties = [], register, ...foldOptions } = options;
  const asserted = register === undefined ? [] : registerAssertions(register, parties);
  const told = rows.flatMap(({ entry, documentPublished, documentDelivered }): TieAssertion[] =>
    entry.kind === 'tie' ? [{ entry, published: documentPublished ?? documentDelivered }] : [],
  );
  const histories = foldTies([...adoptNames(told, asserted), ...asserted], { ...foldOptions, bodies }).filter(
    ({ subject }) => parties.every((party) => subject.parties.includes(levelOf(party))),
  );
  return { histories, told: new Map(rows.map((row) => [row.entry.id, row])) };
}
