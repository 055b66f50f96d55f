import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { type Party, PartyKind } from '../../record/index.js';
import { count, known, optionalNumber, optionalText } from '../store/fields.js';
import { rowsOf } from '../store/rows.js';
import type { PartySummary } from '../types.js';
import { isParty } from './condition.js';

/** Each party that a current entry names or that speaks in it, and the state or body that it belongs to. */
const NAMED = `
  WITH current AS (
    SELECT r.key FROM store.reading r
    WHERE NOT EXISTS (SELECT 1 FROM store.superseded o WHERE o.reading = r.key)
  ), named AS (
    SELECT p.entry, p.party FROM store.entry_party p WHERE p.reading IN (SELECT key FROM current)
    UNION
    SELECT e.key, e.speaker FROM store.entry e
    WHERE e.speaker <> 'author' AND e.reading IN (SELECT key FROM current)
  ), levels AS (
    SELECT entry, party FROM named
    UNION
    SELECT entry, split_part(party, '/', 1) FROM named WHERE party LIKE '_%/%' AND NOT starts_with(party, '-/')
  )`;

const PartyRow = z.object({
  id: z.string(),
  kind: PartyKind.nullish(),
  name: optionalText,
  aliases: z
    .array(z.object({ form: z.string(), since: optionalText, until: optionalText }))
    .nullish()
    .transform((value) => (value ?? []).map(known)),
  belongs_to: optionalText,
  iso3: optionalText,
  cow: optionalNumber,
  gw: optionalNumber,
  qid: optionalText,
  since: optionalText,
  until: optionalText,
});

/** Parties that entries name, most named first; the search looks into ids, names and aliases. */
export async function listParties(connection: DuckDBConnection, search?: string): Promise<PartySummary[]> {
  const rows = await rowsOf(
    connection,
    PartyRow.extend({ entries: count }),
    `${NAMED}, counted AS (SELECT party, count(*) AS entries FROM levels GROUP BY party)
     SELECT c.party AS id, c.entries, p.* EXCLUDE (id) FROM counted c LEFT JOIN store.party p ON p.id = c.party
     WHERE $search = '' OR contains(lower(c.party), lower($search)) OR contains(lower(p.name), lower($search))
       OR len(list_filter(p.aliases, lambda a: contains(lower(a.form), lower($search)))) > 0
     ORDER BY c.entries DESC, c.party`,
    { search: search ?? '' },
  );
  return rows.map(({ entries, ...row }) => ({ party: decodeParty(row), entries }));
}

/** Parties that stand in entries together with this one. */
export async function listCounterparts(
  connection: DuckDBConnection,
  party: string,
): Promise<{ party: string; entries: number }[]> {
  return rowsOf(
    connection,
    z.object({ party: z.string(), entries: count }),
    `WITH current AS (
       SELECT r.key FROM store.reading r
       WHERE NOT EXISTS (SELECT 1 FROM store.superseded o WHERE o.reading = r.key)
     ), own AS (
       SELECT DISTINCT entry FROM store.entry_party
       WHERE ${isParty('party', 'party')} AND reading IN (SELECT key FROM current)
     ), others AS (
       SELECT DISTINCT entry,
         CASE WHEN starts_with(party, '-/') THEN party ELSE split_part(party, '/', 1) END AS party
       FROM store.entry_party WHERE entry IN (SELECT entry FROM own) AND NOT ${isParty('party', 'party')}
     )
     SELECT party, count(*) AS entries FROM others GROUP BY party ORDER BY entries DESC, party`,
    { party },
  );
}

/** All parties that were put in, by id. */
export async function allParties(connection: DuckDBConnection): Promise<Party[]> {
  const rows = await rowsOf(connection, PartyRow, 'SELECT * FROM store.party ORDER BY id');
  return rows.map(decodeParty);
}

/** Ids of all bodies that were put in. */
export async function bodyIds(connection: DuckDBConnection): Promise<ReadonlySet<string>> {
  const rows = await rowsOf(
    connection,
    z.object({ id: z.string() }),
    "SELECT id FROM store.party WHERE kind = 'body'",
  );
  return new Set(rows.map(({ id }) => id));
}

/** A party that the ledger knows only by its id gets its kind from the id's form and its id for a name. */
function decodeParty({ belongs_to, kind, name, ...row }: z.infer<typeof PartyRow>): Party {
  return known({ ...row, kind: kind ?? kindOf(row.id), name: name ?? row.id, of: belongs_to });
}

function kindOf(id: string): PartyKind {
  if (id.startsWith('-/')) return 'group';
  if (id.includes('/')) return 'organ';
  return /^[A-Z]{3}$/.test(id) ? 'state' : 'body';
}
