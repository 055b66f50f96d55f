import type { Reading } from '../../src/ledger/index.js';
import { claimOf, commitmentOf, documentOf, eventOf, measureOf, READER, refs, tieOf } from './examples.js';

export const report = documentOf(
  '😀 China and Viet Nam held talks. Hanoi will cut tariffs. Trade reached 100 billion.',
  {
    title: 'Talks in Hanoi',
    genre: 'news',
    published: '2021-11-22',
  },
);
export const entries = [
  eventOf(report, 'China and Viet Nam held talks', {
    source: [{ party: 'CHN', span: { start: 2, end: 7 } }, { party: 'VNM' }],
    symmetric: true,
    date: '2021-11',
  }),
  tieOf(report, 'China and Viet Nam', {
    parties: refs('CHN', 'VNM'),
    since: '2008',
    grade: { written: 'x' },
  }),
  commitmentOf(report, 'Hanoi will cut tariffs', {
    obligors: refs('VNM/GOV'),
    action: 'cut tariffs',
    areas: ['trade'],
  }),
  claimOf(report, 'Trade reached 100 billion', {
    about: refs('USA'),
    speaker: 'CHN/GOV',
    modality: 'alleged',
  }),
  measureOf(report, 'Trade reached 100 billion', {
    parties: refs('CHN', 'VNM'),
    value: 1e11,
    period: '2020',
  }),
];
/** A document about talks, and an entry of each kind. */
export const reading: Reading = { document: report, entries, reader: READER };
