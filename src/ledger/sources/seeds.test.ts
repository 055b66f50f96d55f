import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { collect, resolveParty } from '../../../test/fixtures/sources/load-bytes.js';
import { sliceCodePoints } from '../../record/index.js';
import { expandPaths } from './expand.js';
import { loadDocuments } from './load.js';
import { readSidecar } from './sidecar.js';

const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url));
const missing = !existsSync(shared);
if (missing) console.warn('skipped: ../shared with its seeds, gold files and corpora is not there');

interface GoldDocument {
  readonly kind: string;
  readonly authors?: readonly string[];
  readonly [field: string]: unknown;
}

describe.skipIf(missing)('the seeds', () => {
  const golds = missing ? [] : readdirSync(`${shared}gold`).filter((name) => name.endsWith('.jsonl'));

  it.each(golds)('%s', async (gold) => {
    const lines = readFileSync(`${shared}gold/${gold}`, 'utf8').trim().split('\n');
    // Lines of other kinds hold what the reader must find.
    const expected = lines
      .map((line) => JSON.parse(line) as GoldDocument)
      .filter(({ kind }) => kind === 'document');
    const metadata = await readSidecar(`${shared}seeds/metadata.csv`);
    const path = `${shared}seeds/${gold.replace('.jsonl', '.txt')}`;
    const [result] = await collect(loadDocuments({ path, format: 'text' }, { metadata, resolveParty }));
    if (!result?.ok) throw new Error('not read');
    for (const { kind: _, authors = [], ...fields } of expected) {
      expect(result.document.authors).toEqual(authors);
      for (const [field, value] of Object.entries(fields))
        expect(String(Object.entries(result.document).find(([name]) => name === field)?.[1])).toMatch(
          new RegExp(`^${value}`),
        );
      expect(result.document.speaker).toBe(fields.speaker);
    }
  });

  it('no quote of a gold line lies in boilerplate', async () => {
    for (const gold of golds) {
      const path = `${shared}seeds/${gold.replace('.jsonl', '.txt')}`;
      const [result] = await collect(loadDocuments({ path, format: 'text' }, { resolveParty }));
      if (!result?.ok) throw new Error('not read');
      const { text } = result.document;
      const prose = [...result.boilerplate].reverse().reduce((left, { start, end }) => {
        const exact = sliceCodePoints(text, start, end);
        return left.replace(exact, '');
      }, text);
      for (const line of readFileSync(`${shared}gold/${gold}`, 'utf8').trim().split('\n')) {
        const { quote } = JSON.parse(line) as { quote?: string };
        if (quote) expect(prose).toContain(quote);
      }
    }
  });
});

describe.skipIf(missing)('the corpora', () => {
  it('reads every speech of the General Debate', async () => {
    let read = 0;
    for await (const item of expandPaths([`${shared}corpora/un-general-debate`]))
      for await (const result of loadDocuments(item)) {
        if (!result.ok) throw result.error;
        read++;
        const { speaker, genre, delivered, language, text } = result.document;
        expect(speaker).toMatch(/^[A-Z]{2,3}$/);
        expect([genre, language, text.includes('\r'), text.startsWith('\ufeff')]).toEqual([
          'speech',
          'en',
          false,
          false,
        ]);
        expect(delivered).toMatch(/^\d{4}-09$/);
      }
    expect(read).toBe(1002);
  }, 60_000);

  it('reads every row of the Wikinews table, none as speech or opinion', async () => {
    const path = `${shared}corpora/wikinews/wikinews_2019.csv`;
    const results = await collect(loadDocuments({ path, format: 'csv' }));
    expect(results).toHaveLength(171);
    for (const result of results) {
      if (!result.ok) throw result.error;
      expect(result.document.published).toMatch(/^2019-\d\d-\d\d$/);
      expect(result.document.genre ?? 'news').toBe('news');
      expect(result.document.authors).toEqual([]);
    }
  });
});
