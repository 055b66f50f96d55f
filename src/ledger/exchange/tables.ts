import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { FILES, type Format } from './files.js';

const SPAN = 'STRUCT("start" INTEGER, "end" INTEGER)';
const REFS = `STRUCT(party VARCHAR, span ${SPAN}, "role" VARCHAR)[]`;
const PASSAGES = 'STRUCT("start" INTEGER, "end" INTEGER, exact VARCHAR)[]';
const ATTRIBUTION = 'STRUCT(party VARCHAR, verb VARCHAR, modality VARCHAR)[]';
const GRADE = 'STRUCT(written VARCHAR, normalised VARCHAR)';
const COVERAGE = 'STRUCT(since VARCHAR, until VARCHAR)';
const TEXTS = 'VARCHAR[]';
const DATED = (name: string) => `STRUCT(${name} VARCHAR, since VARCHAR, until VARCHAR)[]`;

const before = {
  ...{ id: 'VARCHAR', document: 'VARCHAR', passages: PASSAGES, speaker: 'VARCHAR' },
  ...{ attribution: ATTRIBUTION, modality: 'VARCHAR', confidence: 'DOUBLE' },
};
const after = { reader: 'VARCHAR', recorded: 'VARCHAR' };

/** Columns of each file with their types in DuckDB, named as the record's fields. */
const COLUMNS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  documents: {
    ...{ id: 'VARCHAR', title: 'VARCHAR', genre: 'VARCHAR', published: 'VARCHAR', delivered: 'VARCHAR' },
    ...{ authors: TEXTS, speaker: 'VARCHAR', language: 'VARCHAR' },
    sources: 'STRUCT(path VARCHAR, title VARCHAR, publisher VARCHAR, url VARCHAR, "read" VARCHAR)[]',
    text: 'VARCHAR',
  },
  readings: { document: 'VARCHAR', ...after },
  parties: {
    ...{ id: 'VARCHAR', kind: 'VARCHAR', name: 'VARCHAR', aliases: DATED('form'), of: 'VARCHAR' },
    ...{ iso3: 'VARCHAR', cow: 'INTEGER', gw: 'INTEGER', qid: 'VARCHAR', since: 'VARCHAR', until: 'VARCHAR' },
  },
  instruments: {
    ...{ id: 'VARCHAR', kind: 'VARCHAR', name: 'VARCHAR', aliases: TEXTS, signed: 'VARCHAR' },
    ...{ inForce: 'VARCHAR', until: 'VARCHAR', parties: DATED('party') },
  },
  events: {
    ...before,
    ...{ type: 'VARCHAR', cameo: 'VARCHAR', mode: 'VARCHAR', contexts: TEXTS, date: 'VARCHAR' },
    ...{ dateBasis: 'VARCHAR', source: REFS, recipient: REFS, symmetric: 'BOOLEAN', place: 'VARCHAR' },
    ...{ quad: 'INTEGER', intensity: 'DOUBLE' },
    ...after,
  },
  ties: {
    ...before,
    ...{ tie: 'VARCHAR', grade: GRADE, name: 'VARCHAR', parties: REFS, against: REFS, instrument: 'VARCHAR' },
    ...{
      since: 'VARCHAR',
      sinceBasis: 'VARCHAR',
      until: 'VARCHAR',
      untilBasis: 'VARCHAR',
      status: 'VARCHAR',
      coverage: COVERAGE,
    },
    ...after,
  },
  commitments: {
    ...before,
    ...{ obligors: REFS, beneficiaries: REFS, action: 'VARCHAR', areas: TEXTS, due: 'VARCHAR' },
    ...{ dueBasis: 'VARCHAR', ...after },
  },
  claims: {
    ...before,
    ...{ about: REFS, stance: 'VARCHAR', proposition: 'VARCHAR', principles: TEXTS },
    ...{ jointly: REFS, contrast: REFS, distanced: TEXTS, ...after },
  },
  measures: {
    ...before,
    ...{ quantity: 'VARCHAR', of: 'VARCHAR', parties: REFS, value: 'DOUBLE', unit: 'VARCHAR' },
    ...{ period: 'VARCHAR', periodBasis: 'VARCHAR', change: 'DOUBLE', ...after },
  },
  assessments: {
    ...{ id: 'VARCHAR', commitment: 'VARCHAR', status: 'VARCHAR', score: 'INTEGER', evidence: TEXTS },
    ...{ rejected: TEXTS, guideline: 'VARCHAR', window: 'VARCHAR', at: 'VARCHAR', by: 'VARCHAR' },
  },
  verdicts: {
    ...{ id: 'VARCHAR', document: 'VARCHAR', entryKind: 'VARCHAR', passage: SPAN, verdict: 'VARCHAR' },
    ...{ correction: 'JSON', reviewer: 'VARCHAR', at: 'VARCHAR' },
  },
};

/** Turns the JSON lines in a folder into tables, which take their place. */
export async function writeTables(
  connection: DuckDBConnection,
  folder: string,
  format: Exclude<Format, 'jsonl'>,
): Promise<void> {
  for (const name of FILES) {
    const columns = COLUMNS[name] ?? {};
    const from = path.join(folder, `${name}.jsonl`);
    const to = path.join(folder, `${name}.${format}`);
    const types = Object.entries(columns).map(([column, type]) => `${quoted(column)}: ${text(type)}`);
    const lines = `read_json(${text(from)}, format = 'newline_delimited', columns = {${types.join(', ')}})`;
    const selected = Object.entries(columns).flatMap(([column, type]) =>
      format === 'csv' ? flat(quoted(column), column, type) : [quoted(column)],
    );
    const options = format === 'csv' ? 'FORMAT csv, HEADER' : 'FORMAT parquet, COMPRESSION zstd';
    // A document's text makes a line longer than the JSON reader takes.
    const rows = name === 'documents' ? 'documents' : lines;
    await connection.run(`COPY (SELECT ${selected.join(', ')} FROM ${rows}) TO ${text(to)} (${options})`);
    await rm(from);
  }
}

/** Columns of a flat file for one column: lists joined with `|`, structures spread out. */
function flat(column: string, name: string, type: string): string[] {
  const joined = (of: string, as = name) =>
    `array_to_string(list_transform(${column}, lambda x: ${of}), '|') AS ${quoted(as)}`;
  switch (type) {
    case TEXTS:
      return [joined('x')];
    case REFS:
      return name === 'parties'
        ? [joined('x.party'), joined(`coalesce(x."role", '')`, 'roles')]
        : [joined('x.party')];
    case PASSAGES:
      return [joined(`concat(x."start", '-', x."end")`), joined('x.exact', 'exact')];
    case ATTRIBUTION:
      return [joined(`concat_ws(' ', x.party, x.verb, x.modality)`)];
    case GRADE:
      return [`${column}.written AS grade`, `${column}.normalised AS "gradeNormalised"`];
    case COVERAGE:
      return [`${column}.since AS "coveredSince"`, `${column}.until AS "coveredUntil"`];
    case SPAN:
      return [`${column}."start" AS "start"`, `${column}."end" AS "end"`];
    default:
      if (!type.startsWith('STRUCT')) return [column];
      if (name === 'sources')
        return [joined('x.path', 'paths'), joined(`coalesce(x.publisher, '')`, 'publishers')];
      return [joined(name === 'aliases' ? 'x.form' : 'x.party')];
  }
}

function quoted(name: string): string {
  return `"${name}"`;
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
