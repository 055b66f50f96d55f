import { beforeAll, describe, expect, it } from 'vitest';
import type { Document, Entry } from '../record/index.js';
import { createReader, documentOf, type Reader } from './index.js';

let reader: Reader;
beforeAll(async () => {
  reader = await createReader();
});

type Claim = Extract<Entry, { kind: 'claim' }>;
const ids = (refs: Claim['about'] | undefined) => refs?.map((r) => r.party);

function claims(text: string, metadata: Partial<Document> = {}): Claim[] {
  const document = documentOf(text, {
    published: '2015-09-28',
    genre: 'speech',
    speaker: 'FJI',
    ...metadata,
  });
  return reader.read(document).filter((e): e is Claim => e.kind === 'claim');
}

describe('propositions', () => {
  it.each([
    [
      'Mr. President, Excellencies, Ladies and Gentlemen, Fiji supports the African Union.',
      'Fiji supports the African Union',
    ],
    ['We support the African Union (AU).', 'We support the African Union (AU)'],
    [
      'We welcome the initiative of Chile, launched in Lima, which helps the islands.',
      'We welcome the initiative of Chile, launched in Lima, which helps the islands',
    ],
    [
      'Chile not only is a threat to peace, but also ignores the Council.',
      'Chile not only is a threat to peace, but also ignores the Council',
    ],
    [
      'Iraq has invaded Kuwait, and Fiji, like the rest of the world, condemns this violation of the Charter of the United Nations.',
      'Fiji, like the rest of the world, condemns this violation of the Charter of the United Nations',
    ],
    [
      'Fiji belongs to the many friends of the peoples who suffered from the long war in the mountains and firmly supports the efforts of Chile.',
      'Fiji … firmly supports the efforts of Chile',
    ],
  ])('%s', (text, proposition) => {
    expect(claims(text).map((c) => c.proposition)).toContain(proposition);
  });

  it.each([
    [
      'verbs that go with an infinitive',
      'Fiji hopes to reform the Council, uphold multilateralism and win peace.',
    ],
    ['requests', 'It is only asked that the men be freed and that Chile honour the Geneva Conventions.'],
    [
      'what one should like',
      'The Secretary-General of the United Nations, I should like to congratulate the minister.',
    ],
    [
      'the country last spoken of',
      'Syria suffers. We should support the countries that bear the consequences.',
    ],
    ['verbs left out', 'The Council will not be there, but the African Union should be.'],
    [
      'relative clauses',
      'I greet the minister, and to whom we convey our full support for the African Union.',
    ],
    ['why and where', 'They succeeded where the League of Nations had failed.'],
    [
      'a recovery that keeps markets open',
      'We must work for a recovery that creates jobs and maintains open markets.',
    ],
  ])('are not made of %s', (_, text) => {
    expect(claims(text)).toEqual([]);
  });
});

describe('whom claims are about', () => {
  it.each([
    ['We appreciate the efforts of Norway and the role of Chile.', ['NOR', 'CHL']],
    ['We support the just cause of the people of Chad and Chile.', ['TCD', 'CHL']],
    ['We welcome the return to democracy in Chile, the holding of free elections in Peru.', ['CHL', 'PER']],
    ['We warmly welcome the return of democracy in our neighbouring country, Tonga.', ['TON']],
    ['We support the dialogue between the two Koreas.', ['KOR', 'PRK']],
    ['We support the efforts of the Special Envoy for Syria.', ['UN']],
    ['We welcome the efforts of the Secretary-General, Chile and Peru.', ['CHL', 'PER', 'UN']],
    ['As to the dispute between Chile and Peru, we welcome the decision of the two parties.', ['CHL', 'PER']],
    ['We support the admission of Chile to the United Nations.', ['CHL']],
    ['We condemn the violation of international law committed by Chile.', ['CHL']],
    ['Regarding the situation of the people in Chile, we condemn the violation of human rights.', ['CHL']],
    ['We reaffirm the commitment of the Government to the Charter of the United Nations.', []],
    ['UNITA remains intransigent.', ['AGO/OPP']],
    ['The invasion of Kuwait is unacceptable behaviour that violates the Charter of the United Nations.', []],
    ['We support the independence of Chile, as well as the withdrawal of the troops of Peru.', ['CHL']],
    ['The Security Council should admit Chile.', ['UNSC', 'CHL']],
  ])('%s', (text, about) => {
    expect(claims(text).flatMap((c) => ids(c.about))).toEqual(about);
  });

  it('are told with who else holds them', () => {
    const made = claims('Chile and Peru condemn the attack by Brazil.', {
      genre: 'news',
      speaker: undefined,
    });
    expect(made.map((c) => [c.speaker, ids(c.jointly)])).toEqual([
      ['CHL', ['PER']],
      ['PER', ['CHL']],
    ]);
  });
});

describe('stances', () => {
  it.each([
    ['Chile must put an end to its policy.', 'oppose', 'proposed'],
    ['Chile should rid itself of its obsession.', 'oppose', 'proposed'],
    ['We remain committed to the denuclearization of North Korea.', 'oppose', 'asserted'],
    [
      'We call for the full cooperation of Chile, and for respect for human rights in Chile.',
      'neutral',
      'proposed',
    ],
    ['We do not believe that Chile is a threat to peace.', 'support', 'denied'],
    ['It is not true that Chile is a threat to peace.', 'support', 'denied'],
    ['Let us support the African Union.', 'support', 'proposed'],
    ['We reaffirm the demands of the African Union for two seats.', 'support', 'proposed'],
    ['Violations of human rights must no longer be tolerated.', 'oppose', 'proposed'],
  ])('%s', (text, stance, modality) => {
    expect(claims(text).map((c) => [c.stance, c.modality])).toEqual([[stance, modality]]);
  });
});

describe('claims are not made of', () => {
  it.each([
    ['thanks', 'We appreciate the assistance of Chile.'],
    ['courtesy', 'We welcome the friendship of Chile.'],
    ['what nobody known says', 'Critics argue that Chile has violated its promises.'],
    ['hearsay', 'It is often said that Chile has violated its promises.'],
    ['feelings', 'It pains us that Chile should follow the bad example of Peru.'],
    ['pride', 'Chile must be proud of its role.'],
    ['plans of others', 'Chile will offer a valuable contribution to the fund.'],
    ['what a session is about', 'The theme of the session, “Human rights”, provokes a question.'],
  ])('%s', (_, text) => {
    expect(claims(text)).toEqual([]);
  });

  it('money that is given', () => {
    const text = 'Chile backs the plan for human rights with 50 million dollars.';
    expect(claims(text, { genre: 'news', speaker: undefined })).toEqual([]);
  });
});

describe('principles', () => {
  it.each([
    ['We oppose hegemonism.', ['anti-hegemonism']],
    ['We support a Palestinian State within the 1967 borders.', ['two-state-solution']],
    ['We support general and complete disarmament.', ['disarmament']],
    ['We support the sovereign equality of States.', ['sovereign-equality']],
  ])('%s', (text, principles) => {
    expect(claims(text)[0]?.principles).toEqual(principles);
  });
});

describe('verbs joined to one of the past', () => {
  it.each([
    'We joined the United Nations in 1945 and support international law.',
    'Chile and Peru signed the treaty and oppose protectionism.',
  ])('state something themselves: %s', (text) => {
    expect(claims(text).length).toBeGreaterThan(0);
  });
});
