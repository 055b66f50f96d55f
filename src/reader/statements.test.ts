import { beforeAll, describe, expect, it } from 'vitest';
import type { Document, Entry, EntryKind } from '../record/index.js';
import { createReader, documentOf, type Reader } from './index.js';

let reader: Reader;
beforeAll(async () => {
  reader = await createReader();
});

function read<K extends EntryKind>(
  kind: K,
  text: string,
  metadata: Partial<Document> = {},
): Extract<Entry, { kind: K }>[] {
  const document = documentOf(text, { published: '2020-05-12', genre: 'news', ...metadata });
  // The filter leaves only entries of this kind.
  return reader.read(document).filter((e) => e.kind === kind) as Extract<Entry, { kind: K }>[];
}

describe('claims', () => {
  it('hold a party to the stand it takes', () => {
    const [claim] = read('claim', 'India opposes terrorism in all its forms.');
    expect(claim?.speaker).toBe('IND');
    expect(claim?.stance).toBe('oppose');
  });

  it('are the author’s where the author judges', () => {
    const [claim] = read('claim', 'The United States regularly engages in provocations.', {
      genre: 'opinion',
    });
    expect(claim?.speaker).toBe('author');
    expect(claim?.about.map((a) => a.party)).toEqual(['USA']);
    expect(claim?.stance).toBe('oppose');
  });

  it('are not made of the narrator’s words in news', () => {
    expect(read('claim', 'The United States engages in provocations.')).toEqual([]);
  });
});

describe('measures', () => {
  it.each([
    ['Trade between China and Vietnam reached $100 billion in 2018.', 'trade', 100e9, 'USD'],
    ['China accounts for 20 percent of Japan’s trade.', 'share of trade', 20, '%'],
  ])('%s', (text, quantity, value, unit) => {
    const [measure] = read('measure', text);
    expect(measure).toMatchObject({ quantity, value, unit });
  });
});

describe('whose voice', () => {
  it('lasts through a quotation of several sentences', () => {
    const text =
      '“We oppose hegemony,” China said. “China will never seek hegemony. China supports dialogue.”';
    const made = read('commitment', text);
    expect(made.map((m) => m.speaker)).toEqual(['CHN']);
  });

  it('finds the two sides, the bloc and the country', () => {
    const text = 'Japan and India met. The two sides agreed to expand trade.';
    const found = read('event', text).filter((e) => e.type === 'AGREE');
    expect(new Set(found[0]?.source.map((s) => s.party))).toEqual(new Set(['JPN', 'IND']));
  });
});
