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

  it('in a speech, the president of the assembly where no other president was named', () => {
    const speech = { genre: 'speech', speaker: 'FJI', published: '2015-10-02' } as const;
    const thanked = 'I commend the President for the choice of our theme.';
    expect(meant(thanked, speech).President).toBe('UNGA');
    expect(meant(`We met President Xi Jinping in May. ${thanked}`, speech).President).toBe('CHN/GOV');
    expect(meant('I thank Mr. Mogens Lykketoft and his predecessor.', speech).predecessor).toBe('UNGA');
    expect(meant('We greet the members of the Bureau.', speech).members).toBe('UNGA');
  });

  it('one whose name follows', () => {
    const speech = { genre: 'speech', speaker: 'FJI', published: '2015-10-02' } as const;
    expect(meant('I thank our host, Mr. Mogens Lykketoft, for his work.', speech).host).toBe('UNGA');
  });

  it('the owner of the last where several are joined', () => {
    const speech = { genre: 'speech', speaker: 'FJI' } as const;
    expect(meant('We congratulate the Government and the people of Iraq.', speech).Government).toBe(
      'IRQ/GOV',
    );
  });

  it('another than us where the sentence is about what we do', () => {
    const speech = { genre: 'speech', speaker: 'FJI' } as const;
    expect(meant('We reject the blockade of Nicaragua and stand by its people.', speech).people).toBe(
      'NIC/CVL',
    );
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
