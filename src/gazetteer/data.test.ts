import { describe, expect, it } from 'vitest';
import { dayRange, SECTORS } from '../record/index.js';
import { sectorOf, stateOf } from './index.js';
import { readTables } from './tables.js';

const tables = readTables([]);
const states = new Set(tables.states.map(({ id }) => id));
const bodies = new Set(tables.bodies.map(({ id }) => id));
const places = new Set(tables.places.map(({ id }) => id));
const instruments = new Set(tables.instruments.map(({ id }) => id));
const sectors = new Set<string>(SECTORS);

/** Whether a party id of a table means something. */
function isKnown(id: string): boolean {
  const sector = sectorOf(id);
  if (sector !== undefined && !sectors.has(sector)) return false;
  const owner = stateOf(id);
  return owner.startsWith('-/') || states.has(owner) || bodies.has(owner) || sectors.has(id);
}

describe('the tables of names', () => {
  it('name parties that the tables of states and bodies have', () => {
    const unknown = [
      ...tables['state-names'].map(({ id }) => id),
      ...tables['body-names'].map(({ body }) => body),
      ...tables.memberships.flatMap(({ body, member }) => [body, member]),
      ...tables['instrument-parties'].map(({ party }) => party),
      ...tables.organs.map(({ party }) => party),
      ...tables.groups.map(({ id }) => id),
      ...tables.persons.map(({ party }) => party),
      ...tables.readings.flatMap(({ id, role }) => (role === 'party' && id !== undefined ? [id] : [])),
      ...tables.places.flatMap(({ within }) => within ?? []),
    ].filter((id) => !isKnown(id));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('name places and instruments that exist', () => {
    const lost = tables.readings.flatMap(({ id, role }) =>
      role === 'place' && id !== undefined && !places.has(id) ? [id] : [],
    );
    expect(lost).toEqual([]);
    const nameless = tables['instrument-names'].filter(({ instrument }) => !instruments.has(instrument));
    expect(nameless).toEqual([]);
  });

  it('have one state, body or instrument an id, and no body with the code of a state', () => {
    expect(states.size).toBe(tables.states.length);
    expect(bodies.size).toBe(tables.bodies.length);
    expect(instruments.size).toBe(tables.instruments.length);
    expect([...bodies].filter((id) => states.has(id))).toEqual([]);
  });

  it('use sectors of PLOVER, and each form of an office once', () => {
    expect(tables.offices.filter(({ sector }) => !sectors.has(sector))).toEqual([]);
    expect(new Set(tables.offices.map(({ form }) => form)).size).toBe(tables.offices.length);
  });

  it('end nothing before it begins', () => {
    const backwards = [
      ...tables.states,
      ...tables['state-names'],
      ...tables.memberships,
      ...tables.organs,
      ...tables.groups,
      ...tables.persons,
    ].filter(
      ({ since, until }) =>
        since !== undefined &&
        until !== undefined &&
        (dayRange(until)?.last ?? '') < (dayRange(since)?.first ?? ''),
    );
    expect(backwards).toEqual([]);
  });

  it('give a source for each fact', () => {
    const unsourced = [...tables.organs, ...tables.groups, ...tables.persons, ...tables.memberships].filter(
      ({ source }) => source === undefined,
    );
    expect(unsourced).toEqual([]);
  });

  it('cover what the first version promises', () => {
    expect(tables.offices.length).toBeGreaterThan(350);
    expect(tables.organs.length).toBeGreaterThan(250);
    expect(tables.groups.length).toBeGreaterThan(200);
  });
});
