import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf, eventOf, READER, refs } from '../../../test/ledger/examples.js';
import { temporaryFolder } from '../../../test/ledger/folder.js';
import { workshop } from '../../../test/ledger/sample.js';
import type { EventEntry } from '../../record/index.js';
import { type CountOptions, countEvents, groupActs, type Reading, withLedger } from '../index.js';

const { ledgerWith } = workshop(temporaryFolder());

/** One event in each document. */
function readingsOf(drafts: readonly (Partial<EventEntry> & { readonly published?: string })[]): Reading[] {
  return drafts.map(({ published, ...own }, i) => {
    const document = documentOf(`They met. ${i}`, published === undefined ? {} : { published });
    return { document, entries: [eventOf(document, 'They met', own)], reader: READER };
  });
}

const accuse = { type: 'ACCUSE', source: refs('CHN'), recipient: refs('PHL'), quad: 3 } as const;
const meet = { type: 'CONSULT', source: refs('JPN', 'IND', 'AUS/GOV'), symmetric: true } as const;

const file = await ledgerWith(
  readingsOf([
    { ...accuse, date: '2012-04-29', published: '2012-04-30' },
    { ...accuse, date: '2012-05-01', published: '2012-05-01' },
    { ...accuse, source: refs('CHN/GOV'), date: '2012-05-02', published: '2012-05-02' },
    { ...accuse, source: refs('PHL'), recipient: refs('CHN'), date: '2012-05-02', published: '2012-05-03' },
    { ...accuse, date: '2012-05', published: '2012-05' },
    { ...accuse, date: '2012', published: '2013-01-01' },
    { ...accuse },
    { ...accuse, date: '2012-05-02', modality: 'denied', published: '2012-05-02' },
    { ...meet, date: '2013-06-01', published: '2013-06-02' },
    { type: 'CONSULT', source: refs('JPN'), recipient: [], date: '2013-06-01' },
    {
      ...accuse,
      type: 'COERCE',
      quad: 4,
      source: refs('AFG/GOV'),
      recipient: refs('AFG/CVL'),
      date: '2013-07-01',
    },
  ]),
);
const counts = (options: CountOptions) => withLedger(file, 'read', (ledger) => countEvents(ledger, options));

describe('events, acts and documents', () => {
  it('by dyad and month: an act stands in the month of its first report, undated ones apart', async () => {
    const { rows, totals } = await counts({ parties: ['CHN'] });
    const dyad = { party: 'CHN', other: 'PHL' };
    expect(rows).toEqual([
      { ...dyad, month: '2012-04', dated: 'yes', events: 1, acts: 1, documents: 1, read: 1 },
      { ...dyad, month: '2012-05', dated: 'yes', events: 4, acts: 2, documents: 4, read: 5 },
      { ...dyad, dated: 'coarser', events: 1, acts: 1, documents: 1 },
      { ...dyad, dated: 'no', events: 1, documents: 1 },
    ]);
    expect(totals).toEqual([
      { dated: 'yes', events: 5, acts: 3, documents: 5 },
      { dated: 'coarser', events: 1, acts: 1, documents: 1 },
      { dated: 'no', events: 1, documents: 1 },
    ]);
  });

  it('by dyad: each pair of those who met, a state with itself, and one whose counterpart is not named', async () => {
    const { rows, totals, read } = await counts({ by: ['dyad'], from: '2013-01-01', to: '2013-12-31' });
    expect(rows.filter(({ dated }) => dated === 'yes')).toEqual([
      { party: 'AFG', other: 'AFG', dated: 'yes', events: 1, acts: 1, documents: 1, read: 2 },
      { party: 'AUS', other: 'IND', dated: 'yes', events: 1, acts: 1, documents: 1, read: 2 },
      { party: 'AUS', other: 'JPN', dated: 'yes', events: 1, acts: 1, documents: 1, read: 2 },
      { party: 'IND', other: 'JPN', dated: 'yes', events: 1, acts: 1, documents: 1, read: 2 },
      { party: 'JPN', dated: 'yes', events: 1, acts: 1, documents: 1, read: 2 },
    ]);
    expect(totals[0]).toEqual({ dated: 'yes', events: 3, acts: 3, documents: 3 });
    expect(read).toEqual([
      { dated: 'yes', documents: 2 },
      { dated: 'no', documents: 3 },
    ]);
  });

  it('by source and recipient: who met stands on both sides', async () => {
    const { rows } = await counts({ by: ['source', 'recipient'], type: 'consult', parties: ['AUS', 'IND'] });
    expect(rows.map(({ source, recipient, events }) => [source, recipient, events])).toEqual([
      ['AUS', 'IND', 1],
      ['IND', 'AUS', 1],
    ]);
  });

  it('parties asked for stand in the pair, also in the totals', async () => {
    const { rows, totals } = await counts({ by: ['dyad'], parties: ['JPN', 'AUS/GOV'] });
    expect(rows.map(({ party, other, events }) => [party, other, events])).toEqual([['AUS', 'JPN', 1]]);
    expect(totals).toEqual([{ dated: 'yes', events: 1, acts: 1, documents: 1 }]);
    expect((await counts({ by: ['dyad'], parties: ['CHN', 'JPN'] })).totals).toEqual([]);
  });

  it('by type, quad and year', async () => {
    const { rows } = await counts({ by: ['year', 'quad', 'type'] });
    expect(
      rows.map(({ year, quad, type, events, acts, read }) => [year, quad, type, events, acts, read]),
    ).toEqual([
      ['2012', 3, 'ACCUSE', 6, 4, 6],
      ['2013', 1, 'CONSULT', 2, 2, 2],
      ['2013', 4, 'COERCE', 1, 1, 2],
      [undefined, 3, 'ACCUSE', 1, undefined, undefined],
    ]);
  });

  it('keeps to the time; what may lie outside it is apart', async () => {
    const { rows } = await counts({ by: ['type'], type: 'ACCUSE', from: '2012-05-02', to: '2012-05-31' });
    expect(rows).toEqual([
      { type: 'ACCUSE', dated: 'yes', events: 2, acts: 1, documents: 2, read: 3 },
      { type: 'ACCUSE', dated: 'coarser', events: 2, acts: 2, documents: 2 },
      { type: 'ACCUSE', dated: 'no', events: 1, documents: 1 },
    ]);
  });

  it('takes what is asserted unless asked otherwise', async () => {
    const events = async (modality: CountOptions['modality']) =>
      (await counts({ by: [], modality })).totals.map((row) => row.events);
    expect(await events(undefined)).toEqual([9, 1]);
    expect(await events('denied')).toEqual([1]);
    expect(await events('any')).toEqual([10, 1]);
    expect(await events('alleged')).toEqual([]);
  });

  it('refuses a grouping given twice', async () => {
    await expect(counts({ by: ['month', 'month'] })).rejects.toMatchObject({
      code: 'usage',
      message: "'month' is given twice",
    });
  });
});

it('more documents on the same acts are more events, and no more acts, in any order', async () => {
  const draft = fc.record({
    ...{
      source: fc.constantFrom(refs('CHN'), refs('USA')),
      recipient: fc.constantFrom(refs('PHL'), refs('VNM')),
    },
    date: fc.integer({ min: 10, max: 28 }).map((day) => `2012-04-${day}`),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(draft, { minLength: 1, maxLength: 12 }), async (drafts) => {
      const once = readingsOf(drafts.map((own) => ({ ...accuse, ...own })));
      const twice = readingsOf([...drafts, ...drafts].map((own) => ({ ...accuse, ...own })));
      const acts = groupActs(once.flatMap(({ entries }) => entries as EventEntry[])).acts.length;
      const counted = async (readings: readonly Reading[]) =>
        withLedger(await ledgerWith(readings), 'read', (ledger) => countEvents(ledger));
      const one = await counted(once);
      const two = await counted(twice.toReversed());
      expect(one.totals).toEqual([{ dated: 'yes', events: once.length, acts, documents: once.length }]);
      expect(two.totals).toEqual([{ dated: 'yes', events: twice.length, acts, documents: twice.length }]);
      expect(two.rows.map((row) => row.acts)).toEqual(one.rows.map((row) => row.acts));
      expect(one.rows.reduce((sum, row) => sum + (row.acts ?? 0), 0)).toBe(acts);
    }),
    { numRuns: 4 },
  );
}, 120_000);
