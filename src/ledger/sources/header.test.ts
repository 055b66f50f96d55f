import { describe, expect, it } from 'vitest';
import { loadOne, resolveParty } from '../../../test/fixtures/sources/load-bytes.js';

const PROSE =
  'Ministers from the two countries said on Monday that the talks had gone well, and that the ferry line between their ports, which has been closed since the storm, would be opened again before the summer.';
const MORE =
  'The ferry, officials said, would carry lorries as well as travellers, and both governments told the owners that customs would be quick.';

describe('headers', () => {
  it('reads title, byline, dateline and agency, and marks what is no prose', async () => {
    const text = `Ferry line to open again\n\nBy Mira Castellan\n\nBUSAN, 12 May 2020 (Gazette) — ${PROSE}\n\n${MORE}\n`;
    const { document, boilerplate } = await loadOne(text, 'text');
    expect(document).toMatchObject({
      title: 'Ferry line to open again',
      authors: ['Mira Castellan'],
      published: '2020-05-12',
      genre: 'news',
      text,
    });
    expect(document.speaker).toBeUndefined();
    expect(document.sources[0]?.publisher).toBe('Gazette');
    expect(boilerplate.map(({ start, end }) => text.slice(start, end))).toEqual([
      'By Mira Castellan\n\nBUSAN, 12 May 2020 (Gazette) — ',
    ]);
  });

  it('says that a dateline without a year needs one, and takes the year that is known', async () => {
    const text = `Ferry line to open again\n\nBUSAN, Nov. 22 (Gazette) — ${PROSE}\n\n${MORE}\n`;
    const alone = await loadOne(text, 'text');
    expect(alone.document.published).toBeUndefined();
    expect(alone.warnings.join()).toContain('without a year');
    const dated = await loadOne(text, 'text', { date: '2021' });
    expect(dated.document.published).toBe('2021');
    expect(dated.warnings).toEqual([]);
  });

  it.each([
    [
      'a title without a blank line after it',
      `Ferry line to open again\n${PROSE}\n${MORE}`,
      'Ferry line to open again',
    ],
    ['a question', `Will the ferry come back?\n\n${PROSE}`, 'Will the ferry come back?'],
    ['no title before prose', `${PROSE}\n\n${MORE}`, undefined],
    [
      'no title where a sentence goes on in the next line',
      `The ministers of the two\ncountries said that the ferry would\nopen again.`,
      undefined,
    ],
    ['no title in a greeting', `Mr. President,\n\n${PROSE}`, undefined],
    ['no title in an invocation', `In the name of God, the Merciful\n\n${PROSE}`, undefined],
    ['no title in a date', `Friday, January 4, 2019\n\n${PROSE}`, undefined],
  ])('%s', async (_, text, title) => {
    expect((await loadOne(text, 'text')).document.title).toBe(title);
  });

  it('takes a lone date for that of publication in news and of delivery in speeches', async () => {
    const news = await loadOne(`Friday, January 4, 2019\n\n${PROSE}\n\n${MORE}\n\n${MORE}`, 'text');
    expect(news.document).toMatchObject({ published: '2019-01-04', genre: 'news' });
    const speech = await loadOne(
      `Remarks by Vice Foreign Minister Li Wei of China at the Harbour Forum\nBusan, 14 May 2017\n\nDistinguished guests,\n\nWe will open the line again, and we thank our hosts for their patience.`,
      'text',
    );
    expect(speech.document).toMatchObject({ delivered: '2017-05-14', genre: 'speech', speaker: 'CHN' });
    expect(speech.document.published).toBeUndefined();
  });

  it.each([
    ['Joint Statement between Japan and Viet Nam on Ferries', 'agreement', undefined],
    ['JOINT COMMUNIQUE OF THE SECOND HARBOUR SUMMIT', 'agreement', undefined],
    ['China and Japan issue joint statement on ferries', undefined, undefined],
    ['Statement by the European Union on the ferry line', 'statement', 'EU'],
    ['Statement of the Government of Japan on the ferry line', 'statement', 'JPN'],
    ['Speech by Wang Yi at the Harbour Forum', 'speech', 'CHN'],
    ['Keynote address at the Harbour Forum', 'speech', undefined],
    ['Annual report on ferries', 'report', undefined],
    ['Opinion: The ferry we need', 'opinion', undefined],
    ["Foreign Ministry Spokesperson's Remarks on the ferry line", 'statement', undefined],
  ])('%s is %s', async (title, genre, speaker) => {
    const { document } = await loadOne(`${title}\n\nThe line between the two ports opens in May.`, 'text');
    expect(document.genre).toBe(genre);
    expect(document.speaker).toBe(speaker);
  });

  it('reads a record of the United Nations', async () => {
    const text =
      'Mr. Li Wei (China) (spoke in Chinese): We thank the President for the debate.\n\nWe will vote for the draft.';
    expect((await loadOne(text, 'text', { resolveParty })).document).toMatchObject({
      genre: 'speech',
      speaker: 'CHN',
    });
  });

  it('gives a speaker to an official who signs in the byline, to no other', async () => {
    const official = await loadOne(
      `Why ferries matter\nBy Li Wei, Ambassador of China to Vietnam\n\n${PROSE}`,
      'text',
      { genre: 'opinion' },
    );
    expect(official.document).toMatchObject({ authors: ['Li Wei'], speaker: 'CHN' });
    const below = await loadOne(
      `Why ferries matter\nBy Li Wei\nAmbassador of China to Vietnam\n\n${PROSE}`,
      'text',
      { genre: 'opinion' },
    );
    expect(below.document).toMatchObject({ authors: ['Li Wei'], speaker: 'CHN' });
    const reporter = await loadOne(`Why ferries matter\nBy Mira Castellan in Hanoi\n\n${PROSE}`, 'text', {
      genre: 'opinion',
    });
    expect(reporter.document.speaker).toBeUndefined();
    const correspondent = await loadOne(`Why ferries matter\nBy Mira Castellan, Japan\n\n${PROSE}`, 'text', {
      genre: 'opinion',
    });
    expect(correspondent.document).toMatchObject({ authors: ['Mira Castellan'] });
    expect(correspondent.document.speaker).toBeUndefined();
    const minister = await loadOne(`Why ferries matter\nBy Wang Yi\n\n${PROSE}`, 'text', {
      genre: 'opinion',
    });
    expect(minister.document.speaker).toBe('CHN');
  });

  it.each([
    [
      'Remarks by Foreign Minister Kenji Mori of Japan at the Harbour Forum, 3 May 2016',
      'JPN',
      ['Kenji Mori'],
      '2016-05-03',
    ],
    [
      'Opening remarks by H.E. Kenji Mori, Minister of Foreign Affairs of Japan\nat the Harbour Forum\nBusan, 3 May 2016',
      'JPN',
      ['Kenji Mori'],
      '2016-05-03',
    ],
    [
      "Transcript of Foreign Minister Wang Yi's speech at the Harbour Forum\n3 May 2016",
      'CHN',
      ['Wang Yi'],
      '2016-05-03',
    ],
    [
      'Keynote speech\nby Kenji Mori\nForeign Minister of Japan\n\nBusan, May 3, 2016',
      'JPN',
      ['Kenji Mori'],
      '2016-05-03',
    ],
    [
      'A speech at the forum\n\nBUSAN, May 3 (Gazette) -- Following is the full text of the speech delivered by Japanese Foreign Minister Kenji Mori at the Harbour Forum on May 3, 2016:',
      'JPN',
      ['Kenji Mori'],
      '2016-05-03',
    ],
  ])('speech: %s', async (head, speaker, authors, delivered) => {
    const { document } = await loadOne(`${head}\n\nWe keep the line open.`, 'text');
    expect(document).toMatchObject({ genre: 'speech', speaker, authors, delivered });
  });

  it('an article by a minister is opinion in the voice of the state', async () => {
    const text = `Article by Foreign Minister Wang Yi of China\n\n3 May 2016\n\n${PROSE}`;
    expect((await loadOne(text, 'text')).document).toMatchObject({
      genre: 'opinion',
      speaker: 'CHN',
      authors: ['Wang Yi'],
      published: '2016-05-03',
    });
  });
});
