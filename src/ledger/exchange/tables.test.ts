import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ask } from '../../../test/ledger/ask.js';
import { temporaryFolder } from '../../../test/ledger/folder.js';
import { reading, report, workshop } from '../../../test/ledger/sample.js';

const { ledgerWith, exported } = workshop(temporaryFolder());

describe('csv and parquet', () => {
  it('writes one flat file for each kind', async () => {
    const out = await exported(await ledgerWith([reading]), 'csv');
    expect(readdirSync(out).toSorted()).toEqual(
      ['assessments', 'claims', 'commitments', 'documents', 'events', 'instruments', 'measures', 'parties']
        .concat('readings', 'ties', 'verdicts')
        .map((name) => `${name}.csv`),
    );
    expect(await ask(`FROM read_csv('${out}/events.csv', all_varchar = true)`)).toMatchObject([
      { source: 'CHN|VNM', passages: '2-31', exact: 'China and Viet Nam held talks', contexts: 'economic' },
    ]);
    expect(await ask(`FROM read_csv('${out}/documents.csv', all_varchar = true)`)).toMatchObject([
      { authors: 'A. Writer|B. Writer', text: report.text, paths: report.sources[0]?.path },
    ]);
    expect(await ask(`FROM read_csv('${out}/ties.csv', all_varchar = true)`)).toMatchObject([
      { parties: 'CHN|VNM', grade: 'partners', tie: 'partnership' },
    ]);
    expect(await ask(`FROM read_csv('${out}/claims.csv', all_varchar = true)`)).toMatchObject([
      { attribution: 'VNM say asserted', proposition: 'Trade | grew' },
    ]);
  });

  it('keeps lists and structures in parquet', async () => {
    const out = await exported(await ledgerWith([reading]), 'parquet');
    expect(
      await ask(`SELECT source[1].party AS first, passages[1].exact AS exact FROM '${out}/events.parquet'`),
    ).toEqual([{ first: 'CHN', exact: 'China and Viet Nam held talks' }]);
    expect(await ask(`SELECT "of", value FROM '${out}/measures.parquet'`)).toEqual([
      { of: 'world trade', value: 1 },
    ]);
  });
});

it('opens for people who use SQL', async () => {
  const file = await ledgerWith([reading]);
  const [event] = await ask('FROM events', file);
  expect(event).toMatchObject({
    id: reading.entries[0]?.id,
    document: report.id,
    quote: 'China and Viet Nam held talks',
    source: ['CHN', 'VNM'],
    recipient: [],
    contexts: ['economic'],
    type: 'CONSULT',
    firstDay: '2021-11-22',
  });
  expect(await ask('SELECT action, obligors FROM commitments', file)).toEqual([
    { action: 'cut tariffs', obligors: ['VNM'] },
  ]);
  for (const view of ['documents', 'readings', 'ties', 'claims', 'measures', 'parties', 'instruments'])
    expect((await ask(`FROM ${view}`, file)).length).toBeGreaterThan(0);
  expect(await ask('FROM assessments', file)).toEqual([]);
  expect(await ask('FROM verdicts', file)).toEqual([]);
  expect(
    await ask(`SELECT side, party FROM entry_parties WHERE kind = 'event' ORDER BY party`, file),
  ).toEqual([
    { side: 'source', party: 'CHN' },
    { side: 'source', party: 'VNM' },
  ]);
});
