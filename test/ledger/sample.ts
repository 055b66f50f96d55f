import path from 'node:path';
import { type ExportFormat, exportLedger, type Reading, withLedger } from '../../src/ledger/index.js';
import { claimOf, commitmentOf, documentOf, eventOf, measureOf, READER, refs, tieOf } from './examples.js';

/** A short document with what is hard to write down, and an entry of each kind. */
export const report = documentOf(
  '😀 China and Viet Nam held talks;\u2028 Hanoi "will" cut tariffs.\nTrade | grew.',
  {
    title: 'Talks',
    published: '2021-11-22',
    authors: ['A. Writer', 'B. Writer'],
  },
);
export const reading: Reading = {
  document: report,
  reader: READER,
  entries: [
    eventOf(report, 'China and Viet Nam held talks', { source: refs('CHN', 'VNM'), contexts: ['economic'] }),
    tieOf(report, 'China and Viet Nam', { parties: refs('CHN', 'VNM'), grade: { written: 'partners' } }),
    commitmentOf(report, 'Hanoi "will" cut tariffs', { obligors: refs('VNM'), action: 'cut tariffs' }),
    claimOf(report, 'Trade | grew', {
      about: refs('CHN'),
      attribution: [{ party: 'VNM', verb: 'say', modality: 'asserted' }],
    }),
    measureOf(report, 'Trade | grew', { parties: refs('CHN'), of: 'world trade' }),
  ],
};

/** Makes ledgers and exports in a folder. */
export function workshop(folder: string) {
  let made = 0;
  const fresh = (ending = '') => path.join(folder, `${made++}${ending}`);

  async function ledgerWith(readings: readonly Reading[]): Promise<string> {
    const file = fresh('.duckdb');
    await withLedger(file, 'write', async (ledger) => {
      for (const one of readings) await ledger.store([one]);
      await ledger.putParties(
        [
          {
            id: 'CHN',
            kind: 'state',
            name: 'China',
            aliases: [{ form: 'PRC', since: '1949' }],
            iso3: 'CHN',
            cow: 710,
          },
          { id: 'CHN/GOV', kind: 'organ', name: 'Government of China', aliases: [], of: 'CHN' },
        ],
        [{ id: 'RCEP', kind: 'agreement', name: 'RCEP', aliases: ['the pact'], parties: [{ party: 'CHN' }] }],
      );
    });
    return file;
  }

  const exported = async (file: string, format: ExportFormat) => {
    const out = fresh();
    await withLedger(file, 'read', (ledger) => exportLedger(ledger, out, format));
    return out;
  };

  return { fresh, ledgerWith, exported };
}
