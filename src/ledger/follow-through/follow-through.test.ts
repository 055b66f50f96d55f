import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { again, aid, boats, delivered, promise, refused, started, told } from '../../../test/ledger/boats.js';
import { commitmentOf, READER, refs } from '../../../test/ledger/examples.js';
import { temporaryFolder } from '../../../test/ledger/folder.js';
import type { Assessment } from '../../record/index.js';
import {
  assess,
  exportLedger,
  followOne,
  followThrough,
  importLedger,
  type Ledger,
  ledgersEqual,
  type Reading,
  withLedger,
} from '../index.js';

const folder = temporaryFolder();
let files = 0;

const made: Reading = { document: promise, entries: [boats], reader: READER };

async function onLedger<T>(readings: readonly Reading[], work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const file = path.join(folder, `${files++}.duckdb`);
  return withLedger(file, 'write', async (ledger) => {
    for (const reading of readings) await ledger.store([reading]);
    return work(ledger);
  });
}

const id = ({ entries: [entry] }: Reading) => entry?.id ?? '';
const by = { by: 'R. Lee', at: '2022-01-01T00:00:00Z' };

describe('status and score', () => {
  it('are open until evidence is confirmed; then it scores, and each gives its reason', async () => {
    await onLedger([made, delivered, again], async (ledger) => {
      const before = await followOne(ledger, boats.id);
      expect(before).toMatchObject({
        status: 'open',
        by: 'rule',
        window: { first: '2019-05-03', last: '2021-12-31' },
        evidence: [
          { bearing: 'reaffirms', standing: 'proposed' },
          { bearing: 'fulfils', standing: 'proposed', reason: expect.stringContaining('patrol, boats') },
        ],
      });
      expect(before.score).toBeUndefined();
      expect(await followOne(ledger, boats.id, { proposed: true })).toMatchObject({
        status: 'kept',
        score: 1,
      });

      const said = await assess(ledger, boats.id.slice(0, 8), {
        confirm: [id(delivered).slice(0, 8)],
        ...by,
      });
      expect(said).toMatchObject({ status: 'kept', score: 1, evidence: [id(delivered)], by: 'R. Lee' });
      const after = await followOne(ledger, boats.id);
      expect(after).toMatchObject({ status: 'kept', score: 1, by: 'R. Lee', assessments: [{ id: said.id }] });
      expect(after.evidence[1]).toMatchObject({ standing: 'confirmed', by: 'R. Lee' });
    });
  });

  it.each<[string, Reading[], number | undefined]>([
    ['a beginning', [started], 0],
    ['a refusal', [refused], -1],
    ['a deed and a refusal', [delivered, refused], 0],
    ['a beginning and the deed', [started, delivered], 1],
    ['only the promise again', [again], undefined],
  ])('of %s', async (_, readings, score) => {
    await onLedger([made, ...readings], async (ledger) => {
      expect((await assess(ledger, boats.id, { confirm: readings.map(id), ...by })).score).toBe(score);
    });
  });

  it('do not count what was rejected, and a later word stands', async () => {
    await onLedger([made, delivered], async (ledger) => {
      await assess(ledger, boats.id, { confirm: [id(delivered)], ...by });
      const later = { by: 'S. Roy', at: '2022-02-01T00:00:00Z' };
      expect(await assess(ledger, boats.id, { reject: [id(delivered)], ...later })).toMatchObject({
        status: 'open',
      });
      expect(await followOne(ledger, boats.id)).toMatchObject({
        status: 'open',
        evidence: [{ standing: 'rejected', by: 'S. Roy' }],
      });
      expect(await ledger.assessments()).toHaveLength(2);
    });
  });

  it('lapse without a score when the window ends and nothing is known', async () => {
    const late = aid('Norway praised Fiji.', '2023-01-01', { type: 'SUPPORT', quad: 1 });
    await onLedger([made, late], async (ledger) => {
      const [lapsed] = await followThrough(ledger);
      expect(lapsed).toMatchObject({ status: 'lapsed', evidence: [] });
      expect(lapsed?.score).toBeUndefined();
      expect((await followThrough(ledger, { at: '2021-06-01' }))[0]?.status).toBe('open');
      expect(await followThrough(ledger, { at: '2019-05-02' })).toEqual([]);
      const said = await assess(ledger, boats.id, {
        status: 'lapsed',
        score: -1,
        guideline: 'No boat came.',
        ...by,
      });
      expect(await followOne(ledger, boats.id)).toMatchObject({
        score: -1,
        guideline: 'No boat came.',
        by: said.by,
      });
    });
  });

  it('take only evidence inside the window, which may be set', async () => {
    const slow = aid('Norway gave two patrol boats to Fiji.', '2022-03-01');
    await onLedger([made, slow], async (ledger) => {
      expect((await followOne(ledger, boats.id)).evidence).toEqual([]);
      await assess(ledger, boats.id, { window: '2019-05-03/2022', ...by });
      expect(await followOne(ledger, boats.id)).toMatchObject({
        window: { last: '2022-12-31' },
        guideline: expect.stringContaining('to 2022-12-31'),
        evidence: [{ bearing: 'fulfils', inside: true }],
      });
    });
  });

  it('take evidence that a person adds to show what the person says', async () => {
    const other = aid('Two ships reached Suva.', '2020-04-01', { source: refs('CHL') });
    await onLedger([made, other], async (ledger) => {
      await expect(assess(ledger, boats.id, { confirm: [id(other)], ...by })).rejects.toMatchObject({
        code: 'usage',
      });
      await assess(ledger, boats.id, { confirm: [id(other)], status: 'kept', ...by });
      expect(await followOne(ledger, boats.id)).toMatchObject({
        status: 'kept',
        score: 1,
        evidence: [{ bearing: 'fulfils', standing: 'confirmed', reason: 'added by a person' }],
      });
    });
  });

  it.each<[string, object, string]>([
    ['nothing said', {}, 'usage'],
    ['nobody named', { status: 'kept', by: ' ' }, 'usage'],
    ['a contradiction', { status: 'kept', score: -1 }, 'usage'],
    ['both', { confirm: [id(delivered)], reject: [id(delivered)] }, 'usage'],
    ['no period', { window: '2020' }, 'usage'],
    ['unknown evidence', { confirm: ['ffffffff'] }, 'not-found'],
    ['unknown evidence to reject', { reject: ['ffffffff'] }, 'not-found'],
    ['the commitment itself', { confirm: [boats.id], status: 'kept' }, 'not-found'],
  ])('refuse %s', async (_, saying, code) => {
    await onLedger([made, delivered], async (ledger) => {
      await expect(assess(ledger, boats.id, { ...by, ...saying })).rejects.toMatchObject({ code });
      await expect(assess(ledger, id(delivered), { ...by, status: 'kept' })).rejects.toMatchObject({
        code: 'not-found',
      });
      expect(await ledger.assessments()).toEqual([]);
    });
  });
});

describe('lists', () => {
  it('find the same evidence once, however many promise together', async () => {
    const all = ['NOR', 'SWE', 'DNK', 'FIN', 'ISL'];
    for (const count of [1, 2, 5]) {
      const obligors = refs(...all.slice(0, count));
      const joint = commitmentOf(promise, 'send two patrol boats to Fiji', {
        obligors,
        beneficiaries: refs('FJI'),
        due: '2021',
      });
      const deed = aid('They gave two patrol boats to Fiji.', '2020-02-01', { source: obligors });
      await onLedger([{ document: promise, entries: [joint], reader: READER }, deed], async (ledger) => {
        const { evidence } = await followOne(ledger, joint.id);
        expect([count, evidence.map((one) => one.id)]).toEqual([count, [id(deed)]]);
      });
    }
  });

  it('leave out what was only proposed or denied, and filter by party and deadline', async () => {
    const proposed = told('China: build a bridge.', '2020', (d) =>
      commitmentOf(d, 'build a bridge', { obligors: refs('CHN'), modality: 'proposed' }),
    );
    const undated = told('Chile will plant trees.', undefined, (d) =>
      commitmentOf(d, 'plant trees', { obligors: refs('CHL') }),
    );
    await onLedger([made, proposed, undated], async (ledger) => {
      const all = await followThrough(ledger);
      expect(all.map((one) => one.commitment.action)).toEqual([
        'send two patrol boats to Fiji',
        'plant trees',
      ]);
      expect(all[1]?.window).toBeUndefined();
      expect(await followThrough(ledger, { parties: ['FJI'] })).toHaveLength(1);
      expect(await followThrough(ledger, { due: { first: '2021-01-01', last: '2021-06-30' } })).toHaveLength(
        1,
      );
      expect(await followThrough(ledger, { due: { first: '2022-01-01', last: '2022-06-30' } })).toEqual([]);
      await expect(followOne(ledger, id(proposed))).rejects.toMatchObject({ code: 'usage' });
    });
  });

  it('do not depend on the order in which documents and assessments came', async () => {
    const readings = [made, delivered, started, refused, again];
    const said = (at: string, own: Partial<Assessment>): Assessment => ({
      ...{
        id: `a${at}`,
        commitment: boats.id,
        status: 'open',
        evidence: [],
        guideline: '',
        at,
        by: 'R. Lee',
      },
      ...own,
    });
    const assessments = [
      said('2022-01', { evidence: [id(delivered)] }),
      said('2022-02', { rejected: [id(delivered)], evidence: [id(started)] }),
      said('2022-03', { evidence: [id(refused)], window: '2019-05-03/2022' }),
    ];
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(readings, { minLength: readings.length }),
        fc.shuffledSubarray(assessments, { minLength: assessments.length }),
        async (documents, words) => {
          await onLedger(documents, async (ledger) => {
            for (const one of words) await ledger.assess([one]);
            // When an entry was recorded is no part of what it says.
            const told = await followThrough(ledger);
            outcomes.add(JSON.stringify(told, (key, value) => (key === 'recorded' ? undefined : value)));
          });
          expect(outcomes.size).toBe(1);
        },
      ),
      { numRuns: 4 },
    );
    expect([...outcomes][0]).toContain('"status":"in-part","score":0');
  });

  it('survive export and import', async () => {
    await onLedger([made, delivered], async (ledger) => {
      await assess(ledger, boats.id, { reject: [id(delivered)], window: '2019-05-03/2022', ...by });
      const out = path.join(folder, 'out');
      const copy = path.join(folder, 'copy.duckdb');
      await exportLedger(ledger, out, 'jsonl');
      await importLedger(out, copy);
      await withLedger(copy, 'read', async (other) => {
        expect(await ledgersEqual(ledger, other)).toBe(true);
        expect(await followThrough(other)).toEqual(await followThrough(ledger));
      });
    });
  });
});
