import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLanguage } from '../language/index.js';
import { documentMemory, findMentions, loadGazetteer, type Mention } from './index.js';

const gazetteer = loadGazetteer();
const { analyse } = await loadLanguage();

function mentionsOf(text: string, day = '2019-06-01'): Mention[] {
  const memory = documentMemory();
  return analyse(text).flatMap((sentence) => findMentions(sentence, text, gazetteer, { day, memory }));
}

/** `words=ID` for a party, `words@STATE` for a place by the state that it lies in. */
function named(text: string, day?: string): string[] {
  return mentionsOf(text, day).map(
    (m) => text.slice(m.start, m.end) + (m.kind === 'place' ? `@${m.within ?? ''}` : `=${m.id}`),
  );
}

describe('names of states', () => {
  it.each([
    ['China and Peru signed.', ['China=CHN', 'Peru=PER']],
    ['The U.S. and the UK met the USA.', ['U.S.=USA', 'UK=GBR', 'USA=USA']],
    ['They told us about the US.', ['US=USA']],
    ['Chinese and Russian engineers spoke.', ['Chinese=CHN', 'Russian=RUS']],
    ['The Chinese and two Russians spoke.', ['Chinese=CHN', 'Russians=RUS']],
    ["Côte d’Ivoire and Cote d'Ivoire are one.", ['Côte d’Ivoire=CIV', "Cote d'Ivoire=CIV"]],
    [
      'Papua New Guinea, Equatorial Guinea, Guinea-Bissau and Guinea voted.',
      ['Papua New Guinea=PNG', 'Equatorial Guinea=GNQ', 'Guinea-Bissau=GNB', 'Guinea=GIN'],
    ],
    [
      'South Sudan and Sudan, North Korea and South Korea.',
      ['South Sudan=SSD', 'Sudan=SDN', 'North Korea=PRK', 'South Korea=KOR'],
    ],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe('combining forms', () => {
  it.each([
    ['Sino-Russian ties grew.', ['Sino=CHN', 'Russian=RUS']],
    ['The Indo-Japanese fund opened.', ['Indo=IND', 'Japanese=JPN']],
    ['A US-led plan failed.', ['US=USA']],
    ['India-Pakistan talks, US-China trade.', ['India=IND', 'Pakistan=PAK', 'US=USA', 'China=CHN']],
    ['The China/Japan line.', ['China=CHN', 'Japan=JPN']],
    [
      'The pro-Russian separatists and the anti-China rally.',
      ['Russian=RUS', 'separatists=-/REB', 'China=CHN'],
    ],
    ['US-backed rebels fled.', ['US=USA', 'rebels=-/REB']],
    ['A Moscow-backed party and a Moscow-based firm.', ['Moscow=RUS', 'Moscow-based firm=RUS/BUS']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe('offices, institutions and groups', () => {
  it.each([
    ['Iranian Foreign Minister Karim Farhadi spoke.', ['Iranian Foreign Minister Karim Farhadi=IRN/GOV']],
    ["Peru's new trade minister Ana Ruiz spoke.", ["Peru's new trade minister Ana Ruiz=PER/GOV"]],
    ['The president of Chile spoke.', ['president of Chile=CHL/GOV']],
    ['The Ambassador of China to Vietnam spoke.', ['Ambassador of China to Vietnam=CHN/GOV']],
    ['The foreign ministers of Chile and Peru met.', ['foreign ministers of Chile=CHL/GOV', 'Peru=PER/GOV']],
    ['Chinese and Russian foreign ministers met.', ['Chinese=CHN/GOV', 'Russian foreign ministers=RUS/GOV']],
    ['US and Chinese officials met.', ['US=USA/GOV', 'Chinese officials=CHN/GOV']],
    ['A Swiss court ruled.', ['Swiss court=CHE/JUD']],
    ['French police and Turkish warplanes came.', ['French police=FRA/COP', 'Turkish warplanes=TUR/MIL']],
    ['The Brazilian army spokesman denied it.', ['Brazilian army spokesman=BRA/MIL']],
    ['Taliban rebels and Kurdish protesters fled.', ['Taliban rebels=AFG/REB', 'Kurdish protesters=-/CVL']],
    ['Protesters in Iran and gunmen fled.', ['Protesters=IRN/CVL', 'Iran=IRN', 'gunmen=-/UAF']],
    ['The president left and the court closed.', []],
    ['The Kremlin and the Pentagon agreed.', ['Kremlin=RUS/GOV', 'Pentagon=USA/MIL']],
    ['Kremlin spokesman Ivan Petrov spoke.', ['Kremlin spokesman Ivan Petrov=RUS/GOV']],
    ['The former Peruvian president fled.', ['Peruvian president=PER/ELI']],
    ['Houston police met the mayor.', ['Houston police=USA/COP']],
    [
      'Syrian Kurdish fighters and Turkish Kurds left.',
      ['Syrian Kurdish fighters=SYR/REB', 'Turkish Kurds=TUR/CVL'],
    ],
    ['Kremlin critics and a court in Lyon.', ['Kremlin critics=RUS/OPP', 'court=FRA/JUD', 'Lyon@FRA']],
    ['UN envoy for Syria Ana Ruiz spoke.', ['UN envoy for Syria Ana Ruiz=UN']],
    ['Mayor Dayton Fields left.', []],
    ["Turkey's Erdogan and Russia's Duma agreed.", ["Turkey's Erdogan=TUR/GOV", "Russia's Duma=RUS/LEG"]],
    ["Pakistan's Foreign Office replied.", ["Pakistan's Foreign Office=PAK/GOV"]],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it('keeps the name of who holds the office', () => {
    const [minister] = mentionsOf('Iranian Foreign Minister Karim Farhadi spoke.');
    expect(minister).toMatchObject({ id: 'IRN/GOV', via: 'office', person: 'Karim Farhadi' });
  });

  it('does not take a namesake for the office holder', () => {
    expect(named('Macron spoke in London.', '2019-09-01')).toEqual(['Macron=FRA/GOV', 'London@GBR']);
    expect(named('Peter Macron, a baker, spoke. Macron left.', '2019-09-01')).toEqual([]);
    expect(named('Mr. Putin spoke.', '2019-09-01')).toEqual(['Putin=RUS/GOV']);
  });

  it('leaves the office out of the name', () => {
    const [president] = mentionsOf('Chinese President Xi Jinping spoke.', '2015-06-01');
    expect(president).toMatchObject({ id: 'CHN/GOV', person: 'Xi Jinping', start: 0, end: 28 });
  });

  it('knows persons again whom an earlier sentence introduced', () => {
    const text = 'Karim Farhadi, the Iranian foreign minister, spoke. Farhadi left, and Mr. Farhadi slept.';
    expect(named(text)).toEqual([
      'Karim Farhadi=IRN/GOV',
      'Iranian foreign minister=IRN/GOV',
      'Farhadi=IRN/GOV',
      'Mr. Farhadi=IRN/GOV',
    ]);
  });
});

describe('capitals', () => {
  it.each([
    ['Beijing said it would help.', ['Beijing=CHN']],
    ['They urged Moscow to stop.', ['Moscow=RUS']],
    ["Washington's demands grew.", ['Washington=USA']],
    ['Ties between Tehran and Damascus grew.', ['Tehran=IRN', 'Damascus=SYR']],
    ['Under pressure from Washington they left.', ['Washington=USA']],
    ['Talks in Beijing and Hanoi went on.', ['Beijing@CHN', 'Hanoi@VNM']],
    ['He travelled to Moscow.', ['Moscow@RUS']],
    ['He visited Kabul.', ['Kabul@AFG']],
    ['They flew from Tokyo.', ['Tokyo@JPN']],
    ['A journey from Jakarta to Manila.', ['Jakarta@IDN', 'Manila@PHL']],
    ['The Kabul airport closed.', ['Kabul@AFG']],
    ["Cairo's streets were empty.", ['Cairo@EGY']],
    ['BEIJING, Nov. 22 - It rained.', ['BEIJING@CHN']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe('names that mean different things', () => {
  it.each([
    // Georgia
    [
      'Voters in Georgia and Alabama queued in Atlanta.',
      ['Voters=USA/CVL', 'Georgia@USA', 'Alabama@USA', 'Atlanta@USA'],
    ],
    ['Georgia and Russia quarrel over Abkhazia.', ['Georgia=GEO', 'Russia=RUS', 'Abkhazia@']],
    ['He was born in Athens, Georgia.', ['Georgia@USA']],
    // Jordan, Chad
    ['Michael Jordan and Chad Smith landed in Jordan and Chad.', ['Jordan=JOR', 'Chad=TCD']],
    ['They crossed the Jordan River.', ['Jordan River@']],
    // Korea
    ['Korea is divided.', ['Korea@']],
    [
      'Officials in Pyongyang said that Korea would test a missile.',
      ['Officials=PRK/GOV', 'Pyongyang@PRK', 'Korea=PRK'],
    ],
    ['Japan and Korea joined the ASEAN talks.', ['Japan=JPN', 'Korea=KOR', 'ASEAN=ASEAN']],
    // Congo
    ['Rebels near Goma fought in Congo.', ['Rebels=-/REB', 'Goma@COD', 'Congo=COD']],
    ['Congo voted in Brazzaville.', ['Congo=COG', 'Brazzaville@COG']],
    // Guinea, Turkey, Poland
    ['A guinea pig ate turkey with polish care.', []],
    ['Turkey and Polish firms signed.', ['Turkey=TUR', 'Polish firms=POL/BUS']],
    // Macedonia
    ['Skopje said that Macedonia would join.', ['Skopje=MKD', 'Macedonia=MKD']],
    ['Alexander of Macedonia rode east.', []],
    // Washington
    ['George Washington crossed the river.', []],
    ['The Washington Post reported it.', ['Washington Post=USA/JRN']],
    ['Fires burned in Washington near Seattle.', ['Washington@USA', 'Seattle@USA']],
    ['Washington rejected the plan.', ['Washington=USA']],
    // longer names
    ['Ships left the South China Sea and the Indian Ocean.', ['South China Sea@', 'Indian Ocean@']],
    ['The Bank of China and Air China signed.', ['Bank of China=CHN/BUS', 'Air China=CHN/BUS']],
    ['Oil from New Mexico and the Gulf of Mexico.', ['New Mexico@USA', 'Gulf of Mexico@']],
    ['American Airlines and the Boston Globe.', []],
    ['Who asked the WHO?', ['WHO=WHO']],
    ['Asean and ASEAN, Nato and NATO.', ['Asean=ASEAN', 'ASEAN=ASEAN', 'Nato=NATO', 'NATO=NATO']],
    ['The nuclear-weapon States met.', []],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe('as of the day', () => {
  it.each([
    ['Moscow said no.', '1985-01-01', ['Moscow=SUN']],
    ['Moscow said no.', '2005-01-01', ['Moscow=RUS']],
    ['The Soviet Union is history.', '2015-01-01', ['Soviet Union=SUN']],
    ['The Taliban attacked.', '2019-01-01', ['Taliban=AFG/REB']],
    ['The Taliban attacked.', '2022-01-01', ['Taliban=AFG/GOV']],
    ['Biden spoke.', '2022-01-01', ['Biden=USA/GOV']],
    ['Barack Obama spoke.', '2012-01-01', ['Barack Obama=USA/GOV']],
    ['Barack Obama spoke.', '2019-01-01', ['Barack Obama=USA/ELI']],
    ['President Xi spoke.', '2015-01-01', ['President Xi=CHN/GOV']],
    ['The FARC spoke.', '2010-01-01', ['FARC=COL/REB']],
    ['The FARC spoke.', '2018-01-01', ['FARC=COL/PTY']],
  ])('%s on %s', (text, day, expected) => {
    expect(named(text, day)).toEqual(expected);
  });
});

describe('offsets', () => {
  const pieces = fc.constantFrom(
    ...[
      'China',
      'US-led',
      'the ',
      ' ',
      ' ',
      '😀',
      'Côte d’Ivoire',
      'é',
      'U.S.',
      '. ',
      ', ',
      'said ',
      '北京',
      "'s ",
    ],
    ...['President Xi Jinping', 'Sino-', 'Russian', 'foreign minister', ' of ', 'Moscow', 'António Guterres'],
  );

  it('slice the text, in order, without overlap, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        for (const sentence of analyse(text)) {
          let end = 0;
          for (const mention of findMentions(sentence, text, gazetteer, { day: '2020-01-01' })) {
            expect(mention.start).toBeGreaterThanOrEqual(end);
            expect(mention.end).toBeGreaterThan(mention.start);
            expect(mention.end).toBeLessThanOrEqual(sentence.end);
            expect(mention.start).toBeGreaterThanOrEqual(sentence.starts[mention.first] ?? -1);
            expect(mention.end).toBeLessThanOrEqual(sentence.ends[mention.last - 1] ?? -1);
            end = mention.end;
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
