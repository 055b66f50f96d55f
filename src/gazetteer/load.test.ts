import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { loadGazetteer, sectorOf, stateOf } from './index.js';

const dirs: string[] = [];

/** A folder with a user's tables. */
function tables(files: Readonly<Record<string, readonly (readonly string[])[]>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'entente-'));
  dirs.push(dir);
  for (const [name, rows] of Object.entries(files))
    writeFileSync(join(dir, name), rows.map((row) => row.join('\t')).join('\n'));
  return dir;
}

afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true });
});

const ours = loadGazetteer();

describe('lookup', () => {
  it.each([
    ['china', undefined, 'CHN'],
    ['CHN', undefined, 'CHN'],
    ['chn/gov', undefined, 'CHN/GOV'],
    ['the United States', undefined, 'USA'],
    ['u.s.', undefined, 'USA'],
    ['Cote d’Ivoire', undefined, 'CIV'],
    ['Kremlin', undefined, 'RUS/GOV'],
    ['Moscow', '1985-03-11', 'SUN'],
    ['Moscow', '2015-03-11', 'RUS'],
    ['Taliban', '2020-06-01', 'AFG/REB'],
    ['Taliban', '2022-06-01', 'AFG/GOV'],
    ['Atlantis', undefined, undefined],
  ])('takes %s on %s for %s', (name, day, id) => {
    expect(ours.lookup(name, day)).toBe(id);
  });
});

describe('suggest', () => {
  it.each([
    ['Chna', 'CHN'],
    ['Vietnm', 'VNM'],
    ['Idnonesia', 'IDN'],
    ['Phillipines', 'PHL'],
    ['Kazahkstan', 'KAZ'],
  ])('for %s offers %s first', (name, id) => {
    expect(ours.suggest(name)[0]).toBe(id);
  });

  it('offers no more than asked for, and nothing for nonsense', () => {
    expect(ours.suggest('land', 3).length).toBeLessThanOrEqual(3);
    expect(ours.suggest('qqqqxxxx')).toEqual([]);
  });
});

describe('ids', () => {
  it.each([
    ['CHN/GOV', 'CHN', 'GOV'],
    ['CHN', 'CHN', undefined],
    ['-/UAF', '-/UAF', 'UAF'],
    ['NGO', 'NGO', 'NGO'],
  ])('%s acts for %s in sector %s', (id, state, sector) => {
    expect(stateOf(id)).toBe(state);
    expect(sectorOf(id)).toBe(sector);
  });

  it('has a record for any id', () => {
    expect(ours.partyOf('CHN')).toMatchObject({ kind: 'state', name: 'China', iso3: 'CHN', qid: 'Q148' });
    expect(ours.partyOf('FJI/LEG')).toEqual({
      id: 'FJI/LEG',
      kind: 'organ',
      name: 'Fiji: legislature',
      aliases: [],
      of: 'FJI',
    });
    expect(ours.partyOf('-/UAF')).toMatchObject({ kind: 'group', name: 'unidentified armed forces' });
    expect(ours.partyOf('RUS/GOV').aliases).toContainEqual({ form: 'Kremlin' });
  });
});

describe("a user's tables", () => {
  it('extend ours', () => {
    const dir = tables({
      'states.tsv': [
        ['id', 'name', 'status'],
        ['RUR', 'Ruritania', 'other'],
      ],
      'state-names.tsv': [
        ['id', 'form', 'kind'],
        ['RUR', 'Ruritanian', 'adjective'],
      ],
    });
    const gazetteer = loadGazetteer({ dirs: [dir] });
    expect(gazetteer.lookup('ruritania')).toBe('RUR');
    expect(gazetteer.lookup('china')).toBe('CHN');
  });

  it('override rows of ours about the same thing', () => {
    const dir = tables({
      'organs.tsv': [
        ['form', 'party'],
        ['Kremlin', 'USA/BUS'],
      ],
    });
    expect(loadGazetteer({ dirs: [dir] }).lookup('Kremlin')).toBe('USA/BUS');
  });

  it('give dated members, without those suspended', () => {
    const dir = tables({
      'bodies.tsv': [
        ['id', 'name', 'kind', 'founded'],
        ['ZZB', 'Zenda Bloc', 'regional', '1990'],
      ],
      'memberships.tsv': [
        ['body', 'member', 'role', 'since', 'until'],
        ['ZZB', 'FRA', 'founder', '1990-06-01', ''],
        ['ZZB', 'FJI', 'member', '1995', '2006'],
        ['ZZB', 'MLI', 'member', '1990-06-01', ''],
        ['ZZB', 'MLI', 'suspended', '2020-08-19', ''],
        ['ZZB', 'CHN', 'observer', '1990-06-01', ''],
      ],
    });
    const { membersOf } = loadGazetteer({ dirs: [dir] });
    expect(membersOf('ZZB', '1990-01-01')).toEqual([]);
    expect(membersOf('ZZB', '2000-01-01')).toEqual(['FRA', 'FJI', 'MLI']);
    expect(membersOf('ZZB', '2006-12-31')).toEqual(['FRA', 'FJI', 'MLI']);
    expect(membersOf('ZZB', '2021-01-01')).toEqual(['FRA']);
    expect(membersOf('NOPE', '2021-01-01')).toEqual([]);
  });

  it.each([
    [
      'states.tsv',
      ['id\tname\tstatus', 'RUR\tRuritania\tkingdom'],
      /states\.tsv:2: column 'status' has 'kingdom'/,
    ],
    ['organs.tsv', ['form\tparty', 'Zenda\trur'], /organs\.tsv:2: column 'party' has 'rur': not a party id/],
    [
      'memberships.tsv',
      ['body\tmember\trole\tsince', 'EU\tFRA\tmember\t1958-13'],
      /:2: column 'since' has '1958-13'/,
    ],
    [
      'offices.tsv',
      ['form\tsector\tkind', 'jester\tgov\toffice'],
      /offices\.tsv:2: column 'sector' has 'gov'/,
    ],
  ])('with a wrong row in %s are refused', (name, lines, message) => {
    const dir = tables({ [name]: lines.map((line) => line.split('\t')) });
    expect(() => loadGazetteer({ dirs: [dir] })).toThrow(message);
  });

  it('in a folder that is missing are refused', () => {
    expect(() => loadGazetteer({ dirs: ['/no/such/folder'] })).toThrow("no folder '/no/such/folder'");
  });
});
