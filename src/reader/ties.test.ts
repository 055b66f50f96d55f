import { beforeAll, describe, expect, it } from 'vitest';
import type { Document, TieEntry } from '../record/index.js';
import { createReader, documentOf, type Reader } from './index.js';

let reader: Reader;
beforeAll(async () => {
  reader = await createReader();
});

function ties(text: string, metadata: Partial<Document> = {}): TieEntry[] {
  const document = documentOf(text, { published: '2021-11-22', genre: 'news', ...metadata });
  return reader.read(document).filter((e): e is TieEntry => e.kind === 'tie');
}
const sides = (tie: TieEntry | undefined) => new Set(tie?.parties.map((p) => p.party));

describe('partnerships', () => {
  it('keep their grade as written and on its ladder', () => {
    const [tie] = ties('Vietnam and Japan established an extensive strategic partnership in March 2014.');
    expect(sides(tie)).toEqual(new Set(['VNM', 'JPN']));
    expect(tie?.grade?.written).toContain('strategic partnership');
    expect(tie?.since).toBe('2014-03');
  });

  it('may carry their parties in their name', () => {
    const [tie] = ties('Leaders reviewed the China-ASEAN Comprehensive Strategic Partnership.');
    expect(sides(tie)).toEqual(new Set(['CHN', 'ASEAN']));
    expect(tie?.grade?.normalised).toBe('comprehensive strategic partnership');
  });

  it('are counted back from an anniversary', () => {
    const text =
      'Officials marked the 10th anniversary of the strategic partnership between India and Vietnam.';
    const [tie] = ties(text, { published: '2017-07-06' });
    expect(tie?.since).toBe('2007');
    expect(tie?.sinceBasis).toBe('relative');
  });

  it('keep a grade that no ladder has as it is written', () => {
    const [tie] = ties(
      'Chile and Norway established a strategic cooperative development partnership in 2020.',
    );
    expect(tie?.grade?.written).toBe('strategic cooperative development partnership');
    expect(tie?.grade?.normalised).toBeUndefined();
  });

  it('are of all whose leaders announce them', () => {
    const [tie] = ties(
      'The leaders of Chile and Peru issued a joint declaration that establishes a strategic partnership.',
    );
    expect(sides(tie)).toEqual(new Set(['CHL', 'PER']));
  });

  it('are of the speaker and of whom it named with itself', () => {
    const text =
      'Thirty years ago we began our dialogue with ASEAN. Today we announce together a comprehensive strategic partnership.';
    const found = ties(text, { speaker: 'NZL', genre: 'speech' }).find(({ tie }) => tie === 'partnership');
    expect(sides(found)).toEqual(new Set(['NZL', 'ASEAN']));
  });

  it('are not founded in the years of a plan', () => {
    const [tie] = ties(
      'On Friday Chile and Peru raised their relations to a strategic partnership, together with a plan of action for 2022 to 2026.',
    );
    expect(tie?.since ?? '').not.toContain('/');
  });

  it('need two parties', () => {
    expect(ties('A strategic partnership takes time.')).toEqual([]);
  });
});

describe('other ties', () => {
  it('membership by verb, with its beginning', () => {
    const [tie] = ties('Vietnam joined ASEAN in July 1995.');
    expect(tie?.tie).toBe('membership');
    expect(sides(tie)).toEqual(new Set(['VNM', 'ASEAN']));
    expect(tie?.since).toBe('1995-07');
  });

  it('no end of a membership where something else is withdrawn', () => {
    expect(ties('South Korea withdrew its complaint from the World Trade Organization.')).toEqual([]);
  });

  it('sanctions with sender and target', () => {
    const tie = ties('The European Union imposed sanctions on Belarus.').find((t) => t.tie === 'sanctions');
    expect(tie?.parties.map((p) => `${p.party} ${p.role}`)).toEqual(['EU sender', 'BLR target']);
  });

  it('diplomatic relations', () => {
    const tie = ties('China and South Korea established diplomatic relations in August 1992.').find(
      (t) => t.tie === 'diplomatic-relations',
    );
    expect(sides(tie)).toEqual(new Set(['CHN', 'KOR']));
    expect(tie?.since).toBe('1992-08');
  });

  it('an agreement that is not there is absent, not missing', () => {
    const tie = ties('Canada has yet to sign a free trade agreement with Indonesia.').find(
      (t) => t.tie === 'agreement',
    );
    expect(tie?.status).toBe('absent');
    expect(tie?.name).toBe('free trade agreement');
  });
});
