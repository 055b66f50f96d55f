import { beforeAll, describe, expect, it } from 'vitest';
import { createReader, documentOf, type Reader } from './index.js';

let reader: Reader;
beforeAll(async () => {
  reader = await createReader({ leastSure: 0 });
});

/** Whose the first figure of a speech is: `from:CHL`, `PER`; undefined where there is none. */
function parties(text: string, speaker = 'FJI'): string[] | undefined {
  const document = documentOf(text, { published: '2020-05-12', genre: 'speech', speaker });
  for (const entry of reader.read(document))
    if (entry.kind === 'measure')
      return entry.parties.map(({ party, role }) => (role === undefined ? party : `${role}:${party}`)).sort();
  return undefined;
}

describe('who plans is whose plan it is', () => {
  it.each([
    ['We recognize Chile’s commitment to lowering carbon emissions by 50 per cent by 2050.', ['CHL']],
    ['Fiji works hard to achieve the African Union goal to reduce emissions by 45 per cent by 2050.', ['AU']],
    [
      'We supported the decision by the International Monetary Fund to issue Special Drawing Rights for a total of 650 billion dollars.',
      ['IMF'],
    ],
    ['We made a commitment to reduce our emissions by 30 per cent by 2030.', ['FJI']],
  ])('%s', (text, owners) => {
    expect(parties(text)).toEqual(owners);
  });
});

describe('both ends', () => {
  it.each([
    [
      'For those three countries — Chile, Peru and Bolivia — my country has pledged 10 million dollars.',
      ['from:FJI', 'to:BOL', 'to:CHL', 'to:PER'],
    ],
    [
      'We must help its neighbours, Ecuador, Peru and Brazil, and it is good that Norway has decided to provide 5 million dollars to support refugees in those three countries.',
      ['from:NOR', 'to:BRA', 'to:ECU', 'to:PER'],
    ],
    [
      'The funds for Chile approved by the International Monetary Fund were 57 billion dollars.',
      ['CHL', 'IMF'],
    ],
    ['Norway has spent 2 million euros rebuilding houses in the Peruvian township.', ['NOR', 'PER']],
    ['Norway gave 5 million dollars to the neighbourhood countries of the European Union.', ['from:NOR']],
    ['Norway granted protection to 20,000 Chilean refugees.', ['CHL', 'NOR']],
    [
      'Peru has suffered. Chilean troops continue to occupy 40 per cent of its land.',
      ['part:CHL', 'whole:PER'],
    ],
    ['Violence grew in Peru, where 650 people were killed.', ['PER']],
  ])('%s', (text, both) => {
    expect(parties(text)).toEqual(both);
  });
});

describe('figures of others are not the speaker’s', () => {
  it.each([
    'We propose that Member States agree on a cut of 10 per cent in our military budgets.',
    'Both of our countries have decided to protect at least 30 per cent of our ocean.',
    'Africa and the Caribbean spend 57 per cent of their exports on external debt servicing.',
    'We commend the countries that set aside 0.7 per cent of their gross domestic product for public aid.',
    'We must find ways to raise the 100 billion dollars Africa needs.',
    'Some 250 million people from Asia to Europe express themselves in Portuguese.',
    'I think of a region that is poor but has suffered 30 per cent of the deaths.',
    'Fiji fulfilled roughly 40 per cent of that pledge.',
    'Fiji has pledged to pay 10 million dollars for the reconstruction process.',
    'In his report, the author points out that 26 billion dollars were transferred to the richer countries.',
  ])('%s', (text) => {
    expect(parties(`The Minister of Peru has spoken. ${text}`)).toBeUndefined();
  });
});

describe('people who are taken in', () => {
  it.each([
    ['Chile has committed to welcoming 4,000 Afghan refugees.', ['AFG', 'CHL']],
    ['Chile is burdened by 50,000 Bolivian refugees.', ['BOL', 'CHL']],
  ])('are of both: %s', (text, both) => {
    expect(parties(text)).toEqual(both);
  });

  it('are told of what they are', () => {
    const made = reader.read(
      documentOf('Chile helped 5 million families. Chile received 2,000 migrants.', {}),
    );
    expect(made.flatMap((e) => (e.kind === 'measure' ? [e.unit] : []))).toEqual(['families', 'migrants']);
  });
});

it('is told of those that a list gives as examples', () => {
  expect(
    parties(
      'Chile will provide 2 million dollars in assistance to neighbour countries of Brazil, such as Peru and Bolivia.',
    ),
  ).toEqual(['BOL', 'CHL', 'PER'].map((p) => (p === 'CHL' ? 'from:CHL' : `to:${p}`)).sort());
});

describe('names of one list', () => {
  it.each([
    [
      'Chile gave 5 million dollars to the World Food Programme, UNHCR and other bodies.',
      ['from:CHL', 'to:UNHCR', 'to:WFP'],
    ],
    [
      '92,000 refugees returned to Chile from Tanzania, but also from Kenya and Uganda.',
      ['CHL', 'KEN', 'TZA', 'UGA'],
    ],
  ])('are all told: %s', (text, all) => {
    expect(parties(text)).toEqual(all);
  });

  it('are not those of a relative clause', () => {
    expect(
      parties(
        'Chile contributed 130 million dollars to the COVAX Facility, which has delivered 7 million doses to Peru.',
      ),
    ).not.toContain('to:PER');
  });
});

it('is nobody’s where a commitment is of many', () => {
  expect(
    parties('We must meet our collective commitment to providing 100 billion dollars to poor countries.'),
  ).toBeUndefined();
});

describe('all that share a figure', () => {
  it.each([
    [
      'Chile contributed 8 million euros to the Office of the United Nations High Commissioner for Refugees and the World Food Programme.',
      ['from:CHL', 'to:UNHCR', 'to:WFP'],
    ],
    [
      'Chile will contribute 100 million dollars over the next five years to the African Union.',
      ['from:CHL', 'to:AU'],
    ],
    [
      'Chile will provide 8 million dollars this year for assistance to refugees from Syria and Iraq.',
      ['from:CHL', 'to:IRQ', 'to:SYR'],
    ],
    ['Chile owes Peru 2 billion dollars.', ['CHL', 'PER']],
    ['Since January, 300,000 people, mostly from Syria, have entered the country.', ['FJI', 'SYR']],
    ['Our contingent in Mali numbers 1,700 soldiers, which makes us a great contributor.', ['FJI', 'MLI']],
  ])('%s', (text, all) => {
    expect(parties(text)).toEqual(all);
  });

  it.each([
    ['More than 16,000 Polish soldiers have served under the flag of the United Nations.', ['POL']],
    [
      'We have spent 8 million euros on protecting the border of Fiji and the border of the European Union.',
      ['FJI'],
    ],
    ['Peru acted to end a crisis, affecting more than 20 million people in Somalia.', ['SOM']],
  ])('without bodies and states that stand beside: %s', (text, alone) => {
    expect(parties(text)).toEqual(alone);
  });

  it.each([
    'Operation Welcome has already received and welcomed 400,000 Venezuelan citizens.',
    'Bad management of fisheries costs our societies around 50 billion dollars every year.',
    'I wish to thank the 181 countries that trusted Chile.',
    'The Fund needs help. So far we are its biggest donor.',
    'We are the largest partner for these nations.',
    'Chile calls for delivery of the 100 billion dollars per annum pledged by the donor community.',
  ])('nor where one is not known: %s', (text) => {
    expect(parties(text)).toBeUndefined();
  });
});
