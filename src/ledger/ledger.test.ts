import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingOf } from '../../test/ledger/arbitraries.js';
import { ask } from '../../test/ledger/ask.js';
import { documentOf, READER } from '../../test/ledger/examples.js';
import { temporaryFolder } from '../../test/ledger/folder.js';
import { entries, reading, report } from '../../test/ledger/talks.js';
import { openLedger } from './index.js';

const folder = temporaryFolder();
let made = 0;
const freshFile = () => path.join(folder, `${made++}.duckdb`);

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
      { numRuns: 25 },
    );
  }, 120_000);
});

describe('reading again', () => {
  it('changes nothing with the same reader and metadata', async () => {
    const ledger = await openLedger(freshFile(), { mode: 'write' });
    await ledger.store([reading]);
    expect(await ledger.isRead(report, READER)).toBe(true);
    const before = await ledger.entries();
    expect(await ledger.store([reading, reading])).toEqual(['unchanged', 'unchanged']);
    expect(await ledger.entries()).toEqual(before);
    await ledger.close();
  });

  it('replaces entries with a newer reader or other metadata, and keeps the old ones as history', async () => {
    const file = freshFile();
    const ledger = await openLedger(file, { mode: 'write' });
    await ledger.store([reading]);
    const [event] = entries;
    const newer = {
      document: report,
      entries: event ? [{ ...event, reader: '1.1.0' }] : [],
      reader: '1.1.0',
    };
    expect(await ledger.isRead(report, '1.1.0')).toBe(false);
    expect(await ledger.store([newer])).toEqual(['replaced']);
    expect((await ledger.entries()).total).toBe(1);
    expect(await ledger.store([reading])).toEqual(['unchanged']);
    const retitled = { ...newer, document: { ...report, title: 'Other' } };
    expect(await ledger.store([retitled])).toEqual(['replaced']);
    expect((await ledger.documents()).rows).toMatchObject([{ title: 'Other', entries: 1 }]);
    expect((await ledger.totals()).entries).toMatchObject({ event: 1, tie: 0 });
    await ledger.close();
    expect(
      await ask('SELECT reader, entries, current FROM readings ORDER BY reader, entries DESC', file),
    ).toEqual([
      { reader: '1.0.0', entries: 5, current: false },
      { reader: '1.1.0', entries: 1, current: false },
      { reader: '1.1.0', entries: 1, current: true },
    ]);
    expect(await ask('SELECT count(*)::INTEGER AS n FROM store.entry', file)).toEqual([{ n: 7 }]);
  });

  it('adds a source', async () => {
    const ledger = await openLedger(freshFile(), { mode: 'write' });
    await ledger.store([reading]);
    const elsewhere = { ...report, sources: [{ path: 'copy.txt', publisher: 'Xinhua' }] };
    expect(await ledger.store([{ ...reading, document: elsewhere }])).toEqual(['source-added']);
    expect((await ledger.document(report.id))?.sources).toHaveLength(2);
    expect((await ledger.documents()).rows).toMatchObject([{ publisher: 'Xinhua' }]);
    await ledger.close();
  });

  it('makes one entry of what is told twice', async () => {
    const ledger = await openLedger(freshFile(), { mode: 'write' });
    const [event, ...rest] = entries;
    if (!event) throw new Error('no event');
    const again = { ...event, passages: [{ start: 0, end: 1 }], confidence: 0.9 };
    await ledger.store([{ ...reading, entries: [event, again, ...rest] }]);
    expect((await ledger.entry(event.id))?.entry).toMatchObject({
      passages: [{ start: 0, end: 1 }, ...event.passages],
      confidence: 0.9,
    });
    await ledger.close();
  });

  it('stores all of a batch or nothing', async () => {
    const ledger = await openLedger(freshFile(), { mode: 'write' });
    const bad = documentOf('half \ud800 a character');
    await expect(
      ledger.store([reading, { document: bad, entries: [], reader: READER }]),
    ).rejects.toMatchObject({
      code: 'input',
    });
    const stray = { document: documentOf('Another text.'), entries, reader: READER };
    await expect(ledger.store([reading, stray])).rejects.toMatchObject({ code: 'input' });
    expect((await ledger.totals()).documents).toBe(0);
    expect(await ledger.store([reading])).toEqual(['new']);
    await ledger.close();
  });
});
