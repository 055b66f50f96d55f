import type { Instrument, Party } from '../record/index.js';
import type { Tables } from './tables.js';

/**
 * The state, or body, that an id acts for; the id itself where it acts for none.
 *
 * @example
 * stateOf('CHN/GOV') // 'CHN'
 * stateOf('-/UAF') // '-/UAF'
 */
export function stateOf(id: string): string {
  const slash = id.indexOf('/');
  return slash < 0 || id.startsWith('-') ? id : id.slice(0, slash);
}

/**
 * The sector of an id: what follows the slash, or the kind of a group without a state.
 *
 * @example
 * sectorOf('CHN/GOV') // 'GOV'
 * sectorOf('CHN') // undefined
 */
export function sectorOf(id: string): string | undefined {
  const slash = id.indexOf('/');
  if (slash >= 0) return id.slice(slash + 1);
  return GROUP_KINDS.has(id) ? id : undefined;
}

/** Ids of parties that are named by kind alone. Source: PLOVER manual, non-state actors. */
const GROUP_KINDS = new Set(['IGO', 'NGO', 'MNC', 'ISM', 'IMG']);

/** Sectors that are organs of a state; the others are groups in it. */
const ORGAN_SECTORS = new Set(['GOV', 'MIL', 'JUD', 'LEG', 'COP', 'SPY']);

/** Names of sectors, for parties that only their state and sector tell. Source: PLOVER manual. */
const SECTOR_NAMES: Readonly<Record<string, string>> = {
  GOV: 'government',
  MIL: 'military',
  JUD: 'courts',
  LEG: 'legislature',
  COP: 'police',
  SPY: 'intelligence',
  PTY: 'parties',
  OPP: 'opposition',
  REB: 'rebels',
  PRM: 'paramilitaries',
  UAF: 'unidentified armed forces',
  UNK: 'unknown sector',
  AGR: 'farmers',
  BUS: 'business',
  CRM: 'criminals',
  CVL: 'civilians',
  EDU: 'education',
  ELI: 'elites',
  JRN: 'media',
  LAB: 'workers',
  MED: 'health workers',
  PRE: 'political prisoners',
  REF: 'refugees',
  REL: 'religious groups',
  SOC: 'civil society',
  IGO: 'international organisation',
  NGO: 'non-governmental organisation',
  MNC: 'multinational company',
  ISM: 'international social movement',
  IMG: 'international militant group',
};

/** A party that no table names in full, such as `CHN/LEG`. */
export function partyFromId(id: string, parties: ReadonlyMap<string, Party>): Party {
  const sector = sectorOf(id);
  const owner = stateOf(id);
  const what = sector === undefined ? undefined : (SECTOR_NAMES[sector] ?? sector);
  if (owner === id) return { id, kind: 'group', name: what ?? id, aliases: [] };
  const kind = sector !== undefined && ORGAN_SECTORS.has(sector) ? 'organ' : 'group';
  return { id, kind, name: `${parties.get(owner)?.name ?? owner}: ${what}`, aliases: [], of: owner };
}

/** Records of all states and bodies, and of the organs, persons and groups that tables name. */
export function partiesOf(tables: Tables): ReadonlyMap<string, Party> {
  const parties = new Map<string, Party>();
  for (const row of tables.states)
    parties.set(row.id, {
      id: row.id,
      kind: 'state',
      name: row.name,
      aliases: row.official === undefined ? [] : [{ form: row.official }],
      // ISO leaves codes that begin with X to its users: Kosovo's is none of its own.
      iso3: row.status === 'former' || !/^[A-WYZ][A-Z]{2}$/.test(row.id) ? undefined : row.id,
      cow: row.cow,
      gw: row.gw,
      qid: row.qid,
      since: row.since,
      until: row.until,
    });
  for (const row of tables.bodies)
    parties.set(row.id, {
      id: row.id,
      kind: 'body',
      name: row.name,
      aliases: [],
      since: row.founded,
      until: row.dissolved,
    });
  const seen = new Set([...parties.values()].flatMap(({ id, name }) => [`${id} ${name}`, `${id} ${id}`]));
  const add = (id: string, form: string, since?: string, until?: string): void => {
    if (seen.has(`${id} ${form}`)) return;
    seen.add(`${id} ${form}`);
    const party = parties.get(id) ?? partyFromId(id, parties);
    party.aliases.push({ form, since, until });
    parties.set(id, party);
  };
  for (const row of tables['state-names']) add(row.id, row.form, row.since, row.until);
  for (const row of tables['body-names'])
    if (row.kind !== 'part') add(row.body, row.form, row.since, row.until);
  for (const row of tables.organs) add(row.party, row.form, row.since, row.until);
  for (const row of tables.groups) add(row.id, row.form, row.since, row.until);
  for (const row of tables.persons) {
    const of = stateOf(row.party);
    add(parties.get(of)?.kind === 'body' ? of : row.party, row.name, row.since, row.until);
  }
  return parties;
}

/** Records of all instruments, with their names and dated parties. */
export function instrumentsOf(tables: Tables): ReadonlyMap<string, Instrument> {
  const instruments = new Map<string, Instrument>();
  for (const row of tables.instruments)
    instruments.set(row.id, {
      id: row.id,
      kind: row.kind,
      name: row.name,
      aliases: tables['instrument-names']
        .filter(({ instrument, form }) => instrument === row.id && form !== row.name)
        .map(({ form }) => form),
      signed: row.signed,
      inForce: row['in-force'],
      until: row.until,
      parties: tables['instrument-parties']
        .filter(({ instrument }) => instrument === row.id)
        .map(({ party, since, until }) => ({ party, since, until })),
    });
  return instruments;
}
