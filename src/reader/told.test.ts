import { beforeAll, describe, expect, it } from 'vitest';
import type { Document, Entry, EntryKind } from '../record/index.js';
import { createReader, documentOf, type Reader } from './index.js';

let reader: Reader;
beforeAll(async () => {
  reader = await createReader({ leastSure: 0 });
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

const ids = (refs: readonly { party: string }[] | undefined) => refs?.map((r) => r.party).sort();
const roles = (refs: readonly { party: string; role?: string | undefined }[] | undefined) =>
  refs?.map((r) => `${r.role ?? ''}:${r.party}`).sort();
const opinion = { genre: 'opinion' } as const;
const speech = { genre: 'speech', speaker: 'FJI' } as const;

describe('whom words stand for in statements', () => {
  it('takes the two countries for the pair of the title', () => {
    const text =
      'Peru and Chile met in Lima. Bolivia and Brazil sent observers. Trade between the two countries rose to 9 billion dollars.';
    const [made] = read('measure', text, { title: 'Peru and Chile talk about trade' });
    expect(ids(made?.parties)).toEqual(['CHL', 'PER']);
  });

  it('takes "it" for the subject of the last sentence, and for nobody where that is a thing', () => {
    const [made] = read('commitment', 'Peru met Chile. It pledged to open the port.');
    expect(ids(made?.obligors)).toEqual(['PER']);
    expect(read('commitment', 'The treaty binds Chile. It pledged to open the port.')).toEqual([]);
  });

  it('takes the Government of a speech for the speaker’s, unless another state was just named', () => {
    const own = read('commitment', 'The harvest failed. The Government will rebuild the schools.', speech);
    expect(ids(own[0]?.obligors)).toEqual(['FJI/GOV']);
    const other = 'Chile was struck by a storm. The Government will rebuild the schools.';
    expect(read('commitment', other, speech)).toEqual([]);
  });

  it('takes the ministers for those of the pair that the title names', () => {
    const text = 'Brazil complained. The ministers agreed to raise the tariffs.';
    const [made] = read('commitment', text, { title: 'Chile and Peru hold talks' });
    expect(ids(made?.obligors)).toEqual(['CHL', 'PER']);
  });

  it('takes no report from what a speaker says or knows itself', () => {
    const [made] = read('claim', 'I can say that Chile has violated its promises.', speech);
    expect(made).toMatchObject({ speaker: 'FJI', attribution: [] });
  });

  it('keeps a third party’s word apart from the speaker’s, and the author’s', () => {
    const [theirs] = read('claim', 'Kenya argues that Chile has violated its promises.', opinion);
    expect(theirs).toMatchObject({ speaker: 'KEN', stance: 'oppose' });
    expect(theirs?.attribution.map((a) => a.party)).toEqual(['KEN']);
    const [own] = read('claim', 'Chile has violated its promises.', opinion);
    expect(own).toMatchObject({ speaker: 'author', attribution: [] });
  });
});

describe('what claims contrast, keep at a distance and deny', () => {
  it.each([
    ['Unlike Chile, Peru has shown restraint.', 'PER', ['CHL']],
    ['In contrast to Chile, Peru plays a constructive role.', 'PER', ['CHL']],
    ['While Chile threatens its neighbours, Peru has shown restraint.', 'PER', ['CHL']],
    ['Peru has shown restraint.', 'PER', undefined],
    ['While much remains to be done, Peru has shown restraint.', 'PER', undefined],
  ])('%s', (text, about, contrast) => {
    const made = read('claim', text, opinion).find((c) => c.stance === 'support');
    expect(ids(made?.about)).toEqual([about]);
    expect(ids(made?.contrast)).toEqual(contrast);
  });

  it.each([
    ['Chile has violated the “order” of which it speaks.', ['order']],
    ['Chile has violated its so-called principles.', ['principles']],
    ['Chile has violated the report entitled “Order”.', undefined],
    ['Chile has violated its promises.', undefined],
  ])('scare quotes: %s', (text, distanced) => {
    expect(read('claim', text, opinion)[0]?.distanced).toEqual(distanced);
  });

  it.each([
    'The claim that Chile has violated its promises is a ridiculous conspiracy theory.',
    'It is a myth that Chile has violated its promises.',
    'We reject the allegation that Chile has violated its promises.',
  ])('is denied: %s', (text) => {
    const made = read('claim', text, speech).find((c) => c.modality === 'denied');
    expect(made).toMatchObject({ stance: 'support', speaker: 'FJI' });
    expect(ids(made?.about)).toEqual(['CHL']);
  });

  it('does not deny what is merely said', () => {
    const made = read('claim', 'We know the fact that Chile has violated its promises.', speech);
    expect(made.map((c) => c.modality)).not.toContain('denied');
  });

  it.each([
    ['We support the French-Mexican initiative.', ['FRA', 'MEX']],
    ['We deplore the violations of human rights in Chile.', ['CHL']],
    ['We reaffirm our commitment to the United Nations declaration on the rule of law.', []],
  ])('whom it is about: %s', (text, about) => {
    expect(ids(read('claim', text, speech)[0]?.about)).toEqual(about);
  });

  it.each([
    ['Chile must withdraw its troops from Peru.', ['CHL'], 'oppose', 'proposed'],
    ['The United Nations must continue to play a key role.', ['UN'], 'support', 'proposed'],
    ['Chile must not forget its neighbours.', ['CHL'], 'neutral', 'proposed'],
    ['As to Chile, we condemn apartheid.', ['CHL'], 'oppose', 'asserted'],
    [
      'We call for the withdrawal of Chilean troops and respect for sovereignty.',
      ['CHL'],
      'oppose',
      'proposed',
    ],
    ['We support the total elimination of nuclear weapons.', [], 'support', 'asserted'],
    [
      'We advocate a political solution that can bring an end to the conflict in Chile.',
      ['CHL'],
      'support',
      'asserted',
    ],
  ])('whom it concerns, how and in which mode: %s', (text, about, stance, modality) => {
    const [made] = read('claim', text, speech);
    expect(made).toMatchObject({ stance, modality });
    expect(ids(made?.about)).toEqual(about);
  });

  it.each([
    'We welcome this decision.',
    'We are supporting the sustainable development of Chile.',
    'We commend his able leadership of the United Nations.',
    'In line with the 2030 Agenda, we believe that corruption is a problem.',
    'It is essential that Chile respect human rights.',
  ])('is not made of: %s', (text) => {
    expect(read('claim', text, speech)).toEqual([]);
  });

  it('gives the whole clause as the proposition', () => {
    const text = 'Fiji remains committed to multilateralism.';
    expect(read('claim', text, speech)[0]?.proposition).toBe(text.slice(0, -1));
  });

  it('takes hopes for no forecast', () => {
    expect(read('claim', 'Hopes are high that Chile will be a reliable partner.', opinion)).toEqual([]);
  });

  it('names one principle for one form', () => {
    expect(read('claim', 'We support nuclear disarmament.', speech)[0]?.principles).toEqual([
      'nuclear-disarmament',
    ]);
    expect(read('claim', 'We support the work of the Non-Aligned Movement.', speech)[0]?.principles).toEqual(
      [],
    );
  });
});

describe('who has which part in a figure', () => {
  it.each([
    ['Chile gave 50 million dollars in aid to Peru.', ['from:CHL', 'to:PER']],
    ['Chile received 50 million dollars in aid from Peru.', ['from:PER', 'to:CHL']],
    ['Chile buys two million barrels of Peruvian oil.', ['from:PER', 'to:CHL']],
    ['Chile imposed duties of 25 per cent on Peru.', ['from:CHL', 'to:PER']],
    ['China accounts for 20 percent of Japan’s trade.', ['part:CHN', 'whole:JPN']],
    ['Chile accounts for a third of Peru’s trade with Brazil.', ['part:CHL', 'whole:PER']],
    ['A third of the exports of Peru go to Chile.', ['part:CHL', 'whole:PER']],
    ['Chile is the largest market of Peru.', ['holder:CHL', 'of:PER']],
    ['Chile buys much, and Peru is its largest supplier.', ['holder:PER', 'of:CHL']],
    ['Trade between Chile and Peru reached 9 billion dollars.', [':CHL', ':PER']],
  ])('%s', (text, expected) => {
    expect(roles(read('measure', text)[0]?.parties)).toEqual(expected);
  });

  it.each([
    ['Chile’s debt stands at 40 per cent of its gross domestic product.', 'debt', 'gross domestic product'],
    [
      'Chile devotes 1 per cent of its national income to development assistance.',
      'development assistance',
      'national income',
    ],
    ['Chile shipped 5,000 tons of wheat to Peru.', 'wheat shipped', undefined],
    ['Fires destroyed 60,000 hectares of the forests of Chile.', 'forests destroyed', undefined],
    ['In Chile, 66 people were injured.', 'injuries', undefined],
    ['New Zealand has five million people.', 'population', undefined],
    ['Chile spent 4 billion dollars.', 'spending', undefined],
  ])('%s', (text, quantity, of) => {
    const [made] = read('measure', text);
    expect(made?.quantity).toBe(quantity);
    expect(made?.of).toBe(of);
  });

  it.each([
    ['Chile will invest 3 billion dollars over the next five years.', '2020/2025'],
    ['Since 2016 Chile has invested 3 billion dollars.', '2016/2020-05-12'],
    ['The agreement of January 2018 obliges Chile to invest 3 billion dollars.', undefined],
  ])('period: %s', (text, period) => {
    expect(read('measure', text)[0]?.period).toBe(period);
  });

  it('takes the dollars of a speaker that has its own', () => {
    const text = 'We have invested $3 billion.';
    expect(read('measure', text, { genre: 'speech', speaker: 'AUS' })[0]?.unit).toBe('AUD');
    expect(read('measure', text, speech)[0]?.unit).toBe('USD');
  });

  it('reads numbers in groups', () => {
    expect(read('measure', 'Chile sent 4 000 troops to Haiti.')[0]?.value).toBe(4000);
  });

  it.each([
    ['a part of the world', 'Chile is one of 120 member States.'],
    ['whoever decides', 'With a decision of 120 member States Chile took the chair.'],
    ['all of mankind', 'We know that a billion children live in poverty worldwide.'],
    ['a target of nobody', 'Chile welcomes the target of giving 0.7 per cent of national income.'],
    ['lives that are saved', 'Chile saved 200 lives.'],
    ['a year and a half', 'During a year and half of war Chile suffered.'],
    ['the same sum again', 'Chile paid €20 million (£17 million).'],
  ])('is not made of %s', (_, text) => {
    const made = read('measure', text, speech).map((m) => `${m.quantity} ${m.unit}`);
    expect(made.filter((m) => !m.endsWith('EUR'))).toEqual([]);
  });

  it('takes this Organization for the United Nations in a speech', () => {
    const [made] = read(
      'measure',
      'Small States make up a quarter of the Members of this Organization.',
      speech,
    );
    expect(ids(made?.parties)).toEqual(['UN']);
  });

  it('plans what a target is set for', () => {
    const [made] = read(
      'measure',
      'Chile and Peru set a target of 20 billion dollars for their trade by 2025.',
    );
    expect(made).toMatchObject({ quantity: 'trade', modality: 'planned', period: '2025' });
  });

  it('does not plan what has been', () => {
    const text = 'Poverty in Chile went down to 5 per cent within 17 years.';
    expect(read('measure', text)[0]?.period).toBeUndefined();
    expect(read('measure', text)[0]?.modality).toBe('asserted');
  });

  it('asserts a number of which something is demanded', () => {
    const [made] = read('measure', 'Chile’s 19 million people must be heard.');
    expect(made).toMatchObject({ quantity: 'population', modality: 'asserted' });
  });
});

describe('what is no promise', () => {
  it.each([
    ['a need', 'We will need to rebuild the schools.'],
    ['what nobody names', 'We all agreed to that.'],
    ['what goes on until then', 'Until we act, we will send letters.'],
    ['what a speech does', 'I shall make some comments on peace.'],
    ['what was only intended to be said', 'I had intended to state our position.'],
  ])('%s', (_, text) => {
    expect(read('commitment', text, speech)).toEqual([]);
  });
});
