import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { memberships } from '../src/gazetteer/memberships.js';
import { Body, BodyName, Membership, State, StateName } from '../src/gazetteer/schemas.js';
import { readTable } from '../src/gazetteer/table.js';
import { compareMemberships } from '../src/ledger/index.js';
import { dayRange, isEdtf } from '../src/record/index.js';

const Disagreement = z.object({
  body: z.string(),
  member: z.string(),
  ours: z.string(),
  theirs: z.string(),
  why: z.string(),
});

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

const registers = ['migo', 'iigo'].map((name) =>
  fileURLToPath(new URL(`../../shared/relations/memberships-ios-${name}.csv.gz`, import.meta.url)),
);
const there = registers.every((file) => existsSync(file));
if (!there)
  console.warn('skipped: comparison with the IGO membership registers, for want of ../shared/relations');

describe.skipIf(!there)('IGO membership registers (skipped without ../shared)', () => {
  test('agree with ours in 97 % of the member-years, and disagreements.tsv explains where not', async () => {
    const { both, covered, bodies: compared, disagreements } = await compareMemberships(registers);
    expect(compared.length).toBeGreaterThanOrEqual(40);
    expect(both / covered).toBeGreaterThanOrEqual(0.97);
    const found = disagreements.map(
      (row) => `${row.body} ${row.member}: ours ${row.ours}, theirs ${row.theirs}`,
    );
    // Rows on parties of a treaty (`ASEAN|CHN`) are of another comparison.
    const listed = table('disagreements', Disagreement).filter(({ body }) => !body.includes('|'));
    const explained = listed.map(
      (row) => `${row.body} ${row.member}: ours ${row.ours}, theirs ${row.theirs}`,
    );
    expect(found.sort()).toEqual(explained.sort());
    expect(disagreements.filter(({ why }) => why === undefined)).toEqual([]);
  });
});

function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.has(value) || !seen.add(value));
}

function backwards(since: string | undefined, until: string | undefined): boolean {
  if (since === undefined || until === undefined) return false;
  return (dayRange(until)?.last ?? '') < (dayRange(since)?.first ?? '');
}
