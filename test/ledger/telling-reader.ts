import type { DocumentReader } from '../../src/ledger/index.js';
import type { Document, Entry, TieEntry } from '../../src/record/index.js';
import { claimOf, commitmentOf, eventOf, measureOf, refs, tieOf } from './examples.js';

type Told = (document: Document, quote: string, words: Readonly<Record<string, string>>) => Entry;

/** Sentences with one entry each, and what they tell. Dates may be missing. */
const SENTENCES: readonly (readonly [RegExp, Told])[] = [
  [
    /(?<a>[A-Z]{3}) accused (?<b>[A-Z]{3})(?: on (?<date>\S+))?\./g,
    (document, quote, { a = '', b = '', date }) =>
      eventOf(document, quote, {
        ...{ type: 'ACCUSE', source: refs(a), recipient: refs(b), quad: 3 },
        ...(date !== undefined && { date }),
      }),
  ],
  [
    /(?<a>[A-Z]{3}) and (?<b>[A-Z]{3}) (?<status>are|were|ended being) partners(?: since (?<since>\S+))?\./g,
    (document, quote, { a = '', b = '', status = '', since }) =>
      tieOf(document, quote, {
        ...{ parties: refs(a, b), grade: { written: 'partners' }, status: STATUS[status] },
        ...(since !== undefined && (status === 'ended being' ? { until: since } : { since })),
      }),
  ],
  [
    /(?<a>[A-Z]{3}) joined (?<body>PACT|CLUB)\./g,
    (document, quote, { a = '', body = '' }) =>
      tieOf(document, quote, {
        ...{ tie: 'agreement', name: `the ${body}`, instrument: body, parties: refs(a) },
      }),
  ],
  [
    /(?<a>[A-Z]{3}) will cut steel tariffs for (?<b>[A-Z]{3})\./g,
    (document, quote, { a = '', b = '' }) =>
      commitmentOf(document, quote, {
        obligors: refs(a),
        beneficiaries: refs(b),
        action: 'cut steel tariffs',
      }),
  ],
  [
    /(?<a>[A-Z]{3}) cut steel tariffs for (?<b>[A-Z]{3})\./g,
    (document, quote, { a = '', b = '' }) =>
      eventOf(document, quote, { type: 'COOPERATE', source: refs(a), recipient: refs(b), quad: 2 }),
  ],
  [
    /Trade of (?<a>[A-Z]{3}) with (?<b>[A-Z]{3}) grew\./g,
    (document, quote, { a = '', b = '' }) => measureOf(document, quote, { parties: refs(a, b) }),
  ],
  [/(?<a>[A-Z]{3}) spoke\./g, (document, quote, { a = '' }) => claimOf(document, quote, { about: refs(a) })],
];
const STATUS: Readonly<Record<string, TieEntry['status']>> = {
  are: 'in-force',
  were: 'announced',
  'ended being': 'ended',
};

/** Reads documents made of these sentences. */
export async function createReader(): Promise<DocumentReader> {
  return {
    version: '1.0.0',
    read: (document) =>
      SENTENCES.flatMap(([sentence, told]) =>
        [...document.text.matchAll(sentence)].map((match) => told(document, match[0], match.groups ?? {})),
      ),
  };
}
