import { dayRange } from '../record/index.js';
import { fold } from './atoms.js';
import { addForm, emptyLexicon, type Lexicon } from './lexicon.js';
import { memberships } from './memberships.js';
import { nameIndex } from './names.js';
import { instrumentsOf, partiesOf, partyFromId, stateOf } from './parties.js';
import type { BodyName, NamePart, Reading, StateName } from './schemas.js';
import type { Use } from './senses.js';
import { readTables, type Tables } from './tables.js';
import type { CuedReading, Gazetteer, Via } from './types.js';

/**
 * Reads all tables of names and builds what `findMentions` and the lookups need. Takes about 100 ms; do it once.
 *
 * @param options.dirs folders of the user's own tables; their rows extend ours, or stand in place of ours about
 *   the same
 * @throws EntenteError `data` naming table and line of a wrong row, `input` for a missing folder
 * @example
 * loadGazetteer().lookup('china') // 'CHN'
 */
export function loadGazetteer(options: { readonly dirs?: readonly string[] } = {}): Gazetteer {
  const tables = readTables(options.dirs ?? []);
  const parties = partiesOf(tables);
  const lexicon = lexiconOf(tables);
  const names = nameIndex([...parties.keys()], lexicon);
  return {
    parties,
    instruments: instrumentsOf(tables),
    membersOf: memberships(tables.memberships),
    suggest: names.suggest,
    lookup: names.lookup,
    partyOf: (id) => parties.get(id) ?? partyFromId(id, parties),
    within: new Map(tables.places.flatMap(({ id, within }) => (within === undefined ? [] : [[id, within]]))),
    places: new Map(
      tables.places.toReversed().map(({ id, form, kind, within }) => [id, { name: form, kind, within }]),
    ),
    lexicon,
    readings: readingsOf(tables.readings),
    nameParts: namePartsOf(tables['name-parts']),
  };
}

const USE_OF: Readonly<Record<StateName['kind'] | BodyName['kind'], Use>> = {
  name: 'name',
  official: 'name',
  former: 'name',
  part: 'organ',
  abbreviation: 'abbreviation',
  adjective: 'adjective',
  demonym: 'demonym',
  capital: 'capital',
  seat: 'capital',
  metonym: 'capital',
  prefix: 'prefix',
};

const VIA_OF: Readonly<Record<Use, Via>> = {
  name: 'name',
  abbreviation: 'abbreviation',
  adjective: 'adjective',
  demonym: 'demonym',
  capital: 'metonym',
  prefix: 'adjective',
  organ: 'metonym',
  group: 'name',
};

function lexiconOf(tables: Tables): Lexicon {
  const lexicon = emptyLexicon();
  const lives = new Map<string, { since?: string; until?: string }>();
  const states = new Set(tables.states.map((row) => row.id));
  const bodies = new Set(tables.bodies.map((row) => row.id));
  const add = (
    id: string,
    form: string,
    use: Use,
    since?: string,
    until?: string,
    via = VIA_OF[use],
  ): void => {
    const of = states.has(id) ? 'state' : bodies.has(id) ? 'body' : 'group';
    addForm(lexicon, form, { role: 'party', id, of, form, use, via, ...days(since, until) });
  };
  for (const row of tables.states) {
    lives.set(row.id, { since: row.since, until: row.until });
    add(row.id, row.name, 'name', undefined, row.until);
    if (row.official !== undefined) add(row.id, row.official, 'name', undefined, row.until);
  }
  for (const row of tables['state-names'])
    for (const form of spellings(row.form, row.kind))
      add(row.id, form, USE_OF[row.kind], row.since, row.until ?? lives.get(row.id)?.until);
  for (const row of tables.bodies) add(row.id, row.name, 'name', row.founded, row.dissolved);
  for (const row of tables['body-names'])
    for (const form of spellings(row.form, row.kind))
      add(row.body, form, USE_OF[row.kind], row.since, row.until, row.kind === 'part' ? 'name' : undefined);
  for (const row of tables.organs) {
    // The Kremlin stands for the government; a newspaper or a party is named by its own name.
    const via = /\/(GOV|MIL)$/.test(row.party) ? 'metonym' : 'name';
    add(row.party, row.form, 'organ', row.since, row.until, via);
  }
  for (const row of tables.groups) add(row.id, row.form, 'group', row.since, row.until);
  for (const row of tables.places)
    addForm(lexicon, row.form, {
      role: 'place',
      id: row.id,
      within: row.within,
      settled: SETTLED.has(row.kind),
    });
  for (const row of tables.instruments) addForm(lexicon, row.name, { role: 'instrument', id: row.id });
  for (const row of tables['instrument-names'])
    addForm(lexicon, row.form, { role: 'instrument', id: row.instrument });
  for (const row of tables.persons)
    for (const form of [row.name, ...row.forms.flatMap((f) => [f, ...joined(f)])])
      addForm(lexicon, form, {
        role: 'person',
        name: row.name,
        id: holderOf(row.party, bodies),
        surname: !/[\s-]/.test(form),
        ...days(row.since, row.until),
      });
  for (const { form, ...row } of tables.offices) addForm(lexicon, form, { role: 'office', ...row });
  for (const { form } of tables['not-parties']) addForm(lexicon, form, { role: 'other' });
  return lexicon;
}

/** "Presidents Bush and Gorbachev": the title of several before the first of them. */
function joined(form: string): string[] {
  const plural = form.replace(/^(President|Prime Minister|Foreign Minister|Chancellor|Minister) /, '$1s ');
  return plural === form ? [] : [plural];
}

/** Whoever speaks for a body is the body; it has no sectors. */
function holderOf(party: string, bodies: ReadonlySet<string>): string {
  const of = stateOf(party);
  return bodies.has(of) ? of : party;
}

/** Kinds of places that have police, courts and people. */
const SETTLED = new Set(['city', 'region', 'territory', 'island', 'peninsula']);

/** "US" is written "U.S." and "U.S" too. */
function spellings(form: string, kind: StateName['kind'] | BodyName['kind']): readonly string[] {
  if (kind !== 'abbreviation') return [form];
  if (/^[A-Z]{2,4}$/.test(form)) return [form, `${[...form].join('.')}.`, [...form].join('.')];
  return /^([A-Z]\.)+$/.test(form) ? [form, form.slice(0, -1)] : [form];
}

function days(since?: string, until?: string): { since?: string; until?: string } {
  return {
    since: since === undefined ? undefined : dayRange(since)?.first,
    until: until === undefined ? undefined : dayRange(until)?.last,
  };
}

function readingsOf(rows: readonly Reading[]): Gazetteer['readings'] {
  const readings = new Map<string, readonly CuedReading[]>();
  for (const row of rows) {
    const form = fold(row.form);
    readings.set(form, [
      ...(readings.get(form) ?? []),
      { ...row, cues: row.cues.map((cue) => fold(cue).split(' ')) },
    ]);
  }
  return readings;
}

function namePartsOf(rows: readonly NamePart[]): ReadonlyMap<string, ReadonlySet<NamePart['kind']>> {
  const parts = new Map<string, Set<NamePart['kind']>>();
  for (const { form, kind } of rows) {
    const key = fold(form);
    const kinds = parts.get(key) ?? new Set();
    parts.set(key, kinds.add(kind));
  }
  return parts;
}
