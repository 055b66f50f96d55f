import { describe, expect, it } from 'vitest';
import { loadOne } from '../../../test/fixtures/sources/load-bytes.js';

const BODY = `The harbour question

Ports are where trade begins, and a neighbour's port is where trust begins. For twenty years the two countries have built both, and there is more to build before either can say that the work is done.

Goods that waited a week now wait a day. That was not the work of one ministry, nor of one government, and it will not be undone by one election.

What comes next is harder: rules that both sides keep when keeping them costs something.`;

function withFooter(footer: string) {
  return loadOne(`${BODY}\n\n${footer}\n`, 'text');
}

describe('footers', () => {
  it.each([
    ['The writer is a columnist for a harbour newspaper.', [], undefined, 'opinion'],
    [
      'The author, Mira Castellan, is a professor of law at the Harbour University.',
      ['Mira Castellan'],
      undefined,
      'opinion',
    ],
    ['The author is Ambassador of China to Vietnam.', [], 'CHN', 'opinion'],
    ["Li Wei, Ambassador of the People's Republic of China to Vietnam", ['Li Wei'], 'CHN', 'opinion'],
    ['Ambassador of China to Vietnam Li Wei.', ['Li Wei'], 'CHN', 'opinion'],
    ['Li Wei\nAmbassador China to Vietnam', ['Li Wei'], 'CHN', 'opinion'],
    ['Giorgio Bellini\nEU Ambassador to Indonesia', ['Giorgio Bellini'], 'EU', 'opinion'],
    ['Li Wei is Vice Foreign Minister of China.', ['Li Wei'], 'CHN', 'opinion'],
    ['* Li Wei is a former ambassador of China to Vietnam.', ['Li Wei'], undefined, 'opinion'],
    ['Mira Castellan is a senior fellow at the Harbour Institute.', ['Mira Castellan'], undefined, 'opinion'],
    ['The views expressed in this article are those of the author alone.', [], undefined, 'opinion'],
    ['Kenji Mori, Minister of Foreign Affairs of Japan', ['Kenji Mori'], 'JPN', 'opinion'],
  ])('%s', async (footer, authors, speaker, genre) => {
    const { document } = await withFooter(footer);
    expect(document.authors).toEqual(authors);
    expect(document.speaker).toBe(speaker);
    expect(document.genre).toBe(genre);
  });

  it.each([
    [
      '[1] Li Wei is Vice Foreign Minister of China. He delivered the remarks at the Harbour Forum in Busan on February 6, 2015.',
      '2015-02-06',
      'CHN',
    ],
    [
      'Kenji Mori is Foreign Minister of Japan. He gave this speech at the Harbour Club on 3 March 2011.',
      '2011-03-03',
      'JPN',
    ],
    [
      'This is the edited text of a speech given at the Harbour Club on 3 March 2011.',
      '2011-03-03',
      undefined,
    ],
    ['(Remarks delivered at the Harbour Forum, 6 February 2015)', '2015-02-06', undefined],
  ])('%s', async (footer, delivered, speaker) => {
    const { document } = await withFooter(footer);
    expect(document).toMatchObject({ genre: 'speech', delivered });
    expect(document.speaker).toBe(speaker);
  });

  it('takes the first printing for publisher and date', async () => {
    const { document } = await withFooter(
      'This article was first published in the Harbour Gazette on 5 May 2016.',
    );
    expect(document.published).toBe('2016-05-05');
    expect(document.sources[0]?.publisher).toBe('Harbour Gazette');
  });

  it.each([
    'On Thursday, Li Wei, the former minister of China, died at the age of ninety.',
    'Thai Foreign Minister Somchai Dee will visit Beijing next week, officials said.',
    'Premier Li Wei delivered the speech on 3 March, and the crowd left in silence.',
    'The study, published on Thursday in a journal, found no link.',
  ])('is not: %s', async (line) => {
    const { document } = await withFooter(line);
    expect(document.authors).toEqual([]);
    expect(document.speaker).toBeUndefined();
    expect(document.delivered).toBeUndefined();
    expect(document.sources[0]?.publisher).toBeUndefined();
  });
});
