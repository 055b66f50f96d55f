import path from 'node:path';
import { expect, it } from 'vitest';
import { documentOf, eventOf, READER, refs, tieOf } from '../../../test/ledger/examples.js';
import { temporaryFolder } from '../../../test/ledger/folder.js';
import { standingOf, withLedger } from '../index.js';

const file = path.join(temporaryFolder(), 'standing.duckdb');

/** Documents that tell of China and Fiji, of one of them, and of neither, on few days. */
const readings = Array.from({ length: 30 }, (_, i) => {
  const document = documentOf(
    `China met Fiji in round ${i}. Tonga met Fiji. China spoke. They are partners.`,
    {
      published: `2020-0${1 + (i % 4)}-01`,
      title: `Round ${i}`,
    },
  );
  const entries = [
    eventOf(document, `China met Fiji in round ${i}`, {
      ...{ source: refs(i % 3 === 0 ? 'CHN/GOV' : 'CHN'), recipient: refs('FJI') },
      ...(i % 2 === 0 && { date: `2020-0${1 + (i % 3)}` }),
    }),
    eventOf(document, 'Tonga met Fiji', { source: refs('TON'), recipient: refs('FJI') }),
    eventOf(document, 'China spoke', { source: refs('FJI'), recipient: [], speaker: 'CHN' }),
    tieOf(document, 'partners', { parties: refs('CHN/GOV', 'FJI'), since: `${2000 + (i % 3)}` }),
    // Neither is of China: what begins with its letters is another party.
    eventOf(document, 'spoke', { source: refs('CHNX', 'CHN-X'), recipient: refs('FJI') }),
  ];
  return { document, entries, reader: READER };
});

it('shows the first entries of a list of the same parties, in its order', async () => {
  await withLedger(file, 'write', async (ledger) => {
    await ledger.store(readings);
    const parties = ['FJI', 'CHN'];
    const list = await ledger.entries({ kind: 'event', parties });
    expect(list.total).toBe(60);
    const { others, ties } = await standingOf(ledger, { parties });
    expect(others.event.total).toBe(60);
    expect(others.event.rows).toEqual(list.rows);
    expect(ties.total).toBe(30);
    expect(ties.told.size).toBe(30);
    for (const [id, row] of ties.told) expect(row).toEqual(await ledger.entry(id));

    const few = await standingOf(ledger, { parties, limit: 7 });
    const days = ({ entry, documentPublished }: (typeof list.rows)[number]) =>
      ('date' in entry ? entry.date : documentPublished)?.slice(0, 7);
    expect(few.others.event.total).toBe(60);
    expect(few.others.event.rows.map(days)).toEqual(list.rows.slice(0, 7).map(days));
    const [alone] = [await standingOf(ledger, { parties: ['CHN'], asOf: '2020-01' })];
    expect(
      alone?.others.event.rows.every(({ documentPublished = '' }) => documentPublished < '2020-05'),
    ).toBe(true);
  });
});
