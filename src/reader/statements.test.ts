import { beforeAll, describe, expect, it } from 'vitest';
import type { Document, Entry, EntryKind } from '../record/index.js';
import { createReader, documentOf, type Reader } from './index.js';

let reader: Reader;
/** Tells what is less sure, too. */
let bold: Reader;
beforeAll(async () => {
  reader = await createReader();
  bold = await createReader({ leastSure: 0 });
});

function read<K extends EntryKind>(
  kind: K,
  text: string,
  metadata: Partial<Document> = {},
): Extract<Entry, { kind: K }>[] {
  const document = documentOf(text, { published: '2020-05-12', genre: 'news', ...metadata });
  // The filter leaves only entries of this kind.
  return (kind === 'measure' ? bold : reader).read(document).filter((e) => e.kind === kind) as Extract<
    Entry,
    { kind: K }
  >[];
}

describe('claims', () => {
  const speech = { genre: 'speech', speaker: 'FJI' } as const;
  const opinion = { genre: 'opinion' } as const;

  it('hold a party to the stand it takes', () => {
    const [claim] = read('claim', 'India opposes terrorism in all its forms.');
    expect(claim?.speaker).toBe('IND');
    expect(claim?.stance).toBe('oppose');
  });

  it('are the author’s where the author judges', () => {
    const [claim] = read('claim', 'The United States regularly engages in provocations.', opinion);
    expect(claim?.speaker).toBe('author');
    expect(claim?.about.map((a) => a.party)).toEqual(['USA']);
    expect(claim?.stance).toBe('oppose');
  });

  it('are not made of the narrator’s words in news', () => {
    expect(read('claim', 'The United States engages in provocations.')).toEqual([]);
  });

  it('are held by each of those who take a stand together', () => {
    const made = read('claim', 'Chile and Peru support multilateralism.');
    expect(made.map((c) => c.speaker)).toEqual(['CHL', 'PER']);
    expect(made[0]?.principles).toEqual(['multilateralism']);
  });

  it.each([
    ['We believe in multilateralism.', 'support', [], ['multilateralism']],
    ['We remain opposed to protectionism.', 'oppose', [], ['anti-protectionism']],
    ['We remain committed to multilateralism.', 'support', [], ['multilateralism']],
    ['We are committed to the rule of law.', 'support', [], ['rule-of-law']],
    ['We reaffirm our support for the two-State solution.', 'support', [], ['two-state-solution']],
    ['We wish to reaffirm our commitment to non-interference.', 'support', [], ['non-interference']],
    ['We condemn the attack by Chile on Peru.', 'oppose', ['CHL'], []],
    ['We denounce the Chilean occupation of Peru.', 'oppose', ['CHL'], []],
    ['We call for an end to the Chilean blockade.', 'oppose', ['CHL'], ['blockade']],
    ['Multilateralism is indispensable.', 'support', [], ['multilateralism']],
    ['Unilateral sanctions are unacceptable.', 'oppose', [], ['anti-unilateralism']],
    ['Chile has violated its promises.', 'oppose', ['CHL'], []],
    ['We believe that Chile plays a constructive role.', 'support', ['CHL'], []],
    ['Chile has shown no restraint.', 'oppose', ['CHL'], []],
    ['Chile should return the ships.', 'neutral', ['CHL'], []],
    ['We must uphold international law.', 'support', [], ['international-law']],
    ['All States must reject protectionism.', 'oppose', [], ['anti-protectionism']],
    ['International law must be respected.', 'support', [], ['international-law']],
  ])('%s', (text, stance, about, principles) => {
    const [claim, ...more] = read('claim', text, speech);
    expect(more).toEqual([]);
    expect(claim).toMatchObject({ stance, speaker: 'FJI' });
    expect(claim?.about.map((a) => a.party)).toEqual(about);
    if (principles[0] !== 'blockade') expect(claim?.principles).toEqual(principles);
  });

  it.each([
    ['self-praise', 'We are a peaceful and responsible country.'],
    ['a wish', 'We hope that Chile will be a reliable partner.'],
    ['thanks', 'I commend the President of the Assembly for his leadership.'],
    ['a greeting', 'We welcome Peru to the Assembly.'],
    ['a question', 'Has Chile violated its promises?'],
    ['a condition', 'If Chile violates its promises, trade will suffer.'],
    ['history', 'In 1975 we opposed colonialism.'],
    ['a plan at home', 'We must build schools and hospitals.'],
    ['a promise', 'We will support multilateralism.'],
    ['what a victim suffers', 'Chile is the victim of aggression.'],
    ['whom something is done to', 'We condemn the attack on Peru.'],
    ['a principle in passing', 'We support a plan that will finance gender equality.'],
    ['what "it" does', 'The storm came at night. It is dangerous.'],
  ])('are not made of %s', (_, text) => {
    expect(read('claim', text, speech)).toEqual([]);
  });
});

describe('measures', () => {
  const parties = (text: string) =>
    read('measure', text)[0]
      ?.parties.map((p) => p.party)
      .sort();

  it.each([
    ['Trade between China and Vietnam reached $100 billion in 2018.', 'trade', 100e9, 'USD'],
    ['China accounts for 20 percent of Japan’s trade.', 'share of trade', 20, '%'],
    ['Chile takes a third of the exports of Peru.', 'share of exports', 33.3, '%'],
    [
      'Chile has 62 per cent of the world’s lithium deposits.',
      'has … of the world’s lithium deposits',
      62,
      '%',
    ],
    ['Chile protects 80% of its Exclusive Economic Zone.', 'share protected', 80, '%'],
    ['Chile gave Peru 50 million Australian dollars in aid.', 'aid', 50e6, 'AUD'],
    ['Chile gave Peru €1.5bn in loans.', 'loans', 1.5e9, 'EUR'],
    ['In Chile, women hold 40 per cent of the seats in parliament.', 'share of women', 40, '%'],
    [
      'Half of the people of Chile live below the poverty line.',
      'share that live below the poverty line',
      50,
      '%',
    ],
    ['Chile has vaccinated 80 per cent of its population.', 'share vaccinated', 80, '%'],
    ['Chile has not ratified 62 per cent of the treaties.', 'share not ratified', 62, '%'],
    ['More than 40 per cent of the sea of Chile is protected.', 'share protected', 40, '%'],
    ['Chile’s debt stands at 40 per cent.', 'debt', 40, '%'],
    [
      'Over a hundred countries have joined the African Union.',
      'countries that join the African Union',
      100,
      'countries',
    ],
    ['The African Union has 55 member States.', 'members', 55, 'members'],
    ['Chile sent 4,000 troops to Haiti.', 'troops sent', 4000, 'troops'],
    ['Chile hosts three million refugees.', 'refugees hosted', 3e6, 'refugees'],
    ['On Monday Chile arrested 300 people.', 'people arrested', 300, 'people'],
    ['Chile spent 4 million dollars on new roads.', 'spending on new roads', 4e6, 'USD'],
    [
      'Chile contributes 5 million dollars annually to UNICEF.',
      'contribution to UNICEF per year',
      5e6,
      'USD',
    ],
    ['Chile hosts half a million refugees.', 'refugees hosted', 5e5, 'refugees'],
    ['In Chile, 525 people were killed.', 'deaths', 525, 'people'],
  ])('%s', (text, quantity, value, unit) => {
    expect(read('measure', text)[0]).toMatchObject({ quantity, value, unit });
  });

  it.each([
    ['The economy of Chile grew by 4 per cent in 2018.', 'change of output', 4, '2018'],
    ['Chile reduced its emissions by 30 per cent.', 'change of emissions', -30, undefined],
    ['Norway has doubled its aid since 2016.', 'change of aid', 100, '2016/2020-05-12'],
    [
      'Chile achieved a GDP growth rate of 8.2 per cent in 2019.',
      'change of gross domestic product',
      8.2,
      '2019',
    ],
    ['The steel industry of Chile shrank by 8 per cent.', 'change of steel industry', -8, undefined],
  ])('tell growth: %s', (text, quantity, change, period) => {
    const [made] = read('measure', text);
    expect(made).toMatchObject({ quantity, change });
    expect(made?.period).toBe(period);
  });

  it.each([
    ['Chile is the second largest trading partner of Peru.', 2, 'largest trading partner', ['CHL', 'PER']],
    ['Chile overtook Brazil to become Peru’s largest market.', 1, 'largest market', ['CHL', 'PER']],
    [
      'In the Pacific region, Chile is the largest investor.',
      1,
      'largest investor in Pacific region',
      ['CHL'],
    ],
    [
      'Chile was the second-largest recipient of Syrian refugees, per capita.',
      2,
      'largest recipient of Syrian refugees per capita',
      ['CHL', 'SYR'],
    ],
    ['Income per capita is low, but Chile is the largest donor of Peru.', 1, 'largest donor', ['CHL', 'PER']],
    ['Chile was the largest donor of Peru this year.', 1, 'largest donor', ['CHL', 'PER']],
    ['In 2018, Chile was the largest donor of Peru, followed by Mali.', 1, 'largest donor', ['CHL', 'PER']],
  ])('tell ranks: %s', (text, value, of, who) => {
    expect(read('measure', text)[0]).toMatchObject({ quantity: 'rank', unit: 'rank', value, of });
    expect(parties(text)).toEqual(who);
  });

  it('are of those who act and those whom it goes to', () => {
    expect(parties('Chile gave 50 million dollars in aid to Peru.')).toEqual(['CHL', 'PER']);
  });

  it('are planned where somebody aims at them', () => {
    const [made] = read(
      'measure',
      'Chile and Peru agreed to raise their trade to 9 billion dollars by 2030.',
    );
    expect(made).toMatchObject({ modality: 'planned', period: '2030' });
  });

  it('do not take the year that a change is counted from', () => {
    const [made] = read('measure', 'Chile will cut emissions by 30 per cent from 1990 levels.');
    expect(made?.period).toBeUndefined();
  });

  it.each([
    ['dates', 'On June 15 soldiers of Chile left Peru.'],
    ['years', 'In 2011 countries such as Chile joined.'],
    ['ranges', 'Tariffs of Chile are between 10 and 15 per cent.'],
    ['those who are known already', 'The two countries and these six States met Chile.'],
    ['bases of rates', 'Chile counts accidents per 100,000 people.'],
    ['one of many', 'Chile is one of the largest donors.'],
    ['whoever only reports', 'According to the World Bank, 100 million people are poor.'],
    ['names', 'More than 70 United Nations missions work in Chile.'],
    ['those asked', 'In Chile 84 per cent of those in a survey wash their hands.'],
    ['crowds', 'In Chile 35,000 students marched.'],
    ['times', 'Chile grew in the second half of the century.'],
  ])('are not made of %s', (_, text) => {
    expect(read('measure', text)).toEqual([]);
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
