import { z } from 'zod';
import { holderOf } from '../access/holder.js';
import { CURRENT_READING } from '../query/condition.js';
import { listEntries } from '../query/entries.js';
import { allParties } from '../query/parties.js';
import { optionalText } from '../store/fields.js';
import { rowsOf } from '../store/rows.js';
import { inTransaction } from '../store/transaction.js';
import type { Ledger } from '../types.js';
import type { TieAssertion } from './assertion.js';
import { foldTies, type TieHistory } from './fold.js';
import { sharedAgreements } from './shared-agreements.js';
import { levelOf } from './subject.js';

export interface HistoryOptions {
  /** Only ties that all of these stand in, at state or body level. */
  readonly parties?: readonly string[];
  /** EDTF: how the ties stood on that day. */
  readonly asOf?: string;
  /** EDTF: as known from documents that came out until then. */
  readonly knownBy?: string;
}

/**
 * The histories of the ties in a ledger.
 *
 * @example
 * const [partnership] = await tieHistories(ledger, { parties: ['CHN', 'VNM'], asOf: '2010' });
 */
export function tieHistories(ledger: Ledger, options: HistoryOptions = {}): Promise<TieHistory[]> {
  const { parties = [], ...foldOptions } = options;
  return holderOf(ledger.file).use('read', (connection) =>
    inTransaction(connection, async () => {
      const levels = parties.map(levelOf);
      const { rows } = await listEntries(connection, { kind: 'tie', parties: levels });
      const named = new Set(rows.map(({ entry }) => entry.id));
      const shared = await sharedAgreements(connection, levels);
      const ties = [...rows, ...shared.filter(({ entry }) => !named.has(entry.id))];
      const dates = await rowsOf(
        connection,
        z.object({ id: z.string(), date: optionalText }),
        `SELECT lower(hex(d.id)) AS id, coalesce(r.published, r.delivered) AS date
         FROM store.reading r JOIN store.document d ON d.key = r.document WHERE ${CURRENT_READING}`,
      );
      const published = new Map(dates.map(({ id, date }) => [id, date]));
      const bodies = (await allParties(connection)).filter(({ kind }) => kind === 'body');
      const assertions = ties.flatMap(({ entry }): TieAssertion[] =>
        entry.kind === 'tie' ? [{ entry, published: published.get(entry.document) }] : [],
      );
      return foldTies(assertions, { ...foldOptions, bodies: new Set(bodies.map(({ id }) => id)) }).filter(
        ({ subject }) => parties.every((party) => subject.parties.includes(levelOf(party))),
      );
    }),
  );
}
