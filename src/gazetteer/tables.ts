import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { EntenteError } from '../record/index.js';
import * as schemas from './schemas.js';
import { readTable } from './table.js';

/** All rows of all tables. */
export type Tables = ReturnType<typeof readTables>;

/**
 * Reads the package's tables, then those of `dirs`. All rows of a later folder that are about the same thing
 * stand in place of all earlier ones; a table that a folder lacks is empty there.
 *
 * @throws EntenteError `input` for a folder that does not exist, `data` for a wrong row
 */
export function readTables(dirs: readonly string[]) {
  const read = tableReader(dirs);
  return {
    states: read('states', schemas.State, (row) => row.id),
    'state-names': read('state-names', schemas.StateName, (row) => `${row.id} ${row.form}`),
    places: read('places', schemas.Place, (row) => row.form),
    bodies: read('bodies', schemas.Body, (row) => row.id),
    'body-names': read('body-names', schemas.BodyName, (row) => `${row.body} ${row.form}`),
    memberships: read('memberships', schemas.Membership, aboutMembership),
    instruments: read('instruments', schemas.InstrumentRow, (row) => row.id),
    'instrument-names': read('instrument-names', schemas.InstrumentName, (row) => row.form),
    'instrument-parties': read('instrument-parties', schemas.InstrumentParty, aboutInstrumentParty),
    offices: read('offices', schemas.Office, (row) => row.form),
    organs: read('organs', schemas.Organ, (row) => row.form),
    groups: read('groups', schemas.Group, (row) => row.form),
    persons: read('persons', schemas.Person, (row) => row.name),
    readings: read('readings', schemas.Reading, (row) => row.form),
    'not-parties': read('not-parties', schemas.NotParty, (row) => row.form),
    'name-parts': read('name-parts', schemas.NamePart, (row) => `${row.kind} ${row.form}`),
  };
}

/** What a row of a membership is about. */
export const aboutMembership = (row: schemas.Membership) => `${row.body} ${row.member}`;
/** What a row of an instrument's party is about. */
export const aboutInstrumentParty = (row: schemas.InstrumentParty) => `${row.instrument} ${row.party}`;

/**
 * Reads one table at a time, as {@link readTables} reads them all. With `keep`, of our own table only some lines are looked
 * at; the user's are read whole, so that a mistake anywhere in them is told.
 */
export function tableReader(dirs: readonly string[]) {
  for (const dir of dirs)
    if (!existsSync(dir))
      throw new EntenteError('input', `no folder '${dir}'`, {
        remedy: 'give the path of a folder that holds tables such as states.tsv',
      });
  const ours = packageData();
  return function read<S extends z.ZodObject>(
    name: string,
    schema: S,
    about: (row: z.infer<S>) => string,
    keep?: (line: string) => boolean,
  ): z.infer<S>[] {
    let rows: z.infer<S>[] = [];
    for (const dir of [ours, ...dirs]) {
      const path = join(dir, `${name}.tsv`);
      if (!existsSync(path)) continue;
      const label = dir === ours ? `data/${name}.tsv` : path;
      const more = readTable(readFileSync(path, 'utf8'), schema, label, dir === ours ? keep : undefined);
      const replaced = new Set(more.map(about));
      rows = [...rows.filter((row) => !replaced.has(about(row))), ...more];
    }
    return rows;
  };
}

/** The package's data/ folder, from src/ as from dist/. */
export function packageData(): string {
  let dir = dirname(fileURLToPath(import.meta.url));
  while (!(existsSync(join(dir, 'package.json')) && existsSync(join(dir, 'data')))) {
    const parent = dirname(dir);
    if (parent === dir)
      throw new EntenteError('data', "the package's data folder is missing", {
        remedy: 'install the package again',
      });
    dir = parent;
  }
  return join(dir, 'data');
}
