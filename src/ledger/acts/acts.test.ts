import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../test/ledger/arbitraries.js';
import { documentOf, eventOf, READER, refs } from '../../../test/ledger/examples.js';
import { temporaryFolder } from '../../../test/ledger/folder.js';
import { workshop } from '../../../test/ledger/sample.js';
import type { EventEntry } from '../../record/index.js';
import { groupActs, type Reading, reportedActs, withLedger } from '../index.js';

const { ledgerWith } = workshop(temporaryFolder());

let made = 0;
/** An entry of a document of its own. */
function told(own: Partial<EventEntry>, document = documentOf(`They met. ${made++}`)): EventEntry {
  const entry = eventOf(document, 'They met', own);
  if (entry.kind !== 'event') throw new Error('no event');
  return entry;
}

const accused = (date: string, own: Partial<EventEntry> = {}) =>
  told({ type: 'ACCUSE', source: refs('CHN'), recipient: refs('PHL'), date, ...own });

const spans = (entries: readonly EventEntry[]) =>
  groupActs(entries).acts.map(({ first, last, reports }) => [first, last, reports.length]);

describe('one act, told by several documents', () => {
  it.each<[string, readonly EventEntry[], readonly (readonly [string, string, number])[]]>([
    ['the same day', [accused('2012-04-10'), accused('2012-04-10')], [['2012-04-10', '2012-04-10', 2]]],
    ['three days apart', [accused('2012-04-13'), accused('2012-04-10')], [['2012-04-10', '2012-04-13', 2]]],
    [
      'four days apart are two',
      [accused('2012-04-10'), accused('2012-04-14')],
      [
        ['2012-04-10', '2012-04-10', 1],
        ['2012-04-14', '2012-04-14', 1],
      ],
    ],
    [
      'a chain does not run on: days 1, 3 and 5 are two acts',
      [accused('2012-04-05'), accused('2012-04-01'), accused('2012-04-03')],
      [
        ['2012-04-01', '2012-04-03', 2],
        ['2012-04-05', '2012-04-05', 1],
      ],
    ],
    [
      'across the end of a month',
      [accused('2012-02-28'), accused('2012-03-02')],
      [['2012-02-28', '2012-03-02', 2]],
    ],
    [
      'an organ acts for its state',
      [accused('2012-04-10'), accused('2012-04-11', { source: refs('CHN/GOV', 'CHN/MIL') })],
      [['2012-04-10', '2012-04-11', 2]],
    ],
    [
      'a time of a few days',
      [accused('2012-04-09/2012-04-12'), accused('2012-04-10')],
      [['2012-04-09', '2012-04-12', 2]],
    ],
    [
      'a month is joined with the same month only',
      [accused('2012-04'), accused('2012-04'), accused('2012-04-10'), accused('2012')],
      [
        ['2012-01-01', '2012-12-31', 1],
        ['2012-04-01', '2012-04-30', 2],
        ['2012-04-10', '2012-04-10', 1],
      ],
    ],
  ])('%s', (_, entries, expected) => {
    expect(spans(entries)).toEqual(expected);
  });

  it.each<[string, Partial<EventEntry>]>([
    ['type', { type: 'REJECT' }],
    ['source', { source: refs('VNM') }],
    ['another recipient beside', { recipient: refs('PHL', 'USA') }],
    ['the sides exchanged', { source: refs('PHL'), recipient: refs('CHN') }],
    ['a rebel of no state', { source: refs('-/REB') }],
    ['both sides as one', { source: refs('CHN', 'PHL'), recipient: [], symmetric: true }],
  ])('is another act: %s', (_, own) => {
    expect(groupActs([accused('2012-04-10'), accused('2012-04-10', own)]).acts).toHaveLength(2);
  });

  it('keeps a denial among its reports', () => {
    const [act] = groupActs([accused('2012-04-10'), accused('2012-04-11', { modality: 'denied' })]).acts;
    expect(act?.reports.map(({ date, modality }) => [date, modality])).toEqual([
      ['2012-04-10', 'asserted'],
      ['2012-04-11', 'denied'],
    ]);
  });

  it('does not guess: no date is apart, and nobody named is no reason to join', () => {
    const undated = accused('2012', { date: undefined });
    const nobody = { source: [], recipient: [], date: '2012-04-10' };
    const { acts, undated: apart } = groupActs([undated, told(nobody), told(nobody)]);
    expect(apart).toEqual([undated]);
    expect(acts).toHaveLength(2);
  });
});

/** Readings whose events often are about the same. */
const readings = fc.uniqueArray(
  readingOf().map(({ document, entries, reader }) => ({ document, entries, reader })),
  { maxLength: 5, selector: ({ document }) => document.id },
);
const alike = fc.array(
  fc.record({
    type: fc.constantFrom('ACCUSE' as const, 'CONSULT' as const),
    source: fc.subarray(['CHN', 'CHN/GOV', 'PHL', '-/REB']).map((ids) => refs(...ids)),
    recipient: fc.subarray(['PHL', 'ASEAN']).map((ids) => refs(...ids)),
    symmetric: fc.boolean(),
    modality: fc.constantFrom('asserted' as const, 'denied' as const),
    date: fc.option(
      fc.oneof(
        fc.integer({ min: 1, max: 12 }).map((day) => `2012-04-${String(day).padStart(2, '0')}`),
        fc.constantFrom('2012-04', '2012', '2012-04-02/2012-04-05', '2012-04-02/2012-04-06'),
      ),
      { nil: undefined },
    ),
  }),
  { minLength: 1, maxLength: 30 },
);

/** A document for each; every second one tells of two events. */
function readingsOf(drafts: readonly Partial<EventEntry>[]): Reading[] {
  return drafts.map((draft, i) => {
    const document = documentOf(`They met. ${made++}`);
    const twin = drafts[i + 1] ?? draft;
    const entries = [eventOf(document, 'They met', draft), eventOf(document, 'They met', twin)];
    const [one, other] = entries;
    return {
      document,
      entries: i % 2 === 1 || one?.id === other?.id ? entries.slice(0, 1) : entries,
      reader: READER,
    };
  });
}

const eventsOf = (all: readonly Reading[]) =>
  all.flatMap(({ entries }) => entries).filter((entry): entry is EventEntry => entry.kind === 'event');

describe('whatever was read, in whatever order', () => {
  const shuffled = alike.chain((drafts) => {
    const all = readingsOf(drafts);
    return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }));
  });

  it('the acts are the same', () => {
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(groupActs(eventsOf(other))).toEqual(groupActs(eventsOf(one)));
      }),
    );
  });

  it('no act has reports more than three days apart, and all dated entries are in one act', () => {
    fc.assert(
      fc.property(alike, (drafts) => {
        const entries = eventsOf(readingsOf(drafts));
        const { acts, undated } = groupActs(entries);
        const reported = acts.flatMap(({ reports }) => reports.map(({ entry }) => entry));
        expect([...reported, ...undated.map(({ id }) => id)].sort()).toEqual(
          entries.map(({ id }) => id).sort(),
        );
        for (const { precision, reports } of acts.filter((act) => act.precision === 'day')) {
          const days = reports.map(({ date }) => Date.parse(date.slice(0, 10)) / 86_400_000);
          expect([precision, Math.max(...days) - Math.min(...days) <= 3]).toEqual(['day', true]);
        }
      }),
    );
  });

  it('the ledger gives what the function gives', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, readings, async ([one, other], others) => {
        const forth = await ledgerWith([...one, ...others]);
        const back = await ledgerWith([...others.toReversed(), ...other]);
        const expected = groupActs(eventsOf([...one, ...others])).acts;
        for (const file of [forth, back])
          expect(await withLedger(file, 'read', (ledger) => reportedActs(ledger))).toEqual({
            total: expected.length,
            rows: expected,
          });
      }),
      { numRuns: 6 },
    );
  }, 120_000);
});

it('the ledger lists acts by party, type, time and modality', async () => {
  const quarrel = { type: 'ACCUSE', source: refs('CHN/GOV'), recipient: refs('PHL') } as const;
  const file = await ledgerWith([
    ...readingsOf([{ ...quarrel, date: '2012-04-10' }]),
    ...readingsOf([{ ...quarrel, source: refs('CHN'), date: '2012-04-12', modality: 'denied' }]),
    ...readingsOf([{ type: 'CONSULT', source: refs('CHN', 'PHL'), symmetric: true, date: '2013' }]),
  ]);
  const counted = (filter: Parameters<typeof reportedActs>[1]) =>
    withLedger(file, 'read', async (ledger) => {
      const { total, rows } = await reportedActs(ledger, filter);
      return [total, rows.length, rows[0]?.reports.length];
    });
  expect(await counted({ parties: ['PHL', 'CHN/MIL'] })).toEqual([2, 2, 2]);
  expect(await counted({ type: 'accuse' })).toEqual([1, 1, 2]);
  expect(await counted({ modality: 'asserted', type: 'ACCUSE' })).toEqual([1, 1, 1]);
  expect(await counted({ from: '2012-04-12', to: '2012-12-31' })).toEqual([1, 1, 2]);
  expect(await counted({ from: '2013-05-01', to: '2013-05-31' })).toEqual([1, 1, 1]);
  expect(await counted({ limit: 1, offset: 1 })).toEqual([2, 1, 1]);
  expect(await counted({ limit: 1, offset: 9 })).toEqual([2, 0, undefined]);
  expect(await counted({ parties: ['LAO'] })).toEqual([0, 0, undefined]);
});
