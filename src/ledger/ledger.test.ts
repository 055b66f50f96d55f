import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingOf } from '../../test/ledger/arbitraries.js';
import {
  claimOf,
  commitmentOf,
  documentOf,
  eventOf,
  measureOf,
  READER,
  refs,
  tieOf,
} from '../../test/ledger/examples.js';
import { temporaryFolder } from '../../test/ledger/folder.js';
import { openLedger, type Reading, withLedger } from './index.js';

const folder = temporaryFolder();
let made = 0;
const freshFile = () => path.join(folder, `${made++}.duckdb`);

const report = documentOf('😀 China and Viet Nam held talks. Hanoi will cut tariffs. Trade reached 100 billion.', {
  title: 'Talks in Hanoi',
  genre: 'news',
  published: '2021-11-22',
});
const entries = [
  eventOf(report, 'China and Viet Nam held talks', {
    source: [{ party: 'CHN', span: { start: 2, end: 7 } }, { party: 'VNM' }],
    symmetric: true,
    date: '2021-11',
  }),
  tieOf(report, 'China and Viet Nam', { parties: refs('CHN', 'VNM'), since: '2008', grade: { written: 'x' } }),
  commitmentOf(report, 'Hanoi will cut tariffs', { obligors: refs('VNM/GOV'), action: 'cut tariffs', areas: ['trade'] }),
  claimOf(report, 'Trade reached 100 billion', { about: refs('USA'), speaker: 'CHN/GOV', modality: 'alleged' }),
  measureOf(report, 'Trade reached 100 billion', { parties: refs('CHN', 'VNM'), value: 1e11, period: '2020' }),
];
const reading: Reading = { document: report, entries, reader: READER };

describe('store', () => {
  it('gives back what was put in', async () => {
    const ledger = await openLedger(freshFile(), { mode: 'write' });
    expect(await ledger.store([reading])).toEqual(['new']);
    expect(await ledger.document(report.id)).toEqual(report);
    const { total, rows } = await ledger.entries();
    expect(total).toBe(5);
    for (const { entry, exact, documentTitle } of rows) {
      const { recorded, ...stored } = entry;
      expect(stored).toEqual(entries.find(({ id }) => id === entry.id));
      expect(recorded).toMatch(/^\d{4}-/);
      expect(documentTitle).toBe('Talks in Hanoi');
      expect(exact).toHaveLength(1);
    }
    expect((await ledger.entry(entries[2]?.id ?? ''))?.exact).toEqual(['Hanoi will cut tariffs']);
    await ledger.close();
  });

  it('gives back whatever the schema allows', async () => {
    await fc.assert(
      fc.asyncProperty(readingOf(), async (any) => {
        const ledger = await openLedger(freshFile(), { mode: 'write' });
        await ledger.store([any]);
        const { rows } = await ledger.entries({ document: any.document.id });
        const plain = rows.map(({ entry: { recorded, ...entry } }) => entry);
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
        expect(JSON.parse(JSON.stringify(plain.sort(byId)))).toEqual(
          JSON.parse(JSON.stringify([...any.entries].sort(byId))),
        );
        for (const { entry, exact } of rows)
          expect(exact).toEqual(
            entry.passages.map(({ start, end }) => [...any.document.text].slice(start, end).join('')),
          );
        await ledger.close();
      }),
      { numRuns: 40 },
    );
  });
});
