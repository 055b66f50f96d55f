import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { Modality, TieStatus, TieType } from '../../record/index.js';
import { addParties, addReadings, type Beside, nothingBeside, pickEntries } from '../query/beside.js';
import type { PartyRow, ReadingRow } from '../query/decode.js';
import { count, known, optionalText } from '../store/fields.js';
import type { TieAssertion } from './assertion.js';

/** A tie as told, without its sentence, and its key, which depends on the order of reading and is shown to nobody. */
export interface ToldTie {
  readonly key: number;
  readonly told: TieAssertion;
}

const Row = z.object({
  key: count,
  reading: z.number(),
  id: z.string(),
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
});

const TIE_JSON = `to_json({
  key: e.key, reading: e.reading, id: replace(e.id::VARCHAR, '-', ''), tie: e.type, speaker: e.speaker,
  modality: e.modality, status: e.status, grade: e.grade, grade_normalised: e.grade_normalised, name: e.name,
  instrument: e.instrument, since: e.date, until: e.until, covered_since: e.covered_since, covered_until: e.covered_until
})`;

/**
 * Ties by their keys, in any order, without what a history does not need: sentences, spans, confidence. Of a thousand ties
 * few are shown, and only those are fetched whole.
 *
 * @param beside what is known of their parties and readings; what is not is fetched, and kept there
 */
export async function toldTies(
  connection: DuckDBConnection,
  keys: readonly number[],
  beside: Beside = nothingBeside(),
): Promise<ToldTie[]> {
  if (keys.length === 0) return [];
  const found = await pickEntries(
    connection,
    beside,
    { row: z.object({ tie: z.string() }), columns: `${TIE_JSON} AS tie` },
    keys,
  );
  const rows = found.map(({ tie }) => Row.parse(JSON.parse(tie)));
  await addParties(connection, beside, keys);
  await addReadings(
    connection,
    beside,
    rows.map(({ reading }) => reading),
  );
  return rows.flatMap((row) => {
    const reading = beside.readings.get(row.reading);
    return reading === undefined ? [] : [toldTie(row, reading, beside.parties.get(row.key) ?? [])];
  });
}

function toldTie(row: z.infer<typeof Row>, reading: ReadingRow, parties: readonly PartyRow[]): ToldTie {
  const { grade, grade_normalised: normalised, covered_since: since, covered_until: until } = row;
  const published = reading.documentPublished ?? reading.documentDelivered;
  const told: TieAssertion = {
    ...(published !== undefined && { published }),
    entry: known({
      id: row.id,
      document: reading.document,
      tie: row.tie,
      grade: grade === undefined ? undefined : known({ written: grade, normalised }),
      name: row.name,
      parties: parties
        .filter(({ side }) => side === 'party')
        .map(({ party, role }) => known({ party, role })),
      instrument: row.instrument,
      since: row.since,
      until: row.until,
      status: row.status,
      modality: row.modality,
      speaker: row.speaker,
      coverage: since === undefined || until === undefined ? undefined : { since, until },
    }),
  };
  return { key: row.key, told };
}
