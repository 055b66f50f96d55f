import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { CURRENT_READING, isParty } from '../query/condition.js';
import { count } from '../store/fields.js';
import { rowsOf } from '../store/rows.js';

/**
 * Keys of all that is told of the agreements in which each of these takes part, though no one entry names them all: who joined an
 * agreement later stands in an entry of its own.
 *
 * @param parties at state or body level
 */
export async function sharedAgreements(
  connection: DuckDBConnection,
  parties: readonly string[],
): Promise<number[]> {
  if (parties.length < 2) return [];
  const from = 'FROM store.entry e JOIN store.reading r ON r.key = e.reading';
  const agreements = `${CURRENT_READING} AND e.kind = 'tie' AND e.type = 'agreement' AND e.instrument IS NOT NULL`;
  const ofEach = parties.map(
    (_, i) => `SELECT e.instrument ${from} JOIN store.entry_party p ON p.entry = e.key
      WHERE ${agreements} AND ${isParty('p.party', `party${i}`)}`,
  );
  const keys = await rowsOf(
    connection,
    z.object({ key: count }),
    `SELECT e.key ${from} WHERE ${agreements} AND e.instrument IN (${ofEach.join(' INTERSECT ')}) ORDER BY e.key`,
    Object.fromEntries(parties.map((party, i) => [`party${i}`, party])),
  );
  return keys.map(({ key }) => key);
}
