import { describe, expect, it } from 'vitest';
import { loadOne } from '../../../test/fixtures/sources/load-bytes.js';

describe('precedence', () => {
  const text =
    '---\ndate: 2019-03-04\ngenre: statement\nspeaker: Japan\n---\nStatement by the European Union\n\nBusan, 5 March 2019\n\nWe thank our hosts.';

  it('flags over front matter over the text', async () => {
    const flagged = await loadOne(text, 'text', { date: '2020', speaker: 'India', genre: 'speech' });
    expect(flagged.document).toMatchObject({
      published: '2020',
      speaker: 'IND',
      genre: 'speech',
      delivered: '2019-03-05',
    });
    expect(flagged.basis).toMatchObject({
      published: 'flag',
      speaker: 'flag',
      genre: 'flag',
      delivered: 'text',
    });
    const plain = await loadOne(text, 'text');
    expect(plain.document).toMatchObject({ published: '2019-03-04', speaker: 'JPN', genre: 'statement' });
  });

  it('warns of a speaker and a genre that are unknown, and uses neither', async () => {
    const { document, warnings } = await loadOne(
      '---\nspeaker: Atlantis\ngenre: ballad\n---\nWe sing.',
      'text',
    );
    expect(document.speaker).toBeUndefined();
    expect(document.genre).toBeUndefined();
    expect(warnings.join()).toMatch(/'ballad'.*'Atlantis'/);
  });
});
