import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Body, Person, State } from '../src/gazetteer/schemas.js';
import { readTable } from '../src/gazetteer/table.js';
import { dayRange } from '../src/record/index.js';

const path = (name: string): URL => new URL(`../data/${name}`, import.meta.url);
const table = (name: string): string => readFileSync(path(name), 'utf8');

/** A term in days; the table tells what is known of it up to this one. */
const KNOWN_UNTIL = '2025-11-01';
const terms = readTable(table('persons.tsv'), Person, 'data/persons.tsv').map((row) => ({
  ...row,
  since: row.since === undefined ? undefined : dayRange(row.since),
  until: row.until === undefined ? { first: '9999-12-31', last: '9999-12-31' } : dayRange(row.until),
}));
type Term = (typeof terms)[number];

const FIVE = ['CHN', 'FRA', 'GBR', 'RUS', 'USA'];
const TWENTY = 'ARG AUS BRA CAN DEU IND IDN ITA JPN KOR MEX SAU ZAF TUR'.split(' ');
const ASEAN = 'BRN KHM LAO MYS MMR PHL SGP THA VNM TLS'.split(' ');
const REQUIRED = [...FIVE, ...TWENTY, ...ASEAN];
const BEGINS: Readonly<Record<string, string>> = { RUS: '1991-12-26', TLS: '2002-05-20' };

const GOVERNING = [
  ...['head of government', 'head of state and government'],
  ...['acting head of government', 'acting head of state and government'],
];
const SINGLE_HOLDER = [
  ...GOVERNING,
  ...['head of state', 'foreign minister', 'defence minister', 'national security adviser'],
  ...['vice president', 'party leader', 'supreme leader', 'secretary-general', 'high representative'],
];

describe('persons.tsv', () => {
  test('gives each term a beginning, an office and a source, and ends it after it begins', () => {
    const incomplete = terms.filter((row) => !row.since || !row.office || !row.source);
    expect(incomplete.map((row) => row.name)).toEqual([]);
    const backwards = terms.filter((row) => (row.until?.last ?? '') <= (row.since?.first ?? ''));
    expect(backwards.map((row) => row.name)).toEqual([]);
  });

  test('names parties that other tables know', () => {
    const states = readTable(table('states.tsv'), State, 'data/states.tsv').map((row) => row.id);
    const bodies = existsSync(path('bodies.tsv'))
      ? readTable(table('bodies.tsv'), Body, 'data/bodies.tsv').map((row) => row.id)
      : terms.map((row) => row.party.split('/')[0]);
    const known = new Set([...states, ...bodies]);
    const unknown = terms.filter((row) => !known.has(row.party.split('/')[0] ?? ''));
    expect([...new Set(unknown.map((row) => row.party))]).toEqual([]);
  });

  test('has one holder of an office at a time', () => {
    /** Overlaps of more than three days that did happen. */
    const HAPPENED = [
      'CIV/GOV head of state: Alassane Ouattara', // both claimed to have won the election of 2010-11-28
    ];
    const overlaps = byOffice(SINGLE_HOLDER).flatMap((group) =>
      group.flatMap((term, i) => {
        const before = group[i - 1];
        return before && daysBetween(term.since?.last, before.until?.first) > 3
          ? [`${term.party} ${term.office}: ${term.name}`]
          : [];
      }),
    );
    expect(overlaps).toEqual(HAPPENED);
  });

  test.each(REQUIRED)('says who has governed %s since 1990', (state) => {
    /** Times in which nobody in the table governed. */
    const EXPLAINED: Readonly<Record<string, readonly string[]>> = {
      MMR: ['2021-02-01/2021-08-01'], // the State Administration Council, which has a row of its own
      THA: ['2014-05-22/2014-08-24'], // the National Council for Peace and Order, likewise
    };
    expect(gaps(state, GOVERNING, 60)).toEqual(EXPLAINED[state] ?? []);
  });

  test.each(REQUIRED)('says who has led the diplomacy of %s since 1990', (state) => {
    /** Vacancies, and months of which we do not know who held the office. */
    const EXPLAINED: Readonly<Record<string, readonly string[]>> = {
      IND: ['1991-02-20/1991-06-21'], // not known to us
      MMR: ['1990-01-01/1991-01-01'], // not known to us
      THA: ['2014-05-22/2014-08-30'], // run by the permanent secretary after the coup
      TLS: ['2007-05-31/2007-08-08'], // not known to us
    };
    expect(gaps(state, ['foreign minister'], 61)).toEqual(EXPLAINED[state] ?? []);
  });

  test.each(['UN', 'NATO', 'ASEAN'])('says who has been Secretary-General of %s since 1990', (body) => {
    // Between Wörner's death and Claes, and between Claes and Solana, a deputy stood in at NATO.
    const vacant = body === 'NATO' ? ['1994-08-13/1994-10-17'] : [];
    expect(gaps(body, ['secretary-general'], 60)).toEqual(vacant);
  });

  test('has no form for persons of different parties at one time', () => {
    /** One person in two offices: foreign minister and head of NATO or president of the General Assembly. */
    const SAME_PERSON = ['Han Seung Soo', 'Han Seung-soo', 'Javier Solana', 'Solana'];
    const owners = new Map<string, Term[]>();
    for (const term of terms)
      for (const form of [term.name, ...term.forms]) owners.set(form, [...(owners.get(form) ?? []), term]);
    const shared = [...owners].filter(([, of]) =>
      of.some((a) => of.some((b) => a.party < b.party && meet(a, b))),
    );
    expect(shared.map(([form]) => form).sort()).toEqual(SAME_PERSON);
  });

  test.each([
    ['Xi', '2015-06-01', 'Xi Jinping'],
    ['President Bush', '1991-06-01', 'George H. W. Bush'],
    ['President Bush', '2003-06-01', 'George W. Bush'],
    ['Abe Shinzo', '2014-06-01', 'Shinzo Abe'],
    ['Merkel', '2010-06-01', 'Angela Merkel'],
    ['Foreign Minister Wang', '2019-06-01', 'Wang Yi'],
    ['Erdogan', '2020-06-01', 'Recep Tayyip Erdoğan'],
  ])('%s on %s is %s', (form, day, name) => {
    const holders = terms.filter(
      (row) =>
        [row.name, ...row.forms].includes(form) &&
        (row.since?.first ?? '') <= day &&
        day <= (row.until?.last ?? ''),
    );
    expect([...new Set(holders.map((row) => row.name))]).toEqual([name]);
  });

  test('keeps surnames that many share out of the bare forms', () => {
    const common = ['Kim', 'Lee', 'Brown', 'Bush', 'Singh', 'Li', 'Wang', 'May', 'Park', 'Smith', 'Ban'];
    expect(common.filter((name) => terms.some((row) => row.forms.includes(name)))).toEqual([]);
  });
});

function byOffice(offices: readonly string[]): Term[][] {
  const groups = new Map<string, Term[]>();
  for (const term of terms.filter((row) => offices.includes(row.office ?? ''))) {
    const key = `${term.party} ${term.office}`;
    groups.set(key, [...(groups.get(key) ?? []), term]);
  }
  return [...groups.values()].map((group) => group.sort(byBeginning));
}

/** Stretches of more than `most` days in which nobody held one of the offices, as `FROM/TO`. */
function gaps(owner: string, offices: readonly string[], most: number): readonly string[] {
  const held = terms
    .filter((row) => row.party === `${owner}/GOV` && offices.includes(row.office ?? ''))
    .sort(byBeginning);
  const found: string[] = [];
  let covered = BEGINS[owner] ?? '1990-01-01';
  for (const { since, until } of held) {
    const from = since?.first ?? '';
    if (daysBetween(covered, from) > most) found.push(`${covered}/${from}`);
    if ((until?.last ?? '') > covered) covered = until?.last ?? covered;
  }
  return covered < KNOWN_UNTIL ? [...found, `${covered}/${KNOWN_UNTIL}`] : found;
}

function meet(a: Term, b: Term): boolean {
  return (
    (a.since?.first ?? '') < (b.until?.last ?? '') &&
    (b.since?.first ?? '') < (a.until?.last ?? '') &&
    a.name !== ''
  );
}

function byBeginning(a: Term, b: Term): number {
  return (a.since?.first ?? '') < (b.since?.first ?? '') ? -1 : 1;
}

function daysBetween(from: string | undefined, to: string | undefined): number {
  return (Date.parse(to ?? '') - Date.parse(from ?? '')) / 86_400_000;
}
