import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compareTies } from '../bench/ties/compare.js';
import { loadGazetteer, loadRegister, type RegisteredStep, readTable } from '../src/gazetteer/index.js';
import { dayRange } from '../src/record/index.js';

const { steps, ladders, through } = loadRegister();
const { parties, instruments } = loadGazetteer();
const key = ({ tie, parties: of, name }: RegisteredStep) => [tie, ...of, name ?? ''].join(' ');
const histories = new Map<string, RegisteredStep[]>();
for (const step of steps) histories.set(key(step), [...(histories.get(key(step)) ?? []), step]);

describe('ties.tsv', () => {
  test('has at least 400 partnerships, alliances and trade agreements, each of its kinds many', () => {
    expect(histories.size).toBeGreaterThanOrEqual(700);
    const of = (kind: RegisteredStep['tie']) =>
      [...histories.values()].filter(([first]) => first?.tie === kind).length;
    expect(of('partnership')).toBeGreaterThanOrEqual(300);
    expect(of('agreement')).toBeGreaterThanOrEqual(300);
    expect(of('alliance')).toBeGreaterThanOrEqual(80);
  });

  test('names parties and instruments that we know, each row once', () => {
    expect(steps.filter((row) => row.parties.some((party) => !parties.has(party)))).toEqual([]);
    expect(steps.filter((row) => new Set(row.parties).size < row.parties.length)).toEqual([]);
    expect(steps.filter((row) => row.parties.join() !== [...row.parties].sort().join())).toEqual([]);
    expect(
      steps.filter(({ instrument }) => instrument !== undefined && !instruments.has(instrument)),
    ).toEqual([]);
    const told = steps.map((row) => [key(row), row.step, row.date, row.grade?.written].join(' '));
    expect(told.filter((row, i) => told.indexOf(row) < i)).toEqual([]);
  });

  test('gives each row a source with a date, from 1945 until the day of the tables', () => {
    expect(steps.filter(({ source }) => source.trim().length < 12)).toEqual([]);
    const days = steps.map(({ date }) => dayRange(date));
    expect(
      days.filter((range) => range === undefined || range.first < '1945' || range.last > through),
    ).toEqual(
      // Of a year that is not over, only its beginning is certain.
      days.filter((range) => range !== undefined && range.last > through && range.first <= through),
    );
  });

  test('tells steps in order of time, and raises or ends nothing that was not there', () => {
    const order = (rows: readonly RegisteredStep[]) =>
      rows.every(
        (row, i) => (dayRange(rows[i - 1]?.date ?? '1000')?.first ?? '') <= (dayRange(row.date)?.last ?? ''),
      );
    const wrong = [...histories.values()].filter(
      (rows) => !order(rows) || ['raised', 'downgraded', 'suspended', 'ended'].includes(rows[0]?.step ?? ''),
    );
    // Closer Economic Relations were applied from the first day of the year in which they were signed.
    // Two rows are of some of the parties alone, whose treaty stands above with all.
    expect(wrong.map(([first]) => first?.name)).toEqual([
      'ANZUS Treaty',
      'Closer Economic Relations',
      'CIS Free Trade Agreement',
    ]);
  });

  test('says of whom a tie ends, and until when a step is certain, only where that can be', () => {
    expect(
      steps.filter(({ leaving, parties: of, step }) =>
        leaving.some((party) => !of.includes(party) || step !== 'ended'),
      ),
    ).toEqual([]);
    const days = (date: string | undefined) => dayRange(date ?? '9999')?.last ?? '';
    expect(steps.filter(({ last, date }) => days(last) < days(date).slice(0, 4))).toEqual([]);
  });

  test('partnerships have a grade, treaties a name', () => {
    expect(steps.filter(({ tie, grade }) => (tie === 'partnership') !== (grade !== undefined))).toEqual([]);
    expect(steps.filter(({ tie, name }) => tie !== 'partnership' && name === undefined)).toEqual([]);
  });

  test('a raised grade stands higher on the ladder of a party that ranks both', () => {
    const lower = [...histories.values()].flatMap((rows) =>
      rows.flatMap((row, i) => {
        const before = rows[i - 1];
        if (row.step !== 'raised' || before?.grade === undefined || row.grade === undefined) return [];
        const [from, to] = [before.grade.written, row.grade.written];
        const fell = row.parties.filter((party) => {
          const [a, b] = [ladders.rank(from, party), ladders.rank(to, party)];
          return a !== undefined && b !== undefined && b < a;
        });
        return fell.map((party) => `${party}: ${from} → ${to} (${row.parties.join(' ')})`);
      }),
    );
    expect(lower).toEqual([]);
  });

  test('dates treaties as instruments.tsv does', () => {
    const differ = steps.filter(({ instrument, step, date, tie }) => {
      const own = instruments.get(instrument ?? '');
      if (own === undefined || tie === 'partnership') return false;
      return (step === 'announced' && own.signed !== date) || (step === 'in-force' && own.inForce !== date);
    });
    expect(differ).toEqual([]);
  });
});

const folder = new URL('../../shared/relations/', import.meta.url);
const there = existsSync(folder);
if (!there) console.warn('skipped: comparison of ties with registers, for want of ../shared/relations');

describe.skipIf(!there)('registers of agreements and alliances (skipped without ../shared)', () => {
  test('agree with ours, but for the differences that disagreements.tsv explains', {
    timeout: 120_000,
  }, () => {
    const { agreements, alliances, differences } = compareTies(folder);
    const share = ({ agreeing, dates }: { agreeing: number; dates: number }) => agreeing / dates;
    expect(share(agreements.desta)).toBeGreaterThan(0.93);
    expect(share(agreements.huggo)).toBeGreaterThan(0.93);
    expect(alliances.agreeing / alliances.years).toBeGreaterThan(0.97);
    const Explained = z.object(
      Object.fromEntries(['body', 'member', 'ours', 'theirs', 'why'].map((name) => [name, z.string()])),
    );
    const text = readFileSync(new URL('../data/disagreements.tsv', import.meta.url), 'utf8');
    const listed = readTable(text, Explained, 'disagreements.tsv').filter((row) => row.body?.includes('|'));
    expect(listed.filter(({ why }) => (why ?? '').length < 10)).toEqual([]);
    expect(differences.map((d) => [d.parties, d.what, d.ours, d.theirs].join(' — ')).sort()).toEqual(
      listed.map((row) => [row.body, row.member, row.ours, row.theirs].join(' — ')).sort(),
    );
  });
});
