import { beforeAll, describe, expect, it } from 'vitest';
import type { EventEntry } from '../record/index.js';
import { createReader, documentOf, type Reader } from './index.js';

let reader: Reader;
beforeAll(async () => {
  // How acts are coded; what is left out as not sure enough has tests of its own below.
  reader = await createReader({ leastSure: 0.25 });
});

function events(text: string, published = '2019-06-12'): EventEntry[] {
  const document = documentOf(text, { published, genre: 'news' });
  return reader.read(document).filter((e): e is EventEntry => e.kind === 'event');
}

const parties = (refs: readonly { party: string }[]) =>
  refs.map((r) => r.party.replace(/(?<=[^-])\/.*/, '')).join('+');
const line = (e: EventEntry) =>
  `${parties(e.source)} ${e.type} ${parties(e.recipient)}${e.modality === 'asserted' ? '' : ` (${e.modality})`}`.trim();

describe('an act at a stage has one type', () => {
  it.each([
    ['Japan imposed sanctions on North Korea.', 'JPN SANCTION PRK'],
    ['Sanctions were imposed on North Korea by Japan.', 'JPN SANCTION PRK'],
    ['Japan lifted sanctions on North Korea.', 'JPN RETREAT PRK'],
    ['Japan refused to lift sanctions on North Korea.', 'JPN REJECT PRK'],
    ['Japan urged China to lift tariffs.', 'JPN REQUEST CHN'],
    ['Turkey threatened to attack Syria.', 'TUR THREATEN SYR'],
    ['India condemned Pakistan.', 'IND ACCUSE PAK'],
    ['Brazil praised Portugal.', 'BRA SUPPORT PRT'],
    ['Germany donated medical supplies to Kenya.', 'DEU AID KEN'],
    ['Russian forces attacked Ukraine.', 'RUS ASSAULT UKR'],
    ['France expelled Russian diplomats.', 'FRA SANCTION RUS'],
    ['Egypt rejected a proposal from Ethiopia.', 'EGY REJECT ETH'],
    ['Australia agreed to send aid to Fiji.', 'AUS AGREE FJI'],
  ])('%s → %s', (text, expected) => {
    expect(events(text).map(line)).toContain(expected);
  });
});

describe('who does what with whom', () => {
  it('tells a mutual act once, with all parties as sources', () => {
    const [event] = events('Japan and India held talks in Tokyo.');
    expect(event?.symmetric).toBe(true);
    expect(event?.recipient).toEqual([]);
    expect(new Set(event?.source.map((s) => s.party))).toEqual(new Set(['JPN', 'IND']));
  });

  it('takes the visitor as source and the host as recipient', () => {
    const found = events('Vietnamese Prime Minister Nguyen Xuan Phuc visited Japan.');
    expect(found.map(line)).toContain('VNM CONSULT JPN');
    expect(found[0]?.mode).toBe('visit');
    expect(found[0]?.intensity).toBe(4);
  });

  it('invents no actor', () => {
    expect(events('Sanctions were imposed.')).toEqual([]);
    expect(events('The weather was fine and the visitors were pleased.')).toEqual([]);
  });

  it('keeps what is only alleged or denied apart from deeds, and makes no event of what only might be', () => {
    expect(events('Ukraine alleged that Russia attacked Poland.').map(line)).toContain(
      'RUS ASSAULT POL (alleged)',
    );
    const denied = events('Russia denied that it attacked Poland.').filter((e) => e.type === 'ASSAULT');
    expect(denied.map(line)).toEqual(['RUS ASSAULT POL (denied)']);
    expect(events('Norway did not send medicine to Fiji.').map(line)).toEqual(['NOR AID FJI (denied)']);
    expect(events('Russia attacked Poland.').map(line)).toContain('RUS ASSAULT POL');
    expect(events('Russia might attack Poland.')).toEqual([]);
    expect(events('If Russia attacked Poland, Belgium would protest.')).toEqual([]);
  });

  it.each([
    ['Chad imposed a curfew in Abeche after rebels attacked Niger.', 'ASSAULT', 'TCD'],
    ['Kenya will send masks to Chile after the attacks.', 'ASSAULT', 'KEN'],
  ])('does not give a circumstance to the one who is the subject: %s', (text, type, party) => {
    const found = events(text);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((e) => e.type === type && e.source.some((s) => s.party === party))).toEqual([]);
  });

  it.each([
    ['Peru will send doctors to help Chile.', 'PER AGREE CHL'],
    ['Peru is not going to lift its ban on Chile.', 'PER REJECT CHL'],
  ])('reads what is yet to come: %s', (text, told) => {
    expect(events(text).map(line)).toContain(told);
  });

  it('keeps the same act of two days apart', () => {
    const found = events('Japan bombed China in 1937 and bombed China again in 1941.');
    expect(found.filter((e) => e.type === 'ASSAULT').map((e) => e.date)).toEqual(['1937', '1941']);
  });

  it('dates what a speaker does by saying it on the day of the speech, and nothing else', () => {
    const document = documentOf(
      'We condemn the attack on Togo by Chad. We sent medicine to Niger. Chad must leave Togo. Peru accused Chile of theft.',
      { genre: 'speech', speaker: 'NOR', delivered: '2019-09-24' },
    );
    const dates = reader
      .read(document)
      .flatMap((e) =>
        e.kind === 'event' ? [`${e.source.map((s) => s.party)} ${e.type} ${e.date ?? '-'}`] : [],
      );
    expect(dates).toContain('NOR ACCUSE 2019-09-24');
    expect(dates).toContain('NOR AID -');
    expect(dates).toContain('PER ACCUSE -');
  });

  it('reads a sentence of two thousand words in bounded time', () => {
    const text = (clauses: number) =>
      `${Array(clauses).fill('Norway criticised Fiji over tariffs').join(' and ')}.`;
    const milliseconds = (clauses: number): number => {
      const began = performance.now();
      events(text(clauses));
      return performance.now() - began;
    };
    milliseconds(40);
    // Eight times the words; what looks at all words for each act would take sixty times as long.
    expect(milliseconds(320)).toBeLessThan(30 * Math.max(10, milliseconds(40)));
  });

  it('stands by the judges, who may overrule the rules', () => {
    let events = 0;
    let none = 0;
    for (const text of [
      'Peru sent medicine to Chile.',
      'Ghana prays for peace in Togo.',
      'Sudan must learn to work with Chad.',
      'The fight against hunger is a task for all of Africa.',
      'Norway omitted to mention its dispute with Russia.',
    ]) {
      const { sentences, entries } = reader.explain(text, { date: '2019-06-12' });
      const told = entries.flatMap((e) => (e.kind === 'event' ? [e.type] : []));
      for (const { judgement } of sentences.flatMap(({ deeds }) => deeds)) {
        if (!judgement) continue;
        expect(judgement.best.share).toBeGreaterThanOrEqual(judgement.runnerUp.share);
        expect(judgement.because.length).toBeGreaterThan(0);
        if (judgement.event) events++;
        else none++;
      }
      if (sentences.every(({ deeds }) => deeds.every(({ judgement }) => !judgement?.event)))
        expect(told).toEqual([]);
    }
    expect(events).toBeGreaterThan(0);
    expect(none).toBeGreaterThan(0);
  });

  it('takes what somebody wishes to say for said', () => {
    expect(events('Norway wishes to thank Kenya for its hospitality.').map(line)).toContain(
      'NOR SUPPORT KEN',
    );
  });

  it('finds the one other party of the clause, wherever it stands', () => {
    expect(events('France raided a depot of the Libyan army on Sunday.').map(line)).toContain(
      'FRA ASSAULT LBY',
    );
  });

  it('says whose word a reported deed is', () => {
    const found = events('Ukraine said that Russia attacked Poland.').find((e) => e.type === 'ASSAULT');
    expect(found?.speaker).toBe('UKR');
    expect(found?.attribution.map((a) => `${a.party} ${a.verb}`)).toEqual(['UKR say']);
  });
});

describe('passages', () => {
  it('stand where the words stand, also behind an emoji', () => {
    const text = '🙂 Statement. Japan imposed sanctions on North Korea.';
    const [event] = events(text);
    const points = [...text];
    const [passage] = event?.passages ?? [];
    expect(points.slice(passage?.start, passage?.end).join('')).toBe(
      'Japan imposed sanctions on North Korea',
    );
    const span = event?.source[0]?.span;
    expect(points.slice(span?.start, span?.end).join('')).toBe('Japan');
  });

  it('are two where one event is told twice', () => {
    const text = 'Japan condemned Syria on 3 May 2018.\n\nJapan condemned Syria on 3 May 2018.';
    const found = events(text).filter((e) => e.type === 'ACCUSE');
    expect(found).toHaveLength(1);
    expect(found[0]?.passages).toHaveLength(2);
  });
});

it('reads the same text to the same entries', () => {
  const text = 'Japan and India signed a treaty. The two sides also agreed to hold exercises next year.';
  const document = documentOf(text, { published: '2020-09-09', genre: 'news' });
  expect(reader.read(document)).toEqual(reader.read(document));
});

describe('promises and requests turned round', () => {
  it.each([
    ['Peru promised not to attack Chile.', 'PER CONCEDE CHL'],
    ['Peru vowed not to meet Chile.', 'PER REJECT CHL'],
    ['Peru asked Brazil to impose sanctions on Chile.', 'PER REQUEST BRA'],
  ])('%s → %s', (text, expected) => {
    expect(events(text).map(line)).toContain(expected);
  });
});

describe('a least confidence', () => {
  const text =
    'Norway thanked Kenya. Chad welcomed the decision of Togo. Police in Oslo arrested a man. Peru warned Chile.';
  const told = async (leastSure?: number): Promise<number[]> => {
    const other = await createReader(leastSure === undefined ? {} : { leastSure });
    return other.read(documentOf(text)).flatMap((e) => (e.kind === 'event' ? [e.confidence] : []));
  };

  it('leaves out what is less sure, and marks the reader by it', async () => {
    const all = await told(0);
    expect(await told(0.7)).toEqual(all.filter((c) => c >= 0.7));
    expect(await told()).toEqual(all.filter((c) => c >= 0.5));
    expect((await createReader({ leastSure: 0.7 })).version).toMatch(/\+least-sure\.0\.7$/);
  });
});

describe('in a speech', () => {
  const spoken = (text: string, speaker = 'FJI'): string[] =>
    reader
      .read(documentOf(text, { genre: 'speech', speaker, published: '2019-09-24' }))
      .flatMap((e) => (e.kind === 'event' ? [line(e)] : []));

  it.each([
    ['closing words thank nobody for anything', 'I thank you.', []],
    ['"thanks to" gives a cause', 'Thanks to support from China, we have built new schools.', []],
    [
      'the own government is no other party',
      'Allow me to express the deep gratitude of the delegation of Fiji to your predecessor.',
      ['FJI SUPPORT UNGA'],
    ],
    [
      'whose resolutions are to be kept is not who is to keep them',
      'We call for strict compliance with the relevant Security Council resolutions.',
      ['FJI REQUEST'],
    ],
    [
      '"the parties" are those to a conflict',
      'In Yemen, fighting has worsened. We urge the parties to agree on a ceasefire.',
      ['FJI REQUEST'],
    ],
  ])('%s: %s', (_, text, expected) => {
    expect(spoken(text)).toEqual(expected);
  });
});

describe('who only tells or records', () => {
  it('does not act: newspapers and cameras', () => {
    const told = events('Al Jazeera reported that Peru had expelled Chilean diplomats.').map(line);
    expect(told).toEqual(['PER SANCTION CHL']);
    const sources = events('CCTV captured their arrival at the building in Paris.').flatMap((e) => e.source);
    expect(sources.filter(({ party }) => party.startsWith('CHN'))).toEqual([]);
  });

  it('claims: what allegations are of is alleged', () => {
    for (const text of [
      'Peru rejected allegations of having expelled Chilean diplomats.',
      'The charge stemmed from allegations that Peru had shelled a Chilean village.',
      'Peru denied claims that its army had shelled a Chilean village.',
    ])
      for (const { type, modality } of events(text))
        if (type === 'SANCTION' || type === 'ASSAULT') expect(modality, text).toBe('alleged');
  });
});
