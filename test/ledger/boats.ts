import type { Reading } from '../../src/ledger/index.js';
import type { CommitmentEntry, Document, Entry } from '../../src/record/index.js';
import { commitmentOf, documentOf, eventOf, READER, refs } from './examples.js';

/** Norway's promise of 2019, and what later documents tell of it. */
export const promise = documentOf('Norway promised to send two patrol boats to Fiji by 2021.', {
  published: '2019-05-03',
});
export const boats = commitmentOf(promise, 'send two patrol boats to Fiji', {
  obligors: refs('NOR'),
  beneficiaries: refs('FJI'),
  due: '2021',
}) as CommitmentEntry;

/** One document with one entry, told on a day. */
export function told(
  text: string,
  published: string | undefined,
  make: (document: Document) => Entry,
): Reading {
  const document = documentOf(text, published === undefined ? {} : { published });
  return { document, entries: [make(document)], reader: READER };
}

export const aid = (text: string, published: string | undefined, own: Parameters<typeof eventOf>[2] = {}) =>
  told(text, published, (document) =>
    eventOf(document, text, { type: 'AID', quad: 2, source: refs('NOR'), recipient: refs('FJI'), ...own }),
  );

export const delivered = aid('Norway gave two patrol boats to Fiji.', '2020-02-01');
export const started = aid('Norway began to build the patrol boats.', '2019-09-01', { recipient: [] });
export const refused = aid('Norway refused to send the patrol boats.', '2021-06-01', {
  type: 'REJECT',
  quad: 3,
});
export const again = told('Norway will send Fiji patrol boats.', '2020-01-01', (document) =>
  commitmentOf(document, document.text, { obligors: refs('NOR/GOV'), beneficiaries: refs('FJI') }),
);
