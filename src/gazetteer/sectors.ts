import type { Item } from './item.js';
import { sectorOf, stateOf } from './parties.js';
import type { OfficeSense } from './senses.js';
import type { Gazetteer } from './types.js';

/** "spokesman" after "army" speaks for the army: an office of no rank takes the sector before it. */
export function sectorOfChain(offices: readonly OfficeSense[]): string {
  let sector = 'UNK';
  for (const [k, office] of offices.entries()) {
    const keeps = k > 0 && office.kind === 'office' && office.rank === 'other';
    if (!keeps) sector = office.sector;
  }
  return sector;
}

/** A state's office is `STATE/SECTOR`; bodies and armed groups keep their own id. */
export function withSector(gazetteer: Gazetteer, item: Item, party: string, sector: string): string {
  if (item.sense.role === 'person') return rebuilt(gazetteer, stateOf(party), sector);
  const own = sectorOf(party);
  // Peoples and faiths are no organisations: "Kurdish fighters" fight, "Kurdish protesters" protest.
  if (own === 'CVL' || own === 'REL') {
    const state = party.slice(0, party.indexOf('/'));
    // Who has no state has no army: "Kurdish forces" are rebels to somebody.
    return `${state}/${state === '-' && sector === 'MIL' ? 'REB' : sector}`;
  }
  // "Kremlin critics" oppose it.
  if (own === 'GOV' && sector === 'OPP') return rebuilt(gazetteer, stateOf(party), sector);
  return rebuilt(gazetteer, party, sector);
}

/** `party` with a sector, unless it has one or is a body. */
export function rebuilt(gazetteer: Gazetteer, party: string, sector: string): string {
  if (sectorOf(party) !== undefined || gazetteer.parties.get(party)?.kind === 'body') return party;
  return `${party}/${sector}`;
}
