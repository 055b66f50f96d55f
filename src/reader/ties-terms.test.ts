import { beforeAll, describe, expect, it } from 'vitest';
import type { Document, TieEntry } from '../record/index.js';
import { createReader, documentOf, type Reader } from './index.js';

let reader: Reader;
beforeAll(async () => {
  reader = await createReader();
});

const SPEECH: Partial<Document> = { genre: 'speech', speaker: 'PER', delivered: '2020-09' };

/** Parties, status, modality and dates of each tie that a speech of Peru tells. */
function told(text: string, metadata: Partial<Document> = SPEECH): string[] {
  return reader
    .read(documentOf(text, metadata))
    .filter((e): e is TieEntry => e.kind === 'tie')
    .map((t) =>
      [t.parties.map((p) => p.party).join('+'), t.status, t.modality, t.since ?? '', t.until ?? '']
        .join(' ')
        .trimEnd(),
    );
}

const names = (text: string): (string | undefined)[] =>
  reader
    .read(documentOf(text, SPEECH))
    .filter((e): e is TieEntry => e.kind === 'tie')
    .map((t) => t.name ?? t.grade?.written);

describe('the term of a role', () => {
  it.each([
    ['Peru was a member of the Security Council in 2006.', ['PER+UNSC ended asserted 2006 2006']],
    [
      'Peru held the presidency of the Security Council in May 2018.',
      ['PER+UNSC ended asserted 2018-05 2018-05'],
    ],
    ['Peru will be a member of the Security Council next year.', ['PER+UNSC absent planned 2021']],
    ['Our presidency of the Andean Community in 2021 will be green.', ['PER+ANDEAN absent planned 2021']],
    [
      'Peru was elected to the Security Council for the term 2021-2022.',
      ['PER+UNSC announced asserted 2021 2022'],
    ],
    [
      'We will work as a member of the Human Rights Council for the period 2022-2024.',
      ['PER+UNHRC absent planned 2022 2024'],
    ],
    [
      'We make a bid for a seat as a member of the Security Council for 2024-2025.',
      ['PER+UNSC absent planned 2024 2025'],
    ],
    [
      'Until this July I had the privilege to serve as Chair of the Andean Community.',
      ['PER+ANDEAN ended asserted  2020-07'],
    ],
    [
      'Peru works for all through our membership in the Human Rights Council.',
      ['PER+UNHRC in-force asserted'],
    ],
    ['Peru will fight crime as a member of the African Union.', ['PER+AU in-force asserted']],
    [
      'We look forward to welcoming Palestine as a full member of the United Nations.',
      ['PSE+UN absent planned'],
    ],
    [
      'Peru calls for the admission of Palestine as a member of the United Nations.',
      ['PSE+UN absent proposed'],
    ],
    ['Peru has applied for membership in the African Union.', ['PER+AU absent proposed']],
    ['We commend the election of Fiji as a member of the Security Council.', ['FJI+UNSC in-force asserted']],
    ['Our call for both countries on the peninsula to become members of the United Nations stands.', []],
    ['The recent admission of Fiji to the United Nations is a joy.', ['FJI+UN in-force asserted']],
    ["Peru's membership in the African Union is not on the agenda.", []],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('the date of a step', () => {
  it.each([
    ['The Rome Statute, which Peru ratified in 2001, is a milestone.', ['PER in-force asserted 2001']],
    [
      'Earlier this week, Peru joined others in signing the Paris Agreement.',
      ['PER announced asserted 2020-09'],
    ],
    ['Last week, we were pleased to sign the Paris Agreement.', ['PER announced asserted 2020-09']],
    ['A few days ago Peru signed the Paris Agreement.', ['PER announced asserted 2020-09']],
    ['In January of this year we joined the African Union.', ['PER+AU in-force asserted 2020-01']],
    ['Twenty-five years ago, Peru joined the World Trade Organization.', ['PER+WTO in-force asserted 1995']],
    ['Peru was not able to join the United Nations until 1991.', ['PER+UN in-force asserted 1991']],
    [
      'Peru has been a member of the United Nations since its independence, in October 1970.',
      ['PER+UN in-force asserted 1970-10'],
    ],
    [
      'We marked 30 years since Peru returned and joined the African Union.',
      ['PER+AU in-force asserted 1990'],
    ],
    [
      'In 1995, the year in which Peru joined the African Union, trade grew.',
      ['PER+AU in-force asserted 1995'],
    ],
    [
      'Peru is a party to the 1982 United Nations Convention on the Law of the Sea.',
      ['PER in-force asserted'],
    ],
    ['Since last year’s session, Peru has joined the African Union.', ['PER+AU in-force asserted']],
    ['The United States imposed sanctions on Iran in 2018.', ['USA+IRN in-force asserted 2018']],
    [
      'The embargo against Cuba, imposed by the United States in 1962, must end.',
      ['USA+CUB in-force asserted 1962'],
    ],
    ['Peru is proud of its 50-year partnership with Chile.', ['PER+CHL in-force asserted 1970']],
    ['Our alliance with Chile dates back to 1951.', ['PER+CHL in-force asserted 1951']],
    [
      'Peru has been negotiating a trade agreement with India since 2017.',
      ['PER+IND negotiating asserted 2017'],
    ],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('is that of a statement that founds the tie', () => {
    const text =
      'The leaders of Chile and Peru met on June 5, 2019. They elevated the relations between the two countries to a strategic partnership.';
    const statement: Partial<Document> = { genre: 'statement', published: '2019-06-05' };
    expect(told(text, statement)).toEqual(['CHL+PER announced asserted 2019-06-05']);
  });

  it('holds where the same tie is told again shortly after', () => {
    const text =
      'On 18 September my country was admitted to the United Nations. It is now a peaceful land. Peru is a member of the United Nations.';
    expect(told(text)).toEqual(['PER+UN in-force asserted 2020-09-18']);
  });
});

describe('what is only decided, wished or recent', () => {
  it.each([
    ['Peru regrets the decision of Chile to withdraw from the Paris Agreement.', ['CHL ended planned']],
    ['We shall soon adhere to the Paris Agreement.', ['PER absent planned']],
    ['Fiji should be allowed to join the African Union.', ['FJI+AU absent proposed']],
    ['Peru is working towards a strategic partnership with Chile.', ['PER+CHL absent planned']],
    ['We commend the recent agreement between Chile and Fiji.', ['CHL+FJI announced asserted']],
    ['The treaties between Chile and Fiji have ended the war.', ['CHL+FJI in-force asserted']],
    ['Chile broke its agreement with Fiji.', ['CHL+FJI in-force asserted']],
    ['Peru signed the Paris Agreement and ratified it.', ['PER in-force asserted', 'PER in-force asserted']],
    ['We renew our commitment to the Charter of the United Nations.', []],
    ['All those who have signed the United Nations Charter must keep it.', []],
    ['I invite us all to sign the Paris Agreement.', []],
    ['The treaties of Moscow and Warsaw laid the foundations.', []],
    ['The agreement between Iran and the five permanent members of the Security Council is good.', []],
  ])('%s', (text, expected) => {
    const found = told(text);
    expect([...new Set(found)]).toEqual([...new Set(expected)]);
  });
});

describe('what stands, what is sought, and since when', () => {
  it.each([
    [
      'For 20 years, Peru has enjoyed a strategic partnership with Brazil.',
      ['PER+BRA in-force asserted 2000'],
    ],
    [
      'For more than 20 years, Peru has enjoyed a strategic partnership with Brazil.',
      ['PER+BRA in-force asserted'],
    ],
    [
      'The embargo against Cuba has been imposed by the United States for 50 years.',
      ['USA+CUB in-force asserted 1970'],
    ],
    [
      'The cooperation agreement between Peru and Chile, signed in 2005, is important.',
      ['PER+CHL in-force asserted 2005'],
    ],
    ['Peru joined the United Nations in 1945 and UNESCO in 1946.', ['PER+UN in-force asserted 1945']],
    ['The trade agreement between Peru and Chile is awaiting ratification.', ['PER+CHL announced asserted']],
    ['The old alliance between France and Russia is no longer in force.', ['FRA+RUS ended asserted']],
    ['We are members of the Human Rights Council until 2022.', ['PER+UNHRC in-force asserted  2022']],
    ['Peru and Ecuador once had a territorial dispute.', ['PER+ECU ended asserted']],
    ['The alliance between Peru and Bolivia of 1873 ended with the war.', ['PER+BOL ended asserted 1873']],
    [
      'The Treaty between the United States of America and the Soviet Union on missiles was replaced by a new one.',
      ['USA+SUN ended asserted'],
    ],
    [
      'A strategic partnership between the African Union and the United Nations is needed.',
      ['AU+UN absent proposed'],
    ],
    ['Peru pursued the conclusion of a trade agreement with Chile.', ['PER+CHL absent planned']],
    [
      'Peru presented its candidature for election as a member of the Security Council for 2024-2025.',
      ['PER+UNSC absent planned 2024 2025'],
    ],
    ['We are completing the procedures for the ratification of the Rome Statute.', ['PER absent planned']],
    [
      'Negotiations on an association agreement between Ukraine and the European Union have been concluded.',
      ['UKR+EU announced asserted'],
    ],
    ['Peru signed the Rome Statute when it was opened and ratified it in May.', ['PER in-force asserted']],
    ['Our membership in the General Assembly has ended.', []],
  ])('%s', (text, expected) => {
    const found = told(text);
    expect([...new Set(found)]).toEqual([...new Set(expected)]);
  });
});

describe('names', () => {
  it.each([
    [
      'We have a territorial, insular and maritime dispute with Chile.',
      'territorial, insular and maritime dispute',
    ],
    ['Peru seeks a solution to its 100-year-old dispute with Chile.', 'dispute'],
    ['Our Enduring Partnership with Chile is strong.', 'Enduring Partnership'],
    [
      'We signed a protocol to the Special Agreement between Peru and Chile.',
      'protocol to the Special Agreement',
    ],
    [
      'The Treaty between Peru and Chile on the Limitation of Naval Arms is kept.',
      'Treaty between Peru and Chile on the Limitation of Naval Arms',
    ],
  ])('%s', (text, expected) => {
    expect(names(text)).toContain(expected);
  });
});

describe('what is said of another treaty', () => {
  it('ends none that replaces one', () => {
    const [tie] = told('The 1955 pact was replaced by the treaty between Chile and Peru.');
    expect(tie).not.toMatch(/ended/);
  });

  it('leaves the one in force that has no part in it', () => {
    const text =
      'The agreement between Chile and Peru has been in force since 2009, while a protocol is awaiting ratification.';
    expect(told(text)[0]).toBe('CHL+PER in-force asserted 2009');
  });

  it('is not ratified by whoever ratified another', () => {
    const text =
      'Chile and Cuba signed a trade agreement last month, and Peru signed a protocol and ratified it.';
    expect(told(text).filter((t) => t.startsWith('CHL') && t.includes('in-force'))).toEqual([]);
  });
});
