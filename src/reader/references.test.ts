import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../record/index.js';
import { playersOf } from './judges/players.js';
import { begin, noteSentence, sceneOf } from './read.js';
import { createReader, documentOf, type Reader } from './reader.js';
import { sentencesOf } from './sentences.js';

let reader: Reader;
beforeAll(async () => {
  reader = await createReader();
});

/** Whom each word of the last sentence stands for: `her → USA/GOV`. */
function meant(text: string, metadata: Partial<Document> = {}): Record<string, string> {
  const document = documentOf(text, { genre: 'news', published: '2015-10-02', ...metadata });
  const running = begin(document);
  let last: Record<string, string> = {};
  for (const sentence of sentencesOf(reader.language, text)) {
    const scene = sceneOf(reader.resources, document, sentence, running);
    last = Object.fromEntries(
      playersOf(scene).map(({ token, actors }) => [
        sentence.forms[token] ?? '',
        actors.map(({ party }) => party).join(' '),
      ]),
    );
    noteSentence(running, scene);
  }
  return last;
}

describe('whom a word means', () => {
  it('a person in the same sentence, not the other end of the verb', () => {
    expect(meant('The Peruvian foreign minister said that Chile had accused her of lying.').her).toBe(
      'PER/GOV',
    );
  });

  it('several, across sentences', () => {
    expect(meant('Kenyan soldiers crossed the border. They burned two villages.').They).toBe('KEN/MIL');
  });

  it('the noun that a relative clause explains', () => {
    expect(meant('Norway expelled the Iranian diplomats who had threatened an author.').who).toBe('IRN/GOV');
  });

  it('a body by the noun that its name holds', () => {
    expect(meant('The African Union met in Lusaka. The Union condemned the coup.').Union).toBe('AU');
    expect(meant('I thank the Assembly.', { genre: 'speech', speaker: 'FJI' }).Assembly).toBe('UNGA');
  });

  it('in a speech, whom the speaker speaks to', () => {
    expect(meant('I congratulate you on your election.', { genre: 'speech', speaker: 'FJI' }).you).toBe(
      'UNGA',
    );
  });

  it('police and courts of the place where a story plays, or of whoever owns them', () => {
    expect(meant('In Madrid, police arrested a man on Monday.').police).toBe('ESP/COP');
    expect(meant('Poland is in mourning. Police arrested a man on Monday.').Police).toBe('POL/COP');
    expect(meant('We thank our soldiers.', { genre: 'speech', speaker: 'FJI' }).soldiers).toBe('FJI/MIL');
  });

  it('nobody where nobody is named', () => {
    expect(meant('Police arrested a man on Monday.')).toEqual({ Police: '-/COP', man: '-/CVL' });
    expect(meant('The Council met.', { genre: 'report' })).toEqual({});
  });

  it('the state of a place', () => {
    expect(meant('Shells fell on Kharkiv.').Kharkiv).toBe('UKR');
  });
});

describe('modality', () => {
  const modality = (text: string) =>
    reader
      .read(documentOf(text, { genre: 'news', published: '2015-10-02' }))
      .flatMap((e) => (e.kind === 'event' ? [`${e.type} ${e.modality}`] : []));

  it.each([
    ['Russia reportedly attacked Poland.', 'ASSAULT alleged'],
    ['An obscure blogger claimed Russia attacked Poland.', 'ASSAULT alleged'],
    ['Russia attacked Poland.', 'ASSAULT asserted'],
  ])('%s', (text, expected) => {
    expect(modality(text)).toContain(expected);
  });
});
