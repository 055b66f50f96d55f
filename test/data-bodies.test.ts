import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { memberships } from '../src/gazetteer/memberships.js';
import { Body, BodyName, Membership, State, StateName } from '../src/gazetteer/schemas.js';
import { readTable } from '../src/gazetteer/table.js';
import { dayRange, isEdtf } from '../src/record/index.js';

function table<S extends z.ZodObject>(name: string, schema: S): z.infer<S>[] {
  const text = readFileSync(new URL(`../data/${name}.tsv`, import.meta.url), 'utf8');
  return readTable(text, schema, `data/${name}.tsv`);
}

const states = table('states', State);
const bodies = table('bodies', Body);
const names = table('body-names', BodyName);
const rows = table('memberships', Membership);
const stateIds = new Set(states.map((row) => row.id));
const bodyIds = new Set(bodies.map((row) => row.id));
const bodyOf = new Map(bodies.map((row) => [row.id, row]));
const membersOf = memberships(rows);

describe('bodies.tsv', () => {
  /** Codes of ISO 3166-1 that states.tsv has no row for. */
  const OTHER_CODES = [
    ...['ALA', 'ANT', 'ATA', 'ATF', 'BES', 'BLM', 'BVT', 'CCK', 'CXR', 'FLK', 'GGY', 'GIB', 'GLP', 'GUF'],
    ...['HMD', 'IMN', 'IOT', 'JEY', 'MAF', 'MTQ', 'MYT', 'NFK', 'PCN', 'REU', 'SGS', 'SHN', 'SJM', 'SPM'],
    ...['UMI', 'VIR', 'WLF'],
  ];

  test('holds at least 120 bodies, none twice, none under the code of a state', () => {
    expect(bodies.length).toBeGreaterThanOrEqual(120);
    expect(repeated(bodies.map((row) => row.id))).toEqual([]);
    expect(bodies.filter(({ id }) => stateIds.has(id) || OTHER_CODES.includes(id))).toEqual([]);
  });

  test('gives each body a source, a founding date and no end before it', () => {
    expect(bodies.filter((row) => row.source === undefined || row.founded === undefined)).toEqual([]);
    expect(bodies.filter((row) => backwards(row.founded, row.dissolved))).toEqual([]);
  });
});

describe('body-names.tsv', () => {
  test('names bodies of the table, each form once', () => {
    expect(names.filter((row) => !bodyIds.has(row.body))).toEqual([]);
    expect(repeated([...bodies.map((row) => row.name), ...names.map((row) => row.form)])).toEqual([]);
    expect(names.filter((row) => backwards(row.since, row.until))).toEqual([]);
  });

  test('shares only the metonym of the EU with the names of states', () => {
    const ofStates = new Set(table('state-names', StateName).map((row) => row.form));
    expect(names.filter((row) => ofStates.has(row.form)).map((row) => `${row.form} ${row.kind}`)).toEqual([
      'Brussels metonym',
    ]);
  });

  test.each([
    ['UN', 'UN', 'UN Secretariat'],
    ['UNSC', 'UN Security Council', 'Security Council', 'UNSC'],
    ['UNGA', 'General Assembly', 'U.N. General Assembly'],
    ['ASEAN', 'ASEAN', 'Asean', 'Association of South East Asian Nations', 'ASEAN Secretariat'],
    [
      'EU',
      'EU',
      'European Commission',
      'European Parliament',
      'European Council',
      'Council of the EU',
      'Brussels',
    ],
    ['SCO', 'SCO', 'Shanghai Cooperation Organization'],
    ['QUAD', 'Quad'],
    ['LAS', 'Arab League'],
    ['NONALIGNED', 'NAM', 'Nonaligned Movement'],
    ['OPEC-PLUS', 'OPEC Plus'],
  ])('%s is known by %s', (body, ...forms) => {
    expect(names.filter((row) => row.body === body).map((row) => row.form)).toEqual(
      expect.arrayContaining(forms),
    );
  });
});

describe('memberships.tsv', () => {
  test('ties members that we know to bodies that we know, with a source', () => {
    expect(rows.filter((row) => !bodyIds.has(row.body))).toEqual([]);
    expect(rows.filter((row) => !stateIds.has(row.member) && !bodyIds.has(row.member))).toEqual([]);
    expect(rows.filter((row) => row.member === row.body || row.source === undefined)).toEqual([]);
    expect(repeated(rows.map((row) => `${row.body} ${row.member} ${row.role} ${row.since ?? ''}`))).toEqual(
      [],
    );
  });

  test('has dates that are EDTF and in order', () => {
    const dates = rows.flatMap((row) => [row.since, row.until]).filter((date) => date !== undefined);
    expect(dates.filter((date) => !isEdtf(date))).toEqual([]);
    expect(rows.filter((row) => backwards(row.since, row.until))).toEqual([]);
  });

  test('stays within the life of the body, and of former states', () => {
    const lives = (row: Membership): boolean => {
      const body = bodyOf.get(row.body);
      const state = states.find(({ id }) => id === row.member);
      const ends = [body?.dissolved, state?.until].filter((end) => end !== undefined);
      return (
        !backwards(body?.founded, row.since) &&
        ends.every(
          (end) =>
            row.until !== undefined && (dayRange(row.until)?.first ?? '') <= (dayRange(end)?.last ?? ''),
        )
      );
    };
    expect(rows.filter((row) => !lives(row)).map((row) => `${row.body} ${row.member}`)).toEqual([]);
  });

  test('has no two rows of membership of one member that overlap', () => {
    const full = rows.filter((row) => row.role === 'member' || row.role === 'founder');
    const clashes = full.filter((row, i) => {
      const before = full[i - 1];
      if (before?.body !== row.body || before.member !== row.member) return false;
      return before.until === undefined || !backwards(row.since, before.until);
    });
    expect(clashes).toEqual([]);
  });

  test.each([
    ['UN', '2024-01-01', 193],
    ['UN', '1946-01-01', 51],
    ['UNSC', '2019-06-01', 15],
    ['EU', '2020-01-31', 28],
    ['EU', '2020-02-01', 27],
    ['NATO', '2024-03-07', 32],
    ['ASEAN', '1999-04-30', 10],
    ['ASEAN', '2025-10-26', 11],
    ['SCO', '2024-07-04', 10],
    ['BRICS', '2025-02-01', 10],
    ['G20', '2023-09-09', 21],
    ['COE', '2023-01-01', 46],
    ['OSCE', '2024-01-01', 57],
    ['OECD', '2024-01-01', 38],
    ['COMMONWEALTH', '2024-01-01', 56],
    ['WTO', '2024-09-01', 166],
    ['ICC', '2025-02-01', 125],
    ['OIC', '2025-06-01', 57],
    ['AU', '2019-01-01', 55],
    ['LAS', '2011-11-15', 22],
    ['LAS', '2011-11-17', 21],
    ['ECOWAS', '2025-02-01', 11],
    ['OAS', '2012-01-01', 35],
    ['CELAC', '2015-01-01', 33],
  ])('%s had on %s %i members', (body, day, count) => {
    expect(membersOf(body, day)).toHaveLength(count);
  });
});

const folder = new URL('../../shared/relations/', import.meta.url);
const registers = existsSync(folder);
if (!registers)
  console.warn('skipped: comparison with the IGO membership registers, for want of ../shared/relations');

describe.skipIf(!registers)('IGO membership registers (skipped without ../shared)', () => {
  const Difference = z.object({
    body: z.string(),
    member: z.string(),
    ours: z.string(),
    theirs: z.string(),
    why: z.string(),
  });

  /** Bodies of the register by year, with our ids. Its `EC` is the European Council, no body of ours. */
  const BY_YEAR = codes(
    'ASEAN, APEC, BRICS, BIMSTEC, BSEC, CICA, CBSS, COCOM, CS=COMMONWEALTH, CSCE, EAS, FATF, ' +
      'FOCAC, FSB, G10, G15, G20, G7, GATT, GUAM, IBSA, IORARC=IORA, MTCR, NC=NORDIC-COUNCIL, NSG, ' +
      'AG=AUSTRALIA-GROUP, PIF, SADCC, UM=UFM, VG=V4',
  );
  /** Informal bodies whose members the other register lists as of 2017. */
  const IN_2017 = codes(
    'Normandy Format=NORMANDY, AC=ARCTIC-COUNCIL, AG=AUSTRALIA-GROUP, APT, ASEM, ' +
      'ADM-Plus=ADMM-PLUS, BASIC, BEAC, BRICS, CASCF, CELAC, EAS, FOCAC, FSB, G77, G10, G-15=G15, ' +
      'GL=LIMA-GROUP, IBSA, MIKTA, MTCR, NAM=NONALIGNED, NB8, NORDEFCO, NSG, PC=PARIS-CLUB, ' +
      'QSD=QUAD, SGF=G5-SAHEL, TCS=CHINA-JAPAN-KOREA, TSI=THREE-SEAS, V4, WA=WASSENAAR, ' +
      'WT=WEIMAR-TRIANGLE, MSG, CICA, G22/33/20=G20, QME=MIDEAST-QUARTET',
  );
  /** Codes of the registers that are not ISO's. */
  const CODES: Readonly<Record<string, string>> = { ALG: 'DZA', KOS: 'XKX' };
  /** Former states that the registers count under the code of the state that continues them. */
  const CONTINUED: Readonly<Record<string, string>> = { YUG: 'SRB', SCG: 'SRB', SUN: 'RUS', CSK: 'CZE' };

  type Years = Map<string, Set<number>>;

  test('agree with ours by year, but for the differences that disagreements.tsv explains', () => {
    const listed = table('disagreements', Difference);
    expect(listed.filter((row) => row.why.trim() === '')).toEqual([]);
    const found = registerYears().flatMap(([body, theirs]) => differences(body, theirs));
    const told = listed.map((row) => `${row.body} ${row.member}: ours ${row.ours}, theirs ${row.theirs}`);
    expect(found.sort()).toEqual(told.sort());
  });

  /** Years of full membership by member, for each body of the registers. */
  function registerYears(): [string, Years][] {
    const known = new Map<string, Years>();
    const add = (body: string | undefined, code: string, year: number): void => {
      if (body === undefined) return;
      const years: Years = known.get(body) ?? new Map();
      const member = CODES[code.trim()] ?? code.trim();
      known.set(body, years.set(member, (years.get(member) ?? new Set()).add(year)));
    };
    for (const [igo = '', state = '', , role, year] of cells('memberships-ios-migo.csv.gz'))
      if (role === '1') add(BY_YEAR.get(igo), state, Number(year));
    for (const [state = '', , igo = '', , , , year] of cells('memberships-ios-iigo.csv.gz'))
      add(IN_2017.get(igo), state, Number(year));
    return [...known];
  }

  function cells(file: string): string[][] {
    const text = gunzipSync(readFileSync(new URL(file, folder))).toString('utf8');
    const lines = text.trim().split('\n').slice(1);
    return lines.map((line) => line.replace('\r', '').split(','));
  }

  function differences(body: string, theirs: Years): string[] {
    const covered = coveredYears(body, theirs);
    const ours: Years = new Map();
    for (const member of new Set(rows.filter((row) => row.body === body).map((row) => row.member))) {
      const key = CONTINUED[member] ?? member;
      const years = ourYears(body, member).filter((year) => covered.has(year));
      if (stateIds.has(member)) ours.set(key, new Set([...(ours.get(key) ?? []), ...years]));
    }
    const members = [...new Set([...ours.keys(), ...theirs.keys()])].filter((id) => stateIds.has(id));
    return members.flatMap((member) => {
      const mine = told(ours.get(member) ?? []);
      const other = told([...(theirs.get(member) ?? [])].filter((year) => covered.has(year)));
      return mine === other ? [] : [`${body} ${member}: ours ${mine}, theirs ${other}`];
    });
  }

  /** The years of the register, from its first to its last by year and its list of 2017, in the life of the body. */
  function coveredYears(body: string, theirs: Years): Set<number> {
    const all = new Set([...theirs.values()].flatMap((years) => [...years]));
    const yearly = [...all].filter((year) => year !== 2017);
    for (let year = Math.min(...yearly); year < Math.max(...yearly); year++) all.add(year);
    const first = Number(bodyOf.get(body)?.founded?.slice(0, 4));
    const last = Number(bodyOf.get(body)?.dissolved?.slice(0, 4) ?? 9999);
    return new Set([...all].filter((year) => first <= year && year <= last));
  }

  /** Years with a day of membership, without those that a suspension fills. */
  function ourYears(body: string, member: string): number[] {
    const own = rows.filter((row) => row.body === body && row.member === member);
    const out = own.filter((row) => row.role === 'suspended');
    const full = own.filter((row) => row.role === 'member' || row.role === 'founder');
    const years = Array.from({ length: 2030 - 1900 }, (_, i) => 1900 + i);
    const holds = (row: Membership, year: number, margin: number): boolean =>
      Number(row.since?.slice(0, 4) ?? 0) + margin <= year &&
      year <= Number(row.until?.slice(0, 4) ?? 9999) - margin;
    return years.filter(
      (year) => full.some((row) => holds(row, year, 0)) && !out.some((row) => holds(row, year, 1)),
    );
  }

  /** `1970-1987 1997-2009 2017`, or `no`. */
  function told(years: Iterable<number>): string {
    const runs: [number, number][] = [];
    for (const year of [...years].sort((a, b) => a - b)) {
      const run = runs.at(-1);
      if (run !== undefined && run[1] === year - 1) run[1] = year;
      else runs.push([year, year]);
    }
    return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(' ') || 'no';
  }
});

/** `AG=AUSTRALIA-GROUP, APEC`: ids of a register with ours, where ours differ. */
function codes(list: string): ReadonlyMap<string, string> {
  return new Map(
    list.split(', ').map((pair) => {
      const [theirs = '', ours = theirs] = pair.split('=');
      return [theirs, ours];
    }),
  );
}

function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.has(value) || !seen.add(value));
}

function backwards(since: string | undefined, until: string | undefined): boolean {
  if (since === undefined || until === undefined) return false;
  return (dayRange(until)?.last ?? '') < (dayRange(since)?.first ?? '');
}
