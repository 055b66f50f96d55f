import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { loadGazetteer, type Membership, packageData, readTable, readTables } from '../../gazetteer/index.js';
import { loadCodes } from './codes.js';
import { readRegister } from './read.js';
import { sortedByKey, spellsOf } from './spells.js';
import { registerColumns } from './table.js';
import type { RegisterFormat, RegisterTie } from './types.js';

/** Years of membership of one member in which our table and the registers differ. */
export interface Disagreement {
  readonly body: string;
  readonly member: string;
  /** `1970-1987 1997-2009`, or `no`. */
  readonly ours: string;
  readonly theirs: string;
  /** From data/disagreements.tsv, where it stands with the same years. */
  readonly why?: string;
}

export interface Comparison {
  /** Bodies that both cover. */
  readonly bodies: readonly string[];
  /** Member-years that both have, and that at least one has. */
  readonly both: number;
  readonly either: number;
  /** Those of `either` in which the registers cover the state, too; of the others they say neither yes nor no. */
  readonly covered: number;
  readonly disagreements: readonly Disagreement[];
  /** Rows of the registers. */
  readonly rows: number;
}

/** Full members by id, each with its years. */
type Years = Map<string, Set<number>>;

const Explanation = z.object({
  body: z.string(),
  member: z.string(),
  ours: z.string(),
  theirs: z.string(),
  why: z.string(),
});

/**
 * Compares our memberships with registers of memberships (migo, iigo), for bodies that both have and years that both cover:
 * those from the register's first of the body to its last, and the year of its list, in the life of the body. A year counts
 * when one day of it does; a former state counts as the one under whose code the registers go on.
 *
 * @param files CSV, plain or gzipped
 * @throws EntenteError `input`, `data`
 */
export async function compareMemberships(
  files: readonly string[],
  dirs: readonly string[] = [],
): Promise<Comparison> {
  const gazetteer = loadGazetteer({ dirs });
  const codes = loadCodes(gazetteer, dirs);
  const tables = readTables(dirs);
  const theirs = new Map<string, Theirs>();
  const states: StateCoverage = { yearly: new Map(), listed: new Map() };
  let rows = 0;
  for (const file of files) {
    const format = await formatOf(file);
    const register = await readRegister(format, file, codes);
    rows += register.rows;
    const how = format === 'migo' ? 'yearly' : 'listed';
    for (const [party, { first, last }] of register.states ?? [])
      for (let year = first; year <= last; year++) yearsIn(states[how], codes.continued(party)).add(year);
    for (const tie of register.ties) addTie(theirs, tie, how, codes.continued);
  }
  const explanations = readTable(
    readFileSync(path.join(packageData(), 'disagreements.tsv'), 'utf8'),
    Explanation,
    'data/disagreements.tsv',
  );
  const whyOf = new Map(explanations.map((row) => [keyOf(row), row.why]));
  let [both, either, covering] = [0, 0, 0];
  const bodies: string[] = [];
  const disagreements: Disagreement[] = [];
  for (const [body, told] of sortedByKey(theirs)) {
    const own = tables.memberships.filter(
      ({ body: of, member }) => of === body && gazetteer.parties.get(member)?.kind === 'state',
    );
    const { since, until } = gazetteer.parties.get(body) ?? {};
    const covered = coveredYears(told, since, until);
    if (own.length === 0 || covered.size === 0) continue;
    bodies.push(body);
    const ours = ourYears(own, codes.continued, covered);
    for (const member of [...new Set([...ours.keys(), ...told.members.keys()])].sort()) {
      const mine = ours.get(member) ?? new Set<number>();
      const other = new Set([...(told.members.get(member) ?? [])].filter((year) => covered.has(year)));
      const all = new Set([...mine, ...other]);
      const shared = [...mine].filter((year) => other.has(year)).length;
      const counted = (year: number) =>
        other.has(year) ||
        (told.yearly.has(year) && states.yearly.get(member)?.has(year)) ||
        (told.listed.has(year) && states.listed.get(member)?.has(year));
      both += shared;
      either += all.size;
      covering += [...all].filter(counted).length;
      if (shared === all.size) continue;
      const found = { body, member, ours: yearsText(mine), theirs: yearsText(other) };
      const why = whyOf.get(keyOf(found));
      disagreements.push({ ...found, ...(why !== undefined && { why }) });
    }
  }
  return { bodies, both, either, covered: covering, disagreements, rows };
}

/** What the registers have of one body. */
interface Theirs {
  readonly members: Years;
  /** Years that they tell one by one, and years of a list. */
  readonly yearly: Set<number>;
  readonly listed: Set<number>;
}

/** The years for which the registers cover a state at all. */
interface StateCoverage {
  readonly yearly: Years;
  readonly listed: Years;
}

function addTie(
  theirs: Map<string, Theirs>,
  tie: RegisterTie,
  how: 'yearly' | 'listed',
  continued: (party: string) => string,
): void {
  const [member, body] = tie.parties;
  const years = yearsOf(tie);
  if (!member || !body || member.role !== 'member' || years.length === 0) return;
  const known = theirs.get(body.party) ?? { members: new Map(), yearly: new Set(), listed: new Set() };
  theirs.set(body.party, known);
  const own = yearsIn(known.members, continued(member.party));
  for (const year of years) {
    own.add(year);
    known[how].add(year);
  }
}

function yearsIn(years: Years, id: string): Set<number> {
  const own = years.get(id) ?? new Set();
  years.set(id, own);
  return own;
}

function keyOf(row: { body: string; member: string; ours: string; theirs: string }): string {
  return [row.body, row.member, row.ours, row.theirs].join('\t');
}

/** Migo counts kinds of membership by year; whatever else is iigo, or an error that names the columns. */
async function formatOf(file: string): Promise<RegisterFormat> {
  return (await registerColumns(file)).includes('membership') ? 'migo' : 'iigo';
}

/** Years that a spell fills; none where it is only known to lie within an interval. */
function yearsOf({ since, until, coverage }: RegisterTie): number[] {
  if (since?.includes('/')) return [];
  const [first, last] = [Number(since ?? coverage.since), Number(until ?? coverage.until)];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** From the first year that is told to the last, and the year of the list, in the life of the body. */
function coveredYears(
  { yearly, listed }: Theirs,
  founded: string | undefined,
  dissolved: string | undefined,
): Set<number> {
  const all = new Set([...yearly, ...listed]);
  for (let year = Math.min(...yearly); year < Math.max(...yearly); year++) all.add(year);
  const first = Number(founded?.slice(0, 4) ?? 0);
  const last = Number(dissolved?.slice(0, 4) ?? 9999);
  return new Set([...all].filter((year) => first <= year && year <= last));
}

/** Years with a day of full membership, without those that a suspension fills. */
function ourYears(
  rows: readonly Membership[],
  continued: (party: string) => string,
  covered: ReadonlySet<number>,
): Years {
  const years: Years = new Map();
  const holds = ({ since, until }: Membership, year: number, margin: number) =>
    Number(since?.slice(0, 4) ?? 0) + margin <= year && year <= Number(until?.slice(0, 4) ?? 9999) - margin;
  for (const row of rows) {
    if (row.role !== 'member' && row.role !== 'founder') continue;
    const out = rows.filter(({ role, member }) => role === 'suspended' && member === row.member);
    const id = continued(row.member);
    const own = years.get(id) ?? new Set();
    for (const year of covered)
      if (holds(row, year, 0) && !out.some((suspension) => holds(suspension, year, 1))) own.add(year);
    if (own.size > 0) years.set(id, own);
  }
  return years;
}

/** `1970-1987 1997-2009 2017`, or `no`. */
function yearsText(years: ReadonlySet<number>): string {
  const spells = spellsOf(new Map([...years].map((year) => [year, ''])));
  return (
    spells.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(' ') || 'no'
  );
}
