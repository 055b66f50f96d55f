import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../test/ledger/examples.js';
import { createReader } from '../../../test/ledger/fake-reader.js';
import { temporaryFolder } from '../../../test/ledger/folder.js';
import {
  countTokens,
  type Incoming,
  ledgerDigest,
  type ReadOptions,
  type ReadProgress,
  readAll,
  withLedger,
} from '../index.js';

const folder = temporaryFolder();
let made = 0;
const freshFile = () => path.join(folder, `${made++}.duckdb`);
const readerModule = new URL('../../../test/ledger/fake-reader.ts', import.meta.url).href;

const incoming = (text: string, metadata = {}): Incoming => {
  const document = documentOf(text, metadata);
  return { ok: true, path: document.sources[0]?.path ?? '', document };
};
const meetings = (count: number) =>
  Array.from({ length: count }, (_, i) => incoming(`Report ${i}. CHN met VNM. JPN met KOR.`));

async function read(ledger: string, documents: ReadOptions['documents'], more: Partial<ReadOptions> = {}) {
  return readAll({ ledger, documents, reader: await createReader(), ...more });
}

describe('readAll', () => {
  it('reads, and tells what it did', async () => {
    const file = freshFile();
    const report = await read(file, meetings(3));
    expect(report).toMatchObject({
      documents: { new: 3, unchanged: 0, 'source-added': 0, replaced: 0 },
      failed: [],
      entries: { event: 6, tie: 0 },
      tokens: 3 * 11,
      interrupted: false,
      reader: '1.0.0',
    });
    expect((await withLedger(file, 'read', (ledger) => ledger.totals())).entries.event).toBe(6);
  });

  it('does not read again what this reader has read', async () => {
    const file = freshFile();
    let reads = 0;
    const reader = await createReader();
    const counting: typeof reader = {
      ...reader,
      read(...args) {
        reads++;
        return reader.read(...args);
      },
    };
    await readAll({ ledger: file, documents: meetings(3), reader: counting });
    const again = await readAll({ ledger: file, documents: meetings(4), reader: counting });
    expect(reads).toBe(4);
    expect(again.documents).toEqual({ new: 1, unchanged: 3, 'source-added': 0, replaced: 0 });
  });

  it('notes another source without reading again', async () => {
    const file = freshFile();
    const text = 'CHN met VNM.';
    await read(file, [incoming(text, { sources: [{ path: 'a.txt' }] })]);
    const again = await read(file, [incoming(text, { sources: [{ path: 'b.txt' }] })]);
    expect(again.documents['source-added']).toBe(1);
    const document = await withLedger(file, 'read', (ledger) => ledger.document(documentOf(text).id));
    expect(document?.sources.map((source) => source.path)).toEqual(['a.txt', 'b.txt']);
  });

  it('reads again with a newer reader, and lets an older one undo nothing', async () => {
    const file = freshFile();
    const documents = meetings(2);
    await read(file, documents);
    expect(
      (await read(file, documents, { reader: await createReader({ version: '1.1.0' }) })).documents.replaced,
    ).toBe(2);
    const older = await read(file, documents);
    expect(older).toMatchObject({ documents: { unchanged: 2 }, keptNewer: 2 });
    const { rows } = await withLedger(file, 'read', (ledger) => ledger.entries());
    expect(rows.map(({ entry }) => entry.reader)).toEqual(Array(4).fill('1.1.0'));
  });

  it('goes on when a document cannot be loaded, read or stored', async () => {
    const file = freshFile();
    const report = await read(file, [
      incoming('FAIL'),
      { ok: false, path: 'scan.pdf', error: new Error('no text in it') },
      incoming('half \ud800 a character'),
      ...meetings(2),
    ]);
    expect(report.documents.new).toBe(2);
    expect(report.failed.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['told to fail', 'no text in it', expect.stringContaining('half a character')]),
    );
  });

  it('stores what is finished when it is stopped', async () => {
    const file = freshFile();
    const controller = new AbortController();
    async function* endless() {
      yield* meetings(3);
      await sleep(50);
      controller.abort();
      yield* meetings(5);
      await new Promise(() => {});
    }
    const report = await read(file, endless(), { signal: controller.signal });
    expect(report.interrupted).toBe(true);
    const { documents } = await withLedger(file, 'read', (ledger) => ledger.totals());
    expect(documents).toBe(report.documents.new);
  });

  it('tells how far it has come', async () => {
    const told: ReadProgress[] = [];
    await read(freshFile(), meetings(20), { total: 20, onProgress: (progress) => told.push(progress) });
    expect(told.at(-1)).toMatchObject({ done: 20, failed: 0, total: 20, secondsLeft: 0 });
  });

  it('fails when the ledger cannot be used', async () => {
    await expect(read(path.join(folder, 'no', 'such', 'folder.duckdb'), meetings(1))).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('workers', () => {
  it('make the same ledger as one thread, whatever the order', async () => {
    const documents = [
      ...meetings(30),
      incoming('CHN met VNM.', { title: 'A', sources: [{ path: 'a.txt' }] }),
      incoming('CHN met VNM.', { title: 'B', published: '2020', sources: [{ path: 'b.txt' }] }),
      incoming('CHN met VNM.', { title: 'C', published: '2021', sources: [{ path: 'c.txt' }] }),
    ];
    const one = freshFile();
    await read(one, documents);
    const many = freshFile();
    const report = await readAll({
      ledger: many,
      documents: documents.toReversed(),
      workers: 2,
      readerModule,
    });
    expect(report.failed).toEqual([]);
    const digest = (file: string) => withLedger(file, 'read', ledgerDigest);
    expect(await digest(many)).toEqual(await digest(one));
  });

  it('are replaced when they die, and only the document fails that they died of', async () => {
    const file = freshFile();
    const documents = [
      incoming('DIE 1'),
      ...meetings(6),
      incoming('DIE 2'),
      incoming('FAIL'),
      ...meetings(9).slice(6),
    ];
    const report = await readAll({ ledger: file, documents, workers: 2, readerModule });
    expect(report.documents.new).toBe(9);
    expect(report.failed.map(({ reason }) => reason).toSorted()).toEqual([
      'the reader ended with 7',
      'the reader ended with 7',
      'told to fail',
    ]);
  });

  it('stop at once', async () => {
    const file = freshFile();
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 2_500);
    const start = performance.now();
    const report = await readAll({
      ledger: file,
      documents: [...meetings(4), ...Array.from({ length: 9 }, (_, i) => incoming(`${i} PAUSE 60000`))],
      workers: 2,
      readerModule,
      signal: controller.signal,
    });
    expect(performance.now() - start).toBeLessThan(15_000);
    expect(report).toMatchObject({ interrupted: true, failed: [] });
    const { documents } = await withLedger(file, 'read', (ledger) => ledger.totals());
    expect(documents).toBe(report.documents.new);
  });

  it('say why they cannot begin', async () => {
    await expect(
      readAll({ ledger: freshFile(), documents: [], workers: 1, readerModule: 'file:///no/such/module.js' }),
    ).rejects.toThrow('no/such/module');
  });
});

describe('order', () => {
  it('does not matter, nor do batches: any order gives equal ledgers', async () => {
    const metadata = fc.record({
      title: fc.option(fc.constantFrom('A', 'B'), { nil: undefined }),
      published: fc.option(fc.constantFrom('2020', '2021-05'), { nil: undefined }),
      authors: fc.constantFrom([], ['X']),
    });
    const document = fc
      .tuple(
        fc.constantFrom('CHN met VNM.', 'JPN met KOR.', 'USA met GBR. GBR met USA.'),
        fc.nat(3),
        metadata,
      )
      .map(([text, source, known]) => ({ text, source, known }));
    await fc.assert(
      fc.asyncProperty(
        fc
          .uniqueArray(document, { maxLength: 6, selector: ({ text, source }) => `${text} ${source}` })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        fc.nat(5),
        async ([all, shuffled], cut) => {
          const made = (some: typeof all) =>
            some.map(({ text, source, known }) =>
              incoming(text, { ...known, sources: [{ path: `${source}` }] }),
            );
          const one = freshFile();
          const other = freshFile();
          await read(one, made(all));
          await read(other, made(shuffled.slice(0, cut)));
          await read(other, made(shuffled.slice(cut)));
          await read(other, made(shuffled));
          const digest = (file: string) => withLedger(file, 'read', ledgerDigest);
          expect(await digest(other)).toEqual(await digest(one));
        },
      ),
      { numRuns: 8 },
    );
  }, 120_000);
});

it.each([
  ['', 0],
  ['China, Japan and Korea met.', 7],
  ['“Não”', 1],
  ['U.S.-led', 6],
])('counts the tokens of %j', (text, count) => {
  expect(countTokens(text)).toBe(count);
});
