import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { documentOf, READER, refs, tieOf } from '../../../test/ledger/examples.js';
import { temporaryFolder } from '../../../test/ledger/folder.js';
import { loadGazetteer, loadRegister } from '../../gazetteer/index.js';
import { holderOf } from '../access/holder.js';
import { type Examination, examine, withLedger } from '../index.js';
import { appendReview } from '../store/review.js';
import { inTransaction } from '../store/transaction.js';

const file = path.join(temporaryFolder(), 'doctor.duckdb');
const document = documentOf(
  'Chile and Peru are iron friends. Zembla and Peru signed the Zembla Pact. Peru joined.',
  {
    published: '2015-01-01',
  },
);
const friends = tieOf(document, 'Chile and Peru are iron friends', {
  parties: refs('CHL', 'PER/GOV'),
  grade: { written: 'Iron Friendship' },
});
let found: Examination;
let plain: Examination;

beforeAll(async () => {
  const entries = [
    friends,
    tieOf(document, 'Zembla and Peru', {
      tie: 'agreement',
      parties: refs('ZEMBLA', 'PER/XYZ'),
      instrument: 'ZEMBLA-PACT',
    }),
    tieOf(document, 'Peru joined', {
      parties: refs('PER', 'CHL'),
      name: 'x',
      since: '2012',
      until: '2010',
      status: 'ended',
    }),
    tieOf(document, 'Peru joined', {
      ...{ tie: 'membership', parties: refs('CHN', 'WTO'), since: '1995', status: 'in-force' },
      grade: { written: 'strategic partners', normalised: 'strategic partnership' },
    }),
  ];
  const verdict = (id: string, start: number, entryKind: 'tie' | 'event') => ({
    ...{ id, document: document.id, entryKind, passage: { start, end: start + 3 } },
    ...{ verdict: 'accept' as const, reviewer: 'ana', at: '2020-01-01' },
  });
  const assessment = (id: string, commitment: string) => ({
    ...{ id, commitment, status: 'open' as const, evidence: [], guideline: '', at: '2020-01-01', by: 'ana' },
  });
  await withLedger(file, 'write', async (ledger) => {
    await ledger.store([{ document, entries, reader: READER }]);
    await holderOf(file).use('write', (connection) =>
      inTransaction(connection, () =>
        appendReview(
          connection,
          [assessment('a1', friends.id), assessment('a2', 'f'.repeat(32))],
          [verdict('v1', 2, 'tie'), verdict('v2', 2, 'event'), verdict('v3', 40_000, 'tie')],
        ),
      ),
    );
    found = await examine(ledger, loadGazetteer(), loadRegister());
    plain = await examine(ledger, loadGazetteer());
  });
});

it('lists grades that stand on no ladder, as written', () => {
  expect(found.grades).toEqual([{ value: 'Iron Friendship', entries: 1, example: friends.id }]);
});

it('lists parties, sectors and instruments that nobody knows', () => {
  expect(found.parties.map(({ value }) => value)).toEqual(['PER/XYZ', 'ZEMBLA']);
  expect(found.instruments.map(({ value }) => value)).toEqual(['ZEMBLA-PACT']);
});

it('lists ties that end before they begin', () => {
  expect(found.dates.map(({ value }) => value)).toEqual(['since 2012, until 2010']);
});

it('lists verdicts and assessments about nothing that is there', () => {
  expect(found.verdicts.map(({ id }) => id)).toEqual(['v2', 'v3']);
  expect(found.verdicts[1]).toMatchObject({ by: 'ana', about: expect.stringContaining('40000 to 40003') });
  expect(found.assessments.map(({ id, about }) => [id, about])).toEqual([['a2', 'f'.repeat(32)]]);
});

it('lists contradictions, with the register or without', () => {
  const since = found.contradictions.filter(
    ({ subject }) => subject.body === 'WTO' && subject.member === 'CHN',
  );
  expect(since.map(({ about }) => about)).toContain('since');
  expect(plain.contradictions).toEqual([]);
});
