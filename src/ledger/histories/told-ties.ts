import { BIGINT, type DuckDBConnection, LIST, listValue } from '@duckdb/node-api';
import { z } from 'zod';
import { Modality, TieStatus, TieType } from '../../record/index.js';
import { PICKED } from '../query/fetch.js';
import { count, known, optionalText } from '../store/fields.js';
import { rowsOf } from '../store/rows.js';
import type { TieAssertion } from './assertion.js';

/** A tie as told, without its sentence. */
export interface ToldTie extends TieAssertion {
  readonly key: number;
}

const Row = z.object({
  key: count,
  id: z.string(),
  document: z.string(),
  tie: TieType,
  speaker: z.string(),
  modality: Modality,
  status: TieStatus,
  grade: optionalText,
  grade_normalised: optionalText,
  name: optionalText,
  instrument: optionalText,
  since: optionalText,
  until: optionalText,
  covered_since: optionalText,
  covered_until: optionalText,
  published: optionalText,
  parties: z.array(z.object({ party: z.string(), role: optionalText })),
});

/**
 * Ties by their keys, in any order, without what a history does not need: sentences, spans, confidence. Of a thousand ties
 * few are shown, and only those are fetched whole.
 */
export async function toldTies(connection: DuckDBConnection, keys: readonly number[]): Promise<ToldTie[]> {
  if (keys.length === 0) return [];
  const rows = await rowsOf(
    connection,
    z.object({ tie: z.string() }),
    `WITH ${PICKED}, party AS (
       SELECT entry, list({'party': party, 'role': role} ORDER BY ordinal) AS parties FROM store.entry_party
       WHERE entry IN (SELECT unnest($keys)) AND side = 'party' GROUP BY entry
     )
     SELECT to_json({
       key: e.key, id: replace(e.id::VARCHAR, '-', ''), document: lower(hex(d.id)), tie: e.type, speaker: e.speaker,
       modality: e.modality, status: e.status, grade: e.grade, grade_normalised: e.grade_normalised, name: e.name,
       instrument: e.instrument, since: e.date, until: e.until, covered_since: e.covered_since,
       covered_until: e.covered_until, published: coalesce(r.published, r.delivered), parties: coalesce(p.parties, [])
     }) AS tie
     FROM picked e JOIN store.reading r ON r.key = e.reading JOIN store.document d ON d.key = r.document
     LEFT JOIN party p ON p.entry = e.key WHERE e.kind = 'tie'`,
    { keys: listValue(keys.map(BigInt)) },
    { keys: LIST(BIGINT) },
  );
  return rows.map(({ tie }) => toldTie(Row.parse(JSON.parse(tie))));
}

function toldTie(row: z.infer<typeof Row>): ToldTie {
  const { grade, grade_normalised: normalised, covered_since: since, covered_until: until } = row;
  return {
    key: row.key,
    ...(row.published !== undefined && { published: row.published }),
    entry: known({
      id: row.id,
      document: row.document,
      tie: row.tie,
      grade: grade === undefined ? undefined : known({ written: grade, normalised }),
      name: row.name,
      parties: row.parties.map(known),
      instrument: row.instrument,
      since: row.since,
      until: row.until,
      status: row.status,
      modality: row.modality,
      speaker: row.speaker,
      coverage: since === undefined || until === undefined ? undefined : { since, until },
    }),
  };
}
