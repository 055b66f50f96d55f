import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { z } from 'zod';
import { dayRange, EntenteError } from '../../record/index.js';
import { rowsOf } from '../store/rows.js';
import type { EntryFilter } from '../types.js';

/** A condition in SQL over entry `e` and reading `r`, and the values it names. */
export interface Condition {
  readonly sql: string;
  readonly values: Record<string, DuckDBValue>;
}

/** Leaves out what a later reading replaced. */
export const CURRENT_READING = 'NOT EXISTS (SELECT 1 FROM store.superseded o WHERE o.reading = r.key)';

/** The filter as a condition on current entries. */
export async function entryCondition(connection: DuckDBConnection, filter: EntryFilter): Promise<Condition> {
  const parts = [CURRENT_READING];
  const values: Record<string, DuckDBValue> = {};
  if (filter.kind !== undefined) {
    parts.push('e.kind = $kind');
    values.kind = filter.kind;
  }
  if (filter.type !== undefined) {
    parts.push('lower(e.type) = lower($type)');
    values.type = filter.type;
  }
  if (filter.modality !== undefined) {
    parts.push('e.modality = $modality');
    values.modality = filter.modality;
  }
  if (filter.from !== undefined) {
    parts.push('coalesce(e.last_day, r.last_day) >= $from::DATE');
    values.from = dayOf(filter.from, 'from').first;
  }
  if (filter.to !== undefined) {
    parts.push('coalesce(e.first_day, r.first_day) <= $to::DATE');
    values.to = dayOf(filter.to, 'to').last;
  }
  if (filter.knownBy !== undefined) {
    parts.push('r.last_day <= $known::DATE');
    values.known = dayOf(filter.knownBy, 'as-known').last;
  }
  const parties = filter.parties ?? [];
  if (parties.length > 0) parts.push(`e.key IN (${entriesOf(parties.map((_, i) => `party${i}`))})`);
  for (const [i, party] of parties.entries()) values[`party${i}`] = party;
  if (filter.document !== undefined) {
    const key = await documentKey(connection, filter.document);
    if (key === undefined)
      throw new EntenteError('not-found', `no document '${filter.document}' in the ledger`, {
        remedy: 'entente list documents shows their ids',
      });
    parts.push('r.document = $document');
    values.document = key;
  }
  return { sql: parts.join(' AND '), values };
}

/** Keys of entries in which each of these parties takes part or speaks: the lists are joined before entries are looked at. */
function entriesOf(names: readonly string[]): string {
  const lists = names.map(
    (name) => `(SELECT entry AS key FROM store.entry_party WHERE ${isParty('party', name)}
      UNION ALL SELECT key FROM store.entry WHERE ${isParty('speaker', name)})`,
  );
  const [first, ...others] = lists;
  return `SELECT key FROM ${first}${others.map((list) => ` SEMI JOIN ${list} USING (key)`).join('')}`;
}

/**
 * A party by its id; at state or body level, `CHN` also stands for `CHN/GOV`. All of them lie between the id and what
 * follows it when `/` is counted one up, which a scan can tell before it unpacks a column.
 */
export function isParty(column: string, name: string): string {
  return `(${column} >= $${name} AND ${column} < $${name} || '0'
    AND (${column} = $${name} OR starts_with(${column}, $${name} || '/')))`;
}

/** Key of the document with this id or the only one whose id begins so. */
export async function documentKey(connection: DuckDBConnection, id: string): Promise<number | undefined> {
  const prefix = id.toLowerCase();
  if (!/^[0-9a-f]{1,64}$/.test(prefix)) return undefined;
  const found = await rowsOf(
    connection,
    z.object({ key: z.number(), id: z.string() }),
    `SELECT key, lower(hex(id)) AS id FROM store.document
     WHERE id >= unhex($low) AND id <= unhex($high) ORDER BY id LIMIT 4`,
    { low: prefix.padEnd(64, '0'), high: prefix.padEnd(64, 'f') },
  );
  if (found.length > 1)
    throw ambiguous(
      'document',
      id,
      found.map((row) => row.id),
    );
  return found[0]?.key;
}

/** Says which ids begin alike. */
export function ambiguous(what: string, id: string, candidates: readonly string[]): EntenteError {
  return new EntenteError('usage', `several ${what}s have ids that begin with '${id}'`, {
    remedy: `give more of the id: ${candidates.map((c) => c.slice(0, id.length + 6)).join(', ')} …`,
  });
}

function dayOf(date: string, name: string): { first: string; last: string } {
  const range = dayRange(date);
  if (!range)
    throw new EntenteError('usage', `'${date}' is not a date (--${name})`, {
      remedy: 'write it as 2021-11-22, 2021-11 or 2021',
    });
  return range;
}
