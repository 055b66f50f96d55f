import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Place, State, StateName } from '../src/gazetteer/schemas.js';
import { readTable } from '../src/gazetteer/table.js';
import { dayRange } from '../src/record/index.js';

const table = (name: string): string => readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8');
const states = readTable(table('states.tsv'), State, 'data/states.tsv');
const names = readTable(table('state-names.tsv'), StateName, 'data/state-names.tsv');
const places = readTable(table('places.tsv'), Place, 'data/places.tsv');
const ids = new Set(states.map((row) => row.id));

describe('states.tsv', () => {
  test('holds the 193 members and 2 observers of the United Nations', () => {
    expect(states.filter((row) => row.status === 'un-member')).toHaveLength(193);
    expect(states.filter((row) => row.status === 'un-observer').map((row) => row.id)).toEqual(['PSE', 'VAT']);
  });

  test('holds the former and contested states that the record speaks of', () => {
    for (const id of ['SUN', 'YUG', 'SCG', 'DDR', 'CSK', 'YMD', 'RVN', 'XKX', 'TWN', 'ESH', 'COK', 'NIU'])
      expect(ids, id).toContain(id);
  });

  test.each(['id', 'name', 'qid'] as const)('names no %s twice', (column) => {
    expect(repeated(states.map((row) => row[column] ?? ''))).toEqual([]);
  });

  test('gives a source for each row and an end for each former state alone', () => {
    expect(states.filter((row) => row.source === undefined)).toEqual([]);
    expect(states.filter((row) => (row.status === 'former') !== (row.until !== undefined))).toEqual([]);
    expect(states.filter(endsBeforeItBegins)).toEqual([]);
  });
});

describe('state-names.tsv', () => {
  /** One form of one kind for several states, with the reason. */
  const AMBIGUOUS = [
    ...['Congo', 'Congolese'], // COD and COG
    ...['Dominican', 'Dominicans'], // DMA and DOM
    ...['Moscow', 'Prague', 'Belgrade', 'Serbia'], // a state and its successor, told apart by date
  ];

  test('names only states, and every state', () => {
    expect([...new Set(names.map((row) => row.id))].filter((id) => !ids.has(id))).toEqual([]);
    const adjectives = new Set(names.filter((row) => row.kind === 'adjective').map((row) => row.id));
    expect(states.filter((row) => row.status !== 'other' && !adjectives.has(row.id))).toEqual([]);
  });

  test('has no row twice and no date range backwards', () => {
    expect(repeated(names.map((row) => `${row.id} ${row.form} ${row.kind} ${row.since ?? ''}`))).toEqual([]);
    expect(names.filter(endsBeforeItBegins)).toEqual([]);
  });

  test('is ambiguous only where the list says so', () => {
    const owners = new Map<string, Set<string>>();
    for (const { form, kind, id } of names) {
      const key = `${kind}: ${form}`;
      owners.set(key, (owners.get(key) ?? new Set()).add(id));
    }
    const shared = [...owners].filter(([, of]) => of.size > 1).map(([key]) => key.replace(/^.*?: /, ''));
    expect([...new Set(shared)].sort()).toEqual([...AMBIGUOUS].sort());
  });

  test.each([
    ['KOR', 'South Korea', 'Republic of Korea', 'ROK', 'South Korean', 'Seoul'],
    ['PRK', 'North Korea', 'DPRK', 'North Koreans', 'Pyongyang'],
    ['GBR', 'Britain', 'Great Britain', 'UK', 'U.K.', 'British', 'Britons', 'London', 'Anglo'],
    ['USA', 'US', 'U.S.', 'USA', 'United States of America', 'America', 'Americans', 'Washington'],
    ['CIV', 'Ivory Coast', "Côte d'Ivoire", "Cote d'Ivoire", 'Ivorian'],
    ['MMR', 'Burma', 'Burmese', 'Naypyidaw'],
    ['TUR', 'Turkey', 'Turkiye', 'Türkiye', 'Turks', 'Ankara'],
    ['CHN', 'PRC', "People's Republic of China", 'Chinese', 'Beijing', 'Sino'],
    ['NLD', 'Holland', 'Netherlands', 'Dutch'],
    ['UKR', 'Kyiv', 'Kiev', 'Ukrainians'],
    ['PHL', 'Filipino', 'Filipinos', 'Philippine', 'Manila'],
  ])('%s is known by %s', (id, ...forms) => {
    expect(names.filter((row) => row.id === id).map((row) => row.form)).toEqual(
      expect.arrayContaining(forms),
    );
  });
});

describe('places.tsv', () => {
  test('lies within states and is claimed by states', () => {
    expect(places.filter((row) => row.within !== undefined && !ids.has(row.within))).toEqual([]);
    expect(places.filter((row) => row.claimants.some((id) => !ids.has(id)))).toEqual([]);
    expect(places.filter((row) => row.within !== undefined && row.claimants.length > 0)).toEqual([]);
  });

  test('has no row twice, and says one thing of each place', () => {
    expect(repeated(places.map((row) => `${row.id} ${row.form}`))).toEqual([]);
    const told = new Set(places.map((row) => `${row.id} ${row.kind} ${row.within} ${row.claimants}`));
    expect(told.size).toBe(new Set(places.map((row) => row.id)).size);
  });

  test('is ambiguous only where the list says so', () => {
    const owners = new Map<string, Set<string>>();
    for (const { form, id } of places) owners.set(form, (owners.get(form) ?? new Set()).add(id));
    const shared = [...owners].filter(([, of]) => of.size > 1).map(([form]) => form);
    // The East Sea is Korea's name for one sea and Viet Nam's for another; two Punjabs, two Hyderabads.
    expect(shared.sort()).toEqual(['East Sea', 'Hyderabad', 'Punjab']);
  });

  test('takes no side in a dispute', () => {
    const claims = (form: string): unknown => places.find((row) => row.form === form)?.claimants;
    expect(claims('South China Sea')).toEqual(['CHN', 'TWN', 'VNM', 'PHL', 'MYS', 'BRN']);
    expect(claims('Kashmir')).toEqual(['IND', 'PAK']);
    expect(claims('Crimea')).toEqual(['UKR', 'RUS']);
    expect(claims('Malvinas')).toEqual(claims('Falkland Islands'));
  });
});

const register = new URL('../../shared/relations/cow_states.csv.gz', import.meta.url);

describe.skipIf(!existsSync(register))('Correlates of War codes (skipped without ../shared)', () => {
  /** States of the register that ended before our documents begin, or that ours go on under another code. */
  const NOT_OURS: Readonly<Record<string, string>> = {
    240: 'Hanover, ended 1866',
    245: 'Bavaria, ended 1871',
    260: 'Federal Republic of Germany 1955-1990: ours is DEU throughout, with 255',
    267: 'Baden, ended 1871',
    269: 'Saxony, ended 1867',
    271: 'Württemberg, ended 1871',
    273: 'Hesse-Kassel, ended 1866',
    275: 'Hesse-Darmstadt, ended 1867',
    280: 'Mecklenburg-Schwerin, ended 1867',
    300: 'Austria-Hungary, ended 1918',
    327: 'Papal States, ended 1860',
    329: 'Two Sicilies, ended 1861',
    332: 'Modena, ended 1860',
    335: 'Parma, ended 1860',
    337: 'Tuscany, ended 1860',
    511: 'Zanzibar, joined Tanganyika in 1964',
    678: 'Yemen Arab Republic: ours is YEM throughout, with 679',
    730: 'Korea before 1905',
  };
  /** States that share the code of the one they continue. */
  const CONTINUED: Readonly<Record<number, readonly string[]>> = {
    345: ['SCG', 'SRB', 'YUG'],
    365: ['RUS', 'SUN'],
  };

  const codes = existsSync(register)
    ? gunzipSync(readFileSync(register))
        .toString('utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => Number(line.split(',')[1]))
    : [];

  test('are all known, and none is given that the register lacks', () => {
    const ours = new Set(states.map((row) => row.cow));
    const missing = [...new Set(codes)].filter((code) => !ours.has(code));
    expect(missing.sort((a, b) => a - b)).toEqual(Object.keys(NOT_OURS).map(Number));
    expect(states.filter((row) => row.cow !== undefined && !codes.includes(row.cow))).toEqual([]);
  });

  test('belong to every member of the United Nations, and to one state each or to its successors', () => {
    expect(states.filter((row) => row.status === 'un-member' && row.cow === undefined)).toEqual([]);
    for (const { id, cow } of states) {
      if (cow === undefined) continue;
      const holders = states.filter((row) => row.cow === cow).map((row) => row.id);
      expect(holders, `code ${cow}`).toEqual(CONTINUED[cow] ?? [id]);
    }
  });
});

function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((value) => value !== '' && (seen.has(value) || !seen.add(value)));
}

function endsBeforeItBegins(row: { readonly since?: string; readonly until?: string }): boolean {
  if (row.since === undefined || row.until === undefined) return false;
  return (dayRange(row.until)?.last ?? '') < (dayRange(row.since)?.first ?? '');
}
