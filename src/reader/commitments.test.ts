import { beforeAll, describe, expect, it } from 'vitest';
import type { CommitmentEntry, Document } from '../record/index.js';
import { createReader, documentOf, type Reader } from './index.js';

let reader: Reader;
beforeAll(async () => {
  reader = await createReader();
});

function read(text: string, metadata: Partial<Document> = {}): CommitmentEntry[] {
  const document = documentOf(text, { published: '2021-05-12', genre: 'news', ...metadata });
  return reader.read(document).filter((entry) => entry.kind === 'commitment');
}

const speech = (speaker: string): Partial<Document> => ({ genre: 'speech', speaker });
const said = ({ obligors, action }: CommitmentEntry) =>
  `${obligors
    .map((o) => o.party)
    .sort()
    .join(' ')}: ${action}`;

describe('who is bound', () => {
  it.each([
    ['Japan pledged to cut emissions by 2030.', {}, ['JPN: cut emissions by 2030']],
    ['We will never abandon our friends.', speech('AUS'), ['AUS: never abandon our friends']],
    ['Kenya will send doctors to the region.', speech('KEN'), ['KEN: send doctors to the region']],
    ['My Government will publish the report.', speech('FJI'), ['FJI: publish the report']],
    ['China said that it would lift the ban on seafood.', {}, ['CHN: lift the ban on seafood']],
    ['India and Japan agreed to hold talks.', {}, ['IND JPN: hold talks']],
    ['“We will lift the ban,” the Japanese foreign minister said.', {}, ['JPN/GOV: lift the ban']],
    ['The United States shall deliver the fuel.', { genre: 'agreement' }, ['USA: deliver the fuel']],
  ] as const)('%s', (text, metadata, expected) => {
    expect(read(text, metadata).map(said)).toEqual(expected);
  });

  it.each([
    ['a forecast of what others do', 'China will overtake Japan.', { genre: 'opinion' }],
    ['an exhortation', 'We call on Japan to commit to peace.', speech('FJI')],
    ['what should be promised', 'Norway should pledge more money.', speech('FJI')],
    ['a hope', 'We hope that we will find a cure.', speech('FJI')],
    ['a question', 'When will we send the ships?', speech('FJI')],
    ['what a speech does itself', 'I will conclude with a word of thanks.', speech('FJI')],
    ['a state of things', 'Our changing climate will define this century.', speech('FJI')],
    ['an outcome', 'If we do not act, we will lose our islands.', speech('FJI')],
    ['thanks', 'Thank you, Mr. President.', speech('FJI')],
    ['what was agreed to be so', 'India and Japan agreed that ties had reached a new level.', {}],
    ['what a text does', 'China signed. It will enter into force in May.', { genre: 'agreement' }],
    ['what should be kept to', 'We should act and remain committed to building peace.', speech('FJI')],
    ['an appeal to all', 'Let us commit to ending hunger.', speech('FJI')],
    ['means', 'Kenya has committed resources to building roads.', speech('KEN')],
    ['a crime', 'The soldiers of Myanmar committed murder.', {}],
    ['an imperative outside a list', 'Stop the war at once.', speech('FJI')],
    ['an appeal in a second verb', 'We must unite and renew our commitment to peace.', speech('FJI')],
    ['what behoves all', 'It behoves us to commit ourselves to peace.', speech('FJI')],
    ['a theme', 'The theme, “Reaffirming our commitment to unity”, is timely.', speech('FJI')],
    ['mankind', 'Together, we will save mankind from war.', speech('FJI')],
    ['what all agreed on', 'In 2015 we committed ourselves to the 2030 Agenda.', speech('FJI')],
    ['what comes of a failure', 'If we fail, we will pay and we will push millions away.', speech('FJI')],
    ['a word that lacks its object', 'We will always honour.', speech('FJI')],
    ['a pronoun', 'We promise to apply them.', speech('FJI')],
    ['an opinion', 'Fiji agrees that we should review the rules.', speech('FJI')],
    ['a noun', 'We need the same will to cooperate with others.', speech('FJI')],
    ['a conviction', 'I am confident that we will adopt the treaty.', speech('FJI')],
    ['a way', 'In this way we shall strengthen the character of our continent.', speech('FJI')],
    ['means and ends', 'By so doing, we will remove the roots of extremism.', speech('FJI')],
    ['what will be over by then', 'By May we will have removed the mines.', speech('FJI')],
    [
      'a hope that is expressed',
      'We express the hope that the United Nations will send help.',
      speech('FJI'),
    ],
    ['a demand', 'Japan must declare that it will withdraw its troops.', speech('FJI')],
    ['what is left unsaid', 'We shall refrain from stating our position in detail.', speech('FJI')],
    ['a mood', 'I shall try to be optimistic.', speech('FJI')],
    ['what was willed once', 'We were already committed to democracy.', speech('FJI')],
    [
      'what has been shown',
      'Our forces have demonstrated their readiness to face the rebels.',
      speech('FJI'),
    ],
    ['all of them', 'We are all committed to a clean and safe world.', speech('FJI')],
    ['what remains', 'There will always remain a dilemma between needs and means.', speech('FJI')],
  ] as const)('nobody by %s', (_, text, metadata) => {
    expect(read(text, metadata).map(said)).toEqual([]);
  });
});

describe('what is promised', () => {
  it('is each of several acts, and one act of verbs that share an object', () => {
    expect(read('China and Russia agreed to hold talks and to open a hotline.').map((c) => c.action)).toEqual(
      ['hold talks', 'open a hotline'],
    );
    expect(read('We will educate and inform our people.', speech('FJI')).map((c) => c.action)).toEqual([
      'educate and inform our people',
    ]);
  });

  it.each([
    ['We will never seek hegemony.', 'never seek hegemony'],
    ['We will not be the first to use force.', undefined],
    ["We won't send troops.", "won't send troops"],
    [
      'We will never seek it, and still less will we bully smaller countries.',
      'still less will we bully smaller countries',
    ],
    ['We are not going to raise tariffs.', 'not going to raise tariffs'],
  ])('keeps what is denied: %s', (text, action) => {
    expect(read(text, speech('CHN')).at(-1)?.action).toBe(action);
  });

  it('says whose act it is where another party is to do it', () => {
    const [made] = read('The leaders of ASEAN agreed that Myanmar would chair the association.');
    expect(made?.action).toBe('Myanmar would chair the association');
  });

  it('is found in a noun that is reaffirmed, not in one that is broken', () => {
    const [made] = read(
      'Thailand reaffirms its commitment to reducing emissions by 20 per cent by 2030.',
      speech('THA'),
    );
    expect(made && said(made)).toBe('THA: reducing emissions by 20 per cent by 2030');
    expect(read('Norway broke its promise to pay.')).toEqual([]);
  });

  it('is undertaken in a list that its opening line undertakes, not in one that hopes or proposes', () => {
    const list = (lead: string) => read(`${lead}\n1. Deepen cooperation on trade.`, speech('CHN')).map(said);
    expect(list('We will take the following steps:')).toEqual(['CHN: Deepen cooperation on trade']);
    expect(list('China hopes to work with ASEAN in these areas:')).toEqual([]);
    expect(read('First, deepen cooperation on trade.', speech('CHN'))).toEqual([]);
  });

  it.each([
    ['Norway will not only cut its emissions, but it will plant trees.', 'NOR', 'cut its emissions'],
    [
      'Norway will support its partner in rallying and leading the nations of the north.',
      'NOR',
      'support its partner in rallying and leading the nations of the north',
    ],
    [
      'We express our readiness to contribute, within our means, to prevent the smuggling of arms.',
      'FJI',
      'contribute, within our means, to prevent the smuggling of arms',
    ],
    [
      'Fiji will continue, as it has done in the past, to press for a settlement.',
      'FJI',
      'continue, as it has done in the past, to press for a settlement',
    ],
    [
      'Fiji is committed to widening and deepening cooperation on fisheries.',
      'FJI',
      'widening and deepening cooperation on fisheries',
    ],
    [
      'Fiji will never seek weapons or attack its neighbours.',
      'FJI',
      'never seek weapons or attack its neighbours',
    ],
  ])('is whole: %s', (text, speaker, action) => {
    expect(read(text, speech(speaker)).map((c) => c.action)).toContain(action);
  });

  it.each([
    'We will work towards that end.',
    'Fiji is committed to this objective.',
    'Fiji will proudly do its part.',
    'We are ready to assume full responsibility in this respect.',
    'We are ready to go further.',
  ])('is nothing that cannot be understood: %s', (text) => {
    expect(read(text, speech('FJI'))).toEqual([]);
  });

  it('names for whom, and in which areas', () => {
    const [made] = read('Japan promised to provide vaccines to Vietnam.');
    expect(made?.beneficiaries.map((b) => b.party)).toEqual(['VNM']);
    expect(made?.areas).toEqual(['health']);
  });

  it('takes no area from the international community, a verb or a name', () => {
    const [made] = read('Malta will work with the international community.', speech('MLT'));
    expect(made?.areas).toEqual([]);
  });

  it('leaves out the reason', () => {
    const [made] = read('We will host the meeting, because peace is a common effort.', speech('FJI'));
    expect(made?.action).toBe('host the meeting');
  });

  it('takes areas from what is done, not from what stands beside it', () => {
    const areas = (text: string) => read(text, speech('FJI'))[0]?.areas;
    expect(areas('We will confirm the border in a treaty that is binding under law.')).toEqual(['territory']);
    expect(areas('We will make efforts to combat terrorism.')).toEqual(['counter-terrorism']);
    expect(areas('We will respect the rights and obligations of the treaty.')).toEqual([]);
  });

  it.each([
    ['Fiji will continue to cooperate with the United Nations.', ['UN']],
    ['We will provide support to the brotherly Syrian people.', ['SYR/CVL']],
    ['We will continue to support the unity of Yemen.', ['YEM']],
    ['Before the General Assembly I say: Mr. President, we are ready to support you.', ['UNGA']],
    ['We will support Ukraine in its war with Russia.', ['UKR']],
    ['We will submit a plan with a view to protecting the people of Syria.', ['SYR/CVL']],
    ['We will support efforts by the United Nations and the African Union to end wars.', ['UN', 'AU']],
    ['We will continue to stand firm in support of the people of Somalia.', ['SOM/CVL']],
    ['We will stand by our Libyan brethren.', ['LBY']],
    ['NATO agreed to help us.', ['FJI']],
    ['We will travel to Japan to attend the summit.', []],
    ['We will work closely with the International Atomic Energy Agency.', []],
  ])('is for: %s', (text, parties) => {
    expect(
      read(text, speech('FJI'))
        .at(-1)
        ?.beneficiaries.map((b) => b.party),
    ).toEqual(parties);
  });

  it('is owed by both who agreed', () => {
    const [made] = read('China agreed with Russia to hold talks.');
    expect(made?.obligors.map((o) => o.party).sort()).toEqual(['CHN', 'RUS']);
  });

  it('is owed by both of whom a party tells, and by all of a list', () => {
    const joint = read('Israel and Egypt will observe the ceasefire.', speech('ISR'));
    expect(joint.map(said)).toEqual(['EGY ISR: observe the ceasefire']);
    const listed = read(
      'In the text Russia, the United Kingdom and the United States pledged to respect its borders.',
    );
    expect(listed.map(said)).toEqual(['GBR RUS USA: respect its borders']);
    const visit = read(
      'China and Japan met. When President Xi Jinping visited Hanoi, the two sides agreed to open a port.',
    );
    expect(visit.map(said)).toEqual(['CHN VNM: open a port']);
  });

  it('takes whom it is against or whom it leaves for no beneficiary', () => {
    expect(read('Britain pledged to leave the European Union.')[0]?.beneficiaries).toEqual([]);
  });
});

describe('when it is due', () => {
  it.each([
    ['We will do more by 2030.', '2030'],
    ['We will send ships within three years.', '2024'],
    ['Over the next five years we will build schools.', '2026'],
    ['We will pay the debt by the end of this year.', '2021'],
    ['We will cut emissions by the end of the decade.', '2030~'],
    ['We will open the port next month.', '2021-06'],
    ['In 2023 Fiji will host the games.', '2023'],
    ['We will implement the Master Plan 2025.', undefined],
    ['We will continue the talks that began in 2019.', undefined],
    ['As from 2023 we will pay more.', undefined],
    ['Fiji will open a centre as a follow-up to the 2022 Asian African Summit.', undefined],
    [
      'We will hold talks on the means that are needed to pursue a programme over the next 25 years.',
      undefined,
    ],
    ['We will take steps to halve our emissions by 2030.', '2030'],
  ])('%s', (text, due) => {
    expect(read(text, speech('FJI'))[0]).toBeDefined();
    expect(read(text, speech('FJI'))[0]?.due).toBe(due);
  });

  it('is not the day of the meeting at which it was promised', () => {
    expect(read('Japan and India agreed on Monday to hold talks.')[0]?.due).toBeUndefined();
  });

  it('belongs to its own act', () => {
    const made = read('Japan promised to open the port by 2025 and to lift the ban.');
    expect(made.map((c) => c.due)).toEqual(['2025', undefined]);
    const two = read('Fiji will halve its emissions by 2030 and close its mines by 2050.', speech('FJI'));
    expect(two.map((c) => c.due)).toEqual(['2030', '2050']);
  });
});
