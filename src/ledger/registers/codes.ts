import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Gazetteer, packageData, readTable } from '../../gazetteer/index.js';
import { dayRange, isEdtf, type Party } from '../../record/index.js';

/** Whose codes: Correlates of War numbers, letters of the states, or bodies of one of the membership registers. */
export type CodeSystem = 'cow' | 'letters' | 'migo' | 'iigo';

const day = z.string().refine(isEdtf, 'not a date such as 1992-04-27').optional();

/** A row of data/register-codes.tsv. */
export const RegisterCode = z.object({
  system: z.enum(['cow', 'letters', 'migo', 'iigo']),
  code: z.string(),
  party: z.string(),
  since: day,
  until: day,
  /** Of a party that no other table holds. */
  name: z.string().optional(),
  source: z.string().optional(),
});
type RegisterCode = z.infer<typeof RegisterCode>;

/** A party that a code names. */
export interface Coded {
  readonly party: string;
  /** Why that is doubtful, or that it was read by name. */
  readonly doubt?: string;
}

/** What the codes of registers mean. */
export interface Codes {
  /** The state with this code in a year. Nothing where neither code nor name is known. */
  state(system: 'cow' | 'letters', code: string, name: string, year?: number): Coded | undefined;
  /** The body with this code, made up where it is none of ours; its title is its code where the register gives none. */
  body(system: 'migo' | 'iigo', code: string, title: string): string;
  /** The code under which registers go on counting a former state: `RUS` for `SUN`; of others their own id. */
  continued(party: string): string;
  /** Parties that `state` and `body` gave and that no other table holds. */
  added(): readonly Party[];
}

/** @param dirs folders of the user's own tables; their rows stand in place of ours about the same code */
export function loadCodes(gazetteer: Gazetteer, dirs: readonly string[] = []): Codes {
  const listed = new Map<string, RegisterCode[]>();
  for (const dir of [packageData(), ...dirs])
    for (const [key, rows] of codeRows(path.join(dir, 'register-codes.tsv'))) listed.set(key, rows);
  const byCow = new Map<string, string>();
  for (const { id, cow } of gazetteer.parties.values()) if (cow !== undefined) byCow.set(String(cow), id);
  const successors = new Map<string, string>();
  for (const rows of listed.values())
    for (const { system, party, code } of rows)
      if (system === 'letters' && rows.length > 1) successors.set(party, code);
  const added = new Map<string, Party>();
  const known = new Map<string, Coded | undefined>();

  function find(system: 'cow' | 'letters', code: string, name: string, year?: number): Coded | undefined {
    const row = rowOf(listed.get(`${system} ${code}`) ?? [], year);
    if (row) {
      if (row.name !== undefined) added.set(row.party, added.get(row.party) ?? partyOf(row));
      return doubted(row.party, row.until ?? gazetteer.parties.get(row.party)?.until, year);
    }
    const id = system === 'cow' ? byCow.get(code) : stateOf(code);
    if (id !== undefined) return doubted(id, gazetteer.parties.get(id)?.until, year);
    const named = name === '' ? undefined : gazetteer.lookup(name);
    return named === undefined
      ? undefined
      : { party: named, doubt: `code '${code}' read by its name '${name}' as ${named}` };
  }

  function stateOf(code: string): string | undefined {
    return gazetteer.parties.get(code)?.kind === 'state' ? code : undefined;
  }

  return {
    state(system, code, name, year) {
      const key = `${system} ${code} ${name} ${year}`;
      if (!known.has(key)) known.set(key, find(system, code, name, year));
      return known.get(key);
    },
    body(system, code, title) {
      const row = listed.get(`${system} ${code || title}`)?.[0];
      if (row) return row.party;
      const id =
        `${system}-${(code || title).replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')}`.toUpperCase();
      added.set(id, added.get(id) ?? { id, kind: 'body', name: title || code, aliases: [] });
      return id;
    },
    continued: (party) => successors.get(party) ?? party,
    added: () => [...added.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function codeRows(file: string): Map<string, RegisterCode[]> {
  const rows = new Map<string, RegisterCode[]>();
  if (!existsSync(file)) return rows;
  for (const row of readTable(readFileSync(file, 'utf8'), RegisterCode, `data/${path.basename(file)}`)) {
    const key = `${row.system} ${row.code}`;
    rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  return rows;
}

/** The row whose days hold the middle of the year, else the last. */
function rowOf(rows: readonly RegisterCode[], year: number | undefined): RegisterCode | undefined {
  if (year === undefined) return rows.at(-1);
  const middle = `${String(year).padStart(4, '0')}-07-01`;
  return (
    rows.find(
      ({ since, until }) =>
        (since === undefined || (dayRange(since)?.first ?? '') <= middle) &&
        (until === undefined || middle <= (dayRange(until)?.last ?? '')),
    ) ?? rows.at(-1)
  );
}

/** A register may count a state for the whole of its last year. */
function doubted(party: string, until: string | undefined, year: number | undefined): Coded {
  const ended = until === undefined ? undefined : dayRange(until)?.last.slice(0, 4);
  return ended === undefined || year === undefined || year <= Number(ended)
    ? { party }
    : { party, doubt: `${party} in ${year}, after its end in ${ended}` };
}

function partyOf(row: RegisterCode): Party {
  return {
    id: row.party,
    kind: 'state',
    name: row.name ?? row.party,
    aliases: [],
    ...(row.system === 'cow' && { cow: Number(row.code) }),
    ...(row.since !== undefined && { since: row.since }),
    ...(row.until !== undefined && { until: row.until }),
  };
}
