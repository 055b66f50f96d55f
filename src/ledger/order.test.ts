import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../test/ledger/examples.js';
import { temporaryFolder } from '../../test/ledger/folder.js';
import { createReader } from '../../test/ledger/telling-reader.js';
import { loadRegister } from '../gazetteer/index.js';
import {
  countEvents,
  followThrough,
  type Incoming,
  type Ledger,
  ledgerDigest,
  readAll,
  reportedActs,
  standingOf,
  tieHistories,
  withLedger,
} from './index.js';

const folder = temporaryFolder();
let made = 0;
const readerModule = new URL('../../test/ledger/telling-reader.ts', import.meta.url).href;
const register = loadRegister();

const state = fc.constantFrom('CHN', 'VNM', 'JPN', 'FJI');
const day = fc.constantFrom('', '2019-05-01', '2019-05-03', '2019-05', '2020', '2019-05-06');
const sentence = fc.tuple(state, state, day, fc.nat(8)).map(([a, b, date, kind]) => {
  const on = (word: string) => (date === '' ? '' : ` ${word} ${date}`);
  return [
    `${a} accused ${b}${on('on')}.`,
    `${a} accused ${b}.`,
    `${a} and ${b} are partners${on('since')}.`,
    `${a} and ${b} were partners${on('since')}.`,
    `${a} and ${b} ended being partners${on('since')}.`,
    `${a} joined ${date === '' ? 'CLUB' : 'PACT'}.`,
    `${a} will cut steel tariffs for ${b}.`,
    `${a} cut steel tariffs for ${b}.`,
    `Trade of ${a} with ${b} grew. ${b} spoke.`,
  ][kind];
});
/** Few texts, so that several sources have the same one and say other things of it. */
const document = fc.record({
  text: fc
    .tuple(fc.nat(3), fc.array(sentence, { minLength: 1, maxLength: 5 }))
    .map(([number, sentences]) => `Report ${number}. ${sentences.join(' ')}`),
  metadata: fc.array(
    fc.record(
      {
        title: fc.constantFrom('A', 'B'),
        published: fc.constantFrom('2019-05-02', '2019-06', '2020-01-01'),
        genre: fc.constantFrom('news' as const, 'speech' as const),
      },
      { requiredKeys: [] },
    ),
    { minLength: 1, maxLength: 2 },
  ),
});

/** All sources of the documents, in an order, cut into runs with some workers each. */
const plan = fc
  .uniqueArray(document, { minLength: 3, maxLength: 9, selector: ({ text }) => text })
  .map((documents) =>
    documents.flatMap(({ text, metadata }, n) =>
      metadata.map(
        (known, m): Incoming => ({
          ...{ ok: true, path: `${n}-${m}.txt` },
          document: documentOf(text, { ...known, sources: [{ path: `${n}-${m}.txt` }] }),
        }),
      ),
    ),
  )
  .chain((all) =>
    fc.record({
      all: fc.constant(all),
      shuffled: fc.shuffledSubarray(all, { minLength: all.length }),
      cuts: fc.array(fc.nat(all.length), { maxLength: 3 }),
    }),
  );

async function ledgerOf(runs: readonly (readonly Incoming[])[], workers: number): Promise<string> {
  const ledger = path.join(folder, `${made++}.duckdb`);
  for (const documents of runs) {
    const how = workers === 0 ? { reader: await createReader() } : { workers, readerModule };
    const { failed } = await readAll({ ledger, documents, ...how });
    expect(failed).toEqual([]);
  }
  return ledger;
}

/** All that people are shown, without the time at which it was recorded. */
async function shown(ledger: Ledger): Promise<unknown> {
  const parties = ['CHN', 'VNM'];
  const standing = await standingOf(ledger, { parties, register, limit: 3 });
  const all = {
    digest: await ledgerDigest(ledger),
    list: await ledger.entries(),
    documents: await ledger.documents(),
    parties: await ledger.parties(),
    show: { ...standing.others, ...standing.ties, told: [...standing.ties.told] },
    before: await standingOf(ledger, { parties, asOf: '2019-05', knownBy: '2019-06' }),
    histories: await tieHistories(ledger),
    counts: await countEvents(ledger, { by: ['dyad', 'month'] }),
    byType: await countEvents(ledger, { by: ['type', 'year'], modality: 'any' }),
    acts: await reportedActs(ledger),
    commitments: await followThrough(ledger, { proposed: true }),
  };
  return JSON.parse(
    JSON.stringify(all, (name, value) =>
      name === 'recorded' || (name === 'read' && typeof value === 'string')
        ? undefined
        : value instanceof Map
          ? [...value].sort()
          : value,
    ),
  );
}

const shownOf = (file: string) => withLedger(file, 'read', shown);

function cutAt<T>(values: readonly T[], cuts: readonly number[]): T[][] {
  const bounds = [0, ...[...cuts].sort((a, b) => a - b), values.length];
  return bounds.slice(1).map((end, i) => values.slice(bounds[i], end));
}

describe('what a ledger shows', () => {
  it('is the same in whatever order, and in however many runs, documents are read', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async ({ all, shuffled, cuts }) => {
        const one = await ledgerOf([all], 0);
        const other = await ledgerOf(cutAt(shuffled, cuts), 0);
        expect(await shownOf(other)).toEqual(await shownOf(one));
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 240_000);

  it.each([1, 2, 3])(
    'is the same with %i workers',
    async (workers) => {
      await fc.assert(
        fc.asyncProperty(plan, async ({ all, shuffled, cuts }) => {
          const one = await ledgerOf([all], 0);
          const other = await ledgerOf(cutAt(shuffled, cuts.slice(0, 1)), workers);
          expect(await shownOf(other)).toEqual(await shownOf(one));
        }),
        { numRuns: 1, endOnFailure: true },
      );
    },
    240_000,
  );
});
