import path from 'node:path';
import { expect, it } from 'vitest';
import { documentOf, READER, refs, tieOf } from '../../../test/ledger/examples.js';
import { temporaryFolder } from '../../../test/ledger/folder.js';
import { tieHistories, withLedger } from '../index.js';

const file = path.join(temporaryFolder(), 'ties.duckdb');

it('folds the ties of a ledger', async () => {
  const early = documentOf('China and ASEAN became dialogue partners.', { delivered: '1996' });
  const late = documentOf('The dialogue of China and ASEAN began in 1991; Laos joined ASEAN.', {
    published: '2021',
  });
  await withLedger(file, 'write', async (ledger) => {
    await ledger.store([
      {
        document: early,
        reader: READER,
        entries: [
          tieOf(early, early.text, { tie: 'dialogue', parties: refs('CHN', 'ASEAN'), since: '1996' }),
        ],
      },
      {
        document: late,
        reader: READER,
        entries: [
          tieOf(late, 'dialogue', { tie: 'dialogue', parties: refs('ASEAN', 'CHN/GOV'), since: '1991' }),
          tieOf(late, 'Laos joined ASEAN', { tie: 'membership', parties: refs('ASEAN', 'LAO') }),
        ],
      },
    ]);
    await ledger.putParties([{ id: 'ASEAN', kind: 'body', name: 'ASEAN', aliases: [] }], []);

    const [membership, dialogue] = await tieHistories(ledger);
    expect(dialogue).toMatchObject({
      subject: { tie: 'dialogue', parties: ['ASEAN', 'CHN'] },
      since: '1991',
      contradictions: [{ about: 'since' }],
    });
    expect(membership?.subject).toMatchObject({ member: 'LAO', body: 'ASEAN' });
    expect(await tieHistories(ledger, { parties: ['LAO/GOV'] })).toHaveLength(1);
    expect(await tieHistories(ledger, { parties: ['LAO', 'CHN'] })).toEqual([]);
    const [known] = await tieHistories(ledger, { knownBy: '2000' });
    expect(known).toMatchObject({ since: '1996', contradictions: [] });
    const [before] = await tieHistories(ledger, { asOf: '1993' });
    expect(before).toMatchObject({ since: '1991', contradictions: [] });
  });
});
