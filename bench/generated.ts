import { createHash } from 'node:crypto';
import type { Reading } from '../src/ledger/index.js';
import { randomNumbers } from '../src/reader/evaluate/random.js';
import { documentId, type Entry, type PartyRef } from '../src/record/index.js';

/** Parties of generated entries, the first named most, as great powers are. */
const PARTIES = [
  ...[
    'USA',
    'CHN',
    'RUS',
    'EU',
    'JPN',
    'IND',
    'ASEAN',
    'GBR',
    'FRA',
    'DEU',
    'UN',
    'NATO',
    'IRN',
    'ISR',
    'UKR',
  ],
  ...[
    'KOR',
    'PRK',
    'VNM',
    'AUS',
    'IDN',
    'PAK',
    'TUR',
    'SAU',
    'BRA',
    'ZAF',
    'MEX',
    'CAN',
    'ITA',
    'ESP',
    'POL',
  ],
  ...[
    'PHL',
    'THA',
    'MYS',
    'SGP',
    'KHM',
    'LAO',
    'MMR',
    'BGD',
    'LKA',
    'NPL',
    'KAZ',
    'UZB',
    'EGY',
    'NGA',
    'KEN',
  ],
  ...[
    'ETH',
    'DZA',
    'MAR',
    'ARG',
    'CHL',
    'COL',
    'PER',
    'VEN',
    'CUB',
    'NZL',
    'PNG',
    'FJI',
    'SWE',
    'NOR',
    'FIN',
  ],
];
const GRADES = ['comprehensive partnership', 'strategic partnership', 'comprehensive strategic partnership'];
const SENTENCE =
  'The two sides agreed on further steps, and their talks went on in the capital for another day. ';
const READER = 'generated 1';

/** Documents with entries of all kinds in the shares of real ones: events, ties, commitments, claims, measures. */
export function* generatedReadings(entries: number, perDocument = 40): Generator<Reading> {
  const random = randomNumbers(7);
  const party = () => PARTIES[Math.floor(PARTIES.length * random() ** 2.2)] ?? 'CHN';
  for (let made = 0, number = 0; made < entries; made += perDocument, number++) {
    const head = `Document ${number}.\n\n`;
    const text = `${head}${SENTENCE.repeat(perDocument)}`;
    const day = new Date(Date.UTC(1992, 0, 1 + Math.floor(random() * 12_000))).toISOString().slice(0, 10);
    const id = documentId(text);
    const document = {
      id,
      sources: [{ path: `generated/${number}.txt` }],
      title: `Document ${number}`,
      published: day,
      authors: [],
      language: 'en',
      text,
    };
    const own = Array.from({ length: Math.min(perDocument, entries - made) }, (_, i) =>
      entryOf({ document: id, day, head: head.length }, made + i, i, [party(), party()], random),
    );
    yield { document, entries: own, reader: READER };
  }
}

function entryOf(
  { document, day, head }: { readonly document: string; readonly day: string; readonly head: number },
  number: number,
  at: number,
  [a, b]: readonly [string, string],
  random: () => number,
): Entry {
  const start = head + at * SENTENCE.length;
  const common = {
    id: createHash('md5').update(String(number)).digest('hex'),
    document,
    passages: [{ start, end: start + SENTENCE.length - 1 }],
    speaker: 'author',
    attribution: [],
    modality: 'asserted' as const,
    confidence: 0.5,
    reader: READER,
  };
  const both: PartyRef[] = [{ party: a }, { party: b }];
  const kind = random();
  if (kind < 0.52)
    return {
      ...common,
      ...{
        kind: 'event',
        type: 'CONSULT',
        cameo: '040',
        contexts: [],
        date: day,
        source: [{ party: `${a}/GOV` }],
      },
      ...{ recipient: [{ party: b }], symmetric: false, quad: 1, intensity: 1 },
    };
  if (kind < 0.6)
    return {
      ...common,
      ...{ kind: 'tie', tie: 'partnership', parties: both, status: 'in-force' },
      ...foundingOf(a, b, random),
    };
  if (kind < 0.7)
    return {
      ...common,
      kind: 'commitment',
      obligors: [{ party: a }],
      beneficiaries: [{ party: b }],
      action: 'agreed on further steps',
      areas: [],
    };
  if (kind < 0.98)
    return {
      ...common,
      kind: 'claim',
      about: both,
      stance: 'neutral',
      proposition: 'their talks went on',
      principles: [],
    };
  return { ...common, kind: 'measure', quantity: 'trade', parties: both, value: number, unit: 'USD' };
}

/** Documents tell the same few steps again and again, and one in fifty gets the year wrong. */
function foundingOf(
  a: string,
  b: string,
  random: () => number,
): { since: string; grade: { written: string } } {
  const step = Math.floor(random() * GRADES.length);
  const pair = [...[a, b].sort().join()].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);
  const slip = random() < 0.02 ? 1 : 0;
  return { since: String(1992 + (pair % 10) + step * 8 + slip), grade: { written: GRADES[step] ?? '' } };
}
