import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventOf, documentOf as exampleDocument, refs } from '../../test/ledger/examples.js';
import { type EventEntry, PLOVER_TYPES } from '../record/index.js';
import { createReader, documentOf, type Reader } from './index.js';
import { type Telling, withoutRepetitions } from './repetitions.js';

let reader: Reader;
beforeAll(async () => {
  reader = await createReader();
});

/** Days of the events that a text tells, and in how many passages each. */
function told(text: string): string[] {
  const document = documentOf(text, { published: '2019-06-12', genre: 'news' });
  return reader
    .read(document)
    .filter((e): e is EventEntry => e.kind === 'event')
    .map((e) => `${e.type} ${e.date} ×${e.passages.length}`);
}

describe('one act told several times in a document', () => {
  it.each([
    [
      'within the other’s time',
      'Russian forces attacked Ukraine on 3 June 2019. The town was calm. Russian forces attacked Ukraine in June 2019.',
      ['ASSAULT 2019-06-03 ×2'],
    ],
    [
      'by a verb and by a noun of the same code',
      'Japan imposed sanctions on North Korea on 3 June 2019. Japan sanctioned North Korea in 2019.',
      ['SANCTION 2019-06-03 ×2'],
    ],
    [
      'three times, the coarsest first',
      'India condemned Pakistan in 2019. India condemned Pakistan in May 2019. India condemned Pakistan on 4 May 2019.',
      ['ACCUSE 2019-05-04 ×3'],
    ],
  ])('is one event: %s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    [
      'two days',
      'Russian forces attacked Ukraine on 3 June 2019. Russian forces attacked Ukraine on 7 June 2019.',
    ],
    [
      'once more',
      'Russian forces attacked Ukraine on 3 June 2019. Russian forces attacked Ukraine again in June 2019.',
    ],
    ['two demands', 'Japan urged China to lift tariffs. Japan urged China to release the crew.'],
    ['other parties', 'India condemned Pakistan in 2019. India condemned Nepal on 4 May 2019.'],
    ['the other way round', 'India condemned Pakistan in 2019. Pakistan condemned India on 4 May 2019.'],
    ['a denial', 'India condemned Pakistan in 2019. India did not condemn Pakistan on 4 May 2019.'],
  ])('are two entries, or one of them none: %s', (_, text) => {
    for (const one of told(text)) expect(one).toContain('×1');
  });

  it('stays by itself where it may be either of two', () => {
    const text =
      'Russian forces attacked Ukraine on 3 June 2019. Russian forces attacked Ukraine on 7 June 2019. ' +
      'Russian forces attacked Ukraine in June 2019.';
    expect(told(text)).toEqual(['ASSAULT 2019-06-03 ×1', 'ASSAULT 2019-06-07 ×1', 'ASSAULT 2019-06 ×1']);
  });
});

const document = exampleDocument('one two three four five six seven eight nine ten');
const WORDS = document.text.split(' ');
const event = (n: number, own: Partial<EventEntry>) =>
  eventOf(document, WORDS[n] ?? '', { source: refs('CHN'), recipient: refs('FJI'), ...own }) as EventEntry;
const telling = (lemma: string, another = false): Telling => ({ lemma, another });

describe('withoutRepetitions', () => {
  const pair = (
    a: Partial<EventEntry>,
    b: Partial<EventEntry>,
    words = ['raid', 'raid'],
    another = false,
  ) => {
    const [one, two] = [event(0, a), event(1, b)];
    const tellings = new Map([
      [one.id, [telling(words[0] ?? '')]],
      [two.id, [telling(words[1] ?? '', another)]],
    ]);
    return withoutRepetitions([one, two], tellings) as EventEntry[];
  };
  const dated = { date: '2019-06-03' };

  it('takes the undated, or the nearer told, for the same', () => {
    expect(pair({ cameo: '190' }, { cameo: '190', ...dated }, ['raid', 'attack'])).toMatchObject([
      { date: '2019-06-03', passages: [{ start: 0 }, { start: 4 }] },
    ]);
    expect(pair({ ...dated, place: 'HUE' }, { date: '2019' })).toMatchObject([{ place: 'HUE' }]);
    expect(pair({ mode: 'raid' }, dated)).toHaveLength(1);
    expect(pair({ ...dated, confidence: 0.4 }, { confidence: 0.9 })).toMatchObject([{ confidence: 0.9 }]);
  });

  it('takes neither another word with another code, nor another place, mode or voice for the same', () => {
    expect(pair({ cameo: '190' }, { cameo: '193', ...dated }, ['raid', 'shell'])).toHaveLength(2);
    expect(pair({}, dated, ['raid', 'shell'])).toHaveLength(2);
    expect(pair({ place: 'HUE' }, { ...dated, place: 'DEN' })).toHaveLength(2);
    expect(pair({ mode: 'raid' }, { ...dated, mode: 'shelling' })).toHaveLength(2);
    expect(pair({ speaker: 'FJI' }, dated)).toHaveLength(2);
    expect(pair({ modality: 'alleged' }, dated)).toHaveLength(2);
    expect(pair({}, { ...dated, source: refs('CHN', 'TON') })).toHaveLength(2);
    expect(pair({}, dated, ['raid', 'raid'], true)).toHaveLength(2);
  });

  it('takes one verb for the same demand only where the code is the same', () => {
    const demand = { type: 'REQUEST' } as const;
    expect(pair(demand, { ...demand, ...dated }, ['urge', 'urge'])).toHaveLength(2);
    expect(pair({ ...demand, cameo: '0254' }, { ...demand, cameo: '0254', ...dated })).toHaveLength(1);
    expect(pair({ type: 'ACCUSE' }, { type: 'ACCUSE', ...dated }, ['blame', 'blame'])).toHaveLength(1);
  });

  it('loses no passage, gives none twice, whatever the order of the entries', () => {
    const drawn = fc.record({
      type: fc.constantFrom(...PLOVER_TYPES.slice(0, 3)),
      date: fc.option(fc.constantFrom('2019', '2019-06', '2019-06-03', '2020-01'), { nil: undefined }),
      place: fc.option(fc.constantFrom('HUE', 'DEN'), { nil: undefined }),
      cameo: fc.option(fc.constantFrom('190', '193'), { nil: undefined }),
      lemma: fc.constantFrom('raid', 'attack'),
    });
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 10 }), (all) => {
        const byId = new Map(
          all.map(({ lemma, ...own }, n) => {
            const made = event(n, own);
            return [made.id, { made, lemma }] as const;
          }),
        );
        const entries = [...byId.values()].map(({ made }) => made);
        const tellings = new Map([...byId].map(([id, { lemma }]) => [id, [telling(lemma)]]));
        const found = withoutRepetitions(entries, tellings);
        const starts = (some: readonly { passages: readonly { start: number }[] }[]) =>
          some.flatMap(({ passages }) => passages.map(({ start }) => start)).sort((a, b) => a - b);
        expect(starts(found)).toEqual(starts(entries));
        expect(
          withoutRepetitions(entries.toReversed(), tellings)
            .map(({ id }) => id)
            .sort(),
        ).toEqual(found.map(({ id }) => id).sort());
      }),
    );
  });
});
