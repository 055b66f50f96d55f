import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentOf, eventOf, READER, refs } from '../../../test/ledger/examples.js';
import { temporaryFolder } from '../../../test/ledger/folder.js';
import { reading, report } from '../../../test/ledger/talks.js';
import { type EntryFilter, openLedger, withLedger } from '../index.js';

const folder = temporaryFolder();
let made = 0;
const freshFile = () => path.join(folder, `${made++}.duckdb`);

describe('lists', () => {
  const visit = documentOf('Visit. USA/GOV met EU. Rebels fired.', { title: 'Visits', delivered: '2019-05' });
  const more = [
    eventOf(visit, 'USA/GOV met EU', { source: refs('USA/GOV'), recipient: refs('EU'), date: '1999' }),
    eventOf(visit, 'Rebels fired', { source: refs('-/REB'), type: 'ASSAULT', speaker: 'USA' }),
  ];
  const file = freshFile();
  const filled = withLedger(file, 'write', (ledger) =>
    ledger.store([reading, { document: visit, entries: more, reader: READER }]),
  );
  const list = async (filter: EntryFilter) => {
    await filled;
    const { total, rows } = await withLedger(file, 'read', (ledger) => ledger.entries(filter));
    return { total, exact: rows.map((row) => row.exact[0]) };
  };

  it.each([
    ['kind', { kind: 'tie' }, ['China and Viet Nam']],
    ['party, in any part', { parties: ['CHN'], kind: 'claim' }, ['Trade reached 100 billion']],
    ['party below', { parties: ['USA'] }, ['USA/GOV met EU', 'Rebels fired', 'Trade reached 100 billion']],
    ['organ', { parties: ['USA/GOV'] }, ['USA/GOV met EU']],
    ['two parties', { parties: ['USA', 'EU'] }, ['USA/GOV met EU']],
    ['group', { parties: ['-/REB'] }, ['Rebels fired']],
    ['no such party', { parties: ['US'] }, []],
    ['type', { type: 'assault' }, ['Rebels fired']],
    ['quantity', { type: 'trade' }, ['Trade reached 100 billion']],
    ['modality', { modality: 'alleged' }, ['Trade reached 100 billion']],
    ['own day', { to: '2008' }, ['USA/GOV met EU', 'China and Viet Nam']],
    ['day of the document', { from: '2019-05-20', to: '2019-05-20' }, ['Rebels fired']],
    ['document', { document: visit.id.slice(0, 10), kind: 'event' }, ['USA/GOV met EU', 'Rebels fired']],
    ['part of a list', { kind: 'event', limit: 1, offset: 1 }, ['Rebels fired']],
  ] as [string, EntryFilter, string[]][])('by %s', async (_, filter, exact) => {
    expect((await list(filter)).exact).toEqual(exact);
  });

  it('tells how many there are in all', async () => {
    expect(await list({ kind: 'event', limit: 1, offset: 9 })).toEqual({ total: 3, exact: [] });
  });

  it.each([
    ['a broken date', { from: '2021-13' }, 'usage', "'2021-13' is not a date"],
    ['a document that is not there', { document: 'ffff' }, 'not-found', 'ffff'],
    ['an empty id', { document: '' }, 'not-found', ''],
    ['a negative limit', { limit: -1 }, 'usage', 'limit -1'],
  ])('refuses %s', async (_, filter, code, message) => {
    await expect(list(filter)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  it('searches documents', async () => {
    await filled;
    const found = (search?: string) =>
      withLedger(file, 'read', async (ledger) =>
        (await ledger.documents({ search })).rows.map(({ title }) => title),
      );
    expect(await found()).toEqual(['Visits', 'Talks in Hanoi']);
    expect(await found('TARIFFS talks')).toEqual(['Talks in Hanoi']);
    expect(await found('tariffs rebels')).toEqual([]);
    expect(await found("100% 'quoted'")).toEqual([]);
  });

  it('counts parties, at state level too', async () => {
    await filled;
    const ledger = await openLedger(file, { mode: 'write' });
    await ledger.putParties([{ id: 'CHN', kind: 'state', name: 'China', aliases: [{ form: 'PRC' }] }], []);
    const parties = await ledger.parties();
    expect(parties.map(({ party, entries: count }) => [party.id, count])).toEqual([
      ...[
        ['CHN', 4],
        ['USA', 3],
        ['VNM', 4],
        ['-/REB', 1],
        ['CHN/GOV', 1],
        ['EU', 1],
        ['USA/GOV', 1],
        ['VNM/GOV', 1],
      ].toSorted(([a, n], [b, m]) => Number(m) - Number(n) || (String(a) < String(b) ? -1 : 1)),
    ]);
    expect(parties[0]?.party).toEqual({
      id: 'CHN',
      kind: 'state',
      name: 'China',
      aliases: [{ form: 'PRC' }],
    });
    expect((await ledger.parties('prc')).map(({ party }) => party.id)).toEqual(['CHN']);
    expect(await ledger.counterparts('CHN')).toEqual([{ party: 'VNM', entries: 3 }]);
    expect(await ledger.counterparts('USA')).toEqual([{ party: 'EU', entries: 1 }]);
    expect(await ledger.totals()).toEqual({
      documents: 2,
      codePoints: [...report.text].length + visit.text.length,
      entries: { event: 3, tie: 1, commitment: 1, claim: 1, measure: 1 },
    });
    await ledger.close();
  });

  it('finds by the beginning of an id', async () => {
    await filled;
    const ledger = await openLedger(file, { mode: 'read' });
    const id = more[0]?.id ?? '';
    expect((await ledger.entry(id.slice(0, 8)))?.entry.id).toBe(id);
    expect(await ledger.entry('0'.repeat(32))).toBeUndefined();
    expect((await ledger.document(visit.id.slice(0, 8)))?.title).toBe('Visits');
    expect(await ledger.document('no id')).toBeUndefined();
    const many = Array.from({ length: 16 }, (_, i) => documentOf(`Text ${i}.`));
    const prefix = many.map(({ id }) => id[0] ?? '').find((digit, i, all) => all.indexOf(digit) < i) ?? '';
    await withLedger(freshFile(), 'write', async (other) => {
      await other.store(many.map((document) => ({ document, entries: [], reader: READER })));
      await expect(other.document(prefix)).rejects.toMatchObject({ code: 'usage' });
    });
    await ledger.close();
  });
});
