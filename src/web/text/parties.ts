import type { Names } from '../api.js';

/** PLOVER's sectors. */
const SECTORS: Readonly<Record<string, string>> = {
  GOV: 'government',
  MIL: 'military',
  JUD: 'judiciary',
  LEG: 'legislature',
  COP: 'police',
  PTY: 'party',
  OPP: 'opposition',
  REB: 'rebels',
  PRM: 'paramilitaries',
  SPY: 'intelligence',
  UAF: 'armed men, unnamed',
  UNK: 'unknown',
  AGR: 'agriculture',
  BUS: 'business',
  CRM: 'criminals',
  CVL: 'civilians',
  EDU: 'education',
  ELI: 'elites',
  JRN: 'journalists',
  LAB: 'labour',
  MED: 'medical',
  PRE: 'former office-holders',
  REF: 'refugees',
  REL: 'religious',
  SOC: 'society',
  IGO: 'intergovernmental body',
  NGO: 'non-governmental organisation',
  MNC: 'multinational company',
  ISM: 'transnational movement',
  IMG: 'transnational armed group',
};

/** Names of bodies longer than this give way to their acronym. */
const LONGEST = 24;

/**
 * What a party is called in a line of text.
 *
 * @example
 * partyName('CHN/GOV', names) // 'China (government)'
 */
export function partyName(id: string, names: Names): string {
  if (id === 'author') return 'the author';
  const [of = id, sector] = id.split('/');
  if (of === '-' && sector !== undefined) return sectorName(sector);
  const own = names.parties[id];
  if (own && sector === undefined) return own.kind === 'body' && own.name.length > LONGEST ? id : own.name;
  return sector === undefined ? sectorName(id) : `${partyName(of, names)} (${sectorName(sector)})`;
}

/** The name in full, with the id, for a tooltip. */
export function partyTitle(id: string, names: Names): string {
  const [of = id] = id.split('/');
  const name = (names.parties[id] ?? names.parties[of])?.name;
  return name === undefined || name === id ? id : `${name} · ${id}`;
}

function sectorName(code: string): string {
  return SECTORS[code] ?? code;
}
