import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { z } from 'zod';
import { type Instrument, InstrumentKind, type Party } from '../../record/index.js';
import { LIST, listValue, structValue, VARCHAR } from '../duckdb.js';
import { allParties } from '../query/parties.js';
import { appendTo } from './appender.js';
import { known, optionalText, texts } from './fields.js';
import { rowsOf } from './rows.js';

/** Puts in parties and instruments, within the caller's transaction; those that are there already as given are left alone. */
export async function putGazette(
  connection: DuckDBConnection,
  parties: readonly Party[],
  instruments: readonly Instrument[],
): Promise<void> {
  await put(connection, 'party', await allParties(connection), parties, partyRow);
  await put(connection, 'instrument', await allInstruments(connection), instruments, instrumentRow);
}

const InstrumentRow = z.object({
  id: z.string(),
  kind: InstrumentKind,
  name: z.string(),
  aliases: texts,
  signed: optionalText,
  in_force: optionalText,
  until: optionalText,
  parties: z
    .array(z.object({ party: z.string(), since: optionalText, until: optionalText }))
    .nullish()
    .transform((value) => (value ?? []).map(known)),
});

/** All instruments that were put in, by id. */
export async function allInstruments(connection: DuckDBConnection): Promise<Instrument[]> {
  const rows = await rowsOf(connection, InstrumentRow, 'SELECT * FROM store.instrument ORDER BY id');
  return rows.map(({ in_force, ...row }) => known({ ...row, inForce: in_force }));
}

async function put<T extends { readonly id: string }>(
  connection: DuckDBConnection,
  table: 'party' | 'instrument',
  there: readonly T[],
  given: readonly T[],
  row: (value: T) => DuckDBValue[],
): Promise<void> {
  const before = new Map(there.map((value) => [value.id, canonical(row(value))]));
  const last = new Map(given.map((value) => [value.id, value]));
  const changed = [...last.values()].filter((value) => before.get(value.id) !== canonical(row(value)));
  const stale = changed.map(({ id }) => id).filter((id) => before.has(id));
  if (stale.length > 0)
    await connection.run(
      `DELETE FROM store.${table} WHERE id IN (SELECT unnest($ids))`,
      { ids: listValue(stale) },
      { ids: LIST(VARCHAR) },
    );
  if (changed.length === 0) return;
  const appender = await appendTo(connection, table);
  for (const value of changed) appender.append(row(value));
  appender.finish();
}

function canonical(row: readonly DuckDBValue[]): string {
  return JSON.stringify(row);
}

function partyRow(party: Party): DuckDBValue[] {
  return [
    ...[party.id, party.kind, party.name, dated(party.aliases, 'form')],
    ...[party.of ?? null, party.iso3 ?? null, party.cow ?? null, party.gw ?? null, party.qid ?? null],
    ...[party.since ?? null, party.until ?? null],
  ];
}

function instrumentRow(instrument: Instrument): DuckDBValue[] {
  return [
    ...[instrument.id, instrument.kind, instrument.name, listValue(instrument.aliases)],
    ...[instrument.signed ?? null, instrument.inForce ?? null, instrument.until ?? null],
    dated(instrument.parties, 'party'),
  ];
}

function dated<K extends 'form' | 'party'>(
  items: readonly (Readonly<Record<K, string>> & { readonly since?: string; readonly until?: string })[],
  name: K,
): DuckDBValue {
  return listValue(
    items.map((item) =>
      structValue({ [name]: item[name], since: item.since ?? null, until: item.until ?? null }),
    ),
  );
}
